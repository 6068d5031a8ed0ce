package search

// clitics says which of the one-letter clitics may stand before a term, a bit for each.
type clitics uint8

const (
	withWaw clitics = 1 << iota
	withFeh
	withBeh
	withLam
	withKaf
	withSeen
	surestClitics = withWaw | withBeh | withLam // where nothing is known of the words: ف ك س are more often part of one (فيصل, كبير, سيول)
)

// cliticsOf gives the clitics of a word: those that make a rarer word of it. Where the longer word is as common, the letter is its own: بيان is
// not ب and يان. lex may be nil.
func cliticsOf(word []byte, lex Lexicon) clitics {
	if lex == nil || len(word) < insideLen {
		return surestClitics
	}
	known := lex.Known(word)
	if known == 0 { // still being typed, or not there
		return surestClitics
	}
	var c clitics
	for i, letter := range [...]byte{waw, feh, beh, lam, kaf, seen} {
		if lex.Known(append([]byte{letter}, word...)) < known {
			c |= 1 << i
		}
	}
	return c
}

// conjunction reports whether a letter is و or ف.
func conjunction(c byte) bool { return c == waw || c == feh }

// endsClitic reports whether a clitic ends with a letter.
func endsClitic(c byte) bool {
	const ends = 1<<lam | 1<<waw | 1<<feh | 1<<beh | 1<<kaf | 1<<seen
	return c < 64 && uint64(ends)>>c&1 != 0
}

// before reports whether nothing but clitics stands between the beginning of a word and start: و ف, ب ل ك س, the article, which is لل with
// ل. Of the single letters those of c count before a whole word, and the surest before one that only begins so.
func (c clitics) before(name []byte, start int, whole bool) bool {
	if !endsClitic(name[start-1]) {
		return false
	}
	begin := start
	for begin > 1 && name[begin-1] != ' ' {
		if begin--; start-begin > len("wbal") {
			return false
		}
	}
	if !whole {
		c &= surestClitics
	}
	p := name[begin:start]
	if n := len(p); n >= 2 && p[n-1] == lam { // an article
		switch p[n-2] {
		case lam:
			return n == 2 || n == 3 && conjunction(p[0])
		case alef:
			p = p[:n-2]
			c = withWaw | withFeh | withBeh | withKaf
		}
	}
	if len(p) > 0 && (p[0] == waw && c&withWaw != 0 || p[0] == feh && c&withFeh != 0) {
		p = p[1:]
	}
	return len(p) == 0 || len(p) == 1 && c.has(p[0])
}

// has reports whether a preposition, or the س of the future, is among the clitics.
func (c clitics) has(letter byte) bool {
	switch letter {
	case beh:
		return c&withBeh != 0
	case lam:
		return c&withLam != 0
	case kaf:
		return c&withKaf != 0
	case seen:
		return c&withSeen != 0
	}
	return false
}

// stemClitics is what surestClitics has before a stem, which may be nothing.
var stemClitics = [...][]byte{
	{},
	{waw},
	{beh},
	{lam},
	{waw, beh},
	{waw, lam},
	{alef, lam},
	{waw, alef, lam},
	{feh, alef, lam},
	{beh, alef, lam},
	{kaf, alef, lam},
	{waw, beh, alef, lam},
	{waw, kaf, alef, lam},
	{feh, beh, alef, lam},
	{feh, kaf, alef, lam},
	{lam, lam},
	{waw, lam, lam},
	{feh, lam, lam},
}
