package calendar

// word is a word of the text, as the table of words knows it.
type word struct {
	kind   kind
	value  int
	begin  int  // where it begins with its clitics
	start  int  // where it begins without them: at the second ل of "لل", which stands for the article
	end    int  // where it ends
	clitic byte // code of the last clitic that was taken off, 0 for none
	waw    bool // و or ف stands before it
}

// is reports whether the word is of the kind, with the value.
func (w word) is(k kind, value int) bool { return w.kind == k && w.value == value }

// wordAt reads the word at i; its end is i where no letter begins there. Words that are not in the table are of kind none.
func wordAt(text string, i int) word {
	key, letters, end := pack(text, i)
	return known(text, i, key, letters, end)
}

// known looks the packed word up that stands from i to end, with its clitics and without them.
func known(text string, i int, key uint64, letters, end int) word {
	w := word{begin: i, start: i, end: end}
	if letters == 0 || letters > maxLetters {
		return w
	}
	if e := lookup(key); e != nil {
		w.kind, w.value = e.kind, int(e.value)
		return w
	}
	first := byte(key & letterMask)
	if 1<<first&clitics == 0 || key&latin != 0 {
		return w
	}
	off := 0
	if first == letterWaw || first == letterFeh {
		key >>= bitsOfLetter
		off++
		w.waw = true
		if e := lookup(key); e != nil && letters > off {
			return w.behind(text, off, first, e)
		}
		first = byte(key & letterMask)
	}
	if 1<<first&prepositions == 0 {
		return w
	}
	key >>= bitsOfLetter
	off++
	if first == letterLam && key&letterMask == letterLam {
		key = key<<bitsOfLetter | letterAlef // "لل" is ل and the article, whose ا is not written
	}
	e := lookup(key)
	if e == nil || letters <= off || first == letterLam && e.kind == yesterday && e.value == 0 {
		return w // لامس is "touched"
	}
	return w.behind(text, off, first, e)
}

const (
	letterMask   = 1<<bitsOfLetter - 1
	prepositions = 1<<letterBeh | 1<<letterLam | 1<<letterKaf
	clitics      = prepositions | 1<<letterWaw | 1<<letterFeh
)

// maybe reports whether a packed word may be in the table, with its clitics or without them. It is true of few others.
func maybe(key uint64) bool {
	if filtered(key) {
		return true
	}
	first := key & letterMask
	if 1<<first&clitics == 0 {
		return false
	}
	if first == letterWaw || first == letterFeh {
		if key >>= bitsOfLetter; filtered(key) {
			return true
		}
		first = key & letterMask
	}
	if 1<<first&prepositions == 0 {
		return false
	}
	key >>= bitsOfLetter
	if first == letterLam && key&letterMask == letterLam {
		key = key<<bitsOfLetter | letterAlef
	}
	return filtered(key)
}

// filtered reports whether a key passes the filter.
func filtered(key uint64) bool {
	bit := key * multiplier >> (64 - filterBits)
	return filter[bit/64]>>(bit%64)&1 != 0
}

// behind gives the word that stands behind some letters of clitics, the last of which is given.
func (w word) behind(text string, letters int, clitic byte, e *entry) word {
	w.kind, w.value, w.clitic = e.kind, int(e.value), clitic
	for i := w.begin; ; i += 2 {
		if code := letterOf[text[i]&3<<6|text[i+1]&0x3f]; code == dropped {
			continue
		}
		if letters == 0 {
			w.start = i
			return w
		}
		letters--
	}
}

// pack writes the word at i as the table of words does: the codes of its letters, the first in the lowest bits. The key of a word with
// more than maxLetters letters is of no use.
func pack(text string, i int) (key uint64, letters, end int) {
	if i < len(text) && isLatin(text[i]) {
		return packLatin(text, i)
	}
	shift := 0
	for i+1 < len(text) && text[i]&^3 == 0xd8 && text[i+1]&0xc0 == 0x80 { // U+0600 to U+06FF
		code := letterOf[text[i]&3<<6|text[i+1]&0x3f]
		if code == 0 {
			break
		}
		if code != dropped {
			key |= uint64(code) << (shift & 63)
			shift += bitsOfLetter
			letters++
		}
		i += 2
	}
	return key, letters, i
}

// packLatin packs a word of Latin letters.
func packLatin(text string, i int) (key uint64, letters, end int) {
	key = latin
	for ; i < len(text) && isLatin(text[i]); i++ {
		if letters < maxLetters {
			key |= uint64(text[i]|0x20-'a'+1) << (bitsOfLetter * letters)
		}
		letters++
	}
	return key, letters, i
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
