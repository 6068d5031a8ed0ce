package story

import (
	"math"
	"slices"
	"time"

	"jarida/corpus/arabic"
	"jarida/corpus/article"
)

const (
	leadWords    = 150 // of the running text tell what has happened; behind them is background that other articles share
	openingWords = 30  // of these say it once
	keyTerms     = 12  // those of the greatest weight are what an article is looked for by
	leastText    = 8   // words has the running text of an article that can be in a story
)

const (
	noDay     = math.MinInt32
	noWeekday = -1
)

// Text is what is kept of an article. It never changes.
type Text struct {
	doc            int32
	day            int32  // days since 1970, noDay where it is not known
	weekday        int8   // the first that the lead names, noWeekday for none
	src            string // "" where it is asked for: see New
	title          string
	source, origin string  // who published it, and who did first, as far as that is known
	blocks         []span  // of the source text: the running text
	terms          []term  // the different words of title and lead, by word
	gains          []gain  // of those that stand at the head, in their order
	heads          headSum // how many of them stand in the title, and in the opening
	missing        headSum // what it says that all of these are missing in another article
	length         float64 // of the vector of the terms
	titled         float64 // the rarities of the terms of the title
	titleLength    float64 // of the vector of the title
	numbers        int     // different numbers in title and lead
	keys           []uint32
	sketch         [bands]uint32
	words          int    // of the running text
	hash           uint64 // of title and words: two texts that have the same are the same but for marks and spaces
}

// gain is how much more is said by a word of the title or the opening that stands in another article than by one that is missing there,
// in the units of evidence; 0 where it does not stand in the title, or in the opening.
type gain struct{ title, opening int8 }

// headSum is a sum for the words of the title, and one for those of the opening.
type headSum struct{ title, opening int32 }

// span is a range of the source text.
type span struct{ start, end int32 }

// Reader reads articles for a Builder, in the same memory. It belongs to one goroutine.
type Reader struct {
	words    *words
	keeps    bool // the source text, too: see New
	folded   arabic.FoldedWords
	hashes   []uint64 // of the words of the running text
	counts   []termCount
	places   [countPlaces]counted // of the words that were counted, by hash
	round    uint32               // which article the places are of
	order    []uint64             // the terms, and of which count each is
	shingles []uint32
}

