package story

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"jarida/corpus/arabic"
	"jarida/corpus/article"
)

// Sample is an article that the file of words is made of, and its source text.
type Sample struct {
	Src     string
	Article article.Article
}

const (
	leastFound   = 20 // articles have a word that is in the file: of less, nothing can be said
	leastKnown   = 6  // have a word, or it is not taken for one
	oftenerAlone = 4  // times as often is a word seen without a particle, or it is no particle

	mostAlike   = 60  // articles that share a rare word, or it does not lead to pairs
	leastSample = 25  // words has an article of which something is learnt
	prior       = 30  // observations of words that are not known are added to those of one that is
	mostWeight  = 4.0 // nats

	laterDays      = 7    // are between articles on the same day of two weeks
	relatedLeads   = 0.18 // cosine of the leads of articles on one subject …
	eventLeads     = 0.5  // … and on one event
	distantLeads   = 0.15
	copiedLeads    = 0.3  // from here on they may be of one text
	relatedText    = 0.25 // containment up to which they are not
	rewrittenText  = 0.4
	likelyEvent    = 1.5 // nats by each title for one event …
	likelyTogether = 5.0 // … and by both
	unlikelyEvent  = -2.0
)

// WordsFile makes data/words.txt out of many articles with titles and days, as the program in gen asks for it. Each line is a word in folded
// letters as arabic.Unfold writes them, the level of its rarity, and its evidence: in the title here and missing, in the opening here and
// missing.
//
// How rare a word is tells in how many titles and leads it stands. The evidence of titles is learnt from their own leads, where nothing is
// missing but by choice of words, against others with rare words in common, of the same day and of a week later; that of openings, from the
// pairs of articles which the titles say to be on one event, in words of their own, against those of which they deny it, and those of a
// week later.
func WordsFile(samples []Sample) string {
	l := learner{words: newWordCutter(), known: map[uint32]*learnt{}}
	l.other, l.number = learnt{name: otherWord, entry: l.words.other[0]}, learnt{name: otherNumber, entry: l.words.other[1]}
	l.findWords(samples)
	l.read(samples)
	l.titles()
	l.settle(func(e *entry) *evidence { return &e.title })
	l.openings()
	l.settle(func(e *entry) *evidence { return &e.opening })
	return l.file()
}

// learner learns what words say.
type learner struct {
	words  *words
	known  map[uint32]*learnt // by the part of the hash that terms have
	other  learnt             // words that are not known
	number learnt
	reader *Reader
	texts  []*Text    // those of which something is learnt
	leads  []*Text    // the same without their titles
	pairs  [][2]int32 // that share rare words, of a day or two
	later  [][2]int32 // and of days so far apart that no event is told on both: what these have in common is how such things are told
	set    shingleSet
}

// learnt is what was learnt of a word.
type learnt struct {
	name  string
	entry entry
	observed
}

// observed is how often a word of one article stood in another, of pairs on one event and of others.
type observed struct{ same, sameHere, elsewhere, elsewhereHere float64 }

func (o *observed) add(same, here bool) {
	switch {
	case same && here:
		o.sameHere++
		fallthrough
	case same:
		o.same++
	case here:
		o.elsewhereHere++
		fallthrough
	default:
		o.elsewhere++
	}
}

// findWords finds how rare words are. What is written together with them is taken off by what the articles themselves know, so they are
// counted twice: as they stand but for "and", the article and a suffix, to know them, and then by their stems.
func (l *learner) findWords(samples []Sample) {
	w := l.words
	forms := countWords(samples, func(word []byte) []byte { return w.bare(w.plain(word)) })
	for form, n := range forms {
		particle := len(form) > shortestStem && slices.Contains(w.particle[:], form[0]) && forms[form[1:]] > oftenerAlone*n
		if n >= leastKnown && !particle {
			w.known.set(hashOf([]byte(form)), entry{})
		}
	}
	stems := countWords(samples, w.stem)
	w.known = newLexicon()
	for stem, n := range stems {
		if n < leastFound || len(stem) < shortestTerm {
			continue
		}
		hash := hashOf([]byte(stem))
		e := entry{level: levelOf(float64(n) / float64(len(samples)))}
		w.known.set(hash, e)
		l.known[wordOf(hash)] = &learnt{name: arabic.Unfold([]byte(stem)), entry: e}
	}
}

