package settings

import (
	"jarida/keymap"
	"jarida/ui/term"
)

// Words are the texts of the interface in one language. Where a number or a name belongs to a text, it follows it after a
// space. English and Arabic are in files of their own; a test holds that neither lacks a word.
type Words struct {
	RTL bool // the language runs from right to left

	// The status line.
	Reading         string // … 12/300
	Failed          string // … 3
	Skipped         string // … 3
	Raw             string // a label while the file is shown as it is
	HelpKey         string // which key shows help
	Copied          string
	NothingToCopy   string
	TooLongToCopy   string // … 90/73 KB
	ExportUsage     string // what to write; the form follows
	NothingToExport string
	Exporting       string // … 12
	Exported        string // … 12, and the name of the file
	NotExported     string // … the reason
	Restricted      string // this is not allowed here
	NoPager         string // no pager or editor is set
	NoFile          string // the article is no file on disk
	NotOpened       string // … the reason
	UnsafePath      string // the path has controls in it and is not copied
	Cleaned         string // the article is shown cleaned again
	RawFile         string // the file is shown as it is
	PasteTooLong    string // what was pasted does not fit into a text field
	Changed         string // the file of the open article has changed and was read anew
	Deleted         string // a label while an article is open whose file is gone
	New             string // articles have come; … 3

	// In the linear mode: where the keys go.
	List string // … 12
	Text string

	// What is decided about articles.
	Views       [6]string // inbox, unread, starred, later, archived, all; … 12
	UnreadCount string    // … 8
	EmptyViews  [6]string // why each is empty, and how to leave it
	Acts        [7]string // what was done: to the inbox, later, archived, read, unread, starred, star taken off
	UndoKey     string    // which key takes a decision about many articles back
	Ticked      string    // … 12
	NoArticle   string    // there is none to decide about
	NoStory     string    // the selected one is in no story
	StoriesLate string    // whether it is in one is not known yet
	StoriesOff  string    // it is in one, but the list is not grouped
	AllRead     string    // no article of the list is unread
	OnlyUnread  string    // no other is
	Around      string    // the search for the next unread went on at the other end
	Writing     string    // the program ends when all is written
	Welcome     string    // at the first start

	// What was decided.
	History       string // the heading
	HistoryHint   string // what to press
	NoHistory     string // nothing was
	UndoSteps     string // what Enter undoes: … 3
	RedoSteps     string // what it does again: … 3
	UndoneForGood string // it cannot be done again

	// In place of articles.
	Empty        string // the folder has none
	EmptyArticle string // the file has no text
	TooSmall     string // the terminal has no room

	// In the text.
	RelatedStories  string // the line that they are folded under; … (6)
	FurtherArticles string // that stand behind this one in the file; … (2)
	MainArticle     string // of the file that this part is of

	// Stories.
	StoryReasons string // the heading of why each article is in a story
	Earliest     string // the article is the first of its story
	SameTextAs   string // it has the text of another; that one's number follows
	SameEventAs  string // it tells of the event of another; that one's number follows
	TakenFrom    string // … the newspaper or agency
	SharedWords  string // that two articles have; they follow
	OnThisEvent  string // articles, the open one among them; … 5
	WithThisText string // articles; … 5

	// The dates of an article.
	Dates        string // the heading
	NoDates      string // there are none
	DateUnknown  string // that of the article itself
	ArticleDate  string // beside the date of the article itself, as it stands in the text
	MetadataDate string // the same, from the metadata of the page
	NameDate     string // the same, from the name of the file
	ByWeekday    string // the weekday beside a date is that of another; it follows the other date
	Unsure       string // it may be no date
	Unresolved   string // it is not known which day is meant

	// Entities.
	Names         string    // the first row of the pane: all people, places and organisations
	Types         [5]string // the headings: people, places, organisations, dates, quantities
	OneOf         [5]string // what one of them is
	Spellings     string    // in the details; the spellings follow
	Beside        string    // in the details: which entities occur in the same articles; they follow
	InArticles    string    // … 3
	InMentions    string    // … 12
	Doubtful      string    // a label beside an entity that is one perhaps
	Hidden        string    // a label beside one that the reader has hidden
	AllShown      string    // doubtful and hidden ones are shown, too
	SureShown     string    // they no longer are
	NotYet        string    // entities have not been looked for yet
	NoEntities    string    // there are none
	NoMentions    string    // no entity is mentioned
	LastMention   string    // there is none behind it or before it
	Mention       string    // in the status line; … 3/12
	Marked        string    // the entities are marked in the text
	Unmarked      string    // they no longer are
	NoneLeft      string    // no article fulfils the conditions
	NoConditions  string    // there is none to take off
	Looking       string    // … 12/300 while quotes or mentions are looked for
	Mentions      string    // the heading of mentions in context; the name follows
	ChooseFirst   string    // an action needs an entity under the cursor
	TickTwo       string    // a merge needs two ticked entities
	Merged        string
	SplitOff      string
	Renamed       string
	HiddenNow     string // the entity is hidden
	ShownAgain    string
	NothingToUndo string
	NothingToRedo string
	NamesOnly     string    // a key for people, places and organisations on a date or quantity
	Undone        string    // … what
	Redone        string    // … what
	Decisions     [5]string // what is undone and redone: a merge, a split, a name, hiding, showing; the names follow
	NotKept       string    // a correction could not be written; the reason follows
	NoJournal     string    // there is no place to keep decisions
	OtherType     string    // a merge needs entities of one type
	SplitHint     string    // what to press on the page of spellings
	OneSpelling   string    // there is nothing to split off
	NewName       string    // the prompt of a text field
	FilterNames   string    // the prompt of another
	FolderOnly    string    // only the entities of the folder can be filtered

	// Quotes.
	QuotesBySpeaker string // the heading
	QuotesByTime    string
	NoQuotes        string
	Nobody          string // in place of an unknown speaker
	QuotesHint      string // what to press

	// The digest.
	Digest         string // the heading of the page
	Articles       string // … 12
	SinceVisit     string // what is new since the last visit; … 12 and its time follow
	NewestDays     string // what the newest days brought; … 12 and these days follow
	LargestStories string // the headings
	NewNames       string
	MostNamed      string
	MostQuoted     string

	// Two articles side by side.
	InBoth       string // … 22: sentences
	Differing    string // … 3: of these
	OnlyFirst    string // … 5: sentences that only the first article has
	OnlySecond   string // … 9
	RestOfStory  string // … 4: articles
	ComparePart  string // their ends are left out
	CompareHint  string // what to press
	CompareTwo   string // more or fewer articles than two are ticked
	StandsAlone  string // the article is in none; how two are compared
	NoOther      string // the story has no further version
	NoDifference string // none follows

	// The folder by day.
	Timeline      string    // the heading; the number of days follows
	MentionedDays string    // the heading of the days that the texts mention
	TimelineHint  string    // what to press
	NoDays        string    // nothing is dated
	Undated       string    // … 12
	DaysBetween   string    // days without articles: … 12
	PublishedOn   string    // … 12
	MentionedBy   string    // … 3
	Weekdays      [7]string // Sunday first

	// What is wrong in the folder.
	Warnings     string // the heading
	WarningCount string // … 3
	WarningsKey  string // which key lists them
	NoWarnings   string

	SheetHint string // what to press on a page of dates or warnings

	// The command line.
	NoCommand   string // there is no command of a name; it follows
	Nearest     string // the command whose name is nearest; it follows
	NothingMore string // nothing may follow a command; its name follows
	OneOfThese  string // what may follow a command; the values follow

	// Finding.
	FindInText      string     // the prompt of the text field in the article
	NotFound        string     // nothing of what was looked for
	NothingSought   string     // there is nothing to go on with
	FromTheTop      string     // behind the last hit came the first
	FromTheEnd      string     // before the first hit came the last
	Find            string     // the prompt of the finder; what is looked for may follow
	FinderHint      string     // what the finder finds, while nothing is typed
	FinderKeys      string     // what to press in the finder
	NothingFound    string     // the finder has nothing
	AllArticles     string     // the row that lists all articles with the words; … 12
	LeftOut         string     // before a word of a query that was left out
	Meant           string     // before a query that may have been meant
	Searched        string     // … 12/300 while the full text is being indexed, or days are being looked for
	Kinds           [8]string  // what the finder finds: an article, an entity, a heading, a source, a section, a saved search, a command, words of a text
	Hows            [7]string  // why something was found: folded, with a clitic, inflected, a letter wrong, by sound, by another layout, scattered
	Mistakes        [11]string // in a query, by search.Mistake; {} is the word that it is about
	SearchList      string     // the prompt of the text field above which the list narrows
	NameNeeded      string     // a command needs the name of a search
	NothingToSave   string     // the list is not searched for anything
	SearchSaved     string     // … its name
	SearchForgotten string     // … its name
	SavedSearch     string     // what is undone: a search was saved or forgotten; its name follows
	DidYouMean      string     // behind a mistake; a field or value follows
	Reasons         [15]string // why a query finds nothing, by search.ReasonKind behind NoReason; {} is the clause that it is about, {+} a second one

	// Help.
	HelpTitle string
	HelpHint  string // what to press in help
	NoMatch   string // no key fits the filter

	// The report of what the terminal does with right-to-left text.
	Terminal   string // its name
	Mode       string // how it is written to
	Because    string // what decided it
	Known      string // what is known of the terminal
	Advice     string
	VowelMarks string
	Kept       string // vowel marks are drawn right
	Stripped   string // and here they are not
	Asked      string // the heading of questions and answers
	NoAnswer   string
	SampleHint string // how to choose by the samples; what to look for in each follows
	HoldHint   string // what the page of samples waits for
	SaveHint   string // how to keep a mode; the command follows
	Saved      string // the mode is kept; the file's name follows

	phrases []phrase // what Report knows; none where the language is that of the reports

	commands    map[string]string // the Arabic names of commands, in either language
	values      map[string]string // and of the values of settings
	commandHelp map[string]string

	actions   map[keymap.Action]string
	reasons   map[term.Reason]string
	modes     map[term.Mode]string
	questions map[term.Question]string
	samples   map[term.SampleName]string
	advice    map[term.Advice]string
}

// WordsFor gives the words of a language, English for one that there are none of.
func WordsFor(lang string) *Words {
	if lang == Arabic {
		return arabicWords()
	}
	return englishWords()
}

// Comma separates names.
func (w *Words) Comma() string {
	if w.RTL {
		return "، "
	}
	return ", "
}

// Action says what a key does, for help and for the status line.
func (w *Words) Action(a keymap.Action) string { return w.actions[a] }

// Reason says what decided the mode of the terminal.
func (w *Words) Reason(r term.Reason) string { return w.reasons[r] }

// ModeMeaning says what a mode is for.
func (w *Words) ModeMeaning(m term.Mode) string { return w.modes[m] }

// Question says what the terminal was asked.
func (w *Words) Question(q term.Question) string { return w.questions[q] }

// Sample says what to look at in a sample line.
func (w *Words) Sample(s term.SampleName) string { return w.samples[s] }

// Advised says what the reader can change in his terminal, "" where there is nothing.
func (w *Words) Advised(a term.Advice) string { return w.advice[a] }