// termCount is how a word occurs in title and lead.
type termCount struct {
	hash  uint64
	times int // in the title each counts twice
	flags term
	entry entry
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

// Read takes from an article of a source text what is kept of it. Neither src nor the names in a are copied.
func (r *Reader) Read(doc int32, src string, a *article.Article) *Text {
	t := &Text{doc: doc, day: dayOf(a.Date.ISO), weekday: noWeekday, src: src, title: a.Title.Text, source: a.Source, origin: a.Origin.Source}
	if !r.keeps {
		t.src = ""
	}
	r.hashes = r.hashes[:0]
	r.counts = r.counts[:0]
	r.round++
	for i := range a.Blocks {
		if b := &a.Blocks[i]; running(b) {
			t.blocks = append(t.blocks, span{int32(b.Start), int32(b.End)})
			r.block(t, src[b.Start:b.End])
		}
	}
	t.blocks = slices.Clip(t.blocks)
	t.words = len(r.hashes)
	r.title(t, &a.Title)
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

// title takes the words of the title, unless it was made of the first words of the text: what they say is said once.
func (r *Reader) title(t *Text, title *article.Headline) {
	r.folded.Fold(title.Text)
	hashes := make([]uint64, 0, 32)
	for _, w := range r.folded.Words {
		hashes = append(hashes, hashOf(r.folded.Text[w.Start:w.End]))
		t.hash = t.hash*fnvPrime ^ hashes[len(hashes)-1]
	}
	if title.End == 0 && begins(r.hashes, hashes) {
		return
	}
	for _, w := range r.folded.Words {
		r.count(r.folded.Text[w.Start:w.End], 2, termTitle)
	}
}

// begins reports whether a text begins with a title, behind a dateline if it has one.
func begins(text, title []uint64) bool {
	const dateline = 12 // words at most
	for at := range min(dateline, len(text)) {
		if n := min(len(title), len(text)-at); n > 0 && slices.Equal(text[at:at+n], title[:n]) {
			return true
		}
	}
	return false
}

// block takes the words of a block.
func (r *Reader) block(t *Text, text string) {
	r.folded.Fold(text)
	for _, w := range r.folded.Words {
		word := r.folded.Text[w.Start:w.End]
		hash := hashOf(word)
		if at := len(r.hashes); at < leadWords {
			flags := term(0)
			if at < openingWords {
				flags = termOpening
			}
			if t.weekday == noWeekday {
				t.weekday = r.words.weekday(word)
			}
			r.count(word, 1, flags)
		}
		r.hashes = append(r.hashes, hash)
	}
}

// count counts a word of the title or lead.
func (r *Reader) count(word []byte, times int, flags term) {
	number := isNumber(word)
	if number {
		flags |= termNumber
	} else if word = r.words.stem(word); len(word) < shortestTerm {
		return
	}
	hash := hashOf(word)
	i := hash & (countPlaces - 1)
	for ; r.places[i].round == r.round; i = (i + 1) & (countPlaces - 1) {
		if c := &r.counts[r.places[i].count]; c.hash == hash {
			c.times, c.flags = c.times+times, c.flags|flags
			return
		}
	}
	if len(r.counts) == mostCounts {
		return
	}
	r.places[i] = counted{r.round, uint32(len(r.counts))}
	r.counts = append(r.counts, termCount{hash, times, flags, r.words.of(hash, number)})
}

// isNumber reports whether a folded word is a number.
func isNumber(folded []byte) bool { return folded[0] >= '0' && folded[0] <= '9' }

// wordOf gives the part of the hash of a word that is kept in terms.
func wordOf(hash uint64) uint32 { return uint32(hash >> (64 - wordBits)) }

// keep keeps what was counted.
func (r *Reader) keep(t *Text) {
	r.order = r.order[:0]
	heads := 0
	for i := range r.counts {
		c := &r.counts[i]
		n := term(wordOf(c.hash))<<termShift | c.flags | term(c.entry.level)
		if c.times > 1 {
			n |= termOften
		}
		if n&termHead != 0 {
			heads++
		}
		if n&termNumber != 0 {
			t.numbers++
		}
		r.order = append(r.order, uint64(n)<<32|uint64(i))
	}
	slices.Sort(r.order)
	t.terms, t.gains = make([]term, len(r.order)), make([]gain, 0, heads)
	for i, o := range r.order {
		n := term(o >> 32)
		t.terms[i] = n
		t.add(n)
		if n&termHead != 0 {
			t.weigh(n, &r.counts[uint32(o)].entry)
		}
	}
	t.length, t.titleLength = math.Sqrt(t.length), math.Sqrt(t.titleLength)
	t.keys = r.keysOf()
}

// keysOf gives the words of the greatest weight, those of one weight by their hashes.
func (r *Reader) keysOf() []uint32 {
	var best [keyTerms]uint64
	n := 0
	for i := range r.counts {
		c := &r.counts[i]
		if c.entry.level == common {
			continue
		}
		key := uint64(term(c.entry.level).rarity()*(1+logOf(c.times))*256)<<32 | uint64(wordOf(c.hash))
		if n < keyTerms {
			n++
		} else if key <= best[keyTerms-1] {
			continue
		}
		at := n - 1
		for ; at > 0 && best[at-1] < key; at-- {
			best[at] = best[at-1]
		}
		best[at] = key
	}
	keys := make([]uint32, n)
	for i := range keys {
		keys[i] = uint32(best[i])
	}
	return keys
}

// weigh takes the evidence of a term at the head.
func (t *Text) weigh(n term, e *entry) {
	var g gain
	if n&termTitle != 0 {
		g.title = e.title.here - e.title.missing
		t.missing.title += int32(e.title.missing)
		t.heads.title++
	}
	if n&termOpening != 0 {
		g.opening = e.opening.here - e.opening.missing
		t.missing.opening += int32(e.opening.missing)
		t.heads.opening++
	}
	t.gains = append(t.gains, g)
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

// hasRead reports whether the words of which shinglesOf gave the shingles last are those that a text had when it was read.
func (r *Reader) hasRead(t *Text) bool {
	hash := uint64(0)
	r.folded.Fold(t.title)
	for _, w := range r.folded.Words {
		hash = hash*fnvPrime ^ hashOf(r.folded.Text[w.Start:w.End])
	}
	for _, h := range r.hashes {
		hash = hash*fnvPrime ^ h
	}
	return hash == t.hash
}

// dayOf numbers a day in ISO 8601, noDay for anything else: a month tells nothing.
func dayOf(iso string) int32 {
	d, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return noDay
	}
	return int32(d.Unix() / (24 * 60 * 60))
}
