package ui

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"regexp"
	"runtime/debug"
	"strings"
	"sync/atomic"
	"testing"
	"time"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"jarida/corpus"
	"jarida/corpus/cache"
	"jarida/corpus/digest"
	"jarida/corpus/triage"
	"jarida/keymap"
)

// soak is a reader of a folder that changes, with what its program has around it, and somebody at the keys. It opens the reader anew when the keys
// have closed it.
type soak struct {
	*testing.T
	rng                *rand.Rand
	folder             *soakFolder
	state, cache, home string

	m       *Model // nil: closed
	corpus  *corpus.Corpus
	journal *triage.Journal
	inbox   chan tea.Msg
	ctx     context.Context // of the open reader
	stop    context.CancelFunc
	running atomic.Int64 // commands that have not ended
	over    bool         // the program has ended
	keys    [keymap.InTimeline + 1][][]string
	next    []tea.Msg // what the terminal brings next
	w, h    int
	trail   []string // the last messages of the terminal
	heap    []uint64
	kinds   map[string]int // of what the commands have brought, how much

	readers, pressed, brought, frames int
}

// open opens the reader as the program does.
func (s *soak) open() {
	s.Helper()
	s.readers++
	s.ctx, s.stop = context.WithCancel(s.Context())
	var err error
	if s.journal, err = triage.Open(s.ctx, s.state, triage.Options{Folder: filepath.ToSlash(s.folder.path), Host: "soak"}); err != nil {
		s.Fatal(err)
	}
	painted := make(chan struct{})
	s.corpus, err = corpus.Open(s.ctx, []string{s.folder.path}, corpus.Options{
		Watch: true, Entities: true, Stories: true, Dates: true, Search: true, After: painted,
		Cache: cache.New(s.cache, "soak", 0), Edits: corpus.EntityEdits(s.journal.Entities()),
	})
	if err != nil {
		s.Fatal(err)
	}
	o := testOptions()
	o.Journal, o.Stories, o.Mouse, o.Citation, o.Home, o.Folders = s.journal, true, true, true, s.home, []string{s.folder.path}
	o.Lang, o.Layout, o.Bidi = pick(s.rng, "en", "ar"), pick(s.rng, "auto", "rtl", "ltr"), pick(s.rng, "auto", "visual", "marked", "isolate", "words")
	o.Digest, o.ReadAfter, o.Pager, o.Now, o.Zone = s.rng.IntN(2), 300*time.Millisecond, []string{"true"}, time.Now, time.UTC
	o.LastVisit = func(context.Context) digest.Visit { return digest.Visit{} }
	o.Painted = onceOf(func() { close(painted) })
	s.inbox, s.over, s.trail = make(chan tea.Msg), false, nil
	s.m = New(s.ctx, s.corpus, o)
	s.m.line.on = true
	s.keys, s.next = keysOfPlaces(s.m.keys), nil
	s.run(s.m.Init())
	s.w, s.h = 100, 30
	s.send(tea.WindowSizeMsg{Width: s.w, Height: s.h})
}

// leave closes the reader, as the program does when it has ended.
func (s *soak) leave() {
	s.Helper()
	s.stop()
	s.m.options.Painted()
	if err := s.m.finish(); err != nil {
		s.Error(err)
	}
	s.corpus.Close()
	if err := s.journal.Close(); err != nil {
		s.Error(err)
	}
	s.m, s.corpus, s.journal = nil, nil, nil
}

// sit presses keys for a time, with everything else going on.
func (s *soak) sit(long time.Duration) {
	s.Helper()
	done := s.folder.churn(s.Context(), s.state)
	defer done()
	for end := time.Now().Add(long); time.Now().Before(end); {
		if s.m == nil {
			s.open()
		}
		for range 1 + s.rng.IntN(12) { // a burst
			if s.over {
				break
			}
			msg := s.terminalMsg()
			s.trail = append(s.trail[max(len(s.trail)-60, 0):], fmt.Sprintf("%T %v", msg, msg))
			s.pressed++
			s.send(msg)
			s.hear(0)
		}
		if !s.over && s.rng.IntN(4) == 0 {
			s.hear(time.Duration(s.rng.IntN(250)) * time.Millisecond)
		}
		if s.over {
			s.leave()
		}
	}
	if s.m == nil {
		s.open()
	}
}

// hear takes what commands bring, for a time. However much that is, the keys have their turn again.
func (s *soak) hear(long time.Duration) {
	s.Helper()
	const most = 200
	timeout := time.After(long)
	for range most {
		if s.over {
			return
		}
		select {
		case msg := <-s.inbox:
			s.brought++
			s.kinds[fmt.Sprintf("%T", msg)]++
			s.send(msg)
		case <-timeout:
			return
		}
	}
}

