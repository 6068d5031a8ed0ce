package story

import "math"

// Pair is what two articles have in common.
type Pair struct {
	Kind        Kind
	Containment float64  // the share of the runs of three words of the shorter that stand in the longer, 0 to 1
	Lead, Title float64  // how like the leads and the titles are: cosines of their words, the rarer the more, 0 to 1
	Told        float64  // the share of one title that stands at the head of the other article, the greater of the two
	Titled      float64  // the same of its title and lead
	Event       float64  // how likely it is that they tell of one event, 0 to 1; 0 where they are too far apart, or not alike at all
	Days        int      // between them; 0 where Dated is false
	Dated       bool     // the days of both are known
	Weekday     bool     // the leads name the same day of the week first
	Rare        int      // rare words that both leads have
	Shared      []string // the words that both titles and leads have, the rarest first, as the first of the articles writes them
}

// The thresholds. They were set on half of the pairs in testdata, beside those of a collection of near duplicates, and hold for all.
const (
	sameText     = 0.8  // containment from which two texts are the same whenever they were printed, if their leads are alike
	editedText   = 0.6  // and from which they are on one day, if a title fits the other article, too; on two, if they are on one event, too
	alikeLeads   = 0.45 // of texts that are the same, and not two articles with one passage in common
	alikeTerms   = 0.5  // the share of one lead's terms, by the squares of their weights, that the other has
	fittingTitle = 0.3

	leastLead   = 0.15 // of articles on one event
	undatedLead = 0.35 // where the day of one is not known
	leastEvent  = 0.42 // see Pair
	leastKeys   = 2    // key terms that they share, or they are not looked at
	mostDays    = 1    // between articles on one event: two days on there is other news of it
)

// The logarithm of the odds that two articles tell of one event is a sum of these, found by logistic regression on the same pairs.
const (
	weightNone    = -1.25
	weightTold    = 3.6   // how much of one title stands at the head of the other
	weightTitle   = 1.2   // the evidence of the titles, in nats for each word
	weightOpening = 2.7   // the evidence of the openings
	weightRare    = 0.125 // for each rare word that both leads have
	mostRare      = 15    // count
	weightLead    = -4.2  // how alike the leads are beyond that, is what they share with others on the subject
	weightWeekday = 0.6   // the same day of the week is named first
	weightOther   = -0.5  // another one
	weightDay     = -1.15 // on two days
	weightUndated = -0.7  // where a day is not known, what is alike is mostly what is told of every week
	weightNumbers = -3.3  // both leads have numbers, and others
	fewNumbers    = 3     // say nothing
)

// shared sums up what the terms of two texts have in common.
type shared struct {
	lead, title    float64 // products of the vectors
	titledA, toldA float64 // the rarities of the words of the first's title that stand in the other's lead, and at its head
	titledB, toldB float64
	ownA, ownB     float64 // squares: what share of each vector is in the other
	rare, numbers  int
}

// share compares the terms of two texts.
func share(a, b *Text) (s shared) {
	for i, j := 0, 0; i < len(a.terms) && j < len(b.terms); {
		x, y := a.terms[i], b.terms[j]
		switch {
		case x.word() < y.word():
			i++
			continue
		case x.word() > y.word():
			j++
			continue
		}
		i, j = i+1, j+1
		r := x.rarity()
		u, v := x.weight(), y.weight()
		s.lead += u * v
		s.ownA += u * u
		s.ownB += v * v
		if x&termLevel >= rareLevel {
			s.rare++
		}
		if x&termNumber != 0 {
			s.numbers++
		}
		if x&termTitle != 0 {
			s.titledA += r
			if y&termHead != 0 {
				s.toldA += r
			}
		}
		if y&termTitle != 0 {
			s.titledB += r
			if x&termHead != 0 {
				s.toldB += r
			}
			if x&termTitle != 0 {
				s.title += r * r
			}
		}
	}
	return s
}

