package ui

import (
	"path"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
	"jarida/ui/bidi"
	"jarida/ui/term"
)

// warnings is the sheet of what is wrong in the folder: what could not be opened at all, then the articles that cannot be read.
type warnings struct {
	entries []warned
	rows    []warnedRow
}

// warned is one thing that is wrong.
type warned struct {
	text string
	doc  corpus.Doc // the article that cannot be read, -1 for none
}

// warnedRow is a row of its text.
type warnedRow struct {
	entry int
	line  bidi.Line
}

// showWarnings lists what is wrong, or says that nothing is.
func (m *Model) showWarnings() {
	var w warnings
	s := m.list.snap
	for _, text := range s.Warnings() {
		w.entries = append(w.entries, warned{m.words.Report(text), -1})
	}
	if s.Progress().Failed > 0 {
		for i := range s.Len() {
			if e := s.At(i); e.Failed {
				w.entries = append(w.entries, warned{path.Base(e.Path) + ": " + m.words.Report(e.Problem), e.Doc})
			}
		}
	}
	if len(w.entries) == 0 {
		m.notice = m.words.NoWarnings
		return
	}
	m.openSheet(&w)
}

func (w *warnings) rtl(m *Model) bool { return m.words.RTL }

func (w *warnings) hint(m *Model) string { return m.words.SheetHint }

func (w *warnings) heading(m *Model) string { return m.words.Warnings }

// layOut breaks the texts into lines: a path may be long, and its end is what tells it.
func (w *warnings) layOut(m *Model, width int) int {
	w.rows = w.rows[:0]
	o := bidi.Options{Width: max(width-barWidth-1, 1), Base: m.direction(), KeepTashkeel: m.tashkeel(), Digits: m.canvas.digits}
	for i := range w.entries {
		text := w.entries[i].text
		if len(text) > maxPiece {
			text = text[:splitPoint(text)]
		}
		for _, l := range bidi.Layout(text, 0, o) {
			w.rows = append(w.rows, warnedRow{i, l})
		}
	}
	return len(w.rows)
}

func (w *warnings) row(m *Model, c *canvas, i, width int) {
	r := &w.rows[i]
	align := term.Left
	if r.line.RTL() {
		align = term.Right
	}
	c.line(&r.line, term.Field{Width: width, Align: align, Paint: m.styles.plain})
}

// detail is empty: the rows hold all of it.
func (w *warnings) detail(int) []string { return nil }

// enter goes to the article in the list.
func (w *warnings) enter(m *Model, i int) tea.Cmd {
	doc := w.entries[w.rows[i].entry].doc
	if m.list.snap.Index(doc) < 0 {
		return nil
	}
	m.sheet = nil
	cmd := m.focusOn(listPane)
	_, left, _ := m.goTo(doc)
	return tea.Batch(cmd, left, m.follow())
}
