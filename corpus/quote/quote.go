// Package quote finds who said what.
//
// It reads an article sentence by sentence: a reporting verb makes its subject the speaker of the quotations behind it, and who speaks
// goes on speaking until another does. What has no reporting verb stays without a speaker, and a name in quotation marks is no quote.
package quote

import (
	"slices"
	"strings"

	"jarida/corpus/article"
	"jarida/corpus/entity"
)

// Kind is how words are given as somebody's.
type Kind uint8

const (
	Direct   Kind = iota // a sentence or more in quotation marks
	Partial              // a few words in quotation marks inside a sentence
	Unmarked             // "وأضاف: …" to the end of the paragraph, without marks
	Headline             // "بوتين: …" in a title
)

// String gives the name of the kind in the output of the commands.
func (k Kind) String() string {
	return [...]string{"direct", "partial", "unmarked", "headline"}[k]
}

// Quote is words that somebody is said to have said or written.
type Quote struct {
	Start, End int // source bytes; quotation marks are inside
	Kind       Kind
	Speaker    Speaker
	Verb       string // the reporting verb, participle or nominal attribution as written; "" without one
	Repeat     bool   // it stands in a block that repeats another
}

// Speaker is who said it: a mention of an entity, or a role that stands for a person. The zero Speaker is nobody.
type Speaker struct {
	Known   bool
	Mention int // index in the mentions of the article, -1 where a role speaks
	Role    int // index in its roles, -1 where a mention speaks
}

// Finder finds quotes in article after article, in the same memory. It must not be shared between goroutines.
type Finder struct {
	scanner   scanner
	sentences sentences
	names     names
	quotes    []Quote

	src     string
	tagger  *entity.Tagger // that has read the article; nil for none
	block   article.Block
	reading bool // the block is one of running text
	last    speaks
	ended   bool // the sentence before ended with a quotation
}

// New makes a Finder.
func New() *Finder { return &Finder{scanner: scanner{lexicon: newLexicon()}} }

// Find gives the quotes of an article, in order. src is the source text; mentions and roles are those of the same article, in order. What it
// gives is valid until the next call.
func (f *Finder) Find(src string, a article.Article, mentions []entity.Mention, roles []entity.Role) []Quote {
	return f.FindNoted(src, a, mentions, roles, nil)
}

// FindNoted is Find, in less time, for the article whose mentions a tagger has found last that notes what Note says.
func (f *Finder) FindNoted(src string, a article.Article, mentions []entity.Mention, roles []entity.Role, tagger *entity.Tagger) []Quote {
	f.src, f.tagger, f.quotes = src, tagger, f.quotes[:0]
	f.names = appendNames(f.names[:0], mentions, roles)
	f.sentences = sentences{mentions: mentions}
	f.scanner.marked = f.scanner.marked[:0]
	story, main := -1, state{}
	for i, b := range a.Blocks[:f.lastSpoken(a.Blocks)] {
		if skipped(b) {
			continue
		}
		if now := a.TeaserOf(i); now != story {
			// What a related story quotes has nothing to do with this one's speakers.
			if story < 0 {
				main = f.sentences.state
			}
			story, f.sentences.state = now, state{}
			if now < 0 {
				f.sentences.state = main
			}
		}
		f.read(i, b)
	}
	f.src, f.tagger, f.sentences.mentions, f.sentences.items = "", nil, nil, nil
	return f.quotes
}

// skipped tells the blocks that are not read.
func skipped(b article.Block) bool { return b.Kind == article.Furniture || b.Kind == article.Tag }

// lastSpoken gives how many blocks there are up to the last that may hold a quote: the others need not be read.
func (f *Finder) lastSpoken(blocks []article.Block) int {
	n := len(blocks)
	for n > 0 && (skipped(blocks[n-1]) || !maySpeak(f.src[blocks[n-1].Start:blocks[n-1].End])) {
		n--
	}
	return n
}

// read finds the quotes of a block. Captions, repeats and titles leave the speaker of the text as he was.
func (f *Finder) read(i int, b article.Block) {
	text := f.src[b.Start:b.End]
	f.reading = b.Kind == article.Paragraph || b.Kind == article.Lead || b.Kind == article.List || b.Kind == article.Quote || b.Kind == article.Related
	stays := !f.reading || b.RepeatOf >= 0 // who speaks
	if stays && !maySpeak(text) {
		f.scanner.marked = f.scanner.marked[:0]
		return
	}
	continued := len(f.scanner.marked) > 0 && f.scanner.marked[len(f.scanner.marked)-1].open
	f.scanner.marked = appendMarked(f.scanner.marked[:0], text, continued)
	f.scanner.take(text, i, b.Start, f.tagger)
	items := f.scanner.scan(text, b.Start, f.names)
	before := f.sentences.state
	f.block, f.ended, f.last = b, continued, speaks{speaker: before.speaker}
	if !f.headline(items) {
		f.sentencesOf(items[dateline(items):])
	}
	if stays {
		f.sentences.state = before
	}
}

