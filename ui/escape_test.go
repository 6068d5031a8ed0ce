package ui

import (
	"testing"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// TestEscAndKeyAtOnce holds that Esc and a key that arrive in one piece are Esc and that key.
func TestEscAndKeyAtOnce(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ sent, second string }{
		{"\x1b4", "4"}, {"\x1bA", "A"}, {"\x1bت", "ت"}, {"\x1b:", ":"}, {"\x1b\r", "enter"}, {"\x1b[1;3A", ""}, {"\x1b\x7f", ""}, {"x", ""},
	} {
		var d uv.EventDecoder
		_, event := d.Decode([]byte(tt.sent))
		press, ok := event.(uv.KeyPressEvent)
		if !ok {
			t.Fatalf("%q is no key press", tt.sent)
		}
		second, ok := behindEsc(tea.KeyPressMsg(press))
		if ok != (tt.second != "") || ok && second.String() != tt.second {
			t.Errorf("%q: %v and %q", tt.sent, ok, second.String())
		}
	}
	s := newScreen(t, openFolder(t, articles), testOptions(), 100, 20)
	s.keys("enter")
	s.send(tea.KeyPressMsg{Code: 'j', Mod: tea.ModAlt})
	if s.m.focus != listPane || s.m.list.cursor != 1 {
		t.Errorf("focus %d, row %d", s.m.focus, s.m.list.cursor)
	}
}
