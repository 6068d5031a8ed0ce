package cli

import (
	"strings"

	"jarida/corpus"
	"jarida/corpus/article"
	"jarida/corpus/calendar"
)

// The records are the JSON of the commands. Names and meanings are stable; what is not known is left out. Offsets are
// bytes of the source text.

// entryRecord is an article in the output of list.
type entryRecord struct {
	ID       string   `json:"id"`
	Path     string   `json:"path"`
	Parent   string   `json:"parent,omitempty"` // of a later part of a file
	Title    string   `json:"title,omitempty"`
	Date     string   `json:"date,omitempty"`
	DateFrom string   `json:"date_from,omitempty"`
	Source   string   `json:"source,omitempty"`
	Byline   string   `json:"byline,omitempty"`
	Section  string   `json:"section,omitempty"`
	Words    *int     `json:"words,omitempty"` // left out where the file could not be read
	State    []string `json:"state,omitempty"` // see stateWords
	Stories  []string `json:"stories,omitempty"`
	Error    string   `json:"error,omitempty"`
}

func newEntryRecord(e corpus.Entry) entryRecord {
	r := entryRecord{
		ID: e.ID, Path: e.Path, Parent: e.Parent, Title: e.Title, Date: e.Date.ISO, DateFrom: e.Date.From,
		Source: e.Source, Byline: e.Byline, Section: e.Section,
	}
	if e.Failed {
		r.Error = e.Problem
	} else {
		r.Words = &e.Words
	}
	return r
}

// articleRecord is an article in the output of show. That of a main article has the blocks of all parts of its file, so
// that they hold the whole text; all else is about the article itself.
type articleRecord struct {
	ID       string         `json:"id"`
	Path     string         `json:"path"`
	Parent   string         `json:"parent,omitempty"`
	Encoding string         `json:"encoding"`
	Title    *titleRecord   `json:"title,omitempty"`
	Date     *dateRecord    `json:"date,omitempty"`
	Source   string         `json:"source,omitempty"`
	Byline   string         `json:"byline,omitempty"`
	Section  string         `json:"section,omitempty"`
	Origin   *originRecord  `json:"origin,omitempty"`
	Blocks   []blockRecord  `json:"blocks"`
	Related  []teaserRecord `json:"related,omitempty"`
	Warnings []string       `json:"warnings"`
}

// titleRecord has no range where the title was made up or comes from metadata.
type titleRecord struct {
	Text  string `json:"text"`
	Start *int   `json:"start,omitempty"`
	End   *int   `json:"end,omitempty"`
}

type dateRecord struct {
	ISO   string `json:"iso"`
	Text  string `json:"text,omitempty"`
	Start *int   `json:"start,omitempty"`
	End   *int   `json:"end,omitempty"`
	From  string `json:"from"`
}

// originRecord is where the text was first published.
type originRecord struct {
	Source string      `json:"source,omitempty"`
	Date   *dateRecord `json:"date,omitempty"`
}

// blockRecord has indexes into the blocks of the same object.
type blockRecord struct {
	Kind      string `json:"kind"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Text      string `json:"text"`
	Part      int    `json:"part"`
	RepeatOf  *int   `json:"repeat_of,omitempty"` // the block that this one repeats
	Continues *int   `json:"continues,omitempty"` // the block that this one goes on with
}

// teaserRecord is a related story; the range is that of its blocks.
type teaserRecord struct {
	Title  string `json:"title,omitempty"`
	Lead   string `json:"lead,omitempty"`
	Source string `json:"source,omitempty"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
}

func newArticleRecord(d corpus.Document) articleRecord {
	a, src := &d.Article, d.Source.Text
	r := articleRecord{
		ID: d.Entry.ID, Path: d.Entry.Path, Parent: d.Entry.Parent, Encoding: d.Source.Encoding,
		Source: a.Source, Byline: a.Byline, Section: a.Section, Origin: newOriginRecord(a.Origin, src),
		Blocks:   make([]blockRecord, 0, len(a.Blocks)),
		Warnings: append([]string{}, d.Source.Warnings...),
	}
	if a.Title.Text != "" {
		r.Title = &titleRecord{Text: a.Title.Text}
		r.Title.Start, r.Title.End = span(a.Title.Start, a.Title.End)
	}
	if !a.Date.Zero() {
		r.Date = newDateRecord(a.Date, src)
	}
	r.Blocks = appendBlocks(r.Blocks, a, src)
	if a.Part == 1 {
		for i := 1; i < len(d.Parts); i++ {
			r.Blocks = appendBlocks(r.Blocks, &d.Parts[i], src)
		}
	}
	for _, t := range a.Related {
		r.Related = append(r.Related, teaserRecord{
			Title: phrase(src, t.Title), Lead: phrase(src, t.Lead), Source: phrase(src, t.Source),
			Start: a.Blocks[t.First].Start, End: a.Blocks[t.Last].End,
		})
	}
	return r
}

// appendBlocks appends the blocks of a part, whose indexes count within it.
func appendBlocks(to []blockRecord, a *article.Article, src string) []blockRecord {
	first := len(to)
	index := func(i int) *int {
		if i < 0 {
			return nil
		}
		i += first
		return &i
	}
	for _, b := range a.Blocks {
		to = append(to, blockRecord{
			Kind: b.Kind.String(), Start: b.Start, End: b.End, Text: src[b.Start:b.End], Part: a.Part,
			RepeatOf: index(b.RepeatOf), Continues: index(b.Continues),
		})
	}
	return to
}

// phrase gives a range of the source text as one line.
func phrase(src string, r article.Range) string {
	return strings.Join(strings.Fields(src[r.Start:r.End]), " ")
}

func newOriginRecord(o article.Origin, src string) *originRecord {
	if o.Source == "" && o.Date.Zero() {
		return nil
	}
	r := &originRecord{Source: o.Source}
	if !o.Date.Zero() {
		r.Date = newDateRecord(o.Date, src)
	}
	return r
}

func newDateRecord(d calendar.Date, src string) *dateRecord {
	r := &dateRecord{ISO: d.ISO, From: d.From}
	r.Start, r.End = span(d.Start, d.End)
	if r.Start != nil {
		r.Text = src[d.Start:d.End]
	}
	return r
}

// span gives a range of the source text, nothing for an empty one.
func span(start, end int) (from, to *int) {
	if start == end {
		return nil, nil
	}
	return &start, &end
}

// writeJSON writes one line of JSON. It is safe to show on a terminal.
func (p *program) writeJSON(record any) error {
	line, err := jsonLine(record)
	if err != nil {
		return err
	}
	_, err = p.stdout.Write(line)
	return err
}
