package corpus

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"iter"
	"math"
	"slices"
	"time"

	"jarida/corpus/cache"
	"jarida/corpus/flat"
)

// What is kept of articles knows them by numbers of its own, for they have others in each run: the files in the order of a listing, then their
// later parts in the same order. So the numbers are those of the next run, too, as long as no file changes. Whose number it is says a stamp.

// stamp names a file as it looked from outside when it was listed: by its name, size and times, and where that lasts by which file it is, whatever it
// is called. A file that looks otherwise, or changed so shortly before it was listed that it may have changed again unseen, counts as another one:
// so it costs what it cost before, and nobody else anything. The zero stamp is that of a file that cannot be known so.
type stamp [16]byte

// unsettled is how long a file must have rested before it was listed to be known by its times: more than the clock of any file system
// stands still (FAT: two seconds).
const unsettled = 2 * time.Second

// stamp gives the stamp of a file, with the memory of a buffer that is given back.
func (f *file) stamp(buffer []byte) (stamp, []byte) {
	if !f.stampable() {
		return stamp{}, buffer
	}
	buffer = binary.LittleEndian.AppendUint64(buffer[:0], uint64(f.size))
	buffer = binary.LittleEndian.AppendUint64(buffer, uint64(f.modified))
	buffer = binary.LittleEndian.AppendUint64(buffer, uint64(f.changed))
	buffer = binary.LittleEndian.AppendUint64(buffer, f.inode)
	buffer = append(buffer, f.name...)
	sum := sha256.Sum256(buffer)
	return stamp(sum[:]), buffer
}

// stampable reports whether a file can be known by how it looks.
func (f *file) stampable() bool {
	return f.content == nil && f.problem == "" && f.modified != math.MinInt64
}

// settled reports whether a file had rested when a listing began. A time of modification that is still to come was set by somebody: where
// there is the time of the last change, which nobody can set, that alone counts.
func (f *file) settled(listedAt time.Time) bool {
	last := max(f.modified, f.changed)
	if f.changed != 0 && f.modified > listedAt.UnixNano() {
		last = f.changed
	}
	return last < listedAt.Add(-unsettled).UnixNano()
}

// keptArticles say which articles something is kept of, by the numbers that they have there.
type keptArticles struct {
	files []stamp
	parts []keptPart // the numbers behind those of the files
}

// keptPart is a later part of a file.
type keptPart struct {
	File int32 // its number
	Part int32 // 2, 3 …
}

// articles gives how many numbers there are.
func (k *keptArticles) articles() int { return len(k.files) + len(k.parts) }

// equal reports whether two are of the same articles, each as it was, by the same numbers.
func (k *keptArticles) equal(o *keptArticles) bool {
	return slices.Equal(k.files, o.files) && slices.Equal(k.parts, o.parts)
}

// none reports whether no file can be known again.
func (k *keptArticles) none() bool {
	return !slices.ContainsFunc(k.files, func(s stamp) bool { return s != (stamp{}) })
}

func (k *keptArticles) pieces() iter.Seq[[]byte] {
	var w flat.Writer
	flat.Put(&w, k.files)
	flat.Put(&w, k.parts)
	return w.Pieces()
}

// readArticles reads which articles a cache is of; false where it does not say, or is damaged.
func readArticles(ctx context.Context, f *cache.File) (k keptArticles, ok bool) {
	data, ok := f.Section(ctx, articlesSection)
	if !ok {
		return keptArticles{}, false
	}
	return openArticles(data)
}

// openArticles reads what pieces has given; false where it is damaged.
func openArticles(data []byte) (k keptArticles, ok bool) {
	r := flat.Read(data)
	k = keptArticles{flat.Take[stamp](r), flat.Take[keptPart](r)}
	for _, p := range k.parts {
		if p.File < 0 || int(p.File) >= len(k.files) {
			return keptArticles{}, false
		}
	}
	return k, r.OK() && k.articles() < mostNumbers
}

// mostNumbers is far more than there are articles in a corpus.
const mostNumbers = 1 << 26

// numberKept numbers the articles of a snapshot by which things are kept, and gives their numbers by Doc, -1 for none. Files that cannot be
// known again have numbers without a stamp.
func numberKept(s *Snapshot, listedAt time.Time) (k keptArticles, numbers []int32) {
	numbers = make([]int32, len(s.segments)*segmentSize)
	var files []Doc
	for d := range numbers {
		numbers[d] = -1
		if s.state(Doc(d)).phase != absent && s.file(Doc(d)) != nil && s.segments[d/segmentSize].isMain(Doc(d)%segmentSize) {
			files = append(files, Doc(d))
		}
	}
	slices.SortFunc(files, func(a, b Doc) int { return s.file(a).compare(s.file(b)) })
	k.files = make([]stamp, len(files))
	var buffer []byte
	for i, d := range files {
		numbers[d] = int32(i)
		if f := s.file(d); f.settled(listedAt) {
			k.files[i], buffer = f.stamp(buffer)
		}
	}
	for i, d := range files {
		for part := range int(s.state(d).parts) {
			if p, ok := s.index.findPart(PartID(s.file(d).name, part+2)); ok && s.Index(p) >= 0 {
				numbers[p] = int32(k.articles())
				k.parts = append(k.parts, keptPart{int32(i), int32(part + 2)})
			}
		}
	}
	return k, numbers
}

// match gives the present number of each article, -1 for one that is not there, or whose file is another. stamps are those of the first
// listing, and file gives its files; those for which right does not hold are others by now.
func (k *keptArticles) match(stamps []stamp, x *index, file func(d Doc) *file, right func(d Doc) bool) []int32 {
	numbers := make([]int32, k.articles())
	var others map[stamp]Doc // made where the order is another
	taken := make([]bool, len(stamps))
	for i, s := range k.files {
		d, ok := Doc(i), i < len(stamps) && stamps[i] == s
		if !ok && s != (stamp{}) {
			if others == nil {
				others = byStamp(stamps)
			}
			d, ok = others[s]
		}
		numbers[i] = -1
		if ok && s != (stamp{}) && !taken[d] && right(d) {
			numbers[i], taken[d] = int32(d), true
		}
	}
	seen := map[keptPart]bool{}
	for i, p := range k.parts {
		n := &numbers[len(k.files)+i]
		*n = -1
		if main := numbers[p.File]; main >= 0 && !seen[p] {
			seen[p] = true
			if d, ok := x.findPart(PartID(file(Doc(main)).name, int(p.Part))); ok {
				*n = int32(d)
			}
		}
	}
	return numbers
}

func byStamp(stamps []stamp) map[stamp]Doc {
	docs := make(map[stamp]Doc, len(stamps))
	for d, s := range stamps {
		docs[s] = Doc(d)
	}
	return docs
}
