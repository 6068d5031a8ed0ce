package article

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestScans holds the ways in which a text is looked through quickly against plain ones, for spaces and marks at all places beside each other.
func TestScans(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(4, 16))
	pieces := []string{" ", " ", " ", " ", "a", "ن", "،", "\u0600", "\u0605", "\u0606", "\u061c", "\u200f", "\u00ad", "\u06dd", "—", "\t", "\xd8", "\xff"}
	for range 200_000 {
		var b strings.Builder
		for some := 1 + r.IntN(len(pieces)); b.Len() < 20 && r.IntN(16) > 0; {
			b.WriteString(pieces[r.IntN(some)])
		}
		s := b.String()
		if got, want := wideSpace(s), strings.Index(s, wide); got != want {
			t.Fatalf("wideSpace(%q) = %d, want %d", s, got, want)
		}
		if got, want := hasMarks(s), strings.ContainsFunc(s, isMark); got != want {
			t.Fatalf("hasMarks(%q) = %v, want %v", s, got, want)
		}
	}
}