// rest goes back to the list and waits until all that is asked for has come, and everything behind the list has caught up with the files.
func (s *soak) rest() {
	s.Helper()
	s.send(tea.WindowSizeMsg{Width: 100, Height: 30})
	for range 12 {
		s.send(press("esc"))
		s.hear(10 * time.Millisecond)
	}
	for deadline := time.Now().Add(2 * time.Minute); ; {
		s.hear(100 * time.Millisecond)
		snap := s.corpus.Snapshot()
		done := snap.Progress().Done && snap.EntityProgress().Done && snap.StoryProgress().Done && snap.DateProgress().Done
		if done && len(s.m.decisions) == 0 {
			break
		}
		if time.Now().After(deadline) {
			s.Fatalf("not everything is found: %+v, %+v, %+v, %+v; %d decisions are not written; after\n%s", snap.Progress(), snap.EntityProgress(), snap.StoryProgress(),
				snap.DateProgress(), len(s.m.decisions), strings.Join(s.trail, "\n"))
		}
	}
	s.hear(leaveTime) // what has come may ask for more when the cursor has rested, and timers of keys before run out
	before := maps.Clone(s.kinds)
	s.hear(2 * restTime)
	for kind, n := range s.kinds {
		if n > before[kind]+2 { // the last of the timers
			s.Errorf("at rest there came %d of %s", n-before[kind], kind)
		}
	}
}

// send gives the model a message, begins what it asks for, and looks at the frame.
func (s *soak) send(msg tea.Msg) {
	s.Helper()
	defer func() {
		if p := recover(); p != nil {
			s.Fatalf("%T: panic: %v\n%s\nafter\n%s", msg, p, debug.Stack(), strings.Join(s.trail, "\n"))
		}
	}()
	switch msg := msg.(type) {
	case nil:
		return
	case tea.QuitMsg:
		s.over = true
		return
	case tea.BatchMsg:
		for _, c := range msg {
			s.run(c)
		}
		return
	case tea.SuspendMsg:
		s.send(tea.ResumeMsg{})
		return
	case tea.RawMsg:
		if fmt.Sprint(msg.Msg) == statusQuery && s.rng.IntN(50) > 0 { // one answer of fifty is lost
			s.send(statusReady)
		}
		return
	case tea.WindowSizeMsg:
		s.w, s.h = msg.Width, msg.Height
	}
	switch fmt.Sprintf("%T", msg) {
	case "tea.sequenceMsg":
		s.runInOrder(msg)
		return
	case "tea.execMsg":
		s.send(externalMsg{})
		return
	}
	_, cmd := s.m.Update(msg)
	s.run(cmd)
	s.checkFrame()
}

// run runs a command beside all others, as bubbletea does.
func (s *soak) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	inbox, ctx := s.inbox, s.ctx
	s.running.Add(1)
	go func() {
		defer s.running.Add(-1)
		bring(ctx, inbox, cmd())
	}()
}

// runInOrder runs the commands of a sequence, one after the other.
func (s *soak) runInOrder(sequence tea.Msg) {
	inbox, ctx := s.inbox, s.ctx
	s.running.Add(1)
	go func() {
		defer s.running.Add(-1)
		for _, c := range reflect.ValueOf(sequence).Seq2() {
			if cmd, _ := reflect.TypeAssert[tea.Cmd](c); cmd != nil {
				bring(ctx, inbox, cmd())
			}
		}
	}()
}

// bring hands a message over, unless the reader is closed.
func bring(ctx context.Context, inbox chan<- tea.Msg, msg tea.Msg) {
	select {
	case inbox <- msg:
	case <-ctx.Done():
	}
}

// painting is all that a frame has beside its text: attributes and colours.
var painting = regexp.MustCompile(`\x1b\[[0-9;:]*m`)

// checkFrame holds what is true of every frame.
func (s *soak) checkFrame() {
	s.Helper()
	content := s.m.View().Content
	if s.m.dirty { // it waits for the line
		return
	}
	s.frames++
	after := func() string { return "\nafter\n" + strings.Join(s.trail, "\n") }
	rows := strings.Split(content, "\n")
	if len(rows) != s.h {
		s.Fatalf("%d rows at %dx%d%s", len(rows), s.w, s.h, after())
	}
	for i, r := range rows {
		plain := painting.ReplaceAllString(r, "")
		if at := strings.IndexFunc(plain, unicode.IsControl); at >= 0 {
			s.Fatalf("row %d at %dx%d has the control %q: %q%s", i, s.w, s.h, plain[at:min(at+8, len(plain))], plain, after())
		}
		if got := ansi.StringWidth(plain); got != s.w {
			s.Fatalf("row %d at %dx%d has %d cells: %q%s", i, s.w, s.h, got, plain, after())
		}
	}
	l := &s.m.list
	if n := l.length(); n > 0 {
		e, ok := l.selected()
		if !ok || l.snap.Index(e.Doc) < 0 || l.cursor < 0 || l.cursor >= n {
			s.Fatalf("the cursor is on row %d of %d, article %d, %v%s", l.cursor, n, e.Doc, ok, after())
		}
	}
}

// pick gives one of several.
func pick[T any](rng *rand.Rand, of ...T) T { return of[rng.IntN(len(of))] }
