package timeline

import (
	"slices"

	"jarida/corpus/entity"
)

// publishers are who published the articles. What one of them always names, its own name and the town where it sits, says nothing of a day.
type publishers struct {
	of       []int32  // by article: its publisher
	names    []string // by publisher; the first is that of the articles of which it is not known
	articles []int    // by publisher
	origin   map[int32]string
}

func newPublishers(articles []Article) publishers {
	p := publishers{names: []string{""}, articles: []int{0}, origin: map[int32]string{}}
	numbers := map[string]int32{"": 0}
	for i := range articles {
		a := &articles[i]
		n, known := numbers[a.Source]
		if !known {
			n = int32(len(p.names))
			numbers[a.Source] = n
			p.names, p.articles = append(p.names, a.Source), append(p.articles, 0)
		}
		p.of = append(p.of, make([]int32, max(int(a.Doc)+1-len(p.of), 0))...)
		p.of[a.Doc] = n
		p.articles[n]++
		if a.Origin != "" && a.Origin != a.Source {
			p.origin[a.Doc] = a.Origin
		}
	}
	return p
}

// publishes reports whether an entity is who published an article, now or first.
func (p *publishers) publishes(x *entity.Index, id entity.ID, doc int32, known map[string][]entity.ID) bool {
	return slices.Contains(called(x, p.names[p.of[doc]], known), id) || slices.Contains(called(x, p.origin[doc], known), id)
}

// called gives the entities of a name, which it keeps in known.
func called(x *entity.Index, name string, known map[string][]entity.ID) []entity.ID {
	if name == "" {
		return nil
	}
	ids, ok := known[name]
	if !ok {
		ids = x.Lookup(name)
		known[name] = ids
	}
	return ids
}

// count counts articles by publisher.
func (p *publishers) count(docs []int32) []int {
	counts := make([]int, len(p.names))
	for _, doc := range docs {
		if int(doc) < len(p.of) {
			counts[p.of[doc]]++
		}
	}
	return counts
}

// few is how many articles of a publisher say as much of what it names as the whole folder does.
const few = 20

// expected gives how many of some articles would name something, if they were as all others of their publishers: n and all are counts by
// publisher, of them and of all articles that name it, and share is the share of the latter in the folder.
func (p *publishers) expected(n, all []int, share float64) (sum float64) {
	for i, articles := range n {
		if articles > 0 {
			sum += float64(articles) * (float64(all[i]) + few*share) / float64(p.articles[i]+few)
		}
	}
	return sum
}
