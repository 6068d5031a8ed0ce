// Gen writes data/words.txt, how rare words are, out of the corpora that package entity is trained on; data/NOTICE names them.
//
//	go run ./gen FOLDER
//
// The folder holds newsfane.txt and wikifane.txt, or both packed by xz: a token and its tag to a line.
package main

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"

	"jarida/corpus/story"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: gen FOLDER")
	}
	var tokens []string
	for _, name := range [...]string{"newsfane.txt", "wikifane.txt"} {
		text, err := read(filepath.Join(os.Args[1], name))
		if err != nil {
			log.Fatal(err)
		}
		for line := range bytes.Lines(text) {
			if fields := bytes.Fields(line); len(fields) == 2 {
				tokens = append(tokens, string(fields[0]))
			}
		}
	}
	if err := os.WriteFile(filepath.Join("data", "words.txt"), []byte(story.WordsFile(tokens)), 0o600); err != nil {
		log.Fatal(err)
	}
}

// read reads a file, or what xz packed it into.
func read(path string) ([]byte, error) {
	text, err := os.ReadFile(path)
	if !errors.Is(err, fs.ErrNotExist) {
		return text, err
	}
	return exec.CommandContext(context.Background(), "xz", "-dc", path+".xz").Output()
}
