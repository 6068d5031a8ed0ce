// Package keymap says which key does what, on any keyboard layout.
//
// Bindings are data, a binding for each action of a place, written as strokes on a Latin keyboard. A press is turned
// into the strokes it may stand for (stroke.go), so that ت is "j": the same physical key acts whichever alphabet the
// keyboard is set to, and no setting names the layout.
package keymap

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// Action is what a key does.
type Action uint8

// The actions, in the order in which help lists them.
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
	NextSentence
	PrevSentence
	PaneLeft  // the pane on the left of the screen
	PaneRight // the pane on the right of the screen
	PaneNext
	PanePrev
	Open
	Back
	Find    // in the text; in a list: filter
	NextHit // of what was found in the text
	PrevHit
	Finder     // anything by its name, full text below
	ToggleRead // the article, or those ticked, is read or unread
	Star
	Postpone // to the later ones
	Archive
	TickRange // from the last tick to here
	TickAll   // all that are shown
	NextUnread
	PrevUnread
	ViewInbox
	ViewUnread
	ViewStarred
	ViewLater
	ViewArchived
	ViewAll
	Command  // the command line
	External // the pager or editor
	Wide
	Raw
	Story        // open it in the list, or close it
	StoryReasons // why each of its articles is in it
	Select       // start or drop a selection of sentences
	Copy
	CopyPath
	Dates    // of the open article
	Entities // of the open article, or of the folder
	NextMention
	PrevMention
	NextGroup // in the entities: the next type
	PrevGroup
	Include // the list holds only what mentions the entity
	Exclude // the list holds only what does not
	Widen   // take the last of these conditions off
	MarkNames
	Context   // every mention of an entity in its words
	Quotes    // of the open article, or of the folder
	Digest    // what is new in the folder
	Timeline  // the folder by day
	OtherDays // in the timeline: those that are mentioned, or those of publication
	Arrange   // quotes by speaker or by time
	Compare   // an article with another of its story, or two that are ticked
	NextDiff  // where the two say something else
	PrevDiff
	NextVersion // another article of the story beside the first
	PrevVersion
	WholeStory // all others of the story beside the first
	ShowAll    // doubtful and hidden entities, too
	Tick       // an entity, for what is done to several
	Merge      // the ticked entities are one
	Split      // a spelling is an entity of its own
	Rename     // an entity
	Hide       // an entity, or show it again
	Undo       // the last decision
	DoAgain    // what was undone
	Warnings   // of the folder
	Help
	Quit
	Suspend
	Redraw

	actions = iota
)

// Place is where a key is pressed: the same key may do different things in the list and in the text.
type Place uint8

// The places.
const (
	InList Place = iota
	InReader
	InEntities
	InHelp
	InSheet    // a page of rows over the panes
	InQuotes   // the page of quotes
	InCompare  // two articles side by side
	InTimeline // the folder by day

	places = iota
)

// Pending is what has been pressed of a key sequence ("g"); the zero value is nothing.
type Pending string

// Bindings are the keys of one place, by action; an action that does not exist there has no keys.
//
// A key is named as it is on a Latin keyboard: by its character, or "space", "enter", "pgdown", "ctrl+f". The strokes
// of a sequence are separated by blanks: "g g".
type Bindings [actions]key.Binding

// Map is the bindings of every place.
type Map struct {
	places   [places]Bindings
	keyboard Keyboard
}

// On gives the same bindings for a keyboard.
func (m Map) On(k Keyboard) Map {
	m.keyboard = k
	return m
}

// Press resolves a key press. It returns the action, None for a key that does nothing here, and what is pending after it:
// a key that begins a sequence gives None and a Pending to hand to the next call. After the beginning of a sequence only
// the keys that go on with it count: anything else cancels it and does nothing. A modifier pressed alone changes nothing.
func (m Map) Press(at Place, before Pending, press tea.KeyPressMsg) (Action, Pending) {
	if modifier(press.Code) && press.Text == "" {
		return None, before
	}
	if at >= places {
		return None, ""
	}
	b := &m.places[at]
	names, whole := m.keyboard.strokes(press, before)
	if whole {
		before = ""
	}
	for _, s := range names {
		if a := b.action(after(before, s)); a != None {
			return a, ""
		}
	}
	for _, s := range names {
		if seq := after(before, s); b.begins(seq) {
			return None, Pending(seq)
		}
	}
	return None, ""
}

func after(before Pending, stroke string) string {
	if before == "" {
		return stroke
	}
	return string(before) + " " + stroke
}

// action gives the action of a whole sequence.
func (b *Bindings) action(seq string) Action {
	for a, binding := range b {
		if binding.Enabled() && slices.Contains(binding.Keys(), seq) {
			return Action(a)
		}
	}
	return None
}

// begins reports whether a longer sequence begins with seq.
func (b *Bindings) begins(seq string) bool {
	for _, binding := range b {
		if !binding.Enabled() {
			continue
		}
		for _, k := range binding.Keys() {
			if strings.HasPrefix(k, seq+" ") {
				return true
			}
		}
	}
	return false
}
