package export

import (
	"encoding/json"
	"strings"

	"jarida/corpus/article"
)

// record is an article as a JSON object. The names are those of the commands; what is not known is left out.
type record struct {
	ID       string   `json:"id"`
	Path     string   `json:"path"`
	Parent   string   `json:"parent,omitempty"`
	Title    string   `json:"title,omitempty"`
	Date     string   `json:"date,omitempty"`
	DateFrom string   `json:"date_from,omitempty"`
	Source   string   `json:"source,omitempty"`
	Byline   string   `json:"byline,omitempty"`
	Section  string   `json:"section,omitempty"`
	Words    int      `json:"words"`
	State    []string `json:"state,omitempty"`
	Text     string   `json:"text"` // the article as it is read, without title and related stories; paragraphs have a blank line between
	Related  []story  `json:"related,omitempty"`
}

// story is a related story of which the page has only this.
type story struct {
	Title  string `json:"title,omitempty"`
	Lead   string `json:"lead,omitempty"`
	Source string `json:"source,omitempty"`
}

// writeJSON writes an article as one line.
func writeJSON(b *strings.Builder, a *Article) error { return encodeLine(b, newRecord(a)) }

func newRecord(a *Article) record {
	r := record{
		ID: a.ID, Path: a.Path, Parent: a.Parent, Title: line(a.Title), Date: a.Date, DateFrom: a.DateFrom,
		Source: line(a.Source), Byline: line(a.Byline), Section: line(a.Section), Words: a.Words, State: a.State,
	}
	var text strings.Builder
	var before article.Passage
	for _, p := range a.passages() {
		if p.Kind == article.Title || p.Facts || p.Kind == article.Related {
			continue
		}
		if text.Len() > 0 {
			text.WriteByte('\n')
			if !p.Continues(before) {
				text.WriteByte('\n')
			}
		}
		text.WriteString(p.Text)
		before = p
	}
	r.Text = text.String()
	for _, t := range a.Body.Related {
		of := func(at article.Range) string { return line(a.Src[at.Start:at.End]) }
		r.Related = append(r.Related, story{of(t.Title), of(t.Lead), of(t.Source)})
	}
	return r
}

// encodeLine writes a JSON object to a line.
func encodeLine(b *strings.Builder, object any) error {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	return e.Encode(object)
}
