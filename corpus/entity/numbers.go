package entity

import (
	"math"
	"strings"
	"unicode/utf8"

	"jarida/corpus/arabic"
)

// Number is a number in a text, in digits or words.
type Number struct {
	Start, End int     // source bytes, without a clitic before it
	Value      float64 // NaN for digits that are no one number
}

// Numbers gives the numbers of a text, in order, whether they count something or not: "35", "٣٥", "خمسة وثلاثين", "1,2 مليار", and the nouns
// of measure that are two by their form ("عامين"). The text begins at offset in its source. What it gives is valid until the next call.
func (a *AmountFinder) Numbers(text string, offset int) []Number {
	a.read(text)
	a.numbers = a.numbers[:0]
	for i := 0; i < len(a.tokens); {
		value, next := a.numberAt(i)
		if next == i {
			i++
			continue
		}
		a.numbers = append(a.numbers, Number{a.numberStart(i) + offset, a.tokens[next-1].End + offset, value})
		i = next
	}
	return a.numbers
}

// numberAt reads the number at token i, next is i where there is none.
func (a *AmountFinder) numberAt(i int) (value float64, next int) {
	if a.tokens[i].Kind == arabic.Word {
		if a.dual(i) {
			return 2, i + 1
		}
		if a.word(i) == "صفر" {
			return 0, i + 1
		}
		if value, next = a.oneOrTwoAnd(i); next > i {
			return value, next
		}
		if value, next = a.ordinalTeen(i); next > i {
			return value, next
		}
	}
	if value, next = a.number(i); next > i || a.tokens[i].Kind != arabic.Number {
		return value, next
	}
	t := a.tokens[i]
	value, ok := arabic.ParseNumber(a.text[t.Start:t.End])
	if !ok {
		value = math.NaN()
	}
	return value, i + 1
}

// ordinalTeen reads the ordinals of 11 to 19 (التاسع عشر): what stands behind them is no ten of its own, and rankings have them in digits.
func (a *AmountFinder) ordinalTeen(i int) (value float64, next int) {
	if i+1 >= len(a.tokens) || a.tokens[i+1].Kind != arabic.Word || !a.near(i+1) || numeralOf(a.word(i+1)).kind != teen {
		return 0, i
	}
	word := strings.TrimSuffix(strings.TrimPrefix(a.word(i), "ال"), "ه")
	for n, ordinal := range [...]string{1: "حادي", 2: "ثاني", 3: "ثالث", 4: "رابع", 5: "خامس", 6: "سادس", 7: "سابع", 8: "ثامن", 9: "تاسع"} {
		if n > 0 && word == ordinal {
			return float64(10 + n), i + 2
		}
	}
	return 0, i
}

// numberStart gives where a number begins whose first token is i.
func (a *AmountFinder) numberStart(i int) int {
	t := a.tokens[i]
	if word := a.word(i); t.Kind == arabic.Word && oneOrTwo(word) == 0 && oneOrTwo(stem(word)) > 0 {
		_, n := utf8.DecodeRuneInString(a.text[t.Start:])
		return t.Start + n
	}
	return a.start(i)
}

// oneOrTwo gives the value of the words for one and two, 0 for any other.
func oneOrTwo(word string) float64 {
	switch word {
	case "احد", "احدي", "واحد", "واحده":
		return 1
	case "اثنا", "اثني", "اثنتا", "اثنتي", "اثنان", "اثنين", "اثنتان", "اثنتين":
		return 2
	}
	return 0
}

// oneOrTwoAnd reads the numbers that begin with one or two: "أحد عشر", "اثني عشر", "واحد وعشرون". By themselves these are no numbers here.
func (a *AmountFinder) oneOrTwoAnd(i int) (value float64, next int) {
	if i+1 >= len(a.tokens) || a.tokens[i+1].Kind != arabic.Word || !a.near(i+1) {
		return 0, i
	}
	if value = oneOrTwo(a.word(i)); value == 0 {
		value = oneOrTwo(stem(a.word(i)))
	}
	if value == 0 {
		return 0, i
	}
	behind := a.word(i + 1)
	if n := numeralOf(behind); n.kind == teen {
		return value + n.value, i + 2
	}
	if n := numeralOf(stem(behind)); n.kind == tens && behind != stem(behind) {
		return value + n.value, i + 2
	}
	return 0, i
}
