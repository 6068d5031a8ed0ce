package search

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"jarida/corpus/arabic"
	"jarida/corpus/article"
)

// made makes an article of a title and paragraphs.
func made(title string, paragraphs ...string) (string, *article.Article) {
	src := title + "\n"
	a := &article.Article{Part: 1, Title: article.Headline{Text: title, End: len(title)}}
	a.Blocks = append(a.Blocks, article.Block{Kind: article.Title, End: len(title), RepeatOf: -1, Continues: -1})
	for _, p := range paragraphs {
		a.Blocks = append(a.Blocks, article.Block{Kind: article.Paragraph, Start: len(src), End: len(src) + len(p), RepeatOf: -1, Continues: -1})
		src += p + "\n"
	}
	a.End = len(src)
	return src, a
}

// shelf is articles with their words, and an index of them: what it finds is held against a look at every word.
type shelf struct {
	x    *Index
	docs map[int32][][]typed // the title and the paragraphs
}

// segment makes a segment of new articles, whose numbers may be in use.
func (s *shelf) segment(texts map[int32][]string) *Segment {
	var b Builder
	for doc, t := range texts {
		src, a := made(t[0], t[1:]...)
		b.Add(doc, src, a)
		s.docs[doc] = nil
		for _, passage := range t {
			l := leaf{text: passage}
			s.docs[doc] = append(s.docs[doc], l.words())
		}
	}
	return b.Segment()
}

// known counts the articles that have a folded word.
func (s *shelf) known(word []byte) int {
	n := 0
	for _, passages := range s.docs {
		if slices.ContainsFunc(slices.Concat(passages...), func(t typed) bool { return bytes.Equal(t.word, word) }) {
			n++
		}
	}
	return n
}

// rules is the rule by which each folded word of the shelf is found for a typed word: one for its spelling, one for others, -1 for none.
func (s *shelf) rules(w typed, l leaf, first, last bool) func(t typed) int {
	by := map[string]func(t typed) int{}
	put := func(word []byte, rule func(t typed) int) {
		if _, ok := by[string(word)]; !ok {
			by[string(word)] = rule
		}
	}
	always := func(h How) func(typed) int { return func(typed) int { return int(h) } }
	spelled := func(spelling []byte, same, other int) func(typed) int {
		return func(t typed) int {
			if bytes.Equal(t.spelling, spelling) {
				return same
			}
			return other
		}
	}
	other := int(Folded)
	if l.exact {
		other = -1
	}
	put(w.word, spelled(w.spelling, int(Exact), other))
	before := func(word []byte) {
		for _, c := range procliticsOf(word) {
			with := slices.Concat(c.letters, word[c.without:])
			if !c.doubtful || s.known(with) < s.known(word) {
				put(with, always(Clitic))
			}
		}
	}
	if first && !l.exact {
		before(w.word)
		for _, stem := range appendStems(nil, w.word) {
			share := stemShare
			if stem.doubtful {
				share = doubtfulShare
			}
			if n := s.known(stem.word); n == 0 || n < share*s.known(w.word) {
				continue
			}
			if len(stem.word) <= shortStem && !stem.lam {
				put(stem.word, spelled(stem.spelling(w), int(Clitic), -1))
				continue
			}
			put(stem.word, always(Clitic))
			before(stem.word)
		}
	}
	if l.near {
		for _, form := range appendForms(nil, w.word) {
			put(form, always(Inflected))
		}
	}
	return func(t typed) int {
		if rule, ok := by[string(t.word)]; ok {
			return rule(t)
		}
		switch {
		case l.near && len(w.word) >= shortestNear && slowlyNear(w.word, t.word):
			return int(Near)
		case last && l.prefix && s.begins(w, t, first && len(w.word) > shortWord):
			return int(Prefix)
		}
		return -1
	}
}

// begins reports whether a word begins as another, with clitics or without.
func (s *shelf) begins(w, t typed, clitics bool) bool {
	if bytes.HasPrefix(t.word, w.word) {
		return true
	}
	return clitics && slices.ContainsFunc(procliticsOf(w.word), func(c proclitic) bool {
		return !c.doubtful && bytes.HasPrefix(t.word, slices.Concat(c.letters, w.word[c.without:]))
	})
}

