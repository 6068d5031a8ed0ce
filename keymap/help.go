package keymap

import (
	"strings"

	"jarida/corpus/arabic"
)

// Entry is one line of the help: the keys of an action, as they stand on a Latin keyboard and as they type in Arabic.
type Entry struct {
	Action Action
	Label  string   // what it does, in English
	Keys   []string // "j", "↓", "gg", "Ctrl+F"
	Arabic []string // "ت", "لل": what the same letter keys type on an Arabic PC keyboard
}

// Help lists the bindings of a place in the order of the actions. Shifted and Ctrl forms have no Arabic legend: Shift
// types vowel marks there.
func (m Map) Help(at Place) []Entry {
	if at >= places {
		return nil
	}
	var entries []Entry
	for a, b := range m.places[at] {
		if !b.Enabled() {
			continue
		}
		e := Entry{Action: Action(a), Label: b.Help().Desc}
		for _, seq := range b.Keys() {
			e.Keys = append(e.Keys, legend(seq))
			if typed := arabicLegend(seq); typed != "" {
				e.Arabic = append(e.Arabic, typed)
			}
		}
		entries = append(entries, e)
	}
	return entries
}

// legends are the keys that are not called by what they type.
var legends = map[string]string{
	"up": "↑", "down": "↓", "left": "←", "right": "→",
	"home": "Home", "end": "End", "pgup": "PgUp", "pgdown": "PgDn",
	"space": "Space", "enter": "Enter", "esc": "Esc", "tab": "Tab", "shift+tab": "Shift+Tab",
	"backspace": "Backspace",
}

// legend writes a sequence as help shows it.
func legend(seq string) string {
	if l, ok := legends[seq]; ok {
		return l
	}
	if letter, ok := strings.CutPrefix(seq, "ctrl+"); ok {
		return "Ctrl+" + strings.ToUpper(letter)
	}
	return strings.ReplaceAll(seq, " ", "")
}

// arabicLegend writes what the keys of a sequence type on an Arabic PC keyboard; "" where that is the same, or where a
// key does not act by what it types.
func arabicLegend(seq string) string {
	if seq == "?" {
		return "؟"
	}
	var b strings.Builder
	for stroke := range strings.FieldsSeq(seq) {
		typed := onArabicPC(stroke)
		if typed == "" || typed == stroke {
			return ""
		}
		b.WriteString(typed)
	}
	return b.String()
}

// onArabicPC gives what the unshifted key of a stroke types on an Arabic PC keyboard.
func onArabicPC(stroke string) string {
	for k := range arabic.Keys() {
		if k.Caps[arabic.US].Plain == stroke {
			return k.Caps[arabic.ArabicPC].Plain
		}
	}
	return ""
}
