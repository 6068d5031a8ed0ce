package ui

import (
	"fmt"
	"strings"
	"testing"

	"jarida/corpus"
	"jarida/corpus/article"
	"jarida/ui/settings"
)

// build makes a source text of blocks and the blocks of it; a text that begins with "+" is of the related story before.
func build(kinds []article.Kind, texts []string) (src string, blocks []article.Block) {
	for i, text := range texts {
		blocks = append(blocks, article.Block{Kind: kinds[i], Start: len(src), End: len(src) + len(text), RepeatOf: -1, Continues: -1})
		src += text + "\n\n"
	}
	return src, blocks
}

// related is an article with two related stories in the middle of its text and three behind it.
func relatedArticle(paragraphs int) corpus.Document {
	kinds, texts := []article.Kind{article.Title}, []string{"عنوان الخبر"}
	add := func(k article.Kind, text string) {
		kinds, texts = append(kinds, k), append(texts, text)
	}
	for i := range paragraphs {
		add(article.Paragraph, fmt.Sprintf("فقرة من الخبر رقم %d وفيها كلمات. وجملة ثانية.", i))
	}
	first := len(texts)
	add(article.Related, "اقرأ أيضا خبرا أول")
	add(article.Related, "اقرأ أيضا خبرا ثانيا")
	for i := range paragraphs {
		add(article.Paragraph, fmt.Sprintf("فقرة بعدها رقم %d وفيها كلمات. وجملة ثانية.", i))
	}
	second := len(texts)
	for i := range 3 {
		add(article.Related, fmt.Sprintf("عنوان ذو صلة %d", i))
		add(article.Related, fmt.Sprintf("مقدمة الخبر ذي الصلة %d", i))
		add(article.Related, "«الشرق الأوسط» (لندن)")
	}
	src, blocks := build(kinds, texts)
	at := func(i int) article.Range { return article.Range{Start: blocks[i].Start, End: blocks[i].End} }
	a := article.Article{Part: 1, End: len(src), Blocks: blocks}
	a.Title = article.Headline{Text: texts[0], Start: blocks[0].Start, End: blocks[0].End}
	for i := range 2 {
		a.Related = append(a.Related, article.Teaser{First: first + i, Last: first + i, Title: at(first + i)})
	}
	for i := range 3 {
		k := second + 3*i
		a.Related = append(a.Related, article.Teaser{First: k, Last: k + 2, Title: at(k), Lead: at(k + 1), Source: at(k + 2)})
	}
	return corpus.Document{Source: article.Source{Text: src, Encoding: "utf-8"}, Article: a, Parts: []article.Article{a}}
}

// openDocument shows a document on a screen of its own, without a file.
func openDocument(t *testing.T, d corpus.Document, lang string, w, h int) *screen {
	t.Helper()
	o := testOptions()
	o.Lang = lang
	s := newScreen(t, openFolder(t, map[string]string{"a.txt": "عنوان\n\nنص.\n"}), o, w, h)
	out := newOutline(d, "", settings.WordsFor(lang))
	s.m.reader.kept = map[corpus.Doc]position{}
	s.m.reader.document = nil
	doc := &document{source: d.Source.Text, article: d.Article, pieces: out.pieces, folds: out.folds}
	s.m.reader.open(doc, s.m.shownAs(s.m.frame.text), s.m.frame.text.h)
	s.m.focus, s.m.dirty = textPane, true
	return s
}

// lineOf gives the row of the screen that holds a text, -1 for none.
func (s *screen) lineOf(text string) int {
	s.m.dirty = true
	for i, row := range s.rows() {
		if strings.Contains(row, text) {
			return i
		}
	}
	return -1
}

// TestFold holds that related stories lie under one line, at the end and in the middle, which Enter opens and closes where it
// stands, and that no more than the screen is laid out for it.
func TestFold(t *testing.T) {
	t.Parallel()
	s := openDocument(t, relatedArticle(100), "en", 60, 20)
	r := &s.m.reader
	d := r.document
	if len(d.folds) != 2 {
		t.Fatalf("%d folds", len(d.folds))
	}
	// In the middle the line stands a third down; at the end in the last row, from which it rises to show what it opens.
	for i, rows := range map[int][2]int{d.folds[0].first - 1: {6, 6}, d.folds[1].first - 1: {18, 9}} {
		r.moveTo(place{i, 0})
		if got := s.lineOf("Related stories"); got != rows[0] {
			t.Fatalf("the line of piece %d is in row %d", i, got)
		}
		before, laid := s.rows(), len(d.rows)
		s.keys("enter")
		after := s.rows()
		if !d.unfolded(i) || r.at.piece != i {
			t.Fatalf("Enter on piece %d: open %v, cursor on %d", i, d.unfolded(i), r.at.piece)
		}
		risen := rows[0] - rows[1]
		if s.lineOf("Related stories") != rows[1] || strings.Join(before[risen:rows[0]], "\n") != strings.Join(after[:rows[1]], "\n") {
			t.Errorf("opening moved what is above the line\n%s", strings.Join(after, "\n"))
		}
		if n := len(d.rows) - laid; n > 20 {
			t.Errorf("opening laid out %d pieces", n)
		}
		s.keys("enter")
		if got := s.rows(); d.unfolded(i) || strings.Join(got, "\n") != strings.Join(before, "\n") {
			t.Errorf("closed again, the screen is\n%s\nand was\n%s", strings.Join(got, "\n"), strings.Join(before, "\n"))
		}
	}
}

