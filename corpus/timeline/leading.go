package timeline

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"jarida/corpus/entity"
	"jarida/corpus/story"
)

// Leader is an entity that leads a day.
type Leader struct {
	Entity   entity.ID
	Articles int // of the day that mention it

	mentions int
	score    float64
}

// Leading gives the n entities that lead some articles of the timeline, those of a day: not those that most of them name, which are the same
// on all days, but those that more of them name than the articles of their publishers do on other days. Only those count for which there is
// enough evidence; none that the reader has hidden, and no publisher in what it publishes. n of 0 means all.
func (t *Timeline) Leading(x *entity.Index, docs []int32, n int) []Leader {
	if x == nil {
		return nil
	}
	counts, known := map[entity.ID]*Leader{}, map[string][]entity.ID{}
	for _, doc := range docs {
		for _, in := range x.InArticle(doc) {
			if in.Mentions == 0 || !x.Sure(in.Entity) || t.publishers.publishes(x, in.Entity, doc, known) {
				continue
			}
			if counts[in.Entity] == nil {
				counts[in.Entity] = &Leader{Entity: in.Entity}
			}
			l := counts[in.Entity]
			l.Articles++
			l.mentions += in.Mentions
		}
	}
	list := make([]Leader, 0, len(counts))
	published := t.publishers.count(docs)
	for l := range maps.Values(counts) {
		l.score = t.excess(x, l, published)
		list = append(list, *l)
	}
	slices.SortFunc(list, func(a, b Leader) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(b.Articles, a.Articles), cmp.Compare(b.mentions, a.mentions),
			cmp.Compare(a.Entity, b.Entity))
	})
	return top(list, n)
}

// excess weighs how many articles of a day name an entity against how many would by chance: the term of the log-likelihood ratio (Dunning,
// Accurate Methods for the Statistics of Surprise and Coincidence, 1993) that is the entity's own, with one article more than expected. It is 0
// for what is not named more than that, which where a folder has but one day is everything, and for what a single article names.
func (t *Timeline) excess(x *entity.Index, l *Leader, published []int) float64 {
	if l.Articles < 2 {
		return 0
	}
	all := x.Articles(l.Entity)
	expected := t.publishers.expected(published, t.publishers.count(all), float64(len(all))/float64(t.articles))
	return float64(l.Articles) * max(math.Log(float64(l.Articles)/(expected+1)), 0)
}

// Told is a story that some articles tell.
type Told struct {
	Story    int // in the stories
	Articles int // of the day that tell it
}

// Stories gives the n stories that most of some articles tell, of those with as many the larger ones first. n of 0 means all.
func Stories(s *story.Stories, docs []int32, n int) []Told {
	if s == nil {
		return nil
	}
	counts := map[int]int{}
	for _, doc := range docs {
		if i := s.Of(doc); i >= 0 {
			counts[i]++
		}
	}
	list := make([]Told, 0, len(counts))
	for i, articles := range counts {
		list = append(list, Told{i, articles})
	}
	slices.SortFunc(list, func(a, b Told) int {
		return cmp.Or(cmp.Compare(b.Articles, a.Articles), cmp.Compare(a.Story, b.Story)) // they are in the order of their sizes
	})
	return top(list, n)
}

// top gives the first n of a list, all for 0.
func top[T any](list []T, n int) []T {
	if n > 0 && n < len(list) {
		return list[:n]
	}
	return list
}
