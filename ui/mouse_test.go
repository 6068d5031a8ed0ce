package ui

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

func (s *screen) click(x, y int) {
	s.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	s.send(tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft})
}

func (s *screen) wheel(x, y int, button tea.MouseButton) {
	s.send(tea.MouseWheelMsg{X: x, Y: y, Button: button})
}

func mouseOptions(layout string) Options {
	o := testOptions()
	o.Mouse, o.Layout = true, layout
	return o
}

// TestSpot holds over all geometries that every cell lies in one pane or on one border, and that a border sets the width of a pane beside
// it that is not the text.
func TestSpot(t *testing.T) {
	t.Parallel()
	for _, w := range append(slices.Clone(sweepWidths), 100, 119, 121, 160) {
		for _, h := range sweepHeights {
			for bits := range 1 << 4 {
				for _, focus := range []pane{listPane, textPane, entityPane} {
					p := panes{focus: focus, full: bits&1 != 0, mirrored: bits&2 != 0, entities: bits&4 != 0, beside: pane(bits >> 3)}
					if focus == entityPane && !p.entities {
						continue
					}
					checkSpots(t, newFrame(w, h, p))
				}
			}
		}
	}
}

func checkSpots(t *testing.T, f frame) {
	t.Helper()
	for x := -1; x <= f.w; x++ {
		for _, y := range []int{-1, 0, f.h - 2, f.h - 1, f.h} {
			got, ok := f.spot(x, y)
			rows := f.box(f.order[0]).h
			if want := x >= 0 && x < f.w && y >= 0 && y < rows; ok != want {
				t.Fatalf("%+v: cell %d, %d: %v", f, x, y, ok)
			}
			if !ok {
				continue
			}
			b := f.box(got.pane)
			switch {
			case got.border && (got.pane == textPane || x != b.x-1 && x != b.x+b.w):
				t.Fatalf("%+v: the border at %d sets the width of pane %d", f, x, got.pane)
			case !got.border && (x != b.x+got.column || got.column < 0 || got.column >= b.w || got.row != y):
				t.Fatalf("%+v: cell %d, %d is %+v", f, x, y, got)
			}
		}
	}
}

// TestClickList holds that a click selects the article it is on, gives the list the keys, and that a second one opens it: at every size,
// at either side, under conditions and in any order.
func TestClickList(t *testing.T) {
	t.Parallel()
	c := sweptFolder(t)
	for _, layout := range []string{"rtl", "ltr"} {
		for _, w := range []int{20, 41, 80, 120, 200} {
			for _, keys := range [][]string{nil, {":", "s", "o", "r", "t", " ", "t", "enter"}, {"e", "enter", "esc"}} {
				s := newScreen(t, c, mouseOptions(layout), w, 9)
				s.keys(keys...)
				s.m.focusOn(listPane)
				if len(keys) == 0 && w >= narrow {
					s.keys("enter") // the text has the keys
				}
				x := s.m.frame.list.x + s.m.frame.list.w/2
				above := s.m.frame.list.h - s.m.list.h
				for row := min(s.m.list.length(), s.m.list.h) - 1; row >= 0; row-- {
					s.click(x, above+row)
					if l := &s.m.list; l.cursor != l.top+row || s.m.focus != listPane {
						t.Fatalf("%s at %d, %q: a click on row %d selects %d, top %d; focus %d", layout, w, keys, row, l.cursor, l.top, s.m.focus)
					}
				}
				e, _ := s.m.list.selected()
				s.click(x, above)
				if s.m.focus != textPane || s.shown() != e.ID {
					t.Errorf("%s at %d, %q: a second click opens %q, want %q", layout, w, keys, s.shown(), e.ID)
				}
			}
		}
	}
}

// TestClickText holds that a click on a letter puts the cursor on its row and sentence, and leaves the text where it is: for every cell of
// the text, whatever its direction.
func TestClickText(t *testing.T) {
	t.Parallel()
	files := map[string]string{
		"a.txt": articles["a.txt"],
		"b.txt": "An English headline\n\nThe first sentence of it. A second one with كلمة in it. And a third.\n",
	}
	for _, layout := range []string{"rtl", "ltr"} {
		for _, w := range []int{9, 30, 80, 120, 200} {
			for _, article := range []int{0, 1} {
				s := newScreen(t, openFolder(t, files), mouseOptions(layout), w, 30)
				s.m.list.moveTo(article)
				s.keys("enter")
				d, r := s.m.reader.document, &s.m.reader
				for y := range s.m.frame.text.h {
					p, ok := d.visible(r.top, y)
					if !ok || d.pieces[p.piece].start < 0 {
						continue
					}
					checkClicks(t, s, p, y)
				}
			}
		}
	}
}

