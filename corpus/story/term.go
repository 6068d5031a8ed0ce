package story

import (
	"bytes"
	_ "embed"
	"math"
	"strings"

	"jarida/corpus/arabic"
)

//go:generate go run ./gen

// wordsFile says how rare words are. Each line is a level of rarity, the most common first, and its words, with spaces between, in folded
// letters as arabic.Unfold writes them.
//
//go:embed data/words.txt
var wordsFile string

// Rarity is the logarithm of one in how many leads has a word. The levels are wide enough that counts of a small corpus can tell them.
const (
	lowestRarity  = 2.0 // what is in one lead of seven, or more, says nothing
	levelWidth    = 0.5
	unknownLevel  = 13 // 8.5: once in five thousand leads, or less, is what the words that the file does not have are
	rareLevel     = 8  // 6.0: in one lead of four hundred, or less
	levelBits     = 4
	common        = 1<<levelBits - 1 // the level of words that say nothing
	shortestTerm  = 2                // letters
	shortestStem  = 3
	shortestAnded = 4
)

// formulas are words of the announcements that newspapers print every day: receptions, congratulations and condolences, weddings, share
// prices, weather, executions. They say of what kind a report is, and nothing of which event; without them, what is left of a title
// is the names and numbers by which two of a kind are told apart.
const formulas = `معايدة تعايد يعايد منسوبي منسوبيها منسوبيه يحتفل احتفل احتفال حفل أفراح زواج زفاف زواجه زفافه
	يستقبل استقبل تستقبل استقبال يلتقي التقى مهنئين يهنئ تهنئ هنأ تهنئة برقية بعث يعزي تعزي عزاء تعازي اتصال اتصالا هاتفي هاتفيا يتلقى تلقى
	خادم حرمين شريفين أمير سمو ملكي ولي عهد نائب معالي فضيلة
	طقس أرصاد توقعات جوية سماء غائمة غائما جزئيا حرارة سحب رياح
	مؤشر أسهم سوق تداول تداولات يغلق أغلق إغلاق نقطة ريال مليون مليار أرباح صافي ربع نصف ارتفاع ارتفع يرتفع انخفاض انخفض تراجع يتراجع
	قصاص قصاصا تعزير تعزيرا جان جناة تنفيذ`

// term is a word of the title or the lead: from above, 24 bits of its hash, a bit each for what stands in the title, at the head (the
// title and the first headWords words), for numbers and for what stands there more than once, and the level of its rarity.
type term uint32

const (
	termTitle  term = 1 << 7
	termHead   term = 1 << 6
	termNumber term = 1 << 5
	termOften  term = 1 << 4
	termLevel  term = 1<<levelBits - 1
	termShift       = 8
	wordBits        = 24
)

// word gives the part of a term that is that of its word.
func (t term) word() uint32 { return uint32(t >> termShift) }

func (t term) rarity() float64 { return lowestRarity + levelWidth*float64(t&termLevel) }

// weight is how much a term counts for in the direction of a lead.
func (t term) weight() float64 {
	const often = 1.9 // 1 + ln 2.5
	if t&termOften != 0 {
		return t.rarity() * often
	}
	return t.rarity()
}

// words knows how rare words are, and how to take from a word what is written together with it.
type words struct {
	levels   levels
	articles [][]byte // folded: the article, with a preposition before it
	and      byte
	particle [5]byte // the letters that are words of their own before another
	weekdays [7]uint64
}

func newWords() *words {
	w := newWordCutter()
	folded := []byte(nil)
	for i, line := range strings.Split(strings.TrimSuffix(wordsFile, "\n"), "\n") {
		for word := range strings.SplitSeq(line, " ") {
			folded = arabic.AppendFold(folded[:0], word)
			w.levels.set(hashOf(folded), uint8(i-1)&common) // the first line is that of the common words
		}
	}
	for word := range strings.FieldsSeq(formulas) {
		folded = arabic.AppendFold(folded[:0], word)
		w.levels.set(hashOf(folded), common)
	}
	for day, hash := range w.weekdays {
		level, _ := w.levels.get(hash)
		w.levels.set(hash, level&common|uint8(day+1)<<levelBits)
	}
	return w
}

// newWordCutter makes words of which no levels are known.
func newWordCutter() *words {
	w := &words{and: arabic.AppendFold(nil, "و")[0], levels: newLevels()}
	for _, s := range [...]string{"ال", "بال", "كال", "فال", "لل"} {
		w.articles = append(w.articles, arabic.AppendFold(nil, s))
	}
	copy(w.particle[:], arabic.AppendFold(nil, "بلفكس"))
	for i, s := range [...]string{"أحد", "اثنين", "ثلاثاء", "أربعاء", "خميس", "جمعة", "سبت"} {
		w.weekdays[i] = hashOf(arabic.AppendFold(nil, s))
	}
	return w
}

// stem gives a folded word without what is written together with it: "and", the article, and a particle where the word is not known with it
// and is without. It gives the hash, too.
func (w *words) stem(word []byte) ([]byte, uint64) {
	word = w.plain(word)
	hash := hashOf(word)
	if len(word) <= shortestStem || bytes.IndexByte(w.particle[:], word[0]) < 0 || w.levels.has(hash) {
		return word, hash
	}
	if bare := hashOf(word[1:]); w.levels.has(bare) {
		return word[1:], bare
	}
	return word, hash
}

// plain takes "and" and the article from a word.
func (w *words) plain(word []byte) []byte {
	if len(word) > shortestAnded && word[0] == w.and {
		word = word[1:]
	}
	for _, a := range w.articles {
		if len(word) >= len(a)+shortestStem && bytes.HasPrefix(word, a) {
			return word[len(a):]
		}
	}
	return word
}

// levelOf gives the level of a word that is so many of all words of a corpus: common below 0.
func levelOf(share float64) int {
	const leadTerms = 110 // distinct words of a lead, about
	return int(math.Floor((-math.Log(-math.Expm1(-leadTerms*share))-lowestRarity)/levelWidth + 0.5))
}
