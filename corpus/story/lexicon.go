package story

// lexicon is what is known of words, by their hashes: a hash table that is half empty, for the words of an article are looked up by the
// hundred.
type lexicon struct {
	cells []lexiconCell // a power of two
	taken int
}

// lexiconCell is a place of the table; the hash 0 is that of no word.
type lexiconCell struct {
	hash  uint64
	entry entry
}

const firstCells = 1 << 16

func newLexicon() lexicon { return lexicon{cells: make([]lexiconCell, firstCells)} }

// set enters a word.
func (l *lexicon) set(hash uint64, e entry) {
	if 2*l.taken >= len(l.cells) {
		old := l.cells
		l.cells, l.taken = make([]lexiconCell, 2*len(old)), 0
		for _, c := range old {
			if c.hash != 0 {
				l.set(c.hash, c.entry)
			}
		}
	}
	i := l.place(hash)
	if l.cells[i].hash == 0 {
		l.taken++
	}
	l.cells[i] = lexiconCell{hash, e}
}

// get gives what is known of a word.
func (l *lexicon) get(hash uint64) (e entry, ok bool) {
	c := &l.cells[l.place(hash)]
	return c.entry, c.hash != 0
}

func (l *lexicon) has(hash uint64) bool { return l.cells[l.place(hash)].hash != 0 }

// place gives where a word is, or would be.
func (l *lexicon) place(hash uint64) uint64 {
	mask := uint64(len(l.cells) - 1)
	i := hash & mask
	for l.cells[i].hash != 0 && l.cells[i].hash != hash {
		i = (i + 1) & mask
	}
	return i
}
