package search

import "fmt"

// Reason says why a query finds nothing.
type Reason struct {
	Kind   ReasonKind
	Clause string // the word, name or clause that it is about, as it stands in a query
	With   string // of Together: the clause that no article has at the same time
}

// ReasonKind is a kind of reason.
type ReasonKind uint8

// The reasons.
const (
	NoReason    ReasonKind = iota // something was found
	NoArticles                    // there are none
	NoWord                        // no article has the word
	NoPhrase                      // articles have all the words of the phrase, but none one behind the other
	NoTitle                       // articles have it in their text, and none in its title
	NoSpelling                    // articles have it, and none spelled so
	NoName                        // no person, place or organisation is called so
	NoMention                     // no article mentions it
	NoSource                      // no article comes from there
	NoSection                     // no article is of the section
	NoDay                         // no article has such a date
	NoState                       // no article is in the state
	NotKnown                      // it is not known here, or not yet
	AllExcluded                   // the clause excludes all articles
	NoneFits                      // no article fits the clauses, which are alternatives
	Together                      // articles fit each of two clauses, and none fits both
)

// reasons are the sentences: %[1]s is Clause, %[2]s is With.
var reasons = [...]string{
	NoArticles:  "there are no articles",
	NoWord:      "no article has the word “%s”",
	NoPhrase:    "no article has the words %s one behind the other",
	NoTitle:     "no title has %s: articles have it in their text",
	NoSpelling:  "no article spells it %s: leave = out to find other spellings",
	NoName:      "nothing is known by the name of “%s”",
	NoMention:   "no article mentions “%s”",
	NoSource:    "no article comes from “%s”",
	NoSection:   "no article is of the section “%s”",
	NoDay:       "no article has the date %s",
	NoState:     "no article fits %s",
	NotKnown:    "what %s asks for is not known here",
	AllExcluded: "%s excludes all articles",
	NoneFits:    "no article fits %s",
	Together:    "articles fit %s, and articles fit %s, but none fits both",
}

// String gives the reason as one sentence.
func (r Reason) String() string {
	switch r.Kind {
	case NoReason:
		return ""
	case NoArticles:
		return reasons[r.Kind]
	case Together:
		return fmt.Sprintf(reasons[r.Kind], r.Clause, r.With)
	default:
		return fmt.Sprintf(reasons[r.Kind], r.Clause)
	}
}
