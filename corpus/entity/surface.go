package entity

import "strings"

// Surfaces gives the texts of mentions as Found wants them: hard wraps as one space, and the alef of an article that a ل before it took
// (للكرملين) in its place again.
func (t *Tagger) Surfaces(text string, mentions []Mention) []string {
	surfaces := make([]string, len(mentions))
	for i, m := range mentions {
		surfaces[i] = t.lists.surface(text, m)
	}
	return surfaces
}

// spaced gives a text with its words spaced once, which may be the text itself.
func spaced(s string) string {
	if spacedOnce(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// spacedOnce reports whether all white space of a text is single spaces between words, so that nothing of it need be changed. It is false of some
// other texts too: those with one of the bytes that white space outside of ASCII begins with. No letter of Arabic does.
func spacedOnce(s string) bool {
	last := byte(' ')
	for i := range len(s) {
		switch c := s[i]; {
		case c == ' ' && last == ' ', c < ' ', c == 0xC2, c >= 0xE1 && c <= 0xE3:
			return false
		default:
			last = c
		}
	}
	return last != ' '
}

func (l *lists) surface(text string, m Mention) string {
	s := strings.Clone(text[m.Start:m.End])
	if strings.ContainsAny(s, " \t\r\n") {
		s = spaced(s)
	}
	if m.Type > Organisation || !strings.HasPrefix(s, "ل") || !strings.HasSuffix(text[:m.Start], "ل") {
		return s
	}
	if l.lacksAlef(s) {
		return "ا" + s
	}
	return s
}

// lacksAlef reports whether a name behind a ل, which begins with ل itself, has lost the alef of its article (للكرملين) rather than begins
// so (للبنان): by the lists where they have the one and not the other; an article is far more frequent.
func (l *lists) lacksAlef(s string) bool {
	words := nameWords(s)
	if len(words) == 0 {
		return false
	}
	with := append([]string{"ا" + words[0]}, words[1:]...)
	if l.whole(with) != nil || l.isNation(with[0]) {
		return true
	}
	return l.whole(words) == nil && l.personName(words[0]) == 0 && len(l.whole(words[:1])) == 0
}
