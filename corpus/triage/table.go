package triage

import "encoding/binary"

// table finds the numbers of digests. It is a third of the time of a map: digests are spread already, so that a place in it is their first
// bits, and other bits tell in the place itself whether it is worth looking at the article.
type table struct {
	slots []slot // their length is a power of two
	count int
}

// slot is a place in the table.
type slot struct {
	tag    uint32 // the last bits of the digest
	number int32  // of the article + 1, 0 where there is none
}

func tagOf(d *digest) uint32 { return binary.LittleEndian.Uint32(d[len(d)-4:]) }

// at gives the place of a digest: the one that has its number, or the empty one for it. There is at least one empty one.
func (t *table) at(d *digest, articles []article) int {
	mask := len(t.slots) - 1
	i, tag := int(binary.LittleEndian.Uint64(d[:]))&mask, tagOf(d)
	for {
		s := t.slots[i]
		if s.number == 0 || s.tag == tag && articles[s.number-1].digest == *d {
			return i
		}
		i = (i + 1) & mask
	}
}

// find gives the number of a digest, -1 where it has none.
func (t *table) find(d *digest, articles []article) int32 {
	if t.count == 0 {
		return -1
	}
	return t.slots[t.at(d, articles)].number - 1
}

// add gives a digest its number, that of the article behind all others, unless it has one. isNew reports that it had none: the caller adds the
// article.
func (t *table) add(d *digest, articles []article) (number int32, isNew bool) {
	if t.count >= len(t.slots)/4*3 {
		t.grow(articles)
	}
	i := t.at(d, articles)
	if n := t.slots[i].number; n != 0 {
		return n - 1, false
	}
	t.count++
	number = int32(len(articles))
	t.slots[i] = slot{tagOf(d), number + 1}
	return number, true
}

// grow doubles the table.
func (t *table) grow(articles []article) {
	t.slots = make([]slot, max(64, 2*len(t.slots)))
	for i := range articles {
		d := &articles[i].digest
		t.slots[t.at(d, articles)] = slot{tagOf(d), int32(i) + 1}
	}
}
