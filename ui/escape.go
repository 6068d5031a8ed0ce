package ui

import (
	"cmp"
	"unicode"

	tea "charm.land/bubbletea/v2"
)

// behindEsc gives the key that was pressed right behind Esc: where both arrive at once, as over a slow line, a terminal's Alt and a letter look
// the same. No key of ours has Alt and types something, so that Esc is meant.
func behindEsc(key tea.KeyPressMsg) (second tea.KeyPressMsg, ok bool) {
	if key.Text != "" || key.Mod&^tea.ModShift != tea.ModAlt {
		return tea.KeyPressMsg{}, false
	}
	r := key.Code
	if key.Mod&tea.ModShift != 0 {
		r = cmp.Or(key.ShiftedCode, r)
	}
	switch {
	case unicode.IsPrint(r):
		return tea.KeyPressMsg{Code: r, Text: string(r)}, true
	case r == tea.KeyEnter || r == tea.KeyTab:
		return tea.KeyPressMsg{Code: r}, true
	}
	return tea.KeyPressMsg{}, false
}
