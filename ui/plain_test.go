package ui

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"
	"unicode"

	tea "charm.land/bubbletea/v2"
)

// listener drives the linear mode without a terminal.
type listener struct {
	t   *testing.T
	p   *plain
	out bytes.Buffer
}

func newListener(t *testing.T, c source, o Options) *listener {
	t.Helper()
	l := &listener{t: t}
	m := New(context.Background(), c, heard(o))
	m.after = func(time.Duration, func(time.Time) tea.Msg) tea.Cmd { return nil } // the tests say when it is time
	l.p = newPlain(m, &l.out, func(bool) error { return nil })
	l.run(l.p.Init())
	return l
}

func (l *listener) send(msg tea.Msg) {
	_, cmd := l.p.Update(msg)
	l.run(cmd)
}

func (l *listener) run(cmd tea.Cmd) {
	for _, msg := range messages(cmd) {
		l.send(msg)
	}
}

// hears gives the lines that were said since the last call.
func (l *listener) hears() []string {
	l.t.Helper()
	said := l.out.String()
	l.out.Reset()
	if strings.ContainsFunc(strings.ReplaceAll(said, "\r\n", ""), unicode.IsControl) {
		l.t.Errorf("a control is said: %q", said)
	}
	return strings.Split(strings.TrimSuffix(said, "\r\n"), "\r\n")
}

// TestPlain holds what a reader hears: one line for one act, texts as they are stored.
func TestPlain(t *testing.T) {
	t.Parallel()
	l := newListener(t, openFolder(t, articles), testOptions())
	steps := []struct {
		keys string
		want string
	}{
		{"", "folder. ? help|list, 4. Microsoft تعلن عن إصدار جديد 2024-01-16 · رويترز. 1/4"},
		{"j", "عنوان ثان فيه كلمات كثيرة جدا حتى يطول السطر ولا يتسع له عمود القائمة مهما اتسعت الشاشة. 2/4"},
		{"k", "Microsoft تعلن عن إصدار جديد 2024-01-16 · رويترز. 1/4"},
		{"k", "Microsoft تعلن عن إصدار جديد 2024-01-16 · رويترز. 1/4"},
		{"enter", "text. Microsoft تعلن عن إصدار جديد"},
		{"j", "رويترز - 16 يناير 2024"},
		{"j", "أعلنت الشركة أمس عن إصدار جديد من نظامها."},
		{"k", "رويترز - 16 يناير 2024"},
		{"y", "copied"},
		{"esc", "list, 4. Microsoft تعلن عن إصدار جديد 2024-01-16 · رويترز. 1/4"},
	}
	for _, step := range steps {
		if step.keys != "" {
			l.send(press(step.keys))
			l.send(restMsg{l.p.moves})
		}
		if got := strings.Join(l.hears(), "|"); got != step.want {
			t.Errorf("%q: heard %q, want %q", step.keys, got, step.want)
		}
	}
	l.send(press("?"))
	if heard := l.hears(); len(heard) < 30 || l.p.help != nil || !strings.Contains(strings.Join(heard, "|"), "|j ↓ (ت): one line down|") {
		t.Errorf("help is %q", heard)
	}
}

// TestPlainFields holds that what is typed is echoed, that of the finder the row under its cursor is said, and of a query what it finds, once.
func TestPlainFields(t *testing.T) {
	t.Parallel()
	l := newListener(t, openFolder(t, articles), testOptions())
	l.hears()
	for _, step := range []struct{ keys, want string }{
		{"f", "find:. titles, names, headings, sources, commands, and words of the texts"},
		{"ث ا ن", "ث|article عنوان ثان فيه كلمات كثيرة جدا حتى يطول السطر ولا يتسع له عمود القائمة مهما اتسعت الشاشة. 1/"},
		{"esc", "|Microsoft تعلن عن إصدار جديد 2024-01-16 · رويترز. 1/4"},
		{"/", "search:"},
		{"ث ا ن", "ثان"},
		{"backspace", "|ثا"},
		{"ن enter", "ن|list, 1. عنوان ثان فيه كلمات كثيرة جدا حتى يطول السطر ولا يتسع له عمود القائمة مهما اتسعت الشاشة. 1/1"},
		{"/ ( enter", "search:|(|this parenthesis is not closed"},
	} {
		for key := range strings.FieldsSeq(step.keys) {
			l.send(press(key))
		}
		if got := strings.Join(l.hears(), "|"); !strings.HasPrefix(got, step.want) {
			t.Errorf("%q: heard %q, want %q", step.keys, got, step.want)
		}
	}
}

// TestPlainActs holds that an act is one line, which says what it has changed when it is on disk.
func TestPlainActs(t *testing.T) {
	t.Parallel()
	s := openDesk(t, articles, testOptions(), 100, 12)
	l := newListener(t, s.m.corpus, s.m.options)
	l.hears()
	for _, step := range []struct{ keys, want string }{
		{"s", "starred. Microsoft تعلن عن إصدار جديد 2024-01-16 · رويترز. unread · starred. 1/4"},
		{"x", "archived. list, inbox, 3. عنوان ثان فيه كلمات كثيرة جدا حتى يطول السطر ولا يتسع له عمود القائمة مهما اتسعت الشاشة. unread. 1/3"},
		{"u", "undone: archived|list, inbox, 4. Microsoft تعلن عن إصدار جديد 2024-01-16 · رويترز. unread · starred. 1/4"},
	} {
		l.send(press(step.keys))
		l.send(restMsg{l.p.moves})
		if got := strings.Join(l.hears(), "|"); got != step.want {
			t.Errorf("%q: heard %q, want %q", step.keys, got, step.want)
		}
	}
}

// TestPlainCommand holds that what Tab and the arrow keys put into the command line is said, and what a command answers.
func TestPlainCommand(t *testing.T) {
	t.Parallel()
	l := newListener(t, openFolder(t, articles), testOptions())
	l.hears()
	for _, step := range []struct{ key, want string }{
		{":", ":"}, {"l", "l"}, {"a", "a"}, {"tab", "|: layout"}, {"tab", ": lang"}, {"enter", "lang: en"}, {":", ":"}, {"up", ": lang"},
	} {
		l.send(press(step.key))
		if got := strings.Join(l.hears(), "|"); !strings.HasPrefix(got, step.want) || step.want == "" && got != "" {
			t.Errorf("%s says %q, want %q", step.key, got, step.want)
		}
	}
}
