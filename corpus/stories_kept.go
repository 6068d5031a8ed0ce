package corpus

import (
	"context"
	"slices"

	"jarida/corpus/cache"
	"jarida/corpus/story"
)

// Stories are kept as entities are: the groups, which are there at once when nothing has changed, and what the builder needs to go on.

const groupsSection = "groups"

// keptStories are stories that were kept, as long as the builder may have to go on with them.
type keptStories struct {
	file    *cache.File
	numbers []int32 // by the numbers under which articles were kept: the present ones, -1 for none
	docs    int     // are below it
}

// close closes what nobody will go on with any more.
func (k *keptStories) close() {
	if k != nil {
		k.file.Close()
	}
}

// columns say which articles the stage has.
func (t *telling) columns() []column { return []column{t.versions.column()} }

// restore takes what was kept of the articles of a snapshot: the stories, where they are those of all of them, else what can be built on.
func (t *telling) restore(ctx context.Context, s *Snapshot) {
	f, ok := t.corpus.memory.open(storiesKind)
	if !ok {
		return
	}
	docs := len(s.segments) * segmentSize
	t.versions = make(versions, docs)
	k, numbers, ok := t.openKept(ctx, f, s)
	if !ok {
		clear(t.versions)
		f.Close()
		return
	}
	t.kept = &keptStories{f, numbers, docs}
	stories, ok := k.Stories(numbers, docs, t.corpus.readText)
	if !ok {
		return
	}
	t.corpus.amend(func(now *Snapshot) { now.told = &told{stories: stories, articles: s.Len()} })
}

// openKept reads what restore begins with.
func (t *telling) openKept(ctx context.Context, f *cache.File, s *Snapshot) (k *story.Kept, numbers []int32, ok bool) {
	var data [3][]byte
	for i, name := range []string{articlesSection, groupsSection, columnsSection} {
		if data[i], ok = f.Section(ctx, name); !ok {
			return nil, nil, false
		}
	}
	articles, ok := openArticles(data[0])
	if !ok {
		return nil, nil, false
	}
	k, err := story.Open(data[1])
	if err != nil || k.Articles() != articles.articles() {
		return nil, nil, false
	}
	numbers = articles.present(t.corpus.memory, s)
	return k, numbers, takeColumns(data[2], t.columns(), numbers)
}

// readText reads an article for stories that were kept.
func (c *Corpus) readText(r *story.Reader, doc int32) *story.Text {
	s, texts := c.Snapshot(), textReader{}
	if !s.known(Doc(doc)) {
		return nil
	}
	src, a, ok := texts.article(s, Doc(doc))
	if !ok {
		return nil
	}
	return r.Read(doc, src.Text, a)
}

// sourceText gives the source text of an article, "" for one that cannot be read.
func (c *Corpus) sourceText(doc int32) string {
	s, texts := c.Snapshot(), textReader{}
	if !s.known(Doc(doc)) {
		return ""
	}
	if src, ok := s.Source(Doc(doc)); ok {
		return src.Text
	}
	src, _, ok := texts.article(s, Doc(doc))
	if !ok {
		return ""
	}
	return src.Text
}

// wake makes the builder that goes on with what was kept, or an empty one. Where what was kept is damaged, all articles are read again: it
// reports false, for that is for the next comparison.
func (t *telling) wake(ctx context.Context) (whole bool) {
	if t.builder != nil {
		return true
	}
	k := t.kept
	t.kept, whole = nil, true
	if k != nil {
		defer k.file.Close()
		whole = false
		if data, ok := k.file.Section(ctx, builderSection); ok {
			if b, err := story.OpenBuilder(data, k.numbers, k.docs, t.corpus.sourceText); err == nil {
				t.builder, whole = b, true
			}
		}
	}
	if t.builder == nil {
		t.builder = story.New(t.corpus.sourceText)
		clear(t.versions)
	}
	t.load()
	return whole
}

// keep writes the stories, if they are those of all articles and not those that were kept.
func (t *telling) keep(ctx context.Context) error {
	if t == nil || !t.corpus.memory.on() {
		return nil
	}
	t.work.Lock()
	defer t.work.Unlock()
	if t.done == nil || t.builder == nil {
		return nil
	}
	m, stories := t.corpus.memory, t.corpus.Snapshot().told.stories
	articles, numbers := numberKept(t.done, m.listedAt)
	if articles.none() || !t.versions.within(numbers) {
		return nil // files have just changed
	}
	n := articles.articles()
	err := m.save(ctx, storiesKind, section{articlesSection, articles.pieces()}, section{groupsSection, stories.Keep(numbers, n)},
		section{builderSection, t.builder.Keep(numbers, n)}, section{columnsSection, columnPieces(t.columns(), numbers, n)})
	if err != nil {
		return err
	}
	s := t.done
	t.done = nil
	if t.corpus.watched {
		t.release(ctx, s)
	}
	return nil
}

// release lets go of what the builder has, where it has been written: what all articles have in common with each other takes a fifth of the
// memory of a reader that has found all, and is asked for again when one of them changes. It is then read as in the next run.
func (t *telling) release(ctx context.Context, s *Snapshot) {
	f, ok := t.corpus.memory.open(storiesKind)
	if !ok {
		return
	}
	was := t.versions
	t.versions = make(versions, len(was))
	_, numbers, ok := t.openKept(ctx, f, s)
	if !ok || !slices.Equal(t.versions, was) { // another process has written its own, or a file changed while this one was open
		t.versions = was
		f.Close()
		return
	}
	t.kept = &keptStories{f, numbers, len(was)}
	t.builder, t.workers = nil, nil
	t.corpus.amend(func(now *Snapshot) {
		next := *now.told
		next.stories = next.stories.WithoutTexts(t.corpus.readText)
		now.told = &next
	})
}

// remove takes entries out.
func (t *telling) remove(gone []Doc) {
	for _, d := range gone {
		t.builder.Remove(int32(d))
	}
}
