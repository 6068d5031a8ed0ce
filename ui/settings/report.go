package settings

import "strings"

// What the packages below say of files, of the journal and of the system comes as sentences in English, which the commands print as they are.
// The reader says them in the language of its interface.

// hole stands in a phrase for what differs from one report to the next: a name, a number, or another phrase.
const hole = "…"

// phrase is a sentence, or a piece of one, in English and in the language of the interface, with as many holes in the same order.
type phrase struct{ english, own string }

// Report gives a sentence of the packages below in the language of the interface. What it does not know stays English.
func (w *Words) Report(english string) string {
	for _, p := range w.phrases {
		if filling, ok := p.match(english); ok {
			for i, f := range filling {
				filling[i] = w.Report(f)
			}
			return p.fill(filling)
		}
	}
	return english
}

// match gives what stands in the holes of a phrase where it is the one that a text says.
func (p phrase) match(text string) (filling []string, ok bool) {
	pieces := strings.Split(p.english, hole)
	last := len(pieces) - 1
	text, ok = strings.CutPrefix(text, pieces[0])
	if !ok || last == 0 {
		return nil, ok && text == ""
	}
	text, ok = strings.CutSuffix(text, pieces[last])
	for _, piece := range pieces[1:last] {
		var found string
		found, text, ok = strings.Cut(text, piece)
		if !ok {
			return nil, false
		}
		filling = append(filling, found)
	}
	return append(filling, text), ok
}

// fill gives the phrase in the language of the interface.
func (p phrase) fill(filling []string) string {
	var b strings.Builder
	for i, piece := range strings.Split(p.own, hole) {
		if i > 0 {
			b.WriteString(filling[i-1])
		}
		b.WriteString(piece)
	}
	return b.String()
}
