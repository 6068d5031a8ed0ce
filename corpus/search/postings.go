package search

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// A list is where one spelling of a word stands: the articles that have it, ascending by their place in the segment, and for each the
// positions of the word. Articles come in blocks of 128, so that those which do not matter are stepped over:
//
//	list  = { posting } { positions of each posting }, if no more than 128 articles have the word
//	      | { uvarint(last article of the block - last of the block before), uvarint(bytes of postings), uvarint(bytes of positions), block }
//	block = a bit for each posting, the first lowest, in as many bytes as that takes: whether its times are said
//	        { uvarint(step) of each posting } { uvarint(times << 1 | in the title) where they are said } { positions of each posting }
//
//	posting   = uvarint(step << 1), where the word stands there once and not in the title
//	          | uvarint(step << 1 | 1), uvarint(times << 1 | in the title)
//	positions = uvarint(first), uvarint(step to the next) …
//
// step is the distance to the article before, less one; the first is counted from -1. All numbers are below 1<<31. Nearly all steps of a word
// with blocks are a byte: without the bits among them they are read without looking what comes next.
//
// A list may come from a damaged file: reading never leaves its bytes, and articles that the segment does not have end it.

const blockSize = 128 // postings: with 64 the headers cost 2 % more, with 256 a phrase of two frequent words takes a third longer

// ends is the bit of each of eight bytes by which it is not the last of its number.
const ends = 0x8080808080808080

// once is the times of a posting that are not said: one, and not in the title.
const once = 1 << 1

// listWriter writes one list after another in the same memory.
type listWriter struct {
	out       []byte // blocks that are done
	postings  []byte // of the last one, when the list has ended
	positions []byte
	steps     [blockSize]uint32
	times     [blockSize]uint32 // times << 1 | in the title
	inBlock   int
	articles  int
	last      int // the last article
	before    int // the last article of the blocks that are done
}

// begin begins a list.
func (w *listWriter) begin() {
	w.out, w.postings, w.positions = w.out[:0], w.postings[:0], w.positions[:0]
	w.inBlock, w.articles, w.last, w.before = 0, 0, -1, -1
}

// addAll adds articles, ascending, base further on than they are said to be, how often each has the word, as a listReader gives it, and where they all
// do, encoded.
func (w *listWriter) addAll(articles []int32, times []uint32, base int, positions []byte) {
	for len(articles) > 0 {
		w.open()
		n := min(len(articles), blockSize-w.inBlock)
		steps, all := w.steps[w.inBlock:][:n], 0
		for k, article := range articles[:n] {
			to := base + int(article)
			steps[k] = uint32(to - w.last - 1)
			w.last = to
			all += int(times[k] >> 1)
		}
		copy(w.times[w.inBlock:], times[:n])
		w.inBlock, w.articles = w.inBlock+n, w.articles+n
		rest := positions[:0]
		if n < len(articles) {
			rest = skipPositions(positions, all)
			positions = positions[:len(positions)-len(rest)]
		}
		w.positions = append(w.positions, positions...)
		articles, times, positions = articles[n:], times[n:], rest
	}
}

// addFew adds a list without blocks of a segment of some articles, base further on: only the first of them is at another distance to the one before. It
// reports false, and adds nothing, where they are too many for the block, or damaged.
func (w *listWriter) addFew(l list, base, articles int) bool {
	if l.articles == 0 || l.articles > blockSize-w.inBlock {
		return false
	}
	b, i, last := l.data, 0, -1
	steps, times := w.steps[w.inBlock:][:l.articles], w.times[w.inBlock:][:l.articles]
	for k := range steps {
		var v uint32
		if i < len(b) && b[i] < 0x80 { // without a call, as most are
			v, i = uint32(b[i]), i+1
		} else {
			v, i = uvarint(b, i)
		}
		times[k] = once
		if v&1 != 0 {
			times[k], i = uvarint(b, i)
		}
		steps[k] = v >> 1
		if last += int(v>>1) + 1; uint(last) >= uint(articles) {
			return false
		}
	}
	steps[0] += uint32(base - w.last - 1)
	w.last = base + last
	w.inBlock, w.articles = w.inBlock+l.articles, w.articles+l.articles
	w.positions = append(w.positions, b[i:]...)
	return true
}

// open makes room for an article. Its positions come next, then what post says of it.
func (w *listWriter) open() {
	if w.inBlock == blockSize {
		w.endBlock()
	}
}

// post adds an article whose positions were added already.
func (w *listWriter) post(article, times int, title bool) {
	n := uint32(times) << 1
	if title {
		n |= 1
	}
	k := w.inBlock & (blockSize - 1)
	w.steps[k], w.times[k] = uint32(article-w.last-1), n
	w.last = article
	w.inBlock++
	w.articles++
}

