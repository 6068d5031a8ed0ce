package story

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"jarida/corpus/arabic"
)

// seldom is how often a word occurs in the corpus at least to be in the file: one that occurs once is as rare as one that does not.
const seldom = 2

// WordsFile makes the file of the rarity of words out of the words of a corpus, as the program in gen asks for it.
//
// What is written together with a word is taken off by what the corpus itself knows, so the words are counted twice: as they stand but for
// "and" and the article, to know them, and then by their stems.
func WordsFile(corpus []string) string {
	w := newWordCutter()
	var folded arabic.FoldedWords
	count := func(stem func([]byte) []byte) map[string]int {
		counts := map[string]int{}
		for _, text := range corpus {
			folded.Fold(text)
			for _, f := range folded.Words {
				counts[string(stem(folded.Text[f.Start:f.End]))]++
			}
		}
		maps.DeleteFunc(counts, func(word string, n int) bool { return n < seldom || len(word) < shortestTerm })
		return counts
	}
	for word := range count(w.plain) {
		w.levels.set(hashOf([]byte(word)), 0)
	}
	lines := make([][]string, unknownLevel+1)
	for word, n := range count(func(word []byte) []byte {
		word, _ = w.stem(word)
		return word
	}) {
		level := levelOf(float64(n) / float64(len(corpus)))
		line := max(0, min(level+1, unknownLevel))
		lines[line] = append(lines[line], arabic.Unfold([]byte(word)))
	}
	var file strings.Builder
	for _, line := range lines {
		slices.SortFunc(line, cmp.Compare[string])
		file.WriteString(strings.Join(line, " "))
		file.WriteByte('\n')
	}
	return file.String()
}
