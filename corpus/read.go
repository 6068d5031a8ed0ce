package corpus

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"jarida/corpus/article"
)

// reader reads and parses one file after the other in the same memory. It belongs to one goroutine.
type reader struct {
	fsys   fs.FS // where the files are, nil for the disk
	parser article.Parser
	buffer []byte
	parts  []article.Article // of the file that was read last, until the next is

	keys   bool        // the hashes of contents are asked for
	pieces *pieceMaker // nil where the full text is not asked for
	number func(id string) Doc
	listed bool // the file that was read last was as it is in the listing
	slab   slab
	pace   pace

	outlined []byte // memory for outline

	shares bool // texts share the memory of buffer: whoever reads has them no longer than until the next is read
	leaves bool // texts are not kept: they are read again where somebody looks at them
	yields bool // somebody paints a screen meanwhile

	names map[string]string // of publishers and the like, which many articles have: see detach
}

// job is a file to be read, and the number of its main article.
type job struct {
	doc     Doc
	file    *file
	indexed bool // the index has what it says, if it is as it was when it was listed
	known   bool // all but its text is known, if it is as it was when it was listed

	verbatim bool // and its text is the bytes of the file
}

// result is what was read of one file.
type result struct {
	file    *file
	entry   Entry    // the main article
	later   []Entry  // the articles behind it; their numbers are -1 where they are not known yet
	traits  []traits // of them all, where they are asked for
	source  article.Source
	text    source // what is kept of it: see reader.keep
	partial bool   // only the beginning was read: title and facts may change, and there is no text
	drop    bool   // it turned out not to be an article
	listed  bool   // the file was as it is in the listing

	verbatim  bool // the text is the bytes of the file
	textAlone bool // all but the text is known already
	left      bool // the text is on the disk alone
}

// headBytes is how much of a long file is read for the first screen: the title of a page stands within.
const headBytes = 128 << 10

// readHead reads a file, or the beginning of a long one.
func (r *reader) readHead(j job) result {
	if f := j.file; f.size > 2*headBytes && !strings.HasSuffix(f.name, ".gz") {
		return r.readPart(j, headBytes)
	}
	return r.read(j)
}

// batch is what a worker has read, and the pieces of the full text that it has finished.
type batch struct {
	results []result
	pieces  []piece
}

// readBatch reads files and sends what it found. It reports false when ctx has ended.
func (r *reader) readBatch(ctx context.Context, jobs []job, to chan<- batch) bool {
	found := batch{results: make([]result, 0, len(jobs))}
	for _, j := range jobs {
		if ctx.Err() != nil {
			return false
		}
		found.results = append(found.results, r.keep(r.readIndexed(j)))
		if r.yields {
			r.pace.yield()
		}
	}
	if r.pieces != nil && r.pieces.full() {
		found.pieces = r.pieces.take()
	}
	return found.send(ctx, to)
}

// keep leaves of a result what is kept of its file: nothing of it shares the memory of the text any more.
func (r *reader) keep(res result) result {
	switch {
	case res.textAlone:
		return res
	case r.leaves && res.listed && !res.partial:
		res.left, res.text = !res.entry.Failed, source{length: int32(len(res.source.Text))}
	default:
		res.text = keep(res.source, &r.slab)
		if !res.entry.Failed && !res.partial {
			res.text.outline = r.outline()
		}
	}
	res.source = article.Source{}
	res.entry = r.detach(res.entry)
	for i := range res.later {
		res.later[i] = r.detach(res.later[i])
	}
	return res
}

// mostShared is how many names are remembered: many more than there are publishers, and few enough where each article has another.
const mostShared = 1 << 10

// detach gives an entry of its own. What each article has another of stands in the slab: the collector would look for each where it is alone.
func (r *reader) detach(e Entry) Entry {
	e.Title, e.Date.ISO = r.slab.copyString(e.Title), r.slab.copyString(e.Date.ISO)
	for _, name := range []*string{&e.Source, &e.Byline, &e.Section, &e.Origin, &e.Date.From} {
		known, ok := r.names[*name]
		if !ok {
			known = strings.Clone(*name)
			if r.names == nil || len(r.names) == mostShared {
				r.names = map[string]string{}
			}
			r.names[known] = known
		}
		*name = known
	}
	return e
}

// end sends what the last batch has left. It does nothing when ctx has ended.
func (r *reader) end(ctx context.Context, to chan<- batch) {
	if r.pieces == nil || ctx.Err() != nil {
		return
	}
	if rest := r.pieces.take(); len(rest) > 0 {
		batch{pieces: rest}.send(ctx, to)
	}
}

// send hands a batch over. It reports false when ctx has ended.
func (b batch) send(ctx context.Context, to chan<- batch) bool {
	select {
	case to <- b:
		return true
	case <-ctx.Done():
		return false
	}
}

