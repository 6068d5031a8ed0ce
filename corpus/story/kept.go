package story

import (
	"errors"
	"iter"
	"slices"
	"sync"

	"jarida/corpus/flat"
)

// Stories can be kept for the next run, and the builder that made them, so that an article that has changed is all that need be read again.
// Articles have other numbers in each run: both know them by numbers of their own, which whoever keeps them gives and translates back.

// Kept are stories as they were kept.
type Kept struct {
	kinds []Kind   // of each story
	ends  []uint32 // in docs
	docs  []int32  // of the stories, one behind the other
	from  []int32  // see Stories
	same  []int32
}

// errKept says that bytes are not those of anything that was kept.
var errKept = errors.New("damaged stories")

// Keep gives the stories as bytes, in pieces one behind the other. numbers gives the number of each article by which it is kept, of
// articles in all.
func (s *Stories) Keep(numbers []int32, articles int) iter.Seq[[]byte] {
	k := Kept{from: make([]int32, articles), same: make([]int32, articles)}
	for i := range s.list {
		k.kinds = append(k.kinds, s.list[i].Kind)
		for _, doc := range s.list[i].Docs {
			k.docs = append(k.docs, numbers[doc])
		}
		k.ends = append(k.ends, uint32(len(k.docs)))
	}
	for i := range k.from {
		k.from[i], k.same[i] = -1, -1
	}
	for doc := range s.from {
		if n := numbers[doc]; n >= 0 {
			k.same[n] = s.same[doc]
			if s.from[doc] >= 0 {
				k.from[n] = numbers[s.from[doc]]
			}
		}
	}
	var w flat.Writer
	flat.Put(&w, k.kinds)
	flat.Put(&w, k.ends)
	flat.Put(&w, k.docs)
	flat.Put(&w, k.from)
	flat.Put(&w, k.same)
	return w.Pieces()
}

// Open reads what Stories.Keep has given. The bytes must not be changed. Whatever they are, nothing that is read from them will fail.
func Open(data []byte) (*Kept, error) {
	r := flat.Read(data)
	k := &Kept{
		kinds: flat.Take[Kind](r), ends: flat.Take[uint32](r), docs: flat.Take[int32](r), from: flat.Take[int32](r), same: flat.Take[int32](r),
	}
	if !r.OK() || !k.sound() {
		return nil, errKept
	}
	return k, nil
}

// sound reports whether the stories fit together: each article is in one at most.
func (k *Kept) sound() bool {
	n := len(k.from)
	if len(k.kinds) != len(k.ends) || len(k.same) != n || !ascending(k.ends, len(k.docs)) {
		return false
	}
	seen := make([]bool, n)
	for _, doc := range k.docs {
		if doc < 0 || int(doc) >= n || seen[doc] {
			return false
		}
		seen[doc] = true
	}
	for i, kind := range k.kinds {
		if kind != SameEvent && kind != SameText || len(nth(k.docs, k.ends, i)) == 0 {
			return false
		}
	}
	return !slices.ContainsFunc(k.from, func(doc int32) bool { return doc < -1 || int(doc) >= n })
}

// ascending reports whether ends of parts follow each other, the last at the end of the whole.
func ascending(ends []uint32, whole int) bool {
	if len(ends) == 0 {
		return whole == 0
	}
	return slices.IsSorted(ends) && int(ends[len(ends)-1]) == whole
}

// nth gives the i-th part of a list, by where the parts end.
func nth[T any](list []T, ends []uint32, i int) []T {
	first := uint32(0)
	if i > 0 {
		first = ends[i-1]
	}
	return list[first:ends[i]:ends[i]]
}

// Articles gives how many numbers articles were kept under, from 0 on.
func (k *Kept) Articles() int { return len(k.from) }

// Stories gives the stories that were kept, by the present numbers of their articles, below docs. They are not there where an article of them
// has no number any more, below 0, or the order of the numbers is another: of reprints of one day the number says which was first. read
// reads an article, nil for one that cannot be: what two of them have in common is found out when it is asked.
func (k *Kept) Stories(numbers []int32, docs int, read func(r *Reader, doc int32) *Text) (*Stories, bool) {
	if len(numbers) != len(k.from) {
		return nil, false
	}
	last := int32(-1)
	for _, n := range numbers {
		if n >= int32(docs) || n >= 0 && n <= last {
			return nil, false
		}
		last = max(last, n)
	}
	s := &Stories{list: make([]Story, len(k.kinds)), of: make([]int32, docs), from: make([]int32, docs), same: make([]int32, docs), kept: &keptReader{read: read}}
	for i := range s.of {
		s.of[i], s.from[i], s.same[i] = -1, -1, -1
	}
	all := make([]int32, 0, len(k.docs))
	for i := range s.list {
		first := len(all)
		for _, doc := range nth(k.docs, k.ends, i) {
			n := numbers[doc]
			if n < 0 {
				return nil, false
			}
			all = append(all, n)
			s.of[n] = int32(i)
		}
		s.list[i] = Story{k.kinds[i], slices.Clip(all[first:])}
	}
	for i, n := range numbers {
		if n >= 0 {
			s.same[n] = k.same[i]
			if from := k.from[i]; from >= 0 {
				s.from[n] = numbers[from]
			}
		}
	}
	return s, true
}

// WithoutTexts gives the same stories without what they know of each article. read reads one, as in Kept.Stories.
func (s *Stories) WithoutTexts(read func(r *Reader, doc int32) *Text) *Stories {
	return &Stories{list: s.list, of: s.of, from: s.from, same: s.same, kept: &keptReader{read: read}}
}

// keptReader reads the articles of stories that were kept, where their texts are asked for.
type keptReader struct {
	read func(r *Reader, doc int32) *Text

	mu     sync.Mutex
	reader *Reader         // nil before the first
	last   map[int32]*Text // that were read: who asks of one pair asks of others
}

// mostLast is how many texts are remembered: a story has not many more, and each takes two kilobytes.
const mostLast = 256

// text reads an article; nil for one that cannot be read, or is too short for a story.
func (k *keptReader) text(doc int32) *Text {
	r := k.begin()
	defer k.mu.Unlock()
	if t, ok := k.last[doc]; ok {
		return t
	}
	t := k.read(r, doc)
	if t != nil && t.words < leastText {
		t = nil
	}
	if k.last == nil || len(k.last) == mostLast {
		k.last = map[int32]*Text{}
	}
	k.last[doc] = t
	return t
}

// begin gives the reader, with its lock held.
func (k *keptReader) begin() *Reader {
	k.mu.Lock()
	if k.reader == nil {
		k.reader = New(nil).Reader()
	}
	return k.reader
}

// lexicon gives what is known of words.
func (s *Stories) lexicon() *words {
	if s.kept == nil {
		return s.words
	}
	r := s.kept.begin()
	defer s.kept.mu.Unlock()
	return r.words
}
