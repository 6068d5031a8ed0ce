package quote

import (
	"testing"

	"jarida/corpus/entity"
)

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

// TestNote says that what is noted of a word is its sense, with a conjunction and without.
func TestNote(t *testing.T) {
	l, note := newLexicon(), Note()
	for word := range senses() {
		for _, w := range []string{word, "و" + word, "ف" + word, "x" + word} {
			number := note([]byte(w))
			found, and := l.sense([]byte(w))
			if gotFound, gotAnd := noted(number); gotFound != found || gotAnd != and {
				t.Errorf("%s: noted %d %v, want %d %v", w, gotFound, gotAnd, found, and)
			}
			if number > entity.MostNoted {
				t.Errorf("%s: %d is too large to be noted", w, number)
			}
		}
	}
}
