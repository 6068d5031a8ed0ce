package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/adrg/xdg"

	"jarida/corpus/triage"
)

// statePath is the journal of this run.
func (p *program) statePath() string {
	return cmp.Or(p.state, filepath.Join(xdg.StateHome, "jarida", "journal.jsonl"))
}

// journal opens the journal of the reader's decisions. Where it cannot be read articles can still be, but nothing can be decided: it would
// contradict what the journal has. Then it is nil.
func (p *program) journal(ctx context.Context, args []string) *triage.Journal {
	folder, err := p.articleFolder(args)
	if err != nil {
		return nil // opening the articles says the same
	}
	j, err := triage.Open(ctx, p.statePath(), triage.Options{Folder: folder})
	if err != nil {
		p.complain(fmt.Sprintf("your decisions are left out: %v", err))
		return nil
	}
	for _, w := range j.Warnings() {
		p.complain(w)
	}
	return j
}

// oldJournal opens the journal for a command that writes nothing to it: nil where there is none, for then it is not made.
func (p *program) oldJournal(ctx context.Context, folder string) (*triage.Journal, error) {
	if _, err := os.Stat(p.statePath()); errors.Is(err, fs.ErrNotExist) {
		return nil, nil //nolint:nilnil // nothing was ever decided
	}
	return triage.Open(ctx, p.statePath(), triage.Options{Folder: folder})
}

// articleFolder gives the folder that ids are below, for the journal: the whole path, so that an article is the same one from wherever the program is
// called. The built-in edition has a name that is no path.
func (p *program) articleFolder(args []string) (string, error) {
	folder := "." // what several arguments are relative to
	switch len(args) {
	case 0:
		var err error
		if folder, err = p.defaultFolder(); err != nil {
			return "", err
		}
		if folder == "" {
			return "edition:", nil
		}
	case 1:
		folder = args[0]
	}
	whole, err := filepath.Abs(folder)
	if err != nil {
		return "", fmt.Errorf("find the folder %s: %w", folder, err)
	}
	if info, err := os.Stat(whole); err == nil && !info.IsDir() || folder == "-" {
		whole = filepath.Dir(whole)
	}
	return filepath.ToSlash(whole), nil
}

// compactAfter is when the journal is compacted while the reader is open: when everything that the start has to do is done.
const compactAfter = 10 * time.Second

// compactLater compacts the journal behind the reader, if it is worth its while. What it gives ends that, and says what went wrong.
func (p *program) compactLater(ctx context.Context, j *triage.Journal) (end func()) {
	ctx, stop := context.WithCancel(ctx)
	var failed error
	var compacting sync.WaitGroup
	compacting.Go(func() {
		select {
		case <-ctx.Done():
		case <-time.After(compactAfter):
			_, failed = j.Compact(ctx)
		}
	})
	return func() {
		stop()
		compacting.Wait()
		if failed != nil && !errors.Is(failed, context.Canceled) {
			p.complain(failed.Error())
		}
	}
}
