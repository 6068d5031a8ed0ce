package ui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
	"jarida/keymap"
	"jarida/ui/bidi"
)

// common does what a key does everywhere. It reports whether the action was one of its own.
func (m *Model) common(a keymap.Action) (tea.Cmd, bool) {
	switch a {
	case keymap.Quit:
		switch {
		case m.help != nil:
			m.help = nil
		case m.sheet != nil:
			m.sheet = nil
		default:
			return m.quit(), true
		}
		return nil, true
	case keymap.Suspend:
		return m.suspend(), true
	case keymap.Redraw:
		return tea.ClearScreen, true
	case keymap.None:
		return nil, true
	default:
		return nil, false
	}
}

// listAction does what a key does in the list.
func (m *Model) listAction(a keymap.Action) tea.Cmd {
	h := m.list.h
	switch a {
	case keymap.Down:
		return m.moveList(m.list.cursor + 1)
	case keymap.Up:
		return m.moveList(m.list.cursor - 1)
	case keymap.First:
		return m.moveList(0)
	case keymap.Last:
		return m.moveList(m.list.length() - 1)
	case keymap.PageDown:
		return m.moveList(m.list.cursor + max(h-1, 1))
	case keymap.PageUp:
		return m.moveList(m.list.cursor - max(h-1, 1))
	case keymap.HalfDown:
		return m.moveList(m.list.cursor + max(h/2, 1))
	case keymap.HalfUp:
		return m.moveList(m.list.cursor - max(h/2, 1))
	case keymap.Find:
		return m.askForQuery()
	case keymap.Story:
		return m.toggleStory()
	default:
		return m.paneAction(a)
	}
}

// moveList moves the cursor of the list and lets the text follow when it rests.
func (m *Model) moveList(to int) tea.Cmd {
	m.list.moveTo(to)
	return m.rest()
}

// readerAction does what a key does in the text.
func (m *Model) readerAction(a keymap.Action) tea.Cmd {
	r := &m.reader
	if r.document == nil || len(r.document.pieces) == 0 {
		return m.paneAction(a)
	}
	if m.options.Plain {
		a = bySentence(a)
	}
	const overlap = 2 // rows of the last page that stay, for the eye to find its line again
	switch a {
	case keymap.Down:
		r.move(1)
	case keymap.Up:
		r.move(-1)
	case keymap.First:
		r.moveTo(place{})
	case keymap.Last:
		r.moveTo(r.document.last())
	case keymap.PageDown:
		r.page(max(r.h-overlap, 1))
	case keymap.PageUp:
		r.page(-max(r.h-overlap, 1))
	case keymap.HalfDown:
		r.page(max(r.h/2, 1))
	case keymap.HalfUp:
		r.page(-max(r.h/2, 1))
	case keymap.NextSentence:
		r.toSentence(false)
	case keymap.PrevSentence:
		r.toSentence(true)
	case keymap.Select:
		r.toggleSelection()
	case keymap.Open:
		return m.openHere()
	case keymap.Dates:
		return m.showDates()
	case keymap.Find:
		return m.askForHits()
	case keymap.NextHit:
		return m.nextHit(1)
	case keymap.PrevHit:
		return m.nextHit(-1)
	default:
		return m.paneAction(a)
	}
	return nil
}

// bySentence gives the action by sentences for one by lines: where text is heard it has no lines.
func bySentence(a keymap.Action) keymap.Action {
	switch a {
	case keymap.Down:
		return keymap.NextSentence
	case keymap.Up:
		return keymap.PrevSentence
	default:
		return a
	}
}

// openHere opens what the cursor of the text stands on: related stories, or another part of the file.
func (m *Model) openHere() tea.Cmd {
	r := &m.reader
	if r.toggle() {
		return nil
	}
	part := r.document.pieces[r.at.piece].part
	if part == 0 {
		return nil
	}
	e, ok := m.entry(r.document.doc)
	if !ok {
		return nil
	}
	id := e.ID
	if e.Parent != "" {
		id = e.Parent
	}
	if part > 1 {
		id = fmt.Sprintf("%s#%d", id, part)
	}
	if e, ok = m.list.snap.Lookup(id); !ok {
		m.notice = m.words.Reading // the list has not come to it yet
		return nil
	}
	e, left, ok := m.goTo(e.Doc)
	if !ok {
		return left
	}
	return tea.Batch(left, m.want(e))
}

