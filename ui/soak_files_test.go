package ui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"jarida/corpus/triage"
)

// soakArticles is how many articles are copied from a folder.
const soakArticles = 3000

// soakFileBytes is how long a file becomes before it begins anew, so that all of them stay about as long as articles are: the memory that is
// measured is that of their texts, too.
const soakFileBytes = 8 << 10

// hostile is a text that has what no terminal may be sent.
const hostile = "عنوان \x1b]52;c;aGk=\x07 خطر \x1b[2J\x9b31m \u202eمقلوب\u2066\n\nرويترز - 16 يناير 2024\n\n\x1bP+q\x1b\\ فقرة \r\x00\x08 من \x7f الخبر \u0085 نفسه.\n"

// soakFolder is a folder of articles that other programs change.
type soakFolder struct {
	t     *testing.T
	path  string
	rng   *rand.Rand
	texts []string // what files are written with
	names []string // of the files that there are
	most  int      // how many files there are at most
	made  int      // numbers the names

	changes, acts int
}

// newSoakFolder copies articles of a folder, evenly out of it, or makes some where none is named.
func newSoakFolder(t *testing.T, seed uint64, from string) *soakFolder {
	t.Helper()
	f := &soakFolder{t: t, path: t.TempDir(), rng: rand.New(rand.NewPCG(seed, 2)), texts: []string{hostile, "", "\x00\x01ELF", "\xff\xfe"}}
	if from != "" {
		f.copyFrom(from)
	} else {
		for range 3 {
			for _, text := range sweptArticles() {
				f.texts = append(f.texts, text)
			}
			for _, text := range newsFiles() {
				f.texts = append(f.texts, text)
			}
		}
	}
	for _, text := range f.texts {
		f.write(f.name(), text)
	}
	f.most = len(f.names) + 20
	return f
}

// copyFrom takes the texts of a folder.
func (f *soakFolder) copyFrom(folder string) {
	var all []string
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			all = append(all, path)
		}
		return err
	})
	if err != nil {
		f.t.Fatal(err)
	}
	for i := range min(soakArticles, len(all)) {
		text, err := os.ReadFile(all[i*len(all)/min(soakArticles, len(all))])
		if err != nil {
			f.t.Fatal(err)
		}
		f.texts = append(f.texts, string(text))
	}
}

// name gives a new file's name, in one of a few folders.
func (f *soakFolder) name() string {
	f.made++
	return filepath.Join(pick(f.rng, ".", "أخبار", "b", "b/c"), fmt.Sprintf("%d%s", f.made, pick(f.rng, ".txt", ".txt", ".md", "")))
}

// write writes a file that there is from now on.
func (f *soakFolder) write(name, text string) {
	path := filepath.Join(f.path, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		f.t.Error(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		f.t.Error(err)
	}
	if !slices.Contains(f.names, name) {
		f.names = append(f.names, name)
	}
}

// size gives the bytes of all files.
func (f *soakFolder) size() (bytes int64) {
	for _, name := range f.names {
		if info, err := os.Stat(filepath.Join(f.path, name)); err == nil {
			bytes += info.Size()
		}
	}
	return bytes
}

// churn changes files, and decides about some in another program, until the function that it gives is called.
func (f *soakFolder) churn(ctx context.Context, state string) (end func()) {
	ctx, stop := context.WithCancel(ctx)
	var running sync.WaitGroup
	running.Go(func() {
		for wait(ctx, f.rng.IntN(150)) {
			for range 1 + f.rng.IntN(3) {
				f.change()
			}
		}
	})
	running.Go(func() { f.decide(ctx, state) })
	return func() {
		stop()
		running.Wait()
	}
}

// wait waits for some milliseconds, and reports whether to go on.
func wait(ctx context.Context, ms int) bool {
	select {
	case <-time.After(time.Duration(ms) * time.Millisecond):
	case <-ctx.Done():
	}
	return ctx.Err() == nil
}

// change does to a file what happens to files. How many there are stays about the same.
func (f *soakFolder) change() {
	f.changes++
	text := pick(f.rng, f.texts...)
	act := f.rng.IntN(6)
	if len(f.names) > f.most {
		act = 0
	}
	if len(f.names) < f.most*9/10 {
		act = 1
	}
	i := f.rng.IntN(len(f.names))
	name := f.names[i]
	path := filepath.Join(f.path, name)
	switch act {
	case 0:
		f.names = slices.Delete(f.names, i, i+1)
		f.must(os.Remove(path))
	case 1:
		f.write(f.name(), text)
	case 2: // another name, maybe in another folder, with all that was decided about it
		f.names = slices.Delete(f.names, i, i+1)
		to := f.name()
		f.must(os.MkdirAll(filepath.Dir(filepath.Join(f.path, to)), 0o700))
		f.must(os.Rename(path, filepath.Join(f.path, to)))
		f.names = append(f.names, to)
	case 3: // as an editor does
		f.must(os.WriteFile(path+"~", []byte(text), 0o600))
		f.must(os.Rename(path+"~", path))
	default:
		file, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
		f.must(err)
		if len(text) > 2000 {
			text = text[:2000]
		}
		_, err = file.WriteString("\n\n" + text)
		f.must(err)
		if size, _ := file.Seek(0, io.SeekCurrent); size > soakFileBytes {
			f.must(file.Truncate(0))
		}
		f.must(file.Close())
	}
}

func (f *soakFolder) must(err error) {
	if err != nil {
		f.t.Error(err)
	}
}

// decide is another program with the same journal.
func (f *soakFolder) decide(ctx context.Context, state string) {
	j, err := triage.Open(context.WithoutCancel(ctx), state, triage.Options{Folder: filepath.ToSlash(f.path), Host: "sofa"})
	if err != nil {
		f.t.Error(err)
		return
	}
	defer j.Close()
	rng := rand.New(rand.NewPCG(uint64(f.acts), 3))
	for wait(ctx, rng.IntN(400)) {
		act := pick(rng, triage.MarkRead, triage.Unread, triage.ToArchive, triage.ToInbox, triage.ToLater, triage.Star, triage.Unstar)
		e := triage.Event{Act: act, Articles: []triage.Article{{Path: fmt.Sprintf("b/%d.txt", 1+rng.IntN(f.most))}}}
		if rng.IntN(4) == 0 {
			_, err = j.Undo(ctx)
		} else {
			_, err = j.Do(ctx, e)
		}
		if err != nil && ctx.Err() == nil && !errors.Is(err, triage.ErrNothing) {
			f.t.Log("the other program: ", err)
		}
		f.acts++
	}
}
