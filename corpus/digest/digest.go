// Package digest says on one page what a folder has to tell: its largest stories, new names, and who is quoted most.
package digest

import (
	"cmp"
	"iter"
	"slices"

	"jarida/corpus/entity"
	"jarida/corpus/search"
	"jarida/corpus/story"
)

// Folder is what a digest is made of. What was not looked for yet is nil.
type Folder struct {
	Articles search.Set // those of the list
	New      search.Set // those of them that are new to the reader
	Stories  *story.Stories
	Entities *entity.Index
	Speakers iter.Seq2[int32, entity.ID] // by article, once for each quotation that is no repeat
}

// Digest is what a folder has to tell. Lists have as many entries as were asked for, and say how many there are.
type Digest struct {
	// Whole says that nothing is new: stories and speakers are those of all articles then, and there are no new names. Else all is of the
	// new articles.
	Whole bool

	Stories  []Story
	People   Names
	Places   Names
	Orgs     Names // organisations
	Speakers []Speaker

	AllStories  int
	AllSpeakers int
}

// Story is a story that new articles tell.
type Story struct {
	story.Story     // with the articles of the list only
	New         int // how many of them are new; all where the digest is Whole
}

// Names are the names of one type that stand in new articles only, those in most articles first.
type Names struct {
	List []Name
	All  int // how many there are
}

// Name is an entity and how many articles mention it.
type Name struct {
	Entity   entity.ID
	Articles int
}

// Speaker is a person and how often he is quoted.
type Speaker struct {
	Entity   entity.ID
	Quotes   int
	Articles int // that quote him
}

// Of makes the digest of a folder, with n entries of each kind at most; n of 0 means all.
func Of(f Folder, n int) Digest {
	about := f.New
	d := Digest{Whole: f.New.Len() == 0}
	if d.Whole {
		about = f.Articles
	}
	d.Stories = f.stories(about)
	d.AllStories, d.Stories = len(d.Stories), first(d.Stories, n)
	d.Speakers = f.speakers(about)
	d.AllSpeakers, d.Speakers = len(d.Speakers), first(d.Speakers, n)
	if !d.Whole && f.Entities != nil {
		d.People, d.Places, d.Orgs = f.names(entity.Person, n), f.names(entity.Place, n), f.names(entity.Organisation, n)
	}
	return d
}

// stories gives the stories that some articles tell: those told by most of them first, then the largest, then the latest.
func (f *Folder) stories(about search.Set) []Story {
	if f.Stories == nil {
		return nil
	}
	var list []Story
	for i := range f.Stories.Len() {
		s := Story{Story: f.Stories.At(i)}
		if slices.ContainsFunc(s.Docs, func(doc int32) bool { return !f.Articles.Has(doc) }) { // the list is ahead of the stories
			s.Docs = slices.DeleteFunc(slices.Clone(s.Docs), func(doc int32) bool { return !f.Articles.Has(doc) })
		}
		for _, doc := range s.Docs {
			if about.Has(doc) {
				s.New++
			}
		}
		if s.New > 0 && len(s.Docs) > 1 {
			list = append(list, s)
		}
	}
	slices.SortStableFunc(list, func(a, b Story) int {
		return cmp.Or(cmp.Compare(b.New, a.New), cmp.Compare(len(b.Docs), len(a.Docs)))
	})
	return list
}

// names gives the entities of a type that there is enough evidence for, and that stand in new articles only.
func (f *Folder) names(t entity.Type, n int) Names {
	var names Names
	for id := range entity.ID(f.Entities.Len()) {
		if f.Entities.Type(id) != t || !f.Entities.Sure(id) {
			continue
		}
		if articles := f.newArticles(id); articles > 0 {
			names.List = append(names.List, Name{id, articles})
		}
	}
	slices.SortStableFunc(names.List, func(a, b Name) int { return cmp.Compare(b.Articles, a.Articles) })
	names.All, names.List = len(names.List), first(names.List, n)
	return names
}

// newArticles counts the articles that mention an entity; 0 where one of them is not new.
func (f *Folder) newArticles(id entity.ID) (articles int) {
	for _, doc := range f.Entities.Articles(id) {
		switch {
		case f.New.Has(doc):
			articles++
		case f.Articles.Has(doc):
			return 0
		}
	}
	return articles
}

// speakers gives the people who are quoted in some articles, those quoted most often first.
func (f *Folder) speakers(about search.Set) []Speaker {
	if f.Entities == nil || f.Speakers == nil {
		return nil
	}
	found := map[entity.ID]*Speaker{}
	last := map[entity.ID]int32{}
	for doc, id := range f.Speakers {
		if !about.Has(doc) || f.Entities.Type(id) != entity.Person || f.Entities.Hidden(id) {
			continue
		}
		s := found[id]
		if s == nil {
			s = &Speaker{Entity: id}
			found[id] = s
		}
		s.Quotes++
		if before, ok := last[id]; !ok || before != doc {
			s.Articles++
			last[id] = doc
		}
	}
	list := make([]Speaker, 0, len(found))
	for _, s := range found {
		list = append(list, *s)
	}
	slices.SortFunc(list, func(a, b Speaker) int {
		return cmp.Or(cmp.Compare(b.Quotes, a.Quotes), cmp.Compare(b.Articles, a.Articles), cmp.Compare(a.Entity, b.Entity))
	})
	return list
}

// first gives the n first entries of a list; n of 0 means all.
func first[T any](list []T, n int) []T {
	if n > 0 && n < len(list) {
		return list[:n:n]
	}
	return list
}
