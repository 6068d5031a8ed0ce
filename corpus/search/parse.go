package search

import (
	"slices"
	"strings"

	"jarida/corpus/arabic"
)

// parser reads a query. The first mistake ends it: what follows then is the end of the query.
type parser struct {
	lexer lexer
	token queryToken // the next one that is not read yet
	depth int        // of parentheses
	err   error      // a *SyntaxError
}

const (
	// maxDepth is how many parentheses and exclusions may stand within each other.
	maxDepth = 100

	// mostValueWords is how many words a date or state without quotation marks has: "الربع الثاني من العام الماضي".
	mostValueWords = 6
)

// advance goes to the next token.
func (p *parser) advance() {
	if p.err != nil {
		return
	}
	p.token = p.lexer.next()
	if p.token.kind == brokenToken {
		p.fail(p.lexer.err)
	}
}

// fail ends the query with a mistake.
func (p *parser) fail(e *SyntaxError) {
	if p.err == nil {
		p.err = e
	}
	p.token = queryToken{kind: endToken, start: len(p.lexer.text), end: len(p.lexer.text)}
}

// failAt ends the query with a mistake at a token.
func (p *parser) failAt(m Mistake, t queryToken, word string) {
	p.fail(mistake(m, t.start, t.end, word, ""))
}

// anyOf reads clauses with OR between them, nil for none. field is the one that they are values of, "" for none.
func (p *parser) anyOf(field string) node {
	var parts anyOf
	for {
		n := p.allOf(field)
		parts = append(parts, n)
		or := p.token
		if or.kind != orToken {
			break
		}
		if n == nil {
			p.failAt(LoneOperator, or, or.text)
			return nil
		}
		p.advance()
		if !p.begins() {
			p.failAt(LoneOperator, or, or.text)
			return nil
		}
	}
	parts = slices.DeleteFunc(parts, func(n node) bool { return n == nil })
	switch len(parts) {
	case 0:
		return nil
	case 1:
		return parts[0]
	}
	return flatOr(parts)
}

// flatOr takes alternatives out of their groups.
func flatOr(parts anyOf) anyOf {
	var flat anyOf
	for _, n := range parts {
		if inner, ok := n.(anyOf); ok {
			flat = append(flat, inner...)
		} else {
			flat = append(flat, n)
		}
	}
	return flat
}

// begins reports whether a clause begins here.
func (p *parser) begins() bool {
	switch p.token.kind {
	case endToken, closeToken, orToken, andToken:
		return false
	default:
		return true
	}
}

// allOf reads clauses side by side, nil for none.
func (p *parser) allOf(field string) node {
	var parts allOf
	for {
		if and := p.token; and.kind == andToken {
			p.advance()
			if len(parts) == 0 || !p.begins() {
				p.failAt(LoneOperator, and, and.text)
				return nil
			}
		}
		if !p.begins() {
			break
		}
		switch n := p.clause(field).(type) {
		case nil:
		case allOf:
			parts = append(parts, n...)
		default:
			parts = append(parts, n)
		}
	}
	switch len(parts) {
	case 0:
		return nil
	case 1:
		return parts[0]
	}
	return parts
}

// clause reads one clause, nil for a mark of punctuation.
func (p *parser) clause(field string) node {
	switch t := p.token; t.kind {
	case notToken:
		return p.not(field)
	case openToken:
		return p.group(field)
	case fieldToken:
		p.advance()
		return p.behind(t)
	default:
		if field != "" {
			return p.value(field)
		}
		return p.term(false)
	}
}

// not reads an excluded clause.
func (p *parser) not(field string) node {
	t := p.token
	if !p.deeper(t) {
		return nil
	}
	p.advance()
	var n node
	if p.begins() {
		n = p.clause(field)
	}
	p.depth--
	switch n := n.(type) {
	case nil:
		if t.text != "-" {
			p.failAt(LoneOperator, t, t.text)
		}
		return nil
	case notNode:
		return n.node
	default:
		return notNode{n}
	}
}

// deeper goes into a group or exclusion.
func (p *parser) deeper(t queryToken) bool {
	p.depth++
	if p.depth > maxDepth {
		p.failAt(TooDeep, t, t.text)
	}
	return p.depth <= maxDepth
}

// group reads what stands in parentheses.
func (p *parser) group(field string) node {
	open := p.token
	if !p.deeper(open) {
		return nil
	}
	p.advance()
	n := p.anyOf(field)
	p.depth--
	if p.token.kind != closeToken {
		p.failAt(UnclosedGroup, open, "(")
		return nil
	}
	p.advance()
	return n
}

