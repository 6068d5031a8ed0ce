package cli

import (
	"bytes"
	"encoding/json"
	"fmt"

	"jarida/corpus"
	"jarida/corpus/calendar"
)

// The records are the JSON of the commands. Names and meanings are stable; what is not known is left out. Offsets are
// bytes of the source text.

// entryRecord is an article in the output of list.
type entryRecord struct {
	ID       string `json:"id"`
	Path     string `json:"path"`
	Title    string `json:"title,omitempty"`
	Date     string `json:"date,omitempty"`
	DateFrom string `json:"date_from,omitempty"`
	Source   string `json:"source,omitempty"`
	Byline   string `json:"byline,omitempty"`
	Section  string `json:"section,omitempty"`
	Words    *int   `json:"words,omitempty"` // left out where the file could not be read
	Error    string `json:"error,omitempty"`
}

func newEntryRecord(e corpus.Entry) entryRecord {
	r := entryRecord{
		ID: e.ID, Path: e.Path, Title: e.Title, Date: e.Date.ISO, DateFrom: e.Date.From,
		Source: e.Source, Byline: e.Byline, Section: e.Section,
	}
	if e.Failed {
		r.Error = e.Problem
	} else {
		r.Words = &e.Words
	}
	return r
}

// articleRecord is an article in the output of show.
type articleRecord struct {
	ID       string        `json:"id"`
	Path     string        `json:"path"`
	Encoding string        `json:"encoding"`
	Title    *titleRecord  `json:"title,omitempty"`
	Date     *dateRecord   `json:"date,omitempty"`
	Source   string        `json:"source,omitempty"`
	Byline   string        `json:"byline,omitempty"`
	Section  string        `json:"section,omitempty"`
	Blocks   []blockRecord `json:"blocks"`
	Warnings []string      `json:"warnings"`
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

type blockRecord struct {
	Kind     string `json:"kind"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Text     string `json:"text"`
	RepeatOf *int   `json:"repeat_of,omitempty"` // index of the block that this one repeats
}

func newArticleRecord(d corpus.Document) articleRecord {
	a, src := d.Article, d.Source.Text
	r := articleRecord{
		ID: d.Entry.ID, Path: d.Entry.Path, Encoding: d.Source.Encoding,
		Source: a.Source, Byline: a.Byline, Section: a.Section,
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
	for _, b := range a.Blocks {
		br := blockRecord{Kind: b.Kind.String(), Start: b.Start, End: b.End, Text: src[b.Start:b.End]}
		if b.RepeatOf >= 0 {
			br.RepeatOf = &b.RepeatOf
		}
		r.Blocks = append(r.Blocks, br)
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
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(record); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	_, err := p.stdout.Write(escapeJSON(b.Bytes()))
	return err
}
