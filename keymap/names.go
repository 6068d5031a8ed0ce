package keymap

import "slices"

// names are what the actions are called in the config file and on the command line. They are a promise to both: a name is never given
// to another action.
var names = [actions]string{
	Down: "down", Up: "up", First: "first", Last: "last",
	PageDown: "page-down", PageUp: "page-up", HalfDown: "half-down", HalfUp: "half-up",
	NextSentence: "next-sentence", PrevSentence: "prev-sentence",
	PaneLeft: "pane-left", PaneRight: "pane-right", PaneNext: "pane-next", PanePrev: "pane-prev",
	Open: "open", Back: "back",
	Find: "find", NextHit: "next-hit", PrevHit: "prev-hit", Finder: "finder",
	ToggleRead: "read", Star: "star", Postpone: "later", Archive: "archive",
	TickRange: "tick-range", TickAll: "tick-all", NextUnread: "next-unread", PrevUnread: "prev-unread",
	ViewInbox: "view-inbox", ViewUnread: "view-unread", ViewStarred: "view-starred",
	ViewLater: "view-later", ViewArchived: "view-archived", ViewAll: "view-all",
	Command: "command", External: "external", Wide: "wide", Raw: "raw",
	Story: "story", StoryReasons: "story-reasons",
	Select: "select", Copy: "copy", CopyPath: "copy-path",
	Dates: "dates", Entities: "entities", NextMention: "next-mention", PrevMention: "prev-mention",
	NextGroup: "next-group", PrevGroup: "prev-group", Include: "include", Exclude: "exclude", Widen: "widen",
	MarkNames: "mark-entities", Context: "context", Quotes: "quotes", Digest: "digest", Timeline: "timeline", OtherDays: "other-days",
	Arrange: "arrange",
	Compare: "compare", NextDiff: "next-difference", PrevDiff: "prev-difference", NextVersion: "next-version", PrevVersion: "prev-version",
	WholeStory: "whole-story", ShowAll: "show-all",
	Tick: "tick", Merge: "merge", Split: "split", Rename: "rename", Hide: "hide", Undo: "undo", DoAgain: "redo",
	Warnings: "warnings", Help: "help", Quit: "quit", Suspend: "suspend", Redraw: "redraw",
}

// String gives the name of the action in the config file and on the command line, "" for None.
func (a Action) String() string {
	if a >= actions {
		return ""
	}
	return names[a]
}

// ParseAction gives the action with a name.
func ParseAction(name string) (Action, bool) {
	i := slices.Index(names[:], name)
	return Action(max(i, 0)), i > 0
}

// placeNames are what the places are called in the config file.
var placeNames = [places]string{
	InList: "list", InReader: "text", InEntities: "entities", InHelp: "help", InSheet: "page", InQuotes: "quotes", InCompare: "compare",
	InTimeline: "timeline",
}

// String gives the name of the place in the config file.
func (p Place) String() string {
	if p >= places {
		return ""
	}
	return placeNames[p]
}

// ParsePlace gives the place with a name.
func ParsePlace(name string) (Place, bool) {
	i := slices.Index(placeNames[:], name)
	return Place(max(i, 0)), i >= 0
}

// Has reports whether an action exists in a place, with a key or without.
func (m Map) Has(at Place, a Action) bool {
	return at < places && a < actions && m.places[at][a].Help().Desc != ""
}
