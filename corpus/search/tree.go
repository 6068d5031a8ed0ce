package search

import (
	"strings"
	"unicode"
)

// node is a clause of a query, or several. It does not change.
type node interface {
	// write prints it so that the parser reads the same.
	write(b *strings.Builder)
}

type (
	// allOf is clauses that all have to fit: two at least, none of which is allOf.
	allOf []node
	// anyOf is clauses one of which has to fit: two at least, none of which is anyOf.
	anyOf []node
	// notNode is a clause that must not fit. It is no notNode itself.
	notNode struct{ node }
)

// termNode is a word or a phrase to be found in the text.
type termNode struct {
	leaf

	quoted bool
	end    int // of the term in the query, in bytes
}

// nameNode is an entity, a source or a section.
type nameNode struct {
	field string
	value string // as typed
}

// stateNode is what is: or has: asks for.
type stateNode struct {
	field string
	value string // as it is printed
}

func (n allOf) write(b *strings.Builder) {
	for i, c := range n {
		if i > 0 {
			b.WriteByte(' ')
		}
		if i > 0 && takes(n[i-1], n[i:]) {
			b.WriteString("AND ")
		}
		if _, ok := c.(anyOf); ok {
			writeGroup(b, c)
		} else {
			c.write(b)
		}
	}
}

func (n anyOf) write(b *strings.Builder) {
	for i, c := range n {
		if i > 0 {
			b.WriteString(" OR ")
		}
		if _, ok := c.(allOf); ok {
			writeGroup(b, c)
		} else {
			c.write(b)
		}
	}
}

func (n notNode) write(b *strings.Builder) {
	b.WriteByte('-')
	switch n.node.(type) {
	case allOf, anyOf:
		writeGroup(b, n.node)
	default:
		n.node.write(b)
	}
}

func writeGroup(b *strings.Builder, n node) {
	b.WriteByte('(')
	n.write(b)
	b.WriteByte(')')
}

func (t *termNode) write(b *strings.Builder) {
	if t.title {
		b.WriteString(titleField + ":")
	}
	switch {
	case t.exact:
		b.WriteByte('=')
	case t.near:
		b.WriteByte('~')
	}
	if t.quoted {
		b.WriteString(`"` + t.text + `"`)
	} else {
		b.WriteString(t.text)
	}
	if t.prefix {
		b.WriteByte('*')
	}
}

func (n *nameNode) write(b *strings.Builder) { b.WriteString(n.field + ":" + quotedValue(n.value)) }

func (n *stateNode) write(b *strings.Builder) { b.WriteString(n.field + ":" + n.value) }

func (w *dateNode) write(b *strings.Builder) { b.WriteString(w.field + ":" + quotedValue(w.text())) }

// quotedValue gives the value of a field, in quotation marks where it is not plainly one word.
func quotedValue(value string) string {
	for _, r := range value {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && !strings.ContainsRune("-.<>=/", r) {
			return `"` + value + `"`
		}
	}
	if strings.HasPrefix(value, "-") || strings.HasPrefix(value, "=") {
		return `"` + value + `"`
	}
	return value
}

// takes reports whether the date that a clause ends with would go on in the words behind it: date:2026 before يناير.
func takes(n node, behind []node) bool {
	if excluded, ok := n.(notNode); ok {
		n = excluded.node
	}
	w, ok := n.(*dateNode)
	if !ok {
		return false
	}
	words := []string{w.text()}
	for i := 0; i < len(behind) && i < mostValueWords; i++ {
		t, ok := behind[i].(*termNode)
		if !ok || t.quoted || t.exact || t.near || t.title {
			return false
		}
		words = append(words, t.text)
		if _, ok := readWhen(strings.Join(words, " ")); ok {
			return true
		}
	}
	return false
}
