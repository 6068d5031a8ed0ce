package article

import "strings"

// Passage is a stretch of an article as it is read.
type Passage struct {
	Text   string
	Start  int  // where Text begins in the source text; -1 where it does not stand there
	Kind   Kind //
	Facts  bool // the line of what is known: date, byline, source, section
	Piece  bool // it goes on with the paragraph that the passage before it broke off
	Teaser int  // index in Article.Related of the story it belongs to, -1 for none
}

// Continues reports whether the passage stands under the one before without a blank line between: a further item of a
// list or line of a verse, the rest of a paragraph, or the line of what is known under the title.
func (p Passage) Continues(before Passage) bool {
	return p.Piece || p.Facts && before.Kind == Title || !p.Facts && p.Kind == before.Kind && (p.Kind == List || p.Kind == Verse)
}

// Passages gives an article as it is read: title, what is known about it, and its blocks. Repeats and furniture are left
// out, and so are the blocks that the line of what is known says already. src is the source text.
func (a *Article) Passages(src string) []Passage {
	body := make([]Passage, 0, len(a.Blocks)+2)
	next := 0 // of the teasers
	for i := range a.Blocks {
		b := &a.Blocks[i]
		for next < len(a.Related) && a.Related[next].Last < i {
			next++
		}
		text := src[b.Start:b.End]
		if a.leftOut(b, text) {
			continue
		}
		q := Passage{Text: text, Start: b.Start, Kind: b.Kind, Teaser: -1}
		if b.Kind == Related && next < len(a.Related) && a.Related[next].First <= i {
			q.Teaser = next
		}
		q.Piece = b.Continues >= 0 && b.Continues < i && b.Kind == Paragraph && len(body) > 0 && body[len(body)-1].Kind == Paragraph
		body = append(body, q)
	}
	var head []Passage
	switch {
	case a.Title.End > a.Title.Start:
		head = append(head, Passage{Text: src[a.Title.Start:a.Title.End], Start: a.Title.Start, Kind: Title, Teaser: -1})
	case a.Title.Text != "" && (len(body) == 0 || !beginsWith(body[0].Text, a.Title.Text)):
		head = append(head, Passage{Text: a.Title.Text, Start: -1, Kind: Title, Teaser: -1})
	}
	if facts := a.facts(src); facts != "" {
		head = append(head, Passage{Text: facts, Start: -1, Facts: true, Teaser: -1})
	}
	return append(head, body...)
}

// leftOut reports whether a block is not read: it repeats another or what stands at the top, or is no part of the article.
func (a *Article) leftOut(b *Block, text string) bool {
	if b.RepeatOf >= 0 {
		return true
	}
	switch b.Kind {
	case Furniture:
		return true
	case Title:
		return b.Start < a.Title.End && a.Title.Start < b.End
	case Byline:
		return trimByline(display(text)) == a.Byline
	case Section:
		return strings.TrimRight(display(text), ": |/>–-") == a.Section
	case Dateline:
		return text == a.Date.ISO || b.Start == a.Date.Start && b.End == a.Date.End
	case Paragraph, Lead, Heading, Caption, Quote, Verse, List, Related, Tag, Notice:
	}
	return false
}

// facts is the line of what is known: the date first, as it is written where it stands in the text. An ISO date must not
// follow an Arabic word: there its parts change places (UAX #9 W2).
func (a *Article) facts(src string) string {
	date := a.Date.ISO
	if a.Date.End > a.Date.Start {
		date = src[a.Date.Start:a.Date.End]
	}
	known := make([]string, 0, 4)
	source := a.Source
	if names(a.Byline, source) {
		source = ""
	}
	for _, fact := range []string{date, a.Byline, source, a.Section} {
		if fact != "" {
			known = append(known, fact)
		}
	}
	return strings.Join(known, " · ")
}

// names reports whether a byline names a source, as the source is called or as an agency writes itself there.
func names(byline, source string) bool {
	return strings.Contains(byline, source) || source != "" && agency(byline) == source
}

// beginsWith reports whether a text begins with a title that was made of its beginning.
func beginsWith(text, title string) bool {
	title = strings.TrimSuffix(title, "…")
	text = text[:min(len(text), 2*len(title)+64)] // enough, unless it is mostly white space
	return strings.HasPrefix(strings.Join(strings.Fields(text), " "), title)
}
