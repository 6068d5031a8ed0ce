package search

import (
	"bytes"
	"math"
)

// queue gives the words of several parts in their order, those that are equal in that of the parts. It is a tree of losers (Knuth, The Art of
// Computer Programming 3, 5.4.1): each word is compared once at each level.
type queue struct {
	parts   []part
	cursors []cursor
	losers  []int32 // cursors: the one that comes first of all, and at each node of the tree the one that did not come further
}

// cursor is a place in the words of a part. It has no pointers: else the collector would be told of each step.
type cursor struct {
	head       uint64 // the first eight bytes of the word, which mostly decide; lastHead behind the last one
	part       int
	at, behind int
}

const lastHead = math.MaxUint64

// newQueue makes a queue of cursors, each before a word.
func newQueue(parts []part, cursors []cursor) *queue {
	q := &queue{parts: parts, cursors: cursors, losers: make([]int32, len(cursors))}
	for i := range cursors {
		q.load(&cursors[i])
	}
	if len(cursors) > 0 {
		q.losers[0] = q.play(1)
	}
	return q
}

// play fills the tree from a node on, and gives the cursor that comes first there. The nodes from len(cursors) on are the cursors themselves.
func (q *queue) play(node int) int32 {
	if node >= len(q.cursors) {
		return int32(node - len(q.cursors))
	}
	first, second := q.play(2*node), q.play(2*node+1)
	if q.before(second, first) {
		first, second = second, first
	}
	q.losers[node] = second
	return first
}

// empty reports whether no word is left.
func (q *queue) empty() bool {
	return len(q.cursors) == 0 || q.cursors[q.losers[0]].ended()
}

// first gives the part of the first word, and its number there.
func (q *queue) first() (part, word int) {
	c := &q.cursors[q.losers[0]]
	return c.part, c.at
}

// word gives the first word.
func (q *queue) word() []byte { return q.wordOf(&q.cursors[q.losers[0]]) }

// next steps to the next word, and reports whether it is the same as the one before.
func (q *queue) next(word []byte) (same bool) {
	first := q.losers[0]
	c := &q.cursors[first]
	head := c.head
	c.at++
	q.load(c)
	for node := (int(first) + len(q.cursors)) / 2; node > 0; node /= 2 {
		if other := q.losers[node]; q.before(other, first) {
			q.losers[node], first = first, other
		}
	}
	q.losers[0] = first
	c = &q.cursors[first]
	return c.head == head && !c.ended() && bytes.Equal(q.wordOf(c), word)
}

// load reads the word at a cursor.
func (q *queue) load(c *cursor) {
	c.head = lastHead
	if !c.ended() {
		c.head = q.parts[c.part].head(c.at)
	}
}

func (c *cursor) ended() bool { return c.at >= c.behind }

func (q *queue) wordOf(c *cursor) []byte { return q.parts[c.part].word(c.at) }

// before reports whether a cursor comes before another.
func (q *queue) before(a, b int32) bool {
	c, d := &q.cursors[a], &q.cursors[b]
	if c.head != d.head {
		return c.head < d.head
	}
	return q.beforeAlike(c, d)
}

// beforeAlike is before for two words that begin alike: a head that ends with a zero is the whole word, in which there is none.
func (q *queue) beforeAlike(c, d *cursor) bool {
	if byte(c.head) != 0 {
		if c.ended() || d.ended() {
			return !c.ended()
		}
		if order := bytes.Compare(q.wordOf(c), q.wordOf(d)); order != 0 {
			return order < 0
		}
	}
	return c.part < d.part
}
