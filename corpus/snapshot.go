package corpus

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"jarida/corpus/article"
	"jarida/corpus/search"

	"golang.org/x/text/unicode/bidi"
)

// Snapshot is the corpus at one moment. It is immutable and may be kept.
//
// While files are being read the list is in the order of the listing and holds one entry for each file. When all are read (Progress
// says Done) it is put into its final order, in which the later parts of files have their places, too. After that a watched corpus
// changes it only where files change.
type Snapshot struct {
	segments []*segment // entries by Doc
	order    []Doc      // the list; nil: by Doc
	place    []int32    // Doc → index in order, -1 for none; nil with order
	length   int
	progress Progress
	rtl      int // titles that run from right to left, minus those that do not
	arranged int // how many orders there were before
	warnings []string
	index    *index
	tagged   *tagged // nil where nothing was read for entities yet
	told     *told   // nil where nothing was read for stories yet
	dated    *dated  // nil where nothing was read for days yet
	onDisk   bool    // the files are on the disk

	full    *search.Index // nil where there is none yet
	indexed int           // how many articles it has
}

// Articles gives the snapshot without what was found in its articles: no index, no entities, stories or days. It is for who goes on with one for
// long, and must not hold on to what is replaced meanwhile.
func (s *Snapshot) Articles() *Snapshot {
	articles := *s
	articles.full, articles.tagged, articles.told, articles.dated = nil, nil, nil, nil
	return &articles
}

// With gives the snapshot with what was found by a newer one: its index, entities, stories and days. It is for who must show a list a while longer, and
// must not hold on to what has been replaced meanwhile. Articles that have come since are not in the list, as Index says.
func (s *Snapshot) With(newer *Snapshot) *Snapshot {
	next := *s
	next.full, next.indexed, next.tagged, next.told, next.dated = newer.full, newer.indexed, newer.tagged, newer.told, newer.dated
	return &next
}

// Len gives the number of entries.
func (s *Snapshot) Len() int { return s.length }

// At gives the i-th entry in the order of the list, newest first.
func (s *Snapshot) At(i int) Entry { return s.entry(s.DocAt(i)) }

// TitleAt gives the title of the i-th entry, for whoever goes through all of them: see DocAt.
func (s *Snapshot) TitleAt(i int) string {
	d := s.DocAt(i)
	return s.segments[d/segmentSize].title(d % segmentSize)
}

// SourceAt gives who published the i-th entry, and the section that it stood in: see TitleAt.
func (s *Snapshot) SourceAt(i int) (source, section string) {
	d := s.DocAt(i)
	segment := s.segments[d/segmentSize]
	source, _, _ = segment.publishers(d % segmentSize)
	return source, segment.section(d % segmentSize)
}

// DocAt gives the number of the i-th entry, for whoever goes through all of them: an entry is many words to copy.
func (s *Snapshot) DocAt(i int) Doc {
	if s.order != nil {
		return s.order[i]
	}
	return Doc(i)
}

func (s *Snapshot) entry(d Doc) Entry { return s.segments[d/segmentSize].entry(d) }

// known reports whether an entry has or had this number.
func (s *Snapshot) known(d Doc) bool { return d >= 0 && int(d) < len(s.segments)*segmentSize }

func (s *Snapshot) file(d Doc) *file { return s.segments[d/segmentSize].files[d%segmentSize] }

func (s *Snapshot) state(d Doc) state {
	if !s.known(d) {
		return state{}
	}
	return s.segments[d/segmentSize].states[d%segmentSize]
}

// Index gives the place of an entry in the order of the list, -1 if it is not there.
func (s *Snapshot) Index(d Doc) int {
	switch {
	case s.order == nil && d >= 0 && int(d) < s.length:
		return int(d)
	case d < 0 || int(d) >= len(s.place):
		return -1
	}
	return int(s.place[d])
}

// Order numbers the order of the list. Two snapshots of one corpus that give the same number hold the same entries in the same
// places, whatever else may differ; where it differs, entries have come, gone or changed places.
func (s *Snapshot) Order() int { return s.arranged }

// After gives the place in s of the i-th entry of an older snapshot. Where it is gone: of the nearest one behind it that is still
// there, else of the nearest before it, else 0.
func (s *Snapshot) After(old *Snapshot, i int) int {
	if s.Len() == 0 || old.Len() == 0 {
		return 0
	}
	i = max(min(i, old.Len()-1), 0)
	for j := i; j < old.Len(); j++ {
		if at := s.Index(old.DocAt(j)); at >= 0 {
			return at
		}
	}
	for j := i - 1; j >= 0; j-- {
		if at := s.Index(old.DocAt(j)); at >= 0 {
			return at
		}
	}
	return 0
}

// Failed reports whether an entry cannot be read, as it says itself.
func (s *Snapshot) Failed(d Doc) bool { return s.state(d).failed }

// Version counts how often the text of an entry, or whether it can be read, has changed since it was first read: what is shown of it
// must be loaded again where the number differs.
func (s *Snapshot) Version(d Doc) int { return int(s.state(d).version) }

// Lookup finds an entry of the list by its id.
func (s *Snapshot) Lookup(id string) (Entry, bool) {
	d, ok := s.index.find(id)
	if !ok || s.Index(d) < 0 {
		return Entry{}, false
	}
	return s.entry(d), true
}

// Source gives the text of the file of an entry, false where it has not been read or cannot be. It makes it of what is kept of it, which takes a
// microsecond or two, and tens for a very long one.
func (s *Snapshot) Source(d Doc) (article.Source, bool) {
	if !s.HasSource(d) {
		return article.Source{}, false
	}
	return s.segments[d/segmentSize].sources[d%segmentSize].source(), true
}

// HasSource reports whether Source gives a text.
func (s *Snapshot) HasSource(d Doc) bool {
	state := s.state(d)
	return state.phase == read && !state.failed
}

// File gives the path by which the file of an entry is opened, false where it is no file on disk: articles that are built in, standard
// input.
func (s *Snapshot) File(d Doc) (path string, ok bool) {
	if !s.known(d) || s.state(d).phase == absent {
		return "", false
	}
	f := s.file(d)
	if f == nil || !s.onDisk || f.content != nil {
		return "", false
	}
	return f.path, true
}

// Progress says how far the reading has come.
func (s *Snapshot) Progress() Progress { return s.progress }

// Warnings are the problems that belong to no entry (unreadable folders and the like).
func (s *Snapshot) Warnings() []string {
	if s.tagged != nil && s.tagged.problem != "" {
		return append(slices.Clip(s.warnings), s.tagged.problem)
	}
	return s.warnings
}

// RTL reports whether most of the titles read so far run from right to left (true where there are none).
func (s *Snapshot) RTL() bool { return s.rtl >= 0 }

// direction gives 1 for a title with more strong right-to-left letters, -1 for one with more left-to-right, else 0.
func direction(title string) int {
	rtl := 0
	for _, r := range title {
		if r < utf8.RuneSelf {
			if unicode.IsLetter(r) {
				rtl--
			}
			continue
		}
		switch p, _ := bidi.LookupRune(r); p.Class() {
		case bidi.R, bidi.AL:
			rtl++
		case bidi.L:
			rtl--
		}
	}
	return max(-1, min(1, rtl))
}
