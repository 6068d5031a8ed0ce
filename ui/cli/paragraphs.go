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
	var head, body []paragraph
	kind := article.Title
	for _, b := range a.Blocks {
		text := src[b.Start:b.End]
		if left(a, b, text) {
			continue
		}
		if b.Kind == article.Related && kind != article.Related {
			body = append(body, paragraph{text: "———", gap: true, look: lookFaint})
		}
		listed := b.Kind == article.List && kind == article.List
		body = append(body, paragraph{text: text, look: lookOf(b.Kind), gap: !listed})
		kind = b.Kind
	}
	if a.Title.Text != "" && (a.Title.End > 0 || len(body) == 0 || !beginsWith(body[0].text, a.Title.Text)) {
		head = append(head, paragraph{text: a.Title.Text, look: lookStrong})
	}
	if f := facts(a); f != "" {
		head = append(head, paragraph{text: f, look: lookFaint})
	}
	return append(head, body...)
}

// left reports whether a block is left out of the text: it repeats another, or what stands at the top, or is no part of
// the article.
func left(a article.Article, b article.Block, text string) bool {
	if b.RepeatOf >= 0 {
		return true
	}
	text = strings.TrimRight(text, ": ")
	switch b.Kind {
	case article.Furniture:
		return true
	case article.Title:
		return b.Start < a.Title.End && a.Title.Start < b.End
	case article.Byline:
		return text == a.Byline
	case article.Section:
		return text == a.Section
	case article.Dateline:
		return text == a.Date.ISO
	default:
		return false
	}
}

// beginsWith reports whether a text begins with a title that was made of its beginning.
func beginsWith(text, title string) bool {
	title = strings.TrimSuffix(title, "…")
	text = text[:min(len(text), 2*len(title)+64)] // enough, unless it is mostly white space
	return strings.HasPrefix(strings.Join(strings.Fields(text), " "), title)
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