// evidence gives what the words at the head of one text say for its being on the same event as another.
func (t *Text) evidence(u *Text) headSum {
	sum := t.missing
	i, j := 0, 0
	for _, n := range t.terms {
		if n&termHead == 0 {
			continue
		}
		for j < len(u.terms) && u.terms[j].word() < n.word() {
			j++
		}
		if j < len(u.terms) && u.terms[j].word() == n.word() {
			sum.title += int32(t.gains[i].title)
			sum.opening += int32(t.gains[i].opening)
		}
		i++
	}
	return sum
}

// pairOf tells what two texts have in common. Either may come first.
func pairOf(a, b *Text) Pair {
	p, _ := eventOf(a, b)
	var r Reader
	var set shingleSet
	p.Containment = set.containment(r.shinglesOf(nil, a), r.shinglesOf(nil, b))
	p.settle(a, b)
	return p
}

// eventOf is pairOf but for the containment, which takes a hundred times as long. alike says that it is worth while: the texts may be the
// same.
func eventOf(a, b *Text) (p Pair, alike bool) {
	s := share(a, b)
	p = Pair{Lead: ratio(s.lead, a.length*b.length), Title: ratio(s.title, a.titleLength*b.titleLength), Rare: s.rare}
	p.Told = max(ratio(s.toldA, a.titled), ratio(s.toldB, b.titled))
	titledA, titledB := ratio(s.titledA, a.titled), ratio(s.titledB, b.titled)
	p.Titled = max(titledA, titledB)
	p.Weekday = a.weekday != noWeekday && a.weekday == b.weekday
	if p.Dated = a.day != noDay && b.day != noDay; p.Dated {
		p.Days = int(max(a.day-b.day, b.day-a.day))
	}
	if p.Lead >= leastLead && p.Days <= mostDays && (p.Dated || p.Weekday && p.Lead >= undatedLead) {
		p.Event = p.odds(a, b, &s)
	}
	p.settle(a, b)
	own := max(ratio(s.ownA, a.length*a.length), ratio(s.ownB, b.length*b.length))
	return p, p.Lead >= alikeLeads && own >= alikeTerms && min(a.words, b.words) >= leastText
}

// odds gives how likely it is that two articles tell of one event.
func (p *Pair) odds(a, b *Text, s *shared) float64 {
	x, y := a.evidence(b), b.evidence(a)
	sum := weightNone + weightTold*p.Told + weightLead*p.Lead + weightRare*float64(min(s.rare, mostRare)) +
		weightTitle*(mean(x.title, a.heads.title)+mean(y.title, b.heads.title)) +
		weightOpening*(mean(x.opening, a.heads.opening)+mean(y.opening, b.heads.opening))
	switch {
	case p.Weekday:
		sum += weightWeekday
	case a.weekday != noWeekday && b.weekday != noWeekday:
		sum += weightOther
	}
	switch {
	case !p.Dated:
		sum += weightUndated
	case p.Days > 0:
		sum += weightDay
	}
	if n := min(a.numbers, b.numbers); n >= fewNumbers {
		sum += weightNumbers * max(0, 1-2*ratio(float64(s.numbers), float64(n)))
	}
	return 1 / (1 + math.Exp(-sum))
}

// mean gives evidence in nats for each word.
func mean(sum, words int32) float64 { return float64(sum) / nat / float64(max(words, 1)) }

// settle decides what two texts are to each other.
func (p *Pair) settle(a, b *Text) {
	switch {
	case p.isText(a, b):
		p.Kind = SameText
	case p.Event >= leastEvent:
		p.Kind = SameEvent
	default:
		p.Kind = None
	}
}

// isText reports whether two articles have one text. Far apart, or where the days are not known, it must be most of it: bulletins and
// announcements of other days have up to three quarters of their words in common.
func (p *Pair) isText(a, b *Text) bool {
	switch {
	case min(a.words, b.words) < leastText || p.Containment < editedText || p.Lead < alikeLeads:
		return false
	case p.Containment >= sameText:
		return true
	case !p.Dated || p.Days > 1:
		return false
	case p.Days == 1:
		return p.Event >= leastEvent
	}
	return p.Titled >= fittingTitle
}
