package calendar_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"jarida/corpus/calendar"
)

// sharedData gives the folder of the collected data, or skips the test.
func sharedData(t *testing.T) string {
	t.Helper()
	shared := os.Getenv("JARIDA_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared")
	}
	dir := filepath.Join(shared, "data")
	if _, err := os.Stat(dir); err != nil {
		if os.Getenv("JARIDA_REQUIRE_DATA") == "1" {
			t.Fatal(err)
		}
		t.Skip("no data, JARIDA_SHARED names the folder that has data/ in it")
	}
	return dir
}

// goldDate is an annotated expression. What is optional counts neither way.
type goldDate struct {
	start, end int
	iso        string
	optional   bool
}

// part is a range of a file whose relative dates refer to one day.
type part struct {
	start, end int // end 0: of the file
	anchor     string
}

// score counts how the mentions of files agree with their annotations.
type score struct{ gold, found, matched, right, exact, normed, iso int }

// add compares the mentions of one file with its annotations. Clock times and what is not sure are not of the layer that is annotated.
func (s *score) add(t *testing.T, name, text string, gold []goldDate, mentions []calendar.Mention) {
	t.Helper()
	for _, g := range gold {
		if g.optional {
			continue
		}
		s.gold++
		matched, exact, iso := false, false, ""
		for _, m := range mentions {
			if counted(m) && m.Start < g.end && g.start < m.End {
				matched, exact, iso = true, exact || m.Start == g.start && m.End == g.end, m.ISO
			}
		}
		if matched {
			s.matched++
		}
		if exact {
			s.exact++
		}
		if g.iso != "" && matched {
			s.normed++
			if iso == g.iso {
				s.iso++
			}
		}
		if !exact || g.iso != "" && iso != g.iso {
			t.Logf("%s %d: %q %s is found %t, exactly %t, as %s", name, g.start, text[g.start:g.end], g.iso, matched, exact, iso)
		}
	}
	s.addFound(t, name, text, gold, mentions)
}

// addFound counts the mentions that an annotation asks for.
func (s *score) addFound(t *testing.T, name, text string, gold []goldDate, mentions []calendar.Mention) {
	t.Helper()
	for _, m := range mentions {
		wanted, optional := false, false
		for _, g := range gold {
			if m.Start < g.end && g.start < m.End {
				wanted, optional = wanted || !g.optional, optional || g.optional
			}
		}
		if !counted(m) || optional && !wanted {
			continue
		}
		s.found++
		if wanted {
			s.right++
		} else {
			t.Logf("%s %d: %q %s is not annotated", name, m.Start, text[m.Start:m.End], m.ISO)
		}
	}
}

// counted reports whether a mention is of the layer that is annotated.
func counted(m calendar.Mention) bool {
	clock := len(m.ISO) == len("T21:05") && m.ISO[0] == 'T' || len(m.ISO) == len("2026-01-16T21:05") && m.ISO[10] == 'T'
	return m.Confidence >= 0.5 && !clock
}

// check holds the figures that are promised.
func (s *score) check(t *testing.T) {
	t.Helper()
	for _, figure := range []struct {
		name       string
		part, of   int
		atLeastPct float64
	}{
		{"precision", s.right, s.found, 97},
		{"recall", s.matched, s.gold, 97},
		{"exact", s.exact, s.gold, 93},
		{"ISO", s.iso, s.normed, 95},
	} {
		pct := 100 * float64(figure.part) / float64(max(1, figure.of))
		t.Logf("%s %.1f %% (%d of %d)", figure.name, pct, figure.part, figure.of)
		if pct < figure.atLeastPct {
			t.Errorf("%s is %.1f %%, want %.0f", figure.name, pct, figure.atLeastPct)
		}
	}
}

