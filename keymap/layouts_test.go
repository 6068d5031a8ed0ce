package keymap

import (
	"testing"
	"unicode"

	"jarida/corpus/arabic"
)

// TestOtherScripts sends each letter of the layouts of other scripts as a terminal without the Kitty protocol does, after nothing and after the
// key of g. What follows is what its key does on a US keyboard, or nothing.
func TestOtherScripts(t *testing.T) {
	t.Parallel()
	layouts := []struct {
		name     string
		keyboard Keyboard
		keys     []otherKey
		g        string
	}{
		{"persian", Persian, persian[:], "ل"},
		{"hebrew", AnyArabic, hebrew[:], "ע"},
		{"russian", AnyArabic, russian[:], "п"},
		{"greek", AnyArabic, greek[:], "γ"},
	}
	for _, l := range layouts {
		m := Default().On(l.keyboard)
		for at := range Place(places) {
			for _, key := range l.keys {
				for _, first := range []string{"", "g"} {
					typed := string(key.letter)
					if first != "" {
						typed = l.g + typed
					}
					want := pressBytes(t, Default(), at, first+string(key.us))
					if got := pressBytes(t, m, at, typed); got != want {
						t.Errorf("%s, place %s: %q is %q, want %q", l.name, at, typed, got, want)
					}
				}
				if shifted := unicode.ToUpper(key.letter); shifted != key.letter && unicode.IsLetter(key.us) {
					want := pressBytes(t, Default(), at, string(unicode.ToUpper(key.us)))
					if got := pressBytes(t, m, at, string(shifted)); got != want {
						t.Errorf("%s, place %s: %q is %q, want %q", l.name, at, shifted, got, want)
					}
				}
			}
		}
	}
}

// TestPersianBeside holds that without a choice of the keyboard the letters that Arabic layouts lack are keys, and the others stay Arabic.
func TestPersianBeside(t *testing.T) {
	t.Parallel()
	m := Default()
	for typed, want := range map[string]Action{"ی": HalfDown, "ک": None, "چ": NextMention, "د": NextMention, "ط": Archive} {
		if got := pressBytes(t, m, InReader, typed); got != want {
			t.Errorf("%q is %q, want %q", typed, got, want)
		}
	}
	if got := pressBytes(t, m.On(Persian), InReader, "د"); got != NextHit {
		t.Errorf("a Persian د is %q", got)
	}
}

// TestTablesSorted holds that letters are found by bisection, and that none is one of another script's.
func TestTablesSorted(t *testing.T) {
	t.Parallel()
	for _, layout := range [][]otherKey{persian[:], hebrew[:], russian[:], greek[:]} {
		for i, k := range layout {
			if i > 0 && layout[i-1].letter >= k.letter {
				t.Errorf("%q stands behind %q", k.letter, layout[i-1].letter)
			}
			if len(arabic.Typing(string(k.letter))) > 0 && !unicode.Is(unicode.Arabic, k.letter) {
				t.Errorf("%q is typed by Arabic keyboards", k.letter)
			}
		}
	}
}
