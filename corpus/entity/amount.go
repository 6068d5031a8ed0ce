package entity

import (
	"hash/maphash"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"jarida/corpus/arabic"
	"jarida/corpus/flat"
)

// Amount is a number with what it counts: "35 شخصاً", "نحو 1,2 مليار دولار", "12%", "عامين".
type Amount struct {
	Start, End int     // source bytes; the hedge before it and the noun are inside
	Value      float64 // 0 where the text is vague ("عشرات القتلى")
	Unit       string  // what is counted, as written; "%" for a percentage
	Hedged     bool    // about, more than, at least …
	Confidence float32 // 1 for a known unit, less where the next noun is taken for the thing that is counted
}

// Name gives what an amount is called wherever it is named: by its number and unit, one that is two by its form or has no number by its
// words. src is the source text.
func (a Amount) Name(src string) string {
	words, unit := spaced(src[a.Start:a.End]), spaced(a.Unit)
	if a.Value == 0 || words == unit {
		return words
	}
	number := strconv.FormatFloat(a.Value, 'f', -1, 64)
	if unit == "%" {
		return number + unit
	}
	return number + " " + unit
}

// AmountFinder finds the amounts of text after text, in the same memory. The zero value is ready; it must not be shared between goroutines.
type AmountFinder struct {
	text   string
	tokens []arabic.Token
	begin  []int    // those with which an amount may begin
	words  []string // the tokens as they are compared, "" for those that nobody has asked for: see word
	buffer []byte
	spelt  []byte // of words
	seed   maphash.Seed
	met    []beginning // by hash: the word that was looked at last
	dates  []Mention   // those that end behind the amount in hand
	found  []Amount

	numbers []Number
}

// beginning is a word by the hash of its spelling, and whether an amount may begin with it. That two words have one hash does not happen: see
// typeSlot.
type beginning struct {
	hash   uint64
	begins bool
}

// nearBeginnings are few enough for a processor to keep them near, and for most words of a text to be there.
const nearBeginnings = 1 << 12

// Find gives the amounts of a text, in order. The text begins at offset in its source; dates are mentions in the same source, in order, whose
// numbers are no amounts. What it gives is valid until the next call.
//
// The grammar is that of news prose: a hedge, a number in digits or words, and the noun behind it. Numbers that count nothing are
// passed over: scores, clause and list numbers, clock times, telephone numbers.
func (a *AmountFinder) Find(text string, offset int, dates []Mention) []Amount {
	a.read(text)
	for i := range a.tokens {
		if a.begins(i) {
			a.begin = append(a.begin, i)
		}
	}
	return a.find(offset, dates)
}

// find is Find for the text that was read.
func (a *AmountFinder) find(offset int, dates []Mention) []Amount {
	a.dates, a.found = dates, a.found[:0]
	behind := 0 // the last amount
	for _, i := range a.begin {
		if i < behind {
			continue
		}
		amount, next := a.at(i)
		if next == i {
			continue
		}
		if !a.inDate(amount, offset) {
			amount.Start += offset
			amount.End += offset
			a.found = append(a.found, amount)
		}
		behind = next
	}
	return a.found
}

// read divides a text into tokens.
func (a *AmountFinder) read(text string) {
	if a.met == nil {
		a.seed, a.met = maphash.MakeSeed(), make([]beginning, nearBeginnings)
	}
	a.tokens = arabic.AppendTokens(a.tokens[:0], text, 0)
	a.take(text)
}

// take takes a text whose tokens are there.
func (a *AmountFinder) take(text string) {
	a.text, a.begin, a.spelt = text, a.begin[:0], a.spelt[:0]
	a.words = zeroed(a.words, len(a.tokens))
}

// word gives a token as it is compared, until the next text. Few are asked for: those about an amount.
func (a *AmountFinder) word(i int) string {
	if a.words[i] != "" {
		return a.words[i]
	}
	start := len(a.spelt)
	a.spelt = arabic.AppendToken(a.spelt, a.text, a.tokens[i])
	a.words[i] = flat.String(a.spelt[start:])
	return a.words[i]
}

// begins reports whether an amount may begin with a token.
func (a *AmountFinder) begins(i int) bool {
	t := a.tokens[i]
	if t.Kind != arabic.Word {
		return t.Kind == arabic.Number
	}
	hash := maphash.String(a.seed, a.text[t.Start:t.End])
	met := &a.met[hash%nearBeginnings]
	if met.hash != hash {
		a.buffer = arabic.AppendToken(a.buffer[:0], a.text, t)
		*met = beginning{hash, beginsAmount(flat.String(a.buffer))}
	}
	return met.begins
}

// inDate reports whether an amount stands in a date. Both come in order, so dates that end before it are done with.
func (a *AmountFinder) inDate(m Amount, offset int) bool {
	for len(a.dates) > 0 && a.dates[0].End <= m.Start+offset {
		a.dates = a.dates[1:]
	}
	return len(a.dates) > 0 && a.dates[0].Start < m.End+offset
}