// slowlyNear tries all words that differ by one letter.
func slowlyNear(a, b []byte) bool {
	if bytes.Equal(a, b) {
		return false
	}
	without := func(w []byte, i int) []byte { return slices.Concat(w[:i], w[i+1:]) }
	for i := range a {
		if bytes.Equal(without(a, i), b) || i < len(b) && len(a) == len(b) && bytes.Equal(without(a, i), without(b, i)) {
			return true
		}
		if i+1 < len(a) {
			swapped := slices.Clone(a)
			swapped[i], swapped[i+1] = a[i+1], a[i]
			if bytes.Equal(swapped, b) {
				return true
			}
		}
	}
	for i := range b {
		if bytes.Equal(without(b, i), a) {
			return true
		}
	}
	return false
}

// find looks at every word: the articles, and the rules by which each was found.
func (s *shelf) find(l leaf) map[int32]howSet {
	words := l.words()
	hits := map[int32]howSet{}
	if len(words) == 0 {
		return hits
	}
	rules := make([]func(typed) int, len(words))
	for i, w := range words {
		rules[i] = s.rules(w, l, i == 0, i == len(words)-1)
	}
	for doc, passages := range s.docs {
		for n, passage := range passages {
			for i := 0; i+len(words) <= len(passage) && (n == 0 || !l.title); i++ {
				surest := 0
				for k, rule := range rules {
					if how := rule(passage[i+k]); how < 0 || surest < 0 {
						surest = -1
					} else {
						surest = max(surest, how)
					}
				}
				if surest >= 0 {
					hits[doc] |= 1 << surest
				}
			}
		}
	}
	return hits
}

// check holds the answer of the index against that of the shelf.
func (s *shelf) check(t *testing.T, l leaf) {
	t.Helper()
	if err := s.wrong(t.Context(), l); err != nil {
		t.Fatalf("%+v: %v\n%s", l, err, s)
	}
}

// wrong says what is wrong with the answer of the index, nil for nothing.
func (s *shelf) wrong(ctx context.Context, l leaf) error {
	seeker := s.x.seeker()
	defer seeker.close()
	f, err := seeker.find(ctx, l)
	if err != nil {
		return err
	}
	got := map[int32]howSet{}
	f.count(f.docs)
	for doc := range f.docs.All() {
		got[doc] = f.hows(doc)
		if !(f.score(doc) > 0) {
			return fmt.Errorf("article %d has score %v", doc, f.score(doc))
		}
	}
	if want := s.find(l); !maps.Equal(got, want) {
		return fmt.Errorf("found %v, want %v", got, want)
	}
	return nil
}

func (s *shelf) String() string {
	var b strings.Builder
	for _, doc := range slices.Sorted(maps.Keys(s.docs)) {
		fmt.Fprintf(&b, "%d:", doc)
		for _, passage := range s.docs[doc] {
			for _, w := range passage {
				fmt.Fprintf(&b, " %s", w.written())
			}
			b.WriteString(" |")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// letters are those of small alphabets, in which everything happens: clitics, the article, forms of a letter, vowel marks, other scripts.
var alphabets = []string{"اأبول", "ولبيىه", "الكرم", "بسَتي", "aAب1١"}

// text makes up a text.
func text(r *rand.Rand, alphabet []rune, words, letters int) string {
	var b strings.Builder
	for range r.IntN(words + 1) {
		for range 1 + r.IntN(letters) {
			b.WriteRune(alphabet[r.IntN(len(alphabet))])
		}
		b.WriteByte(' ')
	}
	return b.String()
}

// TestIndexIsAScan holds what an index finds against a look at every word, while articles come, are replaced, go, and are merged.
func TestIndexIsAScan(t *testing.T) {
	t.Parallel()
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 1))
		alphabet := []rune(alphabets[seed%uint64(len(alphabets))])
		s := &shelf{x: new(Index), docs: map[int32][][]typed{}}
		for range 12 {
			s.change(t, r, 40, func(words int) string { return text(r, alphabet, words, 4) })
			for range 8 {
				l := leaf{
					text: text(r, alphabet, 1+r.IntN(3), 4), exact: r.IntN(4) == 0, prefix: r.IntN(4) == 0, near: r.IntN(4) == 0, title: r.IntN(4) == 0,
				}
				if l.exact {
					l.prefix, l.near = false, false
				}
				s.check(t, l)
			}
		}
	}
}

