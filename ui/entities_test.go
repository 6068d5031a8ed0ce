package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus/entity"
	"jarida/ui/settings"
)

// named gives the rows of the pane as text.
func (s *screen) named() []string {
	var names []string
	p := s.m.pane
	p.top = 0
	numbers := p.count(len(p.rows)).rows
	for i, r := range p.rows {
		name := s.m.rowName(r)
		switch {
		case r.kind != itemRow:
			name = fmt.Sprintf("[%s %d]", name, r.count)
		case p.folder:
			name += fmt.Sprintf(" %d/%d", numbers[i][0], numbers[i][1])
		default:
			name += fmt.Sprintf(" %d", numbers[i][0])
		}
		if r.quiet {
			name += "?"
		}
		names = append(names, name)
	}
	return names
}

// under gives the name under the cursor of the pane.
func (s *screen) under() string {
	row, _ := s.m.pane.selected()
	return s.m.rowName(row)
}

// listed gives the ids of the list.
func (s *screen) listed() string {
	var ids []string
	for i := range s.m.list.length() {
		ids = append(ids, strings.TrimSuffix(s.m.list.snap.At(s.m.list.at(i)).ID, ".txt"))
	}
	return strings.Join(ids, " ")
}

func wantRows(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("rows %q, want %q", got, want)
	}
}

// TestEntityRows holds which entities the pane shows: of the folder from the list, of the article from the text, doubtful ones when asked.
func TestEntityRows(t *testing.T) {
	t.Parallel()
	s := newScreen(t, news(t), testOptions(), 140, 40)
	folder := []string{
		"[All names 5]", "[People 2]", "سامي الخطيب 2/5", "ليلى حداد 2/3", "[Places 2]", "بيروت 2/4", "دمشق 2/3", "[Organisations 1]", "جمعية النور 2/3",
	}
	s.keys("e")
	wantRows(t, s.named(), folder...)
	if s.under() != "سامي الخطيب" {
		t.Errorf("the cursor is on %q", s.under())
	}
	s.keys("=")
	all := slices.Insert(slices.Clone(folder), 4, "مروان 1/1?")
	all[0], all[1] = "[All names 6]", "[People 3]"
	wantRows(t, s.named(), all...)
	s.keys("=", "esc", "g", "e", "enter", "e")
	wantRows(t, s.named(), "[All names 4]", "[People 2]", "سامي الخطيب 4", "ليلى حداد 2", "[Places 2]", "دمشق 2", "بيروت 2", "[Dates 2]", "16 يناير 2023 1", "أمس 1")
	s.keys("e")
	if !s.m.pane.folder || s.m.focus != entityPane {
		t.Error("e in the pane does not show those of the folder")
	}
	s.keys("esc")
	if s.m.pane.open || s.m.focus != textPane {
		t.Error("Esc does not lead back to the text")
	}
}

// TestEntityKeys holds the ways through the pane, on an Arabic keyboard too.
func TestEntityKeys(t *testing.T) {
	t.Parallel()
	c := news(t)
	for _, tt := range []struct {
		name string
		keys []string
		want string // the name under the cursor
	}{
		{"down", []string{"e", "j"}, "ليلى حداد"},
		{"down in Arabic", []string{"ث", "ت"}, "ليلى حداد"},
		{"over a heading", []string{"e", "j", "j"}, "Places"},
		{"next type", []string{"e", ")"}, "Places"},
		{"and the one before", []string{"e", ")", ")", "("}, "Places"},
		{"the end", []string{"e", "g", "e"}, "جمعية النور"},
		{"past it", []string{"e", "g", "e", "j"}, "جمعية النور"},
		{"the beginning", []string{"e", "j", "g", "g"}, "All names"},
		{"a page", []string{"e", "space"}, "جمعية النور"},
		{"doubtful ones come, the cursor stays", []string{"e", "g", "e", "="}, "جمعية النور"},
		{"a name", []string{"e", "/", "ح", "د", "enter"}, "ليلى حداد"},
		{"a name, with a key of an Arabic keyboard", []string{"ث", "ظ", "ن", "و", "enter"}, "جمعية النور"},
		{"a name, dropped", []string{"e", "/", "ح", "esc", "g", "g"}, "All names"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := newScreen(t, c, testOptions(), 140, 40)
			s.keys(tt.keys...)
			if got := s.under(); got != tt.want {
				t.Errorf("on %q, want %q", got, tt.want)
			}
		})
	}
}

