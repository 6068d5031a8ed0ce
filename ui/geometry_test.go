package ui

import (
	"fmt"
	"maps"
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
	"long text":    {"ge", "k", "k", "k", "enter", "space"},
	"folded":       {"j", "enter", "end"},
	"unfolded":     {"j", "enter", "end", "enter", "j", "j"},
	"dates":        {"j", "enter", "g", "d", "j"},
	"warnings":     {"g", "w", "j"},
	"entities":     {"e", "j"},
	"of a text":    {"ge", "enter", "e", "]", "tab", "]"},
	"all entities": {"e", "=", "ge"},
	"conditions":   {"e", "enter", "j", "-", "tab"},
	"none left":    {"e", "enter", "-", "j", "enter", "tab"},
	"names":        {"e", "/", "ا", "ل"},
	"renaming":     {"e", "r", "ن"},
	"ticked":       {"e", "t", "t"},
	"spellings":    {"e", "s"},
	"in context":   {"e", "g", "c", "j"},
	"quotes":       {"g", "q", "j"},
	"digest":       {"g", "f", "j"},
	"by speaker":   {"g", "q", "s", "j", "s"},
	"timeline":     {"g", "t", "j"},
	"mentioned":    {"g", "t", "tab", "j", "j"},
	"of a day":     {"g", "t", "j", "enter"},
	"marked":       {"ge", "enter", "g", "m", "]"},
	"commands":     {":"},
	"completion":   {":", "s", "o", "tab", " ", "shift+tab"},
	"sorted":       {":", "s", "o", "r", "t", " ", "t", "enter", "j"},
	"finder":       {"f"},
	"finder rows":  {"f", "ا", "ل", "down", "down"},
	"finder kind":  {"f", "tab", "ن"},
	"finder alone": {"enter", "f", "q", "q", "q", "q"},
	"found":        {"ge", "enter", "/", "ل", "ا"},
	"compared":     {"t", "t", "c", "j", "tab"},
	"hits":         {"ge", "enter", "/", "ن", "enter", "n", "n"},
}

// sweptArticles have something of everything that the screen shows.
func sweptArticles() map[string]string {
	files := maps.Clone(articles)
	var text strings.Builder
	for i := range 5 {
		fmt.Fprintf(&text, "جرى ذلك في %d مايو 2020 وفي السبت 4 مايو 2020 وقبل أمس. وجملة ثانية من الفقرة نفسها.\n\n", i+5)
	}
	files["ab.txt"] = "عنوان خبر له أخبار ذات صلة\n\nرويترز - 16 يناير 2024\n\n" + text.String() + "مقالات ذات صلة\n\n" +
		"عنوان أول\n\nشؤون إقليمية صورة الخبر الأول (رويترز)\n\nعنوان أول\n\nمقدمة الخبر الأول.\n\n«الشرق الأوسط» (لندن)\n\n" +
		"عنوان ثان\n\nشؤون إقليمية صورة الخبر الثاني (رويترز)\n\nعنوان ثان\n\nمقدمة الخبر الثاني.\n\n«الشرق الأوسط» (بيروت)\n"
	files["bin.txt"] = "\x00\x01\x02\x7fELF\x00\x00\x00"
	return files
}

