package corpus

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"sync"
	"time"

	"jarida/corpus/entity"
	"jarida/corpus/search"
)

// The entities of a corpus are found behind its list: when all texts are there, the articles are read for names one by one, newest
// first, and what they say is grouped again and again as it comes. People, places and organisations are kept for all articles; dates
// and amounts are not, as they say the same whenever they are looked for: see Dates, Amounts. Who wants all of them looks while the names are
// found: see Looker.

// EntityProgress says how far the entities have come.
type EntityProgress struct {
	Articles int  // in the list
	Read     int  // of these, read for entities, or without a text
	Done     bool // the index is that of all articles as this snapshot has them
}

// tagged is what a snapshot has of entities. It never changes.
type tagged struct {
	index    *entity.Index // nil before the first
	versions []int32       // by Doc: the text whose entities the index has, as textNumber gives it
	segments []*segment    // of the snapshot that the index is complete for; nil while it is not
	articles int           // see EntityProgress
	read     int
	quoted   search.Set // the articles in which words of somebody are
	speakers [][]int32  // by Doc: whose, as speakersOf gives them
	problem  string     // why there are no entities
}

// Entities gives the entities of the articles that were read for them so far, nil before the first, and where the corpus was opened
// without them. They are of the texts of this snapshot, but for files that have just changed.
func (s *Snapshot) Entities() *entity.Index {
	if s.tagged == nil {
		return nil
	}
	return s.tagged.index
}

// EntityProgress says how far the entities have come.
func (s *Snapshot) EntityProgress() EntityProgress {
	t := s.tagged
	if t == nil {
		return EntityProgress{Articles: s.Len()}
	}
	return EntityProgress{Articles: t.articles, Read: t.read, Done: t.segments != nil && slices.Equal(t.segments, s.segments)}
}

// Speakers yields who is quoted in the articles that have entities, in the order of the list and of the text: once for each quotation
// outside of repeats, so far as it is known who said it. The ids are those of Entities, hidden ones too.
func (s *Snapshot) Speakers() iter.Seq2[Doc, entity.ID] {
	return func(yield func(Doc, entity.ID) bool) {
		if s.tagged == nil {
			return
		}
		for i := range s.Len() {
			d := s.DocAt(i)
			if int(d) >= len(s.tagged.speakers) {
				continue
			}
			for _, speaker := range s.tagged.speakers[d] {
				if id := s.tagged.speaker(int32(d), speaker); id >= 0 && !yield(d, id) {
					return
				}
			}
		}
	}
}

// speaker gives the entity of a speaker of an article; -1 where nothing says who has the role that speaks.
func (t *tagged) speaker(doc, speaker int32) entity.ID {
	if speaker < 0 {
		return t.index.OfRole(doc, int(^speaker))
	}
	return t.index.OfMention(doc, int(speaker))
}

// HasEntities reports whether the index has the entities of an article's present text.
func (s *Snapshot) HasEntities(d Doc) bool {
	return s.tagged != nil && int(d) < len(s.tagged.versions) && s.textNumber(d) != 0 && s.tagged.versions[d] == s.textNumber(d)
}

// textNumber numbers the text of an entry; 0 is that of one that has none.
func (s *Snapshot) textNumber(d Doc) int32 {
	if state := s.state(d); inList(state.phase) && !state.failed {
		return state.version + 1
	}
	return 0
}

// tagging finds the entities of a corpus. It belongs to one goroutine, but for what is behind mu; its workers only send results.
type tagging struct {
	*stage
	corpus   *Corpus
	lookers  func() Looker // see Options
	workers  []*tagWorker
	builder  *entity.Builder // nil as long as what was kept is right
	kept     *keptEntities   // what the builder will begin with; nil for nothing
	versions versions        // the texts that the builder has the entities of
	quoted   []bool          // by Doc: words of somebody are in it
	speakers [][]int32       // by Doc: whose, as speakersOf gives them
	read     int             // entries of the list that need not be read, or have been
	dirty    bool            // the builder has something that the index has not

	done  *Snapshot     // the last one of which everything is known
	saved *entity.Index // what was written to the cache last

	indexed   time.Time     // when the last index was ready
	completed time.Time     // when the last one that was complete was
	cost      time.Duration // of the last one
	shown     time.Time     // when the last snapshot was published

	mu     sync.Mutex
	edits  entity.Edits // the stage is stirred when there are others
	edited bool
}

func newTagging(c *Corpus, e entity.Edits) *tagging {
	return &tagging{stage: newStage(), corpus: c, edits: e}
}

const (
	// showEvery is the least time between two snapshots with more entities: counts that change faster cannot be read.
	showEvery = 300 * time.Millisecond
	// indexShare bounds the part of the time that grouping takes, while more articles come: one in indexShare.
	indexShare = 20
)

// run reads articles for entities until ctx ends. It begins when all texts are there, so that it never delays them.
func (t *tagging) run(ctx context.Context) {
	restored, first := t.marks()
	defer first()
	defer restored()
	if !waitFor(ctx, t.corpus.read) {
		return
	}
	t.work.Lock()
	defer t.work.Unlock()
	t.restore(t.corpus.Snapshot())
	defer func() { t.kept.close() }()
	restored()
	for ctx.Err() == nil {
		s := t.corpus.Snapshot().Articles()
		docs, gone := t.compare(s)
		if len(docs) > 0 || len(gone) > 0 || t.dirty || t.hasEdits() || t.corpus.Snapshot().Entities() == nil {
			whole, err := t.wake(ctx)
			if err != nil {
				none := &tagged{problem: fmt.Sprintf("No entities are found: %v.", err)}
				t.corpus.amend(func(s *Snapshot) { s.tagged = none })
				return
			}
			if !whole {
				continue
			}
		}
		t.remove(gone)
		if t.hasEdits() {
			t.publish(s, false)
		}
		if t.tag(ctx, s, docs) && t.complete(ctx, s) {
			t.done = s
			t.whole.Store(true)
			first()
			t.rest()
			t.wait(ctx, nil)
		}
	}
}

