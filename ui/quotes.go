package ui

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
	"jarida/ui/bidi"
	"jarida/ui/term"
)

// quotes is the sheet of who said what, of the open article or of the articles of the list. Those of many articles come one after the
// other, in the order of the list: the newest first.
type quotes struct {
	search    int // numbers what was asked for
	snap      *corpus.Snapshot
	list      []quoted // as they stand on the sheet
	speakers  [2]int   // columns of the widest speaker and verb
	bySpeaker bool
	of        int // articles to be looked through
	read      int // of these, those that have been
}

// quoted is a quotation and where it stands.
type quoted struct {
	said
	doc   corpus.Doc
	words string
	order int // in the order of the list
}

// quotesMsg brings quotes of a search: all so far, in the order that was asked for.
type quotesMsg struct {
	search    int
	bySpeaker bool
	list      []quoted
	read      int
	shown     bool // a sheet has been opened for the search
}

// quoteSearch is what a search for quotes goes on with.
type quoteSearch struct {
	search int
	known  names
	snap   *corpus.Snapshot
	docs   []corpus.Doc

	speaker string // whose quotes are looked for; "" for all
}

// showQuotes looks for the quotes of the article, from the list of its articles.
func (m *Model) showQuotes() tea.Cmd {
	if m.names == nil {
		m.notice = m.words.NotYet
		return nil
	}
	q := quoteSearch{known: m.names, snap: m.list.snap}
	d := m.reader.document
	switch {
	case m.focus == listPane || m.focus == entityPane && m.pane.folder:
		q.docs = slices.Collect(m.list.articles)
	case d != nil:
		q.docs = []corpus.Doc{d.doc}
	}
	return m.seek(q)
}

// seek begins a search for quotes.
func (m *Model) seek(q quoteSearch) tea.Cmd {
	m.searches++
	q.search = m.searches
	m.notice = m.words.Looking
	m.seeking = q
	return m.seekQuotes(quotesMsg{search: q.search, bySpeaker: m.bySpeaker}, 0)
}

// seekQuotes goes on with a search for a while: longer each time, as all that was found is sorted again each time.
func (m *Model) seekQuotes(so quotesMsg, order int) tea.Cmd {
	ctx, q := m.ctx, m.seeking
	budget := 100*time.Millisecond + time.Duration(so.read)*50*time.Microsecond
	return func() tea.Msg {
		began := time.Now()
		list := slices.Clone(so.list)
		for ; so.read < len(q.docs) && ctx.Err() == nil && time.Since(began) < budget; so.read++ {
			list, order = q.add(ctx, list, q.docs[so.read], order)
		}
		arrange(list, so.bySpeaker)
		so.list = list
		return so
	}
}

// add appends the quotes of an article.
func (q *quoteSearch) add(ctx context.Context, list []quoted, doc corpus.Doc, order int) ([]quoted, int) {
	source, found, err := q.known.Quotes(ctx, doc)
	if err != nil {
		return list, order // it is gone, or cannot be read: the list says so
	}
	for _, s := range found {
		if q.speaker != "" && s.speaker != q.speaker {
			continue
		}
		const most = 600 // bytes: more than any row shows
		words := source[s.start:s.end]
		if len(words) > most {
			end := most
			for words[end]&0xC0 == 0x80 {
				end--
			}
			words = words[:end] + "…"
		}
		list = append(list, quoted{s, doc, oneLine(words), order})
		order++
	}
	return list, order
}

// arrange sorts quotes: by speaker those who said most come first, and who is not known last; by time as the list has the articles.
func arrange(list []quoted, bySpeaker bool) {
	counts := map[string]int{}
	for i := range list {
		counts[list[i].speaker]++
	}
	slices.SortFunc(list, func(a, b quoted) int {
		if bySpeaker && a.speaker != b.speaker {
			switch "" {
			case a.speaker:
				return 1
			case b.speaker:
				return -1
			}
			return cmp.Or(cmp.Compare(counts[b.speaker], counts[a.speaker]), cmp.Compare(a.speaker, b.speaker))
		}
		return cmp.Compare(a.order, b.order)
	})
}

// quotesCame shows quotes that were found, and has the search go on.
func (m *Model) quotesCame(msg quotesMsg) tea.Cmd {
	s, open := m.quoteSheet()
	if msg.search != m.searches || !open && (msg.shown || m.covered()) {
		return nil // the reader has gone on
	}
	more := msg.read < len(m.seeking.docs)
	if !open {
		if len(msg.list) == 0 && !more {
			m.notice = m.words.NoQuotes
			return nil
		}
		if len(msg.list) > 0 {
			m.notice = ""
			s = &quotes{search: msg.search, snap: m.seeking.snap, of: len(m.seeking.docs), bySpeaker: msg.bySpeaker}
			s.take(m, msg)
			m.openSheet(s)
			msg.shown = true
		}
	} else {
		m.keepQuote(s, msg)
	}
	if more {
		msg.bySpeaker = m.bySpeaker
		return m.seekQuotes(msg, len(msg.list))
	}
	return nil
}

