package corpus

import "jarida/corpus/article"

// segmentSize is how many entries are copied when one of them changes: enough that 100,000 are a hundred pointers, few
// enough that a copy is 250 KB.
const segmentSize = 1024

// segment is a stretch of the entries, by number, with their texts and files. A segment in a snapshot never changes.
type segment struct {
	entries [segmentSize]Entry
	sources [segmentSize]source
	files   [segmentSize]*file // the parts of a file have the same
	states  [segmentSize]state

	keys     [segmentSize][keyBytes]byte // hashes of the contents, where they are asked for
	headings []heading                   // by entry, where they are asked for
}

// state is how it stands with an entry.
type state struct {
	phase   phase
	failed  bool  // as its entry says
	version int32 // how often its text has changed since the file was listed first
	parts   int32 // of a main article: how many its file has behind it

	direction int8 // of the title: see direction
}

// phase is how far an entry has come.
type phase uint8

const (
	absent   phase = iota // not there yet, or no longer
	listed                // a file that has not been read
	read                  // read, or known to be unreadable
	dropped               // read, and no article
	recalled              // read in an earlier run, and known from the cache; the text is on the disk
)

// source is an article's source text in memory. Most files are plain valid UTF-8 without anything to say about them, for which
// the text is enough. The parts of a file share the memory of one text.
type source struct {
	text  string
	other *article.Source // all of it, where more than the text is known
}

func keep(s article.Source) source {
	if s.Encoding == "utf-8" && s.Format == article.Text && len(s.Warnings) == 0 {
		return source{text: s.Text}
	}
	return source{other: &s}
}

func (s source) source() article.Source {
	if s.other != nil {
		return *s.other
	}
	return article.Source{Text: s.text, Encoding: "utf-8"}
}

// size gives the bytes of the text.
func (s source) size() int64 {
	if s.other != nil {
		return int64(len(s.other.Text))
	}
	return int64(len(s.text))
}

// same reports whether two texts are read in the same way and say the same.
func (s source) same(t source) bool {
	if s.other == nil && t.other == nil {
		return s.text == t.text
	}
	a, b := s.source(), t.source()
	return a.Text == b.Text && a.Encoding == b.Encoding && a.Format == b.Format
}
