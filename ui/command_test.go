package ui

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"jarida/ui/settings"
	"jarida/ui/term"
)

// commandScreens are the last rows of a screen of 76×9 with the command line, cell by cell from left to right.
var commandScreens = []struct {
	name string
	lang string
	keys []string
	want string
}{
	{"the chosen one", "en", []string{":", "l", "a", "tab"}, `
 layout  lang  later  last  view-later
 : layout                                           side of the list (auto)
`},
	{"typed on a keyboard that is set to Arabic", "en", []string{":", "س", "خ"}, `
 sort
 :  ﺦﺳ                                             order of the list (date)
`},
	{"a value", "en", []string{":", "s", "o", "r", "t", " ", "t"}, `
 title
 : sort t                                          order of the list (date)
`},
	{"an Arabic name", "en", []string{":", "ص", "ف", "tab"}, `
 ﻞﻔﺳﺃ-ﺔﺤﻔﺻ  ﻰﻠﻋﺃ-ﺔﺤﻔﺻ
 :  ﻞﻔﺳﺃ-ﺔﺤﻔﺻ                                                 one page down
`},
	{"values in the language of the command", "en", []string{":", "ت", "ر", "ت", "ي", "ب", " "}, `
 ﺦﻳﺭﺎﺗ  ﻥﺍﻮﻨﻋ  ﺭﺪﺼﻣ  ﺕﺎﻤﻠﻛ  ﺱﻮﻜﻌﻣ
 :   ﺐﻴﺗﺮﺗ                                         order of the list (date)
`},
	{"two values", "en", []string{":", "l", "a", "n", "g", " ", "tab"}, `
 en  ar
 : lang en                                   language of the interface (en)
`},
	{"in Arabic: the chosen one", "ar", []string{":", "l", "a", "tab"}, `
                                      ﺄﺟﺮﻤﻟﺍ-ﺽﺮﻋ  last  later  lang  layout
 (ﻲﺋﺎﻘﻠﺗ) ﺔﺷﺎﺸﻟﺍ ﻦﻣ ﺔﻤﺋﺎﻘﻟﺍ ﺔﻬﺟ                                   layout  :
`},
	{"in Arabic: typed on a keyboard that is set to Arabic", "ar", []string{":", "س", "خ"}, `
                                                                      ﺐﻴﺗﺮﺗ
 (ﺦﻳﺭﺎﺗ) ﺔﻤﺋﺎﻘﻟﺍ ﺐﻴﺗﺮﺗ                                                 ﺦﺳ :
`},
	{"in Arabic: an Arabic name", "ar", []string{":", "ص", "ف", "tab", "tab"}, `
                                                       ﻰﻠﻋﺃ-ﺔﺤﻔﺻ  ﻞﻔﺳﺃ-ﺔﺤﻔﺻ
 ﻰﻠﻋﻷﺍ ﻰﻟﺇ ﺔﺤﻔﺻ                                                 ﻰﻠﻋﺃ-ﺔﺤﻔﺻ :
`},
	{"in Arabic: values in the language of the command", "ar", []string{":", "ت", "ر", "ت", "ي", "ب", " "}, `
                                           ﺱﻮﻜﻌﻣ  ﺕﺎﻤﻠﻛ  ﺭﺪﺼﻣ  ﻥﺍﻮﻨﻋ  ﺦﻳﺭﺎﺗ
 (ﺦﻳﺭﺎﺗ) ﺔﻤﺋﺎﻘﻟﺍ ﺐﻴﺗﺮﺗ                                              ﺐﻴﺗﺮﺗ :
`},
	{"in Arabic: two values", "ar", []string{":", "l", "a", "n", "g", " ", "tab"}, `
                                                                     ar  en
 (ﺔﻴﺑﺮﻋ) ﺔﻬﺟﺍﻮﻟﺍ ﺔﻐﻟ                                             lang en  :
`},
}

