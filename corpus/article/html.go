package article

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// decodePage turns an HTML page into the text on it, with a span for what its markup says the text is. charset is what the page's
// envelope names, "" for none.
func decodePage(raw []byte, charset string) Source {
	if charset == "" {
		charset = metaCharset(raw)
	}
	text, encoding, warnings := decodeText(latinEntities(raw), charset, false)
	p := pageReader{inline: make([]inlineElement, 0, maxInline), open: make([]openElement, 0, maxOpen), tags: make([]atom.Atom, 0, maxOpen)}
	p.read(text)
	src := p.source()
	src.Encoding, src.Warnings = encoding, warnings
	return src
}

// latinEntities writes the letters of a page for which a program that knew Western text alone wrote entities ("&Ugrave;&sbquo;" for "Ù‚"): bytes
// of Arabic that were taken for letters. Other pages are given back as they are.
func latinEntities(raw []byte) []byte {
	const fewest = 12 // of Ø and Ù, which stand for the first byte of nearly all Arabic letters
	n := 0
	for _, name := range [...]string{"&Ugrave;", "&Oslash;", "&#216;", "&#217;"} {
		n += bytes.Count(raw, []byte(name))
	}
	if n < fewest {
		return raw
	}
	out := make([]byte, 0, len(raw))
	for at := 0; at < len(raw); {
		n := bytes.IndexByte(raw[at:], '&')
		if n < 0 {
			return append(out, raw[at:]...)
		}
		out = append(out, raw[at:at+n]...)
		at += n
		letter, length := latinEntity(raw[at:])
		out = append(out, letter...)
		at += length
	}
	return out
}

// latinEntity gives the letter beyond ASCII that an entity at the start of a text stands for, else the text of one byte, and its length.
func latinEntity(s []byte) (letter string, length int) {
	const longest = 10 // bytes
	if end := bytes.IndexByte(s[:min(len(s), longest)], ';'); end > 0 {
		letter = html.UnescapeString(string(s[:end+1]))
		if r, n := utf8.DecodeRuneInString(letter); n == len(letter) && r >= utf8.RuneSelf && r != utf8.RuneError {
			return letter, end + 1
		}
	}
	return string(s[:1]), 1
}

// metaCharset gives the charset that a page declares in its first kilobytes, "" for none.
func metaCharset(raw []byte) string {
	const key = "charset"
	head := raw[:min(len(raw), sniffBytes)]
	for at := 0; ; at++ {
		n := bytes.IndexByte(head[at:], '=')
		if n < 0 {
			return ""
		}
		if at += n; at < len(key) || !bytes.EqualFold(head[at-len(key):at], []byte(key)) {
			continue
		}
		name := bytes.TrimLeft(head[at+1:], `"' `)
		if end := bytes.IndexAny(name, "\"' />;\r\n"); end >= 0 {
			name = name[:end]
		}
		return strings.ToLower(string(name))
	}
}

// pageReader writes the text of a page down while it walks through its tags, as a browser would show it (the innerText of the HTML
// standard: a blank line around each <p>, a line for every other block). All text is kept, what is hidden too; scripts and styles are no
// text. It never builds a tree: a page is untrusted, and a million open elements must cost no more than a million bytes.
type pageReader struct {
	text   []byte
	lines  []pageLine
	boxes  []box // the elements that have text in them
	open   []openElement
	tags   []atom.Atom     // theirs
	opened [tagSlots]uint8 // how many of them have a slot: an end tag too many is not looked up in all
	beyond int             // open elements that did not fit in open

	line    int // where the line that is being written begins
	pending int // line breaks that are owed before the next word
	space   bool
	linked  int // bytes of the line that are in links
	inline  []inlineElement
	marks   []mark // what inline elements name in the lines, in order

	link      int // how many elements were open where the link began that is open; -1 where none is
	linkEnd   int // where the last link ended
	inTitle   bool
	preformed int // <pre> that are open

	attrs attributes // of the tag at hand
	facts pageFacts
}

// pageLine is a line of a page's text.
type pageLine struct {
	start, end int32
	linked     int32 // bytes of it in links
	box        int32 // the element that it is in, -1 for none
	marks      int32 // how many marks the lines up to here have
	row        bool  // the cells of a row
}

