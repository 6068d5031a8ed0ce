// Package keymap says which key does what, on any keyboard layout.
package keymap

import tea "charm.land/bubbletea/v2"

// Action is what a key does.
type Action uint8

const (
	None Action = iota
	Down
	Up
	First
	Last
	PageDown
	PageUp
	HalfDown
	HalfUp
	PaneLeft  // the pane on the left of the screen
	PaneRight // the pane on the right of the screen
	PaneNext
	PanePrev
	Open
	Back
	Wide
	Raw
	NextSentence
	PrevSentence
	Select // start or drop a selection of sentences
	Copy
	CopyPath
	Help
	Find // in help: filter
	Quit
	Suspend
	Redraw
)

// Place is where a key is pressed: the same key may do different things in the list and in the text.
type Place uint8

const (
	InList Place = iota
	InReader
	InHelp
)

// Pending is what has been pressed of a key sequence ("g"); the zero value is nothing.
type Pending string

// Map is the bindings of every place.
type Map struct{}

// Default gives the bindings of the design.
func Default() Map { return Map{} }

// Press resolves a key press. It returns the action, None for a key that does nothing here, and what is pending after it:
// a key that begins a sequence gives None and a Pending to hand to the next call.
func (m Map) Press(at Place, before Pending, key tea.KeyPressMsg) (Action, Pending) { return None, "" }

// Entry is one line of the help: the keys of an action, as they stand on a Latin keyboard and as they type in Arabic.
type Entry struct {
	Action Action
	Keys   []string // "j", "↓", "gg", "Ctrl+F"
	Arabic []string // "ت", "لل": what the same letter keys type on an Arabic PC keyboard
}

// Help lists the bindings of a place in the order of the design's table.
func (m Map) Help(at Place) []Entry { return nil }
