// Package search is the fuzzy finder, the full-text index and the query language.
//
// Everything is compared in the folded letters of arabic.Fold; an index holds the words of articles as they are written, and what a
// query word may stand for (a clitic before it, an inflection, another spelling, Latin letters) is looked for in its dictionary when the
// query is asked. What is found is given in bytes of the text that was searched.
package search

import (
	"jarida/corpus/entity"
)

// How says by which rule something was found, the surest first.
type How uint8

const (
	Exact     How = iota // spelled as it was asked for
	Folded               // the same but for hamza, alef, teh marbuta, vowel marks, forms of digits and the like
	Clitic               // with و ف ب ك ل س or the article before it
	Prefix               // a word that begins so
	Inflected            // another form of the word
	Near                 // one letter wrong
	Sound                // an Arabic word for one in Latin letters
	Layout               // typed while the keyboard was set to another layout
	Inside               // within a word
	Scattered            // its letters in order, close together
)

// Span is a range in which something was found.
type Span struct {
	Start, End int // bytes of the text that was searched
	How        How
}

// Facts is what a query asks of articles beside their text. Articles are known by number.
type Facts interface {
	// Day gives the first and the last day that the date of an article may be, as days since 1970-01-01; a date without a day or
	// month is a range. ok is false where no date is known.
	Day(doc int32) (first, last int32, ok bool)
	// Mentions reports whether an article mentions one of some days, as days since 1970-01-01.
	Mentions(doc, first, last int32) bool
	// Source gives who published an article: publisher, agency and byline, "" where unknown.
	Source(doc int32) string
	// Section gives the section that an article stood in.
	Section(doc int32) string
	// Entities gives the articles that mention an entity of a type by a name, ascending. known is false where no entity has that name.
	Entities(t entity.Type, name string) (docs []int32, known bool)
	// State gives the articles that are in a state: "unread", "read", "starred", "later", "archived", "inbox" (is:…) or "quote" (has:…).
	// ok is false where that is not known here.
	State(name string) (docs Set, ok bool)
}

// Note says how a word of a query was understood, or may have been meant.
type Note struct {
	Word  string // as typed
	As    string // the Arabic (or Latin) words that it was taken for, as they are written; a query that asks for them; "" where it was left out
	How   How    // Sound or Layout
	Offer bool   // it was not applied: As is a query that may have been meant
}

// Hit is an article that was found.
type Hit struct {
	Doc   int32
	Score float32
	Hows  []How // by which rules, the surest first
}

// Result is what an index answers to a query.
type Result struct {
	Docs  Set    // all that were found
	Total int    // how many these are
	Hits  []Hit  // best first, Request.Limit of them at most
	Notes []Note // how words were understood, and what may have been meant
	Why   string // where nothing was found: what the reason is, in one sentence; a word that no article has, a field that leaves none
	Marks Marks  // finds in a text what this query found

	Reason Reason // what Why says, for a screen in another language
}

// Request is a query with how it is asked.
type Request struct {
	Query   *Query
	Typing  bool  // the last word is still being typed: it stands for the words that begin so
	Limit   int   // how many Hits, 0 for all
	SetOnly bool  // no Hits: none is scored
	NoLatin bool  // Latin letters are looked for as they are
	Today   int32 // days since 1970-01-01, for dates that count from today

	// Newer reports whether an article comes before another of the same score; nil for the lower number first.
	Newer func(a, b int32) bool
}
