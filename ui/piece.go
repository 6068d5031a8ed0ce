package ui

import (
	"path"
	"strings"

	"jarida/corpus"
	"jarida/corpus/article"
	"jarida/ui/settings"
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
	lookRelated
	lookTag
	lookProblem
)

// piece is a stretch of a document that is laid out as one paragraph.
type piece struct {
	text  string
	start int // where text begins in the source text; -1 where it does not stand there
	look  look
	gap   bool // a blank row follows
}

// maxPiece is the longest text laid out at once, in bytes. A file may be one line of 32 MiB; nobody sees more than a
// screen of it, and 8 KiB fill two screens of 60 rows.
const maxPiece = 8 << 10

// cleanPieces gives the article as it is read, and above it what is odd about the file.
func cleanPieces(d corpus.Document, w *settings.Words) []piece {
	var p []piece
	for _, warning := range d.Source.Warnings {
		p = append(p, piece{text: warning, start: -1, look: lookProblem, gap: true})
	}
	passages := d.Article.Passages(d.Source.Text)
	for i, q := range passages {
		gap := i+1 == len(passages) || !passages[i+1].Continues(q)
		if q.Facts {
			p = append(p, piece{text: q.Text, start: -1, look: lookMeta, gap: gap})
			continue
		}
		if q.Kind == article.Related && (i == 0 || passages[i-1].Kind != article.Related) {
			p = append(p, piece{start: -1, look: lookRule, gap: true})
		}
		p = appendSplit(p, q.Text, q.Start, lookOf(q.Kind), gap)
	}
	if len(passages) == 0 || strings.TrimSpace(d.Source.Text) == "" {
		p = append(p, piece{text: w.EmptyArticle, start: -1, look: lookProblem})
	}
	return p
}

// rawPieces gives the file as it is: every line a paragraph.
func rawPieces(src string) []piece {
	p := make([]piece, 0, strings.Count(src, "\n")+1)
	for at := 0; at < len(src); {
		end, next := len(src), len(src)
		if i := strings.IndexByte(src[at:], '\n'); i >= 0 {
			end, next = at+i, at+i+1
		}
		p = appendSplit(p, strings.TrimSuffix(src[at:end], "\r"), at, lookText, false)
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

// appendSplit appends text as one piece, or as several where it is too long to lay out at once, cut at sentence ends,
// else at spaces.
func appendSplit(p []piece, text string, start int, l look, gap bool) []piece {
	for len(text) > maxPiece {
		n := splitPoint(text)
		p = append(p, piece{text: text[:n], start: start, look: l})
		text = text[n:]
		if start >= 0 {
			start += n
		}
	}
	return append(p, piece{text: text, start: start, look: l, gap: gap})
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
