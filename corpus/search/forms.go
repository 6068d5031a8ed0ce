package search

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"jarida/corpus/arabic"
)

// proclitic is what may stand before a word: its letters, in place of some letters of the word.
type proclitic struct {
	letters  []byte
	without  int  // letters of the word that fall away: ل and الكرملين are للكرملين
	doubtful bool // with it begin many words in which it is no clitic (كبير, فيصل, سوريا): only where the compound is the rarer word
}

const (
	shortWord = 2 // letters of a word at most that takes no clitic but the article: لبن, وجد and بيد are words of their own
	shortStem = 3 // letters of a stem at most that must be spelled as typed; without clitics there is none shorter
)

// procliticsOf gives what may stand before a folded word: و or ف, then ب, ل, ك, س or the article, alone or behind one of the first three.
//
// How often what begins so is a word of its own, by the lexemes of hunspell-ar and the tokens of 68,725 articles: ال 2 %, ل 8, ب 18, و 19,
// س 21, ك 44, ف 54; وال, بال, لل, فال and كال hardly ever.
func procliticsOf(word []byte) []proclitic {
	if !isArabic(word) {
		return nil
	}
	var dst []proclitic
	definite := len(word) > 3 && bytes.HasPrefix(word, folded("ال"))
	for _, conjunction := range []string{"", "و", "ف"} {
		add := func(particle string, without int, doubtful bool) {
			dst = append(dst, proclitic{folded(conjunction + particle), without, doubtful})
		}
		if conjunction != "" && (definite || len(word) > shortWord) {
			add("", 0, conjunction == "ف" && !definite)
		}
		switch {
		case definite:
			add("ب", 0, false)
			add("ك", 0, false)
			if bytes.HasPrefix(word[2:], folded("ل")) {
				add("ل", 2, false)
			} else {
				add("لل", 2, false)
			}
			continue
		case len(word) > shortWord:
			add("ب", 0, conjunction == "ف")
			add("ل", 0, conjunction == "ف")
			add("ك", 0, true)
			if bytes.IndexByte(folded("يتنا"), word[0]) >= 0 { // a verb
				add("س", 0, true)
			}
		}
		for _, article := range []string{"ال", "بال", "كال", "لل"} {
			add(article, 0, false)
		}
	}
	return dst
}

// folded folds letters that a table has.
func folded(letters string) []byte { return arabic.AppendFold(nil, letters) }

// isArabic reports whether a folded word is of Arabic letters.
func isArabic(word []byte) bool { return len(word) > 0 && word[0] < '0' }

// stem is what a word may be without its clitics.
type stem struct {
	word     []byte
	cut      int  // letters that fall away at the beginning
	lam      bool // its article was written with the ل before it
	doubtful bool // it takes much to believe that it is one
}

// appendStems appends what a folded word may be without clitics: و or ف, then ب, ل or ك.
func appendStems(dst []stem, word []byte) []stem {
	if !isArabic(word) {
		return dst
	}
	dst = appendParticles(dst, word, 0, false)
	if and, so := bytes.HasPrefix(word, folded("و")), bytes.HasPrefix(word, folded("ف")); and || so {
		dst = appendStem(dst, stem{word: word[1:], cut: 1, doubtful: so})
		dst = appendParticles(dst, word[1:], 1, so)
	}
	return dst
}

// appendParticles appends what a word may be without ب, ل or ك, some letters having been cut already.
func appendParticles(dst []stem, word []byte, cut int, doubtful bool) []stem {
	switch {
	case bytes.HasPrefix(word, folded("ب")):
		return appendStem(dst, stem{word[1:], cut + 1, false, doubtful})
	case bytes.HasPrefix(word, folded("ك")):
		return appendStem(dst, stem{word[1:], cut + 1, false, true})
	case bytes.HasPrefix(word, folded("لل")):
		dst = appendStem(dst, stem{slices.Concat(folded("ال"), word[2:]), cut + 2, true, doubtful})
	}
	if bytes.HasPrefix(word, folded("ل")) {
		dst = appendStem(dst, stem{word[1:], cut + 1, false, doubtful})
	}
	return dst
}

// appendStem appends a stem that is long enough.
func appendStem(dst []stem, s stem) []stem {
	if len(s.word) < shortStem {
		return dst
	}
	return append(dst, s)
}

// spelling gives how the stem is spelled in a word, as records have it.
func (s *stem) spelling(w typed) []byte {
	if w.spelling == nil {
		return nil
	}
	rest, letters := w.spelling, 0
	for len(rest) > 0 {
		r, n := utf8.DecodeRune(rest)
		if len(arabic.AppendFold(nil, string(r))) > 0 {
			if letters++; letters > s.cut {
				break
			}
		}
		rest = rest[n:]
	}
	if plain(s.word, rest) {
		return nil
	}
	return rest
}

// suffixes are the endings of nouns and verbs, folded: of relation, number, feminine and the pronouns.
var suffixes = []string{
	"", "ي", "يه", "ين", "ون", "ات", "ان", "ا", "ه", "ها", "هم", "هما", "هن", "نا", "كم", "وا", "ت", "يا", "يين", "يون", "يات",
	"ته", "تها", "تهم", "تين", "تان", "اته", "اتها", "اتهم",
}

// shortestBase is how many letters a word has at least without its suffix.
const shortestBase = 3

// appendForms appends the other forms that a folded word may have: without its article and suffix, with others, and with the clitics that are
// hardly ever part of a word.
func appendForms(dst [][]byte, word []byte) [][]byte {
	if !isArabic(word) {
		return dst
	}
	base := word
	if len(base) > shortestBase+2 {
		base = bytes.TrimPrefix(base, folded("ال"))
	}
	bases := [][]byte{base}
	for _, suffix := range suffixes {
		end := folded(suffix)
		if rest, ok := bytes.CutSuffix(base, end); ok && len(end) > 0 && len(rest) >= shortestBase {
			bases = append(bases, rest)
		}
	}
	for _, base := range bases {
		for _, suffix := range suffixes {
			form := slices.Concat(base, folded(suffix))
			dst = append(dst, form)
			for _, c := range procliticsOf(form) {
				if !c.doubtful {
					dst = append(dst, slices.Concat(c.letters, form[c.without:]))
				}
			}
		}
	}
	return dst
}
