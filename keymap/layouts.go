package keymap

import (
	"slices"
	"unicode"

	"jarida/corpus/arabic"
)

//go:generate go run gen_layouts.go

// Keyboard says whose keys the letters of the Arabic script are where a terminal does not report the key itself: several layouts type one
// letter with different keys.
type Keyboard uint8

// The keyboards. Hebrew, Russian and Greek letters need no choice: no other layout types them.
const (
	AnyArabic Keyboard = iota // Arabic PC, AZERTY and Mac at once; Persian letters that these lack are Persian keys
	Persian                   // د is n there, not ]
)

// otherKey is a letter and the US key that types it on a layout of its own.
type otherKey struct{ letter, us rune }

// typing names the strokes that type a text without the help of Ctrl, as they are called on a US keyboard: those of the Arabic layouts, else
// of the others.
func (k Keyboard) typing(text string) []string {
	if name, ok := lookUp(persian[:], text); k == Persian && ok {
		return []string{name}
	}
	if names := table(text); names != nil {
		return names
	}
	for _, layout := range [][]otherKey{persian[:], hebrew[:], russian[:], greek[:]} {
		if name, ok := lookUp(layout, text); ok {
			return []string{name}
		}
	}
	return nil
}

// lookUp finds the key that types a letter. A capital is the key with Shift, which counts for letters alone.
func lookUp(layout []otherKey, text string) (name string, ok bool) {
	r, one := single(text)
	if !one {
		return "", false
	}
	small := unicode.ToLower(r)
	i, ok := slices.BinarySearchFunc(layout, small, func(k otherKey, r rune) int { return int(k.letter - r) })
	switch {
	case !ok:
		return "", false
	case small == r:
		return string(layout[i].us), true
	case unicode.IsLetter(layout[i].us):
		return string(unicode.ToUpper(layout[i].us)), true
	}
	return "", false
}

// table names the strokes that type the text on the known Arabic layouts, as they are called on a US keyboard.
func table(text string) []string {
	var names []string
	for _, s := range arabic.Typing(text) {
		if name := s.On(arabic.US); !s.Shift || letter(name) {
			names = append(names, name)
		}
	}
	return names
}
