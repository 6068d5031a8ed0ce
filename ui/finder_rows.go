package ui

import (
	"context"
	"errors"
	"strings"

	"jarida/corpus"
	"jarida/corpus/entity"
	"jarida/corpus/search"
)

// hitRow is a row of the finder: one thing that was found.
type hitRow struct {
	kind  kind
	item  int // in the catalog, or among the texts
	text  string
	how   search.How
	spans []search.Span // bytes of text
	note  search.Note   // how what was typed is understood here
}

// same reports whether two rows are about the same thing.
func (r *hitRow) same(o hitRow) bool { return r.kind == o.kind && r.item == o.item && r.text == o.text }

// textAnswer is what the full text has.
type textAnswer struct {
	query   string
	asked   bool
	result  search.Result
	hits    []textHit
	mistake *search.SyntaxError
}

// textHit is an article that has the words, and where.
type textHit struct {
	doc   corpus.Doc
	title string
	text  string // a stretch of it
	spans []search.Span
}

// textQuestion is a question to the full text.
type textQuestion struct {
	known   texts
	corpus  source
	snap    *corpus.Snapshot
	states  states
	request search.Request
	text    string
}

// textQuestion prepares the question for what is typed.
func (m *Model) textQuestion(about asked) textQuestion {
	q := textQuestion{known: m.texts, corpus: m.corpus, snap: m.newest, states: m.states, text: about.query}
	q.request = search.Request{Typing: true, Limit: mostTexts, Today: m.today()}
	switch about.scope {
	case everything:
	case scope(textKind):
		q.request.Limit = mostOfOne
	default:
		q.known = nil
	}
	return q
}

// today gives the number of the day in which the reader is.
func (m *Model) today() int32 {
	const day = 24 * 60 * 60
	if m.options.Now == nil {
		return 0
	}
	now := m.options.Now()
	_, east := now.Zone()
	return int32((now.Unix() + int64(east)) / day)
}

// answer asks the full text.
func (q *textQuestion) answer(ctx context.Context) textAnswer {
	a := textAnswer{query: q.text}
	if q.known == nil {
		return a
	}
	var err error
	if q.request.Query, err = search.Parse(q.text); err != nil {
		errors.As(err, &a.mistake)
		return a
	}
	if q.request.Query.Empty() {
		return a
	}
	if a.result, err = q.known.Search(ctx, q.snap, q.states, q.request); err != nil {
		return a
	}
	a.asked = true
	for _, h := range a.result.Hits {
		if ctx.Err() != nil {
			return a
		}
		if hit, ok := q.hit(ctx, corpus.Doc(h.Doc), a.result.Marks); ok {
			a.hits = append(a.hits, hit)
		}
	}
	return a
}

// hit gives the words of an article around what was found in it.
func (q *textQuestion) hit(ctx context.Context, doc corpus.Doc, marks search.Marks) (textHit, bool) {
	const words = 25 // more than a row has room for
	d, err := q.corpus.Load(ctx, doc)
	if err != nil {
		return textHit{}, false
	}
	r := marks.Snippet(d.Source.Text, &d.Article, words)
	h := textHit{doc: doc, title: titleOf(d.Entry), text: d.Source.Text[r.Start:r.End]}
	if h.text == "" { // what fits the query has no words of it: is:unread, date:…
		h.text, h.title = h.title, ""
	}
	h.spans = marks.Append(nil, h.text, 0)
	return h, true
}

// rowsOf gives the rows of the answer that is shown.
func (f *finder) rowsOf() []hitRow {
	var rows []hitRow
	most := mostOfOne
	if f.scope == everything {
		most = mostNames
	}
	seen := map[entity.ID]bool{}
	for _, found := range f.answer.Found {
		k := kind(found.List)
		if f.scope != everything && f.scope != scope(k) {
			continue
		}
		if k == entityKind {
			id := f.catalog.entities[found.Item].id
			if seen[id] {
				continue
			}
			seen[id] = true
		}
		if len(rows) == most {
			break
		}
		r := hitRow{kind: k, item: found.Item, text: f.catalog.name(k, found.Item), how: found.How, spans: found.Spans}
		r.note = noteFor(&r, f.answer.Notes)
		rows = append(rows, r)
	}
	for i, h := range f.texts.hits {
		r := hitRow{kind: textKind, item: i, text: h.text, how: firstHow(h.spans), spans: h.spans}
		r.note = noteFor(&r, f.texts.result.Notes)
		rows = append(rows, r)
	}
	if f.texts.result.Total > 0 {
		rows = append(rows, hitRow{kind: allKind})
	}
	for _, n := range f.offers() {
		rows = append(rows, hitRow{kind: meantKind, text: n.As, note: n})
	}
	return rows
}

// noteFor gives the note that explains a row.
func noteFor(r *hitRow, notes []search.Note) search.Note {
	var note search.Note
	if r.how != search.Sound && r.how != search.Layout {
		return note
	}
	for _, n := range notes {
		if n.Offer || n.How != r.how {
			continue
		}
		if note.As == "" || strings.Contains(r.text, n.As) {
			note = n
		}
	}
	return note
}

// firstHow gives the surest rule of some spans.
func firstHow(spans []search.Span) search.How {
	if len(spans) == 0 {
		return search.Exact
	}
	how := spans[0].How
	for _, s := range spans {
		how = min(how, s.How)
	}
	return how
}

// offers gives the queries that may have been meant.
func (f *finder) offers() []search.Note {
	var offers []search.Note
	for _, notes := range [][]search.Note{f.answer.Notes, f.texts.result.Notes} {
		for _, n := range notes {
			known := false
			for _, o := range offers {
				known = known || o.As == n.As
			}
			if n.Offer && !known {
				offers = append(offers, n)
			}
		}
	}
	return offers
}
