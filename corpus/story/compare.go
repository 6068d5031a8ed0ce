package story

import (
	"cmp"
	"context"
	"slices"

	"jarida/corpus/article"
	"jarida/corpus/entity"
)

// Version is an article that is compared with others.
type Version struct {
	Src     string // the source text
	Article *article.Article
	Names   []Name // of people, places and organisations in it, as far as they are known, in order
}

// Name is where an article names somebody or something.
type Name struct {
	article.Range // source bytes
	Type          entity.Type
	Entity        int32 // which one that is, the same in all versions that are compared; -1 where it is not known
}

// Sentence is a sentence of a version.
type Sentence struct {
	article.Range              // source bytes
	Version       int          // of CompareStory: in which of the others it stands
	Match         int          // index of the sentence of the other side that says the same, -1 for none
	Within        int          // where Match is -1: that of the sentence of the other side that says this among other things, -1 for none
	Same          bool         // it says that in the same words, but for marks
	Differ        []Difference // what it says otherwise than its match, in order
}

// Only reports whether the other side does not have what the sentence says.
func (s *Sentence) Only() bool { return s.Match < 0 && s.Within < 0 }

// Difference is a number or a name that the match of its sentence does not have.
type Difference struct {
	article.Range // source bytes
	Name          bool
}

// Comparison is two sides, sentence by sentence in the order of each: titles first, then the running text without what is repeated. Matches
// are each other's.
type Comparison struct {
	A, B []Sentence
	Cut  bool // a version is so long that its end was left out
}

const (
	// alikeSentences is the share of their words (Dice's coefficient, by rarity) from which two sentences say the same, in other words if need
	// be. Of 53 pairs between 0.30 and 0.42 in a collection of articles on one event, 6 say something else, and half of these are below it.
	alikeSentences = 0.33
	// containedSentence is the share of the words of a sentence that another one has which says it among other things, and leastContained how
	// many it has at least.
	containedSentence = 0.8
	leastContained    = 4
	// mostCompared bounds the running text of a version, in bytes: five times the longest report of a newspaper.
	mostCompared = 256 << 10
	// MostOthers bounds how many versions one is compared with at once.
	MostOthers = 64
)

// Compare aligns the sentences of two versions of a story. Each has one match at most: the most alike find each other first, wherever they
// stand, for who edits a report moves its sentences about. The error is that of ctx.
func Compare(ctx context.Context, a, b Version) (Comparison, error) {
	k := newComparer()
	x, y := k.read(a, 0), k.read(b, 0)
	err := align(ctx, x.list, y.list)
	if err != nil {
		return Comparison{}, err
	}
	if err := contain(ctx, x.list, y.list); err != nil {
		return Comparison{}, err
	}
	if err := contain(ctx, y.list, x.list); err != nil {
		return Comparison{}, err
	}
	for i := range x.list {
		if s := &x.list[i]; s.Match >= 0 {
			k.differ(x, s, y, &y.list[s.Match])
		}
	}
	return Comparison{A: x.sentences(), B: y.sentences(), Cut: x.cut || y.cut}, ctx.Err()
}

// CompareStory compares a version with all others of its story together, 64 at most. The other side has for each sentence of the first the
// one that is most like it, and each of those once that the first lacks, as the earliest of the others has it.
func CompareStory(ctx context.Context, a Version, others []Version) (Comparison, error) {
	k := newComparer()
	x := k.read(a, 0)
	c := Comparison{Cut: x.cut || len(others) > MostOthers}
	best := make([]counterpart, len(x.list))
	var lacking []*told
	pool := newSentenceIndex()
	for v, other := range others[:min(len(others), MostOthers)] {
		y := k.read(other, v)
		c.Cut = c.Cut || y.cut
		if err := x.against(ctx, y, best); err != nil {
			return Comparison{}, err
		}
		for j := range y.list {
			if s := &y.list[j]; s.Only() && !pool.has(s) {
				pool.add(s)
				lacking = append(lacking, s)
			}
		}
	}
	for i := range best {
		p := best[i]
		if p.sentence == nil {
			continue
		}
		s := *p.sentence // it may answer to several
		s.Match = i
		k.differ(x, &x.list[i], p.of, &s)
		lacking = append(lacking, &s)
	}
	c.B = ordered(x.list, lacking)
	c.A = x.sentences()
	return c, ctx.Err()
}

// counterpart is the sentence of another version that is most like one.
type counterpart struct {
	sentence *told
	of       *side
	share    float64
}

// against compares a side with another version, and takes over what is more like its sentences than what was found before.
func (x *side) against(ctx context.Context, y *side, best []counterpart) error {
	for i := range x.list {
		x.list[i].Match, x.list[i].Within = -1, -1
	}
	if err := align(ctx, x.list, y.list); err != nil {
		return err
	}
	if err := contain(ctx, y.list, x.list); err != nil {
		return err
	}
	if err := contain(ctx, x.list, y.list); err != nil {
		return err
	}
	for i := range x.list {
		s := &x.list[i]
		j := max(s.Match, s.Within)
		s.Match, s.Within = -1, -1
		if j < 0 {
			continue
		}
		if share := dice(&y.list[j], s); share > best[i].share {
			best[i] = counterpart{&y.list[j], y, share}
		}
	}
	return nil
}

// ordered puts the other side of a story into the order of its versions, and tells its matches.
func ordered(list []told, others []*told) []Sentence {
	slices.SortStableFunc(others, func(s, t *told) int {
		return cmp.Or(cmp.Compare(s.Version, t.Version), cmp.Compare(s.Start, t.Start))
	})
	sentences := make([]Sentence, len(others))
	for j, s := range others {
		sentences[j] = s.Sentence
		sentences[j].Within = -1
		if s.Match >= 0 {
			list[s.Match].Match = j
		}
	}
	return sentences
}

// comparer compares versions in the same memory.
type comparer struct {
	words   *words
	light   lightStemmer
	amounts entity.AmountFinder
}

func newComparer() *comparer {
	w := newWords()
	return &comparer{words: w, light: newLightStemmer()}
}
