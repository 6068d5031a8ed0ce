package cli

import (
	"bufio"
	"strings"

	"jarida/corpus/search"
	"jarida/ui/bidi"
	"jarida/ui/term"
)

// writeFound writes an article that a query has found: its title, the place that says most, and where it is and why.
func (s *screen) writeFound(w *bufio.Writer, r foundRecord, m search.Marks, gap bool) error {
	if gap {
		if err := w.WriteByte('\n'); err != nil {
			return err
		}
	}
	title, snippet := stored(r.Title), stored(r.Snippet)
	paragraphs := []paragraph{
		{text: title, look: lookStrong},
		{text: snippet, bold: m.Append(nil, snippet, 0)},
		{text: visible(r.ID) + " · " + strings.Join(r.Why, ", "), look: lookFaint},
	}
	for _, para := range paragraphs {
		if para.text == "" {
			continue
		}
		if err := s.write(w, para); err != nil {
			return err
		}
	}
	return nil
}

// runs gives a line of a paragraph as runs of one look each.
func (s *screen) runs(para paragraph, start, end int) []term.Run {
	var runs []term.Run
	add := func(start, end int, l look) {
		if start < end {
			runs = append(runs, term.Run{Range: bidi.Range{Start: start, End: end}, Paint: s.ink(l)})
		}
	}
	at := start
	for _, b := range para.bold {
		from, to := max(b.Start, at), min(b.End, end)
		if from < to {
			add(at, from, para.look)
			add(from, to, lookStrong)
			at = to
		}
	}
	add(at, end, para.look)
	return runs
}
