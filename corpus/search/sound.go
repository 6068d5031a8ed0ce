package search

import (
	"bytes"
	"cmp"
	"math"
	"slices"

	"jarida/corpus/arabic"
)

// A Latin word is compared with the words of a lexicon in two steps. Its consonants give some skeletons, sequences of classes of Arabic
// consonants that sound alike; a word that has none of these is passed over, which leaves one of some hundred. For these the cheapest
// alignment of Latin with Arabic letters is computed, by soundRules.

const (
	// soundMost is how much a reading may cost a letter. Of words that mean something else, none of the 500 commonest costs so little.
	soundMost = 0.13
	// sureSkeleton is how many consonants a reading must have to be applied by itself: gaza sounds like الغاز, and like ten others.
	sureSkeleton = 2
	// soundCost is what a reading costs, as much as an unsure alias; shortCost what it costs more with two consonants or one, for then a common
	// word is near whatever is typed.
	soundCost = unsureAlias
	shortCost = 0.03
	// perDoubling is what a word gains each time that twice as many articles have it.
	perDoubling = 0.03
	// nameBonus is what a word gains that is in the name of a person, place or organisation.
	nameBonus = 0.1
	// mostSkeletons bounds the skeletons of a word, each of which has skeletonLen consonants at most.
	mostSkeletons = 512
	skeletonLen   = 12
	mostSteps     = 4000 // in making them: a word of many consonants has none in the end
)

// sound is a word that sounds like what was typed.
type sound struct {
	word []byte
	cost float32 // of the best soundCost, of the others how much worse they are more
	sure bool
}

// soundsLike gives the words of a lexicon that sound like a Latin one, the best first.
func soundsLike(latin []byte, lex Lexicon) []sound {
	if len(latin) > longestSound {
		return nil
	}
	c := newComparison(latin)
	if len(c.skeletons) == 0 {
		return nil
	}
	namer, _ := lex.(Namer)
	var found []sound
	for word := range sounding(lex, c.skeletons) {
		cost := c.cost(word)
		if cost > soundMost*float32(len(latin)) {
			continue
		}
		articles := lex.Known(word)
		if articles == 0 {
			continue
		}
		rated := cost - perDoubling*float32(math.Log2(float64(articles)+1))
		if namer != nil && namer.Named(word) {
			rated -= nameBonus
		}
		found = append(found, sound{word: bytes.Clone(word), cost: rated, sure: c.consonants >= sureSkeleton})
	}
	slices.SortFunc(found, func(a, b sound) int { return cmp.Or(cmp.Compare(a.cost, b.cost), bytes.Compare(a.word, b.word)) })
	base := float32(soundCost)
	if c.consonants <= sureSkeleton {
		base += shortCost
	}
	for i := len(found) - 1; i >= 0; i-- {
		if found[i].cost -= found[0].cost; found[i].cost > nearBest || i >= mostReadings {
			found = found[:i]
			continue
		}
		found[i].cost += base
	}
	return found
}

// comparison compares one Latin word with Arabic ones.
type comparison struct {
	latin      []byte
	rules      [][]letterRule // by place in latin: what may stand there
	skeletons  []uint64       // sorted
	consonants int            // of the shortest skeleton
	row        [longestSound + 1][maxSound + 1]float32
}

// maxSound is the length of the longest Arabic word that is compared: two letters for each of the shorter names.
const maxSound = 24

// letterRule is a rule with folded letters, for a place in a word.
type letterRule struct {
	latin  int // how many letters
	arabic []byte
	cost   float32
}

func newComparison(latin []byte) *comparison {
	c := &comparison{latin: latin, rules: make([][]letterRule, len(latin)), consonants: skeletonLen}
	for i := range latin {
		for _, r := range &soundRules {
			if bytes.HasPrefix(latin[i:], []byte(r.latin)) {
				c.rules[i] = append(c.rules[i], letterRule{latin: len(r.latin), arabic: arabic.AppendFold(nil, r.arabic), cost: r.cost})
			}
		}
	}
	seen := map[skeletonAt]bool{}
	c.expand(skeletonAt{}, seen)
	slices.Sort(c.skeletons)
	c.skeletons = slices.Compact(c.skeletons)
	return c
}

// skeletonAt is a skeleton that is being made: what the first letters of the Latin word give.
type skeletonAt struct {
	i, consonants int
	skeleton      uint64
}

// expand adds the skeletons that go on from one.
func (c *comparison) expand(at skeletonAt, seen map[skeletonAt]bool) {
	if seen[at] || len(seen) >= mostSteps || len(c.skeletons) >= mostSkeletons || at.consonants > skeletonLen {
		return
	}
	seen[at] = true
	if at.i == len(c.latin) {
		if at.consonants > 0 {
			c.skeletons = append(c.skeletons, at.skeleton)
			c.consonants = min(c.consonants, at.consonants)
		}
		return
	}
	for _, r := range c.rules[at.i] {
		next := skeletonAt{i: at.i + r.latin, consonants: at.consonants, skeleton: at.skeleton}
		for _, letter := range r.arabic {
			next.add(letter)
		}
		c.expand(next, seen)
	}
	if c.dropped(at.i) < wrongLetter {
		at.i++
		c.expand(at, seen)
	}
}

// dropped gives what it costs that a Latin letter is not written.
func (c *comparison) dropped(i int) float32 {
	l := c.latin[i]
	if i > 0 && c.latin[i-1] == l {
		return dropDouble
	}
	switch l {
	case 'e':
		if i == len(c.latin)-1 {
			return dropFinalE
		}
		return dropVowel
	case 'a', 'i', 'o', 'u', 'y':
		return dropVowel
	case 'h':
		return dropH
	case 'w':
		return dropW
	case '2', '3':
		return dropVowel
	}
	return wrongLetter
}

// added gives what it costs that an Arabic word has a letter that is not in Latin.
func added(word []byte, j, latin int) float32 {
	switch letter := word[j]; letter {
	case alef, waw, yeh:
		if j == 0 && letter == alef && latin == 0 {
			return beginVowel
		}
		return addLong
	case ain, hamza:
		return addAin
	case heh:
		if j == len(word)-1 {
			return addFinalHeh
		}
	}
	return wrongLetter
}

// cost gives what the cheapest alignment of the Latin word with an Arabic one costs.
func (c *comparison) cost(word []byte) float32 {
	row := &c.row
	for i := range len(c.latin) + 1 {
		for j := range len(word) + 1 {
			row[i][j] = math.MaxFloat32
		}
	}
	row[0][0] = 0
	if len(word) > 4 && hasArticle(word) {
		row[0][2] = addArticle
	}
	for i := range len(c.latin) + 1 {
		for j := range len(word) + 1 {
			at := row[i][j]
			if at == math.MaxFloat32 {
				continue
			}
			if j < len(word) {
				row[i][j+1] = min(row[i][j+1], at+added(word, j, i))
			}
			if i == len(c.latin) {
				continue
			}
			row[i+1][j] = min(row[i+1][j], at+c.dropped(i))
			for _, r := range c.rules[i] {
				if bytes.HasPrefix(word[j:], r.arabic) {
					to := &row[i+r.latin][j+len(r.arabic)]
					*to = min(*to, at+r.cost)
				}
			}
		}
	}
	return row[len(c.latin)][len(word)]
}
