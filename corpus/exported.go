package corpus

import "jarida/corpus/export"

// Exported gives an article as package export takes it. states are what was decided about it.
func Exported(d Document, states []string) export.Article {
	e := d.Entry
	return export.Article{
		ID: e.ID, Path: e.Path, Parent: e.Parent, Title: e.Title, Date: e.Date.ISO, DateFrom: e.Date.From,
		Source: e.Source, Byline: e.Byline, Section: e.Section, Words: e.Words, State: states, Body: d.Article, Src: d.Source.Text,
	}
}