// TestPanes holds where Tab and the arrows lead, with three panes on the screen, with two, and with one.
func TestPanes(t *testing.T) {
	t.Parallel()
	c := news(t)
	names := map[pane]string{listPane: "list", textPane: "text", entityPane: "entities"}
	for _, tt := range []struct {
		w    int
		keys []string
		want string // the pane with the keys, and those on the screen from left to right
	}{
		{140, []string{"e"}, "entities: entities text list"},
		{140, []string{"e", "tab"}, "list: entities text list"},
		{140, []string{"e", "l"}, "text: entities text list"},
		{140, []string{"e", "l", "l"}, "list: entities text list"},
		{140, []string{"e", "م", "ا"}, "entities: entities text list"},
		{100, []string{"e"}, "entities: entities list"},
		{100, []string{"e", "l"}, "list: entities list"},
		{100, []string{"e", "tab", "tab"}, "text: text list"},
		{100, []string{"e", "tab", "enter", "esc"}, "list: entities list"},
		{100, []string{"enter", "e"}, "entities: entities text"},
		{100, []string{"enter", "e", "l"}, "text: entities text"},
		{100, []string{"enter", "e", "l", "l"}, "list: text list"},
		{60, []string{"e"}, "entities: entities"},
		{60, []string{"e", "l"}, "text: text"},
		{140, []string{"enter", "e", "w"}, "text: text"},
	} {
		s := newScreen(t, c, testOptions(), tt.w, 30)
		s.keys(tt.keys...)
		got := []string{names[s.m.focus] + ":"}
		for _, p := range s.m.frame.order {
			got = append(got, names[p])
		}
		if got := strings.Join(got, " "); got != tt.want {
			t.Errorf("%d columns, %q: %s, want %s", tt.w, tt.keys, got, tt.want)
		}
	}
}

// TestStep holds the way from mention to mention: of what is chosen, in both directions, on the screen and marked.
func TestStep(t *testing.T) {
	t.Parallel()
	c := news(t)
	steps := func(s *screen, keys ...string) (words []string) {
		t.Helper()
		for _, k := range keys {
			s.keys(k)
			r := &s.m.reader
			text := r.document.source[r.mention.Start:r.mention.End]
			if s.m.notice == s.m.words.LastMention {
				text = "end"
			}
			if top, bottom := r.top, r.document.step(r.top, r.h-1); r.at.before(top) || bottom.before(r.at) {
				t.Errorf("%s: %q is off the screen", k, text)
			}
			words = append(words, text)
		}
		return words
	}
	s := newScreen(t, c, testOptions(), 140, 14)
	s.keys("g", "e", "enter")
	wantRows(t, steps(s, "]", "]", "د", "[", "ج", "["), "سامي الخطيب", "دمشق", "سامي الخطيب", "دمشق", "سامي الخطيب", "end")
	s.keys("e")
	wantRows(t, steps(s, "]", "]", "]", "]"), "سامي الخطيب", "الخطيب", "الخطيب", "end")
	if s.m.notice != s.m.words.LastMention || s.m.focus != entityPane {
		t.Errorf("notice %q", s.m.notice)
	}
	s.keys("g", "g", "j", "j", "j", "j")
	if s.under() != "Places" {
		t.Fatalf("on %q", s.under())
	}
	wantRows(t, steps(s, "[", "[", "[", "["), "بيروت", "دمشق", "دمشق", "end")
	s.keys("l", "esc")
	if s.m.reader.mention.End != 0 || s.m.focus != textPane {
		t.Error("Esc does not take the mark away first")
	}

	s = newScreen(t, c, testOptions(), 140, 14)
	s.keys("g", "e", "enter", "]", "g", "e")
	wantRows(t, steps(s, "]"), "الخطيب") // from where the reader is, not from the mention that was shown before
}