// behind reads the value or values behind the name of a field.
func (p *parser) behind(field queryToken) node {
	var n node
	switch p.token.kind {
	case openToken:
		n = p.group(field.text)
	case notToken:
		p.failAt(Misplaced, p.token, "-")
	case fieldToken:
	default:
		if p.begins() {
			n = p.value(field.text)
		}
	}
	if n == nil {
		p.failAt(MissingValue, field, field.text)
	}
	return n
}

// value reads one value of a field, nil for a mark of punctuation.
func (p *parser) value(field string) node {
	switch field {
	case titleField:
		return p.term(true)
	case dateField, mentionField:
		return p.date(field)
	case isField, hasField:
		return p.state(findField(field))
	}
	return p.name(field)
}

// term reads a word or a phrase with its sign, nil for a mark of punctuation.
func (p *parser) term(title bool) node {
	n := &termNode{leaf: leaf{title: title}}
	sign := p.token
	if sign.kind == exactToken || sign.kind == nearToken {
		n.exact, n.near = sign.kind == exactToken, sign.kind == nearToken
		p.advance()
	}
	t := p.token
	n.quoted, n.end, n.text = t.kind == quoteToken, t.end, t.text
	if t.kind != wordToken && t.kind != quoteToken || n.near && n.quoted {
		p.failAt(Misplaced, sign, sign.text)
		return nil
	}
	p.advance()
	if n.quoted {
		if next := p.token; next.kind == wordToken && next.joined && strings.HasPrefix(next.text, "*") {
			p.failAt(Misplaced, next, "*")
		}
	} else if !lettered(t.text) {
		return nil
	} else if n.text, n.prefix = strings.CutSuffix(t.text, "*"); strings.Contains(n.text, "*") || n.prefix && (n.exact || n.near) {
		p.failAt(Misplaced, t, "*")
	}
	if !lettered(n.text) {
		return nil
	}
	return n
}

// lettered reports whether a text has anything that can be looked for.
func lettered(text string) bool {
	return len(arabic.AppendFold(nil, text)) > 0
}

// name reads the name of an entity, a source or a section.
func (p *parser) name(field string) node {
	t := p.token
	if t.kind != wordToken && t.kind != quoteToken || t.kind == wordToken && strings.Contains(t.text, "*") {
		p.failAt(PlainValue, t, field)
		return nil
	}
	p.advance()
	value := tidy(t.text)
	if !lettered(value) {
		return nil
	}
	return &nameNode{field: field, value: value}
}

// state reads a value of is: or has:.
func (p *parser) state(f *Field) node {
	first := p.token
	var value string
	ok := p.longest(func(text string) bool {
		v := f.value(text)
		if v != "" {
			value = v
		}
		return v != ""
	})
	if !ok {
		e := mistake(UnknownValue, first.start, first.end, f.Name, f.nearestValue(first.text))
		p.fail(e)
		return nil
	}
	return &stateNode{field: f.Name, value: value}
}

// date reads the value of date: or mentions:.
func (p *parser) date(field string) node {
	if p.token.kind == exactToken {
		p.advance()
	}
	first := p.token
	var value *dateNode
	ok := p.longest(func(text string) bool {
		w, ok := readWhen(text)
		if ok {
			value = w
		}
		return ok
	})
	if !ok {
		p.failAt(UnreadableDate, first, tidy(first.text))
		return nil
	}
	value.field = field
	return value
}

// longest reads as many words as are a value together: "كانون الثاني 2026". What is in quotation marks takes no words behind it, only
// what is joined to it: >"كانون الثاني 2026". It reports false, and reads nothing, where there is no value.
func (p *parser) longest(value func(text string) bool) bool {
	best, found := *p, false
	text, alone := "", p.token.kind == quoteToken
	for range mostValueWords {
		t := p.token
		if t.kind != wordToken && (t.kind != quoteToken || text != "" && !t.joined) || text != "" && alone && !t.joined {
			break
		}
		word := tidy(t.text)
		if word == "" {
			break
		}
		if text != "" && !t.joined {
			text += " "
		}
		text += word
		alone = alone || t.kind == quoteToken
		p.advance()
		if value(text) {
			best, found = *p, true
		}
	}
	*p = best
	return found
}

// valueNames are the values of a field, for a sentence.
func (f *Field) valueNames() string {
	names := make([]string, len(f.Values))
	for i, v := range f.Values {
		names[i] = v.Name
	}
	return strings.Join(names, ", ")
}
