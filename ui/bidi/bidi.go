// Package bidi turns logical text into lines of cells in visual order, each cell knowing the source bytes it stands for.
//
// It is pure: it knows Unicode (UAX #9, Arabic joining, cell widths) and nothing of terminals, articles or colours.
// Order of work: neutralise unsafe characters, NFC, levels over the whole paragraph, shape, break lines in logical order
// at the shaped width, then L1–L4 on each line. Only this package turns byte offsets into columns.
package bidi

// Direction is the base direction of a paragraph.
type Direction uint8

const (
	Auto Direction = iota // the direction of most of its strong characters, RTL where there are none to tell it otherwise
	LTR
	RTL
)

// Options say how a paragraph is laid out. The zero value lays it out on one line, shaped, marks stripped, base found from its letters.
type Options struct {
	Width        int       // cells to a line; 0: one line, however long
	MaxLines     int       // 0: as many as it takes; else the last line ends in an ellipsis where text was left out
	Base         Direction // base direction of the paragraph
	NoShaping    bool      // draw letters in their isolated base forms (for fonts without presentation forms)
	KeepTashkeel bool      // keep Arabic vowel marks; else they take no cell text but keep their source bytes
	KeepControls bool      // feed explicit embeddings and overrides of the text to the algorithm, do not neutralise (conformance tests)
}

// Range is a range of bytes of the source text.
type Range struct{ Start, End int }

// Span is a range of columns of a line, counted from its left edge.
type Span struct{ From, To int }

// Cell is what one terminal cell (or two, for a wide character) shows.
type Cell struct {
	Glyph  rune   // what is drawn: shaped and mirrored
	Letter rune   // the same before shaping and mirroring (a lam-alef ligature: its isolated form)
	Tail   string // what follows Glyph in the same cell: marks that are kept, the rest of an emoji sequence; mostly ""
	Start  int32  // source bytes [Start, End) that this cell stands for, zero-width and dropped ones included
	End    int32
	Index  int32 // the cell's place in the logical order of its line
	Width  uint8 // columns: 0, 1 or 2
	Level  uint8 // resolved embedding level after L1; odd is right-to-left
}

// Line is one laid-out line: Cells from left to right.
type Line struct {
	Cells      []Cell
	Width      int   // columns, the sum of the cells' widths
	Level      uint8 // paragraph embedding level: odd is right-to-left, and the line is to be aligned right
	Start, End int   // source bytes [Start, End) of the line, the dropped break spaces included
}

// RTL reports whether the paragraph of the line runs from right to left.
func (l *Line) RTL() bool { return l.Level&1 == 1 }

// Layouter lays out paragraphs, keeping its buffers from one call to the next. The zero value is ready. Not for concurrent use.
type Layouter struct{}

// Layout lays out one paragraph. offset is added to the byte positions in text, so that cells carry source offsets.
// A white-space run with a line break in it is shown as one space (block text may be hard-wrapped). The lines are
// valid until the next call.
func (lo *Layouter) Layout(text string, offset int, o Options) []Line { return nil }

// Layout is Layouter.Layout with lines that may be kept.
func Layout(text string, offset int, o Options) []Line { return nil }

// Spans appends to dst the column spans of the source range r on the line, left to right, merged where they touch.
func (l *Line) Spans(dst []Span, r Range) []Span { return dst }

// Caret gives the column of the caret before the source offset: the right edge of the cell there if its level is odd, the
// left edge if it is even; after the last cell, the far edge on the side to which the line runs.
func (l *Line) Caret(offset int) int { return 0 }

// OffsetAt gives the source offset of the cell that covers the column (the nearest one beyond the ends).
func (l *Line) OffsetAt(col int) int { return 0 }

// Width gives the columns of the text laid out on one line.
func Width(text string, o Options) int { return 0 }
