package keymap

import (
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus/arabic"
)

// strokes names the strokes that a press may stand for, the likeliest first; nil for none. whole reports that they
// stand for the pending stroke and this press together: some layouts send two letters for one key.
//
// A Latin character is itself, so that Dvorak, QWERTZ and AZERTY act by what they type. So is punctuation, whatever the
// alphabet. Of any other character the key counts: the base key that the Kitty protocol reports, else the keys that type
// it on the known layouts. A key is a place on the keyboard and has its name on a US one, in both: legends of
// other keyboards would give ش two meanings (a, and q on a French one).
func (k Keyboard) strokes(press tea.KeyPressMsg, before Pending) (names []string, whole bool) {
	press.Mod &^= tea.ModNumLock | tea.ModScrollLock
	mod := press.Mod &^ (tea.ModShift | tea.ModCapsLock)
	switch {
	case mod == tea.ModCtrl && press.Mod&tea.ModShift == 0:
		return prefixed("ctrl+", k.letters(tea.KeyPressMsg{Code: press.Code, BaseCode: press.BaseCode})), false
	case mod != 0:
		return nil, false
	case press.Text == " " || press.Text == "" && press.Code == tea.KeySpace:
		return []string{"space"}, false
	case press.Text == "":
		press.Mod &^= tea.ModCapsLock
		return []string{press.Keystroke()}, false
	case before != "" && press.BaseCode == 0:
		if names := ligature(before, press.Text); names != nil {
			return names, true
		}
	}
	return k.letters(press), false
}

// letters names the strokes of a press that types something: ctrl+letter counts as the letter.
func (k Keyboard) letters(press tea.KeyPressMsg) []string {
	text := visible(press.Text)
	if press.Text == "" {
		text = string(press.Code)
	}
	r, one := single(text)
	// Where a terminal reports the base key but not the text, the text is the base key: the code still has the alphabet.
	byBase := press.BaseCode != 0 && r == press.BaseCode && !latin(press.Code)
	if byBase {
		text, r = string(press.Code), press.Code
	}
	switch {
	case text == "":
		return nil // a vowel mark alone
	case one && latin(r):
		if press.Mod&(tea.ModShift|tea.ModCapsLock) == tea.ModCapsLock {
			r = unicode.ToLower(r)
		}
		return []string{string(r)}
	}
	var names []string
	if p := punctuation(r); one && p != 0 {
		names = append(names, string(p))
	}
	if press.BaseCode != 0 {
		return append(names, base(press)...)
	}
	return append(names, k.typing(text)...)
}

// base names the stroke of a press whose key the terminal reports, as it is called on a US keyboard.
func base(press tea.KeyPressMsg) []string {
	shift := press.Mod&tea.ModShift != 0
	switch {
	case !shift:
		return []string{string(press.BaseCode)}
	case unicode.IsLetter(press.BaseCode):
		return []string{string(unicode.ToUpper(press.BaseCode))}
	}
	return nil // shifted punctuation acts by the character that arrives
}

// ligature names the keys that type two letters at once, the one of the pending stroke and this one: lam and alef may
// come from one key and as two letters.
func ligature(before Pending, text string) []string {
	var names []string
	for k := range arabic.Keys() {
		if k.Caps[arabic.US].Plain != string(before) {
			continue
		}
		for l := arabic.ArabicPC; l <= arabic.ArabicMac; l++ {
			if first := k.Caps[l].Plain; first != "" {
				names = append(names, table(first+text)...)
			}
		}
	}
	return names
}

// visible drops the vowel marks and joiners of a text: a letter and a mark typed at once arrive as one press, and it is
// the letter's.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.Mn, unicode.Cf) {
			return -1
		}
		return r
	}, text)
}

func single(text string) (rune, bool) {
	for i, r := range text {
		return r, i+len(string(r)) == len(text)
	}
	return 0, false
}

func latin(r rune) bool { return r < unicode.MaxASCII || unicode.Is(unicode.Latin, r) }

func letter(name string) bool {
	r, one := single(name)
	return one && latin(r) && unicode.IsLetter(r)
}

// punctuation gives the ASCII form of Arabic punctuation and digits, 0 for other characters.
func punctuation(r rune) rune {
	switch {
	case r >= '٠' && r <= '٩':
		return r - '٠' + '0'
	case r >= '۰' && r <= '۹': // the digits of Persian and Urdu
		return r - '۰' + '0'
	case r == '؟':
		return '?'
	case r == '،':
		return ','
	case r == '؛':
		return ';'
	case r == '٪':
		return '%'
	}
	return 0
}

func prefixed(prefix string, names []string) []string {
	for i := range names {
		names[i] = prefix + names[i]
	}
	return names
}

// modifier reports whether the key is one that does nothing alone: some terminals report it by itself.
func modifier(code rune) bool {
	return code >= tea.KeyLeftShift && code <= tea.KeyIsoLevel5Shift ||
		code == tea.KeyCapsLock || code == tea.KeyNumLock || code == tea.KeyScrollLock
}
