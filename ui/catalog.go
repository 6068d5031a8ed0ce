package ui

import (
	"cmp"
	"path"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
	"jarida/corpus/entity"
	"jarida/corpus/search"
	"jarida/corpus/triage"
)

// kind is a kind of things that the finder finds.
type kind uint8

// The kinds. Those that are found by name come first, in the order of the lists of a catalog.
const (
	articleKind kind = iota // by its title
	entityKind
	headingKind
	sourceKind
	sectionKind
	savedKind // a search under a name
	commandKind

	textKind  // an article, by its words
	allKind   // all articles that have the words
	meantKind // another query, which may have been meant
)

// namedKinds is how many kinds are found by name.
const namedKinds = textKind

// catalog is everything that has a name. It does not change; a newer one takes over the parts that are still right.
type catalog struct {
	snap     *corpus.Snapshot
	files    filesKey
	index    *entity.Index
	lexicon  search.Lexicon
	lists    [namedKinds]*search.List
	entities []calledSo
	headings []heading
	sources  []counted
	sections []counted
	saved    []triage.Search
	commands []calledFor
}

// filesKey tells apart what snapshots say of their articles: titles change only with what has been read.
type filesKey struct {
	order    int
	progress corpus.Progress
}

// calledSo is a name of an entity: its own, or another spelling.
type calledSo struct {
	id   entity.ID
	text string
}

// counted is a source or section, and how many articles are of it.
type counted struct {
	text     string
	articles int
}

// calledFor is a command, with what it is found by: its name and what it does.
type calledFor struct {
	command
	text string
}

// catalogMsg brings a catalog that was asked for.
type catalogMsg struct{ catalog *catalog }

// keyOf gives the key of the files of a snapshot.
func keyOf(s *corpus.Snapshot) filesKey { return filesKey{s.Order(), s.Progress()} }

// outdated reports whether a catalog, or none, is of something older than the newest snapshot.
func (m *Model) outdated() bool {
	c := m.catalog
	if c == nil || c.files != keyOf(m.newest) {
		return true
	}
	return m.names != nil && c.index != m.names.Entities(m.newest)
}

// collect makes the catalog of the newest snapshot in the background, where there is an older one or none.
func (m *Model) collect() tea.Cmd {
	if m.collecting || !m.outdated() {
		return nil
	}
	m.collecting = true
	next, old := &catalog{snap: m.newest, files: keyOf(m.newest)}, m.catalog
	if m.names != nil {
		next.index = m.names.Entities(m.newest)
	}
	known := m.texts
	return func() tea.Msg {
		next.fill(old, known)
		return catalogMsg{next}
	}
}

// collectEarly makes a catalog as soon as all is read, so that it is there when the finder is opened; later ones wait for that.
func (m *Model) collectEarly() tea.Cmd {
	if m.finder == nil && (m.catalog != nil || !m.newest.Progress().Done) {
		m.holdNewest()
		return nil
	}
	return m.collect()
}

// holdNewest makes a catalog that nobody looks at one of the newest snapshot, where that has the same articles in the same order: the older one
// would hold on to an index of the full text that has been merged since, which is half as large as the texts.
func (m *Model) holdNewest() {
	if m.catalog == nil || m.catalog.files != keyOf(m.newest) {
		return
	}
	next := *m.catalog
	next.snap = m.newest
	next.readsWords(m.texts)
	m.catalog = &next
}

// catalogCame takes a catalog.
func (m *Model) catalogCame(msg catalogMsg) tea.Cmd {
	m.collecting, m.catalog = false, msg.catalog
	if m.finder == nil {
		return nil
	}
	return tea.Batch(m.equip(), m.collect())
}

// fill collects the names, those of the older catalog where nothing they are made of has changed.
func (c *catalog) fill(old *catalog, known texts) {
	if old != nil && old.files == c.files {
		for _, k := range []kind{articleKind, headingKind, sourceKind, sectionKind} {
			c.lists[k] = old.lists[k]
		}
		c.headings, c.sources, c.sections = old.headings, old.sources, old.sections
	} else {
		c.fillArticles(known)
	}
	if old != nil && old.index == c.index {
		c.lists[entityKind], c.entities = old.lists[entityKind], old.entities
	} else {
		c.fillEntities()
	}
	c.readsWords(known)
}

