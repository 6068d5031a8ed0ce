package entity

import "strings"

// knownAs gives the form that a place or organisation has under its display name in the lists, or by the grammar of names;
// nothing where neither says anything else than the words themselves.
func (f *forms) knownAs(typ Type, words []string) formID {
	canonical := words
	switch typ {
	case Place:
		canonical = f.lists.display(typ, words)
	case Organisation:
		canonical = f.lists.organisation(words)
	case Person, Date, Quantity:
	}
	if strings.Join(canonical, " ") == strings.Join(words, " ") {
		return nothing
	}
	return f.intern(typ, canonical)
}

// display gives the words of the display name of a thing that the lists have under words; words itself where they have none, or
// several things of the type.
func (l *lists) display(typ Type, words []string) []string {
	name := ""
	for _, i := range l.whole(words) {
		e := l.entry(i)
		if typ == Place && !e.Kind.place() || typ == Organisation && !e.Kind.organisation() || strings.Contains(e.Name, adjectiveMark) {
			continue
		}
		if name != "" && name != e.Canonical {
			return words
		}
		name = e.Canonical
	}
	if name == "" {
		return words
	}
	return nameWords(name)
}

// whole gives the entries that have just these words.
func (l *lists) whole(words []string) []int32 {
	ids := make([]wordID, len(words))
	for i, w := range words {
		ids[i] = l.word(w).id
	}
	if found, n := l.match(ids); n == len(words) {
		return found
	}
	return nil
}

// hasOrganisation reports whether the lists have an organisation under just these words, and one of which there is no other in
// every country.
func (l *lists) hasOrganisation(words []string) bool {
	for _, i := range l.whole(words) {
		switch k := l.entry(i).Kind; k {
		case kindMinistry, kindCourt, kindParliament, kindForce, kindInstitution, kindFederation:
		default:
			if k.organisation() {
				return true
			}
		}
	}
	return false
}

// nationMark begins a word that stands for all adjectives of a country: الأميركية, الأمريكي.
const nationMark = "@"

// organisation gives the words that an organisation is compared by: those of the display name of the lists; else with وزارة where a
// portfolio of a country stands for its ministry, and adjectives of countries made one.
func (l *lists) organisation(words []string) []string {
	if listed := l.display(Organisation, words); strings.Join(listed, " ") != strings.Join(words, " ") {
		return listed
	}
	if l.word(words[0]).triggers&triggerDescriptor != 0 && len(words) > 1 && l.hasOrganisation(words[1:]) {
		return l.display(Organisation, words[1:])
	}
	if len(words) < 3 && portfolio(words[0]) && (len(words) == 1 || l.isNation(words[1])) {
		words = append([]string{"وزاره"}, words...)
	}
	var changed []string
	for i, w := range words {
		n, ok := l.nation(l.word(w))
		if i == 0 || !ok && w != "د" {
			continue
		}
		if changed == nil {
			changed = append(changed, words...)
		}
		if changed[i] = "الدكتور"; ok {
			changed[i] = nationMark + n.Name
		}
	}
	if changed != nil {
		return changed
	}
	return words
}

func (l *lists) isNation(w string) bool {
	_, ok := l.nation(l.word(w))
	return ok
}

// portfolio tells the words that name a ministry without the word for it: الخارجية الروسية.
func portfolio(w string) bool {
	switch w {
	case "الخارجيه", "الداخليه", "الدفاع", "الماليه", "العدل", "الصحه", "التعليم", "الاقتصاد", "النفط", "الطاقه", "الزراعه", "التجاره",
		"الثقافه", "الاعلام", "الاوقاف", "السياحه", "الماليهوالاقتصاد":
		return true
	}
	return false
}

// bareOf gives the form of a name without what it may also stand without: a descriptor (حركة حماس), a generic head (قطاع غزة), the
// article of an organisation (الناتو); or with the article whose alef a ل took (للكرملين). It is nothing where there is none.
func (f *forms) bareOf(typ Type, words []string) formID {
	if len(words) == 0 {
		return nothing
	}
	head, rest := words[0], words[1:]
	switch {
	case typ == Organisation && len(rest) > 0 && f.lists.word(head).triggers&triggerDescriptor != 0:
		return f.intern(typ, rest)
	case typ == Place && len(rest) > 0 && placeHead(head):
		return f.intern(typ, rest)
	case strings.HasPrefix(head, "ل") && len(head) > 3*len("ل"):
		return f.intern(typ, append([]string{"ا" + head}, rest...))
	case typ == Organisation && strings.HasPrefix(head, "ال") && len(head) > 4*len("ل"):
		return f.intern(typ, append([]string{strings.TrimPrefix(head, "ال")}, rest...))
	}
	return nothing
}

// placeHead tells the generic words that stand before a place and change nothing about which it is.
func placeHead(w string) bool {
	switch w {
	case "مدينه", "بلده", "قريه", "دوله", "جمهوريه", "سلطنه", "مملكه", "اماره", "قطاع":
		return true
	}
	return false
}