// TestConditions holds what the list has under conditions, and where its cursor stands.
func TestConditions(t *testing.T) {
	t.Parallel()
	c := news(t)
	for _, tt := range []struct {
		name string
		keys []string
		want string // the ids; the one under the cursor
	}{
		{"one", []string{"e", "enter"}, "b a: b"},
		{"without", []string{"e", "-"}, "c: c"},
		{"two", []string{"e", "enter", ")", "j", "enter"}, "a: a"},
		{"and without", []string{"e", ")", "j", "enter", "k", "k", "-"}, "c: c"},
		{"none left", []string{"e", "enter", ")", "j", "enter", ")", "j", "enter"}, ": "},
		{"the last taken off", []string{"e", "enter", ")", "j", "enter", "backspace"}, "b a: a"},
		{"the same again takes it off", []string{"e", "enter", "enter"}, "c b a: b"},
		{"the other way round", []string{"e", "enter", "-"}, "c: c"},
		{"all taken off", []string{"e", "enter", "backspace", "backspace"}, "c b a: b"},
		{"taken off in the list", []string{"e", "enter", "tab", "backspace"}, "c b a: b"},
		{"Esc in the list", []string{"e", "enter", ")", "j", "enter", "tab", "esc"}, "c b a: a"},
		{"Esc after none was left", []string{"e", "enter", ")", "j", "enter", ")", "j", "enter", "tab", "esc"}, "c b a: a"},
		{"the list's own keys", []string{"e", "enter", "tab", "j", "j"}, "b a: a"},
		{"from an article", []string{"enter", "e", "j", "j", "enter"}, "c b: c"},
		{"not by a heading", []string{"e", "g", "g", "enter"}, "c b a: c"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := newScreen(t, c, testOptions(), 140, 40)
			s.keys(tt.keys...)
			e, _ := s.m.list.selected()
			if got := s.listed() + ": " + strings.TrimSuffix(e.ID, ".txt"); got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
		})
	}
}

// TestConditionsGrow holds that the conditions go on to hold while more articles are looked through, and that the cursor stays.
func TestConditionsGrow(t *testing.T) {
	t.Parallel()
	c := news(t)
	c.withheld = []string{"b.txt"}
	c.look()
	s := newScreen(t, c, testOptions(), 140, 40)
	s.keys("e", "enter")
	if got := s.listed(); got != "a" {
		t.Fatalf("listed %q, want a", got)
	}
	c.withheld = nil
	c.look()
	s.send(snapshotMsg{c.Snapshot(), false})
	e, _ := s.m.list.selected()
	if got := s.listed(); got != "b a" || e.ID != "a.txt" || s.under() != "سامي الخطيب" {
		t.Errorf("listed %q, %s selected, the pane on %q", got, e.ID, s.under())
	}
}

// TestRowsWait holds that rows in another order never come under a moving cursor, and come when it rests.
func TestRowsWait(t *testing.T) {
	t.Parallel()
	c := news(t)
	c.withheld = []string{"b.txt"}
	c.look()
	s := newScreen(t, c, testOptions(), 140, 40)
	s.keys("e", "j")
	before := s.named()
	c.withheld = nil
	c.look()
	s.hold(press("k"))
	s.send(snapshotMsg{c.Snapshot(), false})
	wantRows(t, s.named(), before...)
	s.settle()
	if slices.Equal(s.named(), before) || s.m.pane.detail == nil {
		t.Errorf("at rest: %q", s.named())
	}
}

