package ui

import (
	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
	"jarida/keymap"
)

// Update takes one message. Its order of business: what the terminal says of itself, what the corpus brings, what the
// reader presses; then one exit, with the frame to be drawn anew.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	opened, known := m.line.heed(msg)
	if known {
		return m, tea.Batch(opened, m.frameOut())
	}
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		if m.w == 0 {
			cmd = m.painted()
		}
		m.w, m.h = msg.Width, msg.Height
		m.relayout()
	case tea.BackgroundColorMsg:
		m.paintFor(msg.IsDark())
	case tea.ResumeMsg:
		cmd = m.resume()
	case snapshotMsg:
		cmd = m.adopt(msg)
	case restMsg:
		cmd = m.rested(msg)
	case calmMsg:
		cmd = m.calmed(msg)
	case loadedMsg:
		cmd = m.show(msg)
	case datesMsg:
		m.tell(msg)
	case filteredMsg:
		cmd = m.filtered(msg)
	case storyMsg:
		m.storyCame(msg)
	case exportedMsg:
		m.exportDone(msg)
	case externalMsg:
		cmd = m.cameBack(msg)
	case tea.PasteMsg:
		cmd = m.paste(msg.Content)
	case tea.KeyPressMsg, tea.MouseMsg:
		cmd = m.input(msg)
	default:
		for _, hear := range [...]func(tea.Msg) (tea.Cmd, bool){m.searched, m.named, m.deskHeard, m.heard} {
			if cmd, known = hear(msg); known {
				break
			}
		}
		if !known {
			return m, nil
		}
	}
	m.leaveComparison()
	m.dirty = true
	return m, tea.Batch(opened, cmd, m.attend(), m.fillDays(), m.frameOut())
}

// frameOut follows the frame that View is about to give on its way, if it is to give a new one.
func (m *Model) frameOut() tea.Cmd {
	if !m.dirty || m.line.closed() {
		return nil
	}
	return m.line.drawn()
}

// named takes what was found of names, and reports whether the message was about that.
func (m *Model) named(msg tea.Msg) (cmd tea.Cmd, known bool) {
	switch msg := msg.(type) {
	case notesMsg:
		cmd = m.noted(msg)
	case entitiesMsg:
		cmd = m.entitiesCame(msg)
	case entityRestMsg:
		cmd = m.entityRested(msg)
	case detailMsg:
		m.detailCame(msg)
	case mentionsMsg:
		m.mentionsCame(msg)
	case quotesMsg:
		cmd = m.quotesCame(msg)
	case digestMsg:
		cmd = m.digestCame(msg)
	case daysMsg:
		cmd = m.daysCame(msg)
	case dayFactsMsg:
		m.dayFactsCame(msg)
	case comparedMsg:
		m.comparedCame(msg)
	default:
		return nil, false
	}
	return cmd, true
}

// input acts on a key or on the mouse.
func (m *Model) input(msg tea.Msg) tea.Cmd {
	m.presses++
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		cmd = m.press(msg)
	case tea.MouseMsg:
		cmd = m.mouse(msg)
	}
	return tea.Batch(cmd, m.calm())
}

// adopt takes a newer snapshot; one in a new order, or with other stories, waits while the cursor is moving.
func (m *Model) adopt(msg snapshotMsg) tea.Cmd {
	var next tea.Cmd
	if msg.more {
		next = m.awaitSnapshot()
	}
	if m.moving && (msg.snap.Order() != m.list.snap.Order() || m.storiesOf(msg.snap) != m.filter.stories) {
		m.hold(msg.snap)
		return next
	}
	changed := m.take(msg.snap)
	if d := m.reader.document; d != nil && d.gone {
		return tea.Batch(next, changed) // it stays until the reader himself goes on
	}
	return tea.Batch(next, changed, m.follow())
}

// hold lets a snapshot wait until the cursor rests. Whoever keeps on moving it looks at a list of before; what was found in that comes of the newer one:
// an index of the full text that has been merged since is a third as large as all files.
func (m *Model) hold(s *corpus.Snapshot) {
	shown, newest := m.list.snap.With(s), m.newest.With(s)
	if m.newest == m.list.snap {
		newest = shown
	}
	if m.inspected == m.newest {
		m.inspected = newest // which has the same articles
	} else {
		m.inspected = nil
	}
	m.waiting, m.newest, m.list.snap = s, newest, shown
}

// rested lets the text follow the cursor, and a waiting order take effect.
func (m *Model) rested(msg restMsg) tea.Cmd {
	if msg.move != m.moves {
		return nil
	}
	m.moving = false
	var changed tea.Cmd
	if e, ok := m.list.selected(); !ok || e.Doc != m.filter.stays {
		m.goOn()
	}
	if m.waiting != nil {
		changed = tea.Batch(changed, m.take(m.waiting))
	}
	return tea.Batch(changed, m.follow())
}

