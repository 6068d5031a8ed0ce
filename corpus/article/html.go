package article

import (
	"bytes"
	"slices"
	"strings"

	"jarida/corpus/calendar"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// decodePage turns an HTML page into the text on it, with a span for every element that says what its text is. charset is
// what the page's envelope names, "" for none.
func decodePage(raw []byte, charset string) Source {
	if charset == "" {
		charset = metaCharset(raw)
	}
	text, encoding, warnings := decodeText(raw, charset)
	p := pageReader{}
	p.read(text)
	src := p.source()
	src.Encoding, src.Warnings = encoding, warnings
	return src
}

// metaCharset gives the charset that a page declares in its first kilobytes, "" for none.
func metaCharset(raw []byte) string {
	head := bytes.ToLower(raw[:min(len(raw), sniffBytes)])
	_, name, _ := bytes.Cut(head, []byte("charset="))
	name = bytes.TrimLeft(name, `"' `)
	if end := bytes.IndexAny(name, "\"' />;\r\n"); end >= 0 {
		name = name[:end]
	}
	return string(name)
}

// pageReader writes the text of a page down while it walks through its tags. It never builds a tree: a page is untrusted, and
// a million open elements must cost no more than a million bytes.
type pageReader struct {
	text  strings.Builder
	spans []pageSpan
	open  []openElement

	line    int  // where the line that is being written begins
	space   bool // white space is owed before the next word
	inTitle bool // inside <title>, whose text is metadata

	pageTitle, ogTitle string
	date               calendar.Date
	hasMain            bool // the page marks its article with <article> or <main>
}

// pageSpan is a line of a page, and what the elements around it say.
type pageSpan struct {
	Span
	named  bool // an element says what it is, and Kind is it
	inside bool // it is in <article> or <main>
}

// openElement is an element that is open where the reader stands.
type openElement struct {
	tag   atom.Atom
	kind  Kind // what it calls its text
	named bool // it does
	main  bool // it is <article> or <main>
}

// maxOpen bounds the stack of open elements: pages nest a few dozen; deeper ones are broken or hostile, and lose only kinds.
const maxOpen = 128

func (p *pageReader) read(page string) {
	p.text.Grow(len(page) / 4)
	tokens := html.NewTokenizer(strings.NewReader(page))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			p.endLine()
			return
		case html.TextToken:
			p.write(string(tokens.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := tokens.TagName()
			p.start(atom.Lookup(name), attributes(tokens, more), tokens)
		case html.EndTagToken:
			name, _ := tokens.TagName()
			p.end(atom.Lookup(name))
		}
	}
}

func attributes(tokens *html.Tokenizer, more bool) map[string]string {
	if !more {
		return nil
	}
	attrs := map[string]string{}
	for more {
		var key, value []byte
		key, value, more = tokens.TagAttr()
		attrs[string(key)] = string(value)
	}
	return attrs
}

func (p *pageReader) start(tag atom.Atom, attrs map[string]string, tokens *html.Tokenizer) {
	switch tag {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Iframe, atom.Object, atom.Select:
		skipElement(tokens, tag)
		return
	case atom.Title:
		p.inTitle = p.pageTitle == ""
		return
	case atom.Meta:
		p.meta(attrs)
		return
	case atom.Time:
		p.published(attrs["datetime"], attrs["pubdate"] != "" || attrs["itemprop"] == "datePublished")
	case atom.Br:
		p.endLine()
		return
	}
	if !isBlock(tag) {
		return
	}
	p.endLine()
	if tag == atom.Hr || tag == atom.Img || len(p.open) >= maxOpen {
		return
	}
	element := openElement{tag: tag, main: tag == atom.Article || tag == atom.Main}
	element.kind, element.named = elementKind(tag, attrs)
	p.hasMain = p.hasMain || element.main
	p.open = append(p.open, element)
}

func (p *pageReader) end(tag atom.Atom) {
	if tag == atom.Title {
		p.inTitle = false
		return
	}
	if !isBlock(tag) {
		return
	}
	p.endLine()
	for i, element := range slices.Backward(p.open) {
		if element.tag == tag {
			p.open = p.open[:i]
			return
		}
	}
}

// skipElement reads past the end of an element whose content is not text.
func skipElement(tokens *html.Tokenizer, tag atom.Atom) {
	for depth := 1; depth > 0; {
		switch tokens.Next() {
		case html.ErrorToken:
			return
		case html.StartTagToken:
			if name, _ := tokens.TagName(); atom.Lookup(name) == tag {
				depth++
			}
		case html.EndTagToken:
			if name, _ := tokens.TagName(); atom.Lookup(name) == tag {
				depth--
			}
		}
	}
}

// write adds running text: white space becomes one space, none at the ends of a line.
func (p *pageReader) write(s string) {
	if p.inTitle {
		p.pageTitle += s
		return
	}
	for s != "" {
		word := strings.TrimLeft(s, " \t\r\n\f")
		p.space = p.space || len(word) < len(s)
		if word == "" {
			return
		}
		end := strings.IndexAny(word, " \t\r\n\f")
		if end < 0 {
			end = len(word)
		}
		if p.space && p.text.Len() > p.line {
			p.text.WriteByte(' ')
		}
		p.space = false
		p.text.WriteString(word[:end])
		s = word[end:]
	}
}

// endLine ends the line at the border of a block or at a <br>, and names it by the elements that are open.
func (p *pageReader) endLine() {
	end := p.text.Len()
	p.space = false
	if end == p.line {
		return
	}
	span := p.enclosing()
	span.Start, span.End = p.line, end
	p.spans = append(p.spans, span)
	p.text.WriteByte('\n')
	p.line = end + 1
}

// enclosing gives what the open elements call the text: furniture wins over all, then the innermost that calls it
// something, but a paragraph in a quote is a quote.
func (p *pageReader) enclosing() (span pageSpan) {
	for _, element := range slices.Backward(p.open) {
		span.inside = span.inside || element.main
		switch {
		case !element.named:
		case element.kind == Furniture:
			span.Kind, span.named = Furniture, true
			return span
		case !span.named, span.Kind == Paragraph && element.kind != Title:
			span.Kind, span.named = element.kind, true
		}
	}
	return span
}

// source settles the kinds and gives the text with its metadata.
func (p *pageReader) source() Source {
	text := p.text.String()
	spans := make([]Span, 0, len(p.spans))
	titled := false
	for _, s := range p.spans {
		switch {
		case p.hasMain && !s.inside && s.Kind != Title, !s.named && !isProse(text[s.Start:s.End]):
			s.Kind = Furniture
		case s.Kind == Title && titled:
			s.Kind = Heading
		}
		titled = titled || s.Kind == Title
		spans = append(spans, s.Span)
	}
	title := p.ogTitle
	if title == "" {
		title = p.pageTitle
	}
	return Source{Text: text, Format: HTML, Title: foldSpace(strings.TrimSpace(title)), Date: p.date, Spans: spans}
}

// isProse reports whether text that no element names is an article's, not a button's: a sentence, or long.
func isProse(s string) bool {
	return len(s) > 160 || sentenceEnd(s, 0) < len(s) || endsSentence(s) && len(s) > 40
}

func (p *pageReader) meta(attrs map[string]string) {
	key := attrs["property"]
	if key == "" {
		key = attrs["name"]
	}
	if key == "" {
		key = attrs["itemprop"]
	}
	switch strings.ToLower(key) {
	case "og:title":
		p.ogTitle = attrs["content"]
	case "article:published_time", "datepublished", "pubdate", "publishdate", "date", "dc.date", "dc.date.issued":
		p.published(attrs["content"], true)
	}
}

// published takes the date of the page from metadata: the first that says it is the day of publication.
func (p *pageReader) published(value string, sure bool) {
	if !sure || !p.date.Zero() {
		return
	}
	if dates := calendar.Find(value, 0); len(dates) > 0 {
		p.date = calendar.Date{ISO: dates[0].ISO, From: "metadata"}
	}
}

func isBlock(tag atom.Atom) bool {
	switch tag {
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Li, atom.Ul, atom.Ol, atom.Dl, atom.Dt, atom.Dd,
		atom.Blockquote, atom.Figure, atom.Figcaption, atom.Article, atom.Section, atom.Main, atom.Header, atom.Footer, atom.Nav, atom.Aside,
		atom.Table, atom.Tr, atom.Td, atom.Th, atom.Thead, atom.Tbody, atom.Caption, atom.Form, atom.Button, atom.Fieldset, atom.Pre, atom.Address,
		atom.Hr, atom.Img, atom.Body, atom.Head, atom.Html, atom.Center, atom.Details, atom.Summary, atom.Menu, atom.Time, atom.Option, atom.Label:
		return true
	}
	return false
}

// elementKind gives what an element calls its text; false for the boxes that call it nothing.
func elementKind(tag atom.Atom, attrs map[string]string) (Kind, bool) {
	switch tag {
	case atom.Nav, atom.Footer, atom.Aside, atom.Form, atom.Button, atom.Menu, atom.Label:
		return Furniture, true
	case atom.H1:
		return Title, true
	case atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return Heading, true
	case atom.Figcaption, atom.Caption:
		return Caption, true
	case atom.Blockquote:
		return Quote, true
	case atom.Li, atom.Dt, atom.Dd:
		return List, true
	case atom.P, atom.Pre:
		return Paragraph, true
	case atom.Time:
		return Dateline, true
	case atom.Address:
		return Byline, true
	}
	if attrs["itemprop"] == "author" || attrs["rel"] == "author" {
		return Byline, true
	}
	return Paragraph, false
}
