package corpus

import (
	"context"
	"iter"
	"slices"

	"jarida/corpus/article"
	"jarida/corpus/calendar"
	"jarida/corpus/flat"
)

// What is kept of the list: of each file whether it holds articles, and how many, and of each of these the entry and the traits.

// keptList is what is kept of the list.
type keptList struct {
	files    []stamp
	looks    keptLooks // of each file
	parts    []int32   // of each file: how many articles are behind the main one, or
	entries  []keptEntry
	headings []keptHeading
	texts    keptTexts
}

const (
	noList    = -1 // nothing is kept of the file
	noArticle = -2 // it is no article
)

// keptEntry is what is kept of an article, but for what its file and its place there say.
type keptEntry struct {
	Key                                                        [keyBytes]byte
	Title, ISO, From, Source, Byline, Section, Origin, Problem uint32 // texts
	Start, End, Day                                            int32  // of the date; see isoDay
	Words                                                      int32
	Headings                                                   uint32 // how many
	Hijri                                                      flat.Bool
	Direction                                                  int8      // of the title
	Verbatim                                                   flat.Bool // the text of its file is the bytes
	_                                                          uint8
}

// keptHeading is a heading of an article: source bytes.
type keptHeading struct{ Start, End int32 }

// keptTexts are texts, each once, by their numbers.
type keptTexts struct {
	all     []byte
	ends    []uint32
	numbers map[string]uint32 // while they are being collected
}

// number gives the number of a text.
func (t *keptTexts) number(text string) uint32 {
	if t.numbers == nil {
		t.numbers = map[string]uint32{}
	}
	n, ok := t.numbers[text]
	if !ok {
		n = uint32(len(t.ends))
		t.numbers[text] = n
		t.all = append(t.all, text...)
		t.ends = append(t.ends, uint32(len(t.all)))
	}
	return n
}

// text gives a text by its number. It shares the memory that it was read into.
func (t *keptTexts) text(n uint32) string {
	first := uint32(0)
	if n > 0 {
		first = t.ends[n-1]
	}
	return flat.String(t.all[first:t.ends[n]])
}

// sound reports whether the texts lie within their memory.
func (t *keptTexts) sound() bool {
	return slices.IsSorted(t.ends) && (len(t.ends) == 0 || int(t.ends[len(t.ends)-1]) == len(t.all))
}

const listSection = "list"

func (l *keptList) pieces() iter.Seq[[]byte] {
	var w flat.Writer
	flat.Put(&w, l.files)
	l.looks.put(&w)
	flat.Put(&w, l.parts)
	flat.Put(&w, l.entries)
	flat.Put(&w, l.headings)
	flat.Put(&w, l.texts.all)
	flat.Put(&w, l.texts.ends)
	return w.Pieces()
}

// openList reads what pieces has given; false where it is damaged.
func openList(data []byte) (l keptList, ok bool) {
	r := flat.Read(data)
	l = keptList{
		files: flat.Take[stamp](r), looks: takeLooks(r), parts: flat.Take[int32](r), entries: flat.Take[keptEntry](r), headings: flat.Take[keptHeading](r),
		texts: keptTexts{all: flat.Take[byte](r), ends: flat.Take[uint32](r)},
	}
	return l, r.OK() && l.sound()
}

// sound reports whether the list fits together.
func (l *keptList) sound() bool {
	if len(l.files) != len(l.parts) || !l.looks.sound(len(l.files)) || !l.texts.sound() {
		return false
	}
	articles, headings := 0, 0
	for _, parts := range l.parts {
		if parts < noArticle || int(parts) >= len(l.entries) {
			return false
		}
		articles += int(max(parts, -1)) + 1
	}
	for i := range l.entries {
		e := &l.entries[i]
		if uint(max(e.Title, e.ISO, e.From, e.Source, e.Byline, e.Section, e.Origin, e.Problem)) >= uint(len(l.texts.ends)) ||
			uint(e.Headings) > uint(len(l.headings)) {
			return false
		}
		headings += int(e.Headings)
	}
	return articles == len(l.entries) && headings == len(l.headings)
}

// keptPlace is where the entries and headings of a file begin.
type keptPlace struct{ entry, heading int32 }

