package keymap

import (
	"strings"
	"testing"
)

// TestNames holds that each action and place has one name, by which it is found again.
func TestNames(t *testing.T) {
	t.Parallel()
	for a := Action(1); a < actions; a++ {
		got, ok := ParseAction(a.String())
		if !ok || got != a || a.String() != strings.ToLower(a.String()) || strings.ContainsAny(a.String(), " _") {
			t.Errorf("action %d is called %q, which is action %d", a, a, got)
		}
	}
	if a, ok := ParseAction(""); ok || a != None {
		t.Errorf("no name is action %d", a)
	}
	for p := range Place(places) {
		if got, ok := ParsePlace(p.String()); !ok || got != p {
			t.Errorf("place %d is called %q, which is place %d", p, p, got)
		}
	}
}
