// Gen writes data/words.txt, what words say of two articles, out of a large folder of articles with titles and days; data/NOTICE says which.
//
//	go run ./gen FOLDER
//
// The articles of the pairs in testdata, if the folder has them, are left out, so that what is measured on these holds for others.
package main

import (
	"bytes"
	"io/fs"
	"log"
	"os"
	"path/filepath"

	"jarida/corpus/article"
	"jarida/corpus/story"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: gen FOLDER")
	}
	samples, err := read(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join("data", "words.txt"), []byte(story.WordsFile(samples)), 0o600); err != nil {
		log.Fatal(err)
	}
}

// read reads the articles of a folder, in the order of their names.
func read(folder string) (samples []story.Sample, err error) {
	measured, err := labelled()
	if err != nil {
		return nil, err
	}
	return samples, filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() || filepath.Ext(name) != ".txt" {
			return err
		}
		if id, err := filepath.Rel(folder, name); err != nil || measured[filepath.ToSlash(id)] {
			return err
		}
		raw, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if src, err := article.Decode(raw, name); err == nil { // else it is no text
			for _, a := range article.Parse(src, name) {
				samples = append(samples, story.Sample{Src: src.Text, Article: a})
			}
		}
		return nil
	})
}

// labelled gives the articles of the pairs that are measured on.
func labelled() (map[string]bool, error) {
	table, err := os.ReadFile(filepath.Join("testdata", "pairs.tsv"))
	if err != nil {
		return nil, err
	}
	names := map[string]bool{}
	for line := range bytes.Lines(table) {
		if fields := bytes.Split(line, []byte("\t")); len(fields) > 2 {
			names[string(fields[1])], names[string(fields[2])] = true, true
		}
	}
	return names, nil
}