// levelOf gives the level of a word that is in such a share of the leads.
func levelOf(share float64) uint8 {
	level := math.Floor((-math.Log(share)-lowestRarity)/levelWidth+0.5) + 1
	return uint8(max(common, min(level, unknownLevel)))
}

// countWords counts the articles that have a word in title or lead, as a function cuts words. Numbers are counted as they are.
func countWords(samples []Sample, cut func(word []byte) []byte) map[string]int {
	counts := map[string]int{}
	var r Reader
	here := map[string]bool{}
	add := func(text string, most int) int {
		r.folded.Fold(text)
		for _, f := range r.folded.Words[:min(len(r.folded.Words), most)] {
			word := r.folded.Text[f.Start:f.End]
			if !isNumber(word) {
				word = cut(word)
			}
			here[string(word)] = true
		}
		return len(r.folded.Words)
	}
	for i := range samples {
		s := &samples[i]
		clear(here)
		add(s.Article.Title.Text, mostCounts)
		left := leadWords
		for j := range s.Article.Blocks {
			if b := &s.Article.Blocks[j]; left > 0 && running(b) {
				left -= add(s.Src[b.Start:b.End], left)
			}
		}
		for word := range here {
			counts[word]++
		}
	}
	return counts
}

// read reads the articles that have a title of their own and a day, and finds the pairs of them that share rare words within a day.
func (l *learner) read(samples []Sample) {
	l.reader = &Reader{words: l.words, keeps: true}
	days := map[int32][]int32{}
	for i := range samples {
		a := samples[i].Article
		t := l.reader.Read(int32(len(l.texts)), samples[i].Src, &a)
		if t.heads.title == 0 || t.day == noDay || t.words < leastSample {
			continue
		}
		a.Title.Text = ""
		days[t.day] = append(days[t.day], t.doc)
		l.texts, l.leads = append(l.texts, t), append(l.leads, l.reader.Read(t.doc, samples[i].Src, &a))
	}
	for _, day := range slices.Sorted(maps.Keys(days)) {
		l.pairs = l.pair(l.pairs, days[day], days[day+1])
		l.later = l.pair(l.later, days[day], days[day+laterDays])
	}
	l.later = slices.DeleteFunc(l.later, func(p [2]int32) bool {
		a, b := l.texts[p[0]], l.texts[p[1]]
		lead := l.lead(a, b)
		return a.day == b.day || lead < relatedLeads || lead > eventLeads && l.containment(a, b) > sameText
	})
}

// lead tells how alike two leads are.
func (l *learner) lead(a, b *Text) float64 {
	s := share(a, b)
	return ratio(s.lead, a.length*b.length)
}

// pair adds the pairs of articles of a day, and of these with those of another day.
func (l *learner) pair(pairs [][2]int32, day, next []int32) [][2]int32 {
	having := map[uint32][]int32{}
	for _, i := range slices.Concat(day, next) {
		l.eachRare(i, func(word uint32) { having[word] = append(having[word], i) })
	}
	for _, i := range day {
		met := map[int32]int{}
		l.eachRare(i, func(word uint32) {
			if others := having[word]; len(others) <= mostAlike {
				for _, j := range others {
					met[j]++
				}
			}
		})
		for j, n := range met {
			if n >= leastKeys && (j > i || l.texts[j].day != l.texts[i].day) {
				pairs = append(pairs, [2]int32{i, j})
			}
		}
	}
	return pairs
}

func (l *learner) eachRare(i int32, do func(word uint32)) {
	for _, t := range l.texts[i].terms {
		if t&termLevel >= rareLevel {
			do(t.word())
		}
	}
}

// titles looks for the words of titles in their own leads, and in the articles on the same subject.
func (l *learner) titles() {
	for i, t := range l.texts {
		l.observe(t, l.leads[i], termTitle, true)
	}
	for _, p := range l.pairs {
		a, b := l.texts[p[0]], l.texts[p[1]]
		if lead := l.lead(a, b); lead >= relatedLeads && lead <= eventLeads && !(lead > copiedLeads && l.containment(a, b) > relatedText) {
			l.others(p, termTitle)
		}
	}
	for _, p := range l.later {
		l.others(p, termTitle)
	}
}

