package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"jarida/ui/bidi"
	"jarida/ui/term"
)

// field is a one-line text field for both directions: it runs as most of its letters do, at the side where the interface
// begins. Text and caret are logical: the arrow keys move through the text as it is read, so that Left goes on in Arabic
// and back in Latin, and Backspace takes the last letter that was typed, of a lam-alef the alef, of a letter with marks
// the last mark.
type field struct {
	text  string
	caret int        // byte offset in text, before a rune
	runs  []term.Run // what is marked in text
}

// longestField bounds what may be typed or pasted, in bytes: far more than any query, and laid out in no time.
const longestField = 1 << 10

// direction is the direction of the text, that of the interface as long as there is no letter.
func (f *field) direction(ui bidi.Direction) bidi.Direction {
	if !strings.ContainsFunc(f.text, unicode.IsLetter) {
		return ui
	}
	if l := bidi.Layout(f.text, 0, bidi.Options{PlainTokens: true}); l[0].RTL() {
		return bidi.RTL
	}
	return bidi.LTR
}

// key edits the field. It reports whether the key was one for a text field.
func (f *field) key(k tea.KeyPressMsg, ui bidi.Direction) bool {
	if k.Text != "" && k.Mod&(tea.ModCtrl|tea.ModAlt) == 0 {
		f.insert(k.Text)
		return true
	}
	forward, backward := "right", "left"
	if f.direction(ui) == bidi.RTL {
		forward, backward = backward, forward
	}
	switch k.String() {
	case forward, "ctrl+f":
		f.caret += runeLen(f.text[f.caret:])
	case backward, "ctrl+b":
		f.caret -= lastRuneLen(f.text[:f.caret])
	case "home", "ctrl+a":
		f.caret = 0
	case "end", "ctrl+e":
		f.caret = len(f.text)
	case "backspace", "ctrl+h":
		n := lastRuneLen(f.text[:f.caret])
		f.text = f.text[:f.caret-n] + f.text[f.caret:]
		f.caret -= n
	case "delete", "ctrl+d":
		f.text = f.text[:f.caret] + f.text[f.caret+runeLen(f.text[f.caret:]):]
	case "ctrl+u":
		f.text, f.caret = f.text[f.caret:], 0
	case "ctrl+w", "alt+backspace":
		from := wordStart(f.text[:f.caret])
		f.text, f.caret = f.text[:from]+f.text[f.caret:], from
	default:
		return false
	}
	return true
}

// insert puts text at the caret, as one line and without controls. It reports whether there was room for it; a part is never taken.
func (f *field) insert(text string) bool {
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case unicode.IsControl(r) || r == utf8.RuneError || unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, strings.ReplaceAll(text, "\r\n", "\n"))
	if len(f.text)+len(text) > longestField {
		return false
	}
	f.text = f.text[:f.caret] + text + f.text[f.caret:]
	f.caret += len(text)
	return true
}

// draw writes the field in w columns with its caret: a cell in reverse where the next letter will stand. Text that is
// too long is shown around the caret.
func (f *field) draw(c *canvas, w int, ui bidi.Direction, paint term.Paint) {
	if w <= 0 {
		return
	}
	base := f.direction(ui)
	text, caret := f.window(c, w, base)
	// The caret behind the last letter stands on a blank of its own.
	l := c.lay.Layout(text+" ", 0, bidi.Options{Base: base, KeepTashkeel: true, PlainTokens: true})
	if len(l) == 0 {
		c.blank(w)
		return
	}
	under := bidi.Range{Start: caret, End: caret + max(runeLen((text + " ")[caret:]), 1)}
	runs := make([]term.Run, 0, len(f.runs)+1)
	for _, r := range f.runs {
		r.Start, r.End = r.Start-f.caret+caret, r.End-f.caret+caret // letters before the caret may be out of sight
		runs = append(runs, r)
	}
	c.line(&l[0], term.Field{Width: w, Align: side(ui), Runs: append(runs, term.Run{Range: under, Paint: paint})})
}

// window gives the part of the text around the caret that fits into w columns with a blank behind it: letters go from
// the end that is farther from the caret.
func (f *field) window(c *canvas, w int, base bidi.Direction) (text string, caret int) {
	text, caret = f.text, f.caret
	for text != "" && c.width(text, base) >= w {
		if caret == len(text) || caret > 0 && c.width(text[:caret], base) >= w/2 {
			n := runeLen(text)
			text, caret = text[n:], caret-n
		} else {
			text = text[:len(text)-lastRuneLen(text)]
		}
	}
	return text, caret
}

// side is the side of a field at which text of a direction begins.
func side(base bidi.Direction) term.Align {
	if base == bidi.LTR {
		return term.Left
	}
	return term.Right
}

// far is the side of a field at which text of a direction ends.
func far(base bidi.Direction) term.Align {
	if base == bidi.LTR {
		return term.Right
	}
	return term.Left
}

func runeLen(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}

func lastRuneLen(s string) int {
	_, n := utf8.DecodeLastRuneInString(s)
	return n
}

// wordStart gives the offset of the last word of s, the blanks behind it included.
func wordStart(s string) int {
	s = strings.TrimRightFunc(s, unicode.IsSpace)
	i := strings.LastIndexFunc(s, unicode.IsSpace)
	if i < 0 {
		return 0
	}
	return i + runeLen(s[i:])
}
