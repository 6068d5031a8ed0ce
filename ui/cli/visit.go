package cli

import (
	"context"
	"path/filepath"
	"time"

	"jarida/corpus"
	"jarida/corpus/cache"
	"jarida/corpus/digest"
)

// What the reader had of each folder when he last had it open in the reader is kept beside the journal: a file of at most a megabyte for
// 100,000 articles, under a checksum. Those that were looked at longest ago make room for others.

const (
	visitsSuffix = ".visits"
	// visitForm is the form of what is kept. It is raised when that changes.
	visitForm    = "visit 1"
	visitSection = "visit"
	// visitsLimit is how many bytes all visits may take: those of some dozen large folders, or of thousands of small ones.
	visitsLimit = 16 << 20
	// visitWait is how long the end of the program may take: a disk that is slower than that is not worth the wait.
	visitWait = 2 * time.Second
)

// visits gives where visits are kept. Nothing is made before there is one.
func (p *program) visits() *cache.Store {
	return cache.New(p.statePath()+visitsSuffix, visitForm, visitsLimit)
}

// visitName names what the arguments open, whatever folder they are given in; nil where that is nothing lasting: standard input.
func (p *program) visitName(args []string) ([]string, error) {
	if len(args) == 0 {
		folder, err := p.defaultFolder()
		if err != nil {
			return nil, err
		}
		if folder == "" {
			return []string{"edition:"}, nil // no path
		}
		args = []string{folder}
	}
	name := make([]string, len(args))
	for i, arg := range args {
		if arg == "-" {
			return nil, nil
		}
		whole, err := filepath.Abs(arg)
		if err != nil {
			return nil, err
		}
		name[i] = whole
	}
	return name, nil
}

// lastVisit gives what the reader had of what the arguments open when he last had it open. Where that is not known, or cannot be read, there was
// no visit.
func (p *program) lastVisit(ctx context.Context, args []string) digest.Visit {
	name, err := p.visitName(args)
	if err != nil || name == nil {
		return digest.Visit{}
	}
	sections, ok := p.visits().Load(ctx, name...)
	if !ok {
		return digest.Visit{}
	}
	v, _ := digest.DecodeVisit(sections[visitSection])
	return v
}

// keepVisit keeps what the reader has of what the arguments open, when the program ends. Where not all has been read, or it cannot be
// written, the visit before stays the last.
func (p *program) keepVisit(ctx context.Context, s *corpus.Snapshot, args []string) {
	name, err := p.visitName(args)
	v, ok := s.Visit(time.Now())
	if err != nil || name == nil || !ok {
		return
	}
	ctx, stop := context.WithTimeout(context.WithoutCancel(ctx), visitWait) // a signal may have ended the program
	defer stop()
	_ = p.visits().Save(ctx, func(w *cache.Writer) error { return w.Section(visitSection, v.Encode()) }, name...)
}
