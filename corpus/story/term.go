package story

// term is a word of the title or the lead: from above, 24 bits of its hash, a bit each for what stands in the title, in the opening, for
// numbers and for what stands there more than once, and the level of its rarity.
type term uint32

const (
	termTitle   term = 1 << 7
	termOpening term = 1 << 6
	termNumber  term = 1 << 5
	termOften   term = 1 << 4
	termLevel   term = 1<<levelBits - 1
	termShift        = 8
	wordBits         = 24

	termHead = termTitle | termOpening // what tells at once what has happened
)

// Rarity is the logarithm of one in how many leads has a word. The levels are as wide as the counts of a small corpus can tell them.
const (
	lowestRarity = 2.0 // of level 1
	levelWidth   = 0.5
	common       = 0  // the level of words that say nothing, those of one lead in six, or more
	unknownLevel = 14 // rarity 8.5: once in five thousand leads, or less, is what the words are that the file does not have
	rareLevel    = 9  // rarity 6.0: in one lead of four hundred, or less
	levelBits    = 4
)

// word gives the part of a term that is that of its word.
func (t term) word() uint32 { return uint32(t >> termShift) }

// rarity gives the rarity of a term, 0 for one that says nothing.
func (t term) rarity() float64 {
	level := t & termLevel
	if level == common {
		return 0
	}
	return lowestRarity + levelWidth*float64(level-1)
}

// weight is how much a term counts for in the direction of a lead.
func (t term) weight() float64 {
	const often = 1.9 // 1 + ln 2.5
	if t&termOften != 0 {
		return t.rarity() * often
	}
	return t.rarity()
}