// endBlock writes the block.
func (w *listWriter) endBlock() {
	w.blockPostings()
	w.out = binary.AppendUvarint(w.out, uint64(w.last-w.before))
	w.out = binary.AppendUvarint(w.out, uint64(len(w.postings)))
	w.out = binary.AppendUvarint(w.out, uint64(len(w.positions)))
	w.out = append(w.out, w.postings...)
	w.out = append(w.out, w.positions...)
	w.before, w.inBlock = w.last, 0
	w.postings, w.positions = w.postings[:0], w.positions[:0]
}

// blockPostings encodes the postings of a block: first as if all numbers were a byte, as nearly all are, without a branch for each.
func (w *listWriter) blockPostings() {
	steps, times := w.steps[:w.inBlock], w.times[:w.inBlock]
	before := (len(steps) + 7) / 8
	w.postings = slices.Grow(w.postings[:0], before+2*blockSize)[:before+2*blockSize]
	to, all := w.postings[before:], uint32(0)
	for k, step := range steps {
		to[k&(2*blockSize-1)] = byte(step)
		all |= step
	}
	var several [blockSize / 8]byte
	n := len(steps)
	for first := 0; first < len(times); first += 64 {
		said := uint64(0)
		for k, t := range times[first:min(first+64, len(times))] {
			to[n&(2*blockSize-1)] = byte(t)
			says := 0
			if t != once {
				says = 1
			}
			said |= uint64(says) << (k & 63)
			n += says
			all |= t
		}
		binary.LittleEndian.PutUint64(several[first/8&8:], said)
	}
	copy(w.postings, several[:before])
	if w.postings = w.postings[:before+n]; all >= 0x80 {
		w.postings = appendLong(w.postings[:before], steps, times)
	}
}

// appendLong appends the numbers of the postings of a block, of which some have several bytes.
func appendLong(dst []byte, steps, times []uint32) []byte {
	for _, step := range steps {
		dst = appendUvarint(dst, step)
	}
	for _, times := range times {
		if times != once {
			dst = appendUvarint(dst, times)
		}
	}
	return dst
}

// end ends the list, and gives how many bytes it has.
func (w *listWriter) end() int {
	switch {
	case w.articles <= blockSize:
		w.postings = appendFew(w.postings[:0], w.steps[:w.inBlock], w.times[:w.inBlock])
	case w.inBlock > 0:
		w.endBlock()
	}
	return len(w.out) + len(w.postings) + len(w.positions)
}

// appendFew appends the postings of a list without blocks.
func appendFew(dst []byte, steps, times []uint32) []byte {
	times = times[:len(steps)]
	for k, step := range steps {
		if times[k] == once {
			dst = appendUvarint(dst, step<<1)
		} else {
			dst = appendUvarint(appendUvarint(dst, step<<1|1), times[k])
		}
	}
	return dst
}

// appendTo appends a list that has ended.
func (w *listWriter) appendTo(dst []byte) []byte {
	dst = append(dst, w.out...)
	dst = append(dst, w.postings...)
	return append(dst, w.positions...)
}

// appendUvarint appends a number: mostly a small one.
func appendUvarint(dst []byte, v uint32) []byte {
	if v < 0x80 {
		return append(dst, byte(v))
	}
	return binary.AppendUvarint(dst, uint64(v))
}

// mostNumber is the highest of all numbers. A higher one would be below 0 where int has 32 bits.
const mostNumber = 1<<31 - 1

// uvarint reads a number at i, and gives the place behind it. Behind the end there are only zeros.
func uvarint(b []byte, i int) (uint32, int) {
	if uint(i) >= uint(len(b)) {
		return 0, i
	}
	c := b[i]
	if c < 0x80 {
		return uint32(c), i + 1
	}
	v := uint32(c & 0x7F)
	for shift := 7; ; shift += 7 {
		i++
		if i >= len(b) || shift > 28 {
			return v & mostNumber, i
		}
		c = b[i]
		v |= uint32(c&0x7F) << shift
		if c < 0x80 {
			return v & mostNumber, i + 1
		}
	}
}

// list is a list of a segment.
type list struct {
	data     []byte
	articles int
	behind   int // where it ends in the records of the segment, which no other does; 0 for that of a pair
}

// listReader reads a list block by block.
type listReader struct {
	rest   []byte // what was not read yet
	left   int    // articles in it
	single bool   // it is one block without a header
	last   int    // the last article of the block before
	limit  int    // articles of the segment

	n         int // articles of the block
	articles  [blockSize]int32
	times     [blockSize]uint32 // times << 1 | in the title
	positions []byte            // of the block
}

// reset begins to read a list of a segment of some articles.
func (r *listReader) reset(l list, articles int) {
	r.rest, r.left, r.single = l.data, min(l.articles, articles), l.articles <= blockSize
	r.last, r.limit, r.n = -1, articles, 0
}

