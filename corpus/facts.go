package corpus

import (
	"slices"
	"strings"
	"time"

	"jarida/corpus/entity"
	"jarida/corpus/search"
	"jarida/corpus/timeline"
)

// Facts gives what a query may ask of the articles beside their text. Who knows more states of articles than that they have quotations
// gives them by state, which may be nil. What comes of the entities is known as far as these have come (see EntityProgress).
func (s *Snapshot) Facts(state func(name string) (search.Set, bool)) search.Facts {
	return facts{s, state}
}

// facts are the facts of a snapshot. Articles that it does not know have none.
type facts struct {
	snapshot *Snapshot
	state    func(name string) (search.Set, bool)
}

// segment gives the segment of an article and its place there; ok is false where there is no such article.
func (f facts) segment(doc int32) (s *segment, i Doc, ok bool) {
	if !f.snapshot.known(Doc(doc)) {
		return nil, 0, false
	}
	return f.snapshot.segments[doc/segmentSize], Doc(doc) % segmentSize, true
}

// Day gives the days that the date of an article may be.
func (f facts) Day(doc int32) (first, last int32, ok bool) {
	s, i, ok := f.segment(doc)
	if !ok {
		return 0, 0, false
	}
	return isoDays(s.iso(i))
}

// Mentions reports whether an article mentions one of some days, as far as these are known: see DateProgress.
func (f facts) Mentions(doc, first, last int32) bool {
	days := f.snapshot.MentionedDays(Doc(doc))
	i, _ := slices.BinarySearch(days, timeline.Day(first))
	return i < len(days) && int32(days[i]) <= last
}

// isoDays gives the days of an ISO date, as days since 1970-01-01: one, those of a month, or those of a year.
func isoDays(iso string) (first, last int32, ok bool) {
	day := int(isoDay(iso))
	switch year, month, day := day/10000, day/100%100, day%100; {
	case year == 0:
		return 0, 0, false
	case month == 0:
		return sinceEpoch(year, 1, 1), sinceEpoch(year+1, 1, 0), true
	case day == 0:
		return sinceEpoch(year, month, 1), sinceEpoch(year, month+1, 0), true
	default:
		first = sinceEpoch(year, month, day)
		return first, first, true
	}
}

// sinceEpoch gives a day as days since 1970-01-01; the day 0 of a month is the last of the one before.
func sinceEpoch(year, month, day int) int32 {
	const perDay = 24 * 60 * 60
	return int32(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / perDay) // midnight: nothing is rounded
}

// Source gives who published an article: the publisher, who published it first, and the byline.
func (f facts) Source(doc int32) string {
	s, i, ok := f.segment(doc)
	if !ok {
		return ""
	}
	source, origin, byline := s.publishers(i)
	if origin == "" && byline == "" {
		return source
	}
	names := make([]string, 0, 3)
	for _, name := range [...]string{source, origin, byline} {
		if name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, "\n")
}

// Section gives the section that an article stood in.
func (f facts) Section(doc int32) string {
	s, i, ok := f.segment(doc)
	if !ok {
		return ""
	}
	return s.section(i)
}

// Entities gives the articles that mention an entity: the one that has a name among its spellings, else those with words that begin as
// the words of the name.
func (f facts) Entities(t entity.Type, name string) (docs []int32, known bool) {
	x := f.snapshot.Entities()
	if x == nil {
		return nil, false
	}
	other := func(id entity.ID) bool { return x.Type(id) != t }
	ids := slices.DeleteFunc(x.Lookup(name), other)
	if len(ids) == 0 {
		ids = slices.DeleteFunc(x.Prefix(name, 0), other)
	}
	switch len(ids) {
	case 0:
		return nil, false
	case 1:
		return x.Articles(ids[0]), true
	}
	for _, id := range ids {
		docs = append(docs, x.Articles(id)...)
	}
	slices.Sort(docs)
	return slices.Compact(docs), true
}

// hasQuotations is the state that comes of the text.
const hasQuotations = "quote"

// State gives the articles in a state.
func (f facts) State(name string) (search.Set, bool) {
	switch {
	case name == hasQuotations && f.snapshot.tagged != nil && f.snapshot.tagged.index != nil:
		return f.snapshot.tagged.quoted, true
	case name == hasQuotations || f.state == nil:
		return nil, false
	}
	return f.state(name)
}
