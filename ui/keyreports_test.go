package ui

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

// TestKeyReports holds that a terminal tells of keys while they act, and of text while it is typed.
func TestKeyReports(t *testing.T) {
	t.Parallel()
	s := newScreen(t, openFolder(t, articles), testOptions(), 100, 20)
	text := tea.KeyboardEnhancements{}
	for _, step := range []struct {
		key  string
		text bool
	}{{"j", false}, {"/", true}, {"esc", false}, {":", true}, {"esc", false}, {"f", true}, {"esc", false}, {"?", false}, {"/", true}, {"esc", false}} {
		s.keys(step.key)
		if got := s.m.View().KeyboardEnhancements; (got == text) != step.text {
			t.Errorf("after %s the terminal is asked for %+v", step.key, got)
		}
	}
}
