package entity

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jarida/corpus/arabic"
)

// NameParts gives what a name is compared by, word by word, without marks, vowel signs and the forms of a letter; what is one part of a
// person's name is joined (عبد الفتاح, بن سلمان).
func NameParts(name string) []string {
	parts := joinName(nameWords(name))
	for i, p := range parts {
		if bare := strings.TrimPrefix(p, patronym); bare != "" {
			parts[i] = bare // some papers write محمد بن سلمان, others leave بن out
		}
	}
	return parts
}

// PartKey gives a key that parts of names have in common if SamePart holds of them.
func PartKey(part string) string { return arabic.Skeleton(strings.TrimPrefix(part, "ال")) }

// SamePart reports whether two parts of names, as NameParts gives them, are one: the same but for the article, or two spellings of a
// foreign name (ترمب and ترامب). Given names of the Arab world have one spelling each: حسن is not حسين.
func SamePart(a, b string) bool {
	const al = "ال"
	x, y := strings.TrimPrefix(a, al), strings.TrimPrefix(b, al)
	switch {
	case x == y:
		return true
	case x == "" || y == "" || arabic.Skeleton(x) != arabic.Skeleton(y):
		return false
	case native(a) || native(b):
		return anagram(a, b) && len(x) >= 5*len("ل") // الأميركية, الأمريكية
	}
	return len(arabic.Skeleton(x)) >= 2*len("ل") && (soundsLike(x, y) || anagram(x, y))
}

// SameName reports whether one of two names is the other or a shorter form of it, part by part: in their order or not. Where one part at least
// is the same, another of a foreign name may be a letter off (ديفيد, دافيد).
func SameName(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	same, near := 0, 0
	for _, p := range a {
		switch {
		case slices.ContainsFunc(b, func(q string) bool { return SamePart(p, q) }):
			same++
		case slices.ContainsFunc(b, func(q string) bool { return nearPart(p, q) }):
			near++
		default:
			return false
		}
	}
	return same > 0 && near <= 1
}

// nearPart reports whether two parts of foreign names are a letter off each other.
func nearPart(a, b string) bool {
	const fewest, most = 4, 32 // letters: most pairs of shorter names are a letter off, and none is longer
	x, y := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	return min(x, y) >= fewest && max(x, y) <= most && !native(a) && !native(b) && arabic.Distance(a, b) <= 1
}
