package story

import (
	"iter"

	"jarida/corpus/flat"
)

// keptText is what is kept of a text, but for its lists.
type keptText struct {
	Hash                        uint64
	Length, Titled, TitleLength float64
	Day, Words, Numbers         int32
	Heads, Missing              headSum
	Sketch                      [bands]uint32
	Title, Source, Origin       uint32 // bytes of them
	Weekday                     int8
	There                       flat.Bool // there is a text under the number
	_                           uint16
	_                           uint32
}

// keptEdge is what two nodes have in common, each by one of its articles.
type keptEdge struct {
	A, B  int32
	Score float32
	Kind  Kind
	_     [3]uint8
}

// keptTexts are the texts of a builder, the lists of all behind each other.
type keptTexts struct {
	texts                                  []keptText
	blockEnds, termEnds, gainEnds, keyEnds []uint32
	blocks                                 []span
	terms                                  []term
	gains                                  []gain
	keys                                   []uint32
	strings                                []byte
}

// Keep gives what a builder has as bytes, in pieces one behind the other. numbers gives the number of each article by which it is kept, of
// articles in all.
func (b *Builder) Keep(numbers []int32, articles int) iter.Seq[[]byte] {
	docs := make([]*Text, articles)
	for doc, t := range b.docs {
		if t != nil {
			docs[numbers[doc]] = t
		}
	}
	var edges []keptEdge
	for n := range b.nodes {
		for _, e := range b.nodes[n].edges {
			if int(e.node) > n {
				edges = append(edges, keptEdge{A: numbers[b.nodes[n].text.doc], B: numbers[b.nodes[e.node].text.doc], Score: e.score, Kind: e.kind})
			}
		}
	}
	var w flat.Writer
	flat.PutEach(&w, articles, func(i int) keptText { return keptTextOf(docs[i]) })
	putLists(&w, docs, func(t *Text) []span { return t.blocks })
	putLists(&w, docs, func(t *Text) []term { return t.terms })
	putLists(&w, docs, func(t *Text) []gain { return t.gains })
	putLists(&w, docs, func(t *Text) []uint32 { return t.keys })
	flat.PutParts(&w, func(yield func([]byte) bool) {
		for _, t := range docs {
			if t == nil {
				continue
			}
			for _, text := range [...]string{t.title, t.source, t.origin} {
				if !yield(flat.Bytes(text)) {
					return
				}
			}
		}
	})
	flat.Put(&w, edges)
	return w.Pieces()
}

// keptTextOf gives what is kept of a text, nil for none, but for its lists and strings.
func keptTextOf(t *Text) keptText {
	if t == nil {
		return keptText{}
	}
	return keptText{
		Hash: t.hash, Length: t.length, Titled: t.titled, TitleLength: t.titleLength, Day: t.day, Words: int32(t.words), Numbers: int32(t.numbers),
		Heads: t.heads, Missing: t.missing, Sketch: t.sketch, Title: uint32(len(t.title)), Source: uint32(len(t.source)),
		Origin: uint32(len(t.origin)), Weekday: t.weekday, There: 1,
	}
}

// putLists writes a list of each text.
func putLists[T any](w *flat.Writer, docs []*Text, list func(t *Text) []T) {
	flat.PutLists(w, len(docs), func(i int) []T {
		if docs[i] == nil {
			return nil
		}
		return list(docs[i])
	})
}

// OpenBuilder reads what Builder.Keep has given, by the present numbers of the articles, below docs; those without one, below 0, are forgotten.
// The bytes are the builder's from now on. source gives the source text of an article, "" for one that cannot be read.
func OpenBuilder(data []byte, numbers []int32, docs int, source func(doc int32) string) (*Builder, error) {
	r := flat.Read(data)
	k := keptTexts{texts: flat.Take[keptText](r)}
	k.blockEnds, k.blocks = flat.Take[uint32](r), flat.Take[span](r)
	k.termEnds, k.terms = flat.Take[uint32](r), flat.Take[term](r)
	k.gainEnds, k.gains = flat.Take[uint32](r), flat.Take[gain](r)
	k.keyEnds, k.keys = flat.Take[uint32](r), flat.Take[uint32](r)
	k.strings = flat.Take[byte](r)
	edges := flat.Take[keptEdge](r)
	if !r.OK() || len(numbers) != len(k.texts) || !k.sound() {
		return nil, errKept
	}
	b := New(source)
	texts := make([]Text, len(k.texts)) // one piece of memory
	firsts := map[uint64]*Text{}        // by hash: the first of the articles that there were, where one of them has gone
	rest := flat.String(k.strings)
	for i, n := range numbers {
		if !k.texts[i].There.True() {
			continue
		}
		if int(n) >= docs {
			return nil, errKept
		}
		texts[i], rest = k.text(i, n, rest)
		if n >= 0 {
			b.enter(&texts[i])
		} else {
			firsts[texts[i].hash] = nil
		}
	}
	b.stand(k.texts, texts, firsts)
	for _, e := range edges {
		if !b.joinKept(e, k.texts) {
			return nil, errKept
		}
	}
	for _, n := range b.moved {
		if b.nodes[n].text == nil {
			b.settle(n)
		}
	}
	return b, nil
}

