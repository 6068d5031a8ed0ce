package keymap

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"jarida/corpus/arabic"
)

// typed is the press that a terminal without the Kitty protocol reports for a character.
func typed(s string) tea.KeyPressMsg {
	r, n := utf8.DecodeRuneInString(s)
	if n < len(s) {
		r = tea.KeyExtended
	}
	return tea.KeyPressMsg{Code: r, Text: s}
}

func TestPress(t *testing.T) {
	ctrl := func(code, base rune) tea.KeyPressMsg {
		return tea.KeyPressMsg{Code: code, BaseCode: base, Mod: tea.ModCtrl}
	}
	kitty := func(text string, code, base rune, mod tea.KeyMod) tea.KeyPressMsg {
		return tea.KeyPressMsg{Text: text, Code: code, BaseCode: base, Mod: mod}
	}
	tests := []struct {
		name  string
		at    Place
		press []tea.KeyPressMsg
		want  Action
	}{
		{"US j", InList, keys("j"), Down},
		{"US G", InList, keys("G"), Last},
		{"US gg", InReader, keys("g", "g"), First},
		{"US ge", InReader, keys("g", "e"), Last},
		{"US gy", InReader, keys("g", "y"), CopyPath},
		{"US y", InReader, keys("y"), Copy},
		{"US gd", InReader, keys("g", "d"), Dates},
		{"US gd in the list", InList, keys("g", "d"), None},
		{"US d alone", InReader, keys("d"), HalfDown},
		{"US gw", InList, keys("g", "w"), Warnings},
		{"Enter in the text", InReader, []tea.KeyPressMsg{{Code: tea.KeyEnter}}, Open},
		{"Enter on a page of rows", InSheet, []tea.KeyPressMsg{{Code: tea.KeyEnter}}, Open},
		{"g and a key that does not go on cancels", InList, keys("g", "j"), None},
		{"after a cancelled sequence keys act again", InList, keys("g", "j", "j"), Down},
		{"g and Esc only cancels", InList, []tea.KeyPressMsg{typed("g"), {Code: tea.KeyEscape}}, None},
		{"g alone waits", InList, keys("g"), None},
		{"no filter on a page of rows", InSheet, keys("/"), None},
		{"slash in help", InHelp, keys("/"), Find},
		{"select in the text", InReader, keys("t"), Select},
		{"no select in help", InHelp, keys("t"), None},
		{"US e", InList, keys("e"), Entities},
		{"US e in the text", InReader, keys("e"), Entities},
		{"US ]", InReader, keys("]"), NextMention},
		{"US [", InEntities, keys("["), PrevMention},
		{"unread articles in the list, mentions in the text", InList, keys("]"), NextUnread},
		{"US gm", InReader, keys("g", "m"), MarkNames},
		{"US m alone", InReader, keys("m"), None},
		{"US gq", InList, keys("g", "q"), Quotes},
		{"US gf", InList, keys("g", "f"), Digest},
		{"US gc", InEntities, keys("g", "c"), Context},
		{"US gu", InEntities, keys("g", "u"), DoAgain},
		{"Enter on an entity", InEntities, []tea.KeyPressMsg{{Code: tea.KeyEnter}}, Include},
		{"US gs", InList, keys("g", "s"), Story},
		{"لس", InList, keys("ل", "س"), Story},
		{"US gc in the list", InList, keys("g", "c"), StoryReasons},
		{"لؤ in the text", InReader, keys("ل", "ؤ"), StoryReasons},
		{"minus in the list", InList, keys("-"), Story},
		{"minus", InEntities, keys("-"), Exclude},
		{"Backspace in the list", InList, []tea.KeyPressMsg{{Code: tea.KeyBackspace}}, Widen},
		{"Backspace on an entity", InEntities, []tea.KeyPressMsg{{Code: tea.KeyBackspace}}, Widen},
		{"Ctrl+R", InEntities, []tea.KeyPressMsg{ctrl('r', 0)}, DoAgain},
		{"US gt", InList, keys("g", "t"), Timeline},
		{"Tab in the timeline", InTimeline, []tea.KeyPressMsg{{Code: tea.KeyTab}}, OtherDays},
		{"the quotes in another order", InQuotes, keys("s"), Arrange},
		{"sentence keys by character", InReader, keys(")"), NextSentence},
		{"sentence keys by character, back", InReader, keys("("), PrevSentence},

		{"arrow", InList, []tea.KeyPressMsg{{Code: tea.KeyDown}}, Down},
		{"shifted arrow does nothing", InList, []tea.KeyPressMsg{{Code: tea.KeyDown, Mod: tea.ModShift}}, None},
		{"Shift+Tab", InList, []tea.KeyPressMsg{{Code: tea.KeyTab, Mod: tea.ModShift}}, PanePrev},
		{"space", InReader, []tea.KeyPressMsg{{Code: tea.KeySpace, Text: " "}}, PageDown},
		{"enter", InList, []tea.KeyPressMsg{{Code: tea.KeyEnter}}, Open},
		{"keypad arrow", InList, []tea.KeyPressMsg{{Code: tea.KeyKpDown, Mod: tea.ModNumLock}}, Down},
		{"NumLock does not matter", InList, []tea.KeyPressMsg{{Code: 'f', Mod: tea.ModCtrl | tea.ModNumLock}}, PageDown},
		{"Ctrl+F", InList, []tea.KeyPressMsg{ctrl('f', 0)}, PageDown},
		{"Ctrl+C", InHelp, []tea.KeyPressMsg{ctrl('c', 0)}, Quit},
		{"Ctrl+Shift+C is another key", InHelp, []tea.KeyPressMsg{{Code: 'c', Mod: tea.ModCtrl | tea.ModShift}}, None},
		{"Alt+J is another key", InList, []tea.KeyPressMsg{{Code: 'j', Mod: tea.ModAlt}}, None},
		{"CapsLock in the Kitty protocol", InList, []tea.KeyPressMsg{kitty("J", 'j', 'j', tea.ModCapsLock)}, Down},
		{"Shift alone", InList, []tea.KeyPressMsg{{Code: tea.KeyLeftShift, Mod: tea.ModShift}}, None},
		{"Shift alone does not end a sequence", InList, []tea.KeyPressMsg{typed("g"), {Code: tea.KeyLeftShift}, typed("g")}, First},

		// Latin layouts act by the character, whatever the base key says.
		{"Dvorak j, on the key of US c", InList, []tea.KeyPressMsg{kitty("j", 'j', 'c', 0)}, Down},
		{"Dvorak c, on the key of US i", InList, []tea.KeyPressMsg{kitty("c", 'c', 'i', 0)}, Compare},
		{"Dvorak h, on the key of US j", InList, []tea.KeyPressMsg{kitty("h", 'h', 'j', 0)}, PaneLeft},
		{"QWERTZ y, on the key of US z", InList, []tea.KeyPressMsg{kitty("y", 'y', 'z', 0)}, Copy},
		{"QWERTZ z, on the key of US y", InList, []tea.KeyPressMsg{kitty("z", 'z', 'y', 0)}, None},
		{"QWERTZ Ctrl+Z, on the key of US y", InList, []tea.KeyPressMsg{ctrl('z', 'y')}, Suspend},
		{"AZERTY q, on the key of US a", InList, []tea.KeyPressMsg{kitty("q", 'q', 'a', 0)}, Quit},
		{"AZERTY é, on the key of US 2", InList, []tea.KeyPressMsg{kitty("é", 'é', '2', 0)}, None},

		// The Kitty protocol.
		{"Kitty ت", InList, []tea.KeyPressMsg{kitty("ت", 'ت', 'j', 0)}, Down},
		{"Kitty Ctrl+ب", InList, []tea.KeyPressMsg{ctrl('ب', 'f')}, PageDown},
		{"Kitty Shift+ل that types أ", InList, []tea.KeyPressMsg{kitty("أ", 'ل', 'g', tea.ModShift)}, Last},
		{"Kitty Shift+ل without the text", InList, []tea.KeyPressMsg{{Text: "g", Code: 'ل', ShiftedCode: 'g', BaseCode: 'g', Mod: tea.ModShift}}, Last},
		{"Kitty لا from b", InList, []tea.KeyPressMsg{kitty("لا", tea.KeyExtended, 'b', 0)}, None},
		{"Kitty Russian о", InList, []tea.KeyPressMsg{kitty("о", 'о', 'j', 0)}, Down},
		{"Kitty Hebrew ח", InList, []tea.KeyPressMsg{kitty("ח", 'ח', 'j', 0)}, Down},
		{"Kitty ؟ on Shift+slash", InList, []tea.KeyPressMsg{kitty("؟", 'ظ', '/', tea.ModShift)}, Help},
		{"Kitty Mac ة", InHelp, []tea.KeyPressMsg{kitty("ة", 'ة', ']', 0)}, None},
		{"Kitty ش, on the key of a", InList, []tea.KeyPressMsg{kitty("ش", 'ش', 'a', 0)}, None},
		{"Kitty Persian ئ, on the key of m", InList, []tea.KeyPressMsg{kitty("ئ", 'ئ', 'm', 0)}, None},
		{"Kitty ظ in help", InHelp, []tea.KeyPressMsg{kitty("ظ", 'ظ', '/', 0)}, Find},

		// Terminals without it.
		{"ت", InList, keys("ت"), Down},
		{"ن", InReader, keys("ن"), Up},
		{"ا", InList, keys("ا"), PaneLeft},
		{"م", InList, keys("م"), PaneRight},
		{"ض", InList, keys("ض"), Quit},
		{"ش, which tmux's Ctrl+A may send bare", InList, keys("ش"), None},
		{"ص", InReader, keys("ص"), Wide},
		{"ي", InReader, keys("ي"), HalfDown},
		{"ف", InReader, keys("ف"), Select},
		{"ظ in help", InHelp, keys("ظ"), Find},
		{"؟", InReader, keys("؟"), Help},
		{"لل", InList, keys("ل", "ل"), First},
		{"لث", InList, keys("ل", "ث"), Last},
		{"لغ", InList, keys("ل", "غ"), CopyPath},
		{"غ", InList, keys("غ"), Copy},
		{"لي", InReader, keys("ل", "ي"), Dates},
		{"لص", InReader, keys("ل", "ص"), Warnings},
		{"Kitty ل and ي", InReader, []tea.KeyPressMsg{kitty("ل", 'ل', 'g', 0), kitty("ي", 'ي', 'd', 0)}, Dates},
		{"ن on a page of rows", InSheet, keys("ن"), Up},
		{"ث", InList, keys("ث"), Entities},
		{"د", InReader, keys("د"), NextMention},
		{"ة, ] on a Mac", InReader, keys("ة"), NextMention},
		{"ج", InReader, keys("ج"), PrevMention},
		{"لض", InReader, keys("ل", "ض"), Quotes},
		{"لب", InReader, keys("ل", "ب"), Digest},
		{"لة, gm on a PC", InReader, keys("ل", "ة"), MarkNames},
		{"لؤ", InEntities, keys("ل", "ؤ"), Context},
		{"لع", InEntities, keys("ل", "ع"), DoAgain},
		{"ف", InEntities, keys("ف"), Tick},
		{"ح", InEntities, keys("ح"), Merge},
		{"س", InEntities, keys("س"), Split},
		{"ق", InEntities, keys("ق"), Rename},
		{"ء", InEntities, keys("ء"), Hide},
		{"ع", InEntities, keys("ع"), Undo},
		{"لف", InReader, keys("ل", "ف"), Timeline},
		{"س in the timeline", InTimeline, keys("س"), OtherDays},
		{"س on the page of quotes", InQuotes, keys("س"), Arrange},
		{"ل and أ, which is Shift+G", InList, keys("ل", "أ"), Last},
		{"the same as one character", InList, keys("\uFEF7"), Last},
		{"the same in one press", InList, keys("لأ"), Last},
		{"ل and ا, which is b: cancels", InList, keys("ل", "ا"), None},
		{"and nothing is left pending", InList, keys("ل", "ا", "ت"), Down},
		{"ل and إ, which is Shift+T", InReader, keys("ل", "إ"), None},
		{"ل and آ, which is Shift+B", InList, keys("ل", "آ"), None},
		{"لا as one character", InList, keys("\uFEFB"), None},
		{"لا in one press", InList, keys("لا"), None},
		{"a vowel mark", InList, keys("\u064E"), None},
		{"a vowel mark typed on a letter", InList, keys("ت\u064E"), Down},
		{"many letters in one press", InList, keys("تت"), None},
		{"tatweel, Shift+J", InList, keys("ـ"), None},
		{"Shift+L types a slash", InHelp, keys("/"), Find},
		{"xterm's Ctrl with an Arabic letter", InList, []tea.KeyPressMsg{ctrl('ب', 0)}, PageDown},
		{"Ctrl and ؤ, which is c", InList, []tea.KeyPressMsg{ctrl('ؤ', 0)}, Quit},
		{"bare ؤ for Ctrl+C", InHelp, keys("ؤ"), None},
		{"ؤ, which is c", InList, keys("ؤ"), Compare},
		{"ى, which is n, beside another article", InCompare, keys("ى"), NextDiff},
		{"س beside another article", InCompare, keys("س"), WholeStory},
		{"bare ئ for Ctrl+Z", InList, keys("ئ"), None},
		{"a no-break space", InList, keys("\u00A0"), None},
		{"a no-joiner, Shift+Space in Persian", InList, keys("\u200C"), None},
	}
	m := Default()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got Action
			var pending Pending
			for _, press := range tt.press {
				got, pending = m.Press(tt.at, pending, press)
			}
			if got != tt.want {
				t.Errorf("got action %d, want %d", got, tt.want)
			}
			if got != None && pending != "" {
				t.Errorf("%q is pending after an action", pending)
			}
		})
	}
}

