package cli

import (
	"iter"
	"strings"

	"jarida/corpus"
	"jarida/corpus/article"
	"jarida/corpus/search"
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
	gap  bool          // a blank line goes before it
	bold []search.Span // what stands out in it, in order
}

// paragraphs gives an article as it is read, a rule before the related stories behind it.
func paragraphs(d corpus.Document) []paragraph {
	passages := d.Article.Passages(d.Source.Text)
	var out []paragraph
	for i, p := range passages {
		var before article.Passage
		if i > 0 {
			before = passages[i-1]
		}
		if p.Kind == article.Related && before.Kind != article.Related {
			out = append(out, paragraph{text: "———", gap: true, look: lookFaint})
		}
		look := lookOf(p.Kind)
		if p.Facts {
			look = lookFaint
		}
		if p.Piece { // furniture broke the paragraph off
			out[len(out)-1].text += " " + p.Text
			continue
		}
		out = append(out, paragraph{text: p.Text, look: look, gap: !p.Continues(before)})
	}
	return out
}

// others names the other articles of a file in one line.
func others(d corpus.Document, file string) []paragraph {
	if len(d.Parts) < 2 {
		return nil
	}
	var names []string
	for i := range d.Parts {
		if n := d.Parts[i].Part; n != d.Entry.Part {
			names = append(names, corpus.PartID(file, n))
		}
	}
	return []paragraph{{text: "Also in this file: " + strings.Join(names, ", "), look: lookFaint, gap: true}}
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
