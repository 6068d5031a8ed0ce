package corpus

import (
	"encoding/hex"
	"iter"
	"slices"

	"jarida/corpus/article"
	"jarida/corpus/triage"
)

// keyBytes is the length of the hash of an article's content; see triage.Sum.
const keyBytes = 16

// traits are what is kept of an article beside its entry, where it is asked for.
type traits struct {
	key      [keyBytes]byte // zero where there is no content
	headings []article.Range
}

// traitsOf gives the traits of a part of a text.
func traitsOf(text string, a *article.Article) traits {
	t := traits{key: triage.Sum(text[a.Start:a.End])}
	for i, b := range a.Blocks {
		if b.Kind == article.Heading && b.RepeatOf < 0 && a.TeaserOf(i) < 0 {
			t.headings = append(t.headings, article.Range{Start: b.Start, End: b.End})
		}
	}
	return t
}

// heading is a heading of an entry of a segment.
type heading struct {
	entry      int32 // its place in the segment
	start, end int32 // source bytes
}

// setTraits enters what is kept of an article beside its entry: the n-th of its file, nothing where that is not known.
func (b *builder) setTraits(d Doc, of []traits, n int) {
	var t traits
	if n < len(of) {
		t = of[n]
	}
	s, i := b.writable(d)
	if s.recalled(i) != nil {
		s.enter(i, s.entry(d))
	}
	if s.keys[i] != ([keyBytes]byte{}) { // there may be headings; the slice is that of a snapshot, too
		s.headings = slices.DeleteFunc(slices.Clone(s.headings), func(h heading) bool { return h.entry == int32(i) })
	}
	s.keys[i] = t.key
	for _, r := range t.headings {
		s.headings = append(s.headings, heading{int32(i), int32(r.Start), int32(r.End)})
	}
}

// Headings yields the headings in the articles of the list, as ranges of their source texts: those of one article in their order, the
// articles in none. They are known where the corpus was opened with Options.Search or Options.Keys, of what has been read. Repeated ones
// and those of related stories are left out.
func (s *Snapshot) Headings() iter.Seq2[Doc, article.Range] {
	return func(yield func(Doc, article.Range) bool) {
		for at, segment := range s.segments {
			for _, h := range segment.headings {
				d := Doc(at*segmentSize) + Doc(h.entry)
				if s.Index(d) >= 0 && !yield(d, article.Range{Start: int(h.start), End: int(h.end)}) {
					return
				}
			}
		}
	}
}

// Key gives what the journal knows an article by. The hash is there once the article has been read, and where the corpus was opened with
// Options.Search or Options.Keys.
func (s *Snapshot) Key(d Doc) triage.Article {
	if !s.known(d) {
		return triage.Article{}
	}
	segment, i := s.segments[d/segmentSize], d%segmentSize
	a := triage.Article{Path: segment.id(i)}
	if key := segment.key(i); key != ([keyBytes]byte{}) {
		a.Hash = hex.EncodeToString(key[:])
	}
	return a
}