// TestPhraseIsAScan holds the phrases that an index finds in many articles, some of them long, against a look at every word: lists are of several
// blocks there, and positions of several bytes.
func TestPhraseIsAScan(t *testing.T) {
	t.Parallel()
	for seed := range uint64(4) {
		r := rand.New(rand.NewPCG(seed, 2))
		alphabet := []rune(alphabets[seed][:4])
		s := &shelf{x: new(Index), docs: map[int32][][]typed{}}
		texts := map[int32][]string{}
		for doc := range int32(700) {
			gap := strings.Repeat("ززز ", r.IntN(3)*r.IntN(100))
			texts[doc] = []string{text(r, alphabet, 3, 2), text(r, alphabet, 6, 2) + gap + text(r, alphabet, 12, 2)}
		}
		s.x = s.x.Add(s.segment(texts))
		for range 12 {
			word := func() string { return text(r, alphabet, 1, 2) }
			s.check(t, leaf{text: word() + word() + word(), exact: r.IntN(4) == 0, title: r.IntN(4) == 0})
		}
	}
}

// change adds, replaces, removes or merges articles with numbers below n, of texts of so many words at most.
func (s *shelf) change(t *testing.T, r *rand.Rand, n int, text func(words int) string) {
	t.Helper()
	switch r.IntN(5) {
	case 0:
		var docs []int32
		for range r.IntN(n / 10) {
			doc := int32(r.IntN(n))
			docs = append(docs, doc)
			delete(s.docs, doc)
		}
		s.x = s.x.Remove(docs...)
	case 1:
		merged, err := s.x.Merge(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		s.x = merged
	case 2: // as if they had been kept in a file
		var kept []*Segment
		segments, err := s.x.MergeBinary(t.Context(), func(doc int32) int32 { return doc })
		if err != nil {
			t.Fatal(err)
		}
		for _, segment := range segments {
			again, err := OpenSegment(bytes.Join(segment, nil))
			if err != nil {
				t.Fatal(err)
			}
			kept = append(kept, again)
		}
		s.x = new(Index).Add(kept...)
	default:
		texts := map[int32][]string{}
		for range r.IntN(n / 5) {
			texts[int32(r.IntN(n))] = []string{text(3), text(6), text(12)}
		}
		s.x = s.x.Add(s.segment(texts))
	}
	if s.x.Articles() != len(s.docs) {
		t.Fatalf("%d articles, want %d", s.x.Articles(), len(s.docs))
	}
}

// TestLexicon holds the words of an index against those of its articles.
func TestLexicon(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	s := &shelf{x: new(Index), docs: map[int32][][]typed{}}
	for range 30 {
		s.change(t, r, 40, func(words int) string { return text(r, []rune("اأبول"), words, 4) })
		want := map[string]int{}
		for _, passages := range s.docs {
			in := map[string]bool{}
			for _, w := range slices.Concat(passages...) {
				in[string(w.word)] = true
			}
			for w := range in {
				want[w]++
			}
		}
		got, last := map[string]int{}, ""
		for w, n := range s.x.Words {
			if string(w) <= last {
				t.Fatalf("%q behind %q", w, last)
			}
			got[string(w)], last = n, string(w)
		}
		if !maps.Equal(got, want) {
			t.Fatalf("words %v, want %v", got, want)
		}
		for w, n := range want {
			if s.x.Known([]byte(w)) != n || !s.x.Begins([]byte(w[:1])) {
				t.Fatalf("%q is known of %d, want %d", w, s.x.Known([]byte(w)), n)
			}
		}
		if absent := arabic.AppendFold(nil, "ززز"); s.x.Known(absent) != 0 || s.x.Begins(absent) {
			t.Fatal("a word that no article has is known")
		}
	}
}
