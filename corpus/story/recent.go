package story

const (
	// recentNodes is of how many nodes the shingles are remembered. Of 89,000 that are asked for over 100,000 articles every sixth is another one,
	// and of the others nearly all were asked for within so many.
	recentNodes = 1 << 10
	// mostRecent is the length of the longest list that is remembered: longer than all but a few articles, and 8 MB where every text is as long.
	mostRecent = 1 << 11
)

// recent remembers the shingles of the nodes that were compared last: texts that are alike come on the same days, and each is compared with all
// that came before it.
type recent []recentShingles

// recentShingles is the shingles of the texts that have a hash.
type recentShingles struct {
	hash     uint64
	shingles []uint32
	known    bool
}

// of gives the shingles of the texts with a hash, valid until the next is put. ok is false where they are not remembered.
func (r *recent) of(hash uint64) (shingles []uint32, ok bool) {
	if *r == nil {
		return nil, false
	}
	if s := &(*r)[hash%recentNodes]; s.known && s.hash == hash {
		return s.shingles, true
	}
	return nil, false
}

// put remembers shingles in the place of others.
func (r *recent) put(hash uint64, shingles []uint32) {
	if len(shingles) > mostRecent {
		return
	}
	if *r == nil {
		*r = make(recent, recentNodes)
	}
	s := &(*r)[hash%recentNodes]
	s.hash, s.shingles, s.known = hash, append(s.shingles[:0], shingles...), true
}
