package entity

import "slices"

// sportWords is how many words of clubs make an article one of sport: players, coaches, teams, and clubs that are nothing else.
const sportWords = 3

// tellClubs makes clubs of the cities of an article about sport that a list has for clubs too (ليون، برشلونة), but for those that
// something is in or goes to.
func (t *Tagger) tellClubs() {
	if t.words(kindClub) < sportWords {
		t.dropPeers()
		return
	}
	t.findClubs()
	clear(t.clubs)
	for i := range t.names {
		if n := &t.names[i]; n.mayBeClub() && (t.listedClub(n) || t.coached(n)) && !t.country(n) && !t.within(n) {
			n.typ = Organisation
			t.clubs[t.spelling(n)] = true
		}
	}
	for i := range t.names {
		if n := &t.names[i]; n.mayBeClub() && t.clubs[t.spelling(n)] && !t.within(n) {
			n.typ = Organisation
		}
	}
}

// spelling is a hash of the words of a name.
func (t *Tagger) spelling(n *name) uint64 {
	hash := t.tokens[n.first].typ.readings[max(n.reading, 0)].hash
	for _, tok := range t.tokens[n.first+1 : n.behind] {
		hash = mix(hash) ^ tok.typ.stem()
	}
	return hash
}

// listedClub reports whether a list has the name for a club too.
func (t *Tagger) listedClub(n *name) bool {
	return slices.ContainsFunc(t.entries, func(m match) bool { return m.first == n.first && m.behind == n.behind && t.alsoClub(&m) })
}

// country reports whether a list has the name for a country.
func (t *Tagger) country(n *name) bool {
	return slices.ContainsFunc(t.entries, func(m match) bool {
		return m.first == n.first && m.behind == n.behind && slices.ContainsFunc(m.others, func(e int32) bool { return t.lists.entry(e).Kind == kindCountry })
	})
}

// coached reports whether what clubs alone have stands before a name: مدرب الشارقة.
func (t *Tagger) coached(n *name) bool {
	return n.typ == Place && n.first > 0 && t.blocks[n.first-1] == n.block && t.tokens[n.first].typ.readings[max(n.reading, 0)].start == 0 &&
		t.tokens[n.first-1].typ.licenses.has(kindClub) && !t.tokens[n.first-1].typ.definite()
}

// mayBeClub tells places, and people of whom the model is not sure.
func (n *name) mayBeClub() bool {
	return n.typ == Place || n.typ == Person && n.behind-n.first == 1 && n.confidence < confidenceListed
}

// dropPeers drops the clubs that are common words, and that an article about something else has only others like them beside (السلم
// الأهلي والوحدة الوطنية).
func (t *Tagger) dropPeers() {
	for i := range t.entries {
		if m := &t.entries[i]; m.peered && t.lists.entry(m.entry).Kind == kindClub {
			t.names = slices.DeleteFunc(t.names, func(n name) bool { return n.first == m.first && n.behind == m.behind })
		}
	}
}

// confidenceClub is that of a name which an article about sport makes a club, and the least that the model must hold of it.
const (
	confidenceClub = 0.6
	leastClub      = 0.05
)

// findClubs notes the clubs of an article about sport that are common words too (ليل), where the model does not hold them for nothing.
func (t *Tagger) findClubs() {
	for i := range t.entries {
		m := &t.entries[i]
		named := slices.ContainsFunc(t.names, func(n name) bool { return n.first < m.behind && m.first < n.behind })
		if named || !t.alsoClub(m) || m.named < leastClub {
			continue
		}
		n := name{
			first: m.first, behind: m.behind, typ: Organisation, confidence: confidenceClub, block: t.blocks[m.first], reading: int16(m.reading),
		}
		if t.within(&n) {
			continue
		}
		at := slices.IndexFunc(t.names, func(n name) bool { return n.first > m.first })
		if at < 0 {
			at = len(t.names)
		}
		t.names = slices.Insert(t.names, at, n)
	}
}

// words counts the words of an article that announce names of a kind, and its entries that are that and nothing else.
func (t *Tagger) words(k listKind) int {
	count := 0
	for i := range t.tokens {
		if t.tokens[i].typ.licenses.has(k) {
			count++
		}
	}
	for i := range t.entries {
		if m := &t.entries[i]; m.met && !m.peered && len(m.others) == 1 && t.lists.entry(m.entry).Kind == k {
			count++
		}
	}
	return count
}

// alsoClub reports whether the words of an entry name a club too, and no country.
func (t *Tagger) alsoClub(m *match) bool {
	club := false
	for _, other := range m.others {
		switch t.lists.entry(other).Kind {
		case kindClub:
			club = true
		case kindCountry:
			return false
		default:
		}
	}
	return club
}

// within reports whether a name stands behind in, to or a word of places.
func (t *Tagger) within(n *name) bool {
	cut := int(t.tokens[n.first].typ.readings[max(n.reading, 0)].start)
	start := t.tokens[n.first].start
	if cut > 0 && t.text[start+cut-2:start+cut] == "ب" {
		return true
	}
	if n.first == 0 {
		return false
	}
	before := t.tokens[n.first-1]
	switch t.text[before.start:before.end] {
	case "في", "إلى", "الى", "وفي", "وإلى":
		return true
	}
	return before.typ.triggers&triggerPlaceHead != 0
}