// follow loads the selected article where the text pane shows another one and may be changed: while the reader is in a
// text, or waits for the one he opened, it stays.
func (m *Model) follow() tea.Cmd {
	if m.moving || m.ownsText() && (m.reader.document != nil || m.loading) {
		return nil
	}
	e, ok := m.list.selected()
	if !ok {
		m.leaveText()
		return nil
	}
	return m.want(e)
}

// leaveText empties the text pane, for the list has nothing to be read.
func (m *Model) leaveText() {
	m.reader.keep()
	m.reader.document = nil
	m.request++
	m.loading = false
}

// show puts a loaded article into the text pane, unless another one has been asked for since. The list may have moved on
// while a big file was read, without a later message to follow it.
func (m *Model) show(msg loadedMsg) tea.Cmd {
	if msg.request != m.request {
		return nil
	}
	m.loading = false
	old := m.reader.document
	if old != nil && old.doc == msg.document.doc {
		if msg.document.gone {
			old.gone = true // what was read of it is worth more than to say so
			return nil
		}
		if old.version != msg.document.version {
			m.notice = m.words.Changed
		}
	}
	m.reader.open(msg.document, m.shownAs(m.frame.text), m.frame.text.h)
	m.stale = m.list.snap.Version(msg.document.doc) > msg.document.version
	again := m.seekAgain(old)
	arrived, there := m.arrive()
	if !arrived {
		there = m.markFound()
	}
	return tea.Batch(again, there, m.calm(), m.follow(), m.know())
}

// paste hands pasted text to the prompt that is open; elsewhere it is nothing, least of all keys.
func (m *Model) paste(text string) tea.Cmd {
	if m.finder != nil {
		return m.pasteFinder(text)
	}
	if m.prompt != nil {
		m.notice = ""
		if !m.prompt.field.insert(text) {
			m.notice = m.words.PasteTooLong
		} else if m.prompt.typed != nil {
			return m.prompt.typed()
		}
		return nil
	}
	if m.help != nil && m.help.field != nil {
		m.notice = ""
		if !m.help.field.insert(text) {
			m.notice = m.words.PasteTooLong
		}
		m.help.filter(m.words)
	}
	return nil
}

// press resolves a key press and acts on it.
func (m *Model) press(key tea.KeyPressMsg) tea.Cmd {
	m.notice = ""
	if key.String() == "ctrl+c" { // wherever one is, and whatever is being typed
		return m.quit()
	}
	if second, ok := behindEsc(key); ok {
		return tea.Batch(m.press(tea.KeyPressMsg{Code: tea.KeyEscape}), m.press(second))
	}
	if m.awaitsList() {
		m.filter.held = append(m.filter.held, key)
		return nil
	}
	return m.pressNow(key)
}

// awaitsList reports whether a key is meant for a list that is not shown yet: what is pressed now is not about the rows that are on the screen.
func (m *Model) awaitsList() bool {
	return m.filter.shown != m.filter.revision && m.finder == nil && m.prompt == nil && m.where() == keymap.InList
}

// pressHeld acts on the keys that were pressed before the list showed what it was asked for, as far as none of them asks for something else.
func (m *Model) pressHeld() tea.Cmd {
	var cmds []tea.Cmd
	for len(m.filter.held) > 0 && !m.awaitsList() {
		key := m.filter.held[0]
		m.filter.held = m.filter.held[1:]
		m.notice = ""
		cmds = append(cmds, m.pressNow(key))
	}
	return tea.Batch(cmds...)
}

// pressNow acts on a key press.
func (m *Model) pressNow(key tea.KeyPressMsg) tea.Cmd {
	switch {
	case m.finder != nil:
		return m.finderKey(key)
	case m.help != nil && m.help.field != nil:
		m.help.edit(key, m.words, m.direction())
		return nil
	case m.prompt != nil:
		return m.answer(key)
	}
	var action keymap.Action
	action, m.pending = m.keys.Press(m.where(), m.pending, key)
	return m.act(action)
}

// act does what a key does where the reader is.
func (m *Model) act(action keymap.Action) tea.Cmd {
	if cmd, done := m.common(action); done {
		return cmd
	}
	switch m.where() {
	case keymap.InHelp:
		m.helpAction(action)
		return nil
	case keymap.InSheet, keymap.InQuotes, keymap.InCompare, keymap.InTimeline:
		return m.sheetAction(action)
	case keymap.InEntities:
		return m.entityAction(action)
	case keymap.InReader:
		return m.readerAction(action)
	default:
		return m.listAction(action)
	}
}

// where says to which place the keys go.
func (m *Model) where() keymap.Place {
	switch {
	case m.help != nil:
		return keymap.InHelp
	case m.sheet != nil:
		switch m.sheet.content.(type) {
		case *quotes:
			return keymap.InQuotes
		case *comparing:
			return keymap.InCompare
		case *days:
			return keymap.InTimeline
		}
		return keymap.InSheet
	case m.focus == entityPane:
		return keymap.InEntities
	case m.focus == textPane:
		return keymap.InReader
	}
	return keymap.InList
}
