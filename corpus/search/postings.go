package search

import "encoding/binary"

// A list is where one spelling of a word stands: the articles that have it, ascending by their place in the segment, and for each the
// positions of the word. Articles come in blocks of 128, so that those which do not matter are stepped over:
//
//	list  = block, if no more than 128 articles have the word
//	      | { uvarint(last article of the block - last of the block before), uvarint(bytes of postings), uvarint(bytes of positions), block }
//	block = { posting } { positions of each posting }
//
//	posting   = uvarint(step << 1), where the word stands there once and not in the title
//	          | uvarint(step << 1 | 1), uvarint(times << 1 | in the title)
//	positions = uvarint(first), uvarint(step to the next) …
//
// step is the distance to the article before, less one; the first is counted from -1. All numbers are below 1<<31.
//
// A list may come from a damaged file: reading never leaves its bytes, and articles that the segment does not have end it.

const blockSize = 128 // postings: with 64 the headers cost 2 % more, with 256 a phrase of two frequent words takes a third longer

// listWriter writes one list after another in the same memory.
type listWriter struct {
	out       []byte // blocks that are done
	postings  []byte
	positions []byte
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

// add adds an article and the positions of the word there, encoded.
func (w *listWriter) add(article, times int, title bool, positions []byte) {
	w.open()
	w.positions = append(w.positions, positions...)
	w.post(article, times, title)
}

// open makes room for an article. Its positions come next, then what post says of it.
func (w *listWriter) open() {
	if w.inBlock == blockSize {
		w.endBlock()
	}
}

// post adds an article whose positions were added already.
func (w *listWriter) post(article, times int, title bool) {
	step := uint32(article-w.last-1) << 1
	switch {
	case times == 1 && !title:
		w.postings = appendUvarint(w.postings, step)
	case title:
		w.postings = appendUvarint(w.postings, step|1)
		w.postings = appendUvarint(w.postings, uint32(times)<<1|1)
	default:
		w.postings = appendUvarint(w.postings, step|1)
		w.postings = appendUvarint(w.postings, uint32(times)<<1)
	}
	w.last = article
	w.inBlock++
	w.articles++
}

// endBlock writes the block.
func (w *listWriter) endBlock() {
	w.out = binary.AppendUvarint(w.out, uint64(w.last-w.before))
	w.out = binary.AppendUvarint(w.out, uint64(len(w.postings)))
	w.out = binary.AppendUvarint(w.out, uint64(len(w.positions)))
	w.out = append(w.out, w.postings...)
	w.out = append(w.out, w.positions...)
	w.before, w.inBlock = w.last, 0
	w.postings, w.positions = w.postings[:0], w.positions[:0]
}

// end ends the list, and gives how many bytes it has.
func (w *listWriter) end() int {
	if w.articles > blockSize && w.inBlock > 0 {
		w.endBlock()
	}
	return len(w.out) + len(w.postings) + len(w.positions)
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
			return v, i
		}
		c = b[i]
		v |= uint32(c&0x7F) << shift
		if c < 0x80 {
			return v, i + 1
		}
	}
}

// list is a list of a segment.
type list struct {
	data     []byte
	articles int
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
	r.rest, r.left, r.single = l.data, l.articles, l.articles <= blockSize
	r.last, r.limit, r.n = -1, articles, 0
}

// next reads the next block, and gives false behind the last. Blocks that end before an article are stepped over.
func (r *listReader) next(from int) bool {
	for r.left > 0 {
		n := min(r.left, blockSize)
		r.left -= n
		if r.single {
			return r.decode(r.rest, len(r.rest), n)
		}
		step, i := uvarint(r.rest, 0)
		postings, i := uvarint(r.rest, i)
		positions, i := uvarint(r.rest, i)
		block := r.rest[i:]
		if int(postings)+int(positions) > len(block) {
			break
		}
		block = block[:int(postings)+int(positions)]
		r.rest = r.rest[i+len(block):]
		last := r.last + int(step)
		if last >= from {
			more := r.decode(block, int(postings), n)
			r.last = last
			return more
		}
		r.last = last
	}
	r.left, r.n = 0, 0
	return false
}

// decode reads the n postings of a block, which take size bytes unless they take all, behind article r.last.
func (r *listReader) decode(block []byte, size, n int) bool {
	article, i := r.last, 0
	b := block[:size]
	r.n = 0
	for k := range n {
		var v uint32
		switch { // what is usual, in place
		case i < len(b) && b[i] < 0x80:
			v = uint32(b[i])
			i++
		case i+1 < len(b) && b[i+1] < 0x80:
			v = uint32(b[i]&0x7F) | uint32(b[i+1])<<7
			i += 2
		default:
			v, i = uvarint(b, i)
		}
		times := uint32(2)
		if v&1 != 0 {
			times, i = uvarint(b, i)
		}
		article += int(v>>1) + 1
		if article >= r.limit {
			r.left = 0 // damaged
			break
		}
		r.articles[k&(blockSize-1)], r.times[k&(blockSize-1)] = int32(article), times
		r.n = k + 1
	}
	if r.single {
		size = i
	}
	r.positions = block[size:]
	return r.n > 0
}

// skipPositions steps over the positions of an article.
func skipPositions(b []byte, times uint32) []byte {
	i := 0
	for times >>= 1; times > 0 && i < len(b); i++ {
		if b[i] < 0x80 {
			times--
		}
	}
	return b[i:]
}

// appendPositions appends the positions of an article, and gives those behind them.
func appendPositions(dst []int32, b []byte, times uint32) (positions []int32, rest []byte) {
	at, i := int32(0), 0
	for times >>= 1; times > 0 && i < len(b); times-- {
		var step uint32
		step, i = uvarint(b, i)
		at += int32(step)
		dst = append(dst, at)
	}
	return dst, b[i:]
}
