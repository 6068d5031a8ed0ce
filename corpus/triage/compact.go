package triage

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
)

// limits say what compaction keeps and when it is worth its while.
type limits struct {
	undo int   // how many decisions can still be taken back afterwards, and how many of those taken back can be done again
	size int64 // bytes of a journal that is left alone
}

// defaultLimits are those of every journal but in tests. A thousand decisions are more than a day's; a megabyte is read in a few milliseconds.
func defaultLimits() limits { return limits{undo: 1000, size: 1 << 20} }

// Compact puts a shorter journal in the place of one that is over a megabyte and would be halved, and reports whether it did. For a million events
// it takes some seconds, during which decisions wait, here and in other processes; what is answered from memory does not. So it is called when
// there is time, not at the start.
//
// What is left out are the decisions, reading positions and saved searches that others have superseded, decisions that were undone, and lines
// that are no events. The last 1,000 decisions can still be taken back, and all that follows the first of these stays as it is; older ones are
// settled. Events of a newer version stay in any case. Those that stay have their times and ids, so that journals can still be concatenated.
// The shorter journal is read back, and takes the place of the old one only where it says the same of every article.
func (j *Journal) Compact(ctx context.Context) (done bool, err error) {
	j.disk.Lock()
	defer j.disk.Unlock()
	unlock, err := j.lock(ctx)
	if err != nil {
		return false, err
	}
	defer unlock()
	if _, err := j.refresh(ctx); err != nil || j.file == nil || j.read < j.limits.size {
		return false, err
	}
	p := newPlan(j.history, j.limits.undo)
	if p.size() > j.read/2 {
		return false, nil
	}
	fresh := j.path + freshSuffix
	if err := j.compact(ctx, p, fresh); err != nil {
		if removing := os.Remove(fresh); !errors.Is(removing, os.ErrNotExist) {
			err = errors.Join(err, removing)
		}
		return false, fmt.Errorf("compact the journal: %w", err)
	}
	return true, nil
}

// compact writes what stays to a new file, reads it back, compares, and puts it in the place of the journal.
func (j *Journal) compact(ctx context.Context, p *plan, fresh string) (err error) {
	file, err := os.OpenFile(fresh, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = file.Close()
		}
	}()
	w := bufio.NewWriterSize(file, blockSize)
	if err := p.write(ctx, &window{file: j.file}, w); err != nil {
		return err
	}
	if err := errors.Join(w.Flush(), file.Sync()); err != nil {
		return err
	}
	info, err := file.Stat()
	if err != nil {
		return err
	}
	h, end, err := load(ctx, file, info.Size())
	if err != nil {
		return err
	}
	if !j.history.same(h) {
		return errors.New("the shorter one would say something else; the journal stays as it is")
	}
	if err := os.Rename(fresh, j.path); err != nil {
		return err
	}
	j.replace(file, info, h, end)
	return syncFolder(j.path)
}

// fate is what becomes of an event.
type fate uint8

const (
	dropped fate = iota
	verbatim
	rewritten
)

// fate says what becomes of the i-th event.
func (p *plan) fate(i int32) fate {
	e := &p.h.entries[i]
	settled := i < p.first
	n, seen := p.kept(e)
	switch {
	case e.kind == isForeign, !settled && e.kind != isAt:
		return verbatim
	case e.kind.entity() || e.kind.search():
		if !p.whole[i] {
			return dropped
		}
		if e.settled {
			return verbatim
		}
		return rewritten
	case e.kind.turn():
		if p.whole[i] {
			return verbatim
		}
		return dropped
	case n == 0:
		return dropped
	case n == e.count && !seen && (e.settled || !e.kind.undoable()):
		return verbatim
	}
	return rewritten
}

// size estimates the bytes of what stays.
func (p *plan) size() int64 {
	var sum int64
	for i := range p.h.entries {
		e := &p.h.entries[i]
		switch n, _ := p.kept(e); p.fate(int32(i)) {
		case dropped:
		case verbatim:
			sum += int64(e.size) + 1
		case rewritten:
			const head = 120 // of an event without its articles
			sum += head + int64(e.size)*int64(n)/int64(max(1, e.count))
		}
	}
	return sum
}

// write writes what stays, in order.
func (p *plan) write(ctx context.Context, old *window, w *bufio.Writer) error {
	for i := range p.h.entries {
		if i%1024 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		what := p.fate(int32(i))
		if what == dropped {
			continue
		}
		e := &p.h.entries[i]
		line, err := old.line(e.offset, int(e.size))
		if err == nil && what == rewritten {
			line, err = p.rewrite(e, line)
		}
		if err != nil {
			return err
		}
		if _, err := w.Write(append(line, '\n')); err != nil {
			return err
		}
	}
	return nil
}

// rewrite gives the line of an event with the articles that stay. Where all do, that it is settled is all that is new.
func (p *plan) rewrite(e *entry, line []byte) ([]byte, error) {
	n, seen := p.kept(e)
	if body, ok := bytes.CutSuffix(bytes.TrimSpace(line), []byte("}")); ok && n == e.count && !seen && e.kind.undoable() {
		return append(body, `,"settled":true}`...), nil
	}
	event, err := decode(line)
	if err != nil {
		return nil, err
	}
	var articles []Article
	for n, a := range event.Articles {
		if k := e.first + int32(n); p.keep[k] || p.seen[k] {
			articles = append(articles, a)
		}
	}
	event.Articles = articles
	if seen {
		event.Act = Seen
	}
	event.Settled = event.kind().undoable()
	return event.encodeLike(line)
}

// encodeLike encodes the event without its newline, with those fields of a line that this version does not know.
func (e *Event) encodeLike(line []byte) ([]byte, error) {
	encoded, err := e.encode()
	if err != nil {
		return nil, err
	}
	encoded = encoded[:len(encoded)-1]
	var all map[string]json.RawMessage
	if err := json.Unmarshal(line, &all); err != nil {
		return nil, err
	}
	for _, name := range [...]string{
		"v", "time", "host", "seq", "id", "act", "articles", "position", "from", "entity", "search", "target", "settled",
	} {
		delete(all, name)
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		key, err := json.Marshal(name)
		if err != nil {
			return nil, err
		}
		encoded = fmt.Appendf(encoded[:len(encoded)-1], ",%s:%s}", key, all[name])
	}
	return encoded, nil
}

// window reads lines of a file that most often follow each other.
type window struct {
	file   io.ReaderAt
	data   []byte
	offset int64
}

// line gives a copy of a line.
func (w *window) line(offset int64, size int) ([]byte, error) {
	if offset < w.offset || offset+int64(size) > w.offset+int64(len(w.data)) {
		w.data, w.offset = slices.Grow(w.data[:0], max(size, blockSize)), offset
		n, err := w.file.ReadAt(w.data[:max(size, blockSize)], offset)
		if n < size {
			return nil, fmt.Errorf("read the journal: %w", err)
		}
		w.data = w.data[:n]
	}
	from := offset - w.offset
	return append(make([]byte, 0, size+1), w.data[from:from+int64(size)]...), nil
}
