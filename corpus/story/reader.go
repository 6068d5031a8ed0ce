package story

import (
	"math"
	"slices"
	"time"

	"jarida/corpus/arabic"
	"jarida/corpus/article"
)

const (
	leadWords = 150 // of the running text tell what has happened; behind them is background that other articles share
	headWords = 30  // of these say it once
	mostTerms = 96  // are kept of an article, those of the greatest weight
	keyTerms  = 12  // of these are what it is looked for by
	leastText = 8   // words has the running text of an article that can be in a story
)

const (
	noDay     = math.MinInt32
	noWeekday = -1
)

// Text is what is kept of an article. It never changes.
type Text struct {
	doc            int32
	day            int32 // days since 1970, noDay where it is not known
	weekday        int8  // the first that the lead names, noWeekday for none
	src            string
	title          string
	source, origin string  // who published it, and who did first, as far as that is known
	blocks         []span  // of the source text: the running text
	terms          []term  // by word
	length         float64 // of the vector of the terms
	titled         float64 // the rarities of the terms of the title
	titleLength    float64 // of the vector of the title
	numbers        int     // different numbers in title and lead
	keys           []uint32
	sketch         [bands]uint32
	words          int    // of the running text
	hash           uint64 // of title and words: two texts that have the same are the same but for marks and spaces
}

// span is a range of the source text.
type span struct{ start, end int32 }

// Reader reads articles for a Builder, in the same memory. It belongs to one goroutine.
type Reader struct {
	words    *words
	folded   arabic.FoldedWords
	hashes   []uint64 // of the words of the running text
	counts   []termCount
	places   [countPlaces]counted // of the words that were counted, by hash
	round    uint32               // which article the places are of
	order    []uint64
	shingles []uint32
}

// termCount is how a word occurs in title and lead.
type termCount struct {
	hash  uint64
	times int // in the title each counts twice
	flags term
	level uint8
}

// counted leads to a count.
type counted struct {
	round uint32
	count uint32
}

const (
	countPlaces = 1 << 10
	mostCounts  = countPlaces / 2 // words of a title and a lead; the rest of a title that is longer is not read
)

// Read takes from an article of a source text what is kept of it. src is not copied.
func (r *Reader) Read(doc int32, src string, a *article.Article) *Text {
	t := &Text{doc: doc, day: dayOf(a.Date.ISO), weekday: noWeekday, src: src, title: a.Title.Text, source: a.Source, origin: a.Origin.Source}
	r.hashes = r.hashes[:0]
	r.counts = r.counts[:0]
	r.round++
	r.folded.Fold(a.Title.Text)
	for _, w := range r.folded.Words {
		word := r.folded.Text[w.Start:w.End]
		t.hash = t.hash*fnvPrime ^ hashOf(word)
		r.count(word, 2, termTitle|termHead)
	}
	for i := range a.Blocks {
		if b := &a.Blocks[i]; running(b) {
			t.blocks = append(t.blocks, span{int32(b.Start), int32(b.End)})
			r.block(t, src[b.Start:b.End])
		}
	}
	t.blocks = slices.Clip(t.blocks)
	t.words = len(r.hashes)
	for _, h := range r.hashes {
		t.hash = t.hash*fnvPrime ^ h
	}
	r.keep(t)
	r.shingles = appendShingles(r.shingles[:0], r.hashes)
	t.sketch = sketchOf(r.shingles)
	return t
}

// running reports whether a block is text that tells what has happened.
func running(b *article.Block) bool {
	if b.RepeatOf >= 0 {
		return false
	}
	switch b.Kind {
	case article.Paragraph, article.Lead, article.Quote, article.List, article.Verse, article.Heading:
		return true
	default:
		return false
	}
}

// block takes the words of a block.
func (r *Reader) block(t *Text, text string) {
	r.folded.Fold(text)
	for _, w := range r.folded.Words {
		word := r.folded.Text[w.Start:w.End]
		hash := hashOf(word)
		if at := len(r.hashes); at < leadWords {
			flags := term(0)
			if at < headWords {
				flags = termHead
			}
			if day := r.count(word, 1, flags); t.weekday == noWeekday {
				t.weekday = day
			}
		}
		r.hashes = append(r.hashes, hash)
	}
}