// rest gives back what the taggers need only while they read.
func (t *tagging) rest() {
	for _, w := range t.workers {
		w.tagger.Rest()
	}
	t.corpus.taggers.rest()
}

// hasEdits reports whether there are corrections that no index has.
func (t *tagging) hasEdits() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.edited
}

// compare gives the entries of a snapshot whose texts must be read, newest first, and those that it has no longer.
func (t *tagging) compare(s *Snapshot) (docs, gone []Doc) {
	t.grow(len(s.segments) * segmentSize)
	docs, gone = t.versions.compare(s)
	t.read = s.Len() - len(docs)
	return docs, gone
}

// grow makes room for numbers of entries.
func (t *tagging) grow(docs int) {
	more := max(docs-len(t.versions), 0)
	t.versions, t.quoted = append(t.versions, make(versions, more)...), append(t.quoted, make([]bool, more)...)
	t.speakers = append(t.speakers, make([][]int32, more)...)
}

// remove takes entries out.
func (t *tagging) remove(gone []Doc) {
	for _, d := range gone {
		t.builder.Remove(int32(d))
		t.quoted[d], t.speakers[d], t.dirty = false, nil, true
	}
}

// complete publishes a complete index, if anything has changed. It reports false where something happens before it can: while files
// change all the time, grouping keeps its share of the time.
func (t *tagging) complete(ctx context.Context, s *Snapshot) bool {
	if old := t.corpus.Snapshot().tagged; old != nil && !t.dirty && slices.Equal(old.segments, s.segments) {
		return true
	}
	if rest := time.Until(t.completed.Add(indexShare * t.cost)); t.dirty && rest > 0 && !t.wait(ctx, time.After(rest)) {
		return false
	}
	t.publish(s, true)
	t.completed = time.Now()
	return true
}

// show publishes what has come, where it is time. Who waits for all of it does not look at parts.
func (t *tagging) show(s *Snapshot) {
	now := time.Now()
	switch {
	case !t.corpus.watched && t.corpus.Snapshot().tagged != nil:
		return
	case now.Sub(t.indexed) >= max(showEvery, indexShare*t.cost):
		t.publish(s, false)
	case now.Sub(t.shown) >= showEvery:
		next := *t.corpus.Snapshot().tagged
		next.articles, next.read, next.segments = s.Len(), t.read, nil
		t.corpus.amend(func(s *Snapshot) { s.tagged = &next })
		t.shown = now
	}
}

// publish groups what there is, and makes it part of the newest snapshot. all says that it is complete for s.
func (t *tagging) publish(s *Snapshot, all bool) {
	next := &tagged{articles: s.Len(), read: t.read}
	if all {
		next.segments = s.segments
	}
	if old := t.corpus.Snapshot().tagged; old != nil {
		next.index, next.versions, next.quoted, next.speakers = old.index, old.versions, old.quoted, old.speakers
	}
	edits, edited := t.takeEdits()
	if t.dirty || edited || next.index == nil {
		began := time.Now()
		next.index, next.versions = t.builder.Index(edits), slices.Clone(t.versions)
		next.quoted, next.speakers = t.quotedSet(), slices.Clone(t.speakers)
		t.dirty = false
		t.indexed = time.Now()
		t.cost = t.indexed.Sub(began)
	}
	t.corpus.amend(func(s *Snapshot) { s.tagged = next })
	t.shown = time.Now()
}

// takeEdits gives the corrections, and reports whether no index has them. Where there is no builder they wait for the next round, which makes it:
// they came behind the look at what there is to do.
func (t *tagging) takeEdits() (edits entity.Edits, edited bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	edited = t.edited && t.builder != nil
	t.edited = t.edited && !edited
	return t.edits, edited
}

// quotedSet gives the articles in which words of somebody are.
func (t *tagging) quotedSet() search.Set {
	set := search.NewSet(len(t.quoted))
	for d, quoted := range t.quoted {
		if quoted {
			set = set.With(int32(d))
		}
	}
	return set
}

// SetEdits sets the reader's corrections, in the place of those before. A snapshot with them follows, without any article being read
// again. What e refers to must not be changed afterwards. Without Options.Entities it does nothing.
func (c *Corpus) SetEdits(e entity.Edits) {
	t := c.tagging
	if t == nil {
		return
	}
	t.mu.Lock()
	t.edits, t.edited = e, true
	t.mu.Unlock()
	t.stir()
}

// WaitEntities waits until the entities of all files that were there have been found. It gives ErrClosed where that was stopped before,
// or was not asked for.
func (c *Corpus) WaitEntities(ctx context.Context) error {
	if c.tagging == nil {
		return ErrClosed
	}
	err := c.tagging.awaitFirst(ctx)
	if t := c.Snapshot().tagged; errors.Is(err, ErrClosed) && t != nil && t.problem != "" {
		return errors.New(t.problem)
	}
	return err
}
