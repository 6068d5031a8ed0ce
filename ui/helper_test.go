package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"jarida/corpus"
)

// articles are a small folder: a title with Latin in it, a caption printed twice, a hard-wrapped text, an LTR article.
var articles = map[string]string{
	"a.txt": "Microsoft تعلن عن إصدار جديد\n\nرويترز - 16 يناير 2024\n\nأعلنت الشركة أمس عن إصدار جديد من نظامها. وقالت إنه يصل في مارس (آذار) بسعر 95$ للنسخة. ويشمل تحديثات كثيرة؟ نعم.\n\nمقر الشركة في سياتل (رويترز)\nمقر الشركة في سياتل (رويترز)\n\nوتعمل الشركة على (نظام 15) منذ 2019، ونمت مبيعاتها 7.5% في عام واحد.\n",
	"b.txt": "عنوان ثان فيه كلمات كثيرة جدا حتى يطول السطر ولا يتسع له عمود القائمة مهما اتسعت الشاشة\n\nفقرة أولى من الخبر. جملة ثانية منها.\n\nفقرة ثانية من الخبر نفسه.\n",
	"c.txt": "An English headline\n\nThe first paragraph of it. And a second sentence.\n",
	"d.txt": strings.Repeat("جملة قصيرة في نص طويل جدا رقم واحد. ", 400),
}

// openFolder opens a corpus over files with their full text, newest first by name, and waits until it is read.
func openFolder(tb testing.TB, files map[string]string) *corpus.Corpus {
	tb.Helper()
	return openWith(tb, files, corpus.Options{Search: true})
}

// openWith is openFolder with options.
func openWith(tb testing.TB, files map[string]string, o corpus.Options) *corpus.Corpus {
	tb.Helper()
	dir := tb.TempDir()
	now := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			tb.Fatal(err)
		}
		when := now.Add(-time.Duration(name[0]) * time.Hour)
		if err := os.Chtimes(path, when, when); err != nil {
			tb.Fatal(err)
		}
	}
	c, err := corpus.Open(context.Background(), []string{dir}, o)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(c.Close)
	if err := c.Wait(context.Background()); err != nil {
		tb.Fatal(err)
	}
	return c
}

// testOptions are those of a terminal that draws cells as they come.
func testOptions() Options {
	return Options{Title: "folder", Layout: "auto", Lang: "en", Bidi: "visual", Env: func(string) string { return "" }}
}

// screen drives a Model without a terminal: messages in, commands run at once, rows out.
type screen struct {
	t    testing.TB
	m    *Model
	wait time.Duration // for a command that may be a timer
}

func newScreen(tb testing.TB, c source, o Options, w, h int) *screen {
	tb.Helper()
	s := &screen{tb, New(tb.Context(), c, o), 20 * time.Millisecond}
	s.run(s.m.loadSelected())
	if s.m.surveyed() {
		s.run(s.m.survey())
	}
	s.send(tea.WindowSizeMsg{Width: w, Height: h})
	return s
}

// send gives the model a message and runs what it asks for, except what waits for a clock or the terminal.
func (s *screen) send(msg tea.Msg) {
	_, cmd := s.m.Update(msg)
	s.run(cmd)
}

func (s *screen) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	done := make(chan tea.Msg, 1)
	go func() { done <- cmd() }()
	select {
	case msg := <-done:
		switch msg := msg.(type) {
		case tea.BatchMsg:
			for _, c := range msg {
				s.run(c)
			}
		case loadedMsg, exportedMsg, journalMsg, historyMsg, readMsg, adoptedMsg, datesMsg, notesMsg, entitiesMsg, detailMsg, filteredMsg, mentionsMsg, quotesMsg, comparedMsg, decidedMsg,
			digestMsg, catalogMsg, storyMsg, foundMsg, previewMsg, daysMsg, dayFactsMsg, hitsMsg, recentMsg:
			s.send(msg)
		}
	case <-time.After(s.patience()): // the rest timer, or a wait for a snapshot
	}
}

// brings runs a command until it brings a message of a type, and holds that back.
func brings[T tea.Msg](t *testing.T, cmd tea.Cmd) T {
	t.Helper()
	var none T
	var look func(cmd tea.Cmd) (T, bool)
	look = func(cmd tea.Cmd) (T, bool) {
		if cmd == nil {
			return none, false
		}
		switch msg := cmd().(type) {
		case tea.BatchMsg:
			for _, c := range msg {
				if found, ok := look(c); ok {
					return found, true
				}
			}
		case T:
			return msg, true
		}
		return none, false
	}
	found, ok := look(cmd)
	if !ok {
		t.Errorf("the command brings no %T", none)
	}
	return found
}

// patience is how long a command is waited for: what has been asked for takes its time, anything else is a wait for the clock.
func (s *screen) patience() time.Duration {
	m := s.m
	if p, open := m.digestOpen(); open && p.busy {
		return time.Minute
	}
	if m.loading || m.noting || m.pane.busy || m.filter.busy || m.adopting || m.collecting || m.find.busy || m.finder != nil && m.finder.busy || len(m.decisions) > 0 || m.notice == m.words.Looking || m.comparison != nil && m.comparison.busy ||
		strings.HasPrefix(m.notice, m.words.Exporting) {
		return time.Minute
	}
	return s.wait
}

// keys presses keys by their names, one after another.
func (s *screen) keys(names ...string) {
	s.t.Helper()
	for _, n := range names {
		s.send(press(n))
	}
}

// command types a line on the command line, and Enter.
func (s *screen) command(line string) {
	s.t.Helper()
	s.keys(":")
	for _, r := range line {
		s.keys(string(r))
	}
	s.keys("enter")
}

// settle lets the cursor of the finder or of the entities rest.
func (s *screen) settle() {
	if s.m.finder != nil {
		s.restFinder()
	}
	s.send(entityRestMsg{s.m.pane.moves})
	s.send(entityRestMsg{s.m.pane.moves}) // newer rows begin another wait, for their details
}

// rest lets the cursor of the list rest.
func (s *screen) rest() { s.send(restMsg{s.m.moves}) }

// restFinder lets the cursor of the finder rest.
func (s *screen) restFinder() { s.send(finderRestMsg{s.m.finder, s.m.finder.moves}) }

// press makes the message of a key by its name.
func press(name string) tea.KeyPressMsg {
	special := map[string]rune{
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "down": tea.KeyDown, "up": tea.KeyUp,
		"left": tea.KeyLeft, "right": tea.KeyRight, "pgdown": tea.KeyPgDown, "pgup": tea.KeyPgUp,
		"backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "home": tea.KeyHome, "end": tea.KeyEnd,
	}
	if name == "shift+tab" {
		return tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift}
	}
	if code, ok := special[name]; ok {
		return tea.KeyPressMsg{Code: code}
	}
	if name == "shift+tab" {
		return tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift}
	}
	if letter, ok := strings.CutPrefix(name, "ctrl+"); ok {
		return tea.KeyPressMsg{Code: rune(letter[0]), Mod: tea.ModCtrl}
	}
	if name == "space" {
		name = " "
	}
	r := []rune(name)
	return tea.KeyPressMsg{Code: r[0], Text: name}
}

// rows gives the screen as text: cells from left to right, without styles.
func (s *screen) rows() []string {
	return strings.Split(ansi.Strip(s.m.View().Content), "\n")
}
