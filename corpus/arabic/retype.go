package arabic

import (
	"strings"
	"unicode/utf8"
)

// Retype gives what the keys that type a text on one layout type on another: with f,jdk on US the text بوتين on ArabicPC. A key that sends lam
// and alef may have been meant for them, or for the keys of each: where that makes a difference, both are given, the single key first.
// Nothing is given for a text that the first layout does not type, or that has a key which types nothing on the second. White space stays.
func Retype(text string, from, to Layout) []string {
	one, ok := retype(text, from, to, true)
	if !ok {
		return nil
	}
	two, ok := retype(text, from, to, false)
	if !ok || one == two {
		return []string{one}
	}
	return []string{one, two}
}

// retype types a text again, lam and alef as one key if there is one.
func retype(text string, from, to Layout, ligature bool) (string, bool) {
	var b strings.Builder
	for i := 0; i < len(text); {
		if text[i] == ' ' {
			b.WriteByte(' ')
			i++
			continue
		}
		typed, n := keyAt(text[i:], from, to, ligature)
		if typed == "" {
			return "", false
		}
		b.WriteString(letters(typed))
		i += n
	}
	return b.String(), true
}

// keyAt gives what the key that types the beginning of a text types on another layout, and how much of the text that is.
func keyAt(text string, from, to Layout, ligature bool) (typed string, n int) {
	if ligature {
		for _, pair := range [...]string{"لا", "لأ", "لإ", "لآ"} {
			if strings.HasPrefix(text, pair) {
				if typed = onKey(pair, from, to); typed != "" {
					return typed, len(pair)
				}
			}
		}
	}
	_, n = utf8.DecodeRuneInString(text)
	return onKey(letters(text[:n]), from, to), n
}

// onKey gives what the key that types a character, plain if any does, types on another layout; "" for nothing.
func onKey(char string, from, to Layout) string {
	for _, k := range keyboard {
		if letters(k.Caps[from].Plain) == char {
			return k.Caps[to].Plain
		}
	}
	for _, k := range keyboard {
		if letters(k.Caps[from].Shifted) == char {
			return k.Caps[to].Shifted
		}
	}
	return ""
}
