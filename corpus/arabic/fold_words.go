package arabic

// FoldedWord is a word of a folded text.
type FoldedWord struct {
	Start, End int32 // bytes of the folded text
	From, To   int32 // bytes of the source, with the marks on its letters
	Odd        bool  // it may be spelled otherwise than Unfold writes it: AppendSpelling says how
	Torn       bool  // it may share a character of the source with another word (½ is 1 and 2)
}

// FoldedWords is a folded text that knows its words. It is half the work of Folded.
type FoldedWords struct {
	Text  []byte
	Words []FoldedWord
}

// Fold folds a text into the memory of f.
func (f *FoldedWords) Fold(text string) {
	to := folder{dst: f.Text[:0], words: append(f.Words[:0], FoldedWord{})[:0], gap: -1}
	to.fold(text, 0)
	if to.side != behindSpace {
		to.endWord(to.end(len(text)))
	}
	f.Text, f.Words = to.dst, to.words
}

// beginWord notes that a word begins at i in the source.
func (f *folder) beginWord(i int) {
	f.odd = false
	if f.words != nil {
		f.words = append(f.words, FoldedWord{Start: int32(len(f.dst)), From: int32(i)})
	}
}

// endWord notes that the last word ends at i in the source.
func (f *folder) endWord(i int) {
	if f.words != nil {
		w := &f.words[len(f.words)-1]
		w.End, w.To, w.Odd = int32(len(f.dst)), int32(max(i, int(w.From))), f.odd
	}
}

// tear notes that a character was divided, before which there were some words and a gap or none, if it was: the words from it on, and the one
// that it ends.
func (f *folder) tear(words, gap int) {
	if f.gap == gap && len(f.words) == words {
		return
	}
	for i := max(f.first, words-1); i < len(f.words); i++ {
		f.words[i].Torn = true
	}
}

// AppendSpelling appends a word as it is spelled, by which two ways to write the same folded word are told apart: its characters without
// tatweel and those that are not seen. Bad bytes stay.
func AppendSpelling(dst []byte, word string) []byte {
	for i := 0; i < len(word); {
		c, n := classAt(word, i)
		if c != tatweel && c != control {
			dst = append(dst, word[i:i+n]...)
		}
		i += n
	}
	return dst
}
