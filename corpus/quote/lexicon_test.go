package quote

import "testing"

// TestLexicon says that the filter before the words hides none of them.
func TestLexicon(t *testing.T) {
	l := newLexicon()
	for word, want := range senses() {
		if got := l.of([]byte(word)); got != want {
			t.Errorf("%s: got %d, want %d", word, got, want)
		}
	}
	for _, word := range []string{"", "و", "x", "كتاب"[:3], "بطاطا"} {
		if got := l.of([]byte(word)); got != nothing {
			t.Errorf("%q: got %d", word, got)
		}
	}
}
