package entity

import "jarida/corpus/arabic"

// joinHeads makes one organisation of its head and the name behind it: مستشفى الدكتور سليمان الحبيب، أمانة منطقة الرياض. Between them stand
// titles at most, or what places are.
func (t *Tagger) joinHeads() {
	for i := t.sentence; i < len(t.names); i++ {
		n := &t.names[i]
		if n.typ == Organisation || t.clitic(n) {
			continue
		}
		at := n.first - 1
		for at > t.base && t.announces(at, n.typ) {
			at--
		}
		head := t.tokens[max(at, t.base)].typ
		switch {
		case at < t.base || !head.heads() || i > t.sentence && t.names[i-1].behind > at:
			continue
		case n.typ == Person && !head.namedAfter(), at < n.first-1 && head.triggers&triggerPlaceHead != 0 && n.typ == Place:
			continue
		}
		n.first, n.typ, n.reading = at, Organisation, -1
		t.growOrganisation(n)
	}
}

// announces reports whether a word may stand between the head of an organisation and the name in it: a title, what a place is, a stop
// behind a short title (د.).
func (t *Tagger) announces(i int, typ Type) bool {
	w := t.tokens[i].typ
	switch {
	case w.kind == arabic.Mark:
		return typ == Person && w.mark == '.' && i > t.base && t.tokens[i-1].typ.letters == 1
	case w.triggers&triggerOrgHead != 0:
		return false
	case typ == Person && (w.triggers&triggerTitle != 0 || w.letters == 1 && t.tokens[i+1].typ.mark == '.'):
		return true
	}
	return w.triggers&triggerPlaceHead != 0 && w.generic() && !w.definite()
}

// namedAfter tells the heads of organisations that are named after people; others are people's own: مكتب نتنياهو، إدارة ترامب.
func (w *wordType) namedAfter() bool {
	return w.licenses.has(kindUniversity) || w.licenses.has(kindSite) || w.licenses.has(kindAid) || w.licenses.has(kindCity)
}

// heads tells the words that make an organisation of any name behind them: no articles, and no words that announce
// what has a name of its own.
func (w *wordType) heads() bool {
	return w.triggers&triggerOrgHead != 0 && !w.definite() &&
		!w.licensesAnnounced()
}

// licensesAnnounced reports whether the word announces names that stand for themselves.
func (w *wordType) licensesAnnounced() bool {
	for k := range kindEnd {
		if w.licenses.has(k) && k.announced() {
			return true
		}
	}
	return false
}

// clitic reports whether a clitic stands before the name, so that it is not what a head is the head of.
func (t *Tagger) clitic(n *name) bool {
	typ := t.tokens[n.first].typ
	if n.reading >= 0 {
		return typ.readings[n.reading].start > 0
	}
	return typ.readings[typ.best].start > 0
}
