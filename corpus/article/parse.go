package article

import "slices"

// Parse finds the parts of a source text, and the title, the facts of the head and the blocks of each. name is the file's, which
// may carry a date. There is at least one part, and the first is the main article.
//
// Every byte of the source that is not white space is in exactly one block of one part, and blocks are in order: nothing is
// lost, and in doubt it is a Paragraph.
func Parse(src Source, name string) []Article {
	return new(Parser).Parse(src, name)
}

// Parser parses article after article in the same memory. The zero value is ready; it must not be shared between goroutines.
type Parser struct {
	src   Source
	text  string
	all   []line         // of the whole source
	lines []line         // of the part at hand
	seen  map[string]int // text of a block → its index, to find repeats

	first []int // the lines of all with which a part begins

	resumed int // the line with which two paragraphs of the text have followed each other behind related stories, 0 before it is known
	origin  int // the line of the notice of republication, -1 for none

	title   Headline
	heading string // the title as it is written, white space folded
	article Article
	blocks  []Block
	teasers []Teaser
	parts   []Article
}

// line is a line of the source, or a piece of one where markup or a label divides it.
type line struct {
	start, end int  // without the white space around it
	gap        int  // blank lines above
	kind       Kind // what it is, once settled
	settled    bool
	opens      bool // it is the header of related stories
	joined     bool // it continues the block of the line above
	resumed    bool // it continues the paragraph above what stands between
}

// Parse is as the function Parse; what it gives is valid until the next call.
func (p *Parser) Parse(src Source, name string) []Article {
	p.src, p.text = src, src.Text
	p.parts, p.blocks, p.teasers = p.parts[:0], p.blocks[:0], p.teasers[:0]
	p.lines = p.all[:0]
	p.splitLines()
	p.labelLines()
	p.all = p.lines
	p.findParts()
	for k, from := range p.first {
		to := len(p.all)
		if k+1 < len(p.first) {
			to = p.first[k+1]
		}
		// The capacity ends with the part: dividing a line of it must not move those of the next.
		p.lines = p.all[from:to:to]
		p.parsePart(name)
	}
	p.layParts()
	p.shareSource()
	p.src, p.text, p.lines, p.article, p.title = Source{}, "", nil, Article{}, Headline{}
	return p.parts
}

// parsePart finds the structure of the lines of one part.
func (p *Parser) parsePart(name string) {
	p.article, p.title, p.heading = Article{Part: len(p.parts) + 1}, Headline{}, ""
	p.resumed, p.origin = 0, -1
	if p.article.Part > 1 {
		// What the metadata and the name of a file say is said of its main article.
		p.src = Source{Text: p.text, Format: p.src.Format, Publisher: p.src.Publisher}
		name = ""
	}
	p.readPageHead()
	p.findTitle()
	p.readHead()
	p.divideByline()
	p.markRelated()
	p.markLists()
	p.readTail()
	p.readBody()
	blocks, teasers := len(p.blocks), len(p.teasers)
	p.emit()
	p.findTeasers(p.blocks[blocks:])
	p.article.Blocks = p.blocks[blocks:len(p.blocks):len(p.blocks)]
	if len(p.teasers) > teasers {
		p.article.Related = p.teasers[teasers:len(p.teasers):len(p.teasers)]
	}
	if p.origin >= 0 {
		at, _ := slices.BinarySearchFunc(p.article.Blocks, p.lines[p.origin].start, func(b Block, start int) int { return b.Start - start })
		p.article.Origin.Block = at
	}
	p.fillFacts(name)
	p.parts = append(p.parts, p.article)
}

// layParts gives each part its range: from its first line to that of the next one.
func (p *Parser) layParts() {
	for k := range p.parts {
		p.parts[k].Start, p.parts[k].End = 0, len(p.text)
		if k > 0 {
			p.parts[k].Start = p.all[p.first[k]].start
			p.parts[k-1].End = p.parts[k].Start
		}
	}
}

func (p *Parser) lineText(i int) string { return p.text[p.lines[i].start:p.lines[i].end] }

func (p *Parser) settle(i int, kind Kind) {
	p.lines[i].kind, p.lines[i].settled = kind, true
}

// counts reports whether the words of a kind are the article's own.
func counts(k Kind) bool {
	switch k {
	case Furniture, Related, Tag, Notice, Section:
		return false
	default:
		return true
	}
}

// emit joins the lines of the part to blocks and finds the repeats among them.
func (p *Parser) emit() {
	first := len(p.blocks)
	if p.seen == nil || len(p.seen) > 4096 { // clearing costs what the map has ever held
		p.seen = map[string]int{}
	}
	clear(p.seen)
	p.blocks = slices.Grow(p.blocks, len(p.lines))
	paragraph := -1 // the last one
	for i := 0; i < len(p.lines); {
		b := Block{Kind: p.lines[i].kind, Start: p.lines[i].start, End: p.lines[i].end, RepeatOf: -1, Continues: -1}
		if p.lines[i].resumed {
			b.Continues = paragraph
		}
		for i++; i < len(p.lines) && p.lines[i].joined; i++ {
			b.End = p.lines[i].end
		}
		if b.Continues < 0 {
			p.findRepeat(&b, first)
		}
		if b.Kind == Paragraph {
			paragraph = len(p.blocks) - first
		}
		p.blocks = append(p.blocks, b)
	}
}

// findRepeat tells which block, counted from the first of the part, the next one repeats.
func (p *Parser) findRepeat(b *Block, first int) {
	text := p.text[b.Start:b.End]
	switch b.Kind {
	case Title:
		text = p.heading // whatever its white space
	case Byline:
		text = trimByline(text)
	default:
	}
	if !mayRepeat(b.Kind, text) {
		return
	}
	at, ok := p.seen[text]
	if !ok {
		p.seen[text] = len(p.blocks) - first
		return
	}
	b.RepeatOf = at
	original := &p.blocks[first+at]
	switch {
	case original.Kind == Title:
		b.Kind = Title
	case !alike(original.Kind) || !alike(b.Kind):
	case b.Kind == Caption:
		original.Kind = Caption // where it stands again it is by its picture
	default:
		b.Kind = original.Kind
	}
}

// alike tells the kinds that a line is by where it stands.
func alike(k Kind) bool { return k == Paragraph || k == Lead || k == Heading || k == Caption }

// minRepeat is the length in bytes from which a paragraph that stands twice is a repeat. Shorter ones, such as the answers of an
// interview, are said twice.
const minRepeat = 80

func mayRepeat(kind Kind, text string) bool {
	switch kind {
	case Title, Caption, Lead, Byline, Tag, Notice, Section:
		return true
	case Heading, Related:
		return len(text) >= minRepeat/2
	case Paragraph:
		return len(text) >= minRepeat
	default:
		return false
	}
}
