package ui

import (
	"strings"
	"unicode/utf8"

	"jarida/corpus/arabic"
)

// named is something that is chosen by one of its names.
type named struct {
	english string
	arabic  string
	local   string // the one of them that is shown
	short   string // "" for none
}

// namesOfCommands gives the names of commands, in their order.
func (m *Model) namesOfCommands(all []command) []named {
	names := make([]named, len(all))
	for i := range all {
		names[i] = named{all[i].name, m.words.ArabicCommand(all[i].name), m.commandName(&all[i]), all[i].short}
	}
	return names
}

// namesOfValues gives the names of what may follow a command.
func namesOfValues(m *Model, c *command) []named {
	if c.values == nil {
		return nil
	}
	values := c.values(m)
	names := make([]named, len(values))
	for i, v := range values {
		names[i] = named{english: v, arabic: m.words.ArabicValue(v), local: m.words.Value(v)}
	}
	return names
}

// shownNames gives what names are called in the language of the interface.
func shownNames(names []named) []string {
	shown := make([]string, len(names))
	for i, n := range names {
		shown[i] = n.local
	}
	return shown
}

// typings gives what may be meant by a text, folded: the text itself, and the Latin letters of the keys where it was typed with the
// keyboard set to Arabic.
func typings(text string) []string {
	all := []string{folded(text)}
	// The key b types lam and alef, which g and h type one after the other.
	for _, t := range []string{text, strings.ReplaceAll(text, "لا", "\uFEFB")} {
		if latin, ok := latinKeys(t); ok {
			all = append(all, folded(latin))
		}
	}
	return all
}

// folded gives a name as names are compared.
func folded(text string) string { return string(arabic.AppendFold(nil, text)) }

// latinKeys gives what the keys of an Arabic text type on a US keyboard; none where some letter is no key's.
func latinKeys(text string) (string, bool) {
	var b strings.Builder
	arabicLetters := false
	for _, r := range text {
		if r < utf8.RuneSelf {
			b.WriteRune(r)
			continue
		}
		strokes := arabic.Typing(string(r))
		if len(strokes) == 0 {
			return "", false
		}
		b.WriteString(strokes[0].On(arabic.US))
		arabicLetters = true
	}
	return b.String(), arabicLetters
}

// all gives the names that something has, folded.
func (n *named) all() []string {
	names := []string{folded(n.english), folded(n.arabic)}
	if n.short != "" {
		names = append(names, n.short)
	}
	return names
}

// fit says how well a name fits what was typed so far.
type fit uint8

const (
	noFit    fit = iota
	inside       // a later word of it begins so
	begins       // it begins so
	complete     // it is the name
)

// fits compares what was typed with the names of something.
func (n *named) fits(typed []string) fit {
	best := noFit
	for _, name := range n.all() {
		for _, t := range typed {
			switch {
			case name == t:
				return complete
			case strings.HasPrefix(name, t):
				best = max(best, begins)
			case strings.Contains(name, " "+t):
				best = max(best, inside)
			}
		}
	}
	return best
}

// resolve finds what is meant by a name: that of the name, else the only one that begins so.
func resolve(text string, names []named) (int, bool) {
	typed := typings(text)
	if typed[0] == "" {
		return 0, false
	}
	found, count := 0, 0
	for i := range names {
		switch names[i].fits(typed) {
		case complete:
			return i, true
		case begins:
			found = i
			count++
		case inside, noFit:
		}
	}
	return found, count == 1
}

// matches gives the names that fit what was typed so far, those that begin so first, as they are to be put into the line: in the language in
// which the reader has begun to type, else in that of the interface.
func matches(text string, names []named) []string {
	typed := typings(text)
	var first, second []string
	for i := range names {
		n := &names[i]
		name := n.local
		for _, typable := range []string{n.arabic, n.english, n.local} {
			if typed[0] != "" && strings.HasPrefix(folded(typable), typed[0]) {
				name = typable
			}
		}
		switch n.fits(typed) {
		case complete, begins:
			first = append(first, name)
		case inside:
			second = append(second, name)
		case noFit:
		}
	}
	return append(first, second...)
}

// nearest gives the names that begin with a text, else the one that is the fewest letters away from it, "" where none is near: more than
// one letter in three, and one more, is another word.
func nearest(text string, names []named) string {
	const few = 5
	if begun := matches(text, names); len(begun) > 0 {
		return strings.Join(begun[:min(len(begun), few)], " ")
	}
	best, name := utf8.RuneCountInString(text)/3+2, ""
	for i := range names {
		for _, t := range typings(text) {
			for k, other := range names[i].all() {
				if d := arabic.Distance(t, other); d < best {
					best, name = d, names[i].local
					if k == 0 {
						name = names[i].english
					}
				}
			}
		}
	}
	return name
}
