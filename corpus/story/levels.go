package story

// levels is the level of words by their hashes, and above it the day of the week that a word names, from 1 on: a hash table that is half
// empty, for the words of an article are looked up by the hundred.
type levels struct {
	cells []levelCell // a power of two
	taken int
}

// levelCell is a place of the table; the hash 0 is that of no word.
type levelCell struct {
	hash  uint64
	level uint8
}

const firstLevels = 1 << 16

func newLevels() levels { return levels{cells: make([]levelCell, firstLevels)} }

// set enters a word.
func (l *levels) set(hash uint64, level uint8) {
	if 2*l.taken >= len(l.cells) {
		old := l.cells
		l.cells, l.taken = make([]levelCell, 2*len(old)), 0
		for _, c := range old {
			if c.hash != 0 {
				l.set(c.hash, c.level)
			}
		}
	}
	i := l.place(hash)
	if l.cells[i].hash == 0 {
		l.taken++
	}
	l.cells[i] = levelCell{hash, level}
}

// get gives the level of a word, and false for one that is not known: it is as rare as can be.
func (l *levels) get(hash uint64) (level uint8, ok bool) {
	if c := &l.cells[l.place(hash)]; c.hash != 0 {
		return c.level, true
	}
	return unknownLevel, false
}

func (l *levels) has(hash uint64) bool { return l.cells[l.place(hash)].hash != 0 }

// place gives where a word is, or would be.
func (l *levels) place(hash uint64) uint64 {
	mask := uint64(len(l.cells) - 1)
	i := hash & mask
	for l.cells[i].hash != 0 && l.cells[i].hash != hash {
		i = (i + 1) & mask
	}
	return i
}
