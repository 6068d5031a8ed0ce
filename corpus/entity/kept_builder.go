package entity

import (
	"iter"

	"jarida/corpus/flat"
)

// Keep gives what a builder needs to go on, beside the index that it made last, as bytes in pieces one behind the other. They share the
// memory of the builder, which must not be used before they are written.
func (b *Builder) Keep() iter.Seq[[]byte] {
	f := &b.forms
	var w flat.Writer
	flat.Put(&w, b.spelled.slots)
	flat.Put(&w, b.phrases.slots)
	flat.Put(&w, f.keys.slots)
	flat.Put(&w, b.rivals)
	flat.Put(&w, b.evidence.pairs)
	flat.Put(&w, f.list)
	flat.Put(&w, f.parts)
	flat.Put(&w, f.known)
	for _, t := range []*interner{&f.partKeys, &f.skeletons, &f.blockKeys} {
		t.put(&w)
		flat.Put(&w, t.slots)
	}
	flat.Put(&w, f.tails)
	flat.Put(&w, f.tailNodes)
	flat.Put(&w, f.shorts)
	flat.Put(&w, f.blocks)
	flat.Put(&w, f.shared)
	return w.Pieces()
}

// Builder gives the builder of which an index and what Builder.Keep has given were kept, by the present numbers of its articles; those
// without one, below 0, are forgotten. The bytes are the builder's from now on.
func (k *Kept) Builder(t *Tagger, data []byte, numbers []int32, docs int) (*Builder, error) {
	b, x := t.Builder(), &k.index
	f := &b.forms
	r := flat.Read(data)
	b.spelled, b.phrases, f.keys = x.spelled, x.phrases, x.forms
	b.spelled.slots, b.phrases.slots, f.keys.slots = flat.Take[uint32](r), flat.Take[uint32](r), flat.Take[uint32](r)
	b.surfaces = x.surfaces
	b.rivals, b.evidence.pairs = flat.Take[rival](r), flat.Take[pair](r)
	b.tallies = make([]tally, len(b.surfaces))
	f.list, f.parts, f.known = flat.Take[form](r), flat.Take[uint32](r), flat.Take[part](r)
	for _, t := range []*interner{&f.partKeys, &f.skeletons, &f.blockKeys} {
		*t = takeTexts(r)
		t.slots = flat.Take[uint32](r)
	}
	f.tails, f.tailNodes, f.shorts = flat.Take[uint32](r), flat.Take[tailNode](r), flat.Take[formID](r)
	f.blocks, f.shared = flat.Take[block](r), flat.Take[uint32](r)
	if !r.OK() || len(numbers) != k.articles || !inRange(numbers, docs, -1) || !b.sound() {
		return nil, errKept
	}
	for i, p := range b.evidence.pairs {
		b.evidence.index[[2]formID{p.short, p.full}] = uint32(i)
	}
	b.docs = k.records.docs(numbers, docs)
	for i, n := range numbers {
		if !k.Has(i) {
			continue
		}
		article := k.records.record(i)
		b.tally(article.mentions, 1)
		if n < 0 {
			b.count(&article, ^uint32(0))
		}
	}
	b.found = len(x.inArticle)
	return b, nil
}

// sound reports whether a builder fits together.
func (b *Builder) sound() bool {
	f := &b.forms
	for _, t := range []*interner{&f.partKeys, &f.skeletons, &f.blockKeys} {
		if !t.sound() || !t.findable() {
			return false
		}
	}
	if !b.spelled.findable() || !b.phrases.findable() || !f.keys.findable() {
		return false
	}
	for _, r := range b.rivals {
		if uint(max(r.a, r.b)) >= uint(len(b.surfaces)) {
			return false
		}
	}
	for _, p := range b.evidence.pairs {
		if uint(max(p.short, p.full)) >= uint(len(f.list)) {
			return false
		}
	}
	return f.sound()
}

// sound reports whether forms fit together. What leads from one to the next leads to an earlier one, so that it ends.
func (f *forms) sound() bool {
	n := uint32(len(f.list))
	parts, skeletons := f.partKeys.len(), f.skeletons.len()
	if len(f.list) != f.keys.len() || !inRange(f.parts, parts, 0) || len(f.known) != parts || len(f.tails) != skeletons || len(f.blocks) != f.blockKeys.len() {
		return false
	}
	for i := range f.list {
		m := &f.list[i]
		if m.typ > Quantity || m.count == 0 || uint64(m.first)+uint64(m.count) > uint64(len(f.parts)) || m.known >= n || m.bare >= n && m.bare != nothing ||
			m.next >= uint32(i) && m.next != nothing {
			return false
		}
	}
	for i := range f.known {
		if uint(f.known[i].skeleton) >= uint(skeletons) {
			return false
		}
	}
	for _, t := range f.tails {
		if uint(t) >= uint(len(f.tailNodes)) && t != nothing {
			return false
		}
	}
	for i, t := range f.tailNodes {
		if t.form >= n || uint(t.part) >= uint(parts) || t.next >= uint32(i) && t.next != nothing {
			return false
		}
	}
	for _, b := range f.blocks {
		if b.head >= n {
			return false
		}
	}
	return inRange(f.shorts, len(f.list), 0) && inRange(f.shared, len(f.blocks), 0)
}
