package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// packText gives the lists of the folder one after the other, each behind a line "=name" and without its comments. Before
// each name stands its key, empty where it is the name.
func packText(data string) (string, error) {
	files, err := filepath.Glob(filepath.Join(data, "*.tsv"))
	if err != nil {
		return "", err
	}
	slices.Sort(files)
	var b strings.Builder
	for _, file := range files {
		list := strings.TrimSuffix(filepath.Base(file), ".tsv")
		if list == "ordinary" || list == "aliases" || list == "demonyms" {
			continue // these go into lists that are generated
		}
		text, err := os.ReadFile(file)
		if err != nil {
			return "", err
		}
		if bytes.ContainsRune(text, '=') {
			return "", fmt.Errorf("%s: = divides the lists, and stands in none", file)
		}
		b.WriteString("=" + list + "\n")
		for line := range strings.Lines(string(text)) {
			if strings.HasPrefix(line, "#") {
				continue
			}
			if list != "persons" {
				line = keyed(line)
			}
			b.WriteString(line)
		}
	}
	return b.String(), nil
}

// keyed puts the key of a line's name before it.
func keyed(line string) string {
	name, _, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
	if k := key(name); k != name {
		return k + "\t" + line
	}
	return "\t" + line
}

// compress packs a text as small as it goes.
func compress(text string) ([]byte, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write([]byte(text)); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
