// Package export writes articles for other programs and for people: JSON lines, Markdown, plain text, the bulk format of a search cluster.
//
// Texts are written in logical order as they are read: cleaned, a paragraph on one line, without repeats and furniture. Controls are
// written as their pictures, so that what is exported can be shown on a terminal.
package export

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"jarida/corpus/article"
)

// Format is how articles are written.
type Format string

// The formats.
const (
	NDJSON   Format = "ndjson"   // a JSON object to a line
	Markdown Format = "markdown" // CommonMark
	Text     Format = "text"     // paragraphs with blank lines between
	Bulk     Format = "bulk"     // the bulk format of Elasticsearch and OpenSearch: see Mapping
)

// Formats gives the names of all formats.
func Formats() []string {
	return []string{string(NDJSON), string(Markdown), string(Text), string(Bulk)}
}

// ParseFormat gives the format with a name.
func ParseFormat(name string) (Format, error) {
	if !slices.Contains(Formats(), name) {
		return "", fmt.Errorf("there is no format %q: choose one of %s", name, strings.Join(Formats(), ", "))
	}
	return Format(name), nil
}

// Article is what is written of one article. What is not known is empty.
type Article struct {
	ID       string
	Path     string // of its file
	Parent   string // id of the main article, "" for one itself
	Title    string // as the list has it
	Date     string // ISO 8601
	DateFrom string
	Source   string
	Byline   string
	Section  string
	Words    int
	State    []string // what was decided about it

	Body article.Article
	Src  string // the source text that the offsets of Body refer to

	Found Found // for Bulk
}

// Writer writes articles, one after the other. It buffers nothing.
type Writer struct {
	// Index is the name of the index that Bulk names.
	Index string

	out    io.Writer
	format Format
	began  bool
}

// defaultIndex is the name of an index where none is set.
const defaultIndex = "jarida"

// NewWriter makes a Writer.
func NewWriter(out io.Writer, f Format) *Writer {
	return &Writer{Index: defaultIndex, out: out, format: f}
}

// Write writes an article in one write.
func (w *Writer) Write(a *Article) error {
	var b strings.Builder
	switch w.format {
	case Markdown:
		if w.began {
			b.WriteString("\n---\n\n")
		}
		writeMarkdown(&b, a)
	case Text:
		if w.began {
			b.WriteString("\n\n\n")
		}
		writeText(&b, a)
	case Bulk:
		if err := writeBulk(&b, a, w.Index); err != nil {
			return err
		}
	default:
		if err := writeJSON(&b, a); err != nil {
			return err
		}
	}
	w.began = true
	_, err := io.WriteString(w.out, b.String())
	return err
}

// passages gives an article as it is read, each passage on one line, pieces of a broken paragraph joined.
func (a *Article) passages() []article.Passage {
	all := a.Body.Passages(a.Src)
	joined := all[:0]
	for _, p := range all {
		p.Text = line(p.Text)
		if p.Piece && len(joined) > 0 {
			joined[len(joined)-1].Text += " " + p.Text
			continue
		}
		joined = append(joined, p)
	}
	return joined
}

// writeText writes an article as paragraphs. A rule stands before the related stories behind it.
func writeText(b *strings.Builder, a *Article) {
	var before article.Passage
	for i, p := range a.passages() {
		if i > 0 && !p.Continues(before) {
			b.WriteByte('\n')
		}
		if p.Kind == article.Related && before.Kind != article.Related {
			b.WriteString("———\n\n")
		}
		b.WriteString(p.Text)
		b.WriteByte('\n')
		before = p
	}
}

// line writes a stretch of text on one line: white space as one blank, controls as their pictures.
func line(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return strings.Map(picture, s)
}

// picture gives the character that shows a control; any other character is itself.
func picture(r rune) rune {
	switch {
	case r < ' ':
		return 0x2400 + r
	case r == 0x7F:
		return '\u2421'
	case r >= 0x80 && r < 0xA0, r == '\u2028', r == '\u2029':
		return '\uFFFD'
	}
	return r
}
