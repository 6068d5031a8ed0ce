package article

import (
	"math/rand/v2"
	"testing"
	"unicode/utf8"
)

// TestValidUTF8 holds a look at eight bytes against one at each of them, for bytes that begin, end and break characters wherever they stand.
func TestValidUTF8(t *testing.T) {
	t.Parallel()
	pieces := []string{"a", "قال", "ق", "،", "–", "😀", "\xd8", "\xa7", "\xc0\x80", "\xc1", "\xe2\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xff"}
	r := rand.New(rand.NewPCG(1, 2))
	valid := 0
	for range 20000 {
		var text []byte
		for range r.IntN(12) {
			n := 6 // of valid ones
			if r.IntN(16) == 0 {
				n = len(pieces)
			}
			text = append(text, pieces[r.IntN(n)]...)
		}
		want := utf8.Valid(text)
		if got := validUTF8(text); got != want {
			t.Fatalf("%q: %v, want %v", text, got, want)
		}
		if want {
			valid++
		}
	}
	if valid < 5000 || valid > 18000 {
		t.Fatalf("%d of 20000 were valid", valid)
	}
}
