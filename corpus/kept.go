package corpus

import (
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"jarida/corpus/article"
	"jarida/corpus/cache"
	"jarida/corpus/calendar"
)

// What is kept of a corpus between runs: of each file how it looked from outside when it was listed, of each of its articles the entry and
// the traits, and the index of them all. A file that looks otherwise, or changed so shortly before it was listed that it may have changed
// again unseen, counts as one that was never there: so it costs what it cost before, and nobody else anything.

// keptForm is the form of what is kept. It is raised when that changes, or when articles are read or indexed in another way.
const keptForm = 1

// keptName names what is kept of some arguments; nil where nothing is: standard input is another one each time.
func keptName(args []string) []string {
	name := []string{strconv.Itoa(keptForm)}
	for _, arg := range args {
		path, err := filepath.Abs(arg)
		if arg == "-" || err != nil {
			return nil
		}
		name = append(name, path)
		if len(args) > 1 { // ids begin with it
			name = append(name, filepath.Clean(arg))
		}
	}
	return name
}

// unsettled is how long a file must have rested before it was listed to be known by its times: more than the clock of any file system
// stands still (FAT: two seconds).
const unsettled = 2 * time.Second

// keptFile is what is kept of a file.
type keptFile struct {
	file
	dropped  bool // it is no article
	articles []keptArticle
}

// keptArticle is what is kept of an article.
type keptArticle struct {
	doc    Doc // the number that it had, which the index knows it by
	entry  Entry
	traits traits
}

// keptFiles gives the files of a snapshot that can be kept, in the order of a listing that began at a time.
func keptFiles(s *Snapshot, listedAt time.Time) []keptFile {
	limit := listedAt.Add(-unsettled).UnixNano()
	list := make([]keptFile, 0, s.progress.Files)
	for at, segment := range s.segments {
		for i := range segment.states {
			f := segment.files[i]
			if f == nil || segment.entries[i].Part != 1 || max(f.modified, f.changed) >= limit {
				continue
			}
			if k, ok := s.keep(Doc(at*segmentSize + i)); ok {
				list = append(list, k)
			}
		}
	}
	slices.SortFunc(list, func(a, b keptFile) int { return a.compare(&b.file) })
	return list
}

// keep gives what is kept of the file of a main article; ok is false where that is nothing.
func (s *Snapshot) keep(d Doc) (k keptFile, ok bool) {
	f, state := s.file(d), s.state(d)
	if f.content != nil || f.problem != "" || f.modified == math.MinInt64 {
		return keptFile{}, false
	}
	k.file = *f
	switch state.phase {
	case dropped:
		k.dropped = true
		return k, true
	case read, recalled:
	case absent, listed:
		return keptFile{}, false
	}
	for part := range int(state.parts) + 1 {
		if part > 0 {
			if d, ok = s.index.findPart(PartID(f.name, part+1)); !ok || s.Index(d) < 0 {
				return keptFile{}, false
			}
		}
		segment, i := s.segments[d/segmentSize], d%segmentSize
		a := keptArticle{doc: d, entry: segment.entries[i], traits: traits{key: segment.keys[i]}}
		if a.entry.Failed {
			return keptFile{}, false
		}
		k.articles = append(k.articles, a)
	}
	return k, true
}

// withHeadings adds the headings of a snapshot to what is kept.
func withHeadings(s *Snapshot, list []keptFile) {
	headings := map[Doc][]article.Range{}
	for d, r := range s.Headings() {
		headings[d] = append(headings[d], r)
	}
	for i := range list {
		for j := range list[i].articles {
			a := &list[i].articles[j]
			a.traits.headings = headings[a.doc]
		}
	}
}

// encode writes a file.
func (k *keptFile) encode(e *cache.Encoder) {
	e.String(k.name)
	e.Int(k.size)
	e.Int(k.modified)
	e.Int(k.changed)
	e.Bool(k.dropped)
	e.Uint(uint64(len(k.articles)))
	for i := range k.articles {
		k.articles[i].encode(e)
	}
}

// decodeFile reads what encode wrote.
func decodeFile(d *cache.Decoder) keptFile {
	k := keptFile{file: file{name: d.String(), size: d.Int(), modified: d.Int(), changed: d.Int()}, dropped: d.Bool()}
	for n := d.Uint(); n > 0 && !d.Failed(); n-- {
		k.articles = append(k.articles, decodeArticle(d))
	}
	return k
}

// encode writes an article, but for what its file and its place there say.
func (a *keptArticle) encode(e *cache.Encoder) {
	e.Uint(uint64(a.doc))
	e.String(a.entry.Title)
	e.String(a.entry.Date.ISO)
	e.String(a.entry.Date.From)
	e.Int(int64(a.entry.Date.Start))
	e.Int(int64(a.entry.Date.End))
	e.Bool(a.entry.Date.Hijri)
	e.String(a.entry.Source)
	e.String(a.entry.Byline)
	e.String(a.entry.Section)
	e.String(a.entry.Origin)
	e.Int(int64(a.entry.Words))
	e.String(a.entry.Problem)
	e.String(string(a.traits.key[:]))
	e.Uint(uint64(len(a.traits.headings)))
	for _, r := range a.traits.headings {
		e.Int(int64(r.Start))
		e.Int(int64(r.End))
	}
}

// decodeArticle reads what encode wrote.
func decodeArticle(d *cache.Decoder) keptArticle {
	var a keptArticle
	a.doc = Doc(min(d.Uint(), math.MaxInt32))
	a.entry = Entry{
		Title: d.String(),
		Date: calendar.Date{
			ISO: d.String(), From: d.String(), Start: int(d.Int()), End: int(d.Int()), Hijri: d.Bool(),
		},
		Source: d.String(), Byline: d.String(), Section: d.String(), Origin: d.String(), Words: int(d.Int()), Problem: d.String(),
	}
	copy(a.traits.key[:], d.String())
	for n := d.Uint(); n > 0 && !d.Failed(); n-- {
		a.traits.headings = append(a.traits.headings, article.Range{Start: int(d.Int()), End: int(d.Int())})
	}
	return a
}
