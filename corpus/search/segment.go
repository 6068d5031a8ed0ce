package search

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math"
	"math/bits"
	"slices"
	"sort"
	"sync"
)

// Segment is the full text of some articles. It does not change.
//
// It is a handful of byte strings and nothing that points into them, so that it costs the garbage collector nothing and opens from a
// file as it is.
type Segment struct {
	docs    numbers // the number of each article, in the order in which they came
	lengths numbers // how many words each has
	titles  numbers // how many of these are its title

	words   []byte  // the folded words, one behind the other, in the order of their bytes
	ends    numbers // where each ends
	records []byte  // how each is spelled and where it stands: see record; none where they are paged
	paged   *pagedRecords
	starts  numbers // where the record of each begins
	pairs   pairLists
	classes []uint8 // how many articles have each, by the bits of the number
	letters *letterTable
	heads   *headTable
	table   *skeletonTable
	read    *denseLists
}

// numbers is numbers of four bytes.
type numbers []byte

func (n numbers) at(i int) int { return int(binary.LittleEndian.Uint32(n[4*i:])) }
func (n numbers) len() int     { return len(n) / 4 }

func (n numbers) with(v int) numbers { return binary.LittleEndian.AppendUint32(n, uint32(v)) }

// articles gives how many articles there are.
func (s *Segment) articles() int { return s.docs.len() }

// doc gives the number of an article, -1 for one that Renumber has left out.
func (s *Segment) doc(i int) int32 { return int32(s.docs.at(i)) }

// Renumber gives a segment with other numbers for its articles, and no article where a number is below 0: one that was kept from an
// earlier run, when other files were there. No two may get the same.
func (s *Segment) Renumber(number func(doc int32) int32) *Segment {
	other := *s
	other.docs, other.read = make(numbers, 0, len(s.docs)), new(denseLists)
	for i := range s.articles() {
		d := s.doc(i)
		if d >= 0 {
			d = max(-1, number(d))
		}
		other.docs = other.docs.with(int(d))
	}
	return &other
}

// Docs yields the numbers of the articles.
func (s *Segment) Docs(yield func(doc int32) bool) {
	for i := range s.articles() {
		if d := s.doc(i); d >= 0 && !yield(d) {
			return
		}
	}
}

// size gives the bytes of memory.
func (s *Segment) size() int {
	size := 4 * s.vocabulary()
	if s.paged != nil {
		size += s.paged.size
	}
	for _, part := range s.sections() {
		size += len(*part)
	}
	return size
}

// start gives where the record of a word begins, of the one behind the last where all end.
func (s *Segment) start(word int) int {
	if word == s.starts.len() {
		return s.recordBytes()
	}
	return s.starts.at(word)
}

// vocabulary gives how many folded words there are.
func (s *Segment) vocabulary() int { return s.ends.len() }

// word gives a folded word.
func (s *Segment) word(i int) []byte {
	start := 0
	if i > 0 {
		start = s.ends.at(i - 1)
	}
	return s.words[start:s.ends.at(i)]
}

// headTable has the beginnings of some words of a segment, few enough to be near when they are needed. It is made when it is first asked for.
type headTable struct {
	made sync.Once
	of   []uint64
}

// headsEvery is how many words there are to one in the headTable.
const headsEvery = 64

// wordHeads gives the heads of one word in headsEvery.
func (s *Segment) wordHeads() []uint64 {
	if s.heads == nil {
		return nil // the zero segment has no words
	}
	s.heads.made.Do(func() {
		s.heads.of = make([]uint64, 0, s.vocabulary()/headsEvery+1)
		for i := 0; i < s.vocabulary(); i += headsEvery {
			s.heads.of = append(s.heads.of, headOf(s.word(i)))
		}
	})
	return s.heads.of
}

// headOf gives the first eight bytes of a word, which mostly decide what comes before what.
func headOf(word []byte) uint64 {
	if len(word) >= 8 {
		return binary.BigEndian.Uint64(word)
	}
	var head [8]byte
	copy(head[:], word)
	return binary.BigEndian.Uint64(head[:])
}

// head gives the headOf a word: read with what stands behind it, where that is enough.
func (s *Segment) head(word int) uint64 {
	start := 0
	if word > 0 {
		start = s.ends.at(word - 1)
	}
	if n := s.ends.at(word) - start; start+8 <= len(s.words) {
		return binary.BigEndian.Uint64(s.words[start:]) &^ (1<<(64-8*min(n, 8)) - 1)
	}
	return headOf(s.word(word))
}