func keys(typings ...string) []tea.KeyPressMsg {
	var presses []tea.KeyPressMsg
	for _, s := range typings {
		presses = append(presses, typed(s))
	}
	return presses
}

// TestEveryKeyOfEveryLayout sends each key of each Arabic layout as raw bytes, with and without Shift, after nothing and
// after ل. What follows is what the same key does on a US keyboard, or nothing; punctuation may act as itself.
func TestEveryKeyOfEveryLayout(t *testing.T) {
	m := Default()
	for at := range Place(places) {
		for _, first := range []string{"", "ل"} {
			for k := range arabic.Keys() {
				for l := arabic.ArabicPC; l <= arabic.ArabicMac; l++ {
					us, c := k.Caps[arabic.US], k.Caps[l]
					checkCap(t, m, at, first, c.Plain, us.Plain)
					checkCap(t, m, at, first, c.Shifted, us.Shifted)
				}
			}
		}
	}
}

// checkCap presses what a key types in Arabic and on a US keyboard. A key that is not bound on the US keyboard may act
// only where its letter stands, in another layout, on a key that is: one letter never has two actions.
func checkCap(t *testing.T, m Map, at Place, first, char, us string) {
	t.Helper()
	if char == "" {
		return
	}
	got := pressBytes(t, m, at, first+char)
	if got == None || isASCII(char) {
		return
	}
	want := pressBytes(t, m, at, strings.ReplaceAll(first, "ل", "g")+us)
	if want == got || want == None && elsewhere(m, at, first, char) == 1 {
		return
	}
	t.Errorf("place %d: %q after %q does %d, its key %q does %d", at, char, first, got, us, want)
}

