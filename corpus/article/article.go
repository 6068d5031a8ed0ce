// Package article turns the bytes of one file into source text, parts and blocks.
//
// Decode gives the source text: the one coordinate system of the program is a byte offset in it. Parse names ranges of
// it as blocks; it never changes a byte.
package article

import "jarida/corpus/calendar"

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
	Title    string   // from metadata of the page, "" where there is none
	Date     calendar.Date
	Spans    []Span // elements of a page or markup that tell Parse the kind of a range; in order
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
	RepeatOf   int // index of the block that this one repeats, -1 for none
}

// Headline is a title and where it stands; a made-up one, or one from metadata, has Start == End == 0.
type Headline struct {
	Text       string // white space folded
	Start, End int
}

// Article is one parsed part of a file.
type Article struct {
	Title   Headline
	Date    calendar.Date // zero where unknown
	Byline  string
	Source  string // publisher or agency
	Section string
	Words   int
	Blocks  []Block
}