// others observes two articles on different events.
func (l *learner) others(p [2]int32, flag term) {
	l.observe(l.texts[p[0]], l.texts[p[1]], flag, false)
	l.observe(l.texts[p[1]], l.texts[p[0]], flag, false)
}

// openings looks for the words of openings in the articles of which the titles say that they are on the same event, or that they are not.
func (l *learner) openings() {
	for _, t := range l.texts {
		l.weigh(t)
	}
	for _, p := range l.pairs {
		a, b := l.texts[p[0]], l.texts[p[1]]
		least, most := byTitles(a, b)
		switch {
		case least > likelyEvent && least+most > likelyTogether && l.containment(a, b) <= rewrittenText:
			l.observe(a, b, termOpening, true)
			l.observe(b, a, termOpening, true)
		case most < 0 && least+most < unlikelyEvent && l.lead(a, b) >= distantLeads:
			l.others(p, termOpening)
		}
	}
	for _, p := range l.later {
		l.others(p, termOpening)
	}
}

// weigh takes the evidence of the titles that was learnt.
func (l *learner) weigh(t *Text) {
	t.gains, t.missing = nil, headSum{}
	for _, n := range t.terms {
		if n&termHead != 0 {
			t.weigh(n, &l.kept(n).entry)
		}
	}
}

// byTitles gives the evidence of two titles, in nats.
func byTitles(a, b *Text) (least, most float64) {
	x, y := float64(a.evidence(b).title)/nat, float64(b.evidence(a).title)/nat
	return min(x, y), max(x, y)
}

func (l *learner) containment(a, b *Text) float64 {
	return l.set.containment(l.reader.shinglesOf(nil, a), l.reader.shinglesOf(nil, b))
}

// observe counts the terms with a flag of one text, and which of them another has.
func (l *learner) observe(a, b *Text, flag term, same bool) {
	j := 0
	for _, t := range a.terms {
		for j < len(b.terms) && b.terms[j].word() < t.word() {
			j++
		}
		if t&flag != 0 {
			l.kept(t).add(same, j < len(b.terms) && b.terms[j].word() == t.word())
		}
	}
}

// kept gives what is kept of a term: of those that are not in the file, together.
func (l *learner) kept(t term) *learnt {
	if k := l.known[t.word()]; k != nil {
		return k
	}
	if t&termNumber != 0 {
		return &l.number
	}
	return &l.other
}

// settle makes evidence of what was observed, and forgets it.
func (l *learner) settle(of func(e *entry) *evidence) {
	other, number := l.other.observed, l.number.observed
	for _, k := range l.all() {
		base := other
		if isNumber([]byte(k.name)) || k == &l.number {
			base = number
		}
		same := (k.sameHere + prior*ratio(base.sameHere, base.same)) / (k.same + prior)
		not := (k.elsewhereHere + prior*ratio(base.elsewhereHere, base.elsewhere)) / (k.elsewhere + prior)
		*of(&k.entry) = evidence{inNats(same / not), inNats((1 - same) / (1 - not))}
		k.observed = observed{}
	}
}

// inNats gives a ratio in the units of evidence.
func inNats(odds float64) int8 {
	return int8(math.Round(nat * max(-mostWeight, min(math.Log(odds), mostWeight))))
}

// all gives all that was learnt, the words that are not known last.
func (l *learner) all() []*learnt {
	list := slices.SortedFunc(maps.Values(l.known), func(a, b *learnt) int {
		return cmp.Or(cmp.Compare(a.entry.level, b.entry.level), cmp.Compare(a.name, b.name))
	})
	return append(list, &l.other, &l.number)
}

// file writes what was learnt.
func (l *learner) file() string {
	var file strings.Builder
	for _, k := range l.all() {
		e := &k.entry
		fmt.Fprintln(&file, k.name, e.level, e.title.here, e.title.missing, e.opening.here, e.opening.missing)
	}
	return file.String()
}
