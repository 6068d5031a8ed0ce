package ui

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
	"jarida/corpus/digest"
	"jarida/corpus/entity"
	"jarida/corpus/search"
	"jarida/keymap"
	"jarida/ui/bidi"
	"jarida/ui/settings"
)

// source is what the screen needs of a corpus.
type source interface {
	Snapshot() *corpus.Snapshot
	Changed() <-chan struct{}
	Load(ctx context.Context, d corpus.Doc) (corpus.Document, error)
}

// restTime is how long the cursor of the list must stand before the text follows: longer than a key repeat (33 ms at the
// usual 30 a second), so that holding a key sends two cells a row and no text.
const restTime = 150 * time.Millisecond

// Model is the state of the screen. It is the program's only tea.Model; its panes are values with methods.
//
// The facts are independent of each other: which pane has the keys, whether it has the screen to itself, whether help lies
// over it. frame, styles and canvas are derived from them and from what the terminal said.
type Model struct {
	ctx     context.Context //nolint:containedctx // bubbletea commands take no argument: this is the only way to cancel a load
	corpus  source
	options Options
	words   *settings.Words
	keys    keymap.Map

	focus   pane
	full    bool // wide reading: the text has the screen to itself
	raw     bool // the file as it is
	pending keymap.Pending
	notice  string // what the last key did or could not do, for the status line
	help    *help  // nil: closed
	sheet   *sheet // below help; nil: none

	list     list
	reader   reader
	pane     entities
	names    names // nil where entities are not looked for
	marking  bool  // the entities are marked in the text
	notes    *notes
	noting   bool // notes are on their way
	stepping int  // a step to a mention that waits for them
	filter   filter
	desk
	target     target
	prompt     *prompt // nil: closed
	texts      texts
	finder     *finder // over all else; nil: closed
	catalog    *catalog
	collecting bool // a newer catalog is on its way
	newFinder  func(search.Lexicon, ...*search.List) nameFinder
	after      func(time.Duration, func(time.Time) tea.Msg) tea.Cmd // waits for the clock; tests have none that runs
	find       find
	recent     []string // what was searched for, the newest first
	typed      []string // lines of the command line
	seeking    quoteSearch
	searches   int        // numbers the searches for mentions and quotes
	bySpeaker  bool       // quotes
	timelines  int        // numbers the timelines that were asked for
	comparison *comparing // that is on the screen; nil for none
	edits      entity.Edits
	hidden     []entity.Spelled // what the reader has hidden
	visited    digest.Visit     // the last one before this, where visitKnown says that it has been looked up
	visitKnown bool
	moves      int // numbers the moves of the list's cursor
	moving     bool
	newest     *corpus.Snapshot
	waiting    *corpus.Snapshot // in a new order, held back until the cursor rests
	presses    int              // numbers the keys
	stale      bool             // the file of the open article has changed
	request    int              // numbers the loads
	loading    bool
	wanted     corpus.Doc // what the load under way brings

	terminal terminal
	line     line
	styles   styles
	dragging bool
	dragged  pane   // the pane whose border is
	widths   [3]int // of panes whose border has been dragged
	dark     bool   // what the terminal says of its background, or is taken to be
	frame    frame
	w, h     int
	rtl      bool // the list is at the right, and rows begin there
	canvas   canvas

	dirty bool
	view  tea.View
}

// New gives the model of a screen over a corpus that is open.
func New(ctx context.Context, c source, o Options) *Model {
	o = o.whole()
	m := &Model{
		ctx:       ctx,
		corpus:    c,
		options:   o,
		words:     settings.WordsFor(o.Lang),
		keys:      keysOf(o),
		terminal:  newTerminal(o),
		styles:    newStyles(o.Theme, true),
		dark:      true,
		dirty:     true,
		after:     tea.Tick,
		newFinder: func(l search.Lexicon, lists ...*search.List) nameFinder { return search.NewFinder(l, lists...) },
	}
	m.list.snap = c.Snapshot()
	m.newest = m.list.snap
	m.filter.order = parseOrder(o.Sort)
	m.group()
	m.names, m.texts = namesOf(c), corpusTexts{}
	m.filter.stays, m.filter.goal = -1, -1
	if o.Journal != nil {
		m.filter.view = viewNamed(o.View)
		m.edits = corpus.EntityEdits(o.Journal.Entities())
		m.hidden = hiddenOf(m.edits)
	}
	if o.Journal != nil && o.Journal.Version() == 0 {
		m.notice = m.words.Welcome
	}
	m.reader.kept = make(map[corpus.Doc]position)
	m.canvas.enc = m.terminal.choice.Encoder()
	if m.list.snap.Len() == 1 {
		m.focus = textPane // a single article is to be read, not to be chosen
		m.filter.view = viewAll
	}
	if m.startsWithDigest() {
		m.sheet = &sheet{content: &digestPage{}}
	}
	m.chooseSide()
	m.relayout()
	return m
}