// sound reports whether the lists fit together.
func (k *keptTexts) sound() bool {
	n, strings := len(k.texts), uint64(0)
	for i := range k.texts {
		t := &k.texts[i]
		strings += uint64(t.Title) + uint64(t.Source) + uint64(t.Origin)
	}
	if len(k.blockEnds) != n || len(k.termEnds) != n || len(k.gainEnds) != n || len(k.keyEnds) != n || strings != uint64(len(k.strings)) {
		return false
	}
	return ascending(k.blockEnds, len(k.blocks)) && ascending(k.termEnds, len(k.terms)) && ascending(k.gainEnds, len(k.gains)) &&
		ascending(k.keyEnds, len(k.keys)) && k.soundGains()
}

// soundGains reports whether each text has a gain for each of its terms that stands at the head.
func (k *keptTexts) soundGains() bool {
	for i := range k.texts {
		heads := 0
		for _, t := range nth(k.terms, k.termEnds, i) {
			if t&termHead != 0 {
				heads++
			}
		}
		if heads != len(nth(k.gains, k.gainEnds, i)) {
			return false
		}
	}
	return true
}

// text gives a text by a number, its strings from the beginning of a string, and what is left of that.
func (k *keptTexts) text(i int, doc int32, strings string) (t Text, rest string) {
	from := &k.texts[i]
	title, source := int(from.Title), int(from.Title)+int(from.Source)
	all := source + int(from.Origin)
	return Text{
		doc: doc, day: from.Day, weekday: from.Weekday, title: strings[:title], source: strings[title:source], origin: strings[source:all],
		blocks: nth(k.blocks, k.blockEnds, i), terms: nth(k.terms, k.termEnds, i), gains: nth(k.gains, k.gainEnds, i), heads: from.Heads,
		missing: from.Missing, length: from.Length, titled: from.Titled, titleLength: from.TitleLength, numbers: int(from.Numbers),
		keys: nth(k.keys, k.keyEnds, i), sketch: from.Sketch, words: int(from.Words), hash: from.Hash,
	}, strings[all:]
}

// stand makes the nodes stand for the first of their articles, but for those whose first one has gone and was of another day: their edges are
// others than those that were kept. there says which of the texts that were kept there were; firsts has the hashes of those that have gone.
func (b *Builder) stand(there []keptText, texts []Text, firsts map[uint64]*Text) {
	if len(firsts) > 0 {
		for i := range texts {
			t := &texts[i]
			if first, ok := firsts[t.hash]; ok && there[i].There.True() && (first == nil || t.before(first)) {
				firsts[t.hash] = t
			}
		}
	}
	for n := range b.nodes {
		x := &b.nodes[n]
		b.moved = append(b.moved, int32(n))
		first := x.first()
		if was := firsts[first.hash]; was != nil && (was.day != first.day || was.weekday != first.weekday) {
			continue
		}
		x.text = first
		b.lookUp(int32(n))
	}
}

// joinKept enters an edge that was kept, unless one of its nodes has none of them any more; false where it cannot be one.
func (b *Builder) joinKept(e keptEdge, texts []keptText) bool {
	if min(e.A, e.B) < 0 || int(max(e.A, e.B)) >= len(texts) || e.Kind != SameText && e.Kind != SameEvent || texts[e.A].Hash == texts[e.B].Hash {
		return false
	}
	n, okA := b.ofHash[texts[e.A].Hash]
	m, okB := b.ofHash[texts[e.B].Hash]
	if okA && okB && b.nodes[n].text != nil && b.nodes[m].text != nil {
		b.nodes[n].edges = append(b.nodes[n].edges, edge{m, e.Kind, e.Score})
		b.nodes[m].edges = append(b.nodes[m].edges, edge{n, e.Kind, e.Score})
	}
	return true
}

// sourced gives a text with its source text, asking for that of one that was kept.
func (t *Text) sourced(source func(doc int32) string) *Text {
	if t == nil || t.src != "" || source == nil {
		return t
	}
	read := *t
	read.src = source(t.doc)
	read.blocks = nil
	for _, s := range t.blocks {
		if s.start >= 0 && s.start <= s.end && int(s.end) <= len(read.src) {
			read.blocks = append(read.blocks, s)
		}
	}
	return &read
}