// elsewhere counts the actions that the keys typing a letter on any Arabic layout have on a US keyboard.
func elsewhere(m Map, at Place, first, char string) int {
	found := map[Action]bool{}
	for _, s := range arabic.Typing(first + char) { // lam and alef that one key types
		found[m.places[at].action(s.On(arabic.US))] = true
	}
	for _, s := range arabic.Typing(char) {
		seq := s.On(arabic.US)
		if first != "" {
			seq = "g " + seq
		}
		found[m.places[at].action(seq)] = true
	}
	for c, p := range map[string]string{"؟": "?", "؛": ";", "،": ",", "٪": "%"} {
		if c == char && first == "" {
			found[m.places[at].action(p)] = true
		}
	}
	delete(found, None)
	return len(found)
}

func isASCII(s string) bool { return len(s) == 1 }

// pressBytes decodes what a terminal sends and gives the action of the last press.
func pressBytes(t *testing.T, m Map, at Place, sent string) Action {
	t.Helper()
	var decoder uv.EventDecoder
	var got Action
	var pending Pending
	for rest := []byte(sent); len(rest) > 0; {
		n, event := decoder.Decode(rest)
		if n == 0 {
			t.Fatalf("%q: nothing decoded", rest)
		}
		rest = rest[n:]
		if press, ok := event.(uv.KeyPressEvent); ok {
			got, pending = m.Press(at, pending, tea.KeyPressMsg(press))
		}
	}
	return got
}

