package ui

import (
	"testing"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// nowAsked gives the last question of a screen that is on a line.
func nowAsked(m *Model) askMsg { return askMsg{m.line.number} }

// lineScreen gives a screen on a line, whose terminal has said what it is.
func lineScreen(t *testing.T) *screen {
	t.Helper()
	s := newScreen(t, openFolder(t, manyArticles()), testOptions(), 80, 10)
	s.m.line.on = true
	s.m.line.begin()
	s.m.View()
	s.m.Update(uv.PrimaryDeviceAttributesEvent{1, 2})
	s.m.View()
	s.m.Update(nowAsked(s.m))
	s.m.Update(statusReady)
	if !s.m.line.heard || s.m.line.number != 1 {
		t.Fatalf("the first answers were not heard: %+v", s.m.line)
	}
	return s
}

// down presses the key of the next row, and gives the frame.
func (s *screen) down() string {
	s.m.Update(tea.KeyPressMsg{Code: 'j', Text: "j"})
	return s.m.View().Content
}

// TestSlowLine holds that one frame at most is on its way on a slow line, and that the last one shows all that was pressed.
func TestSlowLine(t *testing.T) {
	t.Parallel()
	s := lineScreen(t)
	m := s.m
	first := s.down()
	m.Update(nowAsked(m))
	m.Update(lateMsg{m.line.number})
	if !m.line.closed() {
		t.Fatalf("the line is open: %+v", m.line)
	}
	for range 20 {
		if s.down() != first {
			t.Fatal("a frame went out while one was on its way")
		}
	}
	if m.list.cursor != 21 {
		t.Errorf("the cursor is at %d: keys are lost", m.list.cursor)
	}
	number := m.line.number
	m.Update(statusReady)
	if last := m.View().Content; last == first {
		t.Error("the answer let no frame out")
	}
	if m.line.number != number+1 || !m.line.closed() {
		t.Errorf("no question went behind the second frame, or the line is open: %+v", m.line)
	}
	m.Update(nowAsked(m))
	m.Update(statusReady) // in time: the line is fast again
	before := m.View().Content
	if second := s.down(); second == before || s.down() == second {
		t.Error("the line stays slow")
	}
}

// TestMuteLine holds that nothing waits for a terminal that does not answer.
func TestMuteLine(t *testing.T) {
	t.Parallel()
	s := newScreen(t, openFolder(t, manyArticles()), testOptions(), 80, 10)
	s.m.line.on = true
	s.m.line.begin()
	s.m.Update(lateMsg{0})
	if before := s.m.View().Content; s.down() == before {
		t.Error("a frame waits for an answer")
	}
	s.m.Update(lostMsg{0})
	s.down()
	if s.m.line.waiting || s.m.line.number != 0 {
		t.Errorf("the terminal is asked again: %+v", s.m.line)
	}
}

// TestHalfMuteLine holds the same of one that says what it is, and no more; nor does leaving wait for it.
func TestHalfMuteLine(t *testing.T) {
	t.Parallel()
	s := newScreen(t, openFolder(t, manyArticles()), testOptions(), 80, 10)
	s.m.line.on = true
	s.m.line.begin()
	s.m.Update(lateMsg{0})
	s.m.Update(uv.PrimaryDeviceAttributesEvent{1, 2})
	s.m.View()
	s.m.Update(nowAsked(s.m))
	s.m.Update(lateMsg{s.m.line.number})
	before := s.m.View().Content
	if second := s.down(); second == before || s.down() == second {
		t.Error("a frame waits for an answer")
	}
	_, cmd := s.m.Update(tea.KeyPressMsg{Code: 'q', Text: "q"})
	brings[tea.QuitMsg](t, cmd)
}

// TestLostAnswer holds that an answer that never comes does not stop the screen for good.
func TestLostAnswer(t *testing.T) {
	t.Parallel()
	s := lineScreen(t)
	before := s.down()
	s.m.Update(nowAsked(s.m))
	s.m.Update(lateMsg{s.m.line.number})
	s.down()
	s.m.Update(lostMsg{s.m.line.number})
	if s.m.View().Content == before || !s.m.line.on {
		t.Errorf("the screen stands still: %+v", s.m.line)
	}
}

// TestLostTimer holds that one timer for lost answers is out at a time, and that it is set again for a question that came after it.
func TestLostTimer(t *testing.T) {
	t.Parallel()
	var l line
	l.on = true
	l.begin()
	for range 3 {
		l.heed(statusReady)
		l.drawn()
		cmd, _ := l.heed(askMsg{l.number})
		watch, _ := cmd().(tea.BatchMsg)
		if len(watch) != 2 {
			t.Fatalf("%d commands behind a frame: the question, and one to tell whether it is late", len(watch))
		}
	}
	if again, _ := l.heed(lostMsg{0}); again == nil || !l.waiting {
		t.Error("the timer of the first question was not set again for the last")
	}
	if l.heed(lostMsg{l.number}); l.waiting || l.watched {
		t.Errorf("the last answer is not lost: %+v", l)
	}
	l.heed(lostMsg{l.number})
	l.drawn()
	if l.heed(askMsg{l.number}); !l.watched {
		t.Error("nothing watches a question behind a lost answer")
	}
}

// TestLeaveLine holds that the terminal is given away when the answers have come, or after a moment; and that pressed again, the key does not wait.
func TestLeaveLine(t *testing.T) {
	t.Parallel()
	for name, end := range map[string]tea.Msg{"an answer": statusTrouble, "the moment is over": goMsg{}, "the key again": tea.KeyPressMsg{Code: 'q', Text: "q"}} {
		s := lineScreen(t)
		s.down()
		if !s.m.line.waiting {
			t.Fatal("nothing is on its way")
		}
		_, _ = s.m.Update(tea.KeyPressMsg{Code: 'q', Text: "q"})
		if s.m.line.then == nil {
			t.Fatalf("%s: the program has left at once", name)
		}
		_, cmd := s.m.Update(end)
		brings[tea.QuitMsg](t, cmd)
	}
}

// TestLeftLine holds that the end of the wait of somebody who has left and is back, as from another program, opens no way for a frame.
func TestLeftLine(t *testing.T) {
	t.Parallel()
	s := lineScreen(t)
	s.down()
	s.m.Update(nowAsked(s.m))
	s.m.Update(lateMsg{s.m.line.number})
	if !s.m.line.closed() {
		t.Fatalf("the line is open: %+v", s.m.line)
	}
	s.m.Update(goMsg{})
	if !s.m.line.closed() {
		t.Error("a second frame goes out while one is on its way")
	}
}
