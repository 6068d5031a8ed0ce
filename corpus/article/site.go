package article

import "strings"

// sourceLine reports whether a line names a broadcaster or agency and a place, as some pages do over their titles: "سكاي نيوز عربية - أبوظبي".
func sourceLine(s string) bool {
	name, place, ok := strings.Cut(s, " - ")
	if !ok || len(s) > maxLabel/2 || words(place) > 2 || !bareName(place) {
		return false
	}
	known := agencyName(plain(name))
	return known != "" && !commonName(known)
}

// sectionPath reports whether a line is the way to a page: names of sections with bars or slashes between.
func sectionPath(s string) bool {
	if len(s) > maxLabel || !strings.ContainsAny(s, "|/>›»") {
		return false
	}
	n := 0
	for name := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune("|/>›»", r) }) {
		if label := plain(name); !isSectionName(label) && label != "الرئيسية" && label != "الرئيسيه" {
			return false
		}
		n++
	}
	return n > 1
}

// peelSite divides the name of a site, section or the way to the page from the title behind it ("CNNArabic.com - …", "صحة | …") or before it
// ("… | BBC News"). It gives the line of the title.
func (p *Parser) peelSite(i int) int {
	start := p.lines[i].start
	for _, mark := range []string{" - ", " | ", " – ", " / "} {
		s := p.lineText(i)
		at := strings.Index(s, mark)
		if at <= 0 {
			continue
		}
		if first := s[:at]; isSite(first) || mark != " / " && siteName(first, mark) {
			p.article.Source = agency(first)
			p.split(i, start+at+len(mark))
			p.settle(i, Furniture)
			return i + 1
		}
		if n := sectionsLength(s, mark); n > 0 {
			p.split(i, start+n)
			p.settle(i, Section)
			p.settledHead(i)
			return i + 1
		}
		if at = strings.LastIndex(s, mark); isSite(s[at+len(mark):]) || siteName(s[at+len(mark):], mark) {
			p.article.Source = agency(s[at+len(mark):])
			p.split(i, start+at)
			if i+1 < len(p.lines) {
				p.settle(i+1, Furniture)
			}
			return i
		}
	}
	return i
}

// siteName reports whether a part of a title line is the name of a newspaper, agency or broadcaster. Behind a dash those that are also common
// words prove nothing.
func siteName(s, mark string) bool {
	name := agencyName(plain(s))
	return name != "" && len(s) <= maxLabel/2 && (mark == " | " || !commonName(name) && words(s) <= 3 && mark != " / ")
}

// sectionsLength gives the length of the names of sections with which a title line begins, each with the mark behind it, where the title
// is longer; 0 for none. Behind a dash or a slash the way to the page must begin with its front page: titles open with such words, too.
func sectionsLength(s, mark string) int {
	at, home := 0, false
	for {
		name, _, ok := strings.Cut(s[at:], mark)
		label := plain(validPrefix(name, maxLabel/2))
		front := label == "الرئيسية" || label == "الرئيسيه"
		if !ok || !front && !isSectionName(label) {
			break
		}
		home = home || front
		at += len(name) + len(mark)
	}
	if at == 0 || mark != " | " && !home || words(s[at:]) < 3 {
		return 0
	}
	return at
}

// isSite reports whether a part of a title line is the name of a site: Latin words with a domain or a broadcaster in them.
func isSite(s string) bool {
	const longest = 40
	if len(s) > longest {
		return false
	}
	label := plain(s)
	for _, name := range []string{"bbc", "cnn", "dw", "rt arabic", "reuters", "france24", "france 24", "sky news"} {
		if strings.HasPrefix(label, name) {
			return true
		}
	}
	for _, domain := range []string{".com", ".net", ".org", ".tv"} {
		if strings.Contains(strings.ToLower(s), domain) {
			return strings.IndexByte(s, ' ') < 0
		}
	}
	return false
}
