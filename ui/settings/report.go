package settings

import "strings"

// What the packages below say of files, of the journal and of the system comes as sentences in English, which the commands print as they are.
// The reader says them in the language of its interface.

// hole stands in a phrase for what differs from one report to the next: a name, a number, or another phrase.
const hole = "…"

// isolate stands before a hole of the own text of a phrase that is filled with a name: it may look like a phrase, and run in any direction.
const isolate = "\u2068"

// phrase is a sentence, or a piece of one, in English and in the language of the interface, with as many holes in the same order.
type phrase struct{ english, own string }

// Report gives a sentence of the packages below in the language of the interface. What it does not know stays English.
func (w *Words) Report(english string) string {
	for _, p := range w.phrases {
		if filling, ok := p.match(english); ok {
			return p.fill(filling, w.Report)
		}
	}
	return english
}

// match gives what stands in the holes of a phrase where it is the one that a text says. It looks from the end: names may hold anything, and the
// reasons behind them do not.
func (p phrase) match(text string) (filling []string, ok bool) {
	pieces := strings.Split(p.english, hole)
	last := len(pieces) - 1
	text, ok = strings.CutPrefix(text, pieces[0])
	if !ok || last == 0 {
		return nil, ok && text == ""
	}
	text, ok = strings.CutSuffix(text, pieces[last])
	filling = make([]string, last)
	for i := last - 1; i > 0; i-- {
		at := strings.LastIndex(text, pieces[i])
		if at < 0 {
			return nil, false
		}
		filling[i], text = text[at+len(pieces[i]):], text[:at]
	}
	filling[0] = text
	return filling, ok
}

// fill gives the phrase in the language of the interface, in which report says what stands in its holes, but for names.
func (p phrase) fill(filling []string, report func(string) string) string {
	var b strings.Builder
	pieces := strings.Split(p.own, hole)
	for i, piece := range pieces[:len(pieces)-1] {
		b.WriteString(piece)
		if strings.HasSuffix(piece, isolate) {
			b.WriteString(filling[i])
		} else {
			b.WriteString(report(filling[i]))
		}
	}
	b.WriteString(pieces[len(pieces)-1])
	return b.String()
}
