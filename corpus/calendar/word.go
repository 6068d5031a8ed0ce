package calendar

// word is a word of the text, as the table of words knows it.
type word struct {
	kind   kind
	value  int
	begin  int  // where it begins with its clitics
	start  int  // where it begins without them: at the second ل of "لل", which stands for the article
	end    int  // where it ends
	clitic byte // code of the last clitic that was taken off, 0 for none
	waw    bool // و or ف was taken off
}

// is reports whether the word is of the kind, with the value.
func (w word) is(k kind, value int) bool { return w.kind == k && w.value == value }

// wordAt reads the word at i; its end is i where no letter begins there. Words that are not in the table are of kind none.
func wordAt(text string, i int) word {
	p, end := packAt(text, i)
	w := word{begin: i, start: i, end: end}
	if p.letters == 0 || p.letters > maxLetters {
		return w
	}
	if e := lookup(p.key); e != nil {
		w.kind, w.value = e.kind, int(e.value)
		return w
	}
	if p.key&latin != 0 {
		return w
	}
	if c := p.first(); c == letterWaw || c == letterFeh {
		p.drop()
		w.waw = true
		if e := lookup(p.key); e != nil && p.letters > 0 {
			w.kind, w.value, w.start, w.clitic = e.kind, int(e.value), p.at[0], c
			return w
		}
	}
	return withoutPreposition(w, p)
}

// withoutPreposition looks for the word behind a ب, ل or ك that is written together with it.
func withoutPreposition(w word, p packed) word {
	c := p.first()
	if c != letterBeh && c != letterLam && c != letterKaf {
		return w
	}
	p.drop()
	if c == letterLam && p.first() == letterLam {
		p.key = p.key<<bitsOfLetter | letterAlef // "لل" is ل and the article, whose ا is not written
	}
	e := lookup(p.key)
	if e == nil || p.letters == 0 || c == letterLam && e.kind == yesterday && e.value == 0 {
		return w // لامس is "touched"
	}
	w.kind, w.value, w.start, w.clitic = e.kind, int(e.value), p.at[0], c
	return w
}

// packed is a word as the table of words writes it: its letters folded, the first in the lowest bits.
type packed struct {
	key     uint64
	letters int
	at      [4]int // where its first letters begin
}

// first gives the code of the first letter.
func (p *packed) first() byte { return byte(p.key & (1<<bitsOfLetter - 1)) }

// drop takes the first letter off.
func (p *packed) drop() {
	p.key >>= bitsOfLetter
	p.letters--
	copy(p.at[:], p.at[1:])
}

// packAt packs the word at i, Arabic or of Latin letters, and gives its end. The key of a word with more than maxLetters letters is of
// no use.
func packAt(text string, i int) (p packed, end int) {
	if i < len(text) && isLatin(text[i]) {
		return packLatin(text, i)
	}
	for i+1 < len(text) && text[i]&^3 == 0xd8 && text[i+1]&0xc0 == 0x80 { // U+0600 to U+06FF
		code := letterOf[text[i]&3<<6|text[i+1]&0x3f]
		if code == 0 {
			break
		}
		if code != dropped {
			if p.letters < len(p.at) {
				p.at[p.letters] = i
			}
			if p.letters < maxLetters {
				p.key |= uint64(code) << (bitsOfLetter * p.letters)
			}
			p.letters++
		}
		i += 2
	}
	return p, i
}

// packLatin packs a word of Latin letters.
func packLatin(text string, i int) (p packed, end int) {
	p.key = latin
	for ; i < len(text) && isLatin(text[i]); i++ {
		if p.letters < maxLetters {
			p.key |= uint64(text[i]|0x20-'a'+1) << (bitsOfLetter * p.letters)
		}
		p.letters++
	}
	return p, i
}

func isLatin(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// lookup finds the entry of a packed word, nil if it is not in the table.
func lookup(key uint64) *entry {
	for at := key * multiplier >> (64 - slotBits); ; at = (at + 1) % (1 << slotBits) {
		switch words[at].key {
		case key:
			return &words[at]
		case 0:
			return nil
		}
	}
}
