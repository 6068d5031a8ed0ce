package story

import (
	"cmp"
	"slices"
	"strings"

	"jarida/corpus/article"
	"jarida/corpus/entity"
)

// SureNames gives the mentions of an article that are more likely names of people, places and organisations than not. Where all versions number
// their entities alike, it gives these numbers, too.
func SureNames(mentions []entity.Resolved, alike bool) (list []Name) {
	for _, m := range mentions {
		if m.Confidence < entity.Sure || m.Type > entity.Organisation {
			continue
		}
		name := Name{Range: article.Range{Start: m.Start, End: m.End}, Type: m.Type, Entity: -1}
		if alike {
			name.Entity = int32(m.Entity)
		}
		list = append(list, name)
	}
	return list
}

// mostNames bounds the names of a sentence that are looked at: more than any has that somebody reads.
const mostNames = 64

// namesIn gives the names within a sentence.
func (s *side) namesIn(t *told) []Name {
	all := s.version.Names
	first, _ := slices.BinarySearchFunc(all, t.Start, func(n Name, start int) int { return cmp.Compare(n.Start, start) })
	end := first
	for end < len(all) && all[end].End <= t.End && end-first < mostNames {
		end++
	}
	return all[first:end]
}

// namedIn is a name that the match of its sentence does not have, and what it is compared by.
type namedIn struct {
	Name
	parts []string
}

// missingNames gives the names of a sentence that its match does not have. That has one if it names the same, in a shorter or longer form
// or another spelling, or if it has the words of the name, or the last of them without naming another by it.
func missingNames(x *side, s *told, y *side, t *told) (missing []namedIn) {
	own, others := x.namesIn(s), y.namesIn(t)
	forms := make([][]string, len(others))
	for i, o := range others {
		forms[i] = entity.NameParts(y.version.Src[o.Start:o.End])
	}
	var all, free partSet
	for _, name := range own {
		n := namedIn{name, entity.NameParts(x.version.Src[name.Start:name.End])}
		if len(n.parts) == 0 || n.isAmong(others, forms) {
			continue
		}
		if all == nil {
			all, free = partSet{}, partSet{}
			y.enterWords(all, t, nil)
			y.enterWords(free, t, others)
		}
		if !all.hasAll(n.parts) && !n.shortened(free) {
			missing = append(missing, n)
		}
	}
	return missing
}

// isAmong reports whether one of other names is the same.
func (n *namedIn) isAmong(others []Name, forms [][]string) bool {
	for i, o := range others {
		same := n.Entity >= 0 && n.Entity == o.Entity
		if same || entity.SameName(n.parts, forms[i]) {
			return true
		}
	}
	return false
}

// shortened reports whether words that are no names have the last part of the name, by which people and offices are called in short, or
// the first of a place: الغوطة is الغوطة الشرقية.
func (n *namedIn) shortened(free partSet) bool {
	first, last := n.parts[0], n.parts[len(n.parts)-1]
	return free.has(last) || free.hasGlued(last) || n.Type == entity.Place && strings.HasPrefix(first, "ال") && free.has(first)
}

// tellingNames gives those of the names that a match does not have which say something else: it has others of their type in their place, or
// its version has them nowhere.
func tellingNames(missing, others []namedIn, y *side) (list []Difference) {
	for _, n := range missing {
		replaced := slices.ContainsFunc(others, func(o namedIn) bool { return o.Type == n.Type })
		if replaced || !y.allParts().hasAll(n.parts) {
			list = append(list, Difference{n.Range, true})
		}
	}
	return list
}

// allParts gives the words of all sentences.
func (s *side) allParts() partSet {
	if s.parts == nil {
		s.parts = partSet{}
		for i := range s.list {
			s.enterWords(s.parts, &s.list[i], nil)
		}
	}
	return s.parts
}

// enterWords enters the words of a sentence, those of some names left out.
func (s *side) enterWords(set partSet, t *told, without []Name) {
	at := t.Start
	for _, n := range without {
		if n.Start > at {
			set.enter(s.version.Src[at:n.Start])
		}
		at = max(at, n.End)
	}
	if at < t.End {
		set.enter(s.version.Src[at:t.End])
	}
}

// partSet is the words of a text, as parts of names are compared, by their keys.
type partSet map[string][]string

// enter enters the words of a text, each also without what may be written together with it.
func (p partSet) enter(text string) {
	for _, word := range entity.NameParts(text) {
		p.add(word)
		for range 2 { // "and by", "and for"
			bare := withoutClitic(word)
			if bare == word {
				break
			}
			word = bare
			p.add(word)
		}
	}
}

func (p partSet) add(word string) {
	key := entity.PartKey(word)
	if !slices.Contains(p[key], word) {
		p[key] = append(p[key], word)
	}
}

// withoutClitic takes a conjunction or preposition of one letter from a normalised word; the word itself where there is none.
func withoutClitic(word string) string {
	const letter, least = len("ل"), 3 * len("ل")
	for _, c := range [...]string{"و", "ف", "ب", "ل", "ك"} {
		bare, ok := strings.CutPrefix(word, c)
		if !ok || len(bare) < least {
			continue
		}
		if c == "ل" && strings.HasPrefix(bare, "ل") && len(bare) >= least+letter {
			return "ا" + bare // للكرملين
		}
		return bare
	}
	return word
}

func (p partSet) has(part string) bool {
	return slices.ContainsFunc(p[entity.PartKey(part)], func(q string) bool { return entity.SamePart(part, q) })
}

func (p partSet) hasAll(parts []string) bool {
	return !slices.ContainsFunc(parts, func(part string) bool { return !p.has(part) })
}

// hasGlued reports whether a word begins or ends with a part: the space between two words is lost on many pages.
func (p partSet) hasGlued(part string) bool {
	const least, most = 4 * len("ل"), 256 // bytes of the part; words of a sentence that is still searched for it
	if len(part) < least || len(p) > most {
		return false
	}
	for _, words := range p {
		if slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, part) || strings.HasSuffix(w, part) }) {
			return true
		}
	}
	return false
}
