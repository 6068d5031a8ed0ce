package entity

// The codes of lists: what an entry is, whether it has the context that it needs, and where in it the token stands.
const (
	listGroups    = 8
	listPositions = 3 // alone, first, further
	listCodes     = 1 + listGroups*2*listPositions
)

// listGroup puts kinds together that stand in a text alike.
func listGroup(k listKind) uint8 {
	switch {
	case k == kindCountry:
		return 0
	case k == kindState, k == kindCity:
		return 1
	case k.place():
		return 2
	case k <= kindWebsite:
		return 3
	case k <= kindMinistry:
		return 4
	case k.organisation():
		return 5
	case k == kindPerson:
		return 6
	}
	return 7
}

// observeLists finds the entries that the tokens are, the longest at each place, and none across another.
func (s *sentence) observeLists(l *lists) {
	for i := 0; i < len(s.tokens); i++ {
		if !s.tokens[i].typ.is(startsEntry) {
			continue
		}
		if m, ok := s.matchAt(l, i); ok {
			s.matches = append(s.matches, m)
			i = m.behind - 1
		}
	}
	for k := range s.matches {
		m := &s.matches[k]
		s.choose(l, m)
		s.mark(m, l.entry(m.entry).Kind)
	}
}

// choose settles which of the entries of a run it is: one whose context is there before one that needs none.
func (s *sentence) choose(l *lists, m *match) {
	known := m.met
	for _, k := range m.others {
		e := *l.entry(k)
		if known { // what it is without a context, it is beside its peers too
			e.Context &^= contextPeer | contextNationality
		}
		if e.Context != 0 && e.Kind < kindNationality && s.met(l, m, &e) {
			m.entry, m.met = k, true
			e.Context &^= contextPeer
			m.peered = !s.met(l, m, &e)
			return
		}
	}
}

// matchAt gives the longest entry at a token, in whatever reading of its first word; the best reading comes first.
func (s *sentence) matchAt(l *lists, i int) (match, bool) {
	typ := s.tokens[i].typ
	m := match{first: i, behind: i}
	for k := range typ.cuts() {
		if r := &typ.readings[k]; !r.starts || !r.entry && (i+1 == len(s.ids) || s.ids[i+1] == 0) {
			continue
		}
		whole := s.ids[i]
		s.ids[i] = typ.readings[k].id
		found, n := l.match(s.ids[i:])
		s.ids[i] = whole
		entry, ok := named(l, found)
		if !ok || i+n < m.behind || i+n == m.behind && uint8(k) != typ.best || n == 1 && !typ.likely(k) {
			continue
		}
		m.behind, m.reading, m.entry, m.met = i+n, uint8(k), entry, l.entry(entry).Context == 0
		m.others = found
	}
	return m, m.behind > i
}

// likely reports whether a reading may be taken for an entry of one word: a short stem, and one behind ك or ف, which stand before
// few names, only if it is the best reading.
func (w *wordType) likely(k int) bool {
	r := &w.readings[k]
	return k == int(w.best) || r.start == 0 || r.waw || r.long && !r.rareClitic
}

// named gives the entry that a run of words most likely is: one that needs no context before others. Nationalities, peoples and
// triggers are no names.
func named(l *lists, found []int32) (int32, bool) {
	best, ok := int32(0), false
	for _, e := range found {
		if entry := l.entry(e); entry.Kind >= kindNationality || ok && entry.Context != 0 {
			continue
		}
		if !ok || l.entry(best).Context != 0 {
			best, ok = e, true
		}
	}
	return best, ok
}

// met reports whether an entry has one of the neighbourhoods that it needs.
func (s *sentence) met(l *lists, m *match, e *listEntry) bool {
	before, behind := s.around(m.first-1), s.around(m.behind)
	if e.Context&contextQuotes != 0 && m.reading > 0 && s.tokens[m.first].typ.is(quotedLam) {
		return true
	}
	if e.Context&contextCredit != 0 && s.dated(l, m) {
		m.dated = true
		return true
	}
	quoted := closer(before.mark) != 0 && closer(before.mark) == behind.mark
	if quoted {
		if e.Context&contextQuotes != 0 && before.mark != '(' || e.Context&contextCredit != 0 && (s.credit || s.quotes[m.first] == quoteLast) {
			return true
		}
		before = s.around(m.first - 2)
	}
	if e.Context&contextDescriptor != 0 && before.licenses.has(e.Kind) {
		return true
	}
	if e.Context&contextNationality != 0 && behind.isNation() {
		return true
	}
	return e.Context&contextPeer != 0 && s.peer(l, m, e.Kind)
}

// farthestCredit is how many tokens stand before a credit at the beginning of a text: the reporter's name.
const farthestCredit = 6

// dated reports whether an entry stands where an article says who reports from where: سبق - الرياض:, alone between dashes or ends, and is no place.
func (s *sentence) dated(l *lists, m *match) bool {
	for _, other := range m.others {
		if l.entry(other).Kind.place() {
			return false
		}
	}
	before, behind := s.around(m.first-1).mark, s.around(m.behind).mark
	left := m.first == 0 || dash(before)
	right := m.behind == len(s.tokens) || dash(behind) || behind == ':'
	return s.opens && left && right && m.first <= farthestCredit && (dash(before) || dash(behind) || m.first == 0 && m.behind == len(s.tokens))
}

func dash(r rune) bool {
	return r == '-' || r == '–' || r == '—' || r == 'ـ' || r == '/' || r == '|'
}

// around gives the type of a token, one that says nothing outside of the sentence.
func (s *sentence) around(i int) *wordType {
	if i < 0 || i >= len(s.tokens) {
		return &wordType{}
	}
	return s.tokens[i].typ
}

// peer reports whether the sentence has another entry of the kind.
func (s *sentence) peer(l *lists, m *match, k listKind) bool {
	for i := range s.matches {
		if other := &s.matches[i]; other != m && other.entry != m.entry && l.entry(other.entry).Kind == k {
			return true
		}
	}
	return false
}

// mark sets the codes of the tokens of a match.
func (s *sentence) mark(m *match, k listKind) {
	code := listGroup(k) * 2
	if m.met {
		code++
	}
	for i := m.first; i < m.behind; i++ {
		position := uint8(0)
		if m.behind-m.first > 1 {
			position = 1
		}
		if i > m.first {
			position = 2
		}
		s.lists[i] = 1 + code*listPositions + position
	}
}