// readIndexed reads a whole file, its text into the index, too, if that is asked for.
func (r *reader) readIndexed(j job) result {
	if j.known && j.indexed {
		if res := r.readText(j); res.textAlone {
			return res
		}
	}
	res := r.read(j)
	if r.pieces == nil || res.drop || res.entry.Failed || j.indexed && r.listed {
		return res
	}
	for i := range res.later {
		res.later[i].Doc = r.number(res.later[i].ID)
	}
	r.pieces.add(res.source.Text, r.parts, func(part int) Doc {
		if part == 0 {
			return j.doc
		}
		return res.later[part-1].Doc
	})
	return res
}

// read reads and parses a whole file. Whatever goes wrong is in the result.
func (r *reader) read(j job) result {
	f, res := j.file, result{file: j.file, entry: mainEntry(j.doc, j.file)}
	if f.problem != "" {
		return res.failed(f.problem)
	}
	raw, shrunk, err := r.readBytes(f, article.MaxBytes)
	if errors.Is(err, errTooLarge) && !f.named {
		res.drop = true
		return res
	}
	if err != nil {
		return res.failed(problem(err))
	}
	res = r.decode(res, raw)
	res.listed = r.listed && !shrunk
	if shrunk && !res.entry.Failed {
		res.entry.Problem = "The file became shorter while it was being read."
	}
	return res
}

// readText reads the text of a file of which all else is known. Where that cannot be, the result has no text.
func (r *reader) readText(j job) result {
	res := result{file: j.file, entry: Entry{Doc: j.doc}}
	if j.verbatim {
		if res.text, res.textAlone = r.readVerbatim(j.file); res.textAlone {
			return res
		}
	}
	raw, shrunk, err := r.readBytes(j.file, article.MaxBytes)
	if err != nil || shrunk || !r.listed {
		return res
	}
	src, err := article.Decode(raw, j.file.name)
	if err != nil {
		return res
	}
	res.text, res.textAlone = keep(src, &r.slab), true
	return res
}

// readPart reads the first size bytes of a file for its title.
func (r *reader) readPart(j job, size int) result {
	res := result{file: j.file, entry: mainEntry(j.doc, j.file)}
	raw, _, err := r.readBytes(j.file, size)
	if err != nil && !errors.Is(err, errTooLarge) {
		return res.failed(problem(err))
	}
	raw = raw[:min(len(raw), size)]
	for len(raw) > 0 && raw[len(raw)-1]&0xc0 == 0x80 { // not within a character
		raw = raw[:len(raw)-1]
	}
	if len(raw) > 0 && raw[len(raw)-1] >= 0xc0 {
		raw = raw[:len(raw)-1]
	}
	res = r.decode(res, raw)
	if res.drop || res.entry.Failed {
		return res
	}
	return result{file: j.file, entry: res.entry, partial: true}
}

// decode turns the bytes of a file into its entries and source text.
func (r *reader) decode(res result, raw []byte) result {
	f := res.file
	decode := article.Decode
	if r.shares {
		decode = article.DecodeShared
	}
	src, err := decode(raw, f.name)
	if err != nil {
		if !f.named && (f.guessed && errors.As(err, new(article.NotTextError)) || errors.Is(err, article.ErrTooLarge)) {
			res.drop = true
			return res
		}
		return res.failed(problem(err))
	}
	parts := r.parser.Parse(src, f.name)
	r.parts = parts
	res.entry, res.source, res.verbatim = res.entry.withFacts(&parts[0]), src, isVerbatim(&src, raw)
	switch {
	case len(parts[0].Blocks) == 0:
		res.entry.Problem = "The file is empty."
	case len(src.Warnings) > 0:
		res.entry.Problem = src.Warnings[0]
	}
	for i := range parts[1:] {
		res.later = append(res.later, res.entry.part(&parts[i+1]))
	}
	if r.keys {
		for i := range parts {
			res.traits = append(res.traits, traitsOf(src.Text, &parts[i]))
		}
	}
	return res
}

// failed gives the result for a file that cannot be read.
func (r result) failed(problem string) result {
	r.entry = r.entry.failed(problem)
	return r
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
func (r *reader) readBytes(f *file, limit int) (raw []byte, shrunk bool, err error) {
	if f.content != nil {
		return f.content, false, nil
	}
	opened, info, err := r.open(f)
	if err != nil {
		return nil, false, err
	}
	defer opened.close()
	if !info.mode.IsRegular() {
		return nil, false, irregularError(info.mode)
	}
	r.listed = info.is(f)
	size := int(min(info.size, int64(limit)+1))
	raw, err = readFull(opened, r.room(size))
	if len(raw) < min(size, limit) {
		shrunk = true
	}
	if err == nil && len(raw) > limit {
		err = errTooLarge
	}
	return raw, shrunk, err
}

// room gives n bytes of memory that the next call gives again.
func (r *reader) room(n int) []byte {
	if cap(r.buffer) < n {
		r.buffer = make([]byte, n+n/4)
	}
	return r.buffer[:n]
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
