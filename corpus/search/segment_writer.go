package search

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// segmentWriter writes the words of a segment, in the order of their bytes, and their records.
type segmentWriter struct {
	words, records []byte
	ends, starts   numbers
	classes        []uint8
	recordBytes    int // of records that were taken: see gathering

	word      []byte  // the folded word at hand
	spellings int     // how many it has so far
	articles  int     // that have it in any of them
	pending   []byte  // its spellings, as a record has them
	first     int     // in pending: the list of the first spelling
	plain     bool    // the first is as arabic.Unfold writes it
	several   bool    // it may have more than one
	stamp     int32   // numbers the words
	seen      []int32 // by article: the stamp of the last word of several spellings that it has

	spelling []byte
	list     listWriter
}

// newSegmentWriter gives a writer for a segment of some articles.
func newSegmentWriter(articles int) *segmentWriter {
	return &segmentWriter{seen: make([]int32, articles)}
}

// reset makes a writer that was used ready for another segment.
func (w *segmentWriter) reset(articles int) {
	w.words, w.records, w.ends, w.starts, w.classes = w.words[:0], w.records[:0], w.ends[:0], w.starts[:0], w.classes[:0]
	w.stamp = 0
	w.seen = slices.Grow(w.seen[:0], articles)[:articles]
	clear(w.seen)
}

// spell begins a spelling of a folded word, none for as arabic.Unfold writes it. The list before it is done. several says whether the word may have
// more than one.
func (w *segmentWriter) spell(folded, spelling []byte, several bool) {
	w.endSpelling()
	if w.stamp == 0 || !bytes.Equal(folded, w.word) {
		w.endWord()
		w.word = append(w.word[:0], folded...)
		w.stamp++
		w.several = several
	}
	w.spelling = append(w.spelling[:0], spelling...)
	w.list.begin()
}

// addAll adds articles to the list: see listWriter.
func (w *segmentWriter) addAll(articles []int32, times []uint32, base int, positions []byte) {
	w.list.addAll(articles, times, base, positions)
	if w.several {
		for _, article := range articles {
			w.mark(base + int(article))
		}
	}
}

// mark counts an article that was added to the list of one of several spellings.
func (w *segmentWriter) mark(article int) {
	if w.seen[article] != w.stamp {
		w.seen[article] = w.stamp
		w.articles++
	}
}

// only writes a word that has but one spelling, whose list was written itself, behind finish.
func (w *segmentWriter) only(folded, spelling []byte) {
	size := w.list.end()
	w.beginOnly(folded, spelling, uint32(w.list.articles), size)
	w.records = w.list.appendTo(w.records)
	w.list.begin()
}

// once writes a word that stands in one place, behind finish.
func (w *segmentWriter) once(folded, spelling []byte, e entry, title bool) {
	var memory [3 * binary.MaxVarintLen32]byte
	list := memory[:0]
	if title {
		list = appendUvarint(appendUvarint(list, uint32(e.article)<<1|1), once|1)
	} else {
		list = appendUvarint(list, uint32(e.article)<<1)
	}
	list = appendUvarint(list, uint32(e.at))
	w.beginOnly(folded, spelling, 1, len(list))
	w.records = append(w.records, list...)
}

// moved writes a word that has but one spelling, behind finish. Its list is one block of another segment, whose articles stand base further on here.
func (w *segmentWriter) moved(folded, spelling []byte, l list, base int) {
	var memory [binary.MaxVarintLen32]byte
	first, n := uvarint(l.data, 0)
	start := appendUvarint(memory[:0], first+uint32(base)<<1) // of which the lowest bit is not of the article
	w.beginOnly(folded, spelling, uint32(l.articles), len(start)+len(l.data)-n)
	w.records = append(append(w.records, start...), l.data[n:]...)
}

// beginOnly writes a word that has but one spelling, up to its list of so many articles and bytes.
func (w *segmentWriter) beginOnly(folded, spelling []byte, articles uint32, size int) {
	w.words = append(w.words, folded...)
	w.ends = w.ends.with(len(w.words))
	w.starts = w.starts.with(len(w.records))
	w.classes = append(w.classes, classOf(int(articles)))
	if len(spelling) == 0 {
		w.records = appendUvarint(w.records, articles<<1)
		return
	}
	w.records = appendUvarint(w.records, articles<<1|1)
	w.records = append(w.records, 1)
	w.records = appendUvarint(w.records, uint32(len(spelling)))
	w.records = append(w.records, spelling...)
	w.records = appendUvarint(w.records, articles)
	w.records = appendUvarint(w.records, uint32(size))
}

// finish writes the last word. Others may follow.
func (w *segmentWriter) finish() {
	w.endSpelling()
	w.list.begin()
	w.endWord()
}

// endSpelling ends the list of a spelling. One without articles is left out.
func (w *segmentWriter) endSpelling() {
	if w.list.articles == 0 {
		return
	}
	w.pending = binary.AppendUvarint(w.pending, uint64(len(w.spelling)))
	w.pending = append(w.pending, w.spelling...)
	size := w.list.end()
	if !w.several {
		w.articles = w.list.articles
	}
	w.pending = binary.AppendUvarint(w.pending, uint64(w.list.articles))
	w.pending = binary.AppendUvarint(w.pending, uint64(size))
	if w.spellings == 0 {
		w.first, w.plain = len(w.pending), len(w.spelling) == 0
	}
	w.pending = w.list.appendTo(w.pending)
	w.spellings++
}

// endWord writes the record of a word.
func (w *segmentWriter) endWord() {
	if w.spellings == 0 {
		return
	}
	w.words = append(w.words, w.word...)
	w.ends = w.ends.with(len(w.words))
	w.starts = w.starts.with(len(w.records))
	w.classes = append(w.classes, classOf(w.articles))
	if w.spellings == 1 && w.plain {
		w.records = binary.AppendUvarint(w.records, uint64(w.articles)<<1)
		w.records = append(w.records, w.pending[w.first:]...)
	} else {
		w.records = binary.AppendUvarint(w.records, uint64(w.articles)<<1|1)
		w.records = binary.AppendUvarint(w.records, uint64(w.spellings))
		w.records = append(w.records, w.pending...)
	}
	w.pending, w.spellings, w.articles = w.pending[:0], 0, 0
}
