package entity

import "jarida/corpus/arabic"

// known is a word by which an article names something that it names surely elsewhere.
type known struct {
	typ    Type
	quoted bool // it is looked for in quotation marks alone
}

// propagate finds what is named again by one word: people by the last word of their names, and whatever was named by one word
// alone. A word that is mostly no name stays what it is.
func (t *Tagger) propagate() {
	clear(t.known)
	t.some = hashBits{}
	clear(t.pairs)
	for _, n := range t.names {
		if n.confidence < Sure {
			continue
		}
		last := t.tokens[n.behind-1].typ
		if n.behind-n.first > 1 && n.typ == Person {
			t.pairs[t.tokens[n.behind-2].typ.stem()^last.stem()*mixer1] = true
			t.know(last, &last.readings[0], known{typ: Person})
		}
		if n.behind-n.first == 1 {
			t.know(last, &last.readings[max(n.reading, 0)], known{typ: n.typ, quoted: t.quotedAt(n.first)})
		}
	}
	if len(t.known) > 0 {
		t.recognise()
	}
}

// shortestKnown is the fewest letters of a word that is looked for.
const shortestKnown = 4

func (t *Tagger) know(w *wordType, r *reading, k known) {
	plain := w.letters >= shortestKnown && !r.ordinary() && w.triggers == 0
	if w.kind == arabic.Mark || w.kind == arabic.Number || w.isAllah() || !plain && !k.quoted {
		return
	}
	k.quoted = !plain
	if old, ok := t.known[r.hash]; ok && (old.typ == Person || k.typ != Person) {
		return
	}
	t.known[r.hash] = k
	t.some.add(r.hash)
}

// quotedAt reports whether a token stands alone in quotation marks.
func (t *Tagger) quotedAt(i int) bool {
	if i == 0 || i+1 == len(t.tokens) {
		return false
	}
	closing := closer(t.tokens[i-1].typ.mark)
	return closing != 0 && closing != ')' && t.tokens[i+1].typ.mark == closing
}

// ordinary tells the words that the training text has often, and in names seldom.
func (r *reading) ordinary() bool {
	return r.count.all > 3 && r.count.within+1 < r.count.all
}

// recognise notes the words of the article that are known, and raises the names that are. A doubtful name of several words gives way
// to a known one among them.
func (t *Tagger) recognise() {
	t.open = append(t.open[:0], t.names...)
	t.names = t.names[:0]
	at, kept := 0, -1 // the first name that does not end before the token, and the last one that is in names again
	for i := range t.tokens {
		for at < len(t.open) && t.open[at].behind <= i {
			at++
		}
		inside := at < len(t.open) && t.open[at].first <= i
		if inside && at > kept {
			t.names, kept = append(t.names, t.open[at]), at
		}
		if inside && t.names[len(t.names)-1].confidence >= Sure && t.open[at].behind-t.open[at].first > 1 {
			continue
		}
		k, reading, ok := t.knownReading(t.tokens[i].typ)
		switch {
		case !ok, k.quoted && !t.quotedAt(i):
		case !inside:
			t.names = append(t.names, name{
				first: i, behind: i + 1, typ: k.typ, confidence: confidenceRepeated, block: t.blocks[i], reading: reading,
			})
		default:
			t.names[len(t.names)-1].become(i, k, reading)
		}
	}
	t.joinPersons()
	t.lengthen()
}

// lengthen gives people who are named by one word the word before it, where they are named by both elsewhere.
func (t *Tagger) lengthen() {
	for i := range t.names {
		n := &t.names[i]
		if n.typ != Person || n.behind-n.first > 1 || n.first == 0 || n.reading > 0 || i > 0 && t.names[i-1].behind == n.first ||
			t.blocks[n.first-1] != n.block {
			continue
		}
		if before := t.tokens[n.first-1].typ; t.pairs[before.stem()^t.tokens[n.first].typ.stem()*mixer1] {
			n.first, n.reading = n.first-1, int16(before.best)
		}
	}
}

// become makes of a name one of the word i, which is known.
func (n *name) become(i int, k known, reading int16) {
	if n.behind-n.first == 1 && n.confidence >= confidenceRepeated {
		return
	}
	if k.typ == Person || n.typ != Person || n.behind-n.first > 1 {
		n.typ = k.typ
	}
	n.first, n.behind, n.reading, n.confidence = i, i+1, reading, confidenceRepeated
}

// joinPersons makes one of two names of people that stand side by side.
func (t *Tagger) joinPersons() {
	kept := t.names[:0]
	for _, n := range t.names {
		if last := len(kept) - 1; last >= 0 && t.follows(&kept[last], &n) {
			kept[last].behind, kept[last].confidence = n.behind, max(kept[last].confidence, n.confidence)
			continue
		}
		kept = append(kept, n)
	}
	t.names = kept
}

// follows reports whether a name of one word goes on with the one before it.
func (t *Tagger) follows(before, n *name) bool {
	return before.typ == Person && n.typ == Person && before.behind == n.first && before.block == n.block && n.behind-n.first == 1 &&
		before.behind-before.first == 1 && (n.reading <= 0 || t.tokens[n.first].typ.readings[n.reading].start == 0)
}

// knownReading gives what is known of a word in one of its readings.
func (t *Tagger) knownReading(w *wordType) (known, int16, bool) {
	if w.kind == arabic.Mark {
		return known{}, 0, false
	}
	for i := range w.cuts() {
		hash := w.readings[i].hash
		if !t.some.maybe(hash) {
			continue
		}
		if k, ok := t.known[hash]; ok {
			return k, int16(i), true
		}
	}
	return known{}, 0, false
}