// paneAction does what a key does in the list and in the text alike.
func (m *Model) paneAction(a keymap.Action) tea.Cmd {
	switch a {
	case keymap.PaneLeft:
		return m.focusOn(m.paneAt(false))
	case keymap.PaneRight:
		return m.focusOn(m.paneAt(true))
	case keymap.PaneNext:
		return m.focusOn(m.paneBehind(1))
	case keymap.PanePrev:
		return m.focusOn(m.paneBehind(-1))
	case keymap.Open:
		return m.focusOn(textPane)
	case keymap.Back:
		return m.back()
	case keymap.Wide:
		m.full = !m.full
		return m.focusOn(textPane)
	case keymap.Raw:
		return m.toggleRaw()
	case keymap.Finder:
		return m.openFinder()
	case keymap.Entities:
		return m.openEntities()
	case keymap.MarkNames:
		return m.toggleMarks()
	case keymap.Quotes:
		return m.showQuotes()
	case keymap.Digest:
		return m.showDigest()
	case keymap.Timeline:
		return m.showTimeline()
	case keymap.Compare:
		return m.compare()
	case keymap.StoryReasons:
		return m.showStory()
	case keymap.NextMention:
		return m.step(1)
	case keymap.PrevMention:
		return m.step(-1)
	case keymap.Widen:
		return m.widen()
	case keymap.Copy:
		return m.copyText()
	case keymap.CopyPath:
		return m.copyPath()
	case keymap.External:
		return m.openOutside()
	case keymap.Warnings:
		m.showWarnings()
	case keymap.Command:
		m.openCommandLine()
	case keymap.Help:
		m.openHelp()
	default:
		return m.triageAction(a)
	}
	return nil
}

// openHelp lays the page of keys over the screen.
func (m *Model) openHelp() {
	m.help = newHelp(m.keys, m.where(), m.words)
	m.relayout()
}

// paneAt gives the pane on a side of the one with the keys: of those on the screen, else of those that lie behind, as they would stand
// side by side; at an edge, the same.
func (m *Model) paneAt(right bool) pane {
	by := 1 // from the list's side
	if right == m.rtl {
		by = -1
	}
	onScreen := slices.Clone(m.frame.order)
	if m.rtl {
		slices.Reverse(onScreen)
	}
	for _, order := range [][]pane{onScreen, m.openPanes()} {
		if i := slices.Index(order, m.focus) + by; i >= 0 && i < len(order) {
			return order[i]
		}
	}
	return m.focus
}

// openPanes gives all panes, on the screen or not, from the list's side.
func (m *Model) openPanes() []pane {
	if m.pane.open {
		return []pane{listPane, textPane, entityPane}
	}
	return []pane{listPane, textPane}
}

// paneBehind gives the n-th pane behind the one with the keys, going round.
func (m *Model) paneBehind(n int) pane {
	all := m.openPanes()
	return all[(slices.Index(all, m.focus)+n+len(all))%len(all)]
}

// focusOn gives the keys to a pane. The text shows the selected article by then.
func (m *Model) focusOn(p pane) tea.Cmd {
	if p == textPane {
		cmd := m.openSelected()
		m.focus = textPane
		m.list.touched = m.list.touched || m.list.length() > 0
		m.relayout()
		return tea.Batch(cmd, m.markFound())
	}
	m.focus = p
	m.full = false
	m.reader.keep()
	if p == listPane {
		m.goOn()
	}
	m.relayout()
	return m.follow()
}

// openSelected loads the selected article at once, where the text pane shows another one.
func (m *Model) openSelected() tea.Cmd {
	e, ok := m.list.selected()
	if !ok || m.ownsText() {
		return nil
	}
	return m.want(e)
}

// back goes out one level: a selection, a marked mention, wide reading, the text, the entities, the conditions of the list. It never quits.
func (m *Model) back() tea.Cmd {
	switch {
	case m.focus == entityPane && m.pane.query != "":
		return m.searchNames("")
	case m.focus == entityPane:
		return m.closeEntities()
	case m.focus == listPane && m.ticks.Len() > 0:
		m.ticks = nil
	case m.focus == listPane && m.filter.narrowed():
		return m.widenAll()
	case m.focus == listPane && m.filter.view != viewInbox && m.options.Journal != nil:
		return m.setView(viewInbox)
	case m.focus == textPane && m.reader.selecting():
		m.reader.toggleSelection()
	case m.focus == textPane && m.clearHits():
	case m.focus == textPane && m.reader.mention.End > m.reader.mention.Start:
		m.reader.mention = bidi.Range{}
	case m.focus == textPane && m.full && m.w >= narrow:
		m.full = false
		m.relayout()
	case m.focus == textPane:
		return m.focusOn(listPane)
	}
	return nil
}

// toggleRaw shows the file as it is, or cleaned again, at the same place.
func (m *Model) toggleRaw() tea.Cmd {
	if m.gone() && !m.loading {
		m.notice = m.words.Deleted
		return nil
	}
	m.raw = !m.raw
	m.notice = m.words.Cleaned
	if m.raw {
		m.notice = m.words.RawFile
	}
	doc := m.wanted
	if d := m.reader.document; !m.loading {
		if d == nil {
			return nil
		}
		doc = d.doc
	}
	return m.reload(doc)
}

// reload loads an article that is shown, or on its way, once more; it comes up at the same place.
func (m *Model) reload(doc corpus.Doc) tea.Cmd {
	m.reader.keep()
	e, ok := m.entry(doc)
	if !ok {
		return nil
	}
	return m.load(e)
}
