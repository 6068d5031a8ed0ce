package ui

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"jarida/ui/term"
)

// runOutside runs the program that o asks for. It gives what that program wrote, without what switches the terminal.
func runOutside(s *screen) (written string, ran bool) {
	run := s.m.outside()
	if run == nil {
		return "", false
	}
	var out bytes.Buffer
	run.SetStdin(strings.NewReader(""))
	run.SetStdout(&out)
	run.SetStderr(&out)
	s.send(externalMsg{run.Run()})
	return strings.TrimSuffix(strings.TrimPrefix(out.String(), term.Leave(s.m.terminal.choice)), term.Enter(s.m.terminal.choice)), true
}

// messages gives what a command brings at once.
func messages(cmd tea.Cmd) (all []tea.Msg) {
	if cmd == nil {
		return nil
	}
	done := make(chan tea.Msg, 1)
	go func() { done <- cmd() }()
	select {
	case msg := <-done:
		batch, ok := msg.(tea.BatchMsg)
		if !ok {
			return []tea.Msg{msg}
		}
		for _, c := range batch {
			all = append(all, messages(c)...)
		}
	case <-time.After(time.Second / 2): // a timer, or a wait for something that does not come; a busy machine takes less for all else
	}
	return all
}

// TestPager holds that a pager gets the text that is read, with nothing in it that acts on a terminal.
func TestPager(t *testing.T) {
	t.Parallel()
	o := testOptions()
	o.Pager = []string{"cat"}
	c := openFolder(t, map[string]string{"a.txt": "عنوان\n\nفقرة \x1b]52;c;eA==\x07 من الخبر.\n"})
	s := newScreen(t, c, o, 100, 20)
	got, ran := runOutside(s)
	if want := "عنوان\n\nفقرة ␛]52;c;eA==␇ من الخبر.\n"; !ran || got != want {
		t.Errorf("the pager shows %q, want %q", got, want)
	}
	s.keys("=")
	got, _ = runOutside(s)
	if strings.ContainsAny(got, "\x1b\x07") || !strings.Contains(got, "فقرة") {
		t.Errorf("the pager shows the file as %q", got)
	}
	if s.m.notice != s.m.words.RawFile {
		t.Errorf("notice %q", s.m.notice)
	}
}

// TestEditor holds that an editor gets the path of the file as one argument, whatever is in it.
func TestEditor(t *testing.T) {
	t.Parallel()
	const name = "-rf $(id) `id`; 'x.txt"
	o := testOptions()
	o.Editor = []string{"printf", "%s|%s|", "first"}
	s := newScreen(t, openFolder(t, map[string]string{name: "عنوان\n\nفقرة.\n"}), o, 100, 20)
	got, ran := runOutside(s)
	words := strings.Split(got, "|")
	if !ran || len(words) != 3 || words[0] != "first" || !filepath.IsAbs(words[1]) || filepath.Base(words[1]) != name {
		t.Errorf("the editor gets %q", got)
	}
}

func TestNoProgramOutside(t *testing.T) {
	t.Parallel()
	c := openFolder(t, articles)
	o := testOptions()
	s := newScreen(t, c, o, 100, 20)
	if _, ran := runOutside(s); ran || s.m.notice != s.m.words.NoPager {
		t.Errorf("without a pager: %q", s.m.notice)
	}
	o.Pager = []string{"jarida-test-no-such-program"}
	s = newScreen(t, c, o, 100, 20)
	if _, ran := runOutside(s); !ran || !strings.HasPrefix(s.m.notice, s.m.words.NotOpened) {
		t.Errorf("a pager that is not there: %q", s.m.notice)
	}
	o.Pager = []string{"false"}
	s = newScreen(t, c, o, 100, 20)
	if _, ran := runOutside(s); !ran || s.m.notice != "" {
		t.Errorf("a pager that fails: %q", s.m.notice)
	}
}

// TestRestricted holds that a reader who is restricted gets no other program, no clipboard and no shell.
func TestRestricted(t *testing.T) {
	t.Parallel()
	o := testOptions()
	o.Restricted, o.Pager, o.Editor = true, []string{"cat"}, []string{"cat"}
	s := newScreen(t, openFolder(t, articles), o, 100, 20)
	for _, key := range []tea.KeyPressMsg{{Text: "o", Code: 'o'}, {Text: "y", Code: 'y'}, {Code: 'z', Mod: tea.ModCtrl}} {
		s.m.notice = ""
		_, cmd := s.m.Update(key)
		if got := messages(cmd); len(got) > 0 || s.m.notice != s.m.words.Restricted {
			t.Errorf("%s: %v, notice %q", key, got, s.m.notice)
		}
	}
}

// TestCopyThrough holds that a copy also goes past tmux and screen, in pieces that they take.
func TestCopyThrough(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("نص طويل ", 400)
	for _, env := range []map[string]string{{"TMUX": "/x,1,0", "TERM": "tmux-256color"}, {"TERM": "screen.xterm-256color"}, {"TERM": "xterm"}} {
		o := testOptions()
		o.Env = func(name string) string { return env[name] }
		m := New(context.Background(), openFolder(t, articles), o)
		raw := ""
		for _, msg := range messages(m.copied(text)) {
			if r, ok := msg.(tea.RawMsg); ok {
				raw = fmt.Sprint(r.Msg)
			}
		}
		whole := ansi.SetSystemClipboard(text)
		switch {
		case env["TMUX"] != "":
			if want := "\x1bPtmux;" + strings.ReplaceAll(whole, "\x1b", "\x1b\x1b") + "\x1b\\"; raw != want {
				t.Errorf("tmux is sent %.80q", raw)
			}
		case env["TERM"] == "xterm":
			if raw != "" {
				t.Errorf("without a multiplexer %.80q is sent", raw)
			}
		default:
			var pieces strings.Builder
			for piece := range strings.SplitSeq(raw, "\x1bP") {
				if len(piece) > 768 {
					t.Errorf("screen is sent a string of %d bytes", len(piece))
				}
				pieces.WriteString(strings.TrimSuffix(piece, "\x1b\\"))
			}
			joined := pieces.String()
			if strings.TrimSuffix(joined, "\x07") != strings.TrimSuffix(whole, "\x07") {
				t.Errorf("screen is sent %.80q", joined)
			}
		}
	}
}

func TestCopyLimit(t *testing.T) {
	t.Parallel()
	m := New(context.Background(), openFolder(t, articles), testOptions())
	if m.copied(strings.Repeat("x", longestCopy)) == nil {
		t.Error("what is just short enough is not copied")
	}
	if m.copied(strings.Repeat("x", longestCopy+1)) != nil || !strings.HasPrefix(m.notice, m.words.TooLongToCopy) {
		t.Errorf("too much: %q", m.notice)
	}
}

func TestCitation(t *testing.T) {
	t.Parallel()
	o := testOptions()
	o.Citation = true
	s := newScreen(t, openFolder(t, articles), o, 100, 20)
	s.keys("enter", "d")
	copied := fmt.Sprint(messages(s.hold(press("y"))))
	if want := "\n\n— 2024-01-16 · Microsoft تعلن عن إصدار جديد · رويترز · a.txt]"; !strings.HasSuffix(copied, want) {
		t.Errorf("copied %q, want it to end with %q", copied, want)
	}
}
