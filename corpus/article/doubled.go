package article

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Text is doubly encoded when a program took the bytes of UTF-8 for a single-byte charset and wrote each as a character of UTF-8
// again: "قال" became "Ù‚Ø§Ù„" where it took them for windows-1252, and "ظ‚ط§ظ„" for windows-1256. The way back is
// certain where every character of a word is a byte of that charset and the bytes are Arabic in UTF-8: a word that is meant as it
// stands is never that by chance.

// doubledCharsets are the charsets that UTF-8 is mistaken for: the default one of Western systems, and of Arabic Windows.
var doubledCharsets = [...]string{charsetWindows1252, charsetWindows1256}

// certainLetters is how many Arabic letters must come out before a text counts as doubly encoded.
const certainLetters = 3

// maxDoubled is how often a text may have been encoded too often.
const maxDoubled = 3

// doubling is what was found and undone in a text.
type doubling struct {
	charset string
	times   int  // how often it was undone, 0 for a text that is as it should be
	lines   int  // in how many lines
	partly  bool // other lines were as they should be
	lost    int  // letters of which one byte was lost on the way, now U+FFFD
}

// undouble repairs the words of a text that are doubly encoded. A text that was encoded more often is Arabic only after the last step;
// where none of the steps comes to Arabic the text is left as it is.
func undouble(text string) (string, doubling) {
	var found, step doubling
	result := text
	for step.times < maxDoubled {
		u, charset := undoOnce(text)
		if u == nil {
			break
		}
		if step.times++; step.times == 1 {
			step = doubling{charset: charset, times: 1, lines: u.lines, partly: u.left*10 > u.lines}
		}
		step.lost += u.lost
		text = string(u.text)
		if u.letters >= certainLetters {
			result, found = text, step
		}
	}
	return result, found
}

// undoOnce undoes one encoding, by the first charset by which enough characters come out; nil where there is none.
func undoOnce(text string) (*undoubler, string) {
	for _, charset := range doubledCharsets {
		if !looksDoubled(text, charset) {
			continue
		}
		u := undoubler{page: reverse(charset)}
		u.repair(text)
		if u.good < certainLetters {
			continue
		}
		if charset == charsetWindows1252 && u.controls > 0 && u.signs == 0 {
			charset = charsetLatin1
		}
		return &u, charset
	}
	return nil, ""
}

// encoding names how the text was stored.
func (d doubling) encoding(charset string) string {
	if d.times == 0 {
		return charset
	}
	often := [...]string{"double", "triple", "quadruple"}[d.times-1]
	if d.partly {
		often = "partly " + often
	}
	return fmt.Sprintf("%s (%s-encoded as %s)", charset, often, d.charset)
}

// warnings says what was repaired.
func (d doubling) warnings() []string {
	if d.times == 0 {
		return nil
	}
	what := "The text"
	if d.partly {
		what = count(d.lines, "line", "lines")
	}
	verb := " was"
	if d.partly && d.lines > 1 {
		verb = " were"
	}
	all := []string{fmt.Sprintf("%s%s stored as UTF-8 that had been taken for %s, and has been repaired.", what, verb, d.charset)}
	if d.partly && d.lines > 1 {
		all[0] = strings.Replace(all[0], "has been", "have been", 1)
	}
	if d.lost > 0 {
		all = append(all, count(d.lost, "letter", "letters")+" had been lost in it, shown as \ufffd.")
	}
	return all
}

// looksDoubled tells at the speed of a search for one byte whether a text may be doubly encoded.
func looksDoubled(text, charset string) bool {
	find, hit := byte(0xc3), westernSign
	if charset == charsetWindows1256 {
		find, hit = 0xb8, arabicSign
	}
	for at := 0; ; at++ {
		n := strings.IndexByte(text[at:], find)
		if n < 0 {
			return false
		}
		if at += n; hit(text, at) {
			return true
		}
	}
}

// westernSign reports whether Ø or Ù, which stand for the first bytes of the Arabic letters, begins at a place and no ASCII follows. In
// text that was encoded three times Ã stands before them.
func westernSign(text string, at int) bool {
	return at+2 < len(text) && (text[at+1] == 0x98 || text[at+1] == 0x99 || text[at+1] == 0x83) && text[at+2] >= 0xc2
}

// arabicSign reports whether ظ, which stands for the first byte of half the letters, ends at a place, and a sign follows that no word has
// behind a letter. In text that was encoded three times it is ط with a cedilla.
func arabicSign(text string, at int) bool {
	if at == 0 {
		return false
	}
	if text[at-1] == 0xc2 {
		return strings.HasSuffix(text[:at-1], "ط")
	}
	if text[at-1] != 0xd8 {
		return false
	}
	switch r, _ := utf8.DecodeRuneInString(text[at+1:]); r {
	case '‚', 'ƒ', '„', '†', '‡', 'ˆ', '‰', 'ٹ':
		return true
	}
	return false
}

