package search

import "fmt"

// SyntaxError is a mistake in a query.
type SyntaxError struct {
	Start, End int     // bytes of the query: where a caret belongs
	Mistake    Mistake // which one it is, for a screen in another language
	Word       string  // what stands there: the field, value, date or sign that it is about
	Meant      string  // the field or value that may be meant, "" where none is near
	Message    string  // one sentence that says what to write
}

func (e *SyntaxError) Error() string { return e.Message }

// Mistake is a kind of mistake in a query.
type Mistake uint8

// The mistakes.
const (
	UnclosedQuote  Mistake = iota // Word is the mark that closes it
	UnclosedGroup                 // a parenthesis is opened and not closed
	UnopenedGroup                 // a parenthesis is closed that was not opened
	UnknownField                  // Word is the field, Meant one that is near
	UnknownValue                  // Word is the field, Meant a value that is near
	MissingValue                  // Word is the field that nothing stands behind
	PlainValue                    // = ~ or * stands at the value of the field Word, which takes none of them
	UnreadableDate                // Word is what stands behind date:
	LoneOperator                  // Word is OR, AND or NOT, which lacks its words
	Misplaced                     // Word is the sign - = ~ or * in a place where it means nothing
	TooDeep                       // too many parentheses within each other
)

// mistakes are the sentences, for where no other field or value may be meant: %s is Word.
var mistakes = [...]string{
	UnclosedQuote: "this quotation is not closed: put %s behind it",
	UnclosedGroup: "this parenthesis is not closed: put ) behind what belongs to it",
	UnopenedGroup: "this parenthesis closes none: leave it out, or put ( before what belongs to it",
	UnknownField: "there is no field %s: put a space behind the colon to look for the word, or write one of " +
		"title: person: place: org: source: section: date: is: has:",
	UnknownValue: "%s: has no such value: write one of %s",
	MissingValue: "nothing stands behind %s: — write what it has to be",
	PlainValue:   "%s: takes a name as it is: leave = ~ and * out",
	UnreadableDate: "%s is no date that can be read: write it as 2026-01-16, 2026-01, 1447-07, >2026-01-10, 2026-01..2026-03, 7d, " +
		"or in words in quotation marks",
	LoneOperator: "%s needs words on both sides: put it into quotation marks to look for the word itself",
	Misplaced:    "%s means nothing here: it stands right before one word or quotation",
	TooDeep:      "there are too many parentheses within each other: leave some out",
}

// mistake makes the error of a mistake.
func mistake(m Mistake, start, end int, word, meant string) *SyntaxError {
	e := &SyntaxError{Start: start, End: end, Mistake: m, Word: word, Meant: meant}
	switch {
	case m == UnknownField && meant != "":
		e.Message = fmt.Sprintf("there is no field %s: did you mean %s:?", word, meant)
	case m == UnknownValue && meant != "":
		e.Message = fmt.Sprintf("%s: has no such value: did you mean %s:%s?", word, word, meant)
	case m == UnknownValue:
		e.Message = fmt.Sprintf(mistakes[m], word, findField(word).valueNames())
	case m == Misplaced && word == "*":
		e.Message = "* means nothing here: it stands right behind a word"
	case m == Misplaced && word == "-":
		e.Message = "- means nothing here: it stands before the whole clause, as in -title:word"
	case m == LoneOperator && word == "NOT":
		e.Message = "NOT needs a word behind it: put it into quotation marks to look for the word itself"
	case m == UnclosedGroup, m == UnopenedGroup, m == TooDeep:
		e.Message = mistakes[m]
	default:
		e.Message = fmt.Sprintf(mistakes[m], word)
	}
	return e
}
