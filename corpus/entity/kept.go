package entity

import (
	"crypto/sha256"
	"errors"
	"iter"
	"slices"

	"jarida/corpus/flat"
)

// What a builder has, and the index that it made of it, can be kept for the next run, in two parts: the index with the records of the articles,
// which answers by itself, and what the builder needs beside it to go on. Articles have other numbers in each run, so both know them by
// numbers of their own, which whoever keeps them gives and translates back.

// Kept is an index and the records of its articles as they were kept. It shares the memory of the bytes that it was opened from.
type Kept struct {
	head     keptHead
	index    Index // the articles by the numbers under which they were kept
	records  keptRecords
	renamed  []ID
	names    interner // what these are called
	articles int
}

// keptHead is what there is one of.
type keptHead struct {
	Edits [sha256.Size]byte
	Shown uint32
}

// keptRecords are the records of articles, the lists of all behind each other.
type keptRecords struct {
	dates       []int32  // noArticle where there is none
	mentionEnds []uint32 // by article
	mentions    []stored
	linkEnds    []uint32
	links       []link
	roleEnds    []uint32
	roles       []storedRole
}

// noArticle is the date of a number that no article has.
const noArticle = -1

// errKept says that bytes are not those of anything that was kept.
var errKept = errors.New("damaged entities")

// Keep gives an index as bytes, in pieces one behind the other, which share its memory. numbers gives the number of each article by which it
// is kept, of articles in all; no two may have the same, and what has a record must have one.
func (x *Index) Keep(numbers []int32, articles int) iter.Seq[[]byte] {
	docs := make([]*record, articles)
	for doc, r := range x.docs {
		if r != nil {
			docs[numbers[doc]] = r
		}
	}
	postings, inArticle, articleFirst := x.renumbered(numbers, articles)
	var w flat.Writer
	flat.Put(&w, []keptHead{{Edits: x.edits, Shown: uint32(x.shown)}})
	x.spelled.put(&w)
	x.forms.put(&w)
	flat.Put(&w, x.forms.slots)
	x.phrases.put(&w)
	flat.Put(&w, x.surfaces)
	putRecords(&w, docs)
	flat.Put(&w, x.entries)
	flat.Put(&w, x.ofForm)
	flat.Put(&w, x.ofSurface)
	flat.Put(&w, truths(x.strong))
	flat.Put(&w, truths(x.alone))
	flat.Put(&w, x.spellings)
	flat.Put(&w, postings)
	flat.Put(&w, inArticle)
	flat.Put(&w, articleFirst)
	renamed, names := x.renamedNames()
	flat.Put(&w, renamed)
	names.put(&w)
	return w.Pieces()
}

// putRecords writes the records of articles, nil for none, as keptRecords.
func putRecords(w *flat.Writer, docs []*record) {
	dates := make([]int32, len(docs))
	for i, r := range docs {
		if dates[i] = noArticle; r != nil {
			dates[i] = r.date
		}
	}
	flat.Put(w, dates)
	putLists(w, docs, func(r *record) []stored { return r.mentions })
	putLists(w, docs, func(r *record) []link { return r.links })
	putLists(w, docs, func(r *record) []storedRole { return r.roles })
}

// putLists writes a list of each record.
func putLists[T any](w *flat.Writer, docs []*record, list func(r *record) []T) {
	flat.PutLists(w, len(docs), func(i int) []T {
		if docs[i] == nil {
			return nil
		}
		return list(docs[i])
	})
}

func takeRecords(r *flat.Reader) keptRecords {
	return keptRecords{
		dates: flat.Take[int32](r), mentionEnds: flat.Take[uint32](r), mentions: flat.Take[stored](r), linkEnds: flat.Take[uint32](r),
		links: flat.Take[link](r), roleEnds: flat.Take[uint32](r), roles: flat.Take[storedRole](r),
	}
}

// put writes the texts of an interner.
func (t *interner) put(w *flat.Writer) {
	flat.Put(w, t.arena)
	flat.Put(w, t.ends)
}

// takeTexts reads what put has written.
func takeTexts(r *flat.Reader) interner {
	return interner{arena: flat.Take[byte](r), ends: flat.Take[uint32](r)}
}

func truths(list []bool) []flat.Bool {
	to := make([]flat.Bool, len(list))
	for i, b := range list {
		to[i] = flat.BoolOf(b)
	}
	return to
}

func bools(list []flat.Bool) []bool {
	to := make([]bool, len(list))
	for i, b := range list {
		to[i] = b.True()
	}
	return to
}

// renamedNames gives the entities that the reader has named, and what they are called.
func (x *Index) renamedNames() (ids []ID, names interner) {
	for id := range ID(len(x.entries)) {
		if name, ok := x.renamed[id]; ok {
			ids = append(ids, id)
			names.arena = append(names.arena, name...)
			names.ends = append(names.ends, uint32(len(names.arena)))
		}
	}
	return ids, names
}

