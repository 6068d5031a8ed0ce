package corpus

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"runtime"
	"strings"

	"jarida/corpus/article"
)

// reader reads and parses one article after the other in the same memory. It belongs to one goroutine.
type reader struct {
	parser article.Parser
	buffer []byte
}

// result is what was read of one article.
type result struct {
	entry   Entry
	source  article.Source
	partial bool // only the beginning was read: title and facts may change, and there is no text
	drop    bool // it turned out not to be an article
}

// headBytes is how much of a long file is read for the first screen: the title of a page stands within.
const headBytes = 128 << 10

// readHead reads an article, or the beginning of a long one.
func (r *reader) readHead(l *listing, doc Doc) result {
	if f := &l.files[doc]; f.size > 2*headBytes && !strings.HasSuffix(f.id, ".gz") {
		return r.readPart(l, doc, headBytes)
	}
	return r.read(l, doc)
}

// readBatch reads articles and sends what it found. It reports false when ctx has ended.
func (r *reader) readBatch(ctx context.Context, l *listing, docs []Doc, results chan<- []result) bool {
	batch := make([]result, 0, len(docs))
	for _, doc := range docs {
		if ctx.Err() != nil {
			return false
		}
		batch = append(batch, r.read(l, doc))
		runtime.Gosched() // whoever paints the screen goes first
	}
	select {
	case results <- batch:
		return true
	case <-ctx.Done():
		return false
	}
}

// read reads and parses a whole article. Whatever goes wrong is in the result.
func (r *reader) read(l *listing, doc Doc) result {
	f := &l.files[doc]
	if f.problem != "" {
		return l.failed(doc, f.problem)
	}
	raw, shrunk, err := r.readBytes(l, f, article.MaxBytes)
	if errors.Is(err, errTooLarge) && !f.named {
		return result{entry: l.entry(doc), drop: true}
	}
	if err != nil {
		return l.failed(doc, problem(err))
	}
	res := r.decode(l, doc, raw)
	if shrunk && !res.entry.Failed {
		res.entry.Problem = "The file became shorter while it was being read."
	}
	return res
}

// readPart reads the first size bytes of an article for its title.
func (r *reader) readPart(l *listing, doc Doc, size int) result {
	f := &l.files[doc]
	raw, _, err := r.readBytes(l, f, size)
	if err != nil && !errors.Is(err, errTooLarge) {
		return l.failed(doc, problem(err))
	}
	raw = raw[:min(len(raw), size)]
	for len(raw) > 0 && raw[len(raw)-1]&0xc0 == 0x80 { // not within a character
		raw = raw[:len(raw)-1]
	}
	if len(raw) > 0 && raw[len(raw)-1] >= 0xc0 {
		raw = raw[:len(raw)-1]
	}
	res := r.decode(l, doc, raw)
	if res.drop || res.entry.Failed {
		return res
	}
	return result{entry: res.entry, partial: true}
}

// decode turns the bytes of an article into its entry and source text.
func (r *reader) decode(l *listing, doc Doc, raw []byte) result {
	f := &l.files[doc]
	src, err := article.Decode(raw, f.id)
	if err != nil {
		if !f.named && (f.guessed && errors.As(err, new(article.NotTextError)) || errors.Is(err, article.ErrTooLarge)) {
			return result{entry: l.entry(doc), drop: true}
		}
		return l.failed(doc, problem(err))
	}
	a := r.parser.Parse(src, f.id)[0]
	entry := l.entry(doc)
	entry.Title, entry.Date = a.Title.Text, a.Date
	entry.Source, entry.Byline, entry.Section, entry.Words = a.Source, a.Byline, a.Section, a.Words
	switch {
	case len(a.Blocks) == 0:
		entry.Problem = "The file is empty."
	case len(src.Warnings) > 0:
		entry.Problem = src.Warnings[0]
	}
	return result{entry: entry, source: src}
}

// errTooLarge says that a file has more bytes than were asked for.
var errTooLarge = errors.New("larger than 32 MiB")

// irregularError says that a name is no file, and what it is.
type irregularError fs.FileMode

func (e irregularError) Error() string {
	switch mode := fs.FileMode(e); {
	case mode.IsDir():
		return "a folder"
	case mode&fs.ModeNamedPipe != 0:
		return "a named pipe, not a file"
	case mode&fs.ModeSocket != 0:
		return "a socket, not a file"
	case mode&fs.ModeDevice != 0:
		return "a device, not a file"
	}
	return "not a regular file"
}

// readBytes reads at most limit bytes of a file, into memory that the next call overwrites. shrunk reports that there were
// fewer than the file had when it was opened.
func (r *reader) readBytes(l *listing, f *file, limit int) (raw []byte, shrunk bool, err error) {
	if f.content != nil {
		return f.content, false, nil
	}
	opened, err := l.open(f)
	if err != nil {
		return nil, false, err
	}
	defer opened.Close() //nolint:errcheck // nothing was written
	info, err := opened.Stat()
	if err != nil {
		return nil, false, err
	}
	if !info.Mode().IsRegular() {
		return nil, false, irregularError(info.Mode())
	}
	// One byte more than the file has, so that its end is seen by one read.
	size := int(min(info.Size(), int64(limit))) + 1
	if cap(r.buffer) < size {
		r.buffer = make([]byte, size+size/4)
	}
	raw, err = readFull(opened, r.buffer[:size])
	if int64(len(raw)) < min(info.Size(), int64(limit)) {
		shrunk = true
	}
	if err == nil && len(raw) > limit {
		err = errTooLarge
	}
	return raw, shrunk, err
}

// readFull reads until the buffer is full or the file ends.
func readFull(from io.Reader, buffer []byte) ([]byte, error) {
	n := 0
	for n < len(buffer) {
		m, err := from.Read(buffer[n:])
		n += m
		if errors.Is(err, io.EOF) || err == nil && m == 0 {
			break
		}
		if err != nil {
			return nil, err
		}
	}
	return buffer[:n], nil
}

// problem says in one sentence why an article cannot be read.
func problem(err error) string {
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "The file is no longer there."
	case errors.Is(err, fs.ErrPermission):
		return "You may not read this file."
	case errors.As(err, &path):
		err = path.Err // the name is known, and not safe to print
	}
	return fmt.Sprintf("The file cannot be read: %v.", err)
}
