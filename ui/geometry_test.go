package ui

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// surfaces are the states of the screen that a sweep visits.
var surfaces = map[string][]string{
	"list":         nil,
	"list end":     {"ge"},
	"reader":       {"enter"},
	"reader end":   {"enter", "ge"},
	"wide reading": {"w", "space"},
	"raw":          {"enter", "="},
	"selection":    {"enter", "t", ")", ")"},
	"help":         {"?"},
	"help filter":  {"?", "/", "ص", "q"},
	"help nothing": {"?", "/", "q", "q", "q", "q", "enter"},
	"long text":    {"ge", "enter", "space"},
}

var (
	sweepWidths  = []int{1, 2, 3, 5, 8, 10, 12, 20, 39, 40, 41, 79, 80, 81, 120, 200}
	sweepHeights = []int{1, 2, 3, 5, 24, 60}
)

// expand turns "ge" into its keys.
func expand(names []string) []string {
	var keys []string
	for _, n := range names {
		if n == "ge" {
			keys = append(keys, "g", "e")
			continue
		}
		keys = append(keys, n)
	}
	return keys
}

// checkGeometry holds the contract of every frame: exactly h rows of exactly w cells.
func checkGeometry(t *testing.T, m *Model, w, h int, what string) {
	t.Helper()
	content := m.View().Content
	rows := strings.Split(content, "\n")
	if len(rows) != h {
		t.Fatalf("%s at %dx%d: %d rows", what, w, h, len(rows))
	}
	for i, r := range rows {
		if got := ansi.StringWidth(r); got != w {
			t.Fatalf("%s at %dx%d: row %d has %d cells: %q", what, w, h, i, got, ansi.Strip(r))
		}
	}
}

// TestGeometry sweeps every surface over the sizes: rendering never panics, and every frame has exactly the size of
// the screen.
func TestGeometry(t *testing.T) {
	t.Parallel()
	c := openFolder(t, articles)
	for name, keys := range surfaces {
		for _, mode := range []string{"visual", "marked", "isolate", "words"} {
			for _, layout := range []string{"rtl", "ltr"} {
				for _, lang := range []string{"en", "ar"} {
					t.Run(fmt.Sprintf("%s/%s/%s/%s", name, mode, layout, lang), func(t *testing.T) {
						t.Parallel()
						o := testOptions()
						o.Bidi, o.Layout, o.Lang = mode, layout, lang
						s := newScreen(t, c, o, 100, 30)
						s.keys(expand(keys)...)
						for _, w := range sweepWidths {
							for _, h := range sweepHeights {
								s.send(tea.WindowSizeMsg{Width: w, Height: h})
								checkGeometry(t, s.m, w, h, name)
							}
						}
					})
				}
			}
		}
	}
}

// TestGeometryRandom does the same over random sizes, opening the surface at each.
func TestGeometryRandom(t *testing.T) {
	t.Parallel()
	c := openFolder(t, articles)
	rng := rand.New(rand.NewPCG(1, 2))
	for name, keys := range surfaces {
		for range 25 {
			w, h := 1+rng.IntN(220), 1+rng.IntN(70)
			s := newScreen(t, c, testOptions(), w, h)
			s.keys(expand(keys)...)
			checkGeometry(t, s.m, w, h, name)
		}
	}
}

// TestGeometryEmpty sweeps the screens that have no article.
func TestGeometryEmpty(t *testing.T) {
	t.Parallel()
	c := openFolder(t, nil)
	s := newScreen(t, c, testOptions(), 80, 24)
	for _, w := range sweepWidths {
		for _, h := range sweepHeights {
			s.send(tea.WindowSizeMsg{Width: w, Height: h})
			checkGeometry(t, s.m, w, h, "empty")
		}
	}
	s.keys("j", "enter", "w", "=", "y", "g", "y", "g", "e", ")", "t")
	s.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	checkGeometry(t, s.m, 80, 24, "empty after keys")
}

// TestFrame holds the arithmetic of the layout: panes and border fill the width, and nothing is negative.
func TestFrame(t *testing.T) {
	t.Parallel()
	for w := range 260 {
		for _, h := range []int{0, 1, 2, 3, 50} {
			for _, alone := range []pane{listPane, textPane} {
				for _, full := range []bool{false, true} {
					for _, mirrored := range []bool{false, true} {
						f := newFrame(w, h, alone, full, mirrored)
						border := 0
						if f.border >= 0 {
							border = 1
						}
						if f.list.w < 0 || f.text.w < 0 || f.list.w+f.text.w+border != w {
							t.Fatalf("frame %dx%d %v %v: %+v", w, h, alone, full, f)
						}
						if f.wide != (w >= narrow && !full) {
							t.Fatalf("frame %dx%d full %v: wide %v", w, h, full, f.wide)
						}
					}
				}
			}
		}
	}
}

// TestScrollTop holds that the cursor is always shown and that no row stays empty while there are enough.
func TestScrollTop(t *testing.T) {
	t.Parallel()
	for n := range 30 {
		for h := 1; h < 12; h++ {
			for cursor := range n {
				for top := -5; top < n+5; top++ {
					got := scrollTop(top, cursor, h, n)
					if got < 0 || cursor < got || cursor >= got+h || got > max(n-h, 0) {
						t.Fatalf("scrollTop(%d, %d, %d, %d) = %d", top, cursor, h, n, got)
					}
					if cursor >= top && cursor < top+h && top >= 0 && top <= max(n-h, 0) && got != top {
						t.Fatalf("scrollTop(%d, %d, %d, %d) = %d: moved without need", top, cursor, h, n, got)
					}
				}
			}
		}
	}
}
