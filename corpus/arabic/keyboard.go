package arabic

import (
	"iter"

	"golang.org/x/text/unicode/norm"
)

//go:generate go run gen_keyboard.go ../../../shared/data/keyboard/xkb.json

// Layout is a keyboard layout whose keys are known.
type Layout uint8

// The layouts, named in xkb-data us, fr, ara, ara(azerty) and ara(mac).
const (
	US Layout = iota
	French
	ArabicPC
	ArabicAZERTY
	ArabicMac
)

// Cap is what a key sends: plain and with Shift, "" for nothing. One key may send a ligature that stands for two
// letters (U+FEFB for lam and alef).
type Cap struct{ Plain, Shifted string }

// Key is a physical key.
type Key struct {
	Name string // its position in XKB's terms: row and place from the left, as in "AC07"
	Caps [5]Cap // what it sends, by Layout
}

// Keys gives the keys that type letters, digits and punctuation, the upper rows first.
func Keys() iter.Seq[Key] {
	return func(yield func(Key) bool) {
		for _, k := range keyboard {
			if !yield(k) {
				return
			}
		}
	}
}

// Stroke is a key pressed on an Arabic layout.
type Stroke struct {
	Key    Key
	Layout Layout
	Shift  bool
}

// On gives what the same stroke types on another layout.
func (s Stroke) On(l Layout) string {
	if s.Shift {
		return s.Key.Caps[l].Shifted
	}
	return s.Key.Caps[l].Plain
}

// Typing gives the strokes that type the text on an Arabic layout: plain strokes first, then shifted ones. A ligature
// and the letters that it stands for are the same text, for a terminal may send either.
func Typing(text string) []Stroke {
	text = letters(text)
	if text == "" {
		return nil
	}
	var plain, shifted []Stroke
	for _, k := range keyboard {
		for l := ArabicPC; l <= ArabicMac; l++ {
			if letters(k.Caps[l].Plain) == text {
				plain = append(plain, Stroke{Key: k, Layout: l})
			}
			if letters(k.Caps[l].Shifted) == text {
				shifted = append(shifted, Stroke{Key: k, Layout: l, Shift: true})
			}
		}
	}
	return append(plain, shifted...)
}

// letters gives the letters that a ligature stands for; any other text is itself.
func letters(text string) string {
	if text >= "\uFB50" { // the first of the presentation forms
		return norm.NFKC.String(text)
	}
	return text
}