// keysOf gives the bindings of the reader, else the default.
func keysOf(o Options) keymap.Map {
	if o.Keys != nil {
		return *o.Keys
	}
	return keymap.Default()
}

// Init asks the terminal what it is, without waiting for an answer, and opens the first article.
func (m *Model) Init() tea.Cmd {
	cmds := []tea.Cmd{
		m.askTerminal(), m.line.begin(), tea.RequestBackgroundColor, m.awaitSnapshot(), m.loadSelected(), m.collectEarly(), m.followJournal(),
		m.makeDigest(),
	}
	if m.surveyed() {
		cmds = append(cmds, m.survey())
	}
	return tea.Batch(cmds...)
}

// View gives the frame; the same one as long as nothing has changed, and while the last one is still on its way to a slow terminal.
func (m *Model) View() tea.View {
	if m.dirty && !m.line.closed() {
		m.dirty, m.line.pass = false, false
		m.view = tea.NewView(m.draw())
		m.view.AltScreen = true
		if m.options.Mouse {
			m.view.MouseMode = tea.MouseModeCellMotion
		}
		m.view.KeyboardEnhancements = m.keyReports()
		m.view.WindowTitle = m.windowTitle()
	}
	return m.view
}

// firstFrame is when the first frame has been written, after the size of the screen is known: frames are written 60 times a second.
const firstFrame = time.Second / 30

// painted tells whoever waits for the first frame that it has been written.
func (m *Model) painted() tea.Cmd {
	tell := m.options.Painted
	if tell == nil {
		return nil
	}
	return tea.Tick(firstFrame, func(time.Time) tea.Msg {
		tell()
		return nil
	})
}

// keyReports says what a terminal that knows the Kitty keyboard protocol is to tell of keys: which one was pressed, whatever it types, but
// while text is typed only what that is. A terminal that does not know it passes over the request, and letters stand for their keys.
func (m *Model) keyReports() tea.KeyboardEnhancements {
	if m.prompt != nil || m.finder != nil || m.help != nil && m.help.field != nil {
		return tea.KeyboardEnhancements{}
	}
	return tea.KeyboardEnhancements{ReportAlternateKeys: true, ReportAllKeysAsEscapeCodes: true, ReportAssociatedText: true}
}

// chooseSide puts the list at the right or left: as asked for, else at the right where the interface is Arabic, else by the titles of the
// first screen. It stays there, for panes must not change sides under the reader.
func (m *Model) chooseSide() {
	switch m.options.Layout {
	case "rtl":
		m.rtl = true
	case "ltr":
		m.rtl = false
	default:
		m.rtl = m.words.RTL || m.list.snap.RTL()
	}
}

// relayout derives the geometry from the size, the focus and the side of the list.
func (m *Model) relayout() {
	beside := textPane
	if m.pane.folder {
		beside = listPane
	}
	m.frame = newFrame(m.w, m.h, panes{m.focus, m.full && m.focus == textPane, !m.rtl, m.pane.open, beside, m.widths})
	m.list.resize(m.listRows())
	m.pane.resize(m.frame.entities.h)
	m.canvas.tashkeel = m.tashkeel()
	m.canvas.digits = digitsOf(m.options.Digits)
	m.reader.resize(m.shownAs(m.frame.text), m.frame.text.h)
	if m.help != nil {
		m.help.resize(m.h)
	}
	if m.sheet != nil {
		m.sheet.resize(m, m.w, m.h)
	}
	if m.finder != nil {
		m.resizeFinder()
	}
}

