package ui

import (
	"slices"
	"sort"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus/search"
	"jarida/ui/bidi"
	"jarida/ui/term"
)

// find is what the reader looks for in the open article. All of it is marked; the current hit is where the reader is.
type find struct {
	query    string       // as it was typed; "" where a search brought the marks
	marks    search.Marks // what finds it in any text
	on       bool
	document *document // the hits are of it
	hits     []hit     // in the order in which they are shown
	at       int       // the current one, -1 for none
	revision int       // numbers what was asked for
	listed   int       // the revision of the list's filter that it comes from, 0 for none
	busy     bool
	begun    position // where the reader was when the text field was opened
}

// hit is a place of a text in which something was found.
type hit struct {
	bidi.Range
	piece int
}

// where says to which hit one goes when they are there.
type landing uint8

const (
	stay    landing = iota
	onFirst         // the first of the article
	onNext          // the first from where the text field was opened
	goOn            // the one behind the cursor
	goBack          // the one before it
)

// hitsMsg brings what was found in a document.
type hitsMsg struct {
	revision int
	document *document
	marks    search.Marks
	hits     []hit
	landing  landing
}

// shown gives the hits of a document, where they are to be marked.
func (f *find) shown(d *document) []hit {
	if !f.on || f.document != d {
		return nil
	}
	return f.hits
}

// hits gives all places of a document in which something is found, in the order in which they are shown, folded ones too.
func (d *document) hits(m search.Marks) []hit {
	var all []hit
	var spans []search.Span
	for i := range d.pieces {
		p := &d.pieces[i]
		if p.start < 0 {
			continue
		}
		spans = m.Append(spans[:0], p.text, p.start)
		for _, s := range spans {
			all = append(all, hit{bidi.Range{Start: s.Start, End: s.End}, i})
		}
	}
	return all
}

// askForHits opens a text field for words of the open article; they are found as they are typed.
func (m *Model) askForHits() tea.Cmd {
	f := &m.find
	f.begun = m.reader.left
	past := recall{all: m.recent}
	m.ask(prompt{
		label: m.words.FindInText,
		own:   func(key string) (tea.Cmd, bool) { return m.recalled(&past, key) },
		typed: func() tea.Cmd { return m.look(m.prompt.field.text, onNext) },
		enter: func(text string) tea.Cmd {
			m.tellHits()
			return m.remember(text)
		},
		cancel: m.forgetHits,
		hint:   m.countHits,
	}, "")
	return m.loadRecent(&past)
}

// look finds words in the open article.
func (m *Model) look(typed string, l landing) tea.Cmd {
	f := &m.find
	f.query = typed
	if oneLine(typed) == "" {
		f.revision++
		f.on, f.hits = false, nil
		return nil
	}
	d := m.reader.document
	return m.search(func() search.Marks {
		return search.NewMarks(typed, d.source[d.begin():max(d.end(), d.begin())], nil)
	}, l)
}

// search marks what is found in the open article by marks, which are made in the background.
func (m *Model) search(marks func() search.Marks, l landing) tea.Cmd {
	f, d := &m.find, m.reader.document
	f.revision++
	revision := f.revision
	f.busy = true
	return func() tea.Msg {
		found := hitsMsg{revision: revision, document: d, marks: marks(), landing: l}
		found.hits = d.hits(found.marks)
		return found
	}
}

// hitsCame marks what was found, unless something else is looked for since.
func (m *Model) hitsCame(msg hitsMsg) {
	f := &m.find
	if msg.revision != f.revision || msg.document != m.reader.document {
		return
	}
	f.on, f.busy, f.document, f.marks, f.hits, f.at = true, false, msg.document, msg.marks, msg.hits, -1
	if len(f.hits) == 0 {
		m.reader.mention = bidi.Range{}
		if m.prompt == nil && msg.landing != onFirst {
			m.notice = m.words.NotFound
		}
		return
	}
	switch msg.landing {
	case onFirst:
		m.toHit(0)
	case onNext:
		m.toHit(f.from(m.reader.document.find(f.begun.cursor), f.begun.cursor))
	case goOn:
		m.stepHit(1)
	case goBack:
		m.stepHit(-1)
	case stay:
		f.at = slices.IndexFunc(f.hits, func(h hit) bool { return h.Range == m.reader.mention })
	}
}

