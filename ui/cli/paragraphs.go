package cli

import (
	"iter"
	"strings"

	"jarida/corpus"
	"jarida/corpus/article"
)

// look says how a paragraph stands out on a terminal.
type look uint8

const (
	lookText look = iota
	lookStrong
	lookFaint
)

// paragraph is a stretch of text that is laid out by itself.
type paragraph struct {
	text string
	look look
	gap  bool // a blank line goes before it
}

// paragraphs gives an article as it is read: title, what is known about it, and its blocks; repeats and furniture are
// left out.
func paragraphs(d corpus.Document) []paragraph {
	a, src := d.Article, d.Source.Text
	var ps []paragraph
	if a.Title.Text != "" {
		ps = append(ps, paragraph{text: a.Title.Text, look: lookStrong})
	}
	if f := facts(a); f != "" {
		ps = append(ps, paragraph{text: f, look: lookFaint})
	}
	kind := article.Title
	for _, b := range a.Blocks {
		if left(a, b) {
			continue
		}
		if b.Kind == article.Related && kind != article.Related {
			ps = append(ps, paragraph{text: "———", gap: true, look: lookFaint})
		}
		listed := b.Kind == article.List && kind == article.List
		ps = append(ps, paragraph{text: src[b.Start:b.End], look: lookOf(b.Kind), gap: !listed})
		kind = b.Kind
	}
	return ps
}

// left reports whether a block is left out of the text.
func left(a article.Article, b article.Block) bool {
	title := b.Start < a.Title.End && a.Title.Start < b.End // it stands at the top already
	return b.RepeatOf >= 0 || b.Kind == article.Furniture || b.Kind == article.Title && title
}

// facts is the line of what is known about an article.
func facts(a article.Article) string {
	var known []string
	for _, f := range []string{a.Byline, a.Source, a.Section, a.Date.ISO} {
		if f != "" {
			known = append(known, f)
		}
	}
	return strings.Join(known, " · ")
}

func lookOf(k article.Kind) look {
	switch k {
	case article.Title, article.Heading, article.Lead:
		return lookStrong
	case article.Caption, article.Byline, article.Dateline, article.Section, article.Related, article.Tag, article.Notice:
		return lookFaint
	default:
		return lookText
	}
}

// lines gives every line of a text as a paragraph of its own; what ends a line belongs to none.
func lines(text string) iter.Seq[paragraph] {
	return func(yield func(paragraph) bool) {
		for line := range strings.Lines(text) {
			if !yield(paragraph{text: strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r")}) {
				return
			}
		}
	}
}
