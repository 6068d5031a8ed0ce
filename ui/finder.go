package ui

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus/search"
)

// finder is the page on which anything is found by its name, and articles by their words, as one types.
//
// One question is under way at a time: a further letter cuts it short, and what it brings then is not shown. The rows are always one
// whole answer, that to the revision shown; Enter waits until this is the one that is typed.
type finder struct {
	field  field
	scope  scope
	recall recall

	engine nameFinder
	names  *catalog // whose items the engine numbers
	cut    context.CancelFunc
	busy   bool

	revision int      // numbers the questions
	shown    int      // the one whose answer is shown
	wanted   asked    // what the last one is about
	about    asked    // what the one that is shown is about
	catalog  *catalog // whose items the answer and the rows number
	answer   search.Answer
	texts    textAnswer
	rows     []hitRow
	entering bool // Enter waits for the answer

	cursor int
	top    int
	h      int

	moves   int // numbers what the cursor was on
	preview preview
}

// nameFinder finds names while they are typed; see search.Finder.
type nameFinder interface {
	Find(ctx context.Context, query string, top int) search.Answer
	More(ctx context.Context) search.Answer
}

// scope is what the finder looks for: everything, or one kind of things.
type scope int

const everything scope = -1

// scopes are those that Tab goes through.
var scopes = [...]scope{
	everything, scope(articleKind), scope(entityKind), scope(headingKind), scope(sourceKind), scope(sectionKind), scope(savedKind),
	scope(commandKind), scope(textKind),
}

// How many rows there are of names and of texts. A letter repaints nearly all of them: these fit into 8,000 bytes in the mode that
// writes most, and into a terminal of 24 rows. Of one kind there are more.
const (
	mostNames = 12
	mostTexts = 6
	mostOfOne = 100
)

// asked is what a question is about.
type asked struct {
	query string
	scope scope
}

// asked gives what the next question is about.
func (f *finder) asked() asked { return asked{oneLine(f.field.text), f.scope} }

// foundMsg brings an answer to the question of that number of a finder.
type foundMsg struct {
	of       *finder
	revision int
	about    asked
	catalog  *catalog
	answer   search.Answer
	texts    textAnswer
}

// openFinder opens the finder over the screen.
func (m *Model) openFinder() tea.Cmd {
	m.finder = &finder{scope: everything, cut: func() {}, recall: recall{all: m.recent}}
	m.relayout()
	return tea.Batch(m.equip(), m.collect(), m.loadRecent(&m.finder.recall))
}

// closeFinder goes back to what was there before.
func (m *Model) closeFinder() {
	m.finder.cut()
	m.finder = nil
	m.relayout()
}

// equip hands the newest catalog to the finder, and asks again.
func (m *Model) equip() tea.Cmd {
	f := m.finder
	if m.catalog == nil {
		return nil
	}
	f.names = m.catalog.with(m.entries(), m.saved())
	f.engine = m.newFinder(f.names.lexicon, f.names.lists[:]...)
	return m.askFinder()
}

// finderKey does what a key does in the finder.
func (m *Model) finderKey(key tea.KeyPressMsg) tea.Cmd {
	f := m.finder
	switch key.String() {
	case "enter":
		return m.enterFinder()
	case "esc":
		m.closeFinder()
		return nil
	case "down", "ctrl+n":
		return m.finderStep(1)
	case "up", "ctrl+p":
		return m.finderStep(-1)
	case "pgdown":
		return m.moveFinder(f.cursor + max(f.h-1, 1))
	case "pgup":
		return m.moveFinder(f.cursor - max(f.h-1, 1))
	case "tab":
		return m.scopeFinder(1)
	case "shift+tab":
		return m.scopeFinder(-1)
	}
	before := f.field.text
	if f.field.key(key, m.direction()) && f.field.text != before {
		return m.askFinder()
	}
	return nil
}

// finderStep moves the cursor by a row. In an empty field, and above the first row of what is brought back, it goes through what was searched
// for before.
func (m *Model) finderStep(by int) tea.Cmd {
	f := m.finder
	if (f.field.text == "" || f.recall.back > 0) && (by < 0 || f.recall.back > 0) && f.cursor == 0 {
		if f.recall.step(&f.field, -by) {
			return m.askFinder()
		}
		return nil
	}
	return m.moveFinder(f.cursor + by)
}

