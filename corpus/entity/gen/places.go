package main

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
)

const countriesHeader = `Countries and other territories, with all the names that the press calls them by.
Source: Unicode CLDR 48, Arabic display names of territories, licence Unicode-3.0; English names from the Countries States
Cities Database (dr5hn), licence ODbL-1.0; names of the press by hand (aliases.tsv), licence that of the program.`

const placesHeader = `States, cities, regions, continents, seas and sites.
Source: Countries States Cities Database (dr5hn), https://github.com/dr5hn/countries-states-cities-database, licence
ODbL-1.0; Unicode CLDR 48 for continents and regions, licence Unicode-3.0; regions of ArWikiCats, licence MIT; names of the
press by hand (aliases.tsv), licence that of the program. What needs context is what the training text (see NOTICE) or
ordinary.tsv has as another word.`

// needsHead is the context of a place whose name is a common word.
const needsHead = "descriptor"

// countries gives the countries and territories under all their names: the display name and aliases by hand, the name that
// CLDR has.
func (w *world) countries() []entry {
	latin := map[string]string{}
	for _, row := range w.countryNames {
		latin[row[2]] = row[1]
	}
	kept := map[string]entry{} // by key
	display := map[string]string{}
	add := func(e entry) {
		k := key(e.name)
		if _, taken := kept[k]; taken || !arabicOnly(k) {
			return
		}
		if w.ordinary[k] {
			e.context = needsHead
		}
		kept[k] = e
	}
	for _, row := range w.aliases {
		if row[1] != "country" {
			continue
		}
		display[row[2]] = row[0]
		add(entry{name: row[0], kind: "country", country: row[2], canonical: row[0], latin: row[4]})
		for _, alias := range aliasesOf(row) {
			add(entry{name: alias, kind: "country", country: row[2], canonical: row[0], latin: row[4]})
		}
	}
	byHand := map[string]bool{}
	for _, row := range w.aliases {
		byHand[key(row[0])] = true
		for _, alias := range aliasesOf(row) {
			byHand[key(alias)] = true
		}
	}
	for _, row := range w.territories {
		code, variant, _ := strings.Cut(row[1], "-")
		name := bare(row[0])
		if len(code) != 2 || noTerritory(code) || display[code] == "" && byHand[key(name)] {
			continue
		}
		if display[code] == "" && variant == "" {
			display[code] = name
		}
		add(entry{name: name, kind: "country", country: code, canonical: cmp.Or(display[code], name), latin: latin[code]})
	}
	return values(kept)
}

// noTerritory tells the codes of CLDR that are no territory on its own.
func noTerritory(code string) bool {
	switch code {
	case "AC", "BV", "CP", "CQ", "DG", "EA", "EU", "EZ", "HM", "IO", "QO", "TA", "TF", "UM", "UN", "XA", "XB", "ZZ":
		return true
	}
	return false
}

// aliasesOf gives the other names of a line of aliases.tsv.
func aliasesOf(row []string) []string {
	if row[3] == "" {
		return nil
	}
	return strings.Split(row[3], ";")
}

// values gives the entries of a map, sorted.
func values(m map[string]entry) []entry {
	list := make([]entry, 0, len(m))
	for _, e := range m {
		list = append(list, e)
	}
	slices.SortFunc(list, func(a, b entry) int { return cmp.Compare(a.name, b.name) })
	return list
}

// arab are the countries whose towns are listed down to a small size, and whose names are no transliterations.
const arab = " DZ BH KM DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE EH "

func isArab(country string) bool { return strings.Contains(arab, " "+country+" ") }

// How many people a city must have to be listed: in an Arab country, in another, and in China, whose counties are large.
const (
	arabPopulation    = 15_000
	foreignPopulation = 100_000
	chinesePopulation = 1_000_000
)

// places gives the places that are no countries: of several with one name the one that an editor means by it, which is the one
// of the list by hand, then the largest.
func (w *world) places(countries []entry) []entry {
	kept := map[string]entry{}
	for _, e := range countries {
		kept[key(e.name)] = e
	}
	for _, row := range w.aliases {
		for _, name := range append([]string{row[0]}, aliasesOf(row)...) {
			k := key(name)
			if _, taken := kept[k]; taken {
				continue
			}
			e := entry{name: name, kind: row[1], country: row[2], canonical: row[0], latin: row[4]}
			if w.ordinary[k] {
				e.context = needsHead
			}
			kept[k] = e
		}
	}
	add := func(e entry) {
		e.name = bare(e.name)
		k := key(e.name)
		if _, taken := kept[k]; taken || !w.plausible(k, e) {
			return
		}
		if w.common(k, e.country) {
			e.context = needsHead
		}
		kept[k] = e
	}
	for _, e := range w.candidates() {
		add(e)
	}
	for _, e := range countries {
		delete(kept, key(e.name))
	}
	return values(kept)
}

