package search

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// queryToken is one piece of a query.
type queryToken struct {
	kind       tokenKind
	start, end int    // bytes of the query
	text       string // a word as typed, what a quotation holds, the name of a field
	joined     bool   // nothing stands between it and the token before it
}

type tokenKind uint8

const (
	endToken    tokenKind = iota
	wordToken             // also what has no letter: the parser knows where that means something
	quoteToken            // what stands in quotation marks
	fieldToken            // a name and the colon behind it; text is the name as it is printed
	openToken             // (
	closeToken            // )
	orToken               // | or OR
	andToken              // AND
	notToken              // - or NOT
	exactToken            // = before a word or quotation
	nearToken             // ~ before a word
	brokenToken           // a mistake: the lexer's err says which
)

// lexer divides a query into tokens.
type lexer struct {
	text string
	at   int
	last tokenKind // of the token before
	err  *SyntaxError
}

// quotes are the marks that open a quotation and those that close it.
var quotes = [...]struct {
	open   rune
	closed string
}{{'"', `"`}, {'«', "»"}, {'»', "«"}, {'“', "”“"}, {'”', "“”"}, {'„', "“”"}, {'‟', "”“"}}

// next gives the next token.
func (l *lexer) next() queryToken {
	from := l.at
	l.skip()
	t := l.token()
	t.joined = t.start == from && from > 0
	l.at, l.last = t.end, t.kind
	return t
}

// token reads the token that begins here.
func (l *lexer) token() queryToken {
	i := l.at
	if i == len(l.text) {
		return queryToken{kind: endToken, start: i, end: i}
	}
	r, n := utf8.DecodeRuneInString(l.text[i:])
	switch r {
	case '(':
		return queryToken{kind: openToken, start: i, end: i + n}
	case ')':
		return queryToken{kind: closeToken, start: i, end: i + n}
	case '|':
		return queryToken{kind: orToken, start: i, end: i + n, text: "|"}
	case '-':
		return queryToken{kind: notToken, start: i, end: i + n, text: "-"}
	case '=':
		return queryToken{kind: exactToken, start: i, end: i + n, text: "="}
	case '~':
		return queryToken{kind: nearToken, start: i, end: i + n, text: "~"}
	}
	if closed := closing(r); closed != "" {
		return l.quotation(i, i+n, closed)
	}
	if t, ok := l.field(i); ok {
		return t
	}
	return l.word(i)
}

// skip passes over what separates tokens: white space, the Arabic comma, what cannot be seen, and the signs - = ~ where nothing
// follows that they could belong to.
func (l *lexer) skip() {
	for l.at < len(l.text) {
		r, n := utf8.DecodeRuneInString(l.text[l.at:])
		if !blank(r) && (!strings.ContainsRune("-=~", r) || !l.idle(l.at+n)) {
			return
		}
		l.at += n
	}
}

// idle reports whether nothing stands at i that a sign before it could belong to.
func (l *lexer) idle(i int) bool {
	r, n := utf8.DecodeRuneInString(l.text[i:])
	return n == 0 || blank(r) || r == ')' || r == '|'
}

// blank reports whether a character separates tokens.
func blank(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || r == '،' || hidden(r)
}

// hidden reports whether a character is an invisible one that says nothing about letters: a mark of direction, a byte order mark, a soft
// hyphen. Joiners are none of these.
func hidden(r rune) bool {
	return unicode.Is(unicode.Cf, r) && r != '\u200c' && r != '\u200d' && (r < 0x600 || r > 0x8e2)
}

// closing gives the marks that close a quotation which a character opens, "" where it opens none.
func closing(r rune) string {
	for _, q := range quotes {
		if q.open == r {
			return q.closed
		}
	}
	return ""
}

// quotation reads what stands in quotation marks from i on.
func (l *lexer) quotation(start, i int, closed string) queryToken {
	length := strings.IndexAny(l.text[i:], closed)
	if length < 0 {
		mark, _ := utf8.DecodeRuneInString(closed)
		return l.broken(mistake(UnclosedQuote, start, len(l.text), string(mark), ""))
	}
	_, n := utf8.DecodeRuneInString(l.text[i+length:])
	return queryToken{kind: quoteToken, start: start, end: i + length + n, text: tidy(l.text[i : i+length])}
}

// broken gives the token of a mistake.
func (l *lexer) broken(e *SyntaxError) queryToken {
	l.err = e
	return queryToken{kind: brokenToken, start: e.Start, end: e.End}
}

// tidy gives what stands in a quotation without marks of quotation, controls and needless white space.
func tidy(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case hidden(r):
			return -1
		case r == utf8.RuneError || unicode.IsControl(r) || closing(r) != "":
			return ' '
		}
		return r
	}, text)
	return strings.Join(strings.Fields(text), " ")
}

// word reads the word that begins at i, which may be AND, OR or NOT.
func (l *lexer) word(i int) queryToken {
	end := i + strings.IndexFunc(l.text[i:], endsWord)
	if end < i {
		end = len(l.text)
	}
	t := queryToken{kind: wordToken, start: i, end: end, text: visible(l.text[i:end])}
	if l.last == fieldToken || l.last == exactToken || l.last == nearToken {
		return t
	}
	switch t.text {
	case "OR":
		t.kind = orToken
	case "AND":
		t.kind = andToken
	case "NOT":
		t.kind = notToken
	}
	return t
}

// endsWord reports whether a character stands behind the end of a word. What cannot be seen does not end one.
func endsWord(r rune) bool {
	return blank(r) && !hidden(r) || r == '(' || r == ')' || r == '|' || closing(r) != ""
}

// visible gives a word without what cannot be seen, and in valid UTF-8.
func visible(word string) string {
	return strings.Map(func(r rune) rune {
		if hidden(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(word, "\uFFFD"))
}

// field reads the name of a field at i and the colon behind it. A word that names none, with white space behind the colon, is a word:
// many titles have one. So is the first part of an address.
func (l *lexer) field(i int) (t queryToken, ok bool) {
	if l.last == fieldToken || l.last == exactToken || l.last == nearToken {
		return t, false
	}
	colon := i + strings.IndexFunc(l.text[i:], func(r rune) bool { return !inName(r) })
	if colon <= i || l.text[colon] != ':' {
		return t, false
	}
	name := l.text[i:colon]
	if f := findField(name); f != nil {
		return queryToken{kind: fieldToken, start: i, end: colon + 1, text: f.Name}, true
	}
	if l.idle(colon+1) || l.text[colon+1] == '/' {
		return t, false
	}
	return l.broken(mistake(UnknownField, i, colon+1, visible(name), nearestField(name))), true
}

// inName reports whether a character may stand in the name of a field.
func inName(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || hidden(r) }
