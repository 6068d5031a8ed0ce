package entity

import "bytes"

// interner numbers texts from 0. It keeps them one behind the other, without a pointer for each, and never changes what it holds,
// so that a copy of it, with slots of its own, can be read while texts are added.
type interner struct {
	arena []byte
	ends  []uint32
	slots []uint32 // a number and one; 0 for none; its length is a power of two
}

// id gives the number of a text, and whether it is new.
func (t *interner) id(text []byte) (id uint32, added bool) {
	if 4*len(t.ends) >= 3*len(t.slots) {
		t.grow()
	}
	at := t.slot(text)
	if t.slots[at] != 0 {
		return t.slots[at] - 1, false
	}
	id = uint32(len(t.ends))
	t.arena = append(t.arena, text...)
	t.ends = append(t.ends, uint32(len(t.arena)))
	t.slots[at] = id + 1
	return id, true
}

// find gives the number of a text that was added.
func (t *interner) find(text []byte) (uint32, bool) {
	if len(t.slots) == 0 {
		return 0, false
	}
	at := t.slots[t.slot(text)]
	return at - 1, at != 0
}

// slot gives the place of a text, or the free one that it would take.
func (t *interner) slot(text []byte) int {
	mask := len(t.slots) - 1
	for at := int(hashBytes(0, text)) & mask; ; at = (at + 1) & mask {
		if id := t.slots[at]; id == 0 || bytes.Equal(t.text(id-1), text) {
			return at
		}
	}
}

func (t *interner) grow() {
	t.slots = make([]uint32, max(64, 2*len(t.slots)))
	for id := range t.ends {
		t.slots[t.slot(t.text(uint32(id)))] = uint32(id) + 1
	}
}

// text gives a text by its number; it must not be changed.
func (t *interner) text(id uint32) []byte {
	first := uint32(0)
	if id > 0 {
		first = t.ends[id-1]
	}
	return t.arena[first:t.ends[id]]
}

func (t *interner) len() int { return len(t.ends) }