// checkClicks clicks on every letter of a row of the text.
func checkClicks(t *testing.T, s *screen, p place, y int) {
	t.Helper()
	r := &s.m.reader
	d, top := r.document, r.top
	line := d.at(p).line
	row := []rune(s.rows()[y])
	from := -1 // where the line stands on the screen
	glyphs := make([]rune, 0, len(line.Cells))
	for _, c := range line.Cells {
		glyphs = append(glyphs, c.Glyph)
	}
	text := s.m.frame.text
	if i := strings.Index(string(row[text.x:text.x+text.w]), string(glyphs)); i >= 0 {
		from = text.x + len([]rune(string(row[text.x : text.x+text.w])[:i]))
	}
	if len(glyphs) == 0 || from < 0 {
		return
	}
	for k, c := range line.Cells {
		s.click(from+k, y)
		if r.at != p || r.top != top {
			t.Fatalf("a click on %d, %d: the cursor is at %v, want %v; the top %v, %v", from+k, y, r.at, p, r.top, top)
		}
		if want := d.sentence(p.piece, int(c.Start)); r.cursor != want {
			t.Fatalf("a click on %q: the sentence is %v, want %v", c.Glyph, r.cursor, want)
		}
	}
}

// TestClickEntities holds the same of the pane of entities, and of the pages that lie over the panes.
func TestClickEntities(t *testing.T) {
	t.Parallel()
	s := newScreen(t, sweptFolder(t), mouseOptions("rtl"), 130, 30)
	s.keys("e")
	b := s.m.frame.entities
	s.keys("tab")
	s.click(b.x+3, 4)
	if s.m.focus != entityPane || s.m.pane.cursor != 3 {
		t.Errorf("focus %d, row %d", s.m.focus, s.m.pane.cursor)
	}
	s.click(b.x+3, 4)
	if len(s.m.filter.conditions) != 1 {
		t.Errorf("a second click makes %d conditions", len(s.m.filter.conditions))
	}
	s.keys("backspace", "esc", "g", "q")
	s.click(50, 3)
	if s.m.sheet == nil || s.m.sheet.cursor != 2 {
		t.Fatalf("the sheet: %+v", s.m.sheet)
	}
	s.click(50, 3)
	if s.m.sheet != nil || s.m.focus != textPane {
		t.Error("a second click does not go there")
	}
}

// TestWheel holds that what is under the pointer scrolls, whatever has the keys, and that a cursor stays on the screen.
func TestWheel(t *testing.T) {
	t.Parallel()
	s := newScreen(t, openFolder(t, manyArticles()), mouseOptions("rtl"), 130, 20)
	list, text := s.m.frame.list.x+5, s.m.frame.text.x+5
	s.wheel(list, 3, tea.MouseWheelDown)
	if l := &s.m.list; l.top != wheelRows || l.cursor != wheelRows {
		t.Errorf("the list: top %d, cursor %d", l.top, l.cursor)
	}
	s.wheel(text, 3, tea.MouseWheelDown)
	s.wheel(text, 3, tea.MouseWheelDown)
	s.wheel(text, 3, tea.MouseWheelUp)
	if d := s.m.reader.document; s.m.reader.top != d.step(place{}, wheelRows) || s.m.focus != listPane {
		t.Errorf("the text: top %v", s.m.reader.top)
	}
	for range 50 {
		s.wheel(list, 3, tea.MouseWheelDown)
	}
	if l := &s.m.list; l.top != l.length()-l.h || l.cursor != l.top {
		t.Errorf("the end of the list: top %d, cursor %d of %d", l.top, l.cursor, l.length())
	}
	for range 50 {
		s.wheel(list, 3, tea.MouseWheelUp)
	}
	if l := &s.m.list; l.top != 0 || l.cursor != l.h-1 {
		t.Errorf("back at the top: top %d, cursor %d", l.top, l.cursor)
	}
	s.keys("?")
	s.wheel(0, 0, tea.MouseWheelDown)
	if s.m.help.top != wheelRows {
		t.Errorf("help: top %d", s.m.help.top)
	}
}