// mentionsOf gives the mentions of a text part by part.
func mentionsOf(text string, parts []part) []calendar.Mention {
	var all []calendar.Mention
	for _, p := range parts {
		end := p.end
		if end == 0 {
			end = len(text)
		}
		all = append(all, calendar.Mentions(text[p.start:end], p.start, calendar.Date{ISO: p.anchor})...)
	}
	return all
}

// seedParts are the articles in the annotated files, by reading them: where each begins, and the day that it is of. That of a file's
// first article is in its annotations; related stories and articles behind it have one of their own or none.
var seedParts = map[string][]part{
	"000_1995960e99414431.txt": {{0, 0, "2025-10-09"}},
	"001_be3516ab17cef138.txt": {{0, 0, "2026-01-16"}},
	"002_c9d3ab1a39b97343.txt": {
		{0, 13200, "2025-06-23"},
		{13200, 15250, ""},
		{15250, 15700, "2026-01-04"},
		{15700, 16200, ""},
		{16200, 0, "2026-01-07"},
	},
	"003_06f1f79edd40d753.txt": {{0, 0, "2026-01-16"}},
	"004_4048ba47f8b685c0.txt": {{0, 9350, "2024-10-11"}, {9350, 12300, ""}, {12300, 0, "2025-11-24"}},
}

func TestSeeds(t *testing.T) {
	dir := sharedData(t)
	var s score
	for name, parts := range seedParts {
		raw, err := os.ReadFile(filepath.Join(dir, "articles", "seeds", name))
		if err != nil {
			t.Fatal(err)
		}
		text := string(raw)
		for i, p := range parts {
			for p.start > 0 && text[p.start-1] != '\n' {
				p.start++ // the literals are near the line that begins the article
			}
			parts[i] = p
		}
		for i := range parts[:len(parts)-1] {
			parts[i].end = parts[i+1].start
		}
		s.add(t, name, text, goldOf(t, filepath.Join(dir, "gold"), name), mentionsOf(text, parts))
	}
	s.check(t)
}

// goldOf reads the annotated dates of a file.
func goldOf(t *testing.T, dir, name string) []goldDate {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(dir, name[:len(name)-len(".txt")]+".json"))
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Entities []struct {
			Start int    `json:"start_byte"`
			End   int    `json:"end_byte"`
			Type  string `json:"type"`
			Norm  string `json:"norm"`
			Opt   bool   `json:"opt"`
		} `json:"entities"`
	}
	if err := json.Unmarshal(raw, &file); err != nil {
		t.Fatal(err)
	}
	var dates []goldDate
	for _, e := range file.Entities {
		if e.Type == "DATE" {
			dates = append(dates, goldDate{start: e.Start, end: e.End, iso: e.Norm, optional: e.Opt})
		}
	}
	return dates
}

// TestDev holds the figures on annotated articles that the grammar was not written from.
func TestDev(t *testing.T) {
	dir := filepath.Join(sharedData(t), "articles", "dev")
	anchors := map[string]string{}
	for _, row := range rows(t, "dev_anchors.tsv") {
		anchors[row[0]] = row[1]
	}
	gold := map[string][]goldDate{}
	for _, row := range rows(t, "dev_dates.tsv") {
		start, err := strconv.Atoi(row[1])
		if err != nil {
			t.Fatal(err)
		}
		end, err := strconv.Atoi(row[2])
		if err != nil {
			t.Fatal(err)
		}
		gold[row[0]] = append(gold[row[0]], goldDate{start: start, end: end, iso: row[3], optional: row[4] == "opt"})
	}
	var s score
	for name, anchor := range anchors {
		raw, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		s.add(t, name, string(raw), gold[name], mentionsOf(string(raw), []part{{0, 0, anchor}}))
	}
	s.check(t)
}

// rows reads a table of testdata, without its header.
func rows(t *testing.T, name string) (rows [][]string) {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(raw)) {
		rows = append(rows, strings.Split(strings.TrimRight(line, "\n"), "\t"))
	}
	return rows[1:]
}
