package ui

import (
	"context"
	"testing"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus/search"
)

// scripted answers every question with the articles at some places, in steps.
type scripted struct {
	steps [][]int
	asked []string
	ended []bool // whether the question had been cut short when it was answered
}

func (n *scripted) Find(ctx context.Context, query string, _ int) search.Answer {
	n.asked = append(n.asked, query)
	return n.step(ctx, 0)
}

func (n *scripted) More(ctx context.Context) search.Answer { return n.step(ctx, len(n.steps)-1) }

func (n *scripted) step(ctx context.Context, i int) search.Answer {
	n.ended = append(n.ended, ctx.Err() != nil)
	a := search.Answer{Done: i == len(n.steps)-1}
	for _, item := range n.steps[i] {
		a.Found = append(a.Found, search.Found{List: int(articleKind), Item: item})
	}
	return a
}

// finding opens the finder over the articles, with names that are scripted.
func finding(t *testing.T, n *scripted) *screen {
	t.Helper()
	s := newScreen(t, openFolder(t, articles), testOptions(), 120, 20)
	s.m.newFinder = func(search.Lexicon, ...*search.List) nameFinder { return n }
	s.keys("f")
	if s.m.finder == nil || s.m.finder.names == nil {
		t.Fatal("the finder is not there")
	}
	return s
}

func (s *screen) opened() string {
	if s.m.reader.document == nil {
		return ""
	}
	e, _ := s.m.entry(s.m.reader.document.doc)
	return e.ID
}

// TestFinderStale holds that an answer to what is no longer typed is not shown, and that what is typed is asked as soon as it is there.
func TestFinderStale(t *testing.T) {
	t.Parallel()
	n := &scripted{steps: [][]int{{1}}}
	s := finding(t, n)
	_, first := s.m.Update(press("ا"))
	_, second := s.m.Update(press("ب"))
	old := brings[foundMsg](t, first)
	if second != nil {
		t.Fatal("two questions at once")
	}
	if len(n.ended) != 1 || !n.ended[0] {
		t.Error("the first question was not cut short")
	}
	_, next := s.m.Update(old)
	if len(s.m.finder.rows) != 0 {
		t.Error("an answer to other letters is shown")
	}
	s.send(brings[foundMsg](t, next))
	if len(s.m.finder.rows) != 1 || len(n.asked) != 2 || n.asked[1] != "اب" {
		t.Errorf("%d rows; asked %q", len(s.m.finder.rows), n.asked)
	}
}

// TestFinderEnter holds that Enter waits for the answer to what is typed, and opens its first row, not one that was there before.
func TestFinderEnter(t *testing.T) {
	t.Parallel()
	n := &scripted{steps: [][]int{{1}}}
	s := finding(t, n)
	s.keys("ا")
	n.steps[0] = []int{2}
	_, cmd := s.m.Update(press("ب"))
	s.keys("enter")
	if s.m.finder == nil || s.opened() != "a.txt" {
		t.Fatal("Enter did not wait")
	}
	s.send(brings[foundMsg](t, cmd))
	if s.m.finder != nil || s.opened() != "c.txt" || s.m.focus != textPane {
		t.Errorf("Enter opened %q", s.opened())
	}
}

// TestFinderMore holds that a first answer is shown while the rest is looked for, that the cursor stays on what it was moved to, and
// that Enter waits for the rest.
func TestFinderMore(t *testing.T) {
	t.Parallel()
	n := &scripted{steps: [][]int{{1, 2}, {3, 1, 2}}}
	s := finding(t, n)
	_, cmd := s.m.Update(press("ا"))
	_, more := s.m.Update(brings[foundMsg](t, cmd))
	if got := len(s.m.finder.rows); got != 2 {
		t.Fatalf("%d rows of the first answer", got)
	}
	s.keys("down", "enter")
	if s.m.finder == nil {
		t.Fatal("Enter did not wait for the rest")
	}
	s.send(brings[foundMsg](t, more))
	if s.opened() != "c.txt" {
		t.Errorf("opened %q, not what the cursor was on", s.opened())
	}
}

// TestFinderEsc holds that the finder leaves everything as it was, and that what comes for a closed one is nothing.
func TestFinderEsc(t *testing.T) {
	t.Parallel()
	n := &scripted{steps: [][]int{{1}}}
	s := newScreen(t, openFolder(t, articles), testOptions(), 120, 20)
	s.keys("g", "e", "enter", "space", "j")
	before := s.m.View().Content
	s.m.newFinder = func(search.Lexicon, ...*search.List) nameFinder { return n }
	s.keys("f", "ا")
	s.restFinder()
	if s.m.finder.preview.reader.document == nil || s.m.View().Content == before {
		t.Error("no preview")
	}
	_, late := s.m.Update(press("ب"))
	s.keys("esc")
	if s.m.View().Content != before {
		t.Error("Esc does not bring back what was there")
	}
	s.send(brings[foundMsg](t, late))
	s.keys("f")
	if s.m.finder.busy || len(s.m.finder.rows) != 0 {
		t.Error("a closed finder lives on in the next")
	}
	s.send(tea.PasteMsg{Content: "كلمتان\nاثنتان"})
	if s.m.finder.field.text != "كلمتان اثنتان" || len(s.m.finder.rows) != 1 {
		t.Errorf("pasted %q", s.m.finder.field.text)
	}
}
