package ui

import (
	"cmp"
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
	"jarida/corpus/digest"
	"jarida/corpus/entity"
	"jarida/corpus/story"
)

// lastVisit looks up what the reader had of the folder when he last had it open.
type lastVisit func(ctx context.Context) digest.Visit

// digestPage is the sheet of what is new in the folder: what jarida digest prints. It is there at once, and fills as articles are read, and as
// names and stories are found; until then it says how far that is.
type digestPage struct {
	visit   digest.Visit // the last one; known says that it has been looked up
	known   bool
	busy    bool // a digest is being made
	made    digestOf
	digest  corpus.Digest
	stories []digestLine
	names   []digestLine
	quoted  []digestLine
	opened  digestSection // the one that has the page to itself; noSection: each has a share
	rows    []digestRow
	stood   int // where the cursor was put: on the first line, as long as the reader has not moved it
}

// digestOf is what a digest was made of. Another one is made when one of these has changed.
type digestOf struct {
	read     bool // all articles
	order    int
	entities *entity.Index  // nil while they are not complete
	stories  *story.Stories // the same
}

// digestLine is a line of a digest, with what Enter goes to.
type digestLine struct {
	number string // of articles or quotations
	text   string
	more   string // sources, type, articles
	doc    corpus.Doc
	named  condition // the name, for the list
	docs   []int32   // the articles that name who is quoted
}

// digestMsg brings the digest of a page.
type digestMsg struct {
	page   *digestPage
	visit  digest.Visit
	of     digestOf
	digest corpus.Digest
	lines  [3][]digestLine // of stories, names and who is quoted
}

// digestLines is how many lines of each section there are at most: what is further down says nothing of a folder any more.
const digestLines = 100

// startsWithDigest reports whether the digest is to be the first screen.
func (m *Model) startsWithDigest() bool {
	n := m.options.Digest
	return n > 0 && m.list.snap.Len() >= n && m.list.snap.Len() > 1 && !m.options.Plain
}

// showDigest opens the digest.
func (m *Model) showDigest() tea.Cmd {
	p := &digestPage{visit: m.visited, known: m.visitKnown}
	m.openSheet(p)
	return m.makeDigest()
}

// digestOpen gives the page of the digest, if it is open.
func (m *Model) digestOpen() (*digestPage, bool) {
	if m.sheet == nil {
		return nil, false
	}
	p, ok := m.sheet.content.(*digestPage)
	return p, ok
}

// digestNow says what a digest of a snapshot is made of.
func digestNow(s *corpus.Snapshot) digestOf {
	of := digestOf{read: s.Progress().Done, order: s.Order()}
	if s.EntityProgress().Done {
		of.entities = s.Entities()
	}
	if s.StoryProgress().Done {
		of.stories = s.Stories()
	}
	return of
}

// newer reports whether a digest of something would say more, or something else, than one of what was before. What is no longer complete,
// for files have changed, will be.
func (o digestOf) newer(before digestOf) bool {
	return o.read && (!before.read || o.order != before.order || o.entities != nil && o.entities != before.entities ||
		o.stories != nil && o.stories != before.stories)
}

// makeDigest makes the digest of the newest snapshot where the page is open and shows less.
func (m *Model) makeDigest() tea.Cmd {
	p, open := m.digestOpen()
	if !open {
		return nil
	}
	s := m.newest
	of := digestNow(s)
	if p.busy || !of.newer(p.made) {
		m.relayout() // how far things are
		return nil
	}
	p.busy = true
	ctx, visit, known, look, comma := m.ctx, p.visit, p.known, m.options.LastVisit, m.words.Comma()
	of.entities, of.stories = cmp.Or(of.entities, p.made.entities), cmp.Or(of.stories, p.made.stories)
	return func() tea.Msg {
		if !known && look != nil {
			visit = look(ctx)
		}
		msg := digestMsg{page: p, visit: visit, of: of, digest: s.Digest(visit, 0, digestLines)}
		if of.stories != nil {
			msg.lines[0] = storyLines(s, &msg.digest, comma)
		}
		if of.entities != nil {
			msg.lines[1], msg.lines[2] = nameLines(s.Entities(), &msg.digest), speakerLines(s.Entities(), &msg.digest)
		}
		return msg
	}
}

// digestCame shows a digest, and has a newer one made where there is more by now. The line under the cursor stays there once the reader has
// moved it.
func (m *Model) digestCame(msg digestMsg) tea.Cmd {
	m.visited, m.visitKnown = msg.visit, true
	p := msg.page
	p.busy, p.visit, p.known = false, msg.visit, true
	p.made, p.digest = msg.of, msg.digest
	p.stories, p.names, p.quoted = msg.lines[0], msg.lines[1], msg.lines[2]
	if open, ok := m.digestOpen(); !ok || open != p {
		return nil
	}
	under, moved := p.at(m.sheet.cursor), m.sheet.cursor != p.stood
	m.relayout()
	if !moved {
		p.stood = max(p.first(), 0)
		m.sheet.moveTo(p.stood)
	} else if i := slices.IndexFunc(p.rows, under.same); i >= 0 {
		m.sheet.moveTo(i)
	}
	return m.makeDigest()
}