// dateline gives how many items a dateline at the beginning of a paragraph takes: names and dashes before a colon.
func dateline(items []item) int {
	const longest = 10
	dash := false
	for i, it := range items[:min(len(items), longest)] {
		switch {
		case it.kind == colon && dash:
			return i + 1
		case it.kind == quoteItem || it.kind == colon || it.kind == stop || it.sense != nothing:
			return 0
		}
		dash = dash || it.kind == plainItem
	}
	return 0
}

// sentencesOf attributes the quotations of each sentence.
func (f *Finder) sentencesOf(items []item) {
	for start := 0; start < len(items); {
		end := start
		for end < len(items) && items[end].kind != stop {
			end++
		}
		sentence := items[start:end]
		f.sentences.attribute(sentence, func(it item, at int, s speaks) {
			if at == 0 && s.speaker == (Speaker{}) && f.ended && f.last.speaker.Known {
				s = f.last // the quotation goes on behind a full stop, or in the next paragraph
			}
			f.add(it, sentence, at, s)
		})
		f.unmarked(sentence, items[end:])
		f.ended = len(sentence) > 0 && sentence[len(sentence)-1].kind == quoteItem
		start = end + 1
	}
}

const (
	fewestWords = 3 // of words without marks: fewer are a label
	sayingWords = 5 // of a quotation behind a colon that no reporting verb stands before: fewer are an item of a list
	directWords = 8 // of a quotation that is a sentence by itself; shorter ones are part of one, unless a colon stands before
)

// add enters a quotation, unless it is a name, a title or a term.
func (f *Finder) add(it item, sentence []item, at int, s speaks) {
	m := f.scanner.marked[it.quote]
	inner := strings.TrimSpace(m.inner(f.src[f.block.Start:f.block.End]))
	n := countWords(inner)
	colon := at > 0 && sentence[at-1].kind == colon
	switch {
	case n == 0:
		return
	case at > 0 && sentence[at-1].kind == wordItem && sentence[at-1].sense == naming && (n <= 2*directWords || !s.speaker.Known):
		return
	case !s.speaker.Known && !f.reading, !s.speaker.Known && n < directWords && (!colon || s.to == 0 && n < sayingWords): // terms, titles, ironies
		return
	case n == 1 && s.to == 0 && at > 0 && sentence[at-1].kind == mentionItem: // a name with its other name
		return
	}
	kind := Partial
	if n >= directWords || colon {
		kind = Direct
	}
	f.append(Quote{Start: it.start, End: it.end, Kind: kind}, s)
	f.last = s
}

func countWords(text string) (n int) {
	for range strings.FieldsSeq(text) {
		n++
	}
	return n
}

func (f *Finder) append(q Quote, s speaks) {
	if n := len(f.quotes); n > 0 && q.Start < f.quotes[n-1].End { // it is part of words that go on without marks
		return
	}
	q.Speaker, q.Repeat = s.speaker, f.block.RepeatOf >= 0
	if q.Speaker.Known {
		q.Verb = f.src[s.from:s.to]
	}
	f.quotes = append(f.quotes, q)
}

// unmarked enters what follows a reporting verb and a colon without marks, to the end of the paragraph or to where the paper reports on;
// where quotations in marks follow, to the end of the sentence.
func (f *Finder) unmarked(sentence, rest []item) {
	at, opened := f.sentences.colon, f.sentences.opened
	if !f.reading || at < 0 || !opened.speaker.Known || len(sentence)-at-1 < fewestWords {
		return
	}
	start, end := sentence[at+1].start, f.block.End
	if n := len(f.quotes); n > 0 && start < f.quotes[n-1].End || slices.ContainsFunc(sentence, func(it item) bool { return it.kind == quoteItem }) {
		return
	}
	if marked := f.scanner.marked; len(marked) > 0 && marked[len(marked)-1].start+f.block.Start > start {
		end = sentence[len(sentence)-1].end
	} else if next := reportsOn(rest); next > 0 {
		end = rest[next-1].end
	}
	f.append(Quote{Start: start, End: end, Kind: Unmarked}, opened)
}

// reportsOn gives where, among the items behind a sentence, a sentence begins with a reporting verb; 0 for nowhere.
func reportsOn(items []item) int {
	for i := 1; i < len(items); i++ {
		if items[i-1].kind == stop && (items[i].sense == report || items[i].sense == addOn) {
			return i
		}
	}
	return 0
}

// headline enters the words behind a name and a colon in a title.
func (f *Finder) headline(items []item) bool {
	if f.block.Kind != article.Title && f.block.Kind != article.Heading || len(items) < 2+fewestWords || items[1].kind != colon ||
		items[0].kind != mentionItem || items[2].kind == quoteItem || f.sentences.mentions[items[0].mention].Type == entity.Place {
		return false
	}
	f.append(Quote{Start: items[2].start, End: f.block.End, Kind: Headline}, speaks{speaker: speakerOf(items[0])})
	return true
}