// mark is what an inline element calls a part of a line.
type mark struct {
	start, end int32
	kind       Kind
}

// openElement is a block that is open where the reader stands.
type openElement struct {
	box   int32 // its box, -1 while there is no text in it
	says  naming
	line  int // of a row: the first line in it
	cells int // of a row
}

// inlineElement is an inline element that is open and says what its text is, or is within one of its own kind.
type inlineElement struct {
	tag   atom.Atom
	kind  Kind
	named bool // it is the outermost that says something
	heard bool // it is for readers of screens: a line of its own
	start int
	depth int // how many blocks were open
}

const (
	// maxOpen bounds the stack of open elements: pages nest a few dozen; deeper ones are broken or hostile, and lose only kinds.
	maxOpen = 128
	// tagSlots is among how many slots the tags of open elements are counted.
	tagSlots = 256
	// maxBoxes bounds the elements that are remembered: the largest pages have some ten thousand. What is beyond belongs to the element
	// around it.
	maxBoxes = 1 << 18
	// maxInline bounds the inline elements that are open and named.
	maxInline = 8
)

func (p *pageReader) read(page string) {
	p.link, p.linkEnd = -1, -1
	p.text = make([]byte, 0, len(page)/2)
	tokens := html.NewTokenizer(strings.NewReader(page))
	tokens.AllowCDATA(true) // pages of XHTML have text in it
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			p.endLine(1)
			return
		case html.TextToken:
			p.write(tokens.Text())
		case html.StartTagToken, html.SelfClosingTagToken:
			p.start(tokens)
		case html.EndTagToken:
			name, _ := tokens.TagName()
			p.end(tagOf(name))
		}
	}
}

func (p *pageReader) start(tokens *html.Tokenizer) {
	name, more := tokens.TagName()
	tag := tagOf(name)
	switch tag {
	case atom.Script, atom.Style, atom.Iframe, atom.Noembed, atom.Noframes:
		p.raw(tag, tokens, more)
		return
	case atom.Noscript:
		tokens.NextIsNotRawText()
	case atom.Title:
		p.inTitle = p.facts.title.Len() == 0 && !p.innermost(atom.Svg)
		return
	case atom.Br, atom.Hr:
		p.breakLine(tag)
		return
	}
	attrs := &p.attrs
	*attrs = attributes{}
	if more {
		attrs.read(tokens)
	}
	if attrs.itemprop != "" && attrs.content != "" || tag == atom.Meta {
		p.facts.meta(attrs)
	}
	switch {
	case tag == atom.A:
		p.startLink(attrs)
		p.startInline(tag, attrs)
	case isBlock(tag):
		p.startBlock(tag, attrs)
	case isInline(tag):
		p.startInline(tag, attrs)
	}
}

// tagOf gives the tag of a name. What AMP pages put around the article are asides.
func tagOf(name []byte) atom.Atom {
	tag := atom.Lookup(name)
	if tag != 0 || len(name) < len("amp-ad") || string(name[:4]) != "amp-" {
		return tag
	}
	switch string(name[4:]) {
	case "ad", "sticky-ad", "embed", "iframe", "sidebar", "list", "next-page", "user-notification", "consent":
		return atom.Aside
	}
	return 0
}

// raw reads the content of an element that is no text; one kind of script is metadata.
func (p *pageReader) raw(tag atom.Atom, tokens *html.Tokenizer, more bool) {
	p.attrs = attributes{}
	if tag == atom.Script && more {
		p.attrs.read(tokens)
	}
	if tokens.Next() == html.TextToken && strings.EqualFold(strings.TrimSpace(p.attrs.kind), "application/ld+json") {
		p.facts.linkedData(tokens.Raw())
	}
}

func (p *pageReader) startLink(attrs *attributes) {
	p.endLink()
	if attrs.href == "" || strings.HasPrefix(attrs.href, "#") {
		return // a place on this page
	}
	p.link = len(p.open)
	if n := len(p.open); n > 0 && p.open[n-1].says.named && p.open[n-1].says.kind == Related {
		p.endLine(1) // the header beside it
	}
	if p.linkEnd == len(p.text) {
		p.space = true // two links side by side are apart on the screen
	}
}

