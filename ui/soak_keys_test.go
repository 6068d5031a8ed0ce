package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"jarida/keymap"
)

const (
	// latinKeyboard and arabicKeyboard are what the same keys type, by the Arabic layout of a PC.
	latinKeyboard  = "qwertyuiopasdfghjklzxcvnm,./"
	arabicKeyboard = "ضصثقفغعهخحشسيبلاتنمئءؤرىةوزظ"
	// typedLetters are what is typed into fields: two alphabets, and what queries have a meaning for.
	typedLetters = "ابتسلمنيوهرقعأإىة" + "abceilmnorstuy" + "0123456789" + "  \"\":()-=~*|"
)

// pastes are texts that come in one piece, some of them with what no field may let through.
var pastes = []string{
	"بوتين", "الأمم المتحدة", "netanyahu", "\"مجلس الأمن\" OR -title:x", "date:>2020", "person:(\"", "a\nb\tc", "\x1b]0;x\x07\x1b[31m", "\xff\xfe", "\u202e\u2067x", "",
	strings.Repeat("كلمة ", 3000),
}

// terminalMsg gives the next message of the terminal: mostly a key that does something where the reader is.
func (s *soak) terminalMsg() tea.Msg {
	if len(s.next) > 0 && s.rng.IntN(50) > 0 { // something else may come between
		msg := s.next[0]
		s.next = s.next[1:]
		return msg
	}
	switch n := s.rng.IntN(100); {
	case n < 4:
		return s.resized()
	case n < 10:
		return s.moused()
	case n < 12:
		return tea.PasteMsg{Content: pick(s.rng, pastes...)}
	case n < 14:
		return s.replied()
	case n < 16:
		return tea.KeyPressMsg{Code: rune(pick(s.rng, []byte(latinKeyboard)...)), Mod: tea.ModAlt} // right behind Esc
	case n < 17:
		return pick[tea.Msg](s.rng, tea.FocusMsg{}, tea.BlurMsg{}, tea.ResumeMsg{}, tea.KeyReleaseMsg{Code: 'j', Text: "j"}, tea.KeyPressMsg{Code: tea.KeyLeftShift})
	case n < 19:
		return s.pressedAs(pick(s.rng, "esc", "enter", "tab", "ctrl+r", "x", "G", "ش"))
	}
	if s.m.finder != nil || s.m.prompt != nil || s.m.help != nil && s.m.help.field != nil {
		return s.typed()
	}
	return s.acted()
}

// acted presses a key of the place where the reader is, every action as often as any other.
func (s *soak) acted() tea.Msg {
	keys := pick(s.rng, s.keys[s.m.where()]...)
	if slices.Contains(keys, "q") && s.rng.IntN(300) > 0 {
		return s.pressedAs("j") // the reader seldom quits
	}
	key := pick(s.rng, keys...)
	if s.rng.IntN(20) == 0 && s.m.sheet == nil && s.m.help == nil {
		key = ":" // behind which there is more than behind any other
	}
	if key == ":" {
		s.next = append(s.line(s.command()), press("enter"))
		return press(key)
	}
	for _, stroke := range strokesOf(key) {
		s.next = append(s.next, s.pressedAs(stroke))
	}
	msg := s.next[0]
	s.next = s.next[1:]
	return msg
}

// command gives a line with a command, and a value that it takes or something else.
func (s *soak) command() string {
	all := s.m.commands()
	if s.rng.IntN(2) == 0 {
		all = settingCommands()
	}
	c := pick(s.rng, all...)
	switch {
	case c.name == keymap.Quit.String():
		return "q x"
	case c.values != nil && s.rng.IntN(8) > 0:
		if values := c.values(s.m); len(values) > 0 {
			return c.name + " " + pick(s.rng, values...)
		}
	case s.rng.IntN(2) == 0:
		return c.name + " " + pick(s.rng, "x", "~/soak.jsonl", "soak.md", "reverse", "على", "12")
	}
	return c.name
}

