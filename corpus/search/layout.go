package search

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"jarida/corpus/arabic"
)

// Rules for a keyboard that was set to another layout. Of 756 Latin names and words typed as they are, four keys gave an Arabic word in two
// cases of 137, five or more in none of 482; three in 32 of 137.
const (
	sureKeys   = 4 // from so many keys on a word that comes out is meant
	prefixKeys = 5 // from so many on the beginning of a word is enough
	fewKeys    = 2 // so few say nothing at all, unless there is proof
	mostKeys   = 40
)

// layouts are the pairs of layouts that people change between: Latin, and Arabic on the same keyboard.
var layouts = [...]struct{ latin, arabic arabic.Layout }{
	{arabic.US, arabic.ArabicPC}, {arabic.French, arabic.ArabicAZERTY}, {arabic.US, arabic.ArabicMac},
}

// layoutReadings gives what the keys of a word type on another layout. sure says that the word is understood as it is.
func layoutReadings(word string, folded []byte, sure bool, lex Lexicon) []Reading {
	for part := range bytes.FieldsSeq(folded) {
		if lex.Known(part) > 0 && len(part) > 1 {
			sure = true
		}
	}
	keys := utf8.RuneCountInString(word)
	if keys < fewKeys || keys > mostKeys {
		return nil
	}
	var readings, names []Reading
	for _, l := range &layouts {
		for _, typed := range arabic.Retype(word, l.latin, l.arabic) {
			readings = append(readings, asArabic(word, typed, keys, sure, lex)...)
		}
		for _, typed := range arabic.Retype(word, l.arabic, l.latin) {
			as, named := asLatin(folded, typed, keys, lex)
			if named {
				names = append(names, as...)
			}
			readings = append(readings, as...)
		}
	}
	if len(names) > 0 {
		return names // what other keyboards would have typed is no name
	}
	return readings
}

// asArabic gives the Arabic word that the keys of a Latin one type, if it is one.
func asArabic(word, typed string, keys int, sure bool, lex Lexicon) []Reading {
	folded := arabic.AppendFold(nil, typed)
	if len(folded) < fewKeys || strings.ContainsFunc(typed, func(r rune) bool { return !unicode.In(r, unicode.Arabic, unicode.Mn) || !inWord(r) }) {
		return nil
	}
	proof := strings.ContainsAny(inner(word), ",;'[]")
	r := Reading{Text: typed, How: Layout, Offer: sure}
	switch known := lex.Known(folded) > 0; {
	case known && proof:
		r.Offer = false // whatever hg may be in hg;vlgdk
	case known && keys >= sureKeys:
	case (keys >= prefixKeys || proof && keys > fewKeys) && lex.Begins(folded):
	case known:
		r.Offer = true
	default:
		return nil
	}
	return []Reading{r}
}

// inner gives a text without its first and last character.
func inner(text string) string {
	if utf8.RuneCountInString(text) < 3 {
		return ""
	}
	_, first := utf8.DecodeRuneInString(text)
	_, last := utf8.DecodeLastRuneInString(text)
	return text[first : len(text)-last]
}

// asLatin gives what the keys of an Arabic word type, if no word begins as it does: a Latin word of the articles, and what that is in
// Arabic. named says that it is a name that is known.
func asLatin(folded []byte, typed string, keys int, lex Lexicon) (readings []Reading, named bool) {
	name := arabic.AppendFold(nil, typed)
	if keys < sureKeys || !isLatin(name) || bytes.IndexByte(name, ' ') >= 0 || lex.Begins(folded) {
		return nil, false
	}
	spoken, named := spokenReadings(name, 0, lex)
	for _, r := range spoken {
		if !r.Offer {
			readings = append(readings, Reading{Text: r.Text, How: Layout, Cost: r.Cost})
		}
	}
	if lex.Known(name) > 0 {
		readings = append(readings, Reading{Text: typed, How: Layout})
	}
	return readings, named
}

// ReadAll gives the readings of each word of a query. Where one word shows that the keyboard was set to another layout, those beside it that
// no article has were typed on it, too. Where one is a name in Latin letters, so are those beside it that far more articles have in Arabic:
// real is ريال beside madrid. Short ones that stand there are not (and).
func ReadAll(words []string, lex Lexicon) [][]Reading {
	all := make([][]Reading, len(words))
	typed, spoken := false, false
	for i, w := range words {
		all[i] = Readings(w, lex)
		typed = typed || applied(all[i], Layout)
		spoken = spoken || applied(all[i], Sound)
	}
	for i, w := range words {
		readings := all[i]
		if !typed && !spoken || applied(readings, Layout) || applied(readings, Sound) {
			continue
		}
		known := lex.Known(arabic.AppendFold(nil, w))
		if best := firstOf(readings, Layout); typed && best != nil && known == 0 {
			best.Offer = false
		} else if best := firstOf(readings, Sound); spoken && best != nil && (len(w) >= sureKeys || known == 0) {
			best.Offer = best.known(lex) < max(1, farMore*known)
		}
	}
	return all
}

// firstOf gives the best of the readings of a kind, nil for none.
func firstOf(readings []Reading, how How) *Reading {
	i := slices.IndexFunc(readings, func(r Reading) bool { return r.How == how })
	if i < 0 {
		return nil
	}
	return &readings[i]
}

// applied reports whether one of the readings is of a kind and sure enough.
func applied(readings []Reading, how How) bool {
	return slices.ContainsFunc(readings, func(r Reading) bool { return r.How == how && !r.Offer })
}