// scopeFinder looks for the next kind of things, or the one before.
func (m *Model) scopeFinder(by int) tea.Cmd {
	f := m.finder
	at := 0
	for i, s := range scopes {
		if s == f.scope {
			at = i
		}
	}
	f.scope = scopes[(at+by+len(scopes))%len(scopes)]
	return m.askFinder()
}

// askFinder asks for what is typed, as soon as the question before has ended.
func (m *Model) askFinder() tea.Cmd {
	f := m.finder
	f.revision++
	f.entering = f.entering && f.asked() == f.wanted // it is asked again, of newer names
	f.wanted = f.asked()
	f.cut()
	return m.nextQuestion()
}

// nextQuestion asks what is typed now, unless a question is under way.
func (m *Model) nextQuestion() tea.Cmd {
	f := m.finder
	if f.busy || f.engine == nil {
		return nil
	}
	msg := foundMsg{of: f, revision: f.revision, about: f.asked(), catalog: f.names}
	if msg.about.query == "" && (f.scope == everything || f.scope == scope(textKind)) { // of one kind no letter finds all
		msg.answer.Done = true
		return m.answered(msg)
	}
	top := 4 * mostNames // several spellings are one entity
	if f.scope != everything {
		top = mostOfOne
	}
	return m.question(msg, func(ctx context.Context, e nameFinder) search.Answer { return e.Find(ctx, msg.about.query, top) })
}

// question has names looked for in the background, and behind the last of them the full text.
func (m *Model) question(msg foundMsg, look func(context.Context, nameFinder) search.Answer) tea.Cmd {
	f := m.finder
	f.busy = true
	ctx, cut := context.WithCancel(m.ctx)
	f.cut = cut
	engine, behind := f.engine, m.textQuestion(msg.about)
	return func() tea.Msg {
		if msg.answer = look(ctx, engine); msg.answer.Done {
			msg.texts = behind.answer(ctx)
		}
		return msg
	}
}

// finderFound takes an answer, unless something else has been typed since.
func (m *Model) finderFound(msg foundMsg) tea.Cmd {
	f := m.finder
	if msg.of != f {
		return nil
	}
	f.busy = false
	f.cut()
	if msg.revision != f.revision {
		return m.nextQuestion()
	}
	var more tea.Cmd
	if !msg.answer.Done {
		more = m.question(msg, func(ctx context.Context, e nameFinder) search.Answer { return e.More(ctx) })
	}
	return tea.Batch(m.answered(msg), more)
}

// answered shows an answer. Where another one to the same was shown, the cursor stays on what it was moved to.
func (m *Model) answered(msg foundMsg) tea.Cmd {
	f := m.finder
	var under *hitRow
	if f.about == msg.about && f.cursor > 0 && f.cursor < len(f.rows) {
		under = &f.rows[f.cursor]
	}
	f.shown, f.about, f.catalog, f.answer, f.texts = msg.revision, msg.about, msg.catalog, msg.answer, msg.texts
	f.rows = f.rowsOf()
	cursor := 0
	if under != nil {
		cursor = max(slices.IndexFunc(f.rows, under.same), 0)
	}
	rest := m.moveFinder(cursor)
	if f.entering && msg.answer.Done {
		return m.enterFinder()
	}
	return rest
}

// moveFinder puts the cursor on a row.
func (m *Model) moveFinder(to int) tea.Cmd {
	f := m.finder
	f.cursor = max(min(to, len(f.rows)-1), 0)
	f.top = scrollTop(f.top, f.cursor, f.h, len(f.rows))
	return m.finderRest()
}

// searched takes what was found, and reports whether the message was about that.
func (m *Model) searched(msg tea.Msg) (cmd tea.Cmd, known bool) {
	switch msg := msg.(type) {
	case catalogMsg:
		cmd = m.catalogCame(msg)
	case foundMsg:
		cmd = m.finderFound(msg)
	case finderRestMsg:
		cmd = m.finderRested(msg)
	case previewMsg:
		m.previewCame(msg)
	case hitsMsg:
		m.hitsCame(msg)
	case recentMsg:
		m.recentCame(msg)
	default:
		return nil, false
	}
	return cmd, true
}

// pasteFinder puts pasted text into the field.
func (m *Model) pasteFinder(text string) tea.Cmd {
	m.notice = ""
	if !m.finder.field.insert(text) {
		m.notice = m.words.PasteTooLong
		return nil
	}
	return m.askFinder()
}
