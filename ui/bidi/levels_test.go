package bidi

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// general resolves the paragraph that has been read by the rules for explicit formatting, whether it has any or not.
func (p *paragraph) general(o Options) []uint8 {
	p.base = p.baseLevel(o.Base)
	p.levels = make([]uint8, p.n)
	p.classes = make([]class, p.n)
	for i := range p.classes {
		p.classes[i] = p.units[i].props.class()
	}
	for _, t := range p.tokens {
		fill(p.classes[t.from:t.to], clON)
	}
	p.resolveExplicit()
	return p.levels
}

// checkPaths compares the short ways through resolve with the long one.
func checkPaths(p *paragraph, text string, o Options) error {
	p.read(text, o)
	p.resolve(o)
	short := slices.Clone(p.levels)
	if long := p.general(o); !slices.Equal(short, long) {
		return fmt.Errorf("%+q base %d: levels %d, by the general rules %d", text, o.Base, short, long)
	}
	return nil
}

// Every text of up to six characters of these.
func TestShortPathsExhaustively(t *testing.T) {
	letters := []string{"a", "ب", "1", "٣", ",", "!", " ", "(", ")"}
	if testing.Short() {
		letters = letters[:6]
	}
	var p paragraph
	index := make([]int, 6)
	for {
		var b strings.Builder
		for _, i := range index {
			if i > 0 {
				b.WriteString(letters[i-1])
			}
		}
		for _, base := range []Direction{LTR, RTL} {
			if err := checkPaths(&p, b.String(), Options{Base: base}); err != nil {
				t.Fatal(err)
			}
		}
		k := 0
		for k < len(index) && index[k] == len(letters) {
			index[k] = 1 // 0, nothing, only comes first: each text once
			k++
		}
		if k == len(index) {
			return
		}
		index[k]++
	}
}

func TestShortPathsRandomly(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 8))
	var p paragraph
	for range 50_000 {
		if err := checkPaths(&p, randomText(rnd), randomOptions(rnd)); err != nil {
			t.Fatal(err)
		}
	}
}

// A token is ordered as if it stood between LRI and PDI.
func TestTokensAreIsolates(t *testing.T) {
	tokens := []string{"http://a.b/c/", "x@y.z", "+961 1 234", "c++", "#go", "a_b", "~/x"}
	around := []string{"ب", "abc", " ", "12", "(", ")", ".", "-", "٣", "«", "»", "%", ",", "ת", "\u2067", "\u2068", "\u2069"}
	rnd := rand.New(rand.NewPCG(9, 10))
	for range 20_000 {
		var plain, isolated strings.Builder
		for range rnd.IntN(8) {
			if rnd.IntN(3) == 0 {
				token := tokens[rnd.IntN(len(tokens))]
				if token[0] == '+' {
					token += " 567"
				}
				space := []string{" ", "…", "ب", "٣", "é"}[rnd.IntN(5)]
				fmt.Fprintf(&plain, "%s%s…", space, token)
				fmt.Fprintf(&isolated, "%s\u2066%s\u2069…", space, token)
				continue
			}
			s := around[rnd.IntN(len(around))] + " "
			plain.WriteString(s)
			isolated.WriteString(s)
		}
		base := Direction(1 + rnd.IntN(2))
		got := visual(&Layout(plain.String(), 0, Options{Base: base})[0])
		want := visual(&Layout(isolated.String(), 0, Options{Base: base, PlainTokens: true})[0])
		if got != want {
			t.Fatalf("%+q, base %d: %+q, want %+q", plain.String(), base, got, want)
		}
	}
}