// next reads the next block, and gives false behind the last. Blocks that end before an article are stepped over.
func (r *listReader) next(from int) bool {
	for r.left > 0 {
		n := min(r.left, blockSize)
		r.left -= n
		if r.single {
			return r.decodeOnly(n)
		}
		step, i := uvarint(r.rest, 0)
		postings, i := uvarint(r.rest, i)
		positions, i := uvarint(r.rest, i)
		block := r.rest[i:]
		last := r.last + int(step)
		if uint(postings)+uint(positions) > uint(len(block)) || uint(last) >= uint(r.limit) { // damaged
			break
		}
		block = block[:postings+positions]
		r.rest = r.rest[i+len(block):]
		if last >= from {
			r.decode(block[:postings], n)
			r.positions, r.last = block[postings:], last
			return r.n > 0
		}
		r.last = last
	}
	r.left, r.n = 0, 0
	return false
}

// decodeOnly reads the n postings of a list without blocks.
func (r *listReader) decodeOnly(n int) bool {
	article, i := -1, 0
	b := r.rest
	r.n = 0
	for k := range n {
		var v uint32
		if i < len(b) && b[i] < 0x80 { // without a call, as most are
			v, i = uint32(b[i]), i+1
		} else {
			v, i = uvarint(b, i)
		}
		times := uint32(once)
		if v&1 != 0 {
			times, i = uvarint(b, i)
		}
		article += int(v>>1) + 1
		if uint(article) >= uint(r.limit) {
			break // damaged
		}
		r.articles[k&(blockSize-1)], r.times[k&(blockSize-1)] = int32(article), times
		r.n = k + 1
	}
	r.positions = b[i:]
	return r.n > 0
}

// decode reads the n postings of a block behind article r.last.
func (r *listReader) decode(b []byte, n int) {
	said := min((n+7)/8, len(b))
	i, last := r.decodeArticles(b, said, n)
	if r.n = n; uint(last) >= uint(r.limit) { // damaged
		r.left, r.n = 0, 0
		return
	}
	r.decodeTimes(b[:said], b[i:])
}

const (
	small = 0x1F1F1F1F1F1F1F1F // of eight bytes: what those have that are below 32
	ones  = 0x0101010101010101
)

// decodeArticles reads n articles from the steps at i, and gives the place behind them and the last article. Eight small steps are added up in
// one multiplication, which leaves in each byte the sum of all up to it: the last sum may be 256, which is 0 there. It ends with an article that the
// segment does not have, before a further step makes another number of it.
func (r *listReader) decodeArticles(b []byte, i, n int) (behind, last int) {
	last = r.last
	for k := 0; k < n && uint(last+1) <= uint(r.limit); {
		if k+8 <= n && i+8 <= len(b) {
			if eight := binary.LittleEndian.Uint64(b[i:]); eight&^small == 0 { // as most are
				sums, next := (eight+ones)*ones, (*[8]int32)(r.articles[k:])
				base := int32(last)
				next[0], next[1] = base+int32(uint8(sums)), base+int32(uint8(sums>>8))
				next[2], next[3] = base+int32(uint8(sums>>16)), base+int32(uint8(sums>>24))
				next[4], next[5] = base+int32(uint8(sums>>32)), base+int32(uint8(sums>>40))
				next[6], next[7] = base+int32(uint8(sums>>48)), base+int32(uint8(sums>>56-1))+1
				last, k, i = int(next[7]), k+8, i+8
				continue
			}
		}
		var step uint32
		step, i = uvarint(b, i)
		last += int(step) + 1
		r.articles[k&(blockSize-1)] = int32(last)
		k++
	}
	return min(i, len(b)), last
}

// decodeTimes reads the times that are said of a block, by a bit for each; the others are once.
func (r *listReader) decodeTimes(said, b []byte) {
	r.times[0] = once
	for have := 1; have < blockSize; have *= 2 {
		copy(r.times[have:], r.times[:have])
	}
	var all [blockSize / 8]byte
	copy(all[:], said)
	i := 0
	for first := 0; first < blockSize; first += 64 {
		for left := binary.LittleEndian.Uint64(all[first/8:]); left != 0; left &= left - 1 {
			k := first + bits.TrailingZeros64(left)
			if i < len(b) && b[i] < 0x80 {
				r.times[k&(blockSize-1)] = uint32(b[i])
				i++
			} else {
				r.times[k&(blockSize-1)], i = uvarint(b, i)
			}
		}
	}
}

// skipPositions steps over so many positions.
func skipPositions(b []byte, positions int) []byte {
	for len(b) >= 8 && positions >= 8 {
		positions -= bits.OnesCount64(^binary.LittleEndian.Uint64(b) & ends) // no more than there are bytes
		b = b[8:]
	}
	i := 0
	for ; positions > 0 && i < len(b); i++ {
		if b[i] < 0x80 {
			positions--
		}
	}
	return b[i:]
}

// appendPositions appends the positions of an article, and gives those behind them.
func appendPositions(dst []int32, b []byte, times uint32) (positions []int32, rest []byte) {
	at, i := int32(0), 0
	for times >>= 1; times > 0 && i < len(b); times-- {
		step := uint32(b[i])
		if i++; step >= 0x80 {
			step, i = uvarint(b, i-1)
		}
		at += int32(step)
		dst = append(dst, at)
	}
	return dst, b[i:]
}