// TestReachable checks that each action has a way from each Arabic layout, by keys that need neither Shift nor Ctrl
// nor the Kitty protocol.
func TestReachable(t *testing.T) {
	m := Default()
	special := map[string]tea.KeyPressMsg{
		"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "tab": {Code: tea.KeyTab}, "pgup": {Code: tea.KeyPgUp},
		"shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift}, "pgdown": {Code: tea.KeyPgDown}, "end": {Code: tea.KeyEnd},
		"backspace": {Code: tea.KeyBackspace},
	}
	byCtrl := []Action{Suspend, Redraw} // the command line has them, too
	for at := range Place(places) {
		for l := arabic.ArabicPC; l <= arabic.ArabicMac; l++ {
			reached := map[Action]bool{}
			for _, press := range special {
				a, _ := m.Press(at, "", press)
				reached[a] = true
			}
			for first := range arabic.Keys() {
				for _, s := range []string{first.Caps[l].Plain, first.Caps[l].Shifted} {
					if s == "" {
						continue
					}
					a, pending := m.Press(at, "", typed(s))
					reached[a] = true
					for second := range arabic.Keys() {
						if pending != "" && second.Caps[l].Plain != "" {
							a, _ := m.Press(at, pending, typed(second.Caps[l].Plain))
							reached[a] = true
						}
					}
				}
			}
			for _, e := range m.Help(at) {
				if !reached[e.Action] && !slices.Contains(byCtrl, e.Action) {
					t.Errorf("place %d, layout %d: %q cannot be reached", at, l, e.Label)
				}
			}
		}
	}
}