// line types a text, now and then with the keyboard set to Arabic.
func (s *soak) line(text string) (msgs []tea.Msg) {
	arabic := s.rng.IntN(5) == 0
	for _, r := range text {
		if at := strings.IndexRune(latinKeyboard, r); at >= 0 && arabic {
			r = []rune(arabicKeyboard)[at]
		}
		msgs = append(msgs, tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	return msgs
}

// typed types into a field, and sometimes leaves it.
func (s *soak) typed() tea.Msg {
	switch n := s.rng.IntN(100); {
	case n < 25:
		return press(pick(s.rng, strings.Split(typedLetters, "")...))
	case n < 35: // a word of an article, or the beginning of one
		words := strings.Fields(pick(s.rng, s.folder.texts...))
		if len(words) == 0 {
			return press("space")
		}
		word := []rune(strings.Map(printable, pick(s.rng, words...)))
		s.next = s.line(string(word[:min(len(word), 1+s.rng.IntN(8))]))
		if s.rng.IntN(2) == 0 {
			s.next = append(s.next, press("enter"))
		}
		return press("space")
	case n < 75:
		return press(pick(s.rng, "backspace", "left", "right", "up", "down", "pgdown", "home", "end", "delete", "ctrl+u", "ctrl+w", "ctrl+k", "tab", "shift+tab"))
	case n < 90:
		return press("enter")
	}
	return press("esc")
}

// pressedAs presses a key as one of the terminals sends it: by what it types on a Latin or an Arabic keyboard, or with the key itself beside that.
func (s *soak) pressedAs(stroke string) tea.Msg {
	msg := press(stroke)
	at := strings.Index(latinKeyboard, stroke)
	if len(stroke) != 1 || at < 0 || s.rng.IntN(3) > 0 {
		return msg
	}
	letter := []rune(arabicKeyboard)[at]
	msg = tea.KeyPressMsg{Code: letter, Text: string(letter)}
	if s.rng.IntN(2) == 0 {
		msg.BaseCode = rune(stroke[0])
	}
	return msg
}

// resized gives a screen another size: mostly one that people have.
func (s *soak) resized() tea.Msg {
	w, h := pick(s.rng, 80, 100, 120, 160, 200), pick(s.rng, 24, 30, 50)
	switch s.rng.IntN(8) {
	case 0:
		w, h = 1+s.rng.IntN(12), 1+s.rng.IntN(6)
	case 1:
		w, h = 300+s.rng.IntN(300), 100+s.rng.IntN(150)
	case 2:
		w, h = 1+s.rng.IntN(200), 1+s.rng.IntN(60)
	}
	return tea.WindowSizeMsg{Width: w, Height: h}
}

// moused does something with the mouse, now and then outside the screen.
func (s *soak) moused() tea.Msg {
	at := tea.Mouse{X: s.rng.IntN(s.w+2) - 1, Y: s.rng.IntN(s.h+2) - 1, Button: pick(s.rng, tea.MouseLeft, tea.MouseLeft, tea.MouseMiddle, tea.MouseRight)}
	switch s.rng.IntN(6) {
	case 0, 1:
		at.Button = pick(s.rng, tea.MouseWheelUp, tea.MouseWheelDown, tea.MouseWheelLeft)
		return tea.MouseWheelMsg(at)
	case 2:
		return tea.MouseMotionMsg(at)
	case 3:
		return tea.MouseReleaseMsg(at)
	case 4: // the border between two panes is dragged
		border := tea.Mouse{X: s.m.frame.box(pick(s.rng, s.m.frame.order...)).x - 1, Y: at.Y, Button: tea.MouseLeft}
		s.next = []tea.Msg{tea.MouseMotionMsg(at), tea.MouseMotionMsg(border), tea.MouseReleaseMsg(at)}
		return tea.MouseClickMsg(border)
	}
	return tea.MouseClickMsg(at)
}

// replied is something that a terminal says of itself, asked or not.
func (s *soak) replied() tea.Msg {
	return pick[tea.Msg](s.rng, uv.PrimaryDeviceAttributesEvent{62, 22}, uv.SecondaryDeviceAttributesEvent{1, 7600, 0}, tea.TerminalVersionMsg{Name: "XTerm(379)"},
		tea.TerminalVersionMsg{Name: "\x1b]0;x\x07"}, tea.TerminalVersionMsg{Name: "kitty(0.26.5)"}, statusReady, statusTrouble, uv.UnknownCsiEvent("\x1b[9y"),
		tea.CapabilityMsg{Content: "x"}, tmuxMsg{"xterm-kitty"})
}

// keysOfPlaces gives the keys of every action, by place.
func keysOfPlaces(m keymap.Map) (all [keymap.InTimeline + 1][][]string) {
	for p := range all {
		for _, e := range m.Help(keymap.Place(p)) {
			all[p] = append(all[p], e.Keys)
		}
	}
	return all
}

// strokesOf gives the strokes of a key as help writes it.
func strokesOf(key string) []string {
	special := map[string]string{
		"↑": "up", "↓": "down", "←": "left", "→": "right", "PgUp": "pgup", "PgDn": "pgdown",
	}
	switch name, ok := special[key]; {
	case ok:
		return []string{name}
	case len(key) > 2:
		return []string{strings.ToLower(key)}
	}
	return strings.Split(key, "")
}
