package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"jarida/corpus/entity"
)

// files are the parts of the corpus, and how often each is read: news twice, because articles are more like it than like an
// encyclopedia.
var files = [...]struct {
	name  string
	times int
}{{"newsfane.txt", 2}, {"wikifane.txt", 1}}

// types are the classes of the corpus that are people, places and organisations; the rest is outside.
var types = map[string]entity.Type{
	"Politician": entity.Person, "Athlete": entity.Person, "Artist": entity.Person, "Other_PER": entity.Person,
	"Religious_PER": entity.Person, "Scientist": entity.Person, "Police": entity.Person, "Businessperson": entity.Person,
	"Lawyer": entity.Person, "Engineer": entity.Person,

	"Nation": entity.Place, "Population-Center": entity.Place, "State-or-Province": entity.Place, "GPE-Cluster": entity.Place,
	"Continent": entity.Place, "Water-Body": entity.Place, "County-or-District": entity.Place, "Land-Region-Natural": entity.Place,
	"Building-Grounds": entity.Place, "Path": entity.Place, "Airport": entity.Place, "Subarea-Facility": entity.Place,
	"Plant": entity.Place,

	"Non-Governmental": entity.Organisation, "Sports": entity.Organisation, "Media": entity.Organisation,
	"Government": entity.Organisation, "Commercial": entity.Organisation, "Educational": entity.Organisation,
	"Medical-Science": entity.Organisation, "Religious_ORG": entity.Organisation, "Entertainment": entity.Organisation,
}

// readCorpus reads the sentences of the corpus.
func readCorpus(ctx context.Context, dir string) ([]entity.Sample, error) {
	var samples []entity.Sample
	for _, file := range files {
		text, err := readPacked(ctx, filepath.Join(dir, file.name))
		if err != nil {
			return nil, fmt.Errorf("reading the corpus: %w", err)
		}
		for range file.times {
			samples = appendSamples(samples, text)
		}
	}
	return samples, nil
}

// readPacked reads a file, or what xz packed it into.
func readPacked(ctx context.Context, path string) ([]byte, error) {
	text, err := os.ReadFile(path)
	if !errors.Is(err, fs.ErrNotExist) {
		return text, err
	}
	return exec.CommandContext(ctx, "xz", "-dc", path+".xz").Output() //nolint:gosec // a file that the caller named
}

// appendSamples reads sentences of lines "token tag", each to its full stop or a blank line.
func appendSamples(samples []entity.Sample, text []byte) []entity.Sample {
	var s sentence
	lines := bufio.NewScanner(bytes.NewReader(text))
	for lines.Scan() {
		fields := strings.Fields(strings.Trim(lines.Text(), "\u200e\ufeff \t"))
		if len(fields) == 2 {
			s.add(strings.Trim(fields[0], "\u200e\u200f\ufeff"), fields[1])
		}
		if len(fields) != 2 || fields[0] == "." {
			samples = s.flush(samples)
		}
	}
	return s.flush(samples)
}