// TestNoTwoMeanings checks the bindings themselves: no sequence twice in a place, none that begins another.
func TestNoTwoMeanings(t *testing.T) {
	m := Default()
	for at := range Place(places) {
		seen := map[string]Action{}
		for a, b := range m.places[at] {
			for _, k := range b.Keys() {
				if other, ok := seen[k]; ok {
					t.Errorf("place %d: %q is bound to %d and %d", at, k, other, a)
				}
				seen[k] = Action(a)
				if m.places[at].begins(k) {
					t.Errorf("place %d: %q begins another sequence", at, k)
				}
			}
			if len(b.Keys()) > 0 && b.Help().Desc == "" {
				t.Errorf("place %d: action %d has no label", at, a)
			}
		}
	}
}

func TestHelp(t *testing.T) {
	want := map[Action]struct{ keys, arabic []string }{
		Down:     {[]string{"j", "↓"}, []string{"ت"}},
		First:    {[]string{"gg", "Home"}, []string{"لل"}},
		Last:     {[]string{"ge", "End", "G"}, []string{"لث"}},
		PageDown: {[]string{"Space", "PgDn", "Ctrl+F"}, nil},
		Raw:      {[]string{"="}, nil},
		CopyPath: {[]string{"gy"}, []string{"لغ"}},
		Help:     {[]string{"?"}, []string{"؟"}},
		PanePrev: {[]string{"Shift+Tab"}, nil},
	}
	found := 0
	for _, e := range Default().Help(InList) {
		w, ok := want[e.Action]
		if !ok {
			continue
		}
		found++
		if !slices.Equal(e.Keys, w.keys) || !slices.Equal(e.Arabic, w.arabic) {
			t.Errorf("%s: got %q %q, want %q %q", e.Label, e.Keys, e.Arabic, w.keys, w.arabic)
		}
	}
	if found != len(want) {
		t.Errorf("%d of %d entries found", found, len(want))
	}
}

func FuzzPress(f *testing.F) {
	f.Add("ت", int32('j'), uint8(0), "g")
	f.Add("", tea.KeyLeftShift, uint8(tea.ModShift), "")
	f.Add("\xff", int32(-1), uint8(255), "g g g")
	m := Default()
	f.Fuzz(func(t *testing.T, text string, base int32, mod uint8, before string) {
		press := tea.KeyPressMsg{Text: text, Code: base, BaseCode: base, Mod: tea.KeyMod(mod)}
		for at := range Place(places + 1) {
			if a, pending := m.Press(at, Pending(before), press); a != None && pending != "" {
				t.Errorf("action %d and %q pending", a, pending)
			}
		}
	})
}

func BenchmarkPressArabic(b *testing.B) {
	m := Default()
	press := typed("ت")
	b.ReportAllocs()
	for b.Loop() {
		m.Press(InList, "", press)
	}
}
