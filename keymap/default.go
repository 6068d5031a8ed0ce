package keymap

import "charm.land/bubbles/v2/key"

// Default gives the bindings of the design.
//
// What terminals send for an Arabic keyboard rules the choice of keys. No action hangs on a shifted letter (Shift sends a
// vowel mark or punctuation), nor on Ctrl alone (some terminals send the bare letter): those are second keys of actions
// that have another. None hangs on a, i, m, v, z or b: their letters stand on other keys in other Arabic layouts, i is
// Tab with Ctrl, and b types two letters.
func Default() Map {
	return Map{places: [places]Bindings{InList: list(), InReader: reader(), InHelp: help(), InSheet: sheet()}}
}

// bind makes a binding from what it does, in English, and its keys.
func bind(label string, keys ...string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp("", label))
}

// common is what every place has.
func common() Bindings {
	return Bindings{
		Down:     bind("down", "j", "down"),
		Up:       bind("up", "k", "up"),
		First:    bind("first", "g g", "home"),
		Last:     bind("last", "g e", "end", "G"),
		PageDown: bind("page down", "space", "pgdown", "ctrl+f"),
		PageUp:   bind("page up", "pgup", "ctrl+b"),
		HalfDown: bind("half a page down", "d", "ctrl+d"),
		HalfUp:   bind("half a page up", "ctrl+u"),
		Back:     bind("back out one level", "esc"),
		Help:     bind("help", "?"),
		Quit:     bind("quit", "q", "ctrl+c"),
		Suspend:  bind("suspend", "ctrl+z"),
		Redraw:   bind("redraw the screen", "ctrl+l"),
	}
}

// panes adds to the common bindings what the list and the text beside it share.
func panes() Bindings {
	b := common()
	b[PaneLeft] = bind("pane on the left", "h", "left")
	b[PaneRight] = bind("pane on the right", "l", "right")
	b[PaneNext] = bind("next pane", "tab")
	b[PanePrev] = bind("previous pane", "shift+tab")
	b[Wide] = bind("wide reading", "w")
	b[Raw] = bind("the file as it is, uncleaned", "=")
	b[CopyPath] = bind("copy the path", "g y")
	b[Warnings] = bind("what is wrong in the folder", "g w")
	return b
}

func list() Bindings {
	b := panes()
	b[Open] = bind("open", "enter")
	b[Copy] = bind("copy the title", "y")
	return b
}

func reader() Bindings {
	b := panes()
	b[NextSentence] = bind("next sentence", ")")
	b[PrevSentence] = bind("previous sentence", "(")
	b[Open] = bind("open related stories or another part", "enter")
	b[Select] = bind("select sentences", "t")
	b[Dates] = bind("the dates of the article", "g d")
	b[Copy] = bind("copy the selection or sentence", "y")
	return b
}

func help() Bindings {
	b := common()
	b[Find] = bind("filter", "/")
	return b
}

func sheet() Bindings {
	b := common()
	b[Open] = bind("go there", "enter")
	return b
}