func TestCommandScreens(t *testing.T) {
	t.Parallel()
	c := openFolder(t, articles)
	for _, tt := range commandScreens {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o := testOptions()
			o.Lang = tt.lang
			s := newScreen(t, c, o, 76, 9)
			s.keys(tt.keys...)
			rows := s.rows()[7:]
			for i := range rows {
				rows[i] = strings.TrimRight(rows[i], " ")
			}
			if got, want := strings.Join(rows, "\n"), strings.Trim(tt.want, "\n"); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// TestCommands holds what lines of the command line do, and say.
func TestCommands(t *testing.T) {
	t.Parallel()
	c := openFolder(t, articles)
	for _, tt := range []struct {
		line, notice string
		check        func(m *Model) bool
	}{
		{"layout ltr", "layout: ltr", func(m *Model) bool { return !m.rtl }},
		{"la ltr", "no command \u2068la\u2069 · nearest: \u2068layout lang later last view-later\u2069", func(m *Model) bool { return m.rtl }}, // layout and lang
		{"layout", "layout: auto", nil},
		{"layout up", "give one of auto rtl ltr", func(m *Model) bool { return m.rtl }},
		{"lang ar", "لغة: عربية", func(m *Model) bool { return m.words.RTL }},
		{"لغة عربية", "لغة: عربية", func(m *Model) bool { return m.words.RTL }},
		{"لغه عربيه", "لغة: عربية", func(m *Model) bool { return m.words.RTL }},
		{"مشىل شق", "لغة: عربية", func(m *Model) bool { return m.words.RTL }}, // lang ar, on an Arabic keyboard
		{"لاهيه صخقيس", "bidi: words", func(m *Model) bool { return m.canvas.enc.Mode.String() == "words" }},
		{"bidi isolate", "bidi: isolate", func(m *Model) bool { return m.canvas.enc == m.terminal.choice.Encoder() }},
		{"tashkeel keep", "tashkeel: keep", func(m *Model) bool { return m.reader.document.shown.tashkeel }},
		{"sort words reverse", "sort: words reverse", func(m *Model) bool { return m.list.rows.sorted() }},
		{"sort date", "sort: date", func(m *Model) bool { return !m.list.rows.some }},
		{"q now", "nothing follows \u2068quit\u2069", nil},
		{"quit now", "nothing follows \u2068quit\u2069", nil},
		{"srot title", "no command \u2068srot\u2069 · nearest: \u2068sort\u2069", nil},
		{"xyzzy", "no command \u2068xyzzy\u2069", nil},
		{"help", "", func(m *Model) bool { return m.help != nil }},
		{"raw", "the file as it is", func(m *Model) bool { return m.raw }},
		{"down", "", func(m *Model) bool { return m.list.cursor == 1 }},
		{"", "", func(m *Model) bool { return m.prompt == nil && len(m.typed) == 0 }},
	} {
		s := newScreen(t, c, testOptions(), 100, 20)
		s.command(tt.line)
		if s.m.notice != tt.notice || tt.check != nil && !tt.check(s.m) {
			t.Errorf("%q: says %q, want %q; done: %v", tt.line, s.m.notice, tt.notice, tt.check == nil || tt.check(s.m))
		}
	}
}

// TestCommandNames holds that every command has a name, a second one and an explanation in either language, and that no name is that of two.
func TestCommandNames(t *testing.T) {
	t.Parallel()
	c := sweptFolder(t)
	for _, lang := range settings.Languages() {
		for _, keys := range [][]string{nil, {"enter"}, {"e"}} {
			o := testOptions()
			o.Lang = lang
			s := newScreen(t, c, o, 100, 20)
			s.keys(keys...)
			seen := map[string]string{}
			for _, cmd := range s.m.commands() {
				if s.m.commandHelp(&cmd) == "" {
					t.Errorf("%s: %s is not explained", lang, cmd.name)
				}
				n := s.m.namesOfCommands([]command{cmd})[0]
				if !strings.ContainsFunc(n.arabic, isArabic) || (n.local == n.arabic) != (lang == settings.Arabic) {
					t.Errorf("%s: %s has no Arabic name", lang, cmd.name)
				}
				for _, name := range n.all() {
					if other, ok := seen[name]; ok && other != cmd.name {
						t.Errorf("%s: %q is %s and %s", lang, name, other, cmd.name)
					}
					seen[name] = cmd.name
				}
				for _, v := range namesOfValues(s.m, &cmd) {
					if !strings.ContainsFunc(v.arabic, isArabic) {
						t.Errorf("the value %s of %s has no Arabic name", v.english, cmd.name)
					}
				}
			}
		}
	}
}

func isArabic(r rune) bool { return unicode.Is(unicode.Arabic, r) }

// TestCommandHistory holds that ↑ brings back what was typed, and ↓ the line that was being typed.
func TestCommandHistory(t *testing.T) {
	t.Parallel()
	s := newScreen(t, openFolder(t, articles), testOptions(), 100, 20)
	for _, line := range []string{"layout ltr", "layout rtl", "layout rtl", "nothing"} {
		s.command(line)
	}
	s.keys(":", "s", "o")
	for _, step := range []struct{ key, want string }{
		{"up", "nothing"},
		{"up", "layout rtl"},
		{"up", "layout ltr"},
		{"up", "layout ltr"},
		{"down", "layout rtl"},
		{"down", "nothing"},
		{"down", "so"},
		{"down", "so"},
		{"tab", "sort"},
		{"up", "nothing"},
	} {
		s.keys(step.key)
		if got := s.m.prompt.field.text; got != step.want {
			t.Errorf("%s shows %q, want %q", step.key, got, step.want)
		}
	}
	s.keys("esc")
	if s.m.prompt != nil || s.m.notice != "" {
		t.Error("Esc does not close the command line")
	}
}

// TestCommandCompletion holds what Tab puts into the line, wherever the caret is.
func TestCommandCompletion(t *testing.T) {
	t.Parallel()
	s := newScreen(t, openFolder(t, articles), testOptions(), 100, 20)
	for _, tt := range []struct {
		keys []string
		want string
	}{
		{[]string{"tab"}, "sort"},
		{[]string{"shift+tab"}, "pane-prev"},
		{[]string{"s", "o", "tab", "tab"}, "sort"},
		{[]string{"l", "a", "tab"}, "layout"},
		{[]string{"l", "a", "tab", "tab"}, "lang"},
		{[]string{"l", "a", "tab", "tab", "shift+tab"}, "layout"},
		{[]string{"q", "home", "l", "a", "tab"}, "layoutq"},
		{[]string{"sort ", "tab", " ", "shift+tab"}, "sort date reverse"},
		{[]string{"sort date ", "tab"}, "sort date title"},
		{[]string{"layout ", "tab", "tab"}, "layout rtl"},
		{[]string{"layout rtl ", "tab"}, "layout rtl"},
		{[]string{"ترت", "tab"}, "ترتيب"},
		{[]string{"ترتيب ع", "tab"}, "ترتيب عنوان"},
		{[]string{"quit ", "tab"}, "quit "},
		{[]string{"zzz", "tab"}, "zzz"},
	} {
		s.keys(":")
		for _, k := range tt.keys {
			if slices.Contains([]string{"tab", "shift+tab", "home"}, k) {
				s.keys(k)
				continue
			}
			s.send(tea.PasteMsg{Content: k})
		}
		if got := s.m.prompt.field.text; got != tt.want {
			t.Errorf("%q: %q, want %q", tt.keys, got, tt.want)
		}
		s.keys("esc")
	}
}

// TestCommandsGeometry holds that the screen keeps its size, whatever is set in whichever order.
func TestCommandsGeometry(t *testing.T) {
	t.Parallel()
	c := sweptFolder(t)
	rng := rand.New(rand.NewPCG(3, 4))
	for run := range 6 {
		s := newScreen(t, c, testOptions(), 100, 30)
		var lines []string
		for range 25 {
			all := s.m.commands()
			cmd := all[rng.IntN(len(all))]
			line := cmd.name
			if cmd.values != nil {
				if values := cmd.values(s.m); len(values) > 0 {
					line += " " + values[rng.IntN(len(values))]
				}
			}
			if cmd.name == "quit" {
				continue
			}
			lines = append(lines, line)
			if s.m.help != nil || s.m.sheet != nil || s.m.prompt != nil || s.m.finder != nil {
				s.keys("esc", "esc")
			}
			s.command(line)
			w, h := 1+rng.IntN(160), 1+rng.IntN(50)
			s.send(tea.WindowSizeMsg{Width: w, Height: h})
			checkGeometry(t, s.m, w, h, fmt.Sprintf("run %d: %q", run, lines))
		}
	}
}

// TestStartsAsSet holds that what the config file says of the list is there from the beginning.
func TestStartsAsSet(t *testing.T) {
	t.Parallel()
	o := testOptions()
	o.Sort, o.Digits, o.Theme, o.Lang = "title reverse", "arabic", "mono", "ar"
	s := newScreen(t, openFolder(t, map[string]string{
		"a.txt": "A first headline\n\nText of it, and 12 words.\n", "b.txt": "B second headline\n\nText of it.\n",
	}), o, 100, 12)
	s.run(s.m.Init())
	if got := s.listed(); got != "b a" || !s.m.rtl {
		t.Errorf("listed %q, the list at the right: %v", got, s.m.rtl)
	}
	for _, line := range []struct{ command, want string }{
		{"sort", "ترتيب: عنوان معكوس"}, {"digits", "أرقام: عربية"}, {"theme", "سمة: بلا-ألوان"}, {"view", "عرض: الوارد"}, {"mouse", "فأرة: إيقاف"},
	} {
		if s.command(line.command); s.m.notice != line.want {
			t.Errorf("%s says %q, want %q", line.command, s.m.notice, line.want)
		}
	}
	s.command("lang en")
	if s.m.rtl || s.m.words.RTL {
		t.Error("an English interface over English articles stays mirrored")
	}
}

// TestModeWhileRunning holds that another mode is told to the terminal before the screen is cleared and painted anew, and that the terminal
// is told nothing where nothing changes.
func TestModeWhileRunning(t *testing.T) {
	t.Parallel()
	s := newScreen(t, openFolder(t, articles), testOptions(), 100, 20)
	for _, mode := range []string{"isolate", "visual", "words", "marked", "auto", "visual"} {
		before := s.m.terminal.choice
		cmd := s.m.setMode(mode)
		choice := s.m.terminal.choice
		var want []string
		if choice.Enter != before.Enter || choice.Mode != before.Mode {
			want = []string{term.Enter(choice), fmt.Sprint(tea.ClearScreen())}
		}
		if got := inSequence(cmd); !slices.Equal(got, want) {
			t.Errorf("%s: sends %q, want %q", mode, got, want)
		}
		if s.m.canvas.enc != choice.Encoder() || mode != "auto" && choice.Mode.String() != mode {
			t.Errorf("%s: rows are written as %v", mode, s.m.canvas.enc)
		}
	}
}

// inSequence gives what commands in a sequence, however deep, bring.
func inSequence(cmd tea.Cmd) (all []string) {
	if cmd == nil {
		return nil
	}
	switch msg := cmd().(type) {
	case nil:
		return nil
	case tea.RawMsg:
		return []string{fmt.Sprint(msg.Msg)}
	default:
		v := reflect.ValueOf(msg)
		if v.Kind() != reflect.Slice {
			return []string{fmt.Sprint(msg)}
		}
		for i := range v.Len() {
			c, _ := reflect.TypeAssert[tea.Cmd](v.Index(i))
			all = append(all, inSequence(c)...)
		}
		return all
	}
}
