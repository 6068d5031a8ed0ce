package entity

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestContributionsAdd adds rows of weights in their lanes, and each score by itself.
func TestContributionsAdd(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 1000 {
		var sum contribution
		var want emission
		for range 1 + r.IntN(math.MaxInt16/(math.MaxInt8+1)-1) {
			var weights [tagCount]int8
			for k := range weights {
				weights[k] = int8(r.UintN(256))
				if r.IntN(8) == 0 {
					weights[k] = [...]int8{math.MinInt8, -1, 0, math.MaxInt8}[r.IntN(4)]
				}
				want[k] += int32(weights[k])
			}
			row := packWeights(&weights).row()
			sum.add(&row)
		}
		var got emission
		if sum.scores(&got); got != want {
			t.Fatalf("got %v, want %v", got, want)
		}
	}
}

// TestContributionsFit bounds the features of a token: the sum of their weights, each of them the largest that there is, has room in a lane.
func TestContributionsFit(t *testing.T) {
	const (
		affixes  = 2*4 + longestAffixed - 2 // of the word itself
		licenses = 2 * int(kindEnd)         // of the two words before
		words    = 7 + triggerBits          // of each word: itself, stem, shape, ending, how common it is, alone and in names, a nation
		sentence = 3 + 3 + 2 + 2 + 1        // triples of classes, entries of lists, chains, pairs, quotes
	)
	if most := (affixes + licenses + roles*words + sentence) * -math.MinInt8; most > math.MaxInt16 {
		t.Errorf("the features of a token may add up to %d", most)
	}
}
