package article

import (
	"jarida/corpus/calendar"
)

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
	lines []line
	seen  map[string]int // text of a block → its index, to find repeats

	following []int // the lines where other whole articles begin

	title   Headline
	article Article
	blocks  []Block
}

// line is a line of the source, or a piece of one where markup or a label divides it.
type line struct {
	start, end int  // without the white space around it
	gap        int  // blank lines above
	kind       Kind // what it is, once settled
	settled    bool
	joined     bool // it continues the block of the line above
}

// Parse is as the function Parse; what it gives is valid until the next call.
func (p *Parser) Parse(src Source, name string) []Article {
	p.src, p.text = src, src.Text
	p.article, p.title = Article{}, Headline{}
	p.splitLines()
	p.labelLines()
	p.findTitle()
	p.readHead()
	p.markFollowing()
	p.markRelated()
	p.markLists()
	p.readTail()
	p.readBody()
	p.emit()
	p.fillFacts(name)
	a := p.article
	a.Part, a.End = 1, len(p.text)
	p.src, p.text, p.article = Source{}, "", Article{}
	return []Article{a}
}

func (p *Parser) lineText(i int) string { return p.text[p.lines[i].start:p.lines[i].end] }

func (p *Parser) settle(i int, kind Kind) {
	p.lines[i].kind, p.lines[i].settled = kind, true
}

// fillFacts sets what is known about the whole article.
func (p *Parser) fillFacts(name string) {
	a := &p.article
	if p.title.Text == "" {
		p.title = p.madeTitle()
	}
	a.Title, a.Blocks = p.title, p.blocks
	if a.Date.Zero() {
		a.Date = p.src.Date
	}
	if a.Date.Zero() {
		a.Date = calendar.InName(name)
	}
	for _, b := range p.blocks {
		if b.RepeatOf < 0 && counts(b.Kind) {
			a.Words += countWords(p.text[b.Start:b.End])
		}
	}
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

// emit joins lines to blocks and finds the repeats among them.
func (p *Parser) emit() {
	p.blocks = p.blocks[:0]
	if p.seen == nil || len(p.seen) > 4096 { // clearing costs what the map has ever held
		p.seen = map[string]int{}
	}
	clear(p.seen)
	for i := 0; i < len(p.lines); {
		b := Block{Kind: p.lines[i].kind, Start: p.lines[i].start, End: p.lines[i].end, RepeatOf: -1}
		for i++; i < len(p.lines) && p.lines[i].joined; i++ {
			b.End = p.lines[i].end
		}
		text := p.text[b.Start:b.End]
		if b.Kind == Title {
			text = p.title.Text // whatever its white space
		}
		if mayRepeat(b.Kind, text) {
			if first, ok := p.seen[text]; ok {
				b.RepeatOf = first
				if p.blocks[first].Kind == Title || p.blocks[first].Kind == Heading {
					b.Kind = p.blocks[first].Kind
				}
			} else {
				p.seen[text] = len(p.blocks)
			}
		}
		p.blocks = append(p.blocks, b)
	}
}

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

// madeTitle makes a title from the first sentence of the text, past a dateline.
func (p *Parser) madeTitle() Headline {
	if p.src.Title != "" {
		return Headline{Text: p.src.Title}
	}
	for _, b := range p.blocks {
		if b.Kind == Furniture || b.Kind == Notice || b.Kind == Byline || b.Kind == Dateline {
			continue
		}
		// Twice as much text as a title holds: white space may be folded away, and shorten sees where the sentence goes on.
		text := p.text[b.Start:b.End]
		text = text[datelineLength(text):]
		text = p.peelDebris(validPrefix(text, 2*maxMadeTitle))
		return Headline{Text: shorten(foldSpace(text[:sentenceEnd(text, 0)]))}
	}
	return Headline{}
}
