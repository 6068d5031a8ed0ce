package search

import (
	"bytes"
	"cmp"
	"slices"

	"jarida/corpus/arabic"
)

// Lexicon is the words of a folder, folded. It does not change.
type Lexicon interface {
	// Known gives in how many articles a word stands, 0 for none.
	Known(word []byte) int
	// Begins reports whether a word begins so.
	Begins(prefix []byte) bool
	// Words yields all words and how many articles have them. A word is good until the next one.
	Words(yield func(word []byte, articles int) bool)
}

// Namer is a Lexicon that knows which of its words are those of names. They come first where others sound the same.
type Namer interface {
	Named(word []byte) bool
}

// Reading is one way to understand a word that was typed in Latin letters, or on a keyboard that was set to another layout.
type Reading struct {
	Text  string  // the word or words that are meant, as they are written
	How   How     // Sound or Layout
	Cost  float32 // 0 for a sure one; more is worse
	Offer bool    // it is not certain enough to be applied by itself
}

// known gives how many articles have the word that is meant.
func (r *Reading) known(lex Lexicon) int { return lex.Known(arabic.AppendFold(nil, r.Text)) }

const (
	// mostReadings is how many readings of a word there are at most: what sounds alike besides is noise.
	mostReadings = 5
	// nearBest is how much worse than the best a reading may be: a letter that is written in two ways (نتنياهو, نتانياهو).
	nearBest = 0.15
	// rarely is in how many articles a Latin word may stand and still be taken for an Arabic one by its sound alone: beside the name ("بوتين
	// Putin"), or in a link. What is there more often is what it is (and, not عند).
	rarely = 2
	// glossed is how many times as many articles must have a name in Arabic as in Latin letters where more than a few have the latter: then
	// these are a note beside the name, and not what is written instead (CNN). So it is with what a word sounds like, and another word that its
	// keys type.
	glossed = 10
	// farMore is the same for what may be another word as well: an unsure name (london), and what a word beside a name sounds like.
	farMore = 100
	// aliasStep is what each further spelling of an alias costs.
	aliasStep = 0.01
	// unsureAlias is what the name of a town, person or club costs, which may be another word as well.
	unsureAlias = 0.05
)

// Readings gives what a word that was typed may stand for, the best first: none where it is what it is.
//
// A word in Latin letters is looked for among names that are known (Cairo), then among the words that sound so. A word of either script
// that no article has is what the same keys type on another layout, where that is a word.
func Readings(word string, lex Lexicon) []Reading {
	folded := arabic.AppendFold(nil, word)
	if len(folded) == 0 && word == "" {
		return nil
	}
	if !isLatin(folded) {
		return firstOfEach(layoutReadings(word, folded, false, lex), lex)
	}
	spoken, named := spokenReadings(folded, lex.Known(folded), lex)
	typed := layoutReadings(word, folded, named, lex)
	if applied(spoken, Sound) && !named {
		offerRarer(spoken, typed, lex)
	}
	return firstOfEach(append(spoken, typed...), lex)
}

// spokenReadings gives the names that are known by a Latin word, which stands in so many articles, and the words that sound like it; those
// only where it is not the name of something that is sure.
func spokenReadings(folded []byte, known int, lex Lexicon) (readings []Reading, named bool) {
	readings = aliasReadings(folded, known, lex)
	if applied(readings, Sound) && readings[0].Cost == 0 {
		return readings, true
	}
	named = applied(readings, Sound)
	return append(readings, soundReadings(folded, known, lex)...), named
}

// offerRarer decides between what a word sounds like and what its keys type on another layout, where either would do: what more articles have by
// far is meant, and the other offered. In doubt that is the sound.
func offerRarer(spoken, typed []Reading, lex Lexicon) {
	layout, rarer := mostKnown(typed, lex), spoken
	if mostKnown(spoken, lex)*glossed > layout {
		rarer = typed
	}
	for i := range rarer {
		rarer[i].Offer = true
	}
}

// mostKnown gives how many articles have the most frequent of the readings that are sure.
func mostKnown(readings []Reading, lex Lexicon) int {
	most := 0
	for _, r := range readings {
		if !r.Offer {
			most = max(most, r.known(lex))
		}
	}
	return most
}

// isLatin reports whether folded text is words in Latin letters, with digits as they are used for Arabic ones.
func isLatin(folded []byte) bool {
	letters := 0
	for _, c := range folded {
		switch {
		case c >= 'a' && c <= 'z':
			letters++
		case (c < '2' || c > '9') && c != ' ':
			return false
		}
	}
	return letters >= 2
}

// aliasReadings gives the names that are known by a Latin word, which stands in so many articles.
func aliasReadings(folded []byte, known int, lex Lexicon) []Reading {
	names := aliasesOf(string(folded))
	readings := make([]Reading, len(names))
	for i, a := range names {
		r, times := Reading{Text: a.name, How: Sound, Cost: aliasStep * float32(i)}, glossed
		if a.unsure {
			r.Cost, times = unsureAlias, farMore
		}
		r.Offer = known > rarely && r.known(lex) < times*known
		readings[i] = r
	}
	return readings
}

// soundReadings gives the words that sound like a Latin word, which stands in so many articles.
func soundReadings(folded []byte, known int, lex Lexicon) []Reading {
	if bytes.IndexByte(folded, ' ') >= 0 {
		return nil
	}
	sounds := soundsLike(folded, lex)
	readings := make([]Reading, len(sounds))
	for i, s := range sounds {
		readings[i] = Reading{Text: arabic.Unfold(s.word), How: Sound, Cost: s.cost, Offer: known > rarely || !s.sure}
	}
	return readings
}

// firstOfEach gives the readings that differ, the best first, those that are applied before those that are offered. Of two that cost the
// same the one that more articles have is the better.
func firstOfEach(readings []Reading, lex Lexicon) []Reading {
	slices.SortStableFunc(readings, func(a, b Reading) int {
		return cmp.Or(boolCompare(a.Offer, b.Offer), cmp.Compare(a.How, b.How), cmp.Compare(a.Cost, b.Cost), cmp.Compare(b.known(lex), a.known(lex)))
	})
	var kept []Reading
	for _, r := range readings {
		same := func(k Reading) bool {
			return bytes.Equal(arabic.AppendFold(nil, k.Text), arabic.AppendFold(nil, r.Text))
		}
		if len(kept) < mostReadings && !slices.ContainsFunc(kept, same) {
			kept = append(kept, r)
		}
	}
	return kept
}

func boolCompare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