// listRows gives the rows of the screen for those of the list: the conditions stand above them.
func (m *Model) listRows() int {
	if m.filter.narrowed() {
		return max(m.frame.list.h-1, 0)
	}
	return m.frame.list.h
}

// shownAs says how the text of articles is laid out in a pane.
func (m *Model) shownAs(b box) shownAs {
	return shownAs{textWidth(b.w), m.tashkeel(), m.canvas.digits}
}

// digitsOf gives the digits that a value of the setting names.
func digitsOf(value string) bidi.Digits {
	switch value {
	case "latin":
		return bidi.LatinDigits
	case "arabic":
		return bidi.ArabicDigits
	default:
		return bidi.AsWritten
	}
}

// tashkeel reports whether vowel marks are shown: as the reader wishes, else where the terminal draws them right.
func (m *Model) tashkeel() bool {
	switch m.options.Marks {
	case "keep":
		return true
	case "strip":
		return false
	default:
		return m.terminal.choice.Tashkeel
	}
}

// awaitSnapshot waits for a newer snapshot of the corpus.
func (m *Model) awaitSnapshot() tea.Cmd {
	c, done := m.corpus, m.ctx.Done()
	return func() tea.Msg {
		select {
		case _, more := <-c.Changed():
			return snapshotMsg{c.Snapshot(), more}
		case <-done:
			return nil
		}
	}
}

// loadSelected asks for the article under the list's cursor.
func (m *Model) loadSelected() tea.Cmd {
	e, ok := m.list.selected()
	if !ok {
		return nil
	}
	return m.load(e)
}

// want asks for an article unless it is shown or on its way, and drops the load of any other.
func (m *Model) want(e corpus.Entry) tea.Cmd {
	d := m.reader.document
	switch {
	case m.loading && m.wanted == e.Doc:
		return nil
	case d != nil && d.doc == e.Doc && d.raw == m.raw:
		m.request++
		m.loading = false
		return nil
	}
	return m.load(e)
}

// load asks for an article, cleaned or raw as the reader wants it.
func (m *Model) load(e corpus.Entry) tea.Cmd {
	m.request++
	m.loading, m.wanted = true, e.Doc
	ctx, c, j, request, raw, words := m.ctx, m.corpus, m.options.Journal, m.request, m.raw, m.words
	return func() tea.Msg {
		d := loadDocument(ctx, c, e, raw, words)
		if s := c.Snapshot(); j != nil && s.Index(e.Doc) >= 0 {
			state, _, _ := j.State(called(ctx, c, s, e.Doc))
			d.stopped = min(state.Position, len(d.source))
		}
		return loadedMsg{request, d}
	}
}

// loadDocument reads an article and divides it into pieces. What cannot be read is a document that says why.
func loadDocument(ctx context.Context, c source, e corpus.Entry, raw bool, w *settings.Words) *document {
	s := c.Snapshot()
	read := &document{doc: e.Doc, title: e.Title, version: s.Version(e.Doc), raw: raw} // a change from here on is a later version
	d, err := c.Load(ctx, e.Doc)
	if err != nil {
		read.pieces, read.gone = problemPieces(e, w.Report(err.Error())), errors.Is(err, corpus.ErrDeleted)
		return read
	}
	read.title, read.source, read.article = d.Entry.Title, d.Source.Text, d.Article
	if raw {
		read.pieces = rawPieces(d.Source.Text)
		return read
	}
	read.story = storyFacts(s, e.Doc, w)
	o := newOutline(d, read.story, w)
	read.pieces, read.folds = o.pieces, o.folds
	return read
}

// rest starts the wait for the cursor to rest.
func (m *Model) rest() tea.Cmd {
	m.moves++
	m.moving = true
	move := m.moves
	return m.after(restTime, func(time.Time) tea.Msg { return restMsg{move} })
}

// direction is the direction of the interface's own words.
func (m *Model) direction() bidi.Direction {
	if m.words.RTL {
		return bidi.RTL
	}
	return bidi.LTR
}
