package search

import "context"

// leaf is a word or a phrase that a query looks for in the text of articles.
type leaf struct {
	text   string // as it is written; what folds to more than one word is a phrase
	exact  bool   // =: each word is spelled as here, without clitics
	prefix bool   // the last word stands for all words that begin so
	near   bool   // ~: also words with one letter wrong, and inflections
	title  bool   // only in titles
	how    How    // Sound or Layout where text stands for something else that was typed, otherwise Exact
}

// words gives the folded words of a leaf. A leaf without any (a mark of punctuation) is not found anywhere.
func (l *leaf) words() [][]byte { return nil }

// found is the articles in which a leaf was found. It is valid until its seeker is closed.
type found struct {
	docs Set // the articles: not to be changed
}

// score gives how good an article is for the leaf: BM25, by the rules by which it was found, titles more. The article is one of docs.
func (f *found) score(doc int32) float32 { return 0 }

// hows gives the rules by which an article of docs was found.
func (f *found) hows(doc int32) howSet { return 0 }

// howSet is a set of rules, a bit for each How.
type howSet uint16

// list gives the rules of a set, the surest first.
func (s howSet) list() []How { return nil }

// seeker finds leaves in an index. It belongs to one goroutine, and keeps its memory for the next query when it is closed.
type seeker struct{ index *Index }

// seeker gives what finds the leaves of one query.
func (x *Index) seeker() *seeker { return &seeker{index: x} }

// close ends what find gave.
func (s *seeker) close() {}

// find looks for a leaf. The error is that of ctx.
func (s *seeker) find(ctx context.Context, l leaf) (*found, error) { return &found{}, ctx.Err() }

// near gives what is to be added to the scores of an article for leaves that stand close to each other in it: 0 for none.
func (s *seeker) near(docs []int32, leaves []*found) []float32 { return make([]float32, len(docs)) }

// all gives the articles of the index. It is not to be changed.
func (x *Index) all() Set { return nil }

// add makes m find what a leaf found, too.
func (m *Marks) add(f *found) {}
