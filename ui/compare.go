package ui

import (
	"cmp"
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
	"jarida/corpus/article"
	"jarida/corpus/entity"
	"jarida/corpus/story"
	"jarida/keymap"
	"jarida/ui/bidi"
)

// comparing is the sheet of an article beside another, sentence by sentence, or beside all others of its story. What stands in both is on the
// same rows, in the order of the first; what only the second has stands where it comes there.
type comparing struct {
	docs  []corpus.Doc // the first article, then those it can be compared with, as the story has them
	other int          // which of these is beside it
	whole bool         // all of them are
	busy  bool         // it is being compared
	stop  context.CancelFunc

	request  int // numbers what was asked for
	versions []versionText
	found    story.Comparison
	pairs    []pairing
	counts   [pairingKinds]int
	rows     []comparedRow
	wide     bool
	second   bool // the cursor is in the second article
}

// versionText is an article that is compared.
type versionText struct {
	entry corpus.Entry
	text  string // the source text
	rtl   bool   // most of it runs from right to left
}

// comparedMsg brings what was asked for by the request of that number.
type comparedMsg struct {
	request  int
	versions []versionText // the first, and those beside it
	found    story.Comparison
	err      error
}

// compare shows the article at hand beside the one of its story that says most; in the list, two that are ticked.
func (m *Model) compare() tea.Cmd {
	if n := m.ticks.Len(); m.focus == listPane && n > 0 {
		if n != 2 {
			m.notice = m.words.CompareTwo
			return nil
		}
		var docs []corpus.Doc
		for d := range m.ticks.All() {
			docs = append(docs, corpus.Doc(d))
		}
		slices.SortFunc(docs, func(a, b corpus.Doc) int { return cmp.Compare(m.list.find(a), m.list.find(b)) })
		return m.openComparison(docs, 1)
	}
	e, ok := m.atHand()
	if !ok {
		m.notice = m.words.NoArticle
		return nil
	}
	docs := storyOf(m.list.snap, e.Doc)
	switch {
	case len(docs) > 1:
		return m.openComparison(docs, saysMost(m.list.snap, docs))
	case m.storiesToCome():
		m.notice = m.words.StoriesLate
	default:
		m.notice = m.words.StandsAlone
	}
	return nil
}

// storyOf gives an article and the others of its story that are in a snapshot.
func storyOf(s *corpus.Snapshot, d corpus.Doc) []corpus.Doc {
	docs := []corpus.Doc{d}
	stories := s.Stories()
	if stories == nil {
		return docs
	}
	i := stories.Of(int32(d))
	if i < 0 {
		return docs
	}
	for _, other := range stories.At(i).Docs {
		if o := corpus.Doc(other); o != d && s.Index(o) >= 0 {
			docs = append(docs, o)
		}
	}
	return docs
}

// saysMost gives the place of the longest of the articles behind the first, that of the earliest where several are.
func saysMost(s *corpus.Snapshot, docs []corpus.Doc) int {
	best := 1
	for i := 2; i < len(docs); i++ {
		if s.At(s.Index(docs[i])).Words > s.At(s.Index(docs[best])).Words {
			best = i
		}
	}
	return best
}

// openComparison opens the sheet, which fills when the articles have been compared.
func (m *Model) openComparison(docs []corpus.Doc, other int) tea.Cmd {
	k := &comparing{docs: docs, other: other}
	m.openSheet(k)
	return m.compareAgain(k)
}

// compareAgain compares what the sheet is to show now.
func (m *Model) compareAgain(k *comparing) tea.Cmd {
	if k.stop != nil {
		k.stop()
	}
	m.searches++
	k.request, k.busy, m.comparison = m.searches, true, k
	if k.pairs != nil { // the sentences on the screen are not those of the articles above them
		m.notice = m.words.Looking
	}
	ctx, stop := context.WithCancel(m.ctx)
	k.stop = stop
	docs := []corpus.Doc{k.docs[0], k.docs[k.other]}
	if k.whole {
		docs = slices.Clone(k.docs[:min(len(k.docs), 1+story.MostOthers)])
	}
	c, known, request, whole := m.corpus, m.names, k.request, k.whole
	return func() tea.Msg {
		msg := compareDocs(ctx, c, known, docs, whole)
		msg.request = request
		return msg
	}
}

// leaveComparison stops the work for a sheet that has been left.
func (m *Model) leaveComparison() {
	if k := m.comparison; k != nil && (m.sheet == nil || m.sheet.content != content(k)) {
		k.stop()
		m.comparison = nil
	}
}

