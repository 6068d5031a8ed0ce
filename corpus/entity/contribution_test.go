package entity

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"jarida/corpus/arabic"
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

// TestContributionsFit bounds the features of a token: the sum of their weights, each of them the largest that there is, has room in a lane. Those
// of words are counted where they are made, of a word that is all that a word can be; each word around the token may be one.
func TestContributionsFit(t *testing.T) {
	long := strings.Repeat("ب", 2*longestAffixed)
	d := describer{normal: []byte(long), stem: []byte(long)}
	w := wordType{kind: arabic.Word, triggers: 1<<triggerBits - 1, licenses: 1<<kindEnd - 1, traits: ofNation}
	d.features(&w, long)
	by := map[uint8]int{}
	for _, k := range d.keys {
		by[k.role]++
	}
	if by[reachBefore] < longestAffixed || by[0] != triggerBits {
		t.Fatalf("features by role: %v", by)
	}
	const (
		codes    = 2 * beside3 // of classes and lists: of the token itself and those beside it
		pairs    = 2
		sentence = codes + pairs + 3 // a chain, alone and in a list, and quotes
	)
	if most := (len(d.keys) + sentence) * -math.MinInt8; most > math.MaxInt16 {
		t.Errorf("the %d features of a token may add up to %d", len(d.keys)+sentence, most)
	}
}
