package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

const nationalitiesHeader = `Adjectives of countries, regions and peoples: masculine, feminine, definite; and the peoples.
Source: ArWikiCats, licence MIT; more by hand (demonyms.tsv), licence that of the program. Forms are derived.`

const clubsHeader = `Sports clubs.
Source: ArWikiCats (Clubs_key.json), licence MIT.`

const peopleHeader = `Full names of people who are known, living and dead.
Source: ArWikiCats (peoples.json), licence MIT.`

const personsHeader = `# Words that people's names consist of, as they are compared, and how common each is: 1 to 7, each step about three times as
# common as the one before.
# Source: Wikidata names (NETransliteration, COLING 2018), licence CC0-1.0.
#
# word	bucket
`

// counts gives how often each word is part of a person's name, by its key.
func (w *world) counts() map[string]int {
	if w.nameCounts == nil {
		w.nameCounts = map[string]int{}
		for _, row := range w.nameTokens {
			n, err := strconv.Atoi(row[2])
			if err == nil {
				w.nameCounts[key(strings.ReplaceAll(row[1], " ", ""))] += n
			}
		}
	}
	return w.nameCounts
}

func (w *world) nameCount(k string) int { return w.counts()[k] }

// persons writes the words of people's names. Those seen once are left out: half of them are slips of the source.
func (w *world) persons() []byte {
	var lines []string
	for k, n := range w.counts() {
		if n < 2 || letters(k) < 2 || !arabicOnly(k) || strings.Contains(k, " ") {
			continue
		}
		bucket := 1
		for step := 6; n >= step && bucket < 7; step *= 3 {
			bucket++
		}
		lines = append(lines, fmt.Sprintf("%s\t%d\n", k, bucket))
	}
	slices.SortFunc(lines, func(a, b string) int {
		ka, _, _ := strings.Cut(a, "\t")
		kb, _, _ := strings.Cut(b, "\t")
		return strings.Compare(ka, kb)
	})
	return []byte(personsHeader + strings.Join(lines, ""))
}

// adjective tells whether a key is a form of a nationality.
func (w *world) adjective(k string) bool {
	if w.forms == nil {
		w.forms = map[string]bool{}
		for _, e := range w.nationalities(w.countries()) {
			w.forms[key(e.name)] = true
		}
	}
	return w.forms[k]
}

// noAdjective tells the nationalities of the source that are none of today's, or whose words mean something else first:
// lunar, green, financial.
func noAdjective(english string) bool {
	switch english {
	case "african-american", "africanamerican", "ancient-greek", "ancient-macedonian", "ancient-romans", "austrianhungarian",
		"victorian", "cape verdean", "comorian", "malian", "crimean", "nasovietna", "samoan", "timorese", "democratic republic of congo",
		"australasian", "myanmarian", "americans", "guinean", "equatoguinean":
		return true
	}
	return false
}

// nationalities gives the adjectives of the sources and by hand, in all the forms.
func (w *world) nationalities(countries []entry) []entry {
	byName := map[string]entry{}
	for _, e := range countries {
		byName[key(e.name)] = e
	}
	kept := map[string]entry{}
	add := func(kind, name string, of entry) {
		k := key(name)
		if _, taken := kept[kind+k]; !taken && arabicOnly(k) && !w.ordinary[k] {
			kept[kind+k] = entry{name: name, kind: kind, country: of.country, canonical: of.canonical}
		}
	}
	all := func(masculine string, plurals []string, of entry) {
		for _, form := range adjectives(masculine) {
			add("nationality", form, of)
		}
		for _, plural := range plurals {
			for _, form := range peoples(plural) {
				add("people", form, of)
			}
		}
	}
	for _, row := range w.demonyms {
		var plurals []string
		if row[1] != "" {
			plurals = strings.Split(row[1], ";")
		}
		all(row[0], plurals, entry{canonical: row[2], country: row[3]})
	}
	english := make([]string, 0, len(w.adjectives))
	for name := range w.adjectives {
		english = append(english, name)
	}
	slices.Sort(english)
	for _, name := range english {
		a := w.adjectives[name]
		of, ok := byName[key(a.Ar)]
		if !ok {
			of = entry{canonical: a.Ar}
		}
		if !noAdjective(name) && len(strings.Fields(a.Male)) == 1 && strings.HasSuffix(a.Male, "ي") {
			all(a.Male, []string{a.Males}, of)
		}
	}
	return values(kept)
}

