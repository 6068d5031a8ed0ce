package entity

import (
	"strings"

	"jarida/corpus/arabic"
)

// settleBorders moves the borders of the names of a sentence to where names begin and end, whatever the training text did: without
// the words that only announce them, and two names are two.
func (t *Tagger) settleBorders(from int) {
	raw := t.names[from:]
	t.open = append(t.open[:0], raw...)
	t.names = t.names[:from]
	for _, n := range t.open {
		t.splitName(n)
	}
}

// splitName keeps a name, or the two that it is: an organisation that goes on with "and" and the head of another.
func (t *Tagger) splitName(n name) {
	for i := n.first + 1; i < n.behind && n.typ == Organisation; i++ {
		if typ := t.tokens[i].typ; typ.best > 0 && typ.readings[typ.best].waw && typ.triggers&triggerOrgHead != 0 && !typ.definite() {
			head := n
			head.behind, n.first = i, i
			t.keepName(head)
			t.splitName(n)
			return
		}
	}
	t.keepName(n)
}

// keepName trims a name and keeps what is left of it.
func (t *Tagger) keepName(n name) {
	t.trimQuotes(&n)
	t.trimHead(&n, triggerVerb)
	switch n.typ {
	case Person:
		t.trimHead(&n, triggerTitle)
		t.growPerson(&n)
	case Place:
		t.trimHead(&n, triggerPlaceHead)
	case Organisation:
		t.trimDescriptor(&n)
		t.growOrganisation(&n)
	case Date, Quantity:
	}
	t.trimMarks(&n)
	if n.typ == Place && n.behind-n.first > 1 && t.tokens[n.first].typ.housed() {
		n.typ = Organisation
	}
	if n.first < n.behind {
		t.names = append(t.names, n)
	}
}

func (t *Tagger) trimMarks(n *name) {
	for n.first < n.behind && t.tokens[n.first].typ.kind == arabic.Mark {
		n.first++
	}
	for n.first < n.behind && t.tokens[n.behind-1].typ.kind == arabic.Mark {
		n.behind--
	}
}

// trimQuotes leaves of a name that reaches over a quotation mark what stands in the marks (مجلة «الهلال»), or what is before a
// closing one.
func (t *Tagger) trimQuotes(n *name) {
	for i := n.first; i < n.behind; i++ {
		mark := t.tokens[i].typ.mark
		if closing := closer(mark); closing != 0 && closing != ')' && mark != closing {
			n.first, i = i+1, i+1
			for i < n.behind && t.tokens[i].typ.mark != closing {
				i++
			}
			n.behind = i
			return
		}
		if mark == '»' || mark == '”' {
			n.behind = i
			return
		}
		if mark == '"' { // the first opens where a word that announces names is before it
			if i-n.first <= 2 && i > n.first && t.tokens[n.first].typ.triggers&(triggerDescriptor|triggerOrgHead) != 0 {
				n.first = i + 1
				continue
			}
			n.behind = i
			return
		}
	}
}

// trimHead takes the words that announce a name off its beginning. The article belongs to a name that is an adjective
// (المنطقة الشرقية), so a definite word stays before another.
func (t *Tagger) trimHead(n *name, head trigger) {
	for n.behind-n.first > 1 {
		first, next := t.tokens[n.first].typ, t.tokens[n.first+1].typ
		if first.triggers&head == 0 || head == triggerPlaceHead && (first.definite() && next.definite() || !first.generic() || t.official(n)) {
			return
		}
		n.first, n.reading = n.first+1, -1
	}
}

// growPerson takes the word before بن into a name that begins with it.
func (t *Tagger) growPerson(n *name) {
	if n.first == t.base || n.first >= n.behind {
		return
	}
	before := t.tokens[n.first-1].typ
	if t.isSon(n.first) && before.kind == arabic.Word && before.triggers == 0 && before.letters > 2 {
		n.first--
	}
}

func (t *Tagger) isSon(i int) bool {
	tok := t.tokens[i]
	return t.text[tok.start:tok.end] == "بن" || t.text[tok.start:tok.end] == "بنت"
}

// growOrganisation takes an adjective behind an organisation that begins with its head into it (مدينة الملك
// عبدالعزيز الطبية), unless it is that of a country.
func (t *Tagger) growOrganisation(n *name) {
	if n.behind >= len(t.tokens) || n.behind-n.first < 2 || t.tokens[n.first].typ.triggers&triggerOrgHead == 0 {
		return
	}
	next := t.tokens[n.behind]
	if next.typ.definite() && !next.typ.isNation() && next.typ.triggers == 0 && strings.HasSuffix(t.text[next.start:next.end], "ية") {
		n.behind++
	}
}

// housed tells the heads of organisations that the training text has for buildings: مستشفى, جامعة.
func (w *wordType) housed() bool {
	return w.triggers&triggerOrgHead != 0 && !w.definite() && (w.licenses.has(kindInstitution) || w.licenses.has(kindUniversity))
}

// generic tells the words that stand before names of places and are no part of them (مدينة، محافظة), unlike شارع and جزيرة.
func (w *wordType) generic() bool {
	return (w.licenses.has(kindCity) || w.licenses.has(kindState)) && w.triggers&triggerOrgHead == 0
}

// official reports whether a list has the whole name, so that its first word belongs to it (قطاع غزة).
func (t *Tagger) official(n *name) bool {
	for i := range t.entries {
		if m := &t.entries[i]; m.first == n.first && m.behind >= n.behind {
			return true
		}
	}
	return false
}

// trimDescriptor takes حركة, تنظيم, صحيفة and their like off a name of one word that a list has without them.
func (t *Tagger) trimDescriptor(n *name) {
	if n.behind-n.first != 2 || t.tokens[n.first].typ.triggers&triggerDescriptor == 0 {
		return
	}
	rest := t.seen.ids[n.first+1-t.base : n.behind-t.base]
	found, length := t.lists.match(rest)
	if entry, ok := named(t.lists, found); ok && length == len(rest) && t.lists.entry(entry).Kind.announced() {
		n.first, n.reading = n.first+1, -1
	}
}

// announced tells the kinds whose names stand behind what announces them, as if in quotation marks: وكالة فارس، حركة طالبان.
func (k listKind) announced() bool {
	switch k {
	case kindAgency, kindNewspaper, kindBroadcaster, kindWebsite, kindGroup:
		return true
	default:
		return false
	}
}