// candidates gives the places of the sources, those to prefer first.
func (w *world) candidates() []entry {
	var list []entry
	for _, row := range w.territories {
		if _, err := strconv.Atoi(row[1]); err == nil && row[1] != "001" {
			list = append(list, entry{name: row[0], kind: "region"})
		}
	}
	cities := slices.Clone(w.cities)
	population := func(row []string) int {
		n, err := strconv.Atoi(row[3])
		if err != nil {
			return 0 // unknown: too small to be listed
		}
		return n
	}
	slices.SortStableFunc(cities, func(a, b []string) int { return cmp.Compare(population(b), population(a)) })
	for _, row := range cities {
		least := foreignPopulation
		switch {
		case row[4] == "capital":
			least = 0
		case isArab(row[2]):
			least = arabPopulation
		case row[2] == "CN":
			least = chinesePopulation
		}
		if population(row) >= least && (row[2] != "CN" || row[4] != "county" && row[4] != "district" && row[4] != "section") {
			list = append(list, entry{name: row[0], kind: "city", country: row[2], latin: row[1]})
		}
	}
	for _, row := range w.states {
		if !municipal(row[2]) {
			list = append(list, entry{name: row[0], kind: "state", country: row[2], latin: row[1]})
		}
	}
	for _, group := range []string{"ALGERIA_PROVINCE", "PRIMARY_REGION", "SRI_LANKA_DISTRICT", "PERU_REGION", "VENEZUELA_STATE"} {
		names := w.regions[group]
		for _, english := range slices.Sorted(maps.Keys(names)) {
			latin, _, _ := strings.Cut(english, " (")
			list = append(list, entry{name: names[english], kind: "region", latin: title(latin)})
		}
	}
	slices.SortStableFunc(list, byRank(func(e entry) int {
		return slices.Index([]string{"city", "state", "region"}, e.kind)
	}))
	return list
}

// municipal tells the countries whose first divisions are towns and villages.
func municipal(country string) bool {
	return strings.Contains(" SI EE LV MT MK UG CZ AZ LI SM ", " "+country+" ")
}

// title gives a name with capitals at the beginning of its words.
func title(name string) string {
	words := strings.Fields(name)
	for i, word := range words {
		r := []rune(word)
		words[i] = strings.ToUpper(string(r[:1])) + string(r[1:])
	}
	return strings.Join(words, " ")
}

// plausible tells whether the Arabic name of a source can be one: the training text has it as a place, or it spells the Latin
// name. Articles that are spelled as they are spoken (أد دانا) and function words at the beginning (في تاج) give a translation
// away that nobody writes.
func (w *world) plausible(k string, e entry) bool {
	if !arabicOnly(k) || letters(k) < 3 || strings.Count(k, " ") >= longestSequence {
		return false
	}
	first, _, several := strings.Cut(k, " ")
	if several && (w.function[first] || isArab(e.country) && len(first) == len("اد") && strings.HasPrefix(first, "ا")) {
		return false
	}
	return w.seen.place[k] > 0 || e.latin == "" || transliterates(k, e.latin)
}

// How sure the training text must be that a name is a place, and how long a name must be to be sure without it.
const (
	likelier   = 2 // times as often a place as anything else
	longName   = 7 // letters: long transliterations are no words of the language
	rareName   = 6 // people of that name in the source, from which on one is rather meant
	fullPhrase = 2 // times that a clitic and the name stand there as one common word
)

// common tells whether the name of a place is something else more often than that place: by hand, or because the training text
// has it as other words or as people, or because it does not have it and the name is a short word, a word of the language, a
// nationality, a person's name, or reads as a clitic and a common word or as the end of one.
func (w *world) common(k, country string) bool {
	place, ordinary, person := w.seen.place[k], w.seen.ordinary[k], w.seen.person[k]
	for _, clitic := range clitics {
		ordinary = max(ordinary, w.seen.ordinary[clitic+k]-fullPhrase+1)
	}
	switch {
	case w.ordinary[k], likelier*ordinary > place, likelier*person > place:
		return true
	case place > 0:
		return false
	case w.adjective(k), w.nameCount(k) >= rareName:
		return true
	case !strings.Contains(k, " "):
		return isArab(country) || letters(k) < longName
	}
	first, _, _ := strings.Cut(k, " ")
	return first == "ابو" || first == "ابن" || first == "القديس"
}

// clitics are the particles that are written with the word behind them.
var clitics = []string{"و", "ف", "ب", "ل", "ك"}
