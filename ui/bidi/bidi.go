// Package bidi turns logical text into lines of cells in visual order, each cell knowing the source bytes it stands for.
//
// It is pure: it knows Unicode (UAX #9, Arabic joining, cell widths) and nothing of terminals, articles or colours.
// Order of work: neutralise unsafe characters, NFC, levels over the whole paragraph, shape, break lines in logical order
// at the shaped width, then L1–L4 on each line. Only this package turns byte offsets into columns.
//
// One file holds one step: read.go (text to units), safe.go, marks.go and cluster.go (the characters that are not simply
// themselves), tokens.go (URLs and phone numbers), digits.go (other digits than are written), levels.go with explicit.go,
// sequences.go, weak.go, brackets.go and neutral.go
// (UAX #9 up to I2), compact.go (characters without a cell), wrap.go (lines), reorder.go (L1, L2), cells.go (L3, L4, shapes),
// line.go (columns).
package bidi

// Direction is the base direction of a paragraph.
type Direction uint8

const (
	// Auto is the direction of most of the strong characters of the paragraph, those of tokens (see Options.PlainTokens)
	// counting only where there are no others; right-to-left where there are as many of both, or none.
	Auto Direction = iota
	LTR
	RTL
	// FirstStrong is the direction of the first strong character outside isolates, left-to-right where there is none
	// (UAX #9 P2, P3).
	FirstStrong
)

// Options say how a paragraph is laid out. The zero value lays it out on one line, shaped, marks stripped, base found from its letters.
type Options struct {
	Width        int       // cells to a line; 0: one line, however long
	MaxLines     int       // 0: as many as it takes; else the last line ends in an ellipsis where text was left out
	Base         Direction // base direction of the paragraph
	NoShaping    bool      // draw letters in their isolated base forms (for fonts without presentation forms)
	KeepTashkeel bool      // keep Arabic combining marks; else they take no cell text but keep their source bytes
	KeepControls bool      // feed explicit embeddings, overrides and paragraph separators of the text to the algorithm, do not neutralise (conformance tests)
	Digits       Digits    // in which digits numbers are shown; offsets stay those of the text
	PlainTokens  bool      // give URLs, e-mail addresses, @names, phone numbers and code to the algorithm as they are, not as left-to-right isolates
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
	Width  uint8 // columns: 1 or 2
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
type Layouter struct {
	p     paragraph
	cells []Cell
	lines []Line
}

// keptUnits bounds the buffers that a Layouter keeps between calls: those of longer paragraphs (some 60 bytes to a
// character) are let go. It is ten times the longest paragraph of a large news collection.
const keptUnits = 1 << 18

// Layout lays out one paragraph. offset is added to the byte positions in text, so that cells carry source offsets.
// A white-space run with a line break in it is shown as one space (block text may be hard-wrapped), and as none at either
// end of the text; a TAB is shown as one space. There is at least one line; every byte of text belongs to exactly one
// cell. The lines are valid until the next call.
//
// Where Options.MaxLines leaves text out, the last cell of the last line in logical order is an ellipsis that stands for
// all of that text.
func (lo *Layouter) Layout(text string, offset int, o Options) []Line {
	if cap(lo.p.units) > keptUnits {
		*lo = Layouter{}
	}
	lo.p.read(text, o)
	if o.Digits != AsWritten {
		lo.p.showDigits(o.Digits)
	}
	lo.p.resolve(o)
	lo.p.compact()
	lo.p.fenceTokens()
	return lo.wrap(offset, o)
}

// Width gives the columns of the text laid out on one line.
func (lo *Layouter) Width(text string, o Options) int {
	lo.p.read(text, o)
	lo.p.compact()
	w := 0
	for i := range lo.p.n {
		w += int(lo.p.units[i].width)
	}
	return w
}

// Layout is Layouter.Layout with lines that may be kept.
func Layout(text string, offset int, o Options) []Line {
	var lo Layouter
	return lo.Layout(text, offset, o)
}
