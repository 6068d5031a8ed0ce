package search

import (
	"slices"
	"strings"
)

// englishFunctionWords gives the words that English puts between names (israel and iran, king of jordan): the article, the commonest
// prepositions, and. Or is none of them: to leave it out would ask for both.
func englishFunctionWords() []string {
	return []string{"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"}
}

// leaveOut makes it free whether an article has the English function words that stand in a query beside what Latin letters were understood as:
// no Arabic article has them, and nobody means them. In quotation marks and behind = they are what they are.
func (s *searcher) leaveOut(n node) {
	switch n := n.(type) {
	case notNode:
		s.leaveOut(n.node)
	case anyOf:
		for _, c := range n {
			s.leaveOut(c)
		}
	case allOf:
		understood := slices.ContainsFunc(n, s.understood)
		for _, c := range n {
			if t, ok := c.(*termNode); ok && understood && t.functionWord() {
				s.sought[t] = &sought{founds: s.sought[t].founds[:1], docs: s.index.all()} // not what it sounds like
				s.notes = slices.DeleteFunc(s.notes, func(note Note) bool { return note.Word == t.text })
				s.note(Note{Word: t.text})
			} else {
				s.leaveOut(c)
			}
		}
	}
}

func (t *termNode) functionWord() bool {
	return !t.quoted && !t.exact && !t.prefix && !t.near && !t.title && slices.Contains(englishFunctionWords(), strings.ToLower(t.text))
}

// understood reports whether a clause was taken for a name by its sound, and is more than function words.
func (s *searcher) understood(n node) bool {
	is := false
	each(n, false, func(n node, excluded bool) {
		if t, ok := n.(*termNode); ok && !excluded && !t.functionWord() {
			is = is || slices.ContainsFunc(s.sought[t].founds, func(f *found) bool { return f.how == Sound })
		}
	})
	return is
}
