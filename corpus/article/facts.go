package article

import (
	"html"
	"slices"
	"strings"

	"jarida/corpus/calendar"
)

// fillFacts sets what is known about the whole part: what its text says, else what the metadata of the page say, else the name of
// the file.
func (p *Parser) fillFacts(name string) {
	a := &p.article
	if p.title.Text == "" {
		p.title = p.madeTitle()
	}
	a.Title = p.title
	if a.Date.Zero() {
		a.Date = p.bodyDate()
	}
	if a.Date.Zero() {
		a.Date = p.src.Date
	}
	if a.Date.Zero() {
		a.Date = calendar.InName(name)
	}
	a.Byline = display(or(a.Byline, p.src.Byline))
	a.Section = display(or(a.Section, p.src.Section))
	a.Source = or(a.Source, p.src.Publisher)
	a.Source = or(a.Source, p.closingAgency())
	for _, b := range a.Blocks {
		if b.RepeatOf < 0 && counts(b.Kind) {
			a.Words += countWords(p.text[b.Start:b.End])
		}
	}
}

// closingAgency gives the agency that the last paragraph names in brackets at its end: "(أ .ف .ب)".
func (p *Parser) closingAgency() string {
	const longest = 40 // bytes
	for _, b := range slices.Backward(p.article.Blocks) {
		if b.Kind != Paragraph {
			continue
		}
		s := strings.TrimRight(p.text[max(b.Start, b.End-2*longest):b.End], ". ")
		open := strings.LastIndexByte(s, '(')
		if open < 0 || !strings.HasSuffix(s, ")") || len(s)-open > longest {
			return ""
		}
		if name := agency(s[open:]); name != "" && !commonName(name) {
			return name
		}
		return ""
	}
	return ""
}

func or(a, b string) string {
	if a == "" {
		return b
	}
	return a
}

// display gives a fact as it is to be read: single spaces, no invisible marks, and characters for the entities that the pages of some
// sites leave in their text ("&quot;").
func display(s string) string {
	if strings.IndexByte(s, '&') >= 0 && strings.IndexByte(s, ';') >= 0 {
		s = html.UnescapeString(s)
	}
	return foldSpace(dropMarks(s))
}

// madeTitle makes a title from the first sentence of the text, past a dateline.
func (p *Parser) madeTitle() Headline {
	if p.src.Title != "" {
		return Headline{Text: display(p.src.Title)}
	}
	for _, b := range p.article.Blocks {
		switch b.Kind {
		case Furniture, Notice, Byline, Dateline, Section:
			continue
		default:
		}
		// Twice as much text as a title holds: white space may be folded away, and shorten sees where the sentence goes on.
		text := p.text[b.Start:b.End]
		text = text[datelineLength(text):]
		text = validPrefix(text, 2*maxMadeTitle)
		return Headline{Text: shorten(display(text[:sentenceEnd(text, 0)]))}
	}
	return Headline{}
}

// bodyDate gives the day that the text calls today in its first paragraphs: "اليوم الجمعة 16 يناير 2026". Of 590 reports whose day
// is known from elsewhere it gives the right one for 570, most others being slips of their authors; a weekday and date alone are
// right in 85 of 450, so they count for nothing.
func (p *Parser) bodyDate() calendar.Date {
	const paragraphs, longest = 3, 1200 // bytes of each
	n := 0
	for _, b := range p.article.Blocks {
		if b.Kind != Paragraph && b.Kind != Lead {
			continue
		}
		if n++; n > paragraphs {
			break
		}
		text := p.text[b.Start:min(b.End, b.Start+longest)]
		if !strings.Contains(text, "اليوم") {
			continue
		}
		for _, d := range calendar.Find(text, b.Start) {
			if today(p.text[b.Start:d.Start], n == 1) {
				return d
			}
		}
	}
	return calendar.Date{}
}

// today reports whether a text before a date ends with the word for today and a weekday; bare says that the weekday may be missing.
// "On the same day" is another one.
func today(before string, bare bool) bool {
	before = validSuffix(before, 64)
	words := strings.FieldsFunc(before, func(r rune) bool { return r == ' ' || r == '،' || r == ',' || r == '(' || r == '\u00a0' })
	n := len(words)
	if n > 0 && words[n-1] == "الموافق" {
		n--
	}
	if n > 0 && isWeekday(plain(words[n-1])) {
		n--
	} else if !bare {
		return false
	}
	return n > 0 && words[n-1] == "اليوم" && (n == 1 || words[n-2] != "نفس" && words[n-2] != "ذات")
}

func isWeekday(word string) bool {
	switch word {
	case "السبت", "الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعة":
		return true
	}
	return false
}

// shareSource gives every part the newspaper that the page is from: the one that most of its teasers name, where the text and its
// metadata name none. A text that a notice says is from elsewhere has that for its source where nothing else is known.
func (p *Parser) shareSource() {
	source := ""
	for k := range p.parts {
		source = or(source, p.teaserSource(&p.parts[k]))
	}
	for k := range p.parts {
		a := &p.parts[k]
		a.Source = or(or(a.Source, source), a.Origin.Source)
	}
}

// teaserSource gives the newspaper that most of an article's teasers name.
func (p *Parser) teaserSource(a *Article) string {
	const fewest = 2
	best, most := "", 0
	counts := map[string]int{}
	for _, t := range a.Related {
		name, _, _ := strings.Cut(p.text[t.Source.Start:t.Source.End], "(")
		if name = agency(name); name == "" {
			continue
		}
		if counts[name]++; counts[name] > most {
			best, most = name, counts[name]
		}
	}
	if most < fewest || most*2 <= len(a.Related) {
		return ""
	}
	return best
}
