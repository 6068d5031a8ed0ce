package entity

import (
	"strings"

	"jarida/corpus/arabic"
)

// What is sure without the model, and how sure.
const (
	confidenceListed   = 0.9  // a list has it, and it has the context that it needs
	confidenceQuoted   = 0.85 // in quotation marks behind what announces a name
	confidenceRepeated = 0.8  // it is named with more words elsewhere in the article
	confidenceTitled   = 0.55 // a title stands before what the model has for a person
)

// fromLists notes the entries of the lists that the model did not see, where it does not hold them for nothing.
func (t *Tagger) fromLists(block int) {
	for _, m := range t.seen.matches {
		first, behind := t.base+m.first, t.base+m.behind
		typ, ok := t.listType(&m)
		if !ok || !m.met {
			continue
		}
		inName, whole := t.overlapped(first, behind)
		if whole != nil {
			whole.listed(typ, t.lists.entry(m.entry).Kind, int16(m.reading))
			continue
		}
		if inName && typ == Organisation && t.widen(first, behind, int16(m.reading)) {
			continue
		}
		if inName || !m.dated && t.doubts(&m, first, behind) {
			continue
		}
		n := name{first: first, behind: behind, typ: typ, confidence: confidenceListed, block: block, reading: int16(m.reading)}
		t.trimDescriptor(&n)
		t.names = append(t.names, n)
	}
}

// leastWidened is how sure the model must be of the further words of what it has for a place or person.
const leastWidened = 0.3

// widen makes of a name that is a part of an organisation of the lists the whole of it: (سكاي نيوز) عربية. It reports whether there is one.
func (t *Tagger) widen(first, behind int, reading int16) bool {
	var part *name
	for i := t.sentence; i < len(t.names); i++ {
		n := &t.names[i]
		switch {
		case n.first >= behind || n.behind <= first:
		case part != nil || n.first < first || n.behind > behind:
			return false
		default:
			part = n
		}
	}
	if part == nil || part.typ == Organisation && part.first > first { // the words before are what announces it
		return false
	}
	for i := part.behind; i < behind; i++ {
		if part.typ != Organisation && t.named(i) < leastWidened {
			return false
		}
	}
	part.first, part.behind, part.typ, part.reading = first, behind, Organisation, reading
	part.confidence = max(part.confidence, confidenceListed)
	return true
}

// listType is the type of an entry that is a mention by itself.
func (t *Tagger) listType(m *match) (Type, bool) {
	switch k := t.lists.entry(m.entry).Kind; {
	case k.place():
		return Place, true
	case k.organisation():
		return Organisation, true
	case k == kindPerson:
		return Person, true
	}
	return 0, false
}

// listed makes a name that a list has surer, and of the list's type where the model doubts. Countries and organisations are listed
// with care, and are what the list says.
func (n *name) listed(typ Type, k listKind, reading int16) {
	if n.typ != typ && n.confidence > 0.8 && k != kindCountry && typ != Organisation {
		return
	}
	n.typ, n.reading = typ, reading
	n.confidence = max(n.confidence, confidenceListed)
}

// overlapped reports whether a name of this sentence reaches into the range, and gives the name that is the range.
func (t *Tagger) overlapped(first, behind int) (bool, *name) {
	for i := len(t.names) - 1; i >= t.sentence; i-- {
		n := &t.names[i]
		if n.first == first && n.behind == behind {
			return true, n
		}
		if n.first < behind && first < n.behind {
			return true, nil
		}
	}
	return false, nil
}

// doubts reports whether the words of an entry are rather something else here: single words that the model is sure about, and
// adjectives of countries.
func (t *Tagger) doubts(m *match, first, behind int) bool {
	if behind-first > 1 {
		return false
	}
	typ := t.tokens[first].typ
	if typ.isNation() && !typ.readings[m.reading].starts {
		return true
	}
	least := float32(0.05)
	switch {
	case t.lists.entry(m.entry).Kind == kindCountry, t.lists.entry(m.entry).Kind == kindPerson:
		least = 0.01
	case typ.readings[m.reading].count.all == 0:
		least = 0.2
	}
	if c := typ.readings[m.reading].count; c.all > 3 && c.named+2 < c.all { // a common word that few names begin with
		least = 0.3
	}
	return t.named(first) < least
}

// confidenceParts is that of names which only their parts tell.
const confidenceParts = 0.6

// fromParts notes runs of two words and more that may be parts of people's names, where the model does not hold them for nothing:
// the first a common part of names, or any behind a title.
func (t *Tagger) fromParts(block int) {
	for i := t.base; i+1 < len(t.tokens); i++ {
		if !t.tokens[i].typ.is(partOfName) {
			continue
		}
		least, odds := uint8(3), float32(0.2)
		if chain := t.seen.chains[i-t.base]; chain/longestChain == chainTitle {
			least, odds = 1, 0.1
		}
		if !t.tokens[i].typ.part(least) {
			continue
		}
		j, named := i+1, t.named(i)
		for j < len(t.tokens) && j < i+4 && t.tokens[j].typ.further() {
			named += t.named(j)
			j++
		}
		if j-i < 2 || named/float32(j-i) <= odds {
			continue
		}
		if t.yield(i, j) {
			t.names = append(t.names, name{first: i, behind: j, typ: Person, confidence: confidenceParts, block: block, reading: -1})
			i = j
		}
	}
}

// yield drops the doubtful names of this sentence that reach into a range, and reports whether no sure one does.
func (t *Tagger) yield(first, behind int) bool {
	reaches := func(n *name) bool { return n.first < behind && first < n.behind }
	for i := t.sentence; i < len(t.names); i++ {
		if n := &t.names[i]; reaches(n) && n.confidence >= Sure {
			return false
		}
	}
	kept := t.names[:t.sentence]
	for _, n := range t.names[t.sentence:] {
		if !reaches(&n) {
			kept = append(kept, n)
		}
	}
	t.names = kept
	return true
}

