package entity

import (
	"strings"
	"testing"
)

// FuzzSpacedOnce holds that a text whose words are spaced once is its words with a space between each two.
func FuzzSpacedOnce(f *testing.F) {
	for _, s := range []string{"بوتين", "فلاديمير بوتين", " بوتين", "بوتين ", "فلاديمير  بوتين", "فلاديمير\nبوتين", "a\u00a0b c", "a\u2003b", "a\u1680b", "a\u3000b", "a\u0085b", "\v"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if words := strings.Join(strings.Fields(s), " "); spacedOnce(s) && s != words {
			t.Errorf("%q is not %q", s, words)
		}
	})
}

// TestSpacedOnce says that names of one or more words need not be changed.
func TestSpacedOnce(t *testing.T) {
	for text, want := range map[string]bool{"بوتين": true, "فلاديمير بوتين": true, "G 20": true, "فلاديمير  بوتين": false, "فلاديمير\nبوتين": false, " بوتين": false, "": false} {
		if got := spacedOnce(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
