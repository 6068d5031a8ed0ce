package triage

import "encoding/binary"

// table finds the numbers of digests. It is a third of the time of a map: digests are spread already and stand in the articles, so that a place
// in it is their first bits, and it holds no more than the number.
type table struct {
	slots []int32 // number + 1, 0 where there is none; their length is a power of two
	count int
}

// at gives the slot of a digest: the one that has its number, or the empty one for it. There is at least one empty one.
func (t *table) at(d digest, articles []article) int {
	mask := len(t.slots) - 1
	i := int(binary.LittleEndian.Uint64(d[:])) & mask
	for t.slots[i] != 0 && articles[t.slots[i]-1].digest != d {
		i = (i + 1) & mask
	}
	return i
}

// find gives the number of a digest.
func (t *table) find(d digest, articles []article) (int32, bool) {
	if t.count == 0 {
		return 0, false
	}
	n := t.slots[t.at(d, articles)]
	return n - 1, n != 0
}

// add gives a digest its number, that of the article behind all others, unless it has one. new reports that it had none, and the caller adds the
// article.
func (t *table) add(d digest, articles []article) (number int32, isNew bool) {
	if t.count >= len(t.slots)/4*3 {
		t.grow(articles)
	}
	i := t.at(d, articles)
	if n := t.slots[i]; n != 0 {
		return n - 1, false
	}
	t.count++
	t.slots[i] = int32(len(articles)) + 1
	return int32(len(articles)), true
}

// grow doubles the table.
func (t *table) grow(articles []article) {
	t.slots = make([]int32, max(64, 2*len(t.slots)))
	for i := range articles {
		t.slots[t.at(articles[i].digest, articles)] = int32(i) + 1
	}
}