// at reads the amount whose hedge or number begins with token i; next is i where there is none.
func (a *AmountFinder) at(i int) (amount Amount, next int) {
	number := a.hedge(i)
	hedged := number > i
	if !hedged && i > 0 && notCounted(a.word(i-1)) {
		return Amount{}, i
	}
	start := a.start(i)
	if a.dual(number) {
		t := a.tokens[number]
		return Amount{start, t.End, 2, a.text[t.Start:t.End], hedged, 0.9}, number + 1
	}
	value, unit := a.number(number)
	switch {
	case unit > number:
	case hedged && number < len(a.words) && measured(a.word(number)): // "نحو ساعة"
		t := a.tokens[number]
		return Amount{start, t.End, 1, a.text[t.Start:t.End], true, 0.9}, number + 1
	default:
		if unit = a.vague(number); unit == number {
			return Amount{}, i
		}
		value, hedged = 0, true
	}
	if total := a.outOf(unit); total > unit {
		unit = total
	}
	end, confidence := a.counted(unit)
	if end == unit || confidence < 1 && !hedged && unit == number+1 && isYear(a.word(number)) {
		return Amount{}, i
	}
	name := a.text[a.tokens[unit].Start:a.tokens[end-1].End]
	if confidence == 1 && a.percent(unit) > unit {
		name = "%"
	}
	return Amount{start, a.tokens[end-1].End, value, strings.Trim(name, "«»\"“”"), hedged, confidence}, end
}

// start gives where an amount begins whose first token is i: behind a clitic, where only the rest is a number.
func (a *AmountFinder) start(i int) int {
	t, word := a.tokens[i], a.word(i)
	if t.Kind != arabic.Word || numeralOf(word).kind != noNumeral || numeralOf(stem(word)).kind == noNumeral {
		return t.Start
	}
	_, n := utf8.DecodeRuneInString(a.text[t.Start:])
	return t.Start + n
}

// hedge gives the token behind words such as "more than", i itself where there are none.
func (a *AmountFinder) hedge(i int) int {
	for _, h := range hedges {
		if a.follows(i, h) {
			return i + len(h)
		}
	}
	return i
}

// follows reports whether tokens i and on are these words.
func (a *AmountFinder) follows(i int, words []string) bool {
	if i+len(words) > len(a.words) {
		return false
	}
	for k, word := range words {
		if a.word(i+k) != word {
			return false
		}
	}
	return true
}

// outOf reads "من أصل 31" behind a number.
func (a *AmountFinder) outOf(i int) int {
	if !a.follows(i, []string{"من", "اصل"}) {
		return i
	}
	_, next := a.number(i + 2)
	if next == i+2 {
		return i
	}
	return next
}

// vague reads a word that counts without a number, such as "عشرات".
func (a *AmountFinder) vague(i int) (next int) {
	if i >= len(a.words) || !isVague(a.word(i)) {
		return i
	}
	return i + 1
}

// counted reads what is counted, and how sure it is that it is that: a percentage, a unit with its adjective, or the next noun.
func (a *AmountFinder) counted(i int) (end int, confidence float32) {
	if end = a.percent(i); end > i {
		return end, 1
	}
	quoted := i < len(a.words) && (a.word(i) == "«" || a.word(i) == "\"" || a.word(i) == "“")
	noun := i
	if quoted {
		noun++
	}
	if noun >= len(a.words) || a.tokens[noun].Kind != arabic.Word || !a.near(noun) {
		return i, 0
	}
	word := a.word(noun)
	if !measured(word) && !isCounted(word) {
		return i, 0
	}
	end, confidence = noun+1, 0.7
	if measured(word) {
		confidence = 1
	}
	if end < len(a.words) && a.near(end) && qualifies(word, a.word(end)) {
		end++
	}
	if quoted {
		if end >= len(a.words) || a.word(end) != "»" && a.word(end) != "\"" && a.word(end) != "”" {
			return i, 0
		}
		end++
	}
	return end, confidence
}

// isYear reports whether a number looks like a year: behind it a noun begins something new, unless it is a unit.
func isYear(word string) bool {
	return len(word) == 4 && (strings.HasPrefix(word, "19") || strings.HasPrefix(word, "20"))
}

// percent reads a percent sign, or the words for it.
func (a *AmountFinder) percent(i int) int {
	if i >= len(a.words) {
		return i
	}
	switch a.word(i) {
	case "%", "٪", "بالميه", "بالمايه":
		return i + 1
	case "في":
		if i+1 < len(a.words) && slices.Contains([]string{"الميه", "المايه"}, a.word(i+1)) {
			return i + 2
		}
	}
	return i
}

// near reports whether a token stands behind the one before it with nothing but a few spaces or one line break between.
func (a *AmountFinder) near(i int) bool {
	if i == 0 {
		return true
	}
	between := a.text[a.tokens[i-1].End:a.tokens[i].Start]
	return len(between) <= 4 && strings.Count(between, "\n") <= 1
}
