package arabic

import (
	"iter"
	"unicode"
	"unicode/utf8"
)

//go:generate go run gen_letters.go

// TokenKind is the kind of a token.
type TokenKind uint8

const (
	Word    TokenKind = iota // letters of one script, with the marks, tatweel and bidi controls inside them
	Number                   // digits of any form, with separators between them: 1,200 4.4 1ر83 ٢٠٢٦
	Acronym                  // single letters with stops or spaces between them: إ.ب.أ, أ .ف .ب, د ب أ
	Mark                     // anything else that is not white space: one character, or one repeated ("...", "//")
)

// Token is a word, number, acronym or mark of a text.
type Token struct {
	Start, End int // bytes
	Kind       TokenKind
}

// Tokens gives the tokens of a text in order. Every character that is not white space, a control or a lone invisible one is
// in exactly one token. A stop behind an acronym or abbreviation is a mark of its own.
func Tokens(text string) iter.Seq[Token] {
	return func(yield func(Token) bool) {
		for i := 0; i < len(text); {
			t, ok := nextToken(text, i)
			if !ok || !yield(t) {
				return
			}
			i = t.End
		}
	}
}

// AppendTokens appends the tokens of a text to dst, their offsets counted from base.
func AppendTokens(dst []Token, text string, base int) []Token {
	for i := 0; i < len(text); {
		t, ok := nextToken(text, i)
		if !ok {
			break
		}
		i = t.End
		dst = append(dst, Token{t.Start + base, t.End + base, t.Kind})
	}
	return dst
}

// class is how a character stands in a token. The generator of letters_table.go knows these numbers.
type class uint8

const (
	space   class = iota // white space and control characters
	mark                 // punctuation and symbols
	letter               // of the Arabic script
	foreign              // a letter of another script
	tatweel              // ـ, part of a word, but no letter
	vowel                // a combining mark: it belongs to the letter before it
	control              // an invisible format character (bidi marks, joiners): in a word only between its letters
	digit
)

// classAt gives the class and length in bytes of the character at i.
func classAt(text string, i int) (class, int) {
	c := text[i]
	if c < utf8.RuneSelf {
		return classOf[c], 1
	}
	if c >= 0xC2 && c < 0xDC && i+1 < len(text) && text[i+1]&0xC0 == 0x80 { // U+0080 to U+06FF
		return classOf[rune(c&0x1F)<<6|rune(text[i+1]&0x3F)], 2
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	return rareClass(r), n
}

// rareClass is the class of a character behind the table.
func rareClass(r rune) class {
	switch {
	case unicode.Is(unicode.Mn, r):
		return vowel
	case unicode.Is(unicode.Cf, r):
		return control
	case unicode.IsDigit(r):
		return digit
	case unicode.IsLetter(r):
		if unicode.Is(unicode.Arabic, r) {
			return letter
		}
		return foreign
	case unicode.IsSpace(r) || unicode.IsControl(r):
		return space
	}
	return mark
}

// nextToken gives the first token at or behind i.
func nextToken(text string, i int) (Token, bool) {
	for i < len(text) {
		c, n := classAt(text, i)
		switch c {
		case space, control:
			i += n
			continue
		case letter, tatweel:
			return arabicToken(text, i), true
		case foreign:
			return Token{i, foreignEnd(text, i+n), Word}, true
		case digit:
			return Token{i, numberEnd(text, i+n), Number}, true
		case mark, vowel:
		}
		return Token{i, markEnd(text, i, n), Mark}, true
	}
	return Token{}, false
}

// arabicToken gives the word or acronym that begins at start, or the rule that a row of tatweels makes.
func arabicToken(text string, start int) Token {
	letters, end := plainLetters(text, start)
	for i := end; ; i = end {
		c, n := space, 0
		for j := i; j < len(text); j += n { // over invisible characters, which count only if letters follow
			if c, n = classAt(text, j); c != control {
				i = j
				break
			}
		}
		switch {
		case c == letter:
			letters++
		case c == vowel, c == tatweel:
		case letters == 0:
			return Token{start, end, Mark}
		case letters == 1:
			if e := acronymEnd(text, end); e > end {
				return Token{start, e, Acronym}
			}
			return Token{start, end, Word}
		default:
			return Token{start, end, Word}
		}
		end = i + n
	}
}

// plainLetters counts the letters in a row from start on, and gives where the row ends: most words are nothing else.
func plainLetters(text string, start int) (letters, end int) {
	for end = start; end+1 < len(text); end += 2 {
		c, d := text[end], text[end+1]
		if c < 0xD8 || c >= 0xDC || d&0xC0 != 0x80 || classOf[rune(c&0x1F)<<6|rune(d&0x3F)] != letter { // U+0600 to U+06FF
			break
		}
		letters++
	}
	return letters, end
}

// foreignEnd gives the end of a word of another script that goes on at i: its letters, digits and marks, and the marks that
// hold addresses and names together (example.com, AFP-JIJI, l'Orient, AT&T) where letters or digits follow.
func foreignEnd(text string, i int) int {
	for end := i; ; end = i {
		if i >= len(text) {
			return end
		}
		c, n := classAt(text, i)
		if c == mark && glues(text[i]) || c == control {
			m := 0
			if i += n; i < len(text) {
				c, m = classAt(text, i)
			}
			n = m
		}
		if n == 0 || c != foreign && c != digit && c != vowel {
			return end
		}
		i += n
	}
}

func glues(c byte) bool {
	switch c {
	case '.', '-', '\'', '&', '@', '_':
		return true
	}
	return false
}

// numberEnd gives the end of a number that goes on at i. Newspapers also write the letter reh for the decimal point.
func numberEnd(text string, i int) int {
	for end := i; ; end = i {
		if i >= len(text) {
			return end
		}
		c, n := classAt(text, i)
		if c != digit {
			if !separates(text, i) || i+n >= len(text) {
				return end
			}
			i += n
			if c, n = classAt(text, i); c != digit {
				return end
			}
		}
		i += n
	}
}

// separates reports whether the character at i may stand inside a number: . , ٫ ٬ ر.
func separates(text string, i int) bool {
	switch c := text[i]; c {
	case '.', ',':
		return true
	case 0xD9, 0xD8:
		if i+1 >= len(text) {
			return false
		}
		next := text[i+1]
		return c == 0xD9 && (next == 0xAB || next == 0xAC) || c == 0xD8 && next == 0xB1
	}
	return false
}

// markEnd gives the end of the mark of n bytes at i, which may be repeated.
func markEnd(text string, i, n int) int {
	end := i + n
	for end+n <= len(text) && text[end:end+n] == text[i:i+n] {
		end += n
	}
	return end
}