// from gives the first word that is not before another.
func (s *Segment) from(word []byte) int {
	head, heads := headOf(word), s.wordHeads()
	first, _ := slices.BinarySearch(heads, head)
	behind := first
	for behind < len(heads) && heads[behind] == head {
		behind++
	}
	least, most := max(0, first-1)*headsEvery, min(behind*headsEvery, s.vocabulary())
	return least + sort.Search(most-least, func(i int) bool { return bytes.Compare(s.word(least+i), word) >= 0 })
}

// lookup gives the index of a word, -1 where it does not occur.
func (s *Segment) lookup(word []byte) int {
	if i := s.from(word); i < s.vocabulary() && bytes.Equal(s.word(i), word) {
		return i
	}
	return -1
}

// beginning gives the words that begin so: first to behind, not included.
func (s *Segment) beginning(prefix []byte) (first, behind int) {
	first = s.from(prefix)
	behind = first + sort.Search(s.vocabulary()-first, func(i int) bool { return !bytes.HasPrefix(s.word(first+i), prefix) })
	return first, behind
}

// A record says how a word is spelled and where it stands:
//
//	record   = uvarint(articles << 1), list, where it is spelled as arabic.Unfold writes it
//	         | uvarint(articles << 1 | 1), uvarint(spellings), { spelling }, otherwise
//	spelling = uvarint(bytes), how it is spelled, none for as Unfold writes it; uvarint(articles), uvarint(bytes of the list), list
type record struct {
	rest      []byte
	behind    int // where it ends in the records
	articles  int // that have the word in any spelling
	spellings int // not read yet
	plain     bool
}

// record gives the record of a word.
func (s *Segment) record(word int) record {
	r := record{behind: s.start(word + 1), spellings: 1}
	r.rest = s.recordsIn(s.start(word), r.behind)
	v, i := uvarint(r.rest, 0)
	r.articles, r.plain = int(v>>1), v&1 == 0
	if !r.plain {
		var n uint32
		n, i = uvarint(r.rest, i)
		r.spellings = min(int(n), len(r.rest)-i) // each has bytes
	}
	r.rest = r.rest[i:]
	return r
}

// next gives the next spelling and its list: ok is false behind the last.
func (r *record) next() (spelling []byte, l list, ok bool) {
	if r.spellings <= 0 {
		return nil, list{}, false
	}
	r.spellings--
	if r.plain {
		return nil, list{r.rest, r.articles, r.behind}, true
	}
	if spelling, ok = r.bytes(); !ok {
		return nil, list{}, false
	}
	articles, i := uvarint(r.rest, 0)
	r.rest = r.rest[i:]
	data, ok := r.bytes()
	return spelling, list{data, int(articles), r.behind - len(r.rest)}, ok
}

// bytes reads a string of bytes with its length before it.
func (r *record) bytes() ([]byte, bool) {
	n, i := uvarint(r.rest, 0)
	if int(n) > len(r.rest)-i {
		r.spellings = 0 // damaged
		return nil, false
	}
	b := r.rest[i : i+int(n)]
	r.rest = r.rest[i+int(n):]
	return b, true
}

// lettersOf gives a bit for each letter of a word; letters share bits, but not the common ones of Arabic.
func lettersOf(word []byte) uint32 {
	var m uint32
	for _, c := range word {
		m |= 1 << (c & 31)
	}
	return m
}

// letterTable has the letters of the words of a segment. It is made when it is first asked for.
type letterTable struct {
	made sync.Once
	of   []uint32
}

// wordLetters gives which letters each word has, a bit for several: see lettersOf.
func (s *Segment) wordLetters() []uint32 {
	if s.letters == nil {
		return nil // the zero segment has no words
	}
	s.letters.made.Do(func() {
		s.letters.of = make([]uint32, s.vocabulary())
		for i := range s.letters.of {
			s.letters.of[i] = lettersOf(s.word(i))
		}
	})
	return s.letters.of
}

// mostClass is the class of a word that the highest number of articles has.
const mostClass = 32

// classOf gives the class of a word that so many articles have.
func classOf(articles int) uint8 { return uint8(bits.Len32(uint32(articles))) }