// TestLateResults holds that what was asked for before is not shown: articles of other conditions, rows of another scope, the notes of
// another article.
func TestLateResults(t *testing.T) {
	t.Parallel()
	c := news(t)
	t.Run("conditions", func(t *testing.T) {
		t.Parallel()
		s := newScreen(t, c, testOptions(), 140, 40)
		s.keys("e")
		late := s.hold(press("enter"))
		s.keys("j")
		s.hold(press("-"))
		s.run(late)
		if got := s.listed(); got != "" {
			t.Errorf("listed %q: both people are in the same articles", got)
		}
	})
	t.Run("conditions that were left", func(t *testing.T) {
		t.Parallel()
		s := newScreen(t, c, testOptions(), 140, 40)
		s.keys("e")
		late := s.hold(press("enter"))
		s.keys("backspace")
		s.run(late)
		if got := s.listed(); got != "c b a" || s.m.list.rows.some {
			t.Errorf("listed %q", got)
		}
	})
	t.Run("rows", func(t *testing.T) {
		t.Parallel()
		s := newScreen(t, c, testOptions(), 140, 40)
		late := s.hold(press("e"))
		s.keys("e")
		s.run(late)
		if s.m.pane.folder || !slices.Contains(s.named(), "بيروت 2") {
			t.Errorf("rows %q", s.named())
		}
	})
	t.Run("notes", func(t *testing.T) {
		t.Parallel()
		s := newScreen(t, c, testOptions(), 140, 40)
		s.keys("enter")
		late := s.hold(press("e"))
		s.keys("tab", "j")
		s.rest()
		s.run(late)
		if n := s.m.current(); n == nil || n.document != s.m.reader.document {
			t.Error("the notes are of another article")
		}
	})
	t.Run("mentions", func(t *testing.T) {
		t.Parallel()
		s := newScreen(t, c, testOptions(), 140, 40)
		s.keys("e", "g")
		late := s.hold(press("c"))
		s.keys("g", "q", "esc")
		s.run(late)
		if s.m.sheet != nil {
			t.Error("mentions are shown that were asked for before the quotes")
		}
	})
}

// TestMarks holds that entities in the text are told apart by type without colour, in a title too, and only when asked for.
func TestMarks(t *testing.T) {
	t.Parallel()
	s := newScreen(t, news(t), testOptions(), 140, 40)
	marks := func(p place) (types []entity.Type) {
		r := s.m.reader.document.at(p)
		for _, run := range s.m.markRuns(&r) {
			for i := range s.m.styles.names {
				if run.Paint == s.m.styles.names[i] || run.Paint == s.m.styles.bold[i] {
					types = append(types, entity.Type(i))
				}
			}
		}
		return types
	}
	s.keys("g", "e", "enter")
	if got := marks(place{}); got != nil {
		t.Errorf("marked unasked: %v", got)
	}
	s.keys("g", "m")
	if got := marks(place{}); !slices.Equal(got, []entity.Type{entity.Person, entity.Place}) {
		t.Errorf("the title has %v", got)
	}
	s.keys("g", "m")
	if got := marks(place{}); got != nil || s.m.notice != s.m.words.Unmarked {
		t.Errorf("marked still: %v", got)
	}
	st := newStyles(themeAuto, true)
	inText, inTitle := map[string]bool{"": true}, map[string]bool{attributes(st.title.On): true}
	for i := range st.names {
		inText[attributes(st.names[i].On)] = true
		inTitle[attributes(st.title.On, st.bold[i].On)] = true
	}
	if len(inText) != types+1 || len(inTitle) != types+1 {
		t.Errorf("some look alike without colour: in the text %v, in a title %v", inText, inTitle)
	}
}

