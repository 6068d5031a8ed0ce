package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// readBody settles captions, headings, lists and verse among the lines that are left, and joins the lines of broken paragraphs.
func (p *Parser) readBody() {
	p.markCaptions()
	for i := 0; i < len(p.lines); {
		if p.lines[i].settled {
			i++
			continue
		}
		end := p.runEnd(i)
		p.readRun(i, end)
		i = end
	}
}

// runEnd gives the end of the run of lines that begins with line i: those between which there is no blank line, and nothing known
// but what interrupts a sentence.
func (p *Parser) runEnd(i int) int {
	end := i + 1
	for end < len(p.lines) {
		switch {
		case p.lines[end].settled:
			next := p.behind(end)
			if next == end || endsSentence(p.lineText(end-1)) || strings.HasSuffix(p.lineText(end-1), ":") {
				return end
			}
			end = next + 1
		case p.lines[end].gap > 0:
			return end
		default:
			end++
		}
	}
	return end
}

// behind gives the line with which the text goes on behind furniture, a caption or a link that begins with line i; i itself where
// something else follows.
func (p *Parser) behind(i int) int {
	const most = 4
	for k := i; k < len(p.lines) && k <= i+most; k++ {
		switch l := p.lines[k]; {
		case !l.settled:
			return k
		case l.opens || l.kind != Caption && l.kind != Related && (l.kind != Furniture || !strings.ContainsFunc(p.lineText(k), unicode.IsLetter)):
			return i // a rule ends what is above it
		}
	}
	return i
}

// next gives the line of a run behind line k, past what interrupts it; end where there is none.
func (p *Parser) next(k, end int) int {
	for k++; k < end && p.lines[k].settled; k++ {
		continue
	}
	return k
}

// mayBegin reports whether something new can begin with line i: the line above ended its sentence, or was no part of the text.
func (p *Parser) mayBegin(i int) bool {
	if i == 0 || p.lines[i].gap > 0 || p.lines[i-1].settled {
		return true
	}
	return endsSentence(p.lineText(i-1)) || p.lines[i-1].end-p.lines[i-1].start > maxWrapped
}

// markLists settles the lines that open with a bullet or a number, where there is more than one.
func (p *Parser) markLists() {
	items := 0
	for i := range p.lines {
		if !p.lines[i].settled && isItem(p.lineText(i)) {
			items++
		}
	}
	if items < 2 {
		return
	}
	for i := range p.lines {
		if !p.lines[i].settled && isItem(p.lineText(i)) {
			p.settle(i, List)
		}
	}
}

func isItem(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case r == '•' || r == '●' || r == '▪' || r == '■' || r == '◄' || r == '◆':
		return true
	case r == '-' || r == '*' || r == '–':
		return n < len(s) && s[n] == ' '
	case !unicode.IsDigit(r):
		return false
	}
	for unicode.IsDigit(r) {
		s = s[n:]
		r, n = utf8.DecodeRuneInString(s)
	}
	// "1- ", "1 - ", "1. ", "1) ", and a year or sum needs no mark.
	if strings.HasPrefix(s, " - ") {
		return true
	}
	return (r == '-' || r == '.' || r == ')') && n < len(s) && (s[n] == ' ' || s[n] >= utf8.RuneSelf)
}

const (
	// maxWrapped is the longest line in bytes of a text that is broken at a column: 110 Arabic letters.
	maxWrapped = 220
	// maxVerse is the longest line of verse in bytes: a full line of the classical metres with its vowel signs.
	maxVerse = 120
	// maxHeading is the longest heading inside a text in bytes: about 60 letters.
	maxHeading = 110
)