// from gives the first hit at a place or behind it, the first of all where there is none.
func (f *find) from(p place, offset int) int {
	for i, h := range f.hits {
		if h.piece > p.piece || h.piece == p.piece && h.Start >= offset {
			return i
		}
	}
	return 0
}

// toHit goes to a hit. One that is folded away opens its fold.
func (m *Model) toHit(i int) {
	m.find.at = i
	m.reader.show(m.find.hits[i].Range)
}

// nextHit goes to the next hit, or with a negative number to the one before. Where nothing is marked, it looks again for what was looked
// for last.
func (m *Model) nextHit(by int) tea.Cmd {
	f, l := &m.find, goOn
	if by < 0 {
		l = goBack
	}
	switch {
	case f.on && f.document == m.reader.document:
		m.stepHit(by)
	case f.query != "":
		return m.look(f.query, l)
	default:
		m.notice = m.words.NothingSought
	}
	return nil
}

// stepHit goes on by hits, from the cursor where it has left the current one. Behind the last comes the first.
func (m *Model) stepHit(by int) {
	f, r := &m.find, &m.reader
	if len(f.hits) == 0 {
		m.notice = m.words.NotFound
		return
	}
	to := f.at + by
	if f.at < 0 || f.hits[f.at].Range != r.mention || !r.on(f.hits[f.at]) {
		to = f.from(r.at, r.document.offset(r.at))
		if by < 0 {
			to--
		}
	}
	n := len(f.hits)
	switch {
	case to >= n:
		m.notice = m.words.FromTheTop
	case to < 0:
		m.notice = m.words.FromTheEnd
	}
	m.toHit((to + n) % n)
}

// on reports whether the cursor is on the row of a hit.
func (r *reader) on(h hit) bool {
	l := r.document.at(r.at).line
	return r.at.piece == h.piece && l.Start <= h.Start && h.Start < l.End
}

// tellHits says when the text field is closed that nothing was found.
func (m *Model) tellHits() {
	if f := &m.find; f.on && len(f.hits) == 0 {
		m.notice = m.words.NotFound
	}
}

// forgetHits takes the marks away and goes back to where the reader was when the text field was opened.
func (m *Model) forgetHits() tea.Cmd {
	if m.clearHits(); m.reader.document != nil {
		m.reader.settle(m.find.begun)
	}
	return nil
}

// clearHits takes the marks away, and reports whether there were any.
func (m *Model) clearHits() bool {
	f := &m.find
	if !f.on {
		return false
	}
	f.revision++
	f.on, f.hits, f.document = false, nil, nil
	m.reader.mention = bidi.Range{}
	return true
}

// seekAgain marks what is looked for in a document that has taken the place of another version of it; in another article it is over.
func (m *Model) seekAgain(old *document) tea.Cmd {
	f := &m.find
	if !f.on {
		return nil
	}
	if old == nil || old.doc != m.reader.document.doc {
		m.clearHits()
		return nil
	}
	marks := f.marks
	return m.search(func() search.Marks { return marks }, stay)
}

// countHits says which hit of how many the current one is.
func (m *Model) countHits() string {
	f := &m.find
	switch {
	case !f.on || f.document != m.reader.document:
		return ""
	case len(f.hits) == 0:
		return m.words.NotFound
	}
	return fraction(f.at+1, len(f.hits))
}

// hitRuns appends the paints of the hits on a row of a piece.
func (m *Model) hitRuns(runs []term.Run, hits []hit, piece int, ro *row) []term.Run {
	i := sort.Search(len(hits), func(i int) bool {
		return hits[i].piece > piece || hits[i].piece == piece && hits[i].End > ro.line.Start
	})
	for ; i < len(hits) && hits[i].piece == piece && hits[i].Start < ro.line.End; i++ {
		runs = append(runs, term.Run{Range: hits[i].Range, Paint: m.styles.hit})
	}
	return runs
}
