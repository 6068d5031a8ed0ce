package entity

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"sync"
)

// wordIndex finds entities by the beginning of any word of any of their spellings.
type wordIndex struct {
	once  sync.Once
	words interner
	order []uint32 // the words in the order of their letters
	first []uint32 // by word: where its entities begin in ids
	ids   []ID
}

// Spelled gives the entity that has a spelling of a type.
func (x *Index) Spelled(s Spelled) (ID, bool) {
	form, ok := x.forms.find(formKey(s.Type, x.lists().formWords(s.Type, s.Text)))
	if !ok || int(form) >= len(x.ofForm) || x.ofForm[form] < 0 {
		return 0, false
	}
	return x.ofForm[form], true
}

// Lookup gives the entities that have a spelling, or were named so by the reader, hidden ones left out, by rank.
func (x *Index) Lookup(text string) []ID {
	var ids []ID
	for t := Person; t <= Quantity; t++ {
		if id, ok := x.Spelled(Spelled{t, text}); ok {
			ids = append(ids, id)
		}
	}
	for id, name := range x.renamed {
		if name == text {
			ids = append(ids, id)
		}
	}
	return x.ranked(ids)
}

// ranked sorts ids, without hidden and repeated ones.
func (x *Index) ranked(ids []ID) []ID {
	ids = slices.DeleteFunc(ids, x.Hidden)
	slices.Sort(ids)
	return slices.Compact(ids)
}

// Prefix gives the entities of which a spelling or the name has, for each word of the text, a word that begins with it (with its article
// or without), hidden ones left out, by rank, n at most; n of 0 means all. The first call takes longer than those that follow.
func (x *Index) Prefix(text string, n int) []ID {
	var ids []ID
	for i, w := range nameWords(text) {
		found := x.beginning(w)
		if i == 0 {
			ids = found
			continue
		}
		ids = slices.DeleteFunc(ids, func(id ID) bool { _, ok := slices.BinarySearch(found, id); return !ok })
	}
	if n > 0 && n < len(ids) {
		ids = ids[:n]
	}
	return ids
}

// beginning gives the entities with a word that begins so.
func (x *Index) beginning(w string) []ID {
	x.words.once.Do(x.indexWords)
	var ids []ID
	prefix := []byte(strings.TrimPrefix(w, "ال"))
	if len(prefix) == 0 {
		prefix = []byte(w)
	}
	order := x.words.order
	at, _ := slices.BinarySearchFunc(order, prefix, func(word uint32, p []byte) int { return bytes.Compare(x.words.words.text(word), p) })
	for ; at < len(order) && bytes.HasPrefix(x.words.words.text(order[at]), prefix); at++ {
		word := order[at]
		ids = append(ids, x.words.ids[x.words.first[word]:x.words.first[word+1]]...)
	}
	return x.ranked(ids)
}

// indexWords fills the index of words: words without their article.
func (x *Index) indexWords() {
	type place struct {
		word uint32
		id   ID
	}
	var places []place
	enter := func(id ID, text string) {
		for _, w := range nameWords(text) {
			if bare := strings.TrimPrefix(w, "ال"); bare != "" {
				w = bare
			}
			word, _ := x.words.words.id([]byte(w))
			places = append(places, place{word, id})
		}
	}
	for id := range x.entries[:x.shown] {
		e := &x.entries[id]
		for _, u := range x.spellings[e.spellings.first:e.spellings.behind] {
			enter(ID(id), string(x.text(u.surface)))
		}
	}
	for id, name := range x.renamed {
		enter(id, name)
	}
	slices.SortFunc(places, func(a, b place) int { return cmp.Or(cmp.Compare(a.word, b.word), cmp.Compare(a.id, b.id)) })
	places = slices.Compact(places)
	x.words.first = make([]uint32, x.words.words.len()+1)
	for _, p := range places {
		x.words.ids = append(x.words.ids, p.id)
		x.words.first[p.word+1]++
	}
	x.words.order = make([]uint32, x.words.words.len())
	for w := range x.words.order {
		x.words.order[w] = uint32(w)
		x.words.first[w+1] += x.words.first[w]
	}
	slices.SortFunc(x.words.order, func(a, b uint32) int { return bytes.Compare(x.words.words.text(a), x.words.words.text(b)) })
}