// readRun reads lines i to end, between which there is no blank line and nothing known but what interrupts a sentence.
func (p *Parser) readRun(i, end int) {
	wrapped, longest := p.wrappedRun(i, end)
	plain := i // up to here no stanza begins
	for k := i; k < end; {
		next := p.next(k, end)
		switch {
		case p.isHeading(k, end, wrapped):
			p.settle(k, Heading)
		case wrapped:
			next = p.joinLines(k, end, longest)
		case next > k+1:
			if next < end && breaksOff(p.lineText(k), p.lineText(next)) {
				p.lines[next].resumed = true
			}
		case k >= plain:
			var verse bool
			verse, plain = p.stanza(k, end)
			for next = k; verse && next < plain; next++ {
				p.settle(next, Verse)
			}
			next = max(next, k+1)
		}
		k = next
	}
}

// breaksOff reports whether a paragraph stops within a sentence: at a word or mark that needs another, or with a quotation or bracket open
// that the next line closes. That its last sentence has no full stop proves nothing.
func breaksOff(s, next string) bool {
	return strings.HasSuffix(s, "،") || needsMore(s[strings.LastIndexByte(s, ' ')+1:]) || openQuote(s) && closesQuote(next)
}

// joinLines joins the lines of the broken paragraph that begins with line k, and gives the one behind it. Behind what interrupts it
// the paragraph goes on where the line above was full or a part of it already; a heading is neither.
func (p *Parser) joinLines(k, end, longest int) int {
	const full = 3 // of five parts of the longest line
	for last := k; ; last = k {
		s := p.lineText(last)
		if k = p.next(last, end); k == end || endsSentence(s) {
			return k
		}
		switch {
		case k == last+1:
			p.lines[k].joined = true
		case p.lines[last].joined || len(s)*5 >= longest*full:
			p.lines[k].resumed = true
		default:
			return k
		}
	}
}

// wrappedRun reports whether lines are one or more paragraphs broken at a column: none is long, two in five stop within a
// sentence, and sentences do end. It gives the length of the longest as well.
func (p *Parser) wrappedRun(i, end int) (wrapped bool, longest int) {
	const fewest = 3
	open, ended := 0, 0
	for k := i; k < end; k = p.next(k, end) {
		n := p.lines[k].end - p.lines[k].start
		if n > maxWrapped {
			return false, n
		}
		longest = max(longest, n)
		if endsSentence(p.lineText(k)) {
			ended++
		} else {
			open++
		}
	}
	switch {
	case open+ended < 2:
		return false, longest
	case open+ended < fewest:
		// Two lines: the first is filled, the second ends what it began.
		last := p.next(i, end)
		return !endsSentence(p.lineText(i)) && endsSentence(p.lineText(last)) && p.lines[i].end-p.lines[i].start > maxVerse*4/5 &&
			!strings.HasSuffix(p.lineText(i), ":"), longest
	}
	// Lines of verse never reach the width of a column of prose, nor do they fill one.
	return ended > 0 && open*5 >= (open+ended)*2 && (longest > 70 || p.filled(i, end)), longest
}

// filled reports whether lines are as full as the longest of them allows: nearly none that ends no sentence has room for the first word of
// the next.
func (p *Parser) filled(i, end int) bool {
	const fewest = 6
	width, open, full := 0, 0, 0
	for k := i; k < end; k = p.next(k, end) {
		width = max(width, utf8.RuneCountInString(p.lineText(k)))
	}
	for k := i; k < end; k = p.next(k, end) {
		next := p.next(k, end)
		if next == end || endsSentence(p.lineText(k)) {
			continue
		}
		if open++; p.overflows(k, next, width) {
			full++
		}
	}
	return open >= fewest && full*10 >= open*9
}

// overflows reports whether the first word of a line does not fit behind the line above in a column of so many letters.
func (p *Parser) overflows(above, line, width int) bool {
	word, _ := nextWord(p.lineText(line), 0)
	return utf8.RuneCountInString(p.lineText(above))+1+utf8.RuneCountInString(word) > width
}