// TestFoldedSkipped holds that keys and copies pass over what is folded, and meet it where it is open.
func TestFoldedSkipped(t *testing.T) {
	t.Parallel()
	s := openDocument(t, relatedArticle(3), "en", 60, 20)
	r := &s.m.reader
	seen := func() (story bool) {
		r.moveTo(place{})
		for last := r.cursor; ; last = r.cursor {
			s.keys(")")
			if r.cursor == last {
				return story
			}
			story = story || strings.Contains(r.document.source[r.cursor.Start:r.cursor.End], "خبرا أول")
		}
	}
	if seen() {
		t.Error("a sentence of a closed fold was visited")
	}
	r.moveTo(place{})
	s.keys("t")
	for range 40 {
		s.keys(")")
	}
	if text := r.selected(); strings.Contains(text, "ذو صلة") || strings.Contains(text, "خبرا أول") || !strings.Contains(text, "فقرة بعدها رقم 2") {
		t.Errorf("copied %q", text)
	}
	s.keys("esc")
	r.moveTo(place{r.document.folds[0].first - 1, 0})
	s.keys("enter")
	if !seen() {
		t.Error("no sentence of an open fold was visited")
	}
}

// TestFoldSteps holds that the way down a document is the way up, past what is folded and through all that is not.
func TestFoldSteps(t *testing.T) {
	t.Parallel()
	for open := range 4 {
		o := newOutline(relatedArticle(4), "", settings.WordsFor("en"))
		d := &document{pieces: o.pieces, folds: o.folds}
		d.folds[0].open, d.folds[1].open = open&1 != 0, open&2 != 0
		d.resize(shownAs{width: 30})
		var down []place
		pieces := map[int]bool{}
		for p := (place{}); ; p = d.step(p, 1) {
			if len(down) > 0 && p == down[len(down)-1] {
				break
			}
			down = append(down, p)
			pieces[p.piece] = true
		}
		if down[len(down)-1] != d.last() {
			t.Errorf("%b open: the way ends at %v, the last row is %v", open, down[len(down)-1], d.last())
		}
		for i := range d.pieces {
			if pieces[i] == (d.closed(i) != nil) {
				t.Errorf("%b open: piece %d visited: %v", open, i, pieces[i])
			}
		}
		for i := range down {
			if got := d.step(d.last(), i-len(down)+1); got != down[i] {
				t.Errorf("%b open: %d rows up is %v, want %v", open, len(down)-1-i, got, down[i])
			}
		}
	}
}

// TestFoldReopened holds that a place within related stories is found again: its fold is open then.
func TestFoldReopened(t *testing.T) {
	t.Parallel()
	s := openDocument(t, relatedArticle(30), "en", 60, 20)
	r := &s.m.reader
	r.moveTo(place{r.document.folds[1].first - 1, 0})
	s.keys("enter", "j", "j", "j", "j", "j")
	want := r.cursor
	out := newOutline(relatedArticle(30), "", s.m.words)
	again := &document{source: r.document.source, article: r.document.article, pieces: out.pieces, folds: out.folds}
	r.open(again, again.shown, r.h)
	if r.cursor != want {
		t.Errorf("found %v, left %v", r.cursor, want)
	}
}

// TestFoldLines holds what the lines say, in the language of the interface.
func TestFoldLines(t *testing.T) {
	t.Parallel()
	for lang, want := range map[string][2]string{
		"en": {"Related stories (2)", "Related stories (3)"},
		"ar": {"مقالات ذات صلة (2)", "مقالات ذات صلة (3)"},
	} {
		o := newOutline(relatedArticle(1), "", settings.WordsFor(lang))
		var got [2]string
		for i, f := range o.folds {
			got[i] = o.pieces[f.first-1].text
		}
		if got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}
