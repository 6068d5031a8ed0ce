// Package quote finds who said what.
package quote

import (
	"jarida/corpus/article"
	"jarida/corpus/entity"
)

// Kind is how words are given as somebody's.
type Kind uint8

const (
	Direct   Kind = iota // a sentence or more in quotation marks
	Partial              // a few words in quotation marks inside a sentence
	Unmarked             // "وأضاف: …" to the end of the paragraph, without marks
	Headline             // "بوتين: …" in a title
)

// String gives the name of the kind in the output of the commands.
func (k Kind) String() string {
	return [...]string{"direct", "partial", "unmarked", "headline"}[k]
}

// Quote is words that somebody is said to have said or written.
type Quote struct {
	Start, End int // source bytes; quotation marks are inside
	Kind       Kind
	Speaker    Speaker
	Verb       string // the reporting verb, participle or nominal attribution as written; "" without a speaker
	Repeat     bool   // it stands in a block that repeats another
}

// Speaker is who said it: a mention of an entity, or a role that stands for a person. The zero Speaker is nobody: what has no
// reporting verb stays unattributed.
type Speaker struct {
	Known   bool
	Mention int // index in the mentions of the article, -1 where a role speaks
	Role    int // index in its roles, -1 where a mention speaks
}

// Find gives the quotes of an article, in order. mentions and roles are those of the same article. Names in quotation marks are no quotes.
func Find(src string, a article.Article, mentions []entity.Mention, roles []entity.Role) []Quote {
	return nil
}
