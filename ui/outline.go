package ui

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"jarida/corpus"
	"jarida/corpus/article"
	"jarida/ui/bidi"
	"jarida/ui/settings"
)

// outline is an article on its way to the screen: divided into pieces, its related stories under lines that open.
type outline struct {
	pieces []piece
	folds  []fold
	words  *settings.Words
	base   bidi.Direction // of the program's own lines: that of the article, so that they stand where its reader looks
}

// newOutline divides an article as it is read, and puts above it what is odd about the file and what is known of its story, below it the other
// parts of the file.
func newOutline(d corpus.Document, story string, w *settings.Words) outline {
	o := outline{words: w}
	for _, warning := range d.Source.Warnings {
		o.pieces = append(o.pieces, piece{text: w.Report(warning), start: -1, look: lookProblem, gap: true})
	}
	passages := d.Article.Passages(d.Source.Text)
	if e := d.Source.Encoding; e != "utf-8" { // unless it is the one that is expected
		passages = withFact(passages, e)
	}
	passages = withFact(passages, story)
	if len(passages) == 0 || strings.TrimSpace(d.Source.Text) == "" {
		o.pieces = append(o.pieces, piece{text: w.EmptyArticle, start: -1, look: lookProblem})
		return o
	}
	o.base = directionOf(passages[0].Text)
	for i := 0; i < len(passages); {
		if passages[i].Kind == article.Related && !passages[i].Facts {
			n := related(passages[i:])
			o.fold(passages[i:i+n], &d.Article)
			i += n
			continue
		}
		q := passages[i]
		gap := i+1 == len(passages) || !passages[i+1].Continues(q)
		if q.Facts {
			o.pieces = append(o.pieces, piece{text: q.Text, start: -1, look: lookMeta, gap: gap, base: o.base})
		} else {
			o.pieces = appendSplit(o.pieces, piece{text: q.Text, start: q.Start, look: lookOf(q.Kind), gap: gap})
		}
		i++
	}
	o.parts(d)
	return o
}

// withFact adds something to the line of what is known of the article.
func withFact(passages []article.Passage, fact string) []article.Passage {
	if fact == "" || len(passages) == 0 {
		return passages
	}
	i := slices.IndexFunc(passages, func(p article.Passage) bool { return p.Facts })
	if i >= 0 {
		passages[i].Text += " · " + fact
		return passages
	}
	i = 0
	if passages[0].Kind == article.Title {
		i = 1
	}
	return slices.Insert(passages, i, article.Passage{Text: fact, Start: -1, Facts: true})
}

// directionOf gives the direction in which a text runs.
func directionOf(text string) bidi.Direction {
	text = text[:min(len(text), maxPiece)]
	if l := bidi.Layout(text, 0, bidi.Options{}); len(l) > 0 && !l[0].RTL() {
		return bidi.LTR
	}
	return bidi.RTL
}

// related counts the passages of related stories that stand together at the beginning.
func related(passages []article.Passage) int {
	n := slices.IndexFunc(passages, func(p article.Passage) bool { return p.Kind != article.Related || p.Facts })
	if n < 0 {
		return len(passages)
	}
	return n
}

// fold puts a run of related stories under one line with their number.
func (o *outline) fold(run []article.Passage, a *article.Article) {
	line := len(o.pieces)
	number := len(o.folds) + 1
	o.pieces = append(o.pieces, piece{start: -1, look: lookFold, gap: true, base: o.base, opens: number})
	stories := 0
	for run = withoutHeading(run); len(run) > 0; stories++ {
		n := oneStory(run)
		for i, q := range titleFirst(run[:n], a) {
			p := piece{text: q.Text, start: q.Start, look: storyLook(a, q), gap: i+1 == n, within: number}
			o.pieces = appendSplit(o.pieces, p)
		}
		run = run[n:]
	}
	o.pieces[line].text = fmt.Sprintf("%s (%d)", o.words.RelatedStories, stories)
	o.folds = append(o.folds, fold{first: line + 1, end: len(o.pieces)})
}

// withoutHeading drops the heading of related stories: the line that opens them says the same.
func withoutHeading(run []article.Passage) []article.Passage {
	const longest = 80 // bytes: seven words; what is longer says something of its own
	if len(run) > 1 && run[0].Teaser < 0 && run[1].Teaser >= 0 && len(run[0].Text) <= longest {
		return run[1:]
	}
	return run
}

// oneStory counts the passages of the first story; one of which nothing is known is a story of its own.
func oneStory(run []article.Passage) int {
	n := 1
	for n < len(run) && run[0].Teaser >= 0 && run[n].Teaser == run[0].Teaser {
		n++
	}
	return n
}

// titleFirst puts the title of a story before what a page has above it: its section, the caption of its picture.
func titleFirst(story []article.Passage, a *article.Article) []article.Passage {
	i := slices.IndexFunc(story, func(q article.Passage) bool { return storyLook(a, q) == lookStory })
	if i <= 0 {
		return story
	}
	return slices.Concat(story[i:i+1], story[:i], story[i+1:])
}

// storyLook tells the title of a related story from its lead and source. A line of which no more is known is a title.
func storyLook(a *article.Article, q article.Passage) look {
	if q.Teaser < 0 {
		return lookStory
	}
	in := func(r article.Range) bool { return r.Start < q.Start+len(q.Text) && q.Start < r.End } // a section may stand before a title
	switch t := &a.Related[q.Teaser]; {
	case in(t.Title):
		return lookStory
	case in(t.Source):
		return lookSource
	}
	return lookRelated
}

// parts leads to the other parts of the file: from the main article to all behind it, from one of these back to it.
func (o *outline) parts(d corpus.Document) {
	if len(d.Parts) < 2 {
		return
	}
	others, heading := d.Parts[:1], o.words.MainArticle
	if d.Article.Part <= 1 {
		others, heading = d.Parts[1:], fmt.Sprintf("%s (%d)", o.words.FurtherArticles, len(d.Parts)-1)
	}
	o.pieces = append(o.pieces,
		piece{start: -1, look: lookRule, gap: true},
		piece{text: heading, start: -1, look: lookMeta, base: o.base})
	for i := range others {
		title := others[i].Title.Text
		if title == "" {
			title = fmt.Sprintf("%s#%d", path.Base(d.Entry.Path), others[i].Part)
		}
		o.pieces = append(o.pieces, piece{text: title, start: -1, look: lookPart, part: others[i].Part})
	}
}