// readsWords takes the words of the snapshot.
func (c *catalog) readsWords(known texts) {
	if c.lexicon = known.Lexicon(c.snap); c.lexicon != nil {
		c.lexicon = search.WithNames(c.lexicon, c.lists[entityKind])
	}
}

// listOf makes a list that holds on to its items and nothing else of a catalog: later ones take it over.
func listOf[T any](items []T, name func(T) string) *search.List {
	return search.NewList(len(items), func(i int) string { return name(items[i]) })
}

// fillArticles collects titles, headings, sources and sections.
func (c *catalog) fillArticles(known texts) {
	articles := c.snap.Articles()
	c.lists[articleKind] = search.NewList(articles.Len(), func(i int) string { return titleAt(articles, i) })
	sources, sections := map[string]int{}, map[string]int{}
	for i := range c.snap.Len() {
		source, section := c.snap.SourceAt(i)
		sources[source]++
		sections[section]++
	}
	c.headings = known.Headings(c.snap)
	c.lists[headingKind] = listOf(c.headings, func(h heading) string { return h.text })
	c.sources, c.sections = byCount(sources), byCount(sections)
	c.lists[sourceKind] = listOf(c.sources, func(s counted) string { return s.text })
	c.lists[sectionKind] = listOf(c.sections, func(s counted) string { return s.text })
}

// titleOf gives the title of an entry, or what stands for it.
func titleOf(e corpus.Entry) string {
	if e.Title == "" {
		return path.Base(e.Path)
	}
	return e.Title
}

// titleAt is titleOf for the i-th article of a snapshot, which is made of much else.
func titleAt(s *corpus.Snapshot, i int) string {
	if title := s.TitleAt(i); title != "" {
		return title
	}
	return titleOf(s.At(i))
}

// byCount sorts names, those of most articles first.
func byCount(counts map[string]int) []counted {
	delete(counts, "")
	list := make([]counted, 0, len(counts))
	for text, n := range counts {
		list = append(list, counted{text, n})
	}
	slices.SortFunc(list, func(a, b counted) int {
		return cmp.Or(cmp.Compare(b.articles, a.articles), cmp.Compare(a.text, b.text))
	})
	return list
}

// fillEntities collects the names and other spellings of the sure people, places and organisations.
func (c *catalog) fillEntities() {
	const most = 6 // spellings; rarer ones are slips of the pen
	x := c.index
	if x == nil {
		c.lists[entityKind] = search.NewList(0, nil)
		return
	}
	for id := range entity.ID(x.Len()) {
		if !x.Sure(id) || x.Type(id) > entity.Organisation {
			continue
		}
		e := x.Entity(id)
		c.entities = append(c.entities, calledSo{id, e.Name})
		for _, s := range e.Spellings[:min(len(e.Spellings), most)] {
			if text := oneLine(s.Text); !strings.Contains(e.Name, text) {
				c.entities = append(c.entities, calledSo{id, text})
			}
		}
	}
	c.lists[entityKind] = listOf(c.entities, func(e calledSo) string { return e.text })
}

// with gives the catalog with what can be done now, and the searches that are kept.
func (c *catalog) with(commands []calledFor, saved []triage.Search) *catalog {
	next := *c
	next.commands, next.saved = commands, saved
	next.lists[commandKind] = listOf(commands, func(c calledFor) string { return c.text })
	next.lists[savedKind] = listOf(saved, func(s triage.Search) string { return s.Name })
	return &next
}

// name gives the name of an item.
func (c *catalog) name(k kind, item int) string {
	switch k {
	case articleKind:
		return titleAt(c.snap, item)
	case entityKind:
		return c.entities[item].text
	case headingKind:
		return c.headings[item].text
	case sourceKind:
		return c.sources[item].text
	case sectionKind:
		return c.sections[item].text
	case savedKind:
		return c.saved[item].Name
	default:
		return c.commands[item].text
	}
}
