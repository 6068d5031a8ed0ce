package settings

import (
	"reflect"
	"testing"
	"unicode"

	"jarida/keymap"
	"jarida/ui/term"
)

func TestWords(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{English, Arabic} {
		w := WordsFor(lang)
		if w.RTL != (lang == Arabic) {
			t.Errorf("%s: RTL is %v", lang, w.RTL)
		}
		v := reflect.ValueOf(*w)
		for i := range v.NumField() {
			f := v.Field(i)
			switch name := v.Type().Field(i).Name; f.Kind() {
			case reflect.String:
				checkWords(t, lang, name, f.String())
			case reflect.Array:
				for k := range f.Len() {
					checkWords(t, lang, name, f.Index(k).String())
				}
			default:
			}
		}
		for a := keymap.Down; a <= keymap.Redraw; a++ {
			checkWords(t, lang, "an action", w.Action(a))
		}
		for r := term.ByDefault; r <= term.ByEnv; r++ {
			checkWords(t, lang, r.String(), w.Reason(r))
		}
		for _, m := range term.Modes() {
			checkWords(t, lang, m.String(), w.ModeMeaning(m))
		}
		for q := term.AskBDSM; q <= term.AskFont; q++ {
			checkWords(t, lang, "a question", w.Question(q))
		}
		for _, s := range term.Samples() {
			checkWords(t, lang, "a sample", w.Sample(s.Name))
		}
		for _, row := range term.Terminals() {
			if row.Advice != term.NoAdvice {
				checkWords(t, lang, row.Name, w.Advised(row.Advice))
			}
		}
	}
	if WordsFor("de").RTL {
		t.Error("English is for all other languages")
	}
}

// checkWords holds that a text is there and in its language.
func checkWords(t *testing.T, lang, name, text string) {
	t.Helper()
	arabic := false
	for _, r := range text {
		arabic = arabic || unicode.Is(unicode.Arabic, r)
		if unicode.IsControl(r) {
			t.Errorf("%s, %s: a control in %q", lang, name, text)
		}
	}
	if text == "" {
		t.Errorf("%s, %s: nothing", lang, name)
	} else if lang == Arabic && !arabic {
		t.Errorf("%s, %s: not Arabic: %q", lang, name, text)
	}
}

// Every key that does something is explained.
func TestActionsOfEveryPlace(t *testing.T) {
	t.Parallel()
	for _, at := range []keymap.Place{keymap.InList, keymap.InReader, keymap.InEntities, keymap.InHelp, keymap.InSheet, keymap.InQuotes, keymap.InCompare, keymap.InTimeline} {
		for _, e := range keymap.Default().Help(at) {
			for _, lang := range []string{English, Arabic} {
				checkWords(t, lang, e.Label, WordsFor(lang).Action(e.Action))
			}
		}
	}
}
