// Gen writes the table of names in Latin letters, data/aliases.txt, out of the hand list beside it, the names of countries of Unicode CLDR in
// English and French, and the lists of names of package entity that have Latin spellings.
//
//	go run ./gen
//
// Each line is a name in folded Latin letters, a tab, and what it is in Arabic, the usual spelling first, with | between. What stands behind ~
// is the name of a town, person or club, which may be another word as well. The lines are sorted by their bytes.
package main

import (
	"cmp"
	"fmt"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"jarida/corpus/arabic"
)

// mostValues is how many Arabic names of one Latin name are kept.
const mostValues = 3

// shortestUnsure is the length of the shortest single word that is taken from towns, people and clubs: there are towns named Of and Same.
const shortestUnsure = 4

// lists are the lists of names, the surer first; a name that several have means what the first says.
var lists = []struct {
	file string
	sure bool
}{
	{"countries.tsv", true}, {"organisations.tsv", true}, {"places.tsv", false}, {"people.tsv", false}, {"clubs.tsv", false},
}

func main() {
	log.SetFlags(0)
	a := aliases{names: map[string][]string{}, fixed: map[string]int{}}
	a.hand("data/hand.tsv")
	a.territories(language.English)
	a.territories(language.French)
	for _, l := range lists {
		a.list(filepath.Join("..", "entity", "data", l.file), l.sure)
	}
	if err := os.WriteFile("data/aliases.txt", a.table(), 0o600); err != nil {
		log.Fatal(err)
	}
}

// aliases are Arabic names by folded Latin name.
type aliases struct {
	names map[string][]string
	fixed map[string]int // how many of them stay first, in their order
}

// add adds a name.
func (a *aliases) add(latin, name string, sure bool) {
	key := string(arabic.AppendFold(nil, latin))
	if key == "" || strings.ContainsFunc(key, func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != ' ' }) {
		return
	}
	values := a.names[key]
	switch {
	case !sure && (len(values) > 0 || len(key) < shortestUnsure):
		return
	case !sure:
		name = "~" + name
	case len(values) == mostValues || slices.ContainsFunc(values, func(v string) bool { return within(v, name) }):
		return
	}
	a.names[key] = append(values, name)
}

// within reports whether one name has the words of another, and so is found where that is asked for.
func within(short, long string) bool {
	return strings.Contains(" "+string(arabic.AppendFold(nil, long))+" ", " "+string(arabic.AppendFold(nil, short))+" ")
}

// lines gives the fields of the lines of a file that are no comments.
func lines(path string) [][]string {
	data, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	var rows [][]string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimRight(line, "\n"); line != "" && line[0] != '#' {
			rows = append(rows, strings.Split(line, "\t"))
		}
	}
	return rows
}

// hand adds the hand list.
func (a *aliases) hand(path string) {
	for _, row := range lines(path) {
		for latin := range strings.SplitSeq(row[0], "|") {
			for name := range strings.SplitSeq(row[1], "|") {
				a.add(latin, name, true)
			}
			key := string(arabic.AppendFold(nil, latin))
			a.fixed[key] = len(a.names[key])
		}
	}
}

// territories adds the countries of CLDR as a language names them.
func (a *aliases) territories(from language.Tag) {
	latin, inArabic := display.Regions(from), display.Regions(language.Arabic)
	for c := 'A'; c <= 'Z'; c++ {
		for d := 'A'; d <= 'Z'; d++ {
			region, err := language.ParseRegion(string(c) + string(d))
			if err != nil || !region.IsCountry() {
				continue
			}
			if name, other := latin.Name(region), inArabic.Name(region); name != "" && other != "" {
				a.add(name, other, true)
			}
		}
	}
}

// list adds the names of a list of package entity that have Latin spellings: name, kind, country, canonical, context, latin.
func (a *aliases) list(path string, sure bool) {
	for _, row := range lines(path) {
		if len(row) >= 6 && row[5] != "" && !strings.Contains(row[0], "(") {
			a.add(row[5], row[0], sure)
		}
	}
}

// table writes the lines. What a country is called for short comes before its other names, those of the hand list before all.
func (a *aliases) table() []byte {
	keys := slices.Sorted(maps.Keys(a.names))
	var b []byte
	for _, key := range keys {
		slices.SortStableFunc(a.names[key][a.fixed[key]:], func(a, b string) int { return cmp.Compare(strings.Count(a, " "), strings.Count(b, " ")) })
		b = fmt.Appendf(b, "%s\t%s\n", key, strings.Join(a.names[key], "|"))
	}
	return b
}
