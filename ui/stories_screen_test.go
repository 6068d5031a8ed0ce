package ui

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
)

// TestGeometryStories sweeps the surfaces of stories over the sizes, as TestGeometry does the others.
func TestGeometryStories(t *testing.T) {
	t.Parallel()
	c := openStories(t, storyArticles())
	for name, keys := range map[string]string{
		"closed": "j", "open": "j - j", "the last of an open one": "j - j j", "ticked": "j t", "queried": "/ أربعين enter -", "its reasons": "j g c j",
		"in the text": "j enter", "its reasons from the text": "j - j enter g c",
	} {
		for _, mode := range []string{"visual", "marked", "isolate", "words"} {
			for _, layout := range []string{"rtl", "ltr"} {
				for lang, digits := range map[string]string{"en": "latin", "ar": "arabic"} {
					t.Run(fmt.Sprintf("%s/%s/%s/%s", name, mode, layout, lang), func(t *testing.T) {
						t.Parallel()
						o := withStories()
						o.Bidi, o.Layout, o.Lang, o.Digits = mode, layout, lang, digits
						s := openDeskOver(t, c, o, 100, 30)
						s.typed(keys)
						if (s.m.sheet != nil) != strings.Contains(name, "reasons") {
							t.Fatalf("%s does not lead to %s", keys, name)
						}
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

// TestBytesStories holds what keys cost on a slow line in a list of stories, closed and open.
func TestBytesStories(t *testing.T) {
	t.Parallel()
	files := storyArticles()
	for name, text := range manyArticles() {
		files["n"+name] = text
	}
	o := withStories()
	o.Bidi = "marked"
	p, out := program(t, &first{source: openStories(t, files)}, o, 60)
	cost := func(keys ...string) int {
		before := out.quiet()
		for _, k := range keys {
			p.Send(press(k))
		}
		out.grows(before)
		return out.quiet() - before
	}
	for _, open := range []bool{false, true} {
		for i, k := range []string{"j", "j", "k", "k"} {
			if n := least(cost, k, 120); n > 120 {
				t.Errorf("open %v: move %d sends %d bytes, at most 120 are meant", open, i+1, n)
			}
		}
		cost("j")
		cost("-") // where the cursor is, so that it leads into what has been opened
	}
}

// TestStoryPage holds what is said of why articles are in a story, and where Enter leads.
func TestStoryPage(t *testing.T) {
	t.Parallel()
	files := storyArticles()
	files["g.txt"] = strings.Replace(files["d.txt"], "نحو أربعين", "زهاء أربعين", 1)
	c := openStories(t, files)
	s := newScreen(t, c, withStories(), 100, 12)
	s.typed("j g c")
	page, ok := s.m.sheet.content.(*storyPage)
	if !ok {
		t.Fatal("no page of reasons")
	}
	var got []string
	for _, r := range page.list {
		got = append(got, r.relation+"/"+r.detail)
	}
	first, second := "the earliest/", "the event of 1/the event of 1"
	want := []string{first, second, "the text of 2/the text of 2 (91%)", "the text of 1/the text of 1 (94%)"}
	if !slices.Equal(got, want) {
		t.Errorf("reasons are %q, want %q", got, want)
	}
	s.typed("j enter")
	if e := page.list[1]; s.m.reader.document.doc != e.doc || s.m.focus != textPane {
		t.Errorf("Enter leads to %s", s.shown())
	}
	if got, want := s.told(), "a b-3 ["; !strings.HasPrefix(got, want) {
		t.Errorf("list %s, want %s…", got, want)
	}
	for keys, notice := range map[string]string{
		"g c": "no other article here tells this story", ":stories_off g c": "no other article here tells this story", "/ qqqq enter g c": "no article is selected",
	} {
		s := newScreen(t, c, withStories(), 100, 12)
		s.typed(keys)
		if s.m.sheet != nil || s.m.notice != notice {
			t.Errorf("%s: notice %q, want %q", keys, s.m.notice, notice)
		}
	}
	s = newScreen(t, c, withStories(), 100, 12)
	s.typed(":stories_off j g c")
	if s.m.sheet == nil {
		t.Error("no page of reasons where the list is not grouped")
	}
	s = newScreen(t, openFolder(t, files), withStories(), 100, 12)
	if s.typed("j g c"); s.m.notice != "the texts are still being compared" {
		t.Errorf("without stories: notice %q", s.m.notice)
	}
}

// TestStoryFacts holds what is said above a text, and that it follows the files.
func TestStoryFacts(t *testing.T) {
	t.Parallel()
	s := watchStories(t, 12)
	facts := func() string {
		_, behind, found := strings.Cut(strings.Join(s.rows(), "\n"), "articles on this event: ")
		if !found {
			return ""
		}
		return strings.Fields(behind)[0]
	}
	s.typed("j")
	if got := facts(); got != "3" {
		t.Errorf("%q articles, want 3", got)
	}
	s.write(t, "g.txt", fmt.Sprintf(fireText, "4 مارس 2026"), time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC))
	s.untilTold(7)
	s.send(calmMsg{s.m.presses})
	if got := facts(); got != "4" || s.m.notice != "" {
		t.Errorf("%q articles, want 4; notice %q", got, s.m.notice)
	}
}

// TestStoriesPlain holds that the linear mode says every article on a row of its own, until a command brings those of a story together.
func TestStoriesPlain(t *testing.T) {
	t.Parallel()
	l := newListener(t, openStories(t, storyArticles()), withStories())
	told := (&screen{t: t, m: l.p.Model}).told
	if got, want := told(), "[a] b c d e f"; got != want {
		t.Errorf("list %s, want %s", got, want)
	}
	l.hears()
	for key := range strings.FieldsSeq(": s t o r i e s space o n enter") {
		l.send(press(key))
	}
	if got, want := told(), "[a] b+2 c f"; got != want {
		t.Errorf("list %s, want %s", got, want)
	}
	l.hears()
	l.send(press("j"))
	if got := strings.Join(l.hears(), "|"); !strings.Contains(got, "+2") {
		t.Errorf("heard %q", got)
	}
}

// TestRowState holds that drawing the row of a story of many articles makes no garbage.
func TestRowState(t *testing.T) {
	files := maps.Clone(storyArticles())
	for i := range 40 {
		files[fmt.Sprintf("%c%d.txt", 'g'+i%10, i)] = fmt.Sprintf(fireText, "4 مارس 2026") + strings.Repeat("كذا. ", i)
	}
	s := newScreen(t, openStories(t, files), withStories(), 100, 12)
	s.typed("j")
	m := s.m
	if m.inStory(1).others < 40 {
		t.Fatalf("the story has %d others", m.inStory(1).others)
	}
	if n := testing.AllocsPerRun(10, func() { m.rowState(1); m.inStory(1) }); n > 0 {
		t.Errorf("a row allocates %v times", n)
	}
}

// storyFolder opens a screen over the folder in JARIDA_CORPUS, grouped by its stories, else over a small one.
func storyFolder(b *testing.B) *screen {
	b.Helper()
	dir := os.Getenv("JARIDA_CORPUS")
	if dir == "" {
		return newScreen(b, openStories(b, storyArticles()), withStories(), 200, 60)
	}
	c, err := corpus.Open(b.Context(), []string{dir}, corpus.Options{Stories: true})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(c.Close)
	if err := c.WaitStories(b.Context()); err != nil {
		b.Fatal(err)
	}
	return newScreen(b, c, withStories(), 200, 60)
}

// BenchmarkStoryRows guards what is done in the background for every snapshot: the rows of all stories.
func BenchmarkStoryRows(b *testing.B) {
	s := storyFolder(b).m.list.snap
	b.ReportAllocs()
	for b.Loop() {
		var r rows
		r.group(s, s.Stories(), nil, order{})
	}
}

// BenchmarkStoryOpen guards the key that opens a story and closes it again, and the frame after it. BenchmarkStoryMove guards a move.
func BenchmarkStoryOpen(b *testing.B) {
	s := storyFolder(b)
	for s.m.inStory(s.m.list.cursor).others == 0 {
		s.m.Update(press("j"))
	}
	b.ReportAllocs()
	for b.Loop() {
		s.m.Update(press("-"))
		s.m.View()
	}
}

func BenchmarkStoryMove(b *testing.B) {
	s := storyFolder(b)
	s.m.Update(press("j"))
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		s.m.Update(press([]string{"j", "k"}[i%2]))
		s.m.View()
	}
}