// further reports whether the word may be a further part of a person's name: known for one, or unknown altogether.
func (w *wordType) further() bool {
	whole := &w.readings[0]
	return w.kind == arabic.Word && w.letters > 2 && w.plain() && (whole.part > 0 || whole.count.all == 0 && !w.definite() && w.best == 0)
}

// part reports whether the word is so common a part of people's names, and no common word.
func (w *wordType) part(least uint8) bool {
	return w.readings[w.best].part >= least && w.plain()
}

// plain tells words that are not often something else than a name.
func (w *wordType) plain() bool {
	return w.triggers == 0 && !w.readings[w.best].ordinary() && !w.isNation()
}

// fromQuotes notes what stands in quotation marks behind a word that announces organisations or places: صحيفة «الشرق الأوسط».
func (t *Tagger) fromQuotes(block int) {
	s := &t.seen
	for i := 0; i < len(s.tokens); i++ {
		if s.quotes[i] != quoteAnnounced {
			continue
		}
		j := i + 1
		for j < len(s.tokens) && s.quotes[j] == quoteAnnounced {
			j++
		}
		if typ, ok := s.announces(i - 2); ok && (j-i > 1 || s.tokens[i].typ.nameable(t.text[s.tokens[i].start:s.tokens[i].end])) {
			t.quoted(name{first: t.base + i, behind: t.base + j, typ: typ, confidence: confidenceQuoted, block: block, reading: 0})
		}
		i = j
	}
}

// announces gives the type of the names that the words at and before i announce.
func (s *sentence) announces(i int) (Type, bool) {
	for k := i; k >= 0 && k > i-3; k-- {
		if k < i && (s.tokens[k].typ.licenses.has(kindMinistry) || s.tokens[k+1].typ.triggers&triggerFunction != 0) {
			return 0, false // نفت وزارة الخارجية الإيرانية «بشدة»: the name is complete
		}
		licensed := s.tokens[k].typ.licenses
		for kind := range kindEnd {
			if licensed.has(kind) && kind.organisation() {
				return Organisation, true
			}
		}
		if licensed != 0 {
			return Place, true
		}
	}
	return 0, false
}

// nameable reports whether a word that stands alone in quotation marks may be a name: no word with a pronoun («تضامنها»).
func (w *wordType) nameable(word string) bool {
	const shortest = 5 // letters: shorter names that end so are names (طه، مها)
	return w.letters < shortest || !strings.HasSuffix(word, "ها") && !strings.HasSuffix(word, "هم")
}

// quoted puts a name in the place of all that reach into it.
func (t *Tagger) quoted(n name) {
	kept := t.names[:t.sentence]
	for _, old := range t.names[t.sentence:] {
		if old.first >= n.behind || old.behind <= n.first {
			kept = append(kept, old)
			continue
		}
		if old.first == n.first && old.behind == n.behind && old.typ == n.typ {
			n.confidence = max(n.confidence, old.confidence)
		}
	}
	t.names = kept
	t.names = append(t.names, n)
}

// veto drops the names that are single adjectives of countries or peoples (الروسي، الأميركيين), and single words of which no name
// consists.
func (t *Tagger) veto() {
	kept := t.names[:t.sentence]
	for _, n := range t.names[t.sentence:] {
		if !t.inOffice(&n) && (n.behind-n.first > 1 || !t.vetoed(&n)) {
			kept = append(kept, n)
		}
	}
	t.names = kept
}

// inOffice reports whether a name is the field of a minister, which is a title and no ministry: وزيرة الخارجية الكندية.
func (t *Tagger) inOffice(n *name) bool {
	if n.typ != Organisation || n.first == t.base {
		return false
	}
	before := t.tokens[n.first-1]
	if before.typ.triggers&triggerTitle == 0 || t.tokens[n.first].typ.triggers&triggerOrgHead != 0 {
		return false
	}
	word := t.text[before.start:before.end]
	return strings.Contains(word, "وزير") || strings.Contains(word, "وزراء")
}

// isAdjective reports whether a single word, which a country is called by too, is an adjective here: it has an article, and so has the
// feminine before it (الهيئة السعودية).
func (t *Tagger) isAdjective(n *name) bool {
	if n.typ != Place || n.first == t.base || !t.tokens[n.first].typ.definite() {
		return false
	}
	typ := t.tokens[n.first].typ
	before := t.tokens[n.first-1]
	word := t.text[before.start:before.end]
	return typ.best == 0 && typ.readings[0].nation && before.typ.definite() && before.typ.triggers&triggerPlaceHead == 0 &&
		(strings.HasSuffix(word, "ة") || strings.HasSuffix(word, "ات"))
}

// leastNisba is how common a part of people's names the adjective of a country must be to be a name by itself.
const leastNisba = 4

func (t *Tagger) vetoed(n *name) bool {
	typ := t.tokens[n.first].typ
	if t.isAdjective(n) || n.typ == Person && typ.isAllah() {
		return true
	}
	if n.reading >= 0 && typ.readings[n.reading].starts {
		return false
	}
	for i := range typ.cuts() {
		r := &typ.readings[i]
		if r.starts && !r.nation {
			return false
		}
		if r.nation {
			return n.typ != Person || r.part < leastNisba
		}
	}
	return typ.triggers&(triggerFunction|triggerMonth|triggerWeekday|triggerVerb) != 0 || typ.letters < 2
}
