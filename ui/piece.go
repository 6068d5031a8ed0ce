package ui

import (
	"path"
	"strings"

	"jarida/corpus"
	"jarida/corpus/article"
	"jarida/ui/bidi"
)

// look says how a piece of text is shown.
type look uint8

const (
	lookText look = iota
	lookTitle
	lookMeta
	lookRule
	lookHeading
	lookCaption
	lookQuote
	lookFold    // the line that stands for related stories
	lookStory   // the title of a related story
	lookRelated // what else is said of one
	lookSource  // who published it
	lookPart    // a line that leads to another part of the file
	lookTag
	lookProblem
)

// piece is a stretch of a document that is laid out as one paragraph.
type piece struct {
	text  string
	start int // where text begins in the source text; -1 where it does not stand there
	look  look
	gap   bool // a blank row follows
	base  bidi.Direction

	within int // 1 + the index of the fold that it lies in, 0 for none
	opens  int // 1 + the index of the fold that it is the line of, 0 for none
	part   int // number of the part of the file that it leads to, 0 for none
}

// maxPiece is the longest text laid out at once, in bytes. A file may be one line of 32 MiB; nobody sees more than a
// screen of it, and 8 KiB fill two screens of 60 rows.
const maxPiece = 8 << 10

// rawPieces gives the file as it is: every line a paragraph.
func rawPieces(src string) []piece {
	p := make([]piece, 0, strings.Count(src, "\n")+1)
	for at := 0; at < len(src); {
		end, next := len(src), len(src)
		if i := strings.IndexByte(src[at:], '\n'); i >= 0 {
			end, next = at+i, at+i+1
		}
		p = appendSplit(p, piece{text: strings.TrimSuffix(src[at:end], "\r"), start: at})
		at = next
	}
	return p
}

// problemPieces says why an article cannot be shown.
func problemPieces(e corpus.Entry, problem string) []piece {
	return []piece{
		{text: path.Base(e.Path), start: -1, look: lookTitle, gap: true},
		{text: problem, start: -1, look: lookProblem},
	}
}

// appendSplit appends a piece, as several where its text is too long to lay out at once, cut at sentence ends, else at spaces.
func appendSplit(all []piece, p piece) []piece {
	for len(p.text) > maxPiece {
		n := splitPoint(p.text)
		head := p
		head.text, head.gap = p.text[:n], false
		all = append(all, head)
		p.text = p.text[n:]
		if p.start >= 0 {
			p.start += n
		}
	}
	return append(all, p)
}

// splitPoint gives a place to cut text, at most maxPiece bytes in: behind the last sentence that fits, the last space, or
// before a rune.
func splitPoint(text string) int {
	window := text[:maxPiece]
	for _, mark := range []string{". ", "؟ ", "! ", " "} {
		if i := strings.LastIndex(window, mark); i > maxPiece/4 {
			return i + len(mark)
		}
	}
	n := maxPiece
	for n > maxPiece-4 && text[n]&0xC0 == 0x80 {
		n--
	}
	return n
}

func lookOf(k article.Kind) look {
	switch k {
	case article.Title:
		return lookTitle
	case article.Heading:
		return lookHeading
	case article.Caption:
		return lookCaption
	case article.Quote, article.Verse:
		return lookQuote
	case article.Related:
		return lookRelated
	case article.Tag:
		return lookTag
	case article.Byline, article.Dateline, article.Section, article.Notice:
		return lookMeta
	case article.Paragraph, article.Lead, article.List, article.Furniture:
	}
	return lookText
}
