package corpus

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"jarida/corpus/article"

	"golang.org/x/text/unicode/bidi"
)

// Snapshot is the corpus at one moment. It is immutable and may be kept.
type Snapshot struct {
	segments []*segment // entries by Doc
	order    []Doc      // the list; nil: by Doc
	place    []int32    // Doc → index in order, -1 for none; nil with order
	length   int
	progress Progress
	rtl      int // titles that run from right to left, minus those that do not
	arranged int // how many orders there were before
	shared   *shared
}

// shared is what all snapshots of a corpus have in common.
type shared struct {
	warnings []string
	files    []file
	ids      func() map[string]Doc
}

func newShared(l *listing) *shared {
	return &shared{warnings: l.warnings, files: l.files, ids: sync.OnceValue(func() map[string]Doc {
		ids := make(map[string]Doc, len(l.files))
		for i := range l.files {
			ids[l.files[i].id] = Doc(i)
		}
		return ids
	})}
}

// segmentSize is how many entries are copied when one of them changes: enough that 100,000 are a hundred pointers, few
// enough that a copy is 200 KB.
const segmentSize = 1024

// segment is a stretch of the entries with their text. A segment in a snapshot never changes.
type segment struct {
	entries [segmentSize]Entry
	sources [segmentSize]source
}

// source is an article's source text in memory. Most files are plain valid UTF-8 without anything to say about them, for which
// the text is enough.
type source struct {
	text  string
	other *article.Source // all of it, where more than the text is known
	known bool
}

func keep(s article.Source) source {
	if s.Encoding == "utf-8" && s.Format == article.Text && len(s.Warnings) == 0 {
		return source{text: s.Text, known: true}
	}
	return source{other: &s, known: true}
}

func (s source) source() article.Source {
	if s.other != nil {
		return *s.other
	}
	return article.Source{Text: s.text, Encoding: "utf-8"}
}

// Len gives the number of entries.
func (s *Snapshot) Len() int { return s.length }

// At gives the i-th entry in the order of the list, newest first.
func (s *Snapshot) At(i int) Entry { return s.entry(s.doc(i)) }

func (s *Snapshot) doc(i int) Doc {
	if s.order != nil {
		return s.order[i]
	}
	return Doc(i)
}

func (s *Snapshot) entry(d Doc) Entry { return s.segments[d/segmentSize].entries[d%segmentSize] }

// Index gives the place of an entry in the order of the list, -1 if it is not there.
func (s *Snapshot) Index(d Doc) int {
	switch {
	case d < 0 || int(d) >= len(s.shared.files):
		return -1
	case s.order != nil:
		return int(s.place[d])
	}
	return int(d)
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
		if at := s.Index(old.doc(j)); at >= 0 {
			return at
		}
	}
	for j := i - 1; j >= 0; j-- {
		if at := s.Index(old.doc(j)); at >= 0 {
			return at
		}
	}
	return 0
}

// Version counts how often the text of an entry, or why it cannot be read, has changed since the corpus was opened: a text that is
// shown must be loaded again where it differs.
func (s *Snapshot) Version(Doc) int { return 0 }

// Lookup finds an entry by its id.
func (s *Snapshot) Lookup(id string) (Entry, bool) {
	d, ok := s.shared.ids()[id]
	if !ok || s.Index(d) < 0 {
		return Entry{}, false
	}
	return s.entry(d), true
}

// Source gives the text of an entry, false where it has not been read or cannot be.
func (s *Snapshot) Source(d Doc) (article.Source, bool) {
	if s.Index(d) < 0 {
		return article.Source{}, false
	}
	src := s.segments[d/segmentSize].sources[d%segmentSize]
	if !src.known {
		return article.Source{}, false
	}
	return src.source(), true
}

// Progress says how far the reading has come.
func (s *Snapshot) Progress() Progress { return s.progress }

// Warnings are the problems that belong to no entry (unreadable folders and the like).
func (s *Snapshot) Warnings() []string { return s.shared.warnings }

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
