package ui

import (
	"strings"
	"testing"
)

// TestWarningsSheet holds that what cannot be read is listed with its reason, and that Enter goes there.
func TestWarningsSheet(t *testing.T) {
	t.Parallel()
	s := newScreen(t, openFolder(t, map[string]string{
		"a.txt": "عنوان أول\n\nنص.\n", "b.txt": "عنوان ثان\n\nنص.\n", "c.txt": "\x00\x01\x02\x7fELF\x00\x00\x00",
	}), testOptions(), 100, 12)
	if s.lineOf("gw list") < 0 {
		t.Errorf("the status line does not tell the key: %q", s.rows()[11])
	}
	s.keys("g", "w")
	if s.m.sheet == nil || s.lineOf("c.txt") < 0 {
		t.Fatalf("got\n%s", strings.Join(s.rows(), "\n"))
	}
	s.keys("enter")
	if e, _ := s.m.list.selected(); e.ID != "c.txt" || s.m.sheet != nil || s.m.focus != listPane {
		t.Errorf("Enter goes to %q", e.ID)
	}
	s = newScreen(t, openFolder(t, articles), testOptions(), 100, 12)
	s.keys("g", "w")
	if s.m.sheet != nil || s.m.notice != s.m.words.NoWarnings {
		t.Errorf("nothing is wrong: notice %q", s.m.notice)
	}
}
