package entity

// sportWords is how many words of clubs make an article one of sport: players, coaches, teams, and clubs that are nothing else.
const sportWords = 3

// tellClubs makes clubs of the cities of an article about sport that a list has for clubs too (ليون، برشلونة), but for those that
// something is in or goes to.
func (t *Tagger) tellClubs() {
	if t.words(kindClub) < sportWords {
		return
	}
	for i := range t.entries {
		m := &t.entries[i]
		if !t.alsoClub(m) {
			continue
		}
		for k := range t.names {
			n := &t.names[k]
			if n.typ == Place && n.first == m.first && n.behind == m.behind && !t.within(n) {
				n.typ = Organisation
			}
		}
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
		if m := &t.entries[i]; m.met && len(m.others) == 1 && t.lists.entry(m.entry).Kind == k {
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
	cut := t.tokens[n.first].typ.readings[max(n.reading, 0)].cut.Start
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
