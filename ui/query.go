package ui

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
	"jarida/corpus/search"
	"jarida/ui/bidi"
	"jarida/ui/term"
)

// query is what the list is searched for.
type query struct {
	text     string // as it was typed
	mentions bool   // it asks for days that the texts mention
	// find gives what a snapshot has of it. It is called in the background, for every snapshot and whenever a decision was taken, and must
	// not look at the model.
	find func(ctx context.Context, s *corpus.Snapshot, of states) search.Result
}

// newQuery makes what the list is searched for out of what was typed. While it is being typed its last word may go on, and what was
// opened in it is not closed yet.
func (m *Model) newQuery(text string, typing bool) (*query, *search.SyntaxError) {
	parsed, mistake := parseQuery(text, typing)
	if parsed == nil {
		return nil, mistake
	}
	known, r := m.texts, search.Request{Query: parsed, Typing: typing, SetOnly: true, Today: m.today()} // the set is what the list needs
	return &query{text: text, mentions: parsed.Uses("mentions"), find: func(ctx context.Context, s *corpus.Snapshot, of states) search.Result {
		found, err := known.Search(ctx, s, of, r)
		if err != nil {
			return search.Result{}
		}
		return found
	}}, mistake
}

// parseQuery reads a query. One that is being typed is read as if what was opened last in it were closed, and the mistake is told, too.
func parseQuery(text string, typing bool) (*search.Query, *search.SyntaxError) {
	q, err := search.Parse(text)
	var mistake *search.SyntaxError
	if !errors.As(err, &mistake) {
		return q, nil
	}
	if !typing {
		return nil, mistake
	}
	var end string
	switch mistake.Mistake {
	case search.UnclosedQuote:
		end = mistake.Word
	case search.UnclosedGroup:
		end = ")"
	default:
		return nil, mistake
	}
	if q, err = search.Parse(text + end); err != nil {
		return nil, mistake
	}
	return q, mistake
}

// queryLine is the text field in which the list is searched.
type queryLine struct {
	before  *query     // what the list was searched for when it was opened
	doc     corpus.Doc // and what the cursor was on, below 0 for nothing
	row     int        // of the screen, where it stood
	mistake *search.SyntaxError
	recall  recall
}

// askForQuery opens a text field for a query; the list narrows as it is typed.
func (m *Model) askForQuery() tea.Cmd {
	l := &queryLine{before: m.filter.query, doc: -1, row: m.list.cursor - m.list.top, recall: recall{all: m.recent}}
	if e, ok := m.list.selected(); ok {
		l.doc = e.Doc
	}
	text := ""
	if l.before != nil {
		text = l.before.text
	}
	m.openQueryLine(l, text)
	return m.loadRecent(&l.recall)
}

// openQueryLine opens the field with a text in it.
func (m *Model) openQueryLine(l *queryLine, text string) {
	m.ask(prompt{
		label:  m.words.SearchList,
		own:    func(key string) (tea.Cmd, bool) { return m.recalled(&l.recall, key) },
		typed:  func() tea.Cmd { return m.queryTyped(l) },
		enter:  func(text string) tea.Cmd { return m.queryEntered(l, text) },
		cancel: func() tea.Cmd { return m.queryDropped(l) },
		above:  func(c *canvas, emit func()) { m.mistakeRow(c, l, emit) },
		hint:   m.countArticles,
	}, text)
}

// queryTyped narrows the list to what is typed. With a mistake in it the list stays as it is.
func (m *Model) queryTyped(l *queryLine) tea.Cmd {
	f := &m.prompt.field
	text := f.text
	q, mistake := m.newQuery(text, true)
	l.mistake, f.runs = mistake, nil
	if mistake != nil {
		f.runs = []term.Run{{Range: bidi.Range{Start: mistake.Start, End: mistake.End}, Paint: m.styles.hit}}
	}
	switch {
	case oneLine(text) == "":
		q = nil
	case q == nil, beginsField(text):
		return nil
	}
	return tea.Batch(m.rest(), m.setQuery(q)) // the text follows when the keys rest
}

