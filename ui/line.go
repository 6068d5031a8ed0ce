package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// line keeps frames from piling up on the way to a terminal at the end of a slow line. What lies between, an SSH server or a multiplexer, takes
// all that is written at once and says nothing of how long it will be on its way, so the terminal itself is asked behind a frame whether it is
// there yet (DSR 5, which all terminals answer). While the answer is out, and the line has shown that it is slow, the frame stays; what happens
// meanwhile is in the next one, so that there is one on its way at most, however many keys have come.
//
// A terminal that answers at once never notices, and one that does not answer is not asked again. Answers that are still out when the terminal
// goes back to the shell would be typed into it; so leaving waits for them, a moment at most.
type line struct {
	on      bool
	number  int     // of the questions; the first is the burst of Queries
	pass    bool    // the frame that the last question goes behind is not drawn yet
	waiting bool    // for the answer to the last
	late    bool    // it has been out for long
	slow    bool    // the last answer came late, or is late
	heard   bool    // the terminal has answered a question behind a frame: it is one that does
	watched bool    // a lostMsg is to come: one at a time, for there is a question every few milliseconds
	then    tea.Cmd // what gives the terminal away, once nothing is on its way
}

const (
	// statusQuery is DSR 5, and the answers are "ready" and "malfunction" (ECMA-48 8.3.35).
	statusQuery   = "\x1b[5n"
	statusReady   = uv.UnknownCsiEvent("\x1b[0n")
	statusTrouble = uv.UnknownCsiEvent("\x1b[3n")

	// frameTime is how long after Update a frame is on its way for certain: bubbletea writes 60 a second.
	frameTime = 25 * time.Millisecond
	// lateTime is what tells a slow line: on others the answer takes a few milliseconds. Six key repeats at the usual 30 a second.
	lateTime = 200 * time.Millisecond
	// lostTime is after how long an answer is taken for lost, at the latest after twice that, and a terminal that has never answered for one
	// that does not: 30,000 bytes, more than a frame has, at 960 bytes a second.
	lostTime = 30 * time.Second
	// leaveTime is how long leaving waits for an answer.
	leaveTime = time.Second
)

// The messages have the number of the question that they are about.
type (
	askMsg  struct{ number int }
	lateMsg struct{ number int }
	lostMsg struct{ number int }
	goMsg   struct{}
)

// begin notes that the terminal was asked what it is, and waits for the answer.
func (l *line) begin() tea.Cmd {
	if !l.on {
		return nil
	}
	l.waiting = true
	return l.watch()
}

// watch brings the messages that tell how long an answer takes.
func (l *line) watch() tea.Cmd {
	n := l.number
	late := tea.Tick(lateTime, func(time.Time) tea.Msg { return lateMsg{n} })
	if l.watched {
		return late
	}
	return tea.Batch(late, l.watchLost())
}

// watchLost brings the message that tells whether the answer is lost.
func (l *line) watchLost() tea.Cmd {
	n := l.number
	l.watched = true
	return tea.Tick(lostTime, func(time.Time) tea.Msg { return lostMsg{n} })
}

// closed reports whether the next frame must wait. For a terminal that has never answered none does.
func (l *line) closed() bool { return l.waiting && l.slow && l.heard && !l.pass }

// drawn asks behind the frame that is about to be drawn, unless an answer is still out.
func (l *line) drawn() tea.Cmd {
	if !l.on || l.waiting || l.then != nil {
		return nil
	}
	l.number++
	l.pass, l.waiting, l.late = true, true, false
	n := l.number
	return tea.Tick(frameTime, func(time.Time) tea.Msg { return askMsg{n} })
}

// leave gives the terminal away with a command, when nothing is on its way any more.
func (l *line) leave(cmd tea.Cmd) tea.Cmd {
	if !l.waiting || !l.heard {
		return cmd
	}
	l.then = cmd
	return tea.Tick(leaveTime, func(time.Time) tea.Msg { return goMsg{} })
}

// heed takes what is about the line, and reports whether the message was. Where it opens the way, a frame that has waited is drawn behind it.
func (l *line) heed(msg tea.Msg) (cmd tea.Cmd, known bool) {
	switch msg := msg.(type) {
	case askMsg:
		if msg.number == l.number && l.waiting {
			return tea.Batch(tea.Raw(statusQuery), l.watch()), true
		}
	case lateMsg:
		if msg.number == l.number && l.waiting {
			l.late, l.slow = true, true
		}
	case lostMsg:
		l.watched = false
		switch {
		case !l.waiting:
		case msg.number == l.number:
			l.on = l.heard
			return l.open(), true
		default: // it was about an earlier one
			return l.watchLost(), true
		}
	case goMsg:
		if l.then != nil { // else an answer has come, and the question behind it is another
			return l.open(), true
		}
	case uv.UnknownCsiEvent:
		if msg != statusReady && msg != statusTrouble {
			return nil, false
		}
		l.heard, l.slow = true, l.late
		return l.open(), true
	case uv.PrimaryDeviceAttributesEvent: // what is in it is for others
		if l.number == 0 {
			l.slow = l.late
			return l.open(), false
		}
		return nil, false
	default:
		return nil, false
	}
	return nil, true
}

// open lets the next frame out, or gives the terminal away.
func (l *line) open() tea.Cmd {
	l.waiting = false
	cmd := l.then
	l.then = nil
	return cmd
}