// begin makes the tables that are filled when somebody asks for them.
func (s *Segment) begin() {
	s.letters, s.heads, s.table, s.read = new(letterTable), new(headTable), new(skeletonTable), new(denseLists)
}

// The binary form of a segment: a magic, the lengths of its byte strings, and the strings.
const (
	magic    = "jarida search 5\n"
	sections = 11
	header   = len(magic) + 8*sections
)

var errDamaged = errors.New("damaged segment")

// AppendBinary appends the binary form of a segment, which OpenSegment reads.
func (s *Segment) AppendBinary(dst []byte) []byte {
	for _, piece := range s.Binary() {
		dst = append(dst, piece...)
	}
	return dst
}

// Binary gives the same in pieces, one behind the other, which are those of the segment: they must not be changed.
func (s *Segment) Binary() [][]byte {
	head := []byte(magic)
	pieces := make([][]byte, 1, sections+1)
	for _, part := range s.sections() {
		head = binary.LittleEndian.AppendUint64(head, uint64(len(*part)))
		pieces = append(pieces, *part)
	}
	pieces[0] = head
	return pieces
}

// sections gives the byte strings of a segment. The records are the last of them: see pagedRecords.
func (s *Segment) sections() [sections]*[]byte {
	return [sections]*[]byte{
		(*[]byte)(&s.docs), (*[]byte)(&s.lengths), (*[]byte)(&s.titles), &s.words, (*[]byte)(&s.ends), (*[]byte)(&s.starts),
		(*[]byte)(&s.pairs.pairs), (*[]byte)(&s.pairs.starts), &s.pairs.lists, &s.classes, &s.records,
	}
}

// OpenSegment gives the segment of a binary form, whose bytes it keeps: they must not change. All by which it will find its way is checked;
// damage within the lists of a word can make it answer wrongly, but not fail, so keep a checksum beside it.
func OpenSegment(data []byte) (*Segment, error) {
	s := new(Segment)
	if err := s.cut(data); err != nil {
		return nil, err
	}
	return s, nil
}

// cut sets the byte strings of a segment to those of a binary form, which has no records where these are paged.
func (s *Segment) cut(data []byte) error {
	if len(data) < header || string(data[:len(magic)]) != magic {
		return errDamaged
	}
	rest := data[header:]
	for i, part := range s.sections() {
		if i == sections-1 && s.paged != nil {
			break
		}
		n := sectionBytes(data, i)
		if n > uint64(len(rest)) {
			return errDamaged
		}
		*part, rest = rest[:n:n], rest[n:]
	}
	if len(rest) > 0 || !s.sound() {
		return errDamaged
	}
	s.begin()
	return nil
}

// sectionBytes gives how many bytes the header of a binary form says that a byte string has.
func sectionBytes(data []byte, i int) uint64 {
	return binary.LittleEndian.Uint64(data[len(magic)+8*i:])
}

// sound reports whether the tables fit together, each word is behind the one before it, and each article has a number of its own.
func (s *Segment) sound() bool {
	if len(s.docs)%4 != 0 || len(s.lengths) != len(s.docs) || len(s.titles) != len(s.docs) || len(s.ends)%4 != 0 || len(s.starts) != len(s.ends) ||
		len(s.classes) != s.vocabulary() || slices.ContainsFunc(s.classes, func(class uint8) bool { return class > mostClass }) ||
		!s.pairs.sound() || !s.soundDocs() {
		return false
	}
	end, start, last := 0, 0, []byte(nil)
	for i := range s.vocabulary() {
		e, from := s.ends.at(i), s.starts.at(i)
		if e <= end || e > len(s.words) || from < start || from > s.recordBytes() {
			return false
		}
		word := s.words[end:e]
		if bytes.Compare(last, word) >= 0 {
			return false
		}
		end, start, last = e, from, word
	}
	return end == len(s.words)
}

// mostDoc is far more than there are articles in an index, which takes memory for all numbers up to the highest.
const mostDoc = 1 << 26

// soundDocs reports whether each article has a number of its own, or none.
func (s *Segment) soundDocs() bool {
	var seen Set
	for i := range s.articles() {
		d := s.doc(i)
		if d < -1 || d >= mostDoc || uint32(s.lengths.at(i)) > math.MaxInt32 || seen.Has(d) {
			return false
		}
		if d >= 0 {
			seen = seen.With(d)
		}
	}
	return true
}