// attributes gives the attributes that are on after sequences, colours left out.
func attributes(sequences ...string) string {
	on := map[string]bool{}
	for _, s := range sequences {
		for part := range strings.SplitSeq(s, "\x1b[") {
			fields := strings.Split(strings.TrimSuffix(part, "m"), ";")
			for i := 0; i < len(fields); i++ {
				switch f := fields[i]; f {
				case "38":
					i = len(fields)
				case "22":
					delete(on, "1")
					delete(on, "2")
				case "1", "2", "3", "4", "7", "9":
					on[f] = true
				}
			}
		}
	}
	var all []string
	for f := range on {
		all = append(all, f)
	}
	slices.Sort(all)
	return strings.Join(all, ";")
}

// TestNoNames holds that a corpus which looks for no names says so, and that the keys do no harm.
func TestNoNames(t *testing.T) {
	t.Parallel()
	s := newScreen(t, struct{ source }{openFolder(t, articles)}, testOptions(), 140, 20)
	for _, key := range []string{"e", "]", "[", "backspace"} {
		s.keys(key)
	}
	s.keys("g", "m", "g", "q", "enter", "]", "e")
	if s.m.pane.open || s.m.notice != s.m.words.NotYet {
		t.Errorf("notice %q", s.m.notice)
	}
	s.send(tea.WindowSizeMsg{Width: 140, Height: 20})
	checkGeometry(t, s.m, 140, 20, "no names")
}

// TestCopyNoName holds that nothing is copied where the cursor is on no name: an article without any.
func TestCopyNoName(t *testing.T) {
	t.Parallel()
	s := newScreen(t, knownFolder(t, map[string]string{"a.txt": "عنوان\n\nفقرة."}), testOptions(), 130, 20)
	s.keys("enter", "e", "y")
	if s.m.focus != entityPane || len(s.m.pane.rows) > 0 || s.m.notice != s.m.words.NothingToCopy {
		t.Errorf("%d rows, %q", len(s.m.pane.rows), s.m.notice)
	}
}

// TestSameQuantity holds that the article's quantities are counted by what they say, as the commands do, and not by how it is written.
func TestSameQuantity(t *testing.T) {
	t.Parallel()
	c := openFolder(t, map[string]string{"a.txt": "عنوان الخبر\n\nأعلنت إسقاط 8 «صواريخ باليستية» أمس. وأسقطت 8 صواريخ باليستية اليوم."})
	d := loadDocument(t.Context(), c, c.Snapshot().At(0), false, settings.WordsFor("en"))
	counts := map[string]int{}
	for _, g := range takeNotes(t.Context(), corpusNames{c}, d, nil).groups {
		if g.typ == entity.Quantity {
			counts[g.name] += g.mentions
		}
	}
	if len(counts) != 1 || counts["8 «صواريخ باليستية»"] != 2 {
		t.Errorf("quantities %v, want one that is mentioned twice", counts)
	}
}

// TestDetailSpellings holds that a spelling which stands in repeats alone is not said to stand nowhere.
func TestDetailSpellings(t *testing.T) {
	t.Parallel()
	tagger, err := newTagger()
	if err != nil {
		t.Fatal(err)
	}
	b := tagger.Builder()
	var found entity.Found
	for i, text := range []string{"دونالد ترامب", "دونالد ترامب", "دونالد ترمب", "دونالد طرامب"} {
		found.Mentions = append(found.Mentions, entity.Mention{Start: 100 * i, End: 100*i + len(text), Type: entity.Person, Confidence: 1, Repeat: i == 3})
		found.Surfaces = append(found.Surfaces, text)
	}
	b.Add(found)
	x := b.Index(entity.Edits{})
	if x.Len() != 1 || len(x.Entity(0).Spellings) != 3 {
		t.Fatalf("%d entities, the first of %+v", x.Len(), x.Entity(0))
	}
	if got, want := newDetail(x, 0).spelling, "دونالد ترامب 2 · دونالد ترمب 1"; got != want {
		t.Errorf("spelled %q, want %q", got, want)
	}
}