// beginsField reports whether the last word of a query may become the name of a field: as a word it would find nothing on the way there.
func beginsField(text string) bool {
	word := strings.TrimLeft(text[strings.LastIndexByte(text, ' ')+1:], "-(")
	return word != "" && slices.ContainsFunc(search.Fields(), func(f search.Field) bool { return strings.HasPrefix(f.Name, word) })
}

// queryEntered keeps a query as a condition of the list. One with a mistake in it stays in the field.
func (m *Model) queryEntered(l *queryLine, text string) tea.Cmd {
	if oneLine(text) == "" {
		return m.setQuery(nil)
	}
	q, mistake := m.newQuery(text, false)
	if q == nil {
		m.openQueryLine(l, text)
		cmd := m.queryTyped(l)
		l.mistake, m.notice = mistake, m.mistakeText(mistake) // the notice is heard, the row above the field is seen
		return cmd
	}
	return tea.Batch(m.remember(text), m.setQuery(q))
}

// queryDropped brings back what was there before the field was opened.
func (m *Model) queryDropped(l *queryLine) tea.Cmd {
	f := &m.filter
	f.goal, f.goalRow = l.doc, l.row+1
	return m.setQuery(l.before)
}

// mistakeRow says above the field what is wrong in it.
func (m *Model) mistakeRow(c *canvas, l *queryLine, emit func()) {
	if l.mistake == nil {
		return
	}
	c.facts(m.w, m.words.RTL, []segment{{text: m.mistakeText(l.mistake), paint: m.styles.warn}}, nil)
	emit()
}

// countArticles says how many articles the list has, and while the full text is being indexed, in how many was searched.
func (m *Model) countArticles() string {
	text := m.position()
	if progress := m.listProgress(); progress != "" {
		text += "  " + progress
	}
	return text
}

// fraction writes how many of how many.
func fraction(n, of int) string { return fmt.Sprintf("%d/%d", n, of) }

// searchProgress says in how many articles was searched as long as these are not all, else "".
func (m *Model) searchProgress() string {
	done, of := m.texts.Searchable(m.newest)
	if done >= of {
		return ""
	}
	return m.words.Searched + " " + fraction(done, of)
}

// listProgress says in how many articles was searched for the list: for words, and then for the days that they mention, which are found behind
// all else. It is "" when in all.
func (m *Model) listProgress() string {
	if progress := m.searchProgress(); progress != "" {
		return progress
	}
	if p, q := m.newest.DateProgress(), m.filter.query; q != nil && q.mentions && !p.Done {
		return m.words.Searched + " " + fraction(p.Read, p.Articles)
	}
	return ""
}

// listQuery shows the articles that a query finds, with nothing else asked of them.
func (m *Model) listQuery(text string) tea.Cmd {
	q, mistake := m.newQuery(text, false)
	if q == nil {
		m.notice = m.mistakeText(mistake)
		return nil
	}
	m.filter.view, m.filter.conditions = viewAll, nil
	m.badge()
	return tea.Batch(m.focusOn(listPane), m.setQuery(q))
}

// markFound marks in the open article what the list is searched for, and goes to the first of it.
func (m *Model) markFound() tea.Cmd {
	f, d := &m.filter, m.reader.document
	if f.query == nil || f.shown != f.revision || d == nil || m.loading || m.list.find(d.doc) < 0 ||
		m.find.listed == f.revision && m.find.document == d {
		return nil
	}
	marks := f.result.Marks
	cmd := m.search(func() search.Marks { return marks }, onFirst)
	m.find.query, m.find.listed, m.find.document = "", f.revision, d
	return cmd
}

// mistakeText says what is wrong in a query.
func (m *Model) mistakeText(e *search.SyntaxError) string {
	text := filled(m.words.Mistakes[e.Mistake], e.Word, "")
	if e.Meant != "" {
		text += " · " + m.words.DidYouMean + " " + isolated(e.Meant)
	}
	return text
}

// reasonText says why a query finds nothing, "" where there is no reason.
func (m *Model) reasonText(r search.Reason) string {
	if r.Kind == search.NoReason {
		return ""
	}
	return filled(m.words.Reasons[r.Kind-1], r.Clause, r.With)
}

// filled puts what a sentence is about into it.
func filled(sentence, about, with string) string {
	return strings.NewReplacer("{}", isolated(about), "{+}", isolated(with)).Replace(sentence)
}
