package search

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"

	"jarida/corpus/arabic"
)

// TestWordsAreStrings holds numbering and sorting words as they are packed against doing it with strings: words of a few letters that differ
// in spelling, by marks, in length and in script, so that all orders and ties occur.
func TestWordsAreStrings(t *testing.T) {
	t.Parallel()
	var b Builder
	for seed := range uint64(48) {
		r := rand.New(rand.NewPCG(seed, 11))
		alphabet := []rune([]string{"اأ", "اأهةبـ", "يىئبَ", "aAب1", "ڪكگ", "بعليهوﷺ"}[seed%6])
		numbers := map[string]int32{}
		for range 60 {
			words := text(r, alphabet, 6, []int{3, 14}[r.IntN(2)])
			var want []string
			l := leaf{text: words}
			for _, w := range l.words() {
				want = append(want, string(appendKey(nil, w.word, string(w.written()))))
			}
			before := len(b.tokens)
			b.text(words)
			for i, token := range b.tokens[before:] {
				if n, ok := numbers[want[i]]; ok && n != token.term {
					t.Fatalf("%q has the numbers %d and %d", want[i], n, token.term)
				}
				numbers[want[i]] = token.term
			}
			if len(b.tokens)-before != len(want) {
				t.Fatalf("%q: %d words, want %d", words, len(b.tokens)-before, len(want))
			}
		}
		var sorted []string
		for i, s := range b.words.sorted() {
			folded, spelling := b.words.spell(s.word)
			key := bytes.Clone(folded)
			if len(spelling) > 0 {
				key = append(append(key, 0), spelling...)
			}
			if sorted = append(sorted, string(key)); numbers[string(key)] != s.number {
				t.Fatalf("%q has number %d, want %d", key, s.number, numbers[string(key)])
			}
			if last, _, _ := bytes.Cut([]byte(sorted[max(0, i-1)]), []byte{0}); s.alone && i > 0 && bytes.Equal(last, folded) {
				t.Fatalf("%q is not the only spelling", arabic.Unfold(folded))
			}
		}
		if len(sorted) != len(numbers) || !slices.IsSorted(sorted) {
			t.Fatalf("%d words, want %d, sorted %v", len(sorted), len(numbers), slices.IsSorted(sorted))
		}
		b.tokens = b.tokens[:0]
		b.words.reset()
	}
}

// TestFindGrows holds that words have the same numbers in each text, also when the table has grown meanwhile.
func TestFindGrows(t *testing.T) {
	t.Parallel()
	letters := []rune("بتجدرسعفقكلمنهوي")
	texts := make([]string, 64)
	for i := range texts {
		for k := range 256 {
			n := i*256 + k
			texts[i] += string([]rune{letters[n>>12], letters[n>>8&15], letters[n>>4&15], letters[n&15], ' '})
		}
	}
	var b Builder
	for round := range 2 {
		for i, text := range texts {
			b.tokens = b.tokens[:0]
			b.text(text)
			for k, token := range b.tokens {
				if int(token.term) != i*256+k {
					t.Fatalf("round %d: word %d of text %d has number %d", round, k, i, token.term)
				}
			}
		}
	}
}
