package corpus

import (
	"cmp"
	"iter"
	"slices"
	"time"

	"jarida/corpus/digest"
	"jarida/corpus/entity"
	"jarida/corpus/search"
)

// Digest is what the articles have to tell on one page.
type Digest struct {
	digest.Digest
	New         int    // articles that are new
	First, Last string // the days of the earliest and the latest article that has one; "" where none has
	From, To    string // the same of the new ones
}

// Digest says what is new since a visit, with n entries of each kind at most; n of 0 means all. An article is new where none with the same
// content was there; where there was no visit, each is. With days the articles of the newest days that have any are new instead, that many
// days. Hashes of contents are needed: Options.Keys, or Search. What has not been looked for yet is left out.
func (s *Snapshot) Digest(v digest.Visit, days, n int) Digest {
	d := Digest{}
	isNew := func(doc Doc) bool { return !s.visited(v, doc) }
	all := s.days()
	if len(all) > 0 {
		d.First, d.Last = all[0], all[len(all)-1]
	}
	if days > 0 {
		newest := ""
		if len(all) > 0 {
			newest = all[max(len(all)-days, 0)]
		}
		isNew = func(doc Doc) bool { day := s.day(doc); return day != "" && day >= newest }
	}
	f := digest.Folder{Entities: s.Entities(), Stories: s.Stories(), Speakers: s.speakers()}
	f.Articles, f.New = search.NewSet(len(s.segments)*segmentSize), search.NewSet(len(s.segments)*segmentSize)
	for i := range s.Len() {
		doc := s.DocAt(i)
		f.Articles = f.Articles.With(int32(doc))
		if !isNew(doc) {
			continue
		}
		f.New = f.New.With(int32(doc))
		d.New++
		if day := s.day(doc); day != "" {
			if d.From == "" || day < d.From {
				d.From = day
			}
			d.To = max(d.To, day)
		}
	}
	d.Digest = digest.Of(f, n)
	return d
}

// speakers is Speakers by the numbers of entities and stories.
func (s *Snapshot) speakers() iter.Seq2[int32, entity.ID] {
	return func(yield func(int32, entity.ID) bool) {
		for d, id := range s.Speakers() {
			if !yield(int32(d), id) {
				return
			}
		}
	}
}

// Sources gives the sources of some articles of the list, those of most articles first.
func (s *Snapshot) Sources(docs []int32) []string {
	counts := map[string]int{}
	for _, doc := range docs {
		if source := s.At(s.Index(Doc(doc))).Source; source != "" {
			counts[source]++
		}
	}
	sources := make([]string, 0, len(counts))
	for source := range counts {
		sources = append(sources, source)
	}
	slices.SortFunc(sources, func(a, b string) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	return sources
}

// visited reports whether an article was there at a visit. One without content, such as a file that cannot be read, says nothing new.
func (s *Snapshot) visited(v digest.Visit, d Doc) bool {
	key := s.segments[d/segmentSize].key(d % segmentSize)
	return key == ([keyBytes]byte{}) || v.Knows(key)
}

// day gives the day of an article; "" where that is not known.
func (s *Snapshot) day(d Doc) string {
	const day = len("2006-01-02")
	iso := s.segments[d/segmentSize].iso(d % segmentSize)
	if len(iso) < day {
		return ""
	}
	return iso[:day]
}

// days gives the days that have articles, the earliest first.
func (s *Snapshot) days() []string {
	seen := map[string]bool{}
	var all []string
	for i := range s.Len() {
		if day := s.day(s.DocAt(i)); day != "" && !seen[day] {
			seen[day] = true
			all = append(all, day)
		}
	}
	slices.Sort(all)
	return all
}

// Visit gives the visit that ends at a time with this snapshot. There is none where not all has been read, or hashes of contents were not
// asked for.
func (s *Snapshot) Visit(at time.Time) (v digest.Visit, ok bool) {
	if !s.progress.Done || !s.keyed() {
		return digest.Visit{}, false
	}
	return digest.NewVisit(at, func(yield func([keyBytes]byte) bool) {
		for i := range s.Len() {
			d := s.DocAt(i)
			if key := s.segments[d/segmentSize].key(d % segmentSize); key != ([keyBytes]byte{}) && !yield(key) {
				return
			}
		}
	}), true
}

// keyed reports whether an article has the hash of its content.
func (s *Snapshot) keyed() bool {
	for i := range s.Len() {
		if d := s.DocAt(i); s.segments[d/segmentSize].key(d%segmentSize) != ([keyBytes]byte{}) {
			return true
		}
	}
	return false
}
