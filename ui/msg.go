package ui

import "jarida/corpus"

// snapshotMsg brings a newer snapshot of the corpus; more says that others may follow.
type snapshotMsg struct {
	snap *corpus.Snapshot
	more bool
}

// restMsg says that the cursor of the list has stood still since the move of that number.
type restMsg struct{ move int }

// calmMsg says that no key has been pressed since the one of that number.
type calmMsg struct{ press int }

// loadedMsg brings an article that was asked for by the request of that number; a later request makes it stale.
type loadedMsg struct {
	request  int
	document *document
}

// datesMsg brings the dates of an article that was open when they were asked for.
type datesMsg struct{ dates *dates }

// tmuxMsg brings what tmux says of the terminal it runs in.
type tmuxMsg struct{ client string }