// isHeading reports whether line k, in a run that reaches to end, is a heading of what follows it.
func (p *Parser) isHeading(k, end int, wrapped bool) bool {
	s := p.lineText(k)
	if len(s) > maxHeading || k+1 >= len(p.lines) || k == 0 {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	if r == '.' || r == '،' || r == ',' || r == '؛' || r == '…' || r == ':' && words(s) > 3 {
		return false
	}
	if p.lines[k-1].joined && !endsSentence(p.lineText(k-1)) || words(s) > 3 && goesOn(s) {
		return false
	}
	below := k + 1
	if p.lines[below].settled && p.lines[below].kind != List {
		below = p.behind(below)
	}
	next := p.lines[below]
	if next.settled && next.kind != List || next.end-next.start <= len(s) {
		return false
	}
	switch {
	case below > k+1:
		return p.lines[k].gap > 0 && p.longLine(below)
	case k+1 == end: // set apart by a blank line, or a list follows
		return next.gap > 0 && p.lines[k].gap > 0 || next.kind == List && next.settled
	case wrapped:
		// Within a broken paragraph only a line that need not have ended there is a heading.
		return len(s) <= 60 && !p.lines[k].joined && next.end-next.start > 80 && k > 0 && endsSentence(p.lineText(k-1))
	}
	return p.longLine(k+1) && !strings.HasSuffix(s, ":")
}

// stanza tells whether verse begins at line k, and up to which line that holds: at least six short lines of several words
// without numbers, hardly any of which ends a sentence, or lines whose halves are set apart.
func (p *Parser) stanza(k, end int) (verse bool, last int) {
	const fewestLines, fewestWords = 6, 3
	for last = k; last < end && !p.lines[last].settled && halves(p.lineText(last)); last++ {
		continue
	}
	if last-k >= 2 || last > k && k > 0 && strings.HasSuffix(p.lineText(k-1), ":") {
		return true, last
	}
	stops, pairs, n := 0, 0, 0
	for last = k; last < end && !p.lines[last].settled && p.lines[last].end-p.lines[last].start <= maxVerse; last++ {
		s := p.lineText(last)
		if digits(s) || strings.HasSuffix(s, ":") {
			break
		}
		if strings.HasSuffix(s, ".") {
			stops++
		}
		if strings.Contains(s, " - ") {
			pairs++ // of teams
		}
		n += words(s)
	}
	if announced := k > 0 && last-k >= 2 && n >= fewestWords*(last-k) && stops == 0 && announcesVerse(p.lineText(k-1)); announced {
		return true, last
	}
	return last-k >= fewestLines && stops*4 <= last-k && pairs*2 <= last-k && n >= fewestWords*(last-k), max(last, k+1)
}

// announcesVerse reports whether a line ends with a colon and speaks of a poem before it.
func announcesVerse(s string) bool {
	s = validSuffix(s, maxLabel)
	if !strings.HasSuffix(s, ":") {
		return false
	}
	for _, word := range []string{"قصيد", "مطلعها", "أبيات", "الأبيات", "بيت", "شعر", "الشاعر", "أنشد"} {
		if strings.Contains(s, word) {
			return true
		}
	}
	return false
}

// halves reports whether a line is two hemistichs with an ellipsis, stars or wide space between them.
func halves(s string) bool {
	if len(s) > 2*maxVerse || !mayBeHalves(s) {
		return false
	}
	for _, mark := range []string{" ... ", " *** ", " ** ", "     ", " … ", " / "} {
		if at := strings.Index(s, mark); at > len(s)/4 && at < len(s)*3/4 && strings.Count(s, mark) == 1 {
			return true
		}
	}
	return false
}

// mayBeHalves looks for a space with no letter behind it.
func mayBeHalves(s string) bool {
	for i := 1; i < len(s); i++ {
		if s[i-1] == ' ' {
			switch s[i] {
			case '.', '*', ' ', '/', "…"[0]:
				return true
			}
		}
	}
	return false
}
