// Package article turns the bytes of one file into source text, parts and blocks.
//
// Decode gives the source text: the one coordinate system of the program is a byte offset in it. Parse names ranges of
// it as blocks; it never changes a byte.
package article

import (
	"sort"

	"jarida/corpus/calendar"
)

// Format is the kind of a file, which decides how its text is found.
type Format uint8

const (
	Text Format = iota
	HTML
	Markdown
)

// Source is a file's decoded text.
type Source struct {
	Text     string // valid UTF-8; for a valid UTF-8 file without a BOM, the file byte for byte
	Encoding string // "utf-8", "windows-1256", …
	Format   Format
	Warnings []string // what had to be guessed, replaced or left out, one sentence each
	Spans    []Span   // elements of a page or markup that tell Parse the kind of a range; in order
	Parts    []int    // source bytes with which whole articles behind the main one begin, where the markup of a page says so; in order

	// What the metadata of a page says; "" or the zero Date where it is silent.
	Title     string
	Byline    string
	Publisher string // the site
	Section   string
	Date      calendar.Date
}

// Span says what the markup of a page calls a range of the source text.
type Span struct {
	Kind       Kind
	Start, End int
}

// Kind is the kind of a block.
type Kind uint8

const (
	Paragraph Kind = iota
	Title
	Lead
	Heading
	Caption
	Byline
	Dateline
	Section
	Quote
	Verse
	List
	Related
	Furniture
	Tag
	Notice
)

// Block is a range of the source text that is one thing to a reader.
type Block struct {
	Kind       Kind
	Start, End int // source bytes
	RepeatOf   int // index in the part of the block that this one repeats, -1 for none
	Continues  int // index in the part of the block that this one goes on with, where furniture interrupts a paragraph; -1 for none
}

// Headline is a title and where it stands; a made-up one, or one from metadata, has Start == End == 0.
type Headline struct {
	Text       string // white space folded
	Start, End int
}

// Article is one part of a file: its main article, or one of those that follow in the same file.
type Article struct {
	Part       int // 1 for the main article, 2, 3 … for those behind it
	Start, End int // the part's range of the source text; together the parts of a file are all of it
	Title      Headline
	Date       calendar.Date // zero where unknown
	Byline     string
	Source     string // publisher or agency
	Section    string
	Words      int
	Blocks     []Block  // all within Start and End
	Related    []Teaser // the related stories that stand behind the article or in it, in order
	Origin     Origin   // where the text was first published, if a notice says so
}

// Teaser is a related story of which the page has only title and lead.
type Teaser struct {
	First, Last         int   // its blocks, both included, all of kind Related, Furniture between them aside
	Title, Lead, Source Range // source bytes; empty where there is none
}

// TeaserOf gives the index of the related story that a block belongs to, by the block's index; -1 for none.
func (a *Article) TeaserOf(block int) int {
	i := sort.Search(len(a.Related), func(i int) bool { return a.Related[i].Last >= block })
	if i == len(a.Related) || a.Related[i].First > block {
		return -1
	}
	return i
}

// Origin is what a republication notice says.
type Origin struct {
	Source string
	Date   calendar.Date
	Block  int // index of the notice in Blocks; meaningful only where Source or Date is known
}

// Range is a range of the source text in bytes.
type Range struct{ Start, End int }
