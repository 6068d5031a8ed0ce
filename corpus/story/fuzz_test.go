package story

import (
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// FuzzStories holds that nothing that an article may hold makes its stories other than they are from scratch.
func FuzzStories(f *testing.F) {
	f.Add(fire, fireElsewhere, "2026-03-03")
	f.Add(football, "\x00\xff12 12", "")
	f.Add("", "1\n2\n3", "2026-13-40")
	w := newWords()
	f.Fuzz(func(t *testing.T, x, y, date string) {
		x, y = strings.ToValidUTF8(x, "\ufffd"), strings.ToValidUTF8(y, "\ufffd")
		b := newBuilder(w, nil)
		r := b.Reader()
		texts := []*Text{read(r, 0, x, date), read(r, 1, y, "2026-03-03"), read(r, 2, fire, ""), read(r, 3, x+" "+y, "2026-03-04")}
		for _, text := range texts {
			b.Add(text)
		}
		want := b.Stories()
		for _, i := range []int32{3, 0} {
			b.Remove(i)
			b.Add(texts[i])
		}
		if got := b.Stories(); describe(got) != describe(want) {
			t.Errorf("stories are %s, then %s", describe(want), describe(got))
		}
		for _, a := range texts {
			for _, c := range texts {
				p, ok := want.Pair(a.doc, c.doc)
				if ok != (min(a.words, c.words) >= leastText) || p.Containment < 0 || p.Containment > 1 || p.Lead < 0 || p.Lead > 1 || p.Event != p.Event {
					t.Errorf("%d and %d: %+v", a.doc, c.doc, p)
				}
			}
		}
	})
}

// FuzzPairs holds what the comparison of two articles gives, whatever they say: the same either way, the same of an article that is read again,
// one text of two copies; and that the stories are those of the pairs, without chains, in whatever order the articles come and go.
func FuzzPairs(f *testing.F) {
	f.Add(fire, fireElsewhere, int64(3))
	f.Add(football, "الأحد 12 \u200f٣٤ الأحد", int64(-1))
	f.Add("1 2 3 4 5 6 7 8 9", "\u0640\u064b", int64(1)<<40)
	w := newWords()
	f.Fuzz(func(t *testing.T, x, y string, seed int64) {
		x, y = strings.ToValidUTF8(x, "\ufffd"), strings.ToValidUTF8(y, "\ufffd")
		rng := rand.New(rand.NewSource(seed))
		b := newBuilder(w, nil)
		r := b.Reader()
		texts := make([]*Text, 0, 12)
		for i, text := range mixed(rng, x, y, fire, fireElsewhere) {
			date := ""
			if rng.Intn(5) > 0 {
				date = fmt.Sprintf("2026-03-%02d", 1+rng.Intn(6))
			}
			texts = append(texts, read(r, int32(i), text, date))
			if again := read(r, int32(i), text, date); !reflect.DeepEqual(again, texts[i]) {
				t.Fatalf("article %d is read as %+v and %+v", i, texts[i], again)
			}
		}
		for i, a := range texts {
			checkPairs(t, a, texts[i:])
		}
		for _, i := range rng.Perm(len(texts)) {
			b.Add(texts[i])
		}
		want := b.Stories()
		checkChains(t, want, texts)
		for _, i := range rng.Perm(len(texts)) {
			b.Remove(int32(i))
			b.Stories()
			b.Add(texts[i])
		}
		if got := b.Stories(); describe(got) != describe(want) {
			t.Errorf("stories are %s, then %s", describe(want), describe(got))
		}
		for i := range texts {
			b.Remove(int32(i))
		}
		if s := b.Stories(); s.Len() != 0 || len(b.order) != 0 || b.keys.used != 0 || b.sketches.used != 0 {
			t.Errorf("of no articles %s, %d keys and %d sketches are left", describe(s), b.keys.used, b.sketches.used)
		}
	})
}

// mixed makes articles out of the words of some.
func mixed(rng *rand.Rand, texts ...string) []string {
	list := slices.Clone(texts)
	for range 3 {
		words := strings.Fields(texts[rng.Intn(len(texts))] + " " + texts[rng.Intn(len(texts))])
		from := rng.Intn(len(words)/2 + 1)
		list = append(list, strings.Join(words[from:], " "))
	}
	return list
}

// checkPairs holds what an article and each of others have in common.
func checkPairs(t *testing.T, a *Text, texts []*Text) {
	t.Helper()
	for _, c := range texts {
		p, q := pairOf(a, c), pairOf(c, a)
		if !reflect.DeepEqual(p, q) {
			t.Fatalf("%+v, but the other way %+v", p, q)
		}
		for _, share := range []float64{p.Containment, p.Lead, p.Title, p.Told, p.Titled, p.Event} {
			if !(share >= 0 && share <= 1) {
				t.Fatalf("not between 0 and 1: %+v", p)
			}
		}
		if a == c && a.words >= leastText && len(a.terms) > 0 && a.length > 0 && p.Kind != SameText {
			t.Fatalf("an article and itself are %+v", p)
		}
		if p.Kind == SameEvent && (p.Days > mostDays || !p.Dated && !p.Weekday) {
			t.Fatalf("too far apart for one event: %+v", p)
		}
	}
}

// checkChains holds that each article of a story tells of the leader's event, or has the text of one that does.
func checkChains(t *testing.T, s *Stories, texts []*Text) {
	t.Helper()
	for i := range s.Len() {
		lead := texts[s.At(i).Docs[0]]
		near := func(x *Text) bool { return x.hash == lead.hash || pairOf(lead, x).Kind != None }
		for _, doc := range s.At(i).Docs {
			x := texts[doc]
			if near(x) {
				continue
			}
			if !slices.ContainsFunc(s.At(i).Docs, func(other int32) bool {
				y := texts[other]
				return near(y) && (y.hash == x.hash || pairOf(x, y).Kind == SameText)
			}) {
				t.Fatalf("article %d has nothing to do with the leader of %v", doc, s.At(i))
			}
		}
	}
}
