package entity

import (
	"strings"

	"jarida/corpus/arabic"
)

// longestPerson is how many words a name is grown to.
const longestPerson = 5

// growPersons gives the names of people in this sentence all their words, and no others: the first name before a surname, the nisba or
// the house behind a name, two names for two people.
func (t *Tagger) growPersons() {
	t.splitPersons()
	kept := t.names[:t.sentence]
	for _, n := range t.names[t.sentence:] {
		if n.typ != Person || t.trimPerson(&n) {
			kept = append(kept, n)
		}
	}
	t.names = kept
	for i := t.sentence; i < len(t.names); i++ {
		n := &t.names[i]
		if n.typ != Person {
			continue
		}
		least, most := t.base, len(t.tokens)
		if i > t.sentence {
			least = t.names[i-1].behind
		}
		if i+1 < len(t.names) {
			most = t.names[i+1].first
		}
		if n.first > least && t.isGiven(n) {
			n.first, n.reading = n.first-1, -1
		}
		n.behind = min(most, t.behindPerson(n))
	}
}

// splitPersons makes two names of one that goes on with a clitic: (صدام) و(الأسد).
func (t *Tagger) splitPersons() {
	for i := t.sentence; i < len(t.names); i++ {
		n := t.names[i]
		for k := n.first + 1; k < n.behind && n.typ == Person; k++ {
			if !t.tokens[k].typ.another() {
				continue
			}
			rest := n
			rest.first, rest.reading = k, -1
			t.names[i].behind = k
			t.names = append(t.names, rest)
			t.sortNames()
			break
		}
	}
}

// another reports whether a word inside the name of a person is و, and the first word of another's name.
func (w *wordType) another() bool {
	best := &w.readings[w.best]
	whole := &w.readings[0]
	return w.best > 0 && best.waw && whole.part == 0 && whole.count.named == 0 && (best.part > 0 || best.count.named > 0 || whole.count.all == 0)
}

// trimPerson takes an adjective of a country before a name (المصري عبد الفتاح السيسي) and common words about it off it. It reports whether
// anything that may be a name is left.
func (t *Tagger) trimPerson(n *name) bool {
	if first := t.tokens[n.first].typ; n.behind-n.first > 1 && first.definite() && first.best == 0 && first.isNation() && n.first > t.base {
		n.first, n.reading = n.first+1, -1
	}
	for n.behind-n.first > 1 && n.confidence < confidenceListed && t.tokens[n.first].typ.common() {
		n.first, n.reading = n.first+1, -1
		if n.behind-n.first == 1 && t.tokens[n.first].typ.readings[t.tokens[n.first].typ.best].ordinary() {
			return false
		}
	}
	for n.behind-n.first > 1 {
		last := t.tokens[n.behind-1]
		if verb := last.typ.letters > 4 && strings.HasSuffix(t.text[last.start:last.end], "وا") && last.typ.readings[0].part == 0; verb { // انطلقوا
			n.behind--
			continue
		}
		if last.typ.triggers&(triggerFunction|triggerVerb) == 0 || n.behind-n.first == 2 && last.typ.readings[0].part > 0 || last.typ.isAllah() {
			break
		}
		n.behind--
	}
	t.trimMarks(n)
	return n.first < n.behind
}

// common tells words that are met often, in names seldom, and are no parts of people's names.
func (w *wordType) common() bool {
	best := &w.readings[w.best]
	return w.kind == arabic.Word && best.part < 2 && best.ordinary()
}

// isGiven reports whether the word before a name is the first name of it.
func (t *Tagger) isGiven(n *name) bool {
	first := t.tokens[n.first].typ
	before := t.tokens[n.first-1].typ
	if before.kind != arabic.Word || n.behind-n.first >= longestPerson || first.best > 0 && n.reading != 0 || n.reading > 0 {
		return false
	}
	switch arabic.Normalize(t.text[t.tokens[n.first-1].start:t.tokens[n.first-1].end]) {
	case "ابو", "ابي", "ابا", "ابن", "عبد":
		return true
	}
	if before.best > 0 && before.readings[0].count.all > 0 { // على لسان محمود: a word with no clitic
		return false
	}
	return !before.definite() && before.part(3)
}

// behindPerson gives the end of a name with what follows it: بن and a name, آل and a house, a nisba, a further part.
func (t *Tagger) behindPerson(n *name) int {
	k := n.behind
	if k >= len(t.tokens) || k-n.first >= longestPerson {
		return k
	}
	next := t.tokens[k].typ
	if next.kind != arabic.Word {
		return k
	}
	switch word := t.text[t.tokens[k].start:t.tokens[k].end]; {
	case word == "آل" || word == "بن":
		if k+1 < len(t.tokens) && t.tokens[k+1].typ.kind == arabic.Word {
			return k + 2
		}
	case next.definite() && next.best == 0 && next.letters > 4 && strings.HasSuffix(word, "ي") && next.plain() &&
		(next.readings[0].part > 0 || next.readings[0].count.all == 0):
		return k + 1
	case next.best == 0 && !next.definite() && next.part(3) && next.readings[0].part >= 3:
		return k + 1
	case k-n.first == 1 && next.unknown() && t.tokens[n.first].typ.readings[t.tokens[n.first].typ.best].part > 1:
		return k + 1
	}
	return k
}

// unknown tells words that are hardly ever met, and in which no clitic is seen.
func (w *wordType) unknown() bool {
	return w.kind == arabic.Word && w.best == 0 && !w.definite() && w.letters > 3 && w.readings[0].count.all < 2 && w.plain()
}
