package corpus

import (
	"jarida/corpus/article"
	"jarida/corpus/calendar"
)

// Doc numbers an entry of the corpus: stable over all snapshots of one Corpus. A number belongs to one id, also while its file is
// deleted.
type Doc int32

// Entry is what a list shows of one article.
type Entry struct {
	Doc     Doc
	ID      string // FILE, or FILE#2 … for later parts
	Part    int    // 1 for the main article of a file, 2, 3 … for later parts
	Parent  string // id of the main article, "" for one itself
	Path    string // relative to the folder, as the file system has it: not safe to print
	Title   string // "" until it has been read
	Date    calendar.Date
	Source  string
	Byline  string
	Section string
	Origin  string // who published the text first, where a notice says so
	Words   int
	Problem string // why it cannot be read, or what is odd about it; "" for none
	Failed  bool   // it cannot be read: Problem says why
}

// Progress says how far the reading has come.
type Progress struct {
	Files   int // files listed, some of which may hold several articles
	Read    int // of these, read and parsed (or failed)
	Skipped int // files left out: other types, too large, hidden
	Failed  int
	Bytes   int64 // source text that was read in this run
	Done    bool  // all files that were there have been read, and the order is by the articles' own dates; stays so
}

// Document is an article with its text and blocks.
type Document struct {
	Entry   Entry
	Source  article.Source // of the whole file
	Article article.Article
	Parts   []article.Article // of the whole file; Article is one of them

	listed bool // the file was as it is in the listing
}

// mainEntry is what is known of a file before it is read.
func mainEntry(d Doc, f *file) Entry {
	return Entry{Doc: d, ID: PartID(f.name, 1), Path: f.name, Part: 1}
}

// withFacts gives the entry with what parsing found out.
func (e Entry) withFacts(a *article.Article) Entry {
	e.Title, e.Date = a.Title.Text, a.Date
	e.Source, e.Byline, e.Section, e.Origin, e.Words = a.Source, a.Byline, a.Section, a.Origin.Source, a.Words
	return e
}

// part is the entry of a later part of the file, still without a number.
func (e Entry) part(a *article.Article) Entry {
	return Entry{Doc: -1, ID: PartID(e.Path, a.Part), Parent: e.ID, Path: e.Path, Part: a.Part}.withFacts(a)
}

func (e Entry) failed(problem string) Entry {
	e.Problem, e.Failed = problem, true
	return e
}
