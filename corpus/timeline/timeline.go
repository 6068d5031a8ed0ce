// Package timeline is a folder of articles by day: what was published on each, what the texts mention, and what it was about (pure).
package timeline

import (
	"maps"
	"slices"
	"strings"
)

// Article is what a timeline takes of an article.
type Article struct {
	Doc      int32
	Date     string // when it was published, in ISO 8601: a day, a month or a year; "" where that is not known
	Source   string // who published it, "" where that is not known
	Origin   string // who did first, where that is said
	Mentions []Day  // see Mentioned
}

// Entry is a day, or a month or year of which nothing more is known of its articles.
type Entry struct {
	Date      string  // in ISO 8601
	First     Day     // the day, or the first of the month or year
	Published []int32 // the articles that were published then, ascending
	Mentioned []int32 // those that mention the day, ascending; of a month or year none
}

// Timeline is a folder by day. It never changes.
type Timeline struct {
	entries  []Entry // by date; a month or year stands before its days
	articles int
	undated  int

	publishers publishers
}

// largeFolder is the number of articles from which one that mentions a day is not enough for it to be an entry, where nothing was
// published on it: then there are more wrong dates and bygone days than events. It is that from which one article is not enough for a name.
const largeFolder = 200

// New makes the timeline of articles, whose order does not matter.
func New(articles []Article) *Timeline {
	t := &Timeline{articles: len(articles), publishers: newPublishers(articles)}
	byDate := map[string]*Entry{}
	at := func(date string, first Day) *Entry {
		if byDate[date] == nil {
			byDate[date] = &Entry{Date: date, First: first}
		}
		return byDate[date]
	}
	mentioned := map[Day][]int32{}
	for i := range articles {
		a := &articles[i]
		if e := byDate[a.Date]; e != nil { // most days have many articles
			e.Published = append(e.Published, a.Doc)
		} else if first, ok := firstDay(a.Date); ok {
			e := at(a.Date, first)
			e.Published = append(e.Published, a.Doc)
		} else {
			t.undated++
		}
		for _, d := range a.Mentions {
			mentioned[d] = append(mentioned[d], a.Doc)
		}
	}
	least := 1
	if len(articles) >= largeFolder {
		least = 2
	}
	for d, docs := range mentioned {
		if date := d.String(); len(docs) >= least || byDate[date] != nil {
			at(date, d).Mentioned = docs
		}
	}
	t.entries = make([]Entry, 0, len(byDate))
	for e := range maps.Values(byDate) {
		slices.Sort(e.Published)
		slices.Sort(e.Mentioned)
		t.entries = append(t.entries, *e)
	}
	slices.SortFunc(t.entries, func(a, b Entry) int { return strings.Compare(a.Date, b.Date) })
	return t
}

// Len gives the number of entries.
func (t *Timeline) Len() int { return len(t.entries) }

// At gives an entry, the earliest first. Its articles must not be changed.
func (t *Timeline) At(i int) Entry { return t.entries[i] }

// Articles gives the number of articles, and of these the number of those that are not dated.
func (t *Timeline) Articles() (all, undated int) { return t.articles, t.undated }