// adjectives gives the forms of a masculine adjective of one word or two: إيراني، إيرانية، الإيراني، الإيرانية. Of two that
// are compounds (جنوب أفريقي) the second is inflected, and takes the article with the first standing as it is or both (الكوري
// الجنوبي).
func adjectives(masculine string) []string {
	words := strings.Fields(masculine)
	if len(words) == 1 {
		return []string{masculine, masculine + "ة", "ال" + masculine, "ال" + masculine + "ة"}
	}
	first, second := words[0], words[1]
	if strings.HasSuffix(first, "ي") { // both are adjectives
		return []string{
			first + " " + second, first + "ة " + second + "ة", "ال" + first + " ال" + second, "ال" + first + "ة ال" + second + "ة",
		}
	}
	return []string{
		first + " " + second, first + " " + second + "ة", "ال" + first + " " + second, "ال" + first + " " + second + "ة",
		first + " ال" + second, first + " ال" + second + "ة",
	}
}

// peoples gives the forms of a plural: a sound one in both its cases, each with the article and without.
func peoples(plural string) []string {
	words := strings.Fields(plural)
	if len(words) != 1 {
		return nil
	}
	forms := []string{plural}
	if stem, ok := strings.CutSuffix(plural, "ون"); ok {
		forms = append(forms, stem+"ين")
	}
	for _, form := range slices.Clone(forms) {
		forms = append(forms, "ال"+form)
	}
	return forms
}

// clubs gives the clubs of the source: their names without the words for a club, which text has or leaves out.
func (w *world) clubs(places []entry) []entry {
	isPlace := map[string]bool{}
	for _, e := range places {
		isPlace[key(e.name)] = true
	}
	english := make([]string, 0, len(w.clubNames))
	for name := range w.clubNames {
		english = append(english, name)
	}
	slices.Sort(english)
	kept := map[string]entry{}
	for _, latin := range english {
		name := w.clubNames[latin]
		if noClub(name) {
			continue
		}
		name, _, _ = strings.Cut(name, "(")
		name = strings.TrimSpace(name)
		if i := strings.Index(name, " لكرة "); i > 0 {
			name = name[:i]
		}
		name = strings.TrimSuffix(strings.TrimSuffix(strings.TrimPrefix(name, "نادي "), " للسيدات"), " الرياضي")
		k := key(name)
		if _, taken := kept[k]; taken || letters(k) < 4 || strings.Count(k, " ") >= longestSequence || !strings.ContainsFunc(k, arabicLetter) {
			continue
		}
		e := entry{name: name, kind: "club", latin: title(latin)}
		if w.seen.organisation[k] == 0 && !strings.Contains(k, " ") || isPlace[k] || w.common(k, "") || w.seen.place[k] > 0 {
			e.context = "descriptor,quotes,nationality,peer"
		}
		kept[k] = e
	}
	return values(kept)
}

func arabicLetter(r rune) bool { return r >= 'ء' && r <= 'ي' }

// noClub tells the names of the source that are leagues, cups and teams of countries.
func noClub(name string) bool {
	for _, word := range []string{"دوري", "كأس", "بطولة", "منتخب", "الدرجة", "اتحاد كرة", "ليغ", "لكرة قدم", "فوتبول", "رابطة", "دورة", "سيدات "} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}

// people gives the full names of people of the source: two words to four.
func (w *world) people() []entry {
	kept := map[string]entry{}
	english := make([]string, 0, len(w.peopleNames))
	for name := range w.peopleNames {
		english = append(english, name)
	}
	slices.Sort(english)
	for _, latin := range english {
		name, _, _ := strings.Cut(w.peopleNames[latin], "(")
		name = strings.TrimSpace(name)
		k := key(name)
		if n := len(strings.Fields(k)); n < 2 || n > longestSequence || !arabicOnly(k) || strings.Contains(name, ".") {
			continue
		}
		if _, taken := kept[k]; !taken {
			latin, _, _ = strings.Cut(latin, "(")
			kept[k] = entry{name: name, kind: "person", latin: title(strings.TrimSpace(latin))}
		}
	}
	return values(kept)
}