func (p *pageReader) endLink() {
	if p.link >= 0 {
		p.link, p.linkEnd = -1, len(p.text)
	}
}

// startInline remembers an inline element that says what its text is. On the screen these stand apart.
func (p *pageReader) startInline(tag atom.Atom, attrs *attributes) {
	if tag == atom.Time {
		p.facts.time(attrs, len(p.lines))
	}
	kind, ok := inlineNaming(tag, attrs)
	heard := !ok && isHeardClass(attrs.class)
	if heard {
		kind, ok = Furniture, true
		p.endLine(1)
	}
	p.space = p.space || attrs.hidden // the twin of what stands beside it
	if n := len(p.inline); !ok && (n == 0 || p.inline[n-1].tag != tag) || n == maxInline {
		return
	}
	p.space = p.space || ok
	p.inline = append(p.inline, inlineElement{tag: tag, kind: kind, named: ok && len(p.inline) == 0, heard: heard, start: len(p.text), depth: len(p.open)})
}

func (p *pageReader) endInline(tag atom.Atom) {
	n := len(p.inline)
	if n == 0 || p.inline[n-1].tag != tag {
		return
	}
	e := p.inline[n-1]
	p.addMark(e)
	p.space = p.space || e.named
	p.inline = p.inline[:n-1]
	if e.heard {
		p.endLine(1)
	}
}

// addMark names what was written since an inline element began. What is within another named one goes by that.
func (p *pageReader) addMark(e inlineElement) {
	if !e.named {
		return
	}
	start := max(e.start, p.line)
	if start < len(p.text) && p.text[start] == ' ' {
		start++
	}
	before := 0
	if n := len(p.marks); n > 0 {
		before = int(p.marks[n-1].end)
	}
	if start >= before && start < len(p.text) {
		p.marks = append(p.marks, mark{start: int32(start), end: int32(len(p.text)), kind: e.kind})
	}
}

// write adds running text: white space becomes one space, none at the ends of a line.
func (p *pageReader) write(s []byte) {
	if p.inTitle {
		p.facts.addTitle(s)
		return
	}
	for len(s) > 0 {
		n := 0
		for n < len(s) && s[n] <= ' ' && isBlank(s[n]) {
			if s[n] == '\n' && p.preformed > 0 {
				p.breakLine(atom.Br)
			}
			n++
		}
		p.space = p.space || n > 0
		s = s[n:]
		if len(s) == 0 {
			return
		}
		n = 0
		for n < len(s) && (s[n] > ' ' || !isBlank(s[n])) {
			n++
		}
		p.writeWord(s[:n])
		s = s[n:]
	}
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

func (p *pageReader) writeWord(word []byte) {
	before := len(p.text)
	switch {
	case before == p.line: // a line begins
		for before > 0 && p.pending > 0 {
			p.text = append(p.text, '\n')
			p.pending--
		}
		p.pending = 0
		p.line = len(p.text)
		before = p.line
	case p.space:
		p.text = append(p.text, ' ')
	}
	p.space = false
	p.text = append(p.text, word...)
	if p.link >= 0 {
		p.linked += len(p.text) - before
	}
}

// endLine ends the line at the border of a block or at a <br>. breaks is how many line breaks follow at least.
func (p *pageReader) endLine(breaks int) {
	p.space = false
	p.pending = max(p.pending, breaks)
	if len(p.text) == p.line {
		return
	}
	for _, e := range p.inline {
		p.addMark(e)
	}
	p.lines = append(p.lines, pageLine{
		start: int32(p.line), end: int32(len(p.text)), linked: int32(p.linked), box: p.box(), marks: int32(len(p.marks)),
	})
	p.linked = 0
	p.line = len(p.text)
}

// box gives the box of the innermost open element, and makes those that are missing.
func (p *pageReader) box() int32 {
	first := len(p.open)
	for first > 0 && p.open[first-1].box < 0 {
		first--
	}
	parent := int32(-1)
	if first > 0 {
		parent = p.open[first-1].box
	}
	for i := first; i < len(p.open) && len(p.boxes) < maxBoxes; i++ {
		e := &p.open[i]
		e.box = int32(len(p.boxes))
		p.boxes = append(p.boxes, box{parent: parent, naming: e.says})
		parent = e.box
	}
	return parent
}
