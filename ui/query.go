package ui

import (
	"strings"

	"jarida/corpus/search"
)

// mistakeText says what is wrong in a query.
func (m *Model) mistakeText(e *search.SyntaxError) string {
	text := filled(m.words.Mistakes[e.Mistake], e.Word, "")
	if e.Meant != "" {
		text += " · " + m.words.DidYouMean + " " + isolated(e.Meant)
	}
	return text
}

// reasonText says why a query finds nothing, "" where there is no reason.
func (m *Model) reasonText(r search.Reason) string {
	if r.Kind == search.NoReason {
		return ""
	}
	return filled(m.words.Reasons[r.Kind-1], r.Clause, r.With)
}

// filled puts what a sentence is about into it.
func filled(sentence, about, with string) string {
	return strings.NewReplacer("{}", isolated(about), "{+}", isolated(with)).Replace(sentence)
}