// places gives where those of each file do.
func (l *keptList) places() []keptPlace {
	places := make([]keptPlace, len(l.files))
	var at keptPlace
	for i, parts := range l.parts {
		places[i] = at
		for range max(parts, -1) + 1 {
			at.heading += int32(l.entries[at.entry].Headings)
			at.entry++
		}
	}
	return places
}

// listOf gives what is kept of the list of a snapshot, whose files were numbered so.
func listOf(s *Snapshot, k keptArticles, numbers []int32) (l keptList) {
	l.files, l.parts, l.looks = k.files, make([]int32, len(k.files)), newLooks(len(k.files))
	docs := make([]Doc, len(k.files))
	for d, n := range numbers {
		if n >= 0 && int(n) < len(docs) {
			docs[n] = Doc(d)
		}
	}
	headings := map[Doc][]article.Range{}
	for d, r := range s.Headings() {
		headings[d] = append(headings[d], r)
	}
	for i, d := range docs {
		l.parts[i] = noList
		l.looks.add(s.file(d))
		if k.files[i] != (stamp{}) {
			l.addFile(s, i, d, headings)
		}
	}
	return l
}

// addFile adds the articles of a file with a number, if all of them can be kept.
func (l *keptList) addFile(s *Snapshot, i int, main Doc, headings map[Doc][]article.Range) {
	state := s.state(main)
	if state.phase == dropped {
		l.parts[i] = noArticle
		return
	}
	docs := []Doc{main}
	for part := range int(state.parts) {
		d, ok := s.index.findPart(PartID(s.file(main).name, part+2))
		if !ok || s.Index(d) < 0 {
			return
		}
		docs = append(docs, d)
	}
	for _, d := range docs {
		if state := s.state(d); !inList(state.phase) || state.failed {
			return
		}
	}
	l.parts[i] = state.parts
	for _, d := range docs {
		segment, at := s.segments[d/segmentSize], d%segmentSize
		e := segment.entry(d)
		l.addEntry(&e, traits{segment.key(at), headings[d]}, segment.states[at].bytes)
	}
}

func (l *keptList) addEntry(e *Entry, t traits, verbatim bool) {
	n := l.texts.number
	l.entries = append(l.entries, keptEntry{
		Key: t.key, Title: n(e.Title), ISO: n(e.Date.ISO), From: n(e.Date.From), Source: n(e.Source), Byline: n(e.Byline), Section: n(e.Section),
		Origin: n(e.Origin), Problem: n(e.Problem), Start: int32(e.Date.Start), End: int32(e.Date.End), Day: isoDay(e.Date.ISO), Words: int32(e.Words),
		Headings: uint32(len(t.headings)), Hijri: flat.BoolOf(e.Date.Hijri), Direction: int8(direction(e.Title)),
		Verbatim: flat.BoolOf(verbatim),
	})
	for _, r := range t.headings {
		l.headings = append(l.headings, keptHeading{int32(r.Start), int32(r.End)})
	}
}

// fill sets what is kept in an entry.
func (l *keptList) fill(e *Entry, k *keptEntry) {
	t := &l.texts
	e.Title, e.Source, e.Byline, e.Section = t.text(k.Title), t.text(k.Source), t.text(k.Byline), t.text(k.Section)
	e.Origin, e.Problem = t.text(k.Origin), t.text(k.Problem)
	e.Date = calendar.Date{ISO: t.text(k.ISO), From: t.text(k.From), Start: int(k.Start), End: int(k.End), Hijri: k.Hijri.True()}
	e.Words = int(k.Words)
}

// keepList writes what is known of the files, if that is more than a little.
func (c *Corpus) keepList(ctx context.Context, s *Snapshot, k keptArticles, numbers []int32) error {
	m := c.memory
	l := listOf(s, k, numbers)
	known := 0
	for _, parts := range l.parts {
		if parts != noList {
			known++
		}
	}
	if !m.list.worth(known) {
		return nil
	}
	return m.save(ctx, listKind, section{listSection, l.pieces()}, section{foldersSection, foldersOf(ctx, s, m.listedAt).pieces()})
}
