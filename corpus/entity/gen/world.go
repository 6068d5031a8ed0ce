package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// world is what the sources and the lists written by hand say.
type world struct {
	territories  [][]string // Arabic name, CLDR code
	countryNames [][]string // Arabic name, English name, ISO code, capital
	states       [][]string // Arabic name, English name, ISO code
	cities       [][]string // Arabic name, English name, ISO code, population, kind
	regions      map[string]map[string]string
	adjectives   map[string]adjective
	clubNames    map[string]string // English to Arabic
	peopleNames  map[string]string // English to Arabic
	nameTokens   [][]string        // Latin, Arabic with spaces, count

	aliases  [][]string      // by hand: name, kind, ISO code, aliases, Latin
	demonyms [][]string      // by hand: masculine, plurals, name of the country or region, ISO code
	ordinary map[string]bool // by hand: names that are common words
	function map[string]bool // by hand: function words

	seen       attested
	nameCounts map[string]int  // see counts
	forms      map[string]bool // see adjective
}

// adjective is what the sources say of one nationality.
type adjective struct {
	Male, Males, Female, Females string
	Ar                           string // the country
}

// readWorld reads the sources and the lists written by hand.
func readWorld(data, sources string) (*world, error) {
	w := &world{ordinary: map[string]bool{}, function: map[string]bool{}}
	for file, rows := range map[string]*[][]string{
		"lists/cldr_territories_ar.tsv": &w.territories, "lists/dr5hn_countries_ar.tsv": &w.countryNames,
		"lists/dr5hn_states_ar.tsv": &w.states, "lists/dr5hn_cities_ar.tsv": &w.cities,
	} {
		if err := readTSV(filepath.Join(sources, file), rows); err != nil {
			return nil, err
		}
	}
	for _, part := range []string{"80", "20"} {
		if err := readTSV(filepath.Join(sources, "lists/wikidata_name_tokens_"+part+".tsv"), &w.nameTokens); err != nil {
			return nil, err
		}
	}
	for file, value := range map[string]any{
		"regions.json": &w.regions, "nationalities_data.json": &w.adjectives, "Clubs_key.json": &w.clubNames, "peoples.json": &w.peopleNames,
	} {
		text, err := os.ReadFile(filepath.Join(sources, "lists", file))
		if err != nil {
			return nil, err
		}
		if err := json.Unmarshal(text, value); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
	}
	var ordinary, triggers [][]string
	for file, rows := range map[string]*[][]string{
		"aliases.tsv": &w.aliases, "demonyms.tsv": &w.demonyms, "ordinary.tsv": &ordinary, "triggers.tsv": &triggers,
	} {
		if err := readTSV(filepath.Join(data, file), rows); err != nil {
			return nil, err
		}
	}
	for _, row := range ordinary {
		w.ordinary[key(row[0])] = true
	}
	for _, row := range triggers {
		if slices.Contains(strings.Split(row[1], ","), "function") {
			w.function[key(row[0])] = true
		}
	}
	for _, file := range []string{"newsfane", "wikifane"} {
		if err := w.seen.read(filepath.Join(sources, "train", file+".txt.xz")); err != nil {
			return nil, err
		}
	}
	return w, nil
}

// readTSV appends the rows of a file to rows, without comments.
func readTSV(file string, rows *[][]string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSuffix(line, "\n"); line != "" && !strings.HasPrefix(line, "#") {
			*rows = append(*rows, strings.Split(line, "\t"))
		}
	}
	return nil
}

// attested counts how often words and sequences of them stand in the training text, by what they are there.
type attested struct {
	ordinary, place, person, organisation map[string]int
}

// longestSequence is the number of words of the longest sequence that is counted.
const longestSequence = 4

// read counts the sequences of a file.
func (a *attested) read(file string) error {
	if a.ordinary == nil {
		*a = attested{map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}}
	}
	command := exec.CommandContext(context.Background(), "xz", "-dc", file)
	pipe, err := command.StdoutPipe()
	if err != nil {
		return err
	}
	if err := command.Start(); err != nil {
		return fmt.Errorf("unpacking %s: %w", file, err)
	}
	var words, tags []string
	lines := bufio.NewScanner(pipe)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) != 2 {
			a.sentence(words, tags)
			words, tags = words[:0], tags[:0]
			continue
		}
		word := key(strings.Trim(fields[0], "\u200e\ufeff"))
		words, tags = append(words, word), append(tags, fields[1])
	}
	a.sentence(words, tags)
	if err := lines.Err(); err != nil {
		return fmt.Errorf("reading %s: %w", file, err)
	}
	return command.Wait()
}

// sentence counts the sequences of a sentence: whole entities as what they are, single words of none and sequences that
// no entity touches as ordinary.
func (a *attested) sentence(words, tags []string) {
	for i := range words {
		if tags[i] == "O" {
			for n := 1; n <= longestSequence && i+n <= len(words) && tags[i+n-1] == "O"; n++ {
				a.ordinary[strings.Join(words[i:i+n], " ")]++
			}
			continue
		}
		if !strings.HasPrefix(tags[i], "B-") {
			continue
		}
		end := i + 1
		for end < len(words) && strings.HasPrefix(tags[end], "I-") {
			end++
		}
		name := strings.Join(words[i:end], " ")
		switch tags[i][2:] {
		case "Politician", "Athlete", "Artist", "Other_PER", "Religious_PER", "Scientist", "Police", "Businessperson", "Lawyer", "Engineer":
			a.person[name]++
			for _, word := range words[i:end] {
				if len(word) < len(name) {
					a.person[word]++
				}
			}
		case "Non-Governmental", "Sports", "Media", "Government", "Commercial", "Educational", "Medical-Science", "Religious_ORG", "Entertainment":
			a.organisation[name]++
		case "Nation", "Population-Center", "State-or-Province", "GPE-Cluster", "Continent", "Water-Body", "County-or-District",
			"Land-Region-Natural", "Building-Grounds", "Path", "Airport", "Subarea-Facility", "Plant":
			a.place[name]++
		default: // other classes: products, weapons, nationalities
		}
	}
}