// quoteSheet gives the sheet of quotes of the search that is on, if it is open.
func (m *Model) quoteSheet() (*quotes, bool) {
	if m.sheet == nil {
		return nil, false
	}
	s, ok := m.sheet.content.(*quotes)
	return s, ok && s.search == m.searches
}

// keepQuote takes more quotes, or another order. The one under the cursor stays there.
func (m *Model) keepQuote(s *quotes, msg quotesMsg) {
	under := -1
	if m.sheet.cursor < len(s.list) {
		under = s.list[m.sheet.cursor].order
	}
	before := m.sheet.cursor
	s.take(m, msg)
	m.sheet.resize(m, m.w, m.h)
	if i := slices.IndexFunc(s.list, func(q quoted) bool { return q.order == under }); i >= 0 {
		m.sheet.top += i - before
		m.sheet.moveTo(i)
	}
}

// take shows quotes in the order they have.
func (s *quotes) take(m *Model, msg quotesMsg) {
	const many = 200 // rows that decide about the columns, so that a folder's open at once
	s.list, s.read = msg.list, msg.read
	s.speakers = [2]int{m.canvas.width(m.words.Nobody, bidi.Auto), 0}
	for i := range s.list[:min(len(s.list), many)] {
		s.speakers[0] = max(s.speakers[0], m.canvas.width(s.list[i].speaker, bidi.Auto))
		s.speakers[1] = max(s.speakers[1], m.canvas.width(s.list[i].verb, bidi.Auto))
	}
}

// arrangeQuotes shows the quotes by time instead of by speaker, or the other way round.
func (m *Model) arrangeQuotes() tea.Cmd {
	s, open := m.quoteSheet()
	if !open {
		return nil
	}
	m.bySpeaker = !m.bySpeaker
	s.bySpeaker = m.bySpeaker
	m.searches++ // what is on its way is in the other order
	s.search, m.seeking.search = m.searches, m.searches
	list := s.list
	return m.seekQuotes(quotesMsg{search: s.search, bySpeaker: s.bySpeaker, list: list, read: s.read, shown: true}, len(list))
}

func (s *quotes) heading(m *Model) string {
	title := m.words.QuotesByTime
	if s.bySpeaker {
		title = m.words.QuotesBySpeaker
	}
	title = fmt.Sprintf("%s (%d)", title, len(s.list))
	if s.read < s.of {
		title += fmt.Sprintf("  %s %d/%d", m.words.Looking, s.read, s.of)
	}
	return title
}

func (s *quotes) rtl(m *Model) bool { return m.rtl }

func (s *quotes) hint(m *Model) string { return m.words.QuotesHint }

func (s *quotes) layOut(*Model, int) int { return len(s.list) }

// row writes speaker, verb and words, and the article where there is room; by speaker, a name only where another one spoke above.
func (s *quotes) row(m *Model, c *canvas, i, w int) {
	q := &s.list[i]
	speaker, verb := min(s.speakers[0], w/4), min(s.speakers[1], w/8)
	name, paint := q.speaker, m.styles.key
	switch {
	case i > 0 && s.bySpeaker && s.list[i-1].speaker == name && i != m.sheet.top:
		name = ""
	case name == "":
		name, paint = m.words.Nobody, m.styles.dim
	}
	const few = 24 // columns of the words, below which the verb goes
	if w-speaker-verb-2*gapBetween < few {
		verb = 0
	}
	const roomy = 96 // columns, from which a fifth may go to the article
	title, where := "", 0
	if at := s.snap.Index(q.doc); w >= roomy && s.of > 1 && at >= 0 {
		title, where = s.snap.At(at).Title, w/5
	}
	gap, gap2, gap3 := min(speaker, gapBetween), min(verb, gapBetween), min(where, gapBetween)
	near := m.nearSide()
	sided(m.rtl, []func(){
		func() { c.text(name, bidi.Auto, term.Field{Width: speaker, Align: near, Paint: paint}) },
		func() { c.blank(gap) },
		func() { c.text(q.verb, bidi.Auto, term.Field{Width: verb, Align: near, Paint: m.styles.dim}) },
		func() { c.blank(gap2) },
		func() {
			c.text(q.words, bidi.Auto, term.Field{Width: w - speaker - verb - where - gap - gap2 - gap3, Align: near})
		},
		func() { c.blank(gap3) },
		func() { c.text(title, bidi.Auto, term.Field{Width: where, Align: near, Paint: m.styles.dim}) },
	})
}

// detail gives the article of a quote, and its day.
func (s *quotes) detail(i int) []string {
	at := s.snap.Index(s.list[i].doc)
	if at < 0 {
		return nil
	}
	e := s.snap.At(at)
	if e.Date.ISO == "" {
		return []string{e.Title}
	}
	return []string{e.Title, e.Date.ISO}
}

// enter goes to the quote in the text.
func (s *quotes) enter(m *Model, i int) tea.Cmd {
	q := &s.list[i]
	return m.jump(target{doc: q.doc, at: bidi.Range{Start: q.start, End: q.end}})
}
