package entity

import (
	"strings"

	"jarida/corpus/arabic"
)

// numeral is a word that is a number or part of one.
type numeral struct {
	value float64
	kind  numeralKind
}

type numeralKind uint8

const (
	noNumeral numeralKind = iota
	units                 // 3 to 10
	teen                  // the ten of 11 to 19, behind its unit
	tens
	hundreds
	scale     // thousand, million …: it multiplies what stands before it
	dualScale // two thousand …
)

// numeralOf gives the number that a word stands for. Words are as arabic.Normalize gives them. One and two are left out: Arabic counts
// these by the noun itself.
func numeralOf(word string) numeral {
	switch word {
	case "ثلاث", "ثلاثه":
		return numeral{3, units}
	case "اربع", "اربعه":
		return numeral{4, units}
	case "خمس", "خمسه":
		return numeral{5, units}
	case "ست", "سته":
		return numeral{6, units}
	case "سبع", "سبعه":
		return numeral{7, units}
	case "ثمان", "ثماني", "ثمانيه":
		return numeral{8, units}
	case "تسع", "تسعه":
		return numeral{9, units}
	case "عشر", "عشره":
		return numeral{10, teen}
	case "عشرون", "عشرين":
		return numeral{20, tens}
	case "الف", "الفا", "الاف", "الفي":
		return numeral{1e3, scale}
	case "مليون", "مليونا", "ملايين":
		return numeral{1e6, scale}
	case "مليار", "مليارا", "مليارات", "بليون", "بلايين":
		return numeral{1e9, scale}
	case "تريليون", "تريليونا", "تريليونات", "ترليون":
		return numeral{1e12, scale}
	case "الفان", "الفين":
		return numeral{2e3, dualScale}
	case "مليونان", "مليونين", "مليوني":
		return numeral{2e6, dualScale}
	case "ملياران", "مليارين", "ملياري":
		return numeral{2e9, dualScale}
	}
	return largerNumeral(word)
}

// largerNumeral reads the tens and hundreds, which are built from the units.
func largerNumeral(word string) numeral {
	switch word {
	case "مايه", "ميه":
		return numeral{100, hundreds}
	case "ميتان", "ميتين", "مايتان", "مايتين", "ميتا", "ميتي", "مايتي":
		return numeral{200, hundreds}
	}
	for _, ending := range [...]string{"ون", "ين"} {
		if rest, ok := strings.CutSuffix(word, ending); ok {
			return times(10, unitStem(rest), tens)
		}
	}
	for _, ending := range [...]string{"مايه", "ميه"} {
		if rest, ok := strings.CutSuffix(word, ending); ok {
			return times(100, unitStem(strings.TrimSuffix(rest, "ي")), hundreds) // ثمانيمئة
		}
	}
	return numeral{}
}

// unitStem gives the unit from which tens and hundreds are built, 0 for any other word.
func unitStem(word string) float64 {
	switch word {
	case "ثلاث":
		return 3
	case "اربع":
		return 4
	case "خمس":
		return 5
	case "ست":
		return 6
	case "سبع":
		return 7
	case "ثمان":
		return 8
	case "تسع":
		return 9
	}
	return 0
}

// times gives so many tens or hundreds; of none there is no numeral.
func times(size, n float64, kind numeralKind) numeral {
	if n == 0 {
		return numeral{}
	}
	return numeral{size * n, kind}
}

// number reads the number that begins with token i, in digits or words ("1,2 مليار", "خمسة وعشرين ألفاً"); next is i where there is
// none.
func (a *AmountFinder) number(i int) (value float64, next int) {
	group, total := 0.0, 0.0 // of the thousands under way, and of those that are complete
	next = i
	if i < len(a.tokens) && a.tokens[i].Kind == arabic.Number {
		v, ok := a.digits(i)
		if !ok {
			return 0, i
		}
		group, next = v, i+1
	}
	last := noNumeral
	for next < len(a.words) && a.tokens[next].Kind == arabic.Word && a.near(next) {
		n := a.numeralAt(next, next > i)
		if next == i && n.kind == noNumeral {
			n = numeralOf(stem(a.word(i)))
		}
		switch {
		case n.kind == noNumeral, n.kind == teen && last != units && next > i, n.kind == scale && next == i:
			// عشر begins a number only by itself, and a bare scale is a vague word or a noun.
			return total + group, next
		case n.kind == scale:
			total, group = total+max(group, 1)*n.value, 0
		case n.kind == dualScale:
			total += n.value
		case n.kind == hundreds && last == units && n.value == 100:
			group *= 100
		default:
			group += n.value
		}
		last = n.kind
		next++
	}
	return total + group, next
}

// stem gives a word without the clitic that may stand before a number; the word itself where there is none.
func stem(word string) string {
	for _, clitic := range [...]string{"و", "ف", "ب", "ل"} {
		if rest, ok := strings.CutPrefix(word, clitic); ok {
			return rest
		}
	}
	return word
}

// numeralAt gives the numeral of a token; inside a number it may be joined by و.
func (a *AmountFinder) numeralAt(i int, inside bool) numeral {
	n := numeralOf(a.word(i))
	if rest, ok := strings.CutPrefix(a.word(i), "و"); n.kind == noNumeral && inside && ok {
		n = numeralOf(rest)
		if n.kind == teen {
			return numeral{}
		}
	}
	return n
}

// digits gives the value of a number token; false for clause numbers, scores, clock times and what else is written with digits.
func (a *AmountFinder) digits(i int) (float64, bool) {
	t := a.tokens[i]
	text := a.text[t.Start:t.End]
	if stops := strings.Split(text, "."); len(stops) > 2 && len(stops[1]) != 3 {
		return 0, false
	}
	// A row of digits behind a sign or letter is part of a name or of a longer number: 3-1, F16, +966.
	if before := a.text[:t.Start]; before != "" && strings.ContainsAny(before[len(before)-1:], "-/:+#_") || strings.HasSuffix(before, "،") {
		return 0, false
	}
	if after := a.text[t.End:]; after != "" && strings.ContainsAny(after[:1], "-/:_") {
		return 0, false
	}
	const longest = 15 // digits: the wealth of nations has fewer, telephone and account numbers count nothing
	if len(text) > longest {
		return 0, false
	}
	return arabic.ParseNumber(text)
}
