package keymap

import "charm.land/bubbles/v2/key"

// Default gives the bindings of the design.
//
// What terminals send for an Arabic keyboard rules the choice of keys. No action hangs on a shifted letter (Shift sends a
// vowel mark or punctuation), nor on Ctrl alone (some terminals send the bare letter): those are second keys of actions
// that have another. None hangs on a, i, m, v, z or b: their letters stand on other keys in other Arabic layouts, i is
// Tab with Ctrl, and b types two letters.
func Default() Map {
	return Map{places: [places]Bindings{
		InList: list(), InReader: reader(), InEntities: entities(), InHelp: help(), InSheet: sheet(), InQuotes: quotes(), InCompare: compare(),
		InTimeline: days(),
	}}
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
		HalfUp:   bind("half a page up", "g k", "ctrl+u"),
		Back:     bind("back out one level", "esc"),
		Help:     bind("help", "?"),
		Quit:     bind("quit", "q", "ctrl+c"),
		Suspend:  bind("suspend", "ctrl+z"),
		Redraw:   bind("redraw the screen", "ctrl+l"),
	}
}

// panes adds to the common bindings what the panes beside each other share.
func panes() Bindings {
	b := common()
	b[PaneLeft] = bind("pane on the left", "h", "left")
	b[PaneRight] = bind("pane on the right", "l", "right")
	b[PaneNext] = bind("next pane", "tab")
	b[PanePrev] = bind("previous pane", "shift+tab")
	b[Wide] = bind("wide reading", "w")
	b[Entities] = bind("entities", "e")
	b[MarkNames] = bind("mark the entities in the text", "g m")
	b[Quotes] = bind("quotes", "g q")
	b[Digest] = bind("what is new in the folder", "g f")
	b[Timeline] = bind("the folder by day", "g t")
	b[CopyPath] = bind("copy the path", "g y")
	b[Warnings] = bind("what is wrong in the folder", "g w")
	b[Finder] = bind("find anything by its name", "f")
	b[Command] = bind("command line", ":")
	b[ViewInbox] = bind("the inbox", "1")
	b[ViewUnread] = bind("unread articles", "2")
	b[ViewStarred] = bind("starred articles", "3")
	b[ViewLater] = bind("articles for later", "4")
	b[ViewArchived] = bind("archived articles", "5")
	b[ViewAll] = bind("all articles", "6")
	b[Undo] = bind("undo", "u")
	b[DoAgain] = bind("redo", "g u", "ctrl+r")
	return b
}

// decide adds the keys that decide about articles, in the list and in the text.
func decide(b *Bindings) {
	b[ToggleRead] = bind("read or unread", "r")
	b[Star] = bind("star, or no longer", "s")
	b[Postpone] = bind("for later, or back to the inbox", "p")
	b[Archive] = bind("archive, or back to the inbox", "x")
	b[External] = bind("open in the pager or editor", "o")
}

func list() Bindings {
	b := panes()
	b[Open] = bind("open", "enter")
	b[Raw] = bind("the file as it is, uncleaned", "=")
	b[Widen] = bind("take the last condition off", "backspace")
	b[Copy] = bind("copy the title", "y")
	b[Find] = bind("filter", "/")
	b[Story] = bind("open or close the story", "-", "g s")
	b[StoryReasons] = bind("why articles are in the story", "g c")
	b[Tick] = bind("tick", "t")
	b[TickRange] = bind("tick from the last tick to here", "g r")
	b[TickAll] = bind("tick all that are shown", "g a")
	b[NextUnread] = bind("next unread article", "]")
	b[PrevUnread] = bind("previous unread article", "[")
	b[Compare] = bind("compare with another of its story, or the ticked two", "c")
	decide(&b)
	return b
}

func reader() Bindings {
	b := panes()
	b[NextSentence] = bind("next sentence", ")")
	b[PrevSentence] = bind("previous sentence", "(")
	b[Open] = bind("open related stories or another part", "enter")
	b[Raw] = bind("the file as it is, uncleaned", "=")
	b[NextMention] = bind("next mention", "]")
	b[PrevMention] = bind("previous mention", "[")
	b[Select] = bind("select sentences", "t")
	b[StoryReasons] = bind("why articles are in the story", "g c")
	b[Dates] = bind("the dates of the article", "g d")
	b[Copy] = bind("copy the selection or sentence", "y")
	b[Find] = bind("find in the article", "/")
	b[NextHit] = bind("next hit", "n")
	b[PrevHit] = bind("previous hit", "g n", "N")
	b[Compare] = bind("compare with another of its story", "c")
	decide(&b)
	return b
}

// entities are the keys of the pane of entities. What is decided there has the keys that decide about articles in a list: t ticks,
// x takes out of sight, u takes back.
func entities() Bindings {
	b := panes()
	b[Find] = bind("filter by name", "/")
	b[Include] = bind("only articles that mention it", "enter")
	b[Exclude] = bind("no articles that mention it", "-")
	b[Widen] = bind("take the last condition off", "backspace")
	b[NextMention] = bind("next mention", "]")
	b[PrevMention] = bind("previous mention", "[")
	b[NextGroup] = bind("next type", ")")
	b[PrevGroup] = bind("previous type", "(")
	b[Context] = bind("mentions in context", "g c")
	b[ShowAll] = bind("doubtful and hidden ones, too", "=")
	b[Tick] = bind("tick", "t")
	b[Merge] = bind("the ticked are one", "p")
	b[Split] = bind("a spelling is an entity of its own", "s")
	b[Rename] = bind("rename", "r")
	b[Hide] = bind("hide, or show again", "x")
	b[Copy] = bind("copy the name", "y")
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

func quotes() Bindings {
	b := sheet()
	b[Arrange] = bind("by speaker or by time", "s")
	return b
}

// days are the keys of the folder by day.
func days() Bindings {
	b := sheet()
	b[OtherDays] = bind("days of publication or days mentioned", "tab", "s")
	return b
}

// compare are the keys of two articles side by side.
func compare() Bindings {
	b := sheet()
	b[NextDiff] = bind("next difference", "n")
	b[PrevDiff] = bind("previous difference", "g n", "N")
	b[PaneLeft] = bind("article on the left", "h", "left")
	b[PaneRight] = bind("article on the right", "l", "right")
	b[PaneNext] = bind("the other article", "tab")
	b[NextVersion] = bind("next version", "]")
	b[PrevVersion] = bind("previous version", "[")
	b[WholeStory] = bind("the rest of the story, or one version", "s")
	b[Copy] = bind("copy the sentence", "y")
	return b
}
