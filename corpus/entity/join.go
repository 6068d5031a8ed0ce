package entity

// joinHeads makes one organisation of its head and the name behind it: مستشفى الدكتور سليمان الحبيب، بنك القاهرة. Between them
// stand titles at most.
func (t *Tagger) joinHeads() {
	for i := t.sentence; i < len(t.names); i++ {
		n := &t.names[i]
		if n.typ == Organisation {
			continue
		}
		at := n.first - 1
		for at > t.base && n.typ == Person && t.tokens[at].typ.triggers&triggerTitle != 0 && t.tokens[at].typ.triggers&triggerOrgHead == 0 {
			at--
		}
		if at < t.base || !t.tokens[at].typ.heads() || i > t.sentence && t.names[i-1].behind > at || t.clitic(n) {
			continue
		}
		n.first, n.typ, n.reading = at, Organisation, -1
	}
}

// heads tells the words that make an organisation of any name behind them: no articles, and no words that announce
// what has a name of its own.
func (w *wordType) heads() bool {
	return w.triggers&triggerOrgHead != 0 && !w.definite &&
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
		return typ.readings[n.reading].cut.Start > 0
	}
	return typ.readings[typ.best].cut.Start > 0
}