// TestDrag holds that a border goes where it is dragged, as far as both panes keep some room, and stays there.
func TestDrag(t *testing.T) {
	t.Parallel()
	for _, layout := range []string{"rtl", "ltr"} {
		s := newScreen(t, sweptFolder(t), mouseOptions(layout), 160, 20)
		s.keys("e", "tab")
		rng := rand.New(rand.NewPCG(7, 8))
		for range 60 {
			i := rng.IntN(len(s.m.frame.order) - 1)
			left := s.m.frame.box(s.m.frame.order[i])
			x, to := left.x+left.w, rng.IntN(s.m.w)
			if row := []rune(ansi.Strip(s.rows()[4])); row[x] != '│' {
				t.Fatalf("%s: no border at %d: %q", layout, x, string(row))
			}
			s.send(tea.MouseClickMsg{X: x, Y: 4, Button: tea.MouseLeft})
			s.send(tea.MouseMotionMsg{X: to, Y: 9, Button: tea.MouseLeft})
			checkGeometry(t, s.m, 160, 20, fmt.Sprintf("%s: the border at %d dragged to %d", layout, x, to))
			s.send(tea.MouseReleaseMsg{X: to, Y: 9})
			s.send(tea.MouseMotionMsg{X: 80, Y: 9})
			left = s.m.frame.box(s.m.frame.order[i])
			now := left.x + left.w
			// The other outer pane keeps its columns, and the text the least.
			if to > 2*leastGiven+s.m.frame.entities.w+2 && to < 160-2*leastGiven-s.m.frame.list.w && len(s.m.frame.order) == 2 && now != to {
				t.Errorf("%s: the border at %d dragged to %d is at %d", layout, x, to, now)
			}
		}
		for _, w := range sweepWidths {
			s.send(tea.WindowSizeMsg{Width: w, Height: 20})
			checkGeometry(t, s.m, w, 20, layout+" after dragging")
		}
	}
	s := newScreen(t, openFolder(t, articles), mouseOptions("ltr"), 120, 10)
	x := s.m.frame.list.w
	s.send(tea.MouseClickMsg{X: x, Y: 1, Button: tea.MouseLeft})
	for to := range 120 {
		s.send(tea.MouseMotionMsg{X: to, Y: 1, Button: tea.MouseLeft})
		if want := max(min(to, 120-1-leastGiven), leastGiven); s.m.frame.list.w != want {
			t.Fatalf("dragged to %d: the list has %d columns, want %d", to, s.m.frame.list.w, want)
		}
	}
}

// TestMouseOff holds that nothing happens by a mouse that was not asked for, that :mouse takes it, and that an open text field keeps clicks
// from doing anything.
func TestMouseOff(t *testing.T) {
	t.Parallel()
	s := newScreen(t, openFolder(t, articles), testOptions(), 120, 10)
	x := s.m.frame.list.x + 5
	s.click(x, 2)
	if s.m.View().MouseMode != tea.MouseModeNone || s.m.list.cursor != 0 {
		t.Error("the mouse is taken unasked")
	}
	s.command("mouse on")
	s.click(x, 2)
	if s.m.View().MouseMode != tea.MouseModeCellMotion || s.m.list.cursor != 2 {
		t.Errorf("mode %v, row %d", s.m.View().MouseMode, s.m.list.cursor)
	}
	s.keys(":")
	s.click(x, 1)
	s.send(tea.MouseClickMsg{X: x, Y: 1, Button: tea.MouseRight})
	if s.m.list.cursor != 2 || s.m.prompt == nil {
		t.Error("a click goes through the command line")
	}
	s.keys("esc")
	s.command("mouse off")
	if s.m.View().MouseMode != tea.MouseModeNone {
		t.Error("the mouse is not given back")
	}
}

// TestSampled holds that of many reports one in sampleTime gets through, and every other message does.
func TestSampled(t *testing.T) {
	t.Parallel()
	now := time.Unix(0, 0)
	filter := sampled(func() time.Time { return now })
	let := func(msg tea.Msg) bool { return filter(nil, msg) != nil }
	n := 0
	for range 1000 {
		now = now.Add(time.Millisecond)
		if let(tea.MouseWheelMsg{}) {
			n++
		}
		if !let(tea.MouseClickMsg{}) || !let(press("j")) {
			t.Fatal("a message is lost")
		}
	}
	if n != 63 {
		t.Errorf("%d of 1000 reports in a second get through, want 63", n)
	}
}

// TestClickStory holds that a click on the number of a story opens it and closes it again, where the number stands, and nowhere else.
func TestClickStory(t *testing.T) {
	t.Parallel()
	c := openStories(t, storyArticles())
	for _, layout := range []string{"rtl", "ltr"} {
		for _, w := range []int{40, 60, 100} {
			o := withStories()
			o.Mouse, o.Layout = true, layout
			s := newScreen(t, c, o, w, 12)
			for x := s.m.frame.list.x; x < s.m.frame.list.x+s.m.frame.list.w; x++ {
				cells := []rune(s.rows()[1])
				shown := cells[x] == '+' || cells[x] == '2' && (cells[x-1] == '+')
				before := s.told()
				s.m.Update(tea.MouseClickMsg{X: x, Y: 1, Button: tea.MouseLeft})
				if toggled := strings.Contains(s.told(), "b-2"); toggled != shown && !blankBeside(cells, x) {
					t.Errorf("%s, %d columns: a click on %q in column %d opens the story: %v", layout, w, cells[x], x, toggled)
				}
				if strings.Contains(s.told(), "b-2") {
					s.m.Update(tea.MouseClickMsg{X: x, Y: 1, Button: tea.MouseLeft})
				}
				if s.told() != before && !strings.Contains(s.told(), "[b+2]") {
					t.Errorf("%s, %d columns: two clicks in column %d leave %s", layout, w, x, s.told())
				}
				s.m.focus = listPane
				s.m.relayout()
			}
		}
	}
}

// blankBeside reports whether a cell is the blank before the number of a story, which belongs to it.
func blankBeside(cells []rune, x int) bool {
	return cells[x] == ' ' && (x+1 < len(cells) && cells[x+1] == '+' || x > 0 && cells[x-1] == '2')
}