// compareDocs loads articles and compares the first with the others.
func compareDocs(ctx context.Context, c source, known names, docs []corpus.Doc, whole bool) (msg comparedMsg) {
	var versions []story.Version
	var index *entity.Index
	for _, doc := range docs {
		d, err := c.Load(ctx, doc)
		switch {
		case err != nil && whole && len(versions) > 0 && ctx.Err() == nil:
			continue // the others are there
		case err != nil:
			msg.err = err
			return msg
		}
		v := story.Version{Src: d.Source.Text, Article: &d.Article}
		if known != nil && d.Article.End-d.Article.Start <= mostTagged {
			if a, err := known.Annotate(ctx, doc); err == nil && a.source == v.Src {
				if index == nil {
					index = a.index
				}
				v.Names = story.SureNames(a.mentions, a.index == index)
			}
		}
		versions = append(versions, v)
		msg.versions = append(msg.versions, versionText{d.Entry, v.Src, runsRTL(v.Src, d.Article)})
	}
	if whole {
		msg.found, msg.err = story.CompareStory(ctx, versions[0], versions[1:])
	} else {
		msg.found, msg.err = story.Compare(ctx, versions[0], versions[1])
	}
	return msg
}

// mostTagged is the longest article that is looked through for names, in bytes: what takes a second.
const mostTagged = 4 << 20

// runsRTL reports whether most of the beginning of an article runs from right to left.
func runsRTL(src string, a article.Article) bool {
	const enough = 2 << 10 // bytes
	lines := bidi.Layout(firstBytes(src[a.Start:a.End], enough), 0, bidi.Options{Width: 1, MaxLines: 1})
	return len(lines) == 0 || lines[0].RTL()
}

// firstBytes gives at most n bytes of a text, whole runes.
func firstBytes(text string, n int) string {
	if len(text) <= n {
		return text
	}
	for text[n]&0xC0 == 0x80 {
		n--
	}
	return text[:n]
}

// comparedCame shows what was compared, unless something else has been asked for since. The cursor stays on the sentence of the first.
func (m *Model) comparedCame(msg comparedMsg) {
	k := m.comparison
	if k == nil || k.request != msg.request {
		return
	}
	k.busy = false
	if m.notice == m.words.Looking {
		m.notice = ""
	}
	if msg.err != nil {
		m.sheet = nil
		m.notice = m.words.NotOpened + " " + m.words.Report(oneLine(msg.err.Error()))
		return
	}
	at := k.sentence(m.sheet.cursor, 0)
	k.versions, k.found = msg.versions, msg.found
	k.pairs = pairingsOf(&k.found)
	clear(k.counts[:])
	for i := range k.pairs {
		k.counts[k.pairs[i].kind]++
	}
	if k.found.Cut || k.whole && len(k.docs) > 1+story.MostOthers {
		m.notice = m.words.ComparePart
	}
	m.sheet.resize(m, m.w, m.h)
	m.sheet.moveTo(k.rowOf(at))
}

// compareAction does what a key does beside what it does on every sheet.
func (m *Model) compareAction(k *comparing, a keymap.Action) tea.Cmd {
	switch a {
	case keymap.NextDiff:
		m.nextDifference(k, 1)
	case keymap.PrevDiff:
		m.nextDifference(k, -1)
	case keymap.PaneLeft:
		k.second = m.rtl
	case keymap.PaneRight:
		k.second = !m.rtl
	case keymap.PaneNext:
		k.second = !k.second
	case keymap.NextVersion:
		return m.nextVersion(k, 1)
	case keymap.PrevVersion:
		return m.nextVersion(k, -1)
	case keymap.WholeStory:
		if len(k.docs) < 3 {
			m.notice = m.words.NoOther
			return nil
		}
		k.whole = !k.whole
		return m.compareAgain(k)
	case keymap.Copy:
		return m.copied(k.words(m.sheet.cursor))
	default:
	}
	return nil
}

// nextVersion puts the next of the story beside the first article, or the one before, round the end.
func (m *Model) nextVersion(k *comparing, by int) tea.Cmd {
	n := len(k.docs) - 1
	if n < 2 {
		m.notice = m.words.NoOther
		return nil
	}
	if !k.whole {
		k.other = (k.other-1+by+n)%n + 1
	}
	k.whole = false
	return m.compareAgain(k)
}

// nextDifference goes to the next sentences that are not the same, or to those before; where one article alone has them, in its column.
func (m *Model) nextDifference(k *comparing, by int) {
	s := m.sheet
	at := k.pairAt(s.cursor)
	if at < 0 { // between sentences
		at = k.pairAt(max(s.cursor-1, 0))
	}
	for i := at + by; at >= 0 && i >= 0 && i < len(k.pairs); i += by {
		if p := &k.pairs[i]; p.kind != inBoth {
			k.second = p.kind == onlySecond || p.kind == differing && k.second
			s.moveTo(k.firstRow(i))
			return
		}
	}
	m.notice = m.words.NoDifference
}

// enter goes to the sentence under the cursor in its article.
func (k *comparing) enter(m *Model, i int) tea.Cmd {
	v, s, ok := k.under(i)
	if !ok {
		return nil
	}
	return m.jump(target{doc: v.entry.Doc, at: bidi.Range{Start: s.Start, End: s.End}})
}

// click takes the cursor to the column under the pointer, and reports whether it was in the other.
func (k *comparing) click(m *Model, x int) bool {
	if !k.wide {
		return false
	}
	first := columnWidths(m.w)[0]
	second := x >= first
	if m.rtl {
		second = x < m.w-first
	}
	moved := second != k.second
	k.second = second
	return moved
}
