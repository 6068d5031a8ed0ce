package ui

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"jarida/corpus"
	"jarida/corpus/arabic"
)

// typist presses keys in a screen as a terminal without the Kitty protocol sends them, and remembers what followed.
type typist struct {
	c     *corpus.Corpus
	mu    sync.Mutex
	known map[string]string // what followed, by place and bytes
}

// follows gives what follows from bytes in the list or in the text: what is on the screen then, which keys are waited with, what was decided, and what
// the terminal is asked for.
func (p *typist) follows(t *testing.T, place, sent string) string {
	t.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	if known, ok := p.known[place+sent]; ok {
		return known
	}
	s := openDeskOver(t, p.c, testOptions(), 90, 14)
	s.m.after = func(time.Duration, func(time.Time) tea.Msg) tea.Cmd { return nil }
	s.wait = 10 * time.Second // nothing waits for the clock: on a busy machine a command takes its time
	s.keys("j")
	s.rest()
	if place == "text" {
		s.keys("enter", "d")
	}
	var asked []string
	var decoder uv.EventDecoder
	for rest := []byte(sent); len(rest) > 0; {
		n, event := decoder.Decode(rest)
		if n == 0 {
			t.Fatalf("%q: nothing decoded", rest)
		}
		rest = rest[n:]
		if key, ok := event.(uv.KeyPressEvent); ok {
			_, cmd := s.m.Update(tea.KeyPressMsg(key))
			asked = append(asked, s.hear(cmd)...)
		}
	}
	p.known[place+sent] = fmt.Sprint(strings.Join(s.rows(), "\n"), s.m.pending, s.lines(), asked)
	return p.known[place+sent]
}

// hear runs a command, hands what it brings to the model, and gives the kinds of what is for the terminal.
func (s *screen) hear(cmd tea.Cmd) (kinds []string) {
	if cmd == nil {
		return nil
	}
	done := make(chan tea.Msg, 1)
	go func() { done <- cmd() }()
	select {
	case msg := <-done:
		if batch, ok := msg.(tea.BatchMsg); ok {
			for _, c := range batch {
				kinds = append(kinds, s.hear(c)...)
			}
			return kinds
		}
		if kind := fmt.Sprintf("%T", msg); !strings.HasPrefix(kind, "ui.") { // its own messages show in what it has become
			kinds = append(kinds, kind)
		}
		_, next := s.m.Update(msg)
		return append(kinds, s.hear(next)...)
	case <-time.After(s.patience()):
		return nil
	}
}

// may gives what may follow from a letter, and by which key: what follows from each key that types it on an Arabic layout as if that were a US one,
// and from the punctuation that it is the Arabic form of. plain is what follows from the keys without Shift. Nothing is in neither.
func (p *typist) may(t *testing.T, place, first, letter string) (all, plain map[string]string) {
	t.Helper()
	nothing := p.follows(t, place, first+noKey)
	all, plain = map[string]string{}, map[string]string{}
	for _, s := range arabic.Typing(letter) {
		key := s.On(arabic.US)
		got := p.follows(t, place, first+key)
		if got == nothing || key == "" {
			continue
		}
		all[got] = key
		if !s.Shift {
			plain[got] = key
		}
	}
	for _, s := range arabic.Typing("ل" + letter) { // lam and alef, which one key types
		if key := s.On(arabic.US); first != "" && key != "" {
			all[p.follows(t, place, key)] = key
		}
	}
	if latin, ok := map[string]string{"؟": "?", "؛": ";", "،": ",", "٪": "%"}[letter]; ok {
		all[p.follows(t, place, first+latin)] = latin
	}
	return all, plain
}

// noKey is F4, which has no meaning anywhere: it cancels what is pending, and does nothing.
const noKey = "\x1bOS"

// TestEveryKeyOfEveryLayout types each key of the three Arabic layouts, with and without Shift, in the list, behind ل there, and in the text. What its
// key does on a US keyboard follows, or nothing, and never two things from one letter.
func TestEveryKeyOfEveryLayout(t *testing.T) {
	t.Parallel()
	c := openFolder(t, longArticles())
	for _, at := range []struct{ place, first, us string }{{"list", "", ""}, {"list", "ل", "g"}, {"text", "", ""}} {
		t.Run(at.place+at.us, func(t *testing.T) {
			t.Parallel()
			p := typist{c: c, known: map[string]string{}}
			for letter := range arabicCaps {
				all, plain := p.may(t, at.place, at.us, letter)
				got := p.follows(t, at.place, at.first+letter)
				nothing := got == p.follows(t, at.place, at.us+noKey) || got == p.follows(t, at.place, at.us) // a vowel mark belongs to the letter before it
				_, right := all[got]
				switch {
				case len(plain) > 1:
					t.Errorf("%q has several meanings, those of %q", letter, values(plain))
				case nothing && len(plain) == 1:
					t.Errorf("%q does nothing, and should do what these do: %q", letter, values(plain))
				case !nothing && !right:
					t.Errorf("%q does what none of its keys does; these do something: %q; it makes\n%s", letter, values(all), got)
				}
			}
		})
	}
}

// arabicCaps gives what is neither ASCII nor Latin, which is itself, of all that the keys of the Arabic layouts type.
func arabicCaps(yield func(string) bool) {
	seen := map[string]bool{}
	for key := range arabic.Keys() {
		for l := arabic.ArabicPC; l <= arabic.ArabicMac; l++ {
			for _, letter := range []string{key.Caps[l].Plain, key.Caps[l].Shifted} {
				if r, _ := utf8.DecodeRuneInString(letter); seen[letter] || unicode.Is(unicode.Latin, r) || r < utf8.RuneSelf {
					continue
				}
				seen[letter] = true
				if !yield(letter) {
					return
				}
			}
		}
	}
}

func values(m map[string]string) []string { return slices.Sorted(maps.Values(m)) }
