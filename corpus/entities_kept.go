package corpus

import (
	"context"
	"slices"

	"jarida/corpus/cache"
	"jarida/corpus/entity"
)

// The entities of a corpus are kept in two parts: the index that was made last, which is there at once when nothing has changed, and what the
// builder needs to go on, which is read when something has. Then only what has changed is read for entities, and all is grouped anew.

const (
	indexSection   = "index"
	builderSection = "builder"
)

// columns are what is kept of each article beside its entities.
func (t *tagging) columns() []column {
	return []column{
		lists[int32]{
			func(d Doc) []int32 {
				if t.quoted[d] {
					return []int32{1}
				}
				return nil
			},
			func(d Doc, list []int32) { t.quoted[d] = len(list) > 0 },
		},
		lists[int32]{func(d Doc) []int32 { return t.speakers[d] }, func(d Doc, list []int32) { t.speakers[d] = list }},
	}
}

// keptEntities are entities that were kept, as long as the builder may have to go on with them.
type keptEntities struct {
	*entity.Kept // nil where it is on the disk alone: see release
	file         *cache.File
	articles     keptArticles
	columns      []byte // until they have been taken

	numbers []int32 // by the numbers under which articles were kept: the present ones, -1 for none
	docs    int     // are below it
}

// close closes what nobody will go on with any more.
func (k *keptEntities) close() {
	if k != nil {
		k.file.Close()
	}
}

// restore takes what was kept of the articles of a snapshot: the index, where it is that of all of them, else what can be built on.
func (t *tagging) restore(s *Snapshot) {
	m := t.corpus.memory
	k, ok := m.readEntities()
	m.readEntities = nil // which would hold them
	if !ok {
		return
	}
	k.numbers, k.docs = k.articles.present(m, s), len(s.segments)*segmentSize
	t.grow(k.docs)
	for i, d := range k.numbers {
		if d >= 0 && !k.Has(i) {
			k.numbers[i] = -1
		} else if d >= 0 {
			t.versions[d] = 1
		}
	}
	if !takeColumns(k.columns, t.columns(), k.numbers) {
		clear(t.versions)
		k.close()
		return
	}
	k.columns = nil
	t.kept = k
	t.mu.Lock()
	edits := t.edits
	t.mu.Unlock()
	x, ok := k.Index(edits, k.numbers, k.docs)
	if !ok {
		t.dirty = true
		return
	}
	t.corpus.amend(func(now *Snapshot) {
		now.tagged = &tagged{index: x, versions: slices.Clone(t.versions), articles: s.Len(), quoted: t.quotedSet(), speakers: slices.Clone(t.speakers)}
	})
}

// openEntities reads what restore begins with.
func openEntities(ctx context.Context, m *memory) (*keptEntities, bool) {
	f, ok := m.open(entitiesKind)
	if !ok {
		return nil, false
	}
	k := &keptEntities{file: f}
	var data [3][]byte
	for i, name := range []string{articlesSection, indexSection, columnsSection} {
		if data[i], ok = f.Section(ctx, name); !ok {
			f.Close()
			return nil, false
		}
	}
	k.articles, ok = openArticles(data[0])
	k.columns = data[2]
	var err error
	k.Kept, err = entity.Open(data[1], func() (*entity.Tagger, error) { return m.tagger() })
	if !ok || err != nil || k.Articles() != k.articles.articles() {
		f.Close()
		return nil, false
	}
	return k, true
}

// wake makes the builder that goes on with what was kept, or an empty one. Where what was kept is damaged, all articles are read again: it reports
// false, for that is for the next comparison.
func (t *tagging) wake(ctx context.Context) (whole bool, err error) {
	if t.builder != nil {
		return true, nil
	}
	if err := t.load(); err != nil {
		return false, err
	}
	if t.kept == nil {
		return true, nil
	}
	k := t.kept
	t.kept = nil
	defer k.file.Close()
	if data, ok := k.file.Section(ctx, builderSection); ok && k.open(ctx, t.workers[0].tagger) {
		if b, err := k.Builder(t.workers[0].tagger, data, k.numbers, k.docs); err == nil {
			t.builder = b
			return true, nil
		}
	}
	clear(t.versions)
	return false, nil
}

// open reads what was let go of; false where it is damaged, or does not have all articles.
func (k *keptEntities) open(ctx context.Context, tagger *entity.Tagger) bool {
	if k.Kept != nil {
		return true
	}
	data, ok := k.file.Section(ctx, indexSection)
	if !ok {
		return false
	}
	var err error
	k.Kept, err = entity.Open(data, func() (*entity.Tagger, error) { return tagger, nil })
	if err != nil || k.Articles() != len(k.numbers) {
		return false
	}
	for i, d := range k.numbers {
		if d >= 0 && !k.Has(i) {
			return false
		}
	}
	return true
}

// release lets go of what the builder and the workers have, where it has been written: a twentieth of the memory of a reader that has found all, which
// is needed again when an article or the reader's corrections change. It is then read as in the next run.
func (t *tagging) release(ctx context.Context, articles keptArticles, numbers []int32) {
	f, ok := t.corpus.memory.open(entitiesKind)
	if !ok {
		return
	}
	written, ok := readArticles(ctx, f)
	if !ok || !written.equal(&articles) { // another process has written its own
		f.Close()
		return
	}
	k := &keptEntities{file: f, numbers: make([]int32, articles.articles()), docs: len(t.versions)}
	for i := range k.numbers {
		k.numbers[i] = -1
	}
	for d, n := range numbers {
		if n >= 0 && d < len(t.versions) && t.versions[d] != 0 {
			k.numbers[n] = int32(d)
		}
	}
	for _, w := range t.workers {
		t.corpus.taggers.give(w.tagger)
	}
	t.kept, t.builder, t.workers = k, nil, nil
}

// keep writes the entities, if they are those of all articles and not those that were kept.
func (t *tagging) keep(ctx context.Context) error {
	if t == nil || !t.corpus.memory.on() {
		return nil
	}
	t.work.Lock()
	defer t.work.Unlock()
	s, m := t.done, t.corpus.memory
	if s == nil || t.builder == nil || t.dirty {
		return nil // not all is known, or what is kept is right
	}
	x := t.corpus.Snapshot().tagged.index
	if x == t.saved {
		return nil
	}
	articles, numbers := numberKept(s, m.listedAt)
	if articles.none() || !t.versions.within(numbers) {
		return nil // files have just changed
	}
	err := m.save(ctx, entitiesKind, section{articlesSection, articles.pieces()}, section{indexSection, x.Keep(numbers, articles.articles())},
		section{builderSection, t.builder.Keep()}, section{columnsSection, columnPieces(t.columns(), numbers, articles.articles())})
	if err != nil {
		return err
	}
	t.saved = x
	if t.corpus.watched {
		t.release(ctx, articles, numbers)
	}
	return nil
}