// reversePage holds the byte of each character of a charset from 0x80 on, 0 for the characters that it has not.
type reversePage ['™' + 1]byte // the last character of windows-1252 and windows-1256

// reverse gives the reverse page of a charset. windows-1252 leaves five codes open, which programs write as the C1 controls of the same
// number; a Latin 1 text has all of them.
func reverse(charset string) *reversePage {
	var page reversePage
	if charset == charsetWindows1252 {
		for c := 0x80; c < 0xa0; c++ {
			page[c] = byte(c)
		}
	}
	for i, r := range codePageOf(charset) {
		if r != utf8.RuneError {
			page[r] = byte(i + 0x80)
		}
	}
	return &page
}

// undoubler undoes one encoding.
type undoubler struct {
	page  *reversePage
	text  []byte // what is repaired so far
	bytes []byte // of the run at hand
	runes []rune // of the run at hand, one for each byte

	good            int // characters that came out
	letters         int // of which are Arabic letters
	lost            int // of which one byte was lost
	controls, signs int // C1 controls that were used, and signs that windows-1252 has in their place

	lines, left int  // lines that were repaired, and lines that are meant as they stand
	repaired    bool // something in the line at hand was
	kept        bool // something in it was not
}

// repair goes through the runs of characters beyond ASCII; ASCII is itself in every encoding.
func (u *undoubler) repair(text string) {
	u.text = make([]byte, 0, len(text))
	for at := 0; at < len(text); {
		if c := text[at]; c < utf8.RuneSelf {
			if c == '\n' {
				u.endLine()
			}
			u.text = append(u.text, c)
			at++
			continue
		}
		end := u.run(text, at)
		if end > at && u.decode(end == len(text)) {
			u.repaired = true
		} else {
			if end == at {
				_, n := utf8.DecodeRuneInString(text[at:])
				end += n
			}
			u.kept = true
			u.text = append(u.text, text[at:end]...)
		}
		at = end
	}
	u.endLine()
}

func (u *undoubler) endLine() {
	switch {
	case u.repaired:
		u.lines++
	case u.kept:
		u.left++
	}
	u.repaired, u.kept = false, false
}

// run takes the run of characters at a place that are bytes of the charset, and gives its end.
func (u *undoubler) run(text string, at int) (end int) {
	u.bytes, u.runes = u.bytes[:0], u.runes[:0]
	for end = at; end < len(text) && text[end] >= utf8.RuneSelf; {
		r, n := utf8.DecodeRuneInString(text[end:])
		var c byte
		switch {
		case int(r) < len(u.page):
			c = u.page[r]
		case r == utf8.RuneError && len(u.bytes) > 0:
			c = 0xff // a byte that was lost on the way
		}
		if c == 0 {
			break
		}
		u.bytes, u.runes = append(u.bytes, c), append(u.runes, r)
		end += n
	}
	return end
}

// decode appends what the bytes of the run are in UTF-8; false says that the run is meant as it stands, and nothing was appended. A
// few signs among the letters that were never doubled stay.
func (u *undoubler) decode(atEnd bool) bool {
	start, lost, bad, good, letters := len(u.text), 0, 0, 0, 0
	for i := 0; i < len(u.bytes); {
		r, n := utf8.DecodeRune(u.bytes[i:])
		switch {
		case r != utf8.RuneError && plausible(r):
			good++
			if r >= 0x600 && r < 0x700 {
				letters++
			}
		case i+1 < len(u.bytes) && u.bytes[i] >= 0xd8 && u.bytes[i] <= 0xdb && u.runes[i+1] == utf8.RuneError:
			r, n = utf8.RuneError, 2
			lost++
		case atEnd && !utf8.FullRune(u.bytes[i:]): // the file was cut within the letter
			r, n = utf8.RuneError, len(u.bytes)-i
			lost++
		default:
			r, n = u.runes[i], 1
			bad++
		}
		u.text = utf8.AppendRune(u.text, r)
		i += n
	}
	if bad*2 > good || good == 0 {
		u.text = u.text[:start]
		return false
	}
	for i, c := range u.bytes {
		switch {
		case c < 0x80 || c >= 0xa0:
		case u.runes[i] == rune(c):
			u.controls++
		default:
			u.signs++
		}
	}
	u.lost += lost
	u.good += good
	u.letters += letters
	return true
}

// plausible reports whether a character that comes out is one of Arabic news, or of a further encoding of it.
func plausible(r rune) bool {
	return r < 0x300 || r >= 0x600 && r < 0x700 || r >= 0x2000 && r < 0x2200 || r >= 0xfb50 && r <= 0xfeff
}
