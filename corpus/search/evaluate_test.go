package search

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// vocabulary is words none of which is another one with a clitic, some of them in two spellings that fold to one.
var vocabulary = []string{"نجم", "خبز", "خبزنا", "جمل", "رحمة", "رحمه", "قرأ", "قرا", "حق", "CNN"}

// randomCorpus makes a few articles of few words.
func randomCorpus(r *rand.Rand) corpus {
	words := func(n int) string {
		out := make([]string, n)
		for i := range out {
			out[i] = vocabulary[r.IntN(len(vocabulary))]
		}
		return strings.Join(out, " ")
	}
	pick := func(of ...string) string { return of[r.IntN(len(of))] }
	c := make(corpus, 1+r.IntN(12))
	for i := range c {
		c[i] = piece{
			title: words(1 + r.IntN(3)), body: words(r.IntN(6)),
			date:   pick("", "2025", "2026", "2026-01", "2026-02", "2026-01-16", "2026-01-31", "2026-02-01"),
			source: pick("", "رويترز", "وكالة الأنباء", "رويترز\nوكالة"), section: pick("", "رياضة", "الرياضة"),
			names:  pick("", "person:بوتين", "person:بوتين place:موسكو", "place:موسكو"),
			states: pick("", "unread", "read starred", "unread quote"), mentioned: pick("", "2026-01-16", "2025-12-31 2026-02-01"),
		}
	}
	return c
}

// randomNode makes a tree.
func randomNode(r *rand.Rand, depth int) node {
	kind := r.IntN(9)
	if depth == 0 {
		kind = 3 + r.IntN(6)
	}
	switch kind {
	case 0, 1:
		parts := []node{randomNode(r, depth-1), randomNode(r, depth-1)}
		if r.IntN(3) == 0 {
			parts = append(parts, randomNode(r, depth-1))
		}
		if kind == 0 {
			return allOf(parts)
		}
		return anyOf(parts)
	case 2:
		return notNode{randomNode(r, depth-1)}
	case 3:
		return pickNode(r, &nameNode{personField, "بوتين"}, &nameNode{placeField, "موسكو"}, &nameNode{sourceField, "رويترز"}, &nameNode{sectionField, "رياضة"},
			&stateNode{isField, "unread"}, &stateNode{hasField, "quote"})
	case 4:
		dates := []string{"2026", "2026-01", ">2026-01", "<=2026-01-16", "2025..2026-01", "..2026-01-16", "2026-01-20..", "1447-08"}
		w, _ := readWhen(dates[r.IntN(len(dates))])
		w.field = []string{dateField, mentionField}[r.IntN(2)]
		return w
	}
	word := func() string { return vocabulary[r.IntN(len(vocabulary))] }
	t := &termNode{leaf: leaf{text: word(), title: r.IntN(4) == 0}}
	switch r.IntN(5) {
	case 0:
		t.exact = true
	case 1:
		t.text, t.prefix = string([]rune(t.text)[:2]), true
	case 2:
		t.text, t.quoted = t.text+" "+word(), true
	}
	return t
}

func pickNode(r *rand.Rand, of ...node) node { return of[r.IntN(len(of))] }

// fits is the slow, obvious way to tell whether an article fits a clause.
func (c corpus) fits(n node, doc int32) bool {
	switch n := n.(type) {
	case allOf:
		return !slices.ContainsFunc(n, func(part node) bool { return !c.fits(part, doc) })
	case anyOf:
		return slices.ContainsFunc(n, func(part node) bool { return c.fits(part, doc) })
	case notNode:
		return !c.fits(n.node, doc)
	case *termNode:
		return n.stands(c[doc].title) || !n.title && n.stands(c[doc].body)
	case *stateNode:
		return slices.Contains(strings.Fields(c[doc].states), n.value)
	case *nameNode:
		switch n.field {
		case sourceField:
			return strings.Contains(c[doc].source, n.value)
		case sectionField:
			return strings.Contains(c[doc].section, n.value)
		}
		return strings.Contains(c[doc].names, n.field+":"+n.value)
	case *dateNode:
		asked, whole := n.days(today)
		if n.field == mentionField {
			return c.Mentions(doc, asked.first, asked.last)
		}
		first, last, ok := c.Day(doc)
		return ok && asked.fits(first, last, whole)
	}
	return false
}

// stands tells by reading a text word by word whether a term stands in it.
func (t *termNode) stands(text string) bool {
	words, wanted := strings.Fields(text), strings.Fields(t.text)
	for i := range len(words) - len(wanted) + 1 {
		same := true
		for k, w := range wanted {
			word, prefix := words[i+k], t.prefix && k == len(wanted)-1
			if !t.exact {
				word, w = foldedText(word), foldedText(w)
			}
			same = same && (word == w || prefix && strings.HasPrefix(word, w))
		}
		if same {
			return true
		}
	}
	return false
}

// evaluated searches a random corpus for a random query, and sees that each article is found if it fits, and only then.
func evaluated(t *testing.T, seed uint64) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 1))
	c := randomCorpus(r)
	x := c.index(t)
	for range 8 {
		printed := (&Query{root: randomNode(r, 3)}).String()
		q := parsed(t, printed)
		all, err := x.Search(t.Context(), Request{Query: q, Today: today, Newer: newer, NoLatin: true}, c)
		if err != nil {
			t.Fatal(err)
		}
		for doc := range int32(len(c)) {
			if fits := c.fits(q.root, doc); fits != all.Docs.Has(doc) {
				t.Fatalf("%s: found %v, fits %v: %q", printed, !fits, fits, c[doc])
			}
		}
		if (all.Total == 0) != (all.Why != "") || all.Total != len(all.Hits) {
			t.Fatalf("%s: total %d, %d hits, %q", printed, all.Total, len(all.Hits), all.Why)
		}
		limit := 1 + r.IntN(4)
		some, err := x.Search(t.Context(), Request{Query: q, Today: today, Newer: newer, NoLatin: true, Limit: limit}, c)
		if err != nil {
			t.Fatal(err)
		}
		if a, b := fmt.Sprint(some.Hits), fmt.Sprint(all.Hits[:min(limit, len(all.Hits))]); a != b {
			t.Fatalf("%s: the best %d are %v, not %v", printed, limit, a, b)
		}
	}
}

func TestEvaluate(t *testing.T) {
	t.Parallel()
	for seed := range uint64(600) {
		evaluated(t, seed)
	}
}

func FuzzEvaluate(f *testing.F) {
	f.Add(uint64(1))
	f.Fuzz(func(t *testing.T, seed uint64) { evaluated(t, seed) })
}

// TestRanking sees that the heap keeps the best, whatever comes first.
func TestRanking(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		best := ranking{newer: newer, limit: 1 + r.IntN(8)}
		all := ranking{newer: newer}
		for doc := range int32(r.IntN(40)) {
			h := Hit{Doc: doc, Score: float32(r.IntN(6)) / 2}
			best.add(h)
			all.add(h)
		}
		slices.SortFunc(best.hits, best.compare)
		slices.SortFunc(all.hits, all.compare)
		if a, b := fmt.Sprint(best.hits), fmt.Sprint(all.hits[:min(best.limit, len(all.hits))]); a != b {
			t.Fatalf("the best are %s, not %s", a, b)
		}
	}
}
