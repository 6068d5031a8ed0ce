package ui

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"jarida/ui/bidi"
	"jarida/ui/term"
)

// visual gives a canvas that writes cells as they come.
func visual() *canvas { return &canvas{enc: term.Encoder{Mode: term.Visual}} }

func TestFieldKeys(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		keys  []string
		text  string
		caret string // what stands before the caret
	}{
		{"type", []string{"م", "ن"}, "من", "من"},
		{"lam-alef loses its alef", []string{"ل", "ا", "backspace"}, "ل", "ل"},
		{"lam-alef in one event", []string{"لا", "backspace"}, "ل", "ل"},
		{"a mark goes before its letter", []string{"م", "ُ", "backspace"}, "م", "م"},
		{"latin inside arabic", []string{"م", "ن", " ", "a", "b", " ", "م"}, "من ab م", "من ab م"},
		{"left goes on, right goes back", []string{"م", "ن", "ك", "right", "right", "س"}, "مسنك", "مس"},
		{"left at the end stays", []string{"م", "left", "ن"}, "من", "من"},
		{"in Latin they are the other way round", []string{"a", "b", "c", "left", "left", "right", "x"}, "abxc", "abx"},
		{"home and delete", []string{"م", "ن", "home", "delete"}, "ن", ""},
		{"word", []string{"م", "ن", " ", "ك", "م", "ctrl+w"}, "من ", "من "},
		{"word behind a wide blank", []string{"م\u00a0ن", "ctrl+w"}, "م\u00a0", "م\u00a0"},
		{"clear", []string{"م", "ن", "ctrl+u"}, "", ""},
		{"backspace on nothing", []string{"backspace", "delete", "right", "left"}, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var f field
			for _, k := range tt.keys {
				f.key(press(k), bidi.RTL)
			}
			if f.text != tt.text || f.text[:f.caret] != tt.caret {
				t.Errorf("got %q, caret behind %q; want %q behind %q", f.text, f.text[:f.caret], tt.text, tt.caret)
			}
		})
	}
}

// TestFieldCaret holds where the eye finds the caret: left of the last Arabic letter, right of the last Latin one.
func TestFieldCaret(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text string
		caret      int
		want       string // the row in ten cells, the caret's cell in brackets
	}{
		{"empty", "", 0, "         [ ]"},
		{"behind arabic", "من", 4, "       [ ]ﻦﻣ"},
		{"before arabic", "من", 0, "        ﻦ[ﻣ]"},
		{"on lam-alef", "لا", 0, "         [ﻻ]"},
		{"behind lam-alef", "لا", 4, "        [ ]ﻻ"},
		{"behind latin", "abc", 3, "      abc[ ]"},
		{"inside latin", "من ab", 6, "     a[b] ﻦﻣ"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			c := visual()
			f := field{text: tt.text, caret: tt.caret}
			f.draw(c, 10, bidi.RTL, term.Paint{On: "[", Off: "]"})
			if got := c.row(); got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestFieldPaste(t *testing.T) {
	t.Parallel()
	var f field
	f.insert("سطر\r\nثان\x1b[31m\u202e\tنهاية\x00")
	if want := "سطر ثان[31m نهاية"; f.text != want {
		t.Errorf("got %q, want %q", f.text, want)
	}
	before := f.text
	if f.insert(strings.Repeat("ا", longestField)) || f.text != before {
		t.Errorf("%d bytes were taken", len(f.text))
	}
}

// TestLongPaste holds that a paste which is not taken is said to be so, until the next key.
func TestLongPaste(t *testing.T) {
	t.Parallel()
	s := newScreen(t, openFolder(t, articles), testOptions(), 80, 12)
	s.keys("?", "/")
	s.send(tea.PasteMsg{Content: strings.Repeat("ا", longestField)})
	if !strings.Contains(s.rows()[0], s.m.words.PasteTooLong) {
		t.Errorf("the heading is %q", s.rows()[0])
	}
	s.keys("p")
	if strings.Contains(s.rows()[0], s.m.words.PasteTooLong) {
		t.Error("it is still said after a key")
	}
}

// FuzzField holds the properties of a text field: one line of valid text without controls, the caret between runes,
// and a drawing of exactly its width with the caret in it.
func FuzzField(f *testing.F) {
	f.Add("abc", "مرحبا", uint16(0x1234), uint8(10))
	f.Add("\u202eلا\u0301", "\n\t", uint16(0xffff), uint8(1))
	names := []string{"left", "right", "home", "end", "backspace", "delete", "ctrl+w", "ctrl+u"}
	f.Fuzz(func(t *testing.T, a, b string, moves uint16, w uint8) {
		var fd field
		fd.insert(a)
		for ; moves != 0; moves >>= 3 {
			fd.key(press(names[moves&7]), []bidi.Direction{bidi.RTL, bidi.LTR}[moves>>3&1])
		}
		fd.key(tea.KeyPressMsg{Text: b}, bidi.RTL)
		if !utf8.ValidString(fd.text) || strings.ContainsFunc(fd.text, unicode.IsControl) {
			t.Fatalf("text %q", fd.text)
		}
		if fd.caret < 0 || fd.caret > len(fd.text) || fd.caret < len(fd.text) && !utf8.RuneStart(fd.text[fd.caret]) {
			t.Fatalf("caret %d in %q", fd.caret, fd.text)
		}
		width := int(w%80) + 1
		c := visual()
		fd.draw(c, width, bidi.RTL, term.Paint{On: "\x1b[7m", Off: "\x1b[m"})
		if got := ansi.StringWidth(c.row()); got != width {
			t.Fatalf("%d cells of %d: %q", got, width, c.row())
		}
		if !strings.Contains(c.row(), "\x1b[7m") {
			t.Fatalf("no caret in %q (text %q, caret %d)", c.row(), fd.text, fd.caret)
		}
	})
}
