package corpus

import (
	"slices"
	"strings"

	"jarida/corpus/arabic"
	"jarida/corpus/article"
	"jarida/corpus/flat"
)

// segmentSize is how many entries are copied when one of them changes: enough that 100,000 are a hundred pointers, few
// enough that a copy is 100 KB.
const segmentSize = 1024

// segment is a stretch of the entries, by number, with their texts and files. A segment in a snapshot never changes.
type segment struct {
	made  [segmentSize]*Entry // those that were read in this run, which do not change; nil for others
	kept  [segmentSize]int32  // of main articles that were not: their numbers in list, and one; 0 for none
	list  *keptList           // what the cache has; nil where there is nothing
	files [segmentSize]*file  // the parts of a file have the same

	sources [segmentSize]source
	states  [segmentSize]state

	keys     [segmentSize][keyBytes]byte // hashes of the contents of those in made, where they are asked for
	headings []heading                   // by entry, where they are asked for
}

// state is how it stands with an entry.
type state struct {
	phase   phase
	failed  bool  // as its entry says
	bytes   bool  // of a main article: its text is the bytes of the file
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

// source is an article's source text in memory: in the half of it that a text of Arabic needs (see arabic.AppendHalved), as texts are most of what
// is in memory, and one that is looked at is whole again in a microsecond or two. Most files are plain valid UTF-8 without anything to say about
// them, for which the text is enough. The parts of a file share the memory of one text.
type source struct {
	text   string          // "" where it was left on the disk
	length int32           // of the text where it is halved or left; 0 where it stands there as it is
	other  *article.Source // what else is known, where that is something; its own text is empty

	outline string // see reader.outline
}

// mostHalved is the length of the longest text that is halved: whoever shows a line of one must not wait for it.
const mostHalved = 64 << 10

// keep keeps a text, in a slab if it is halved, else in its own memory: a plain text may be in that of what it was read into.
func keep(s article.Source, to *slab) source {
	k := source{text: s.Text}
	if n := len(s.Text); n > 0 && n <= mostHalved {
		to.halved = arabic.AppendHalved(to.halved[:0], s.Text)
		if len(to.halved) < n-n/8 {
			k.text, k.length = to.copy(to.halved), int32(n)
		}
	}
	if k.length == 0 && s.Format == article.Text {
		k.text = strings.Clone(s.Text)
	}
	if s.Encoding != utf8Encoding || s.Format != article.Text || len(s.Warnings) > 0 {
		s.Text = ""
		k.other = &s
	}
	return k
}

func (s source) source() article.Source { return s.sourceIn(new([]byte)) }

// sourceIn is source whose text may be in memory that is used again.
func (s source) sourceIn(room *[]byte) article.Source {
	src := article.Source{Encoding: utf8Encoding}
	if s.other != nil {
		src = *s.other
	}
	if src.Text = s.text; s.length > 0 {
		*room = arabic.AppendWhole(slices.Grow((*room)[:0], 2*len(s.text)), s.text)
		src.Text = flat.String(*room)
	}
	return src
}

// size gives the bytes of the text.
func (s source) size() int64 { return max(int64(s.length), int64(len(s.text))) }

// same reports whether two texts are read in the same way and say the same.
func (s source) same(t source) bool {
	if s.text != t.text || s.length != t.length {
		return false
	}
	if s.other == nil && t.other == nil {
		return true
	}
	a, b := s.source(), t.source()
	return a.Encoding == b.Encoding && a.Format == b.Format
}