// renumbered gives the lists of an index that have to do with the numbers of articles, by other numbers, so many of them.
func (x *Index) renumbered(numbers []int32, articles int) (postings []int32, inArticle []ID, articleFirst []uint32) {
	if same(numbers, articles) && len(x.articleFirst) == articles+1 {
		return x.postings, x.inArticle, x.articleFirst
	}
	from := make([]int32, articles) // by the new number: the old one
	for i := range from {
		from[i] = -1
	}
	for doc, n := range numbers {
		if n >= 0 && doc+1 < len(x.articleFirst) {
			from[n] = int32(doc)
		}
	}
	inArticle, articleFirst = make([]ID, 0, len(x.inArticle)), make([]uint32, articles+1)
	for n, doc := range from {
		if doc >= 0 {
			inArticle = append(inArticle, x.entities(doc)...)
		}
		articleFirst[n+1] = uint32(len(inArticle))
	}
	postings = make([]int32, len(x.postings))
	for i, doc := range x.postings {
		postings[i] = numbers[doc]
	}
	for i := range x.entries {
		p := x.entries[i].postings
		if list := postings[p.first:p.behind]; !slices.IsSorted(list) {
			slices.Sort(list)
		}
	}
	return postings, inArticle, articleFirst
}

// same reports whether numbers stay as they are.
func same(numbers []int32, articles int) bool {
	if len(numbers) < articles {
		return false
	}
	for i, n := range numbers[:articles] {
		if n != int32(i) {
			return false
		}
	}
	return true
}

// Open reads what Index.Keep has given. The bytes must not be changed. Whatever they are, nothing that is read from them will fail: all by
// which an index finds its way is checked. Lists of names, where they are needed, are those of a tagger.
func Open(data []byte, tagger func() (*Tagger, error)) (*Kept, error) {
	r := flat.Read(data)
	k := &Kept{head: flat.One[keptHead](r)}
	x := &k.index
	x.lists = func() *lists {
		t, err := tagger()
		if err != nil {
			return new(lists) // the program is damaged, and says so where it is asked to read an article
		}
		return t.lists
	}
	x.spelled, x.forms = takeTexts(r), takeTexts(r)
	x.forms.slots = flat.Take[uint32](r)
	x.phrases, x.surfaces = takeTexts(r), flat.Take[surface](r)
	k.records = takeRecords(r)
	x.entries, x.ofForm, x.ofSurface = flat.Take[entry](r), flat.Take[ID](r), flat.Take[meaning](r)
	x.strong, x.alone = bools(flat.Take[flat.Bool](r)), bools(flat.Take[flat.Bool](r))
	x.spellings, x.postings, x.inArticle, x.articleFirst = flat.Take[use](r), flat.Take[int32](r), flat.Take[ID](r), flat.Take[uint32](r)
	k.renamed, k.names = flat.Take[ID](r), takeTexts(r)
	x.edits, x.shown = k.head.Edits, int(k.head.Shown)
	k.articles = len(k.records.dates)
	if !r.OK() || !k.sound() {
		return nil, errKept
	}
	return k, nil
}

// Articles gives how many numbers articles were kept under, from 0 on.
func (k *Kept) Articles() int { return k.articles }

// Has reports whether an article was kept under a number.
func (k *Kept) Has(number int) bool { return k.records.dates[number] != noArticle }

// Index gives the index that was kept, by the present numbers of its articles, below docs. It is not there for other corrections of the reader,
// and where an article of it has no number any more: below 0.
func (k *Kept) Index(e Edits, numbers []int32, docs int) (*Index, bool) {
	if e.digest() != k.head.Edits || len(numbers) != k.articles {
		return nil, false
	}
	for i, n := range numbers {
		if k.Has(i) && (n < 0 || int(n) >= docs) {
			return nil, false
		}
	}
	x := k.index.copy()
	x.postings, x.inArticle, x.articleFirst = k.index.renumbered(numbers, docs)
	x.docs = k.records.docs(numbers, docs)
	x.renamed = make(map[ID]string, len(k.renamed))
	for i, id := range k.renamed {
		x.renamed[id] = string(k.names.text(uint32(i)))
	}
	return x, true
}

// copy gives a copy without what is found out when it is first asked for.
func (x *Index) copy() *Index {
	return &Index{
		lists: x.lists, spelled: x.spelled, surfaces: x.surfaces, forms: x.forms, phrases: x.phrases, edits: x.edits, entries: x.entries,
		shown: x.shown, ofForm: x.ofForm, ofSurface: x.ofSurface, strong: x.strong, alone: x.alone, spellings: x.spellings,
	}
}

// docs gives the records by other numbers, below a bound. They are one piece of memory, which points into those that were kept.
func (k *keptRecords) docs(numbers []int32, bound int) []*record {
	docs, records := make([]*record, bound), make([]record, len(k.dates))
	last := 0
	for i, n := range numbers {
		if k.dates[i] == noArticle || n < 0 {
			continue
		}
		records[i] = k.record(i)
		docs[n] = &records[i]
		last = max(last, int(n)+1)
	}
	return docs[:last]
}

// record gives the record of an article.
func (k *keptRecords) record(i int) record {
	return record{date: k.dates[i], mentions: nth(k.mentions, k.mentionEnds, i), links: nth(k.links, k.linkEnds, i), roles: nth(k.roles, k.roleEnds, i)}
}

// nth gives the i-th part of a list, by where the parts end.
func nth[T any](list []T, ends []uint32, i int) []T {
	first := uint32(0)
	if i > 0 {
		first = ends[i-1]
	}
	return list[first:ends[i]:ends[i]]
}