// sweptFolder opens them, their names known.
func sweptFolder(tb testing.TB) *known {
	tb.Helper()
	files := sweptArticles()
	for name, text := range newsFiles() { // the oldest, at the end of the list
		files["n"+name] = text
	}
	return knownFolder(tb, files, newsNames...)
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
	c := sweptFolder(t)
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
						s.settle()
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

// TestSurfaces holds that the keys of a surface lead to it.
func TestSurfaces(t *testing.T) {
	t.Parallel()
	c := sweptFolder(t)
	for name, there := range map[string]func(*Model) bool{
		"raw":         func(m *Model) bool { return m.reader.document.raw },
		"selection":   func(m *Model) bool { return m.reader.selecting() },
		"help filter": func(m *Model) bool { return m.help.field != nil },
		"folded":      func(m *Model) bool { return len(m.reader.document.folds) == 1 && !m.reader.document.folds[0].open },
		"unfolded":    func(m *Model) bool { return m.reader.document.folds[0].open },
		"dates":       func(m *Model) bool { return m.sheet.rows > 5 },
		"warnings":    func(m *Model) bool { return m.sheet.rows > 0 },

		"entities":     func(m *Model) bool { return m.pane.folder && len(m.pane.rows) > 5 && m.pane.detail != nil },
		"of a text":    func(m *Model) bool { return !m.pane.folder && len(m.pane.rows) > 5 },
		"all entities": func(m *Model) bool { return m.pane.all },
		"conditions":   func(m *Model) bool { return len(m.filter.conditions) == 2 && m.list.rows.some && m.focus == listPane },
		"none left":    func(m *Model) bool { return m.list.rows.some && m.list.length() == 0 },
		"names":        func(m *Model) bool { return m.prompt != nil && m.pane.query == "ال" },
		"renaming":     func(m *Model) bool { return m.prompt != nil },
		"ticked":       func(m *Model) bool { return len(m.pane.ticked) == 2 },
		"spellings":    func(m *Model) bool { return m.sheet.rows == 2 },
		"in context":   func(m *Model) bool { return m.sheet.rows > 2 },
		"quotes":       func(m *Model) bool { return m.sheet.rows > 2 && !m.bySpeaker },
		"by speaker":   func(m *Model) bool { return m.sheet.rows > 2 && !m.bySpeaker },
		"marked":       func(m *Model) bool { return m.marking && m.current() != nil },
		"completion":   func(m *Model) bool { return m.prompt != nil && m.prompt.field.text == "sort reverse" },
		"sorted":       func(m *Model) bool { return m.list.rows.sorted() },
		"finder":       func(m *Model) bool { return m.finder != nil && m.finder.names != nil },
		"finder kind":  func(m *Model) bool { return m.finder.scope == scope(articleKind) },
		"finder alone": func(m *Model) bool { return m.finder.field.text == "qqqq" && len(m.finder.rows) == 0 },
		"compared":     func(m *Model) bool { return m.comparison != nil && len(m.comparison.rows) > 5 && m.comparison.second },
		"found":        func(m *Model) bool { return m.prompt != nil },
	} {
		s := newScreen(t, c, testOptions(), 100, 30)
		s.keys(expand(surfaces[name])...)
		s.settle()
		if !there(s.m) {
			t.Errorf("%s is not where its keys lead", name)
		}
	}
}

// TestGeometryRandom does the same over random sizes, opening the surface at each.
func TestGeometryRandom(t *testing.T) {
	t.Parallel()
	c := sweptFolder(t)
	rng := rand.New(rand.NewPCG(1, 2))
	for name, keys := range surfaces {
		for range 13 {
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

// TestGeometryBlank holds that a file without text has its size too, whatever is pressed in it.
func TestGeometryBlank(t *testing.T) {
	t.Parallel()
	c := openFolder(t, map[string]string{"a.txt": "\xff\xfe", "b.txt": "", "c.txt": "\n \n"}) // the first is UTF-16 of nothing
	s := newScreen(t, c, testOptions(), 80, 10)
	for range 3 {
		for _, key := range expand([]string{"enter", "ge", "j", "=", "ge", "k", ")", "t", "y", "=", "enter", "g", "d", "esc", "space", "d"}) {
			s.keys(key)
			checkGeometry(t, s.m, 80, 10, "blank after "+key)
		}
		s.keys("esc", "esc", "j")
	}
}

// TestFrame holds the arithmetic of the layout: panes and border fill the width, and nothing is negative.
func TestFrame(t *testing.T) {
	t.Parallel()
	for w := range 260 {
		for _, h := range []int{0, 1, 2, 3, 50} {
			for bits := range 1 << 4 {
				for _, focus := range []pane{listPane, textPane, entityPane} {
					p := panes{focus: focus, full: bits&1 != 0, mirrored: bits&2 != 0, entities: bits&4 != 0, beside: pane(bits >> 3)}
					if focus == entityPane && !p.entities {
						continue
					}
					for _, p.wished = range [][3]int{{}, {1, 0, 1}, {w / 2, 0, w / 3}, {999, 0, 999}, {30, 0, 0}, {0, 0, 50}} {
						checkFrame(t, newFrame(w, h, p), w, p)
					}
				}
			}
		}
	}
}

// checkFrame holds that the panes lie side by side over the whole width, the one with the keys among them.
func checkFrame(t *testing.T, f frame, w int, p panes) {
	t.Helper()
	x, focused := 0, false
	for i, s := range f.order {
		b := f.box(s)
		if b.x != x || b.w < 0 || b.w == 0 && w > 0 || b.h < 0 {
			t.Fatalf("frame of %d, %+v: pane %d is %+v", w, p, i, b)
		}
		x += b.w + 1
		focused = focused || s == p.focus
	}
	if x-1 != w || !focused {
		t.Fatalf("frame of %d, %+v: %+v", w, p, f)
	}
	want := 1
	switch {
	case w < narrow || p.full:
	case w >= broad && p.entities:
		want = 3
	default:
		want = 2
	}
	if len(f.order) != want {
		t.Fatalf("frame of %d, %+v: %d panes, want %d", w, p, len(f.order), want)
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