// count counts a word of the title or lead, and gives the day of the week that it names.
func (r *Reader) count(word []byte, times int, flags term) (weekday int8) {
	var hash uint64
	if isNumber(word) {
		hash, flags = hashOf(word), flags|termNumber
	} else if word, hash = r.words.stem(word); len(word) < shortestTerm {
		return noWeekday
	}
	i := hash & (countPlaces - 1)
	for ; r.places[i].round == r.round; i = (i + 1) & (countPlaces - 1) {
		if c := &r.counts[r.places[i].count]; c.hash == hash {
			c.times, c.flags = c.times+times, c.flags|flags
			return int8(c.level>>levelBits) - 1
		}
	}
	if len(r.counts) == mostCounts {
		return noWeekday
	}
	level, _ := r.words.levels.get(hash)
	r.places[i] = counted{r.round, uint32(len(r.counts))}
	r.counts = append(r.counts, termCount{hash, times, flags, level})
	return int8(level>>levelBits) - 1
}

// isNumber reports whether a folded word is a number.
func isNumber(folded []byte) bool { return folded[0] >= '0' && folded[0] <= '9' }

// wordOf gives the part of the hash of a word that is kept in terms.
func wordOf(hash uint64) uint32 { return uint32(hash >> (64 - wordBits)) }

// keep keeps the terms of the greatest weight, those of one weight by their hashes.
func (r *Reader) keep(t *Text) {
	const indexBits, weightBits = 9, 16
	r.order = r.order[:0]
	for i, c := range r.counts {
		if c.flags&termNumber != 0 {
			t.numbers++
		}
		if level := term(c.level) & termLevel; level != common {
			weight := level.rarity() * (1 + logOf(c.times))
			r.order = append(r.order, uint64(math.MaxUint16-weight*256)<<(64-weightBits)|c.hash>>(weightBits+indexBits)<<indexBits|uint64(i))
		}
	}
	slices.Sort(r.order)
	r.order = r.order[:min(len(r.order), mostTerms)]
	t.terms, t.keys = make([]term, len(r.order)), make([]uint32, min(len(r.order), keyTerms))
	for i, o := range r.order {
		c := &r.counts[o&(1<<indexBits-1)]
		n := term(wordOf(c.hash))<<termShift | c.flags | term(c.level)&termLevel
		if c.times > 1 {
			n |= termOften
		}
		t.terms[i] = n
		if i < len(t.keys) {
			t.keys[i] = n.word()
		}
		t.add(n)
	}
	t.length, t.titleLength = math.Sqrt(t.length), math.Sqrt(t.titleLength)
	slices.Sort(t.terms)
}

// add adds a term to the sums.
func (t *Text) add(n term) {
	t.length += n.weight() * n.weight()
	if n&termTitle != 0 {
		t.titled += n.rarity()
		t.titleLength += n.rarity() * n.rarity()
	}
}

// logOf gives the logarithm of how often a word occurs.
func logOf(times int) float64 {
	switch times {
	case 1:
		return 0
	case 2:
		return math.Ln2
	}
	return math.Log(float64(times))
}

// shinglesOf gives the shingles of a text that was read.
func (r *Reader) shinglesOf(dst []uint32, t *Text) []uint32 {
	r.hashes = r.hashes[:0]
	for _, b := range t.blocks {
		r.folded.Fold(t.src[b.start:b.end])
		for _, w := range r.folded.Words {
			r.hashes = append(r.hashes, hashOf(r.folded.Text[w.Start:w.End]))
		}
	}
	return appendShingles(dst[:0], r.hashes)
}

// dayOf numbers a day in ISO 8601, noDay for anything else: a month tells nothing.
func dayOf(iso string) int32 {
	d, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return noDay
	}
	return int32(d.Unix() / (24 * 60 * 60))
}
