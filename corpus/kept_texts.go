package corpus

import (
	"context"
	"fmt"

	"jarida/corpus/cache"
	"jarida/corpus/flat"
)

// The texts that are the bytes of their files are kept as they are in memory: whoever needs all of them reads a few large pieces instead of opening
// each file, which takes ten times as long, and far longer where the system has not got the files in memory. The files are not looked at again:
// they are as they were listed, or have another stamp.

const (
	textsSection = "texts %d" // one behind the other, in the order of the files, a stretch of them
	// stretchBytes is how long a stretch is at most, if it has more than one text. Its memory goes when none of its texts is needed any more.
	stretchBytes = 4 << 20
	// mostTextBytes is what is kept of texts at most: half of what the cache may take.
	mostTextBytes = cache.DefaultLimit / 2
)

// keptSource is what is kept of the text of a file.
type keptSource struct {
	Size   int32 // its bytes in memory, -1 where it is not kept
	Length int32 // as that of source
}

// stretches calls each with the files whose texts stand in one stretch, from one to before another.
func stretches(sources []keptSource, each func(number, from, to int)) {
	number, from, size := 0, 0, 0
	for i := range sources {
		n := int(max(sources[i].Size, 0))
		if size > 0 && size+n > stretchBytes {
			each(number, from, i)
			number, from, size = number+1, i, 0
		}
		size += n
	}
	each(number, from, len(sources))
}

// keepTexts writes the texts, if there are more than a few that are not kept.
func (c *Corpus) keepTexts(ctx context.Context) error {
	m, s := c.memory, c.Snapshot()
	if !m.on() || !s.progress.Done || !m.texts.worth(s.verbatims()) {
		return nil
	}
	k, numbers := numberKept(s, m.listedAt)
	texts, sources := make([]string, len(k.files)), make([]keptSource, len(k.files))
	for i := range sources {
		sources[i].Size = -1
	}
	size := 0
	for d, n := range numbers {
		if n < 0 || int(n) >= len(k.files) || k.files[n] == (stamp{}) {
			continue
		}
		if text, ok := s.verbatim(Doc(d)); ok {
			texts[n], sources[n] = text.text, keptSource{int32(len(text.text)), text.length}
			size += len(text.text)
		}
	}
	if size == 0 || size > mostTextBytes {
		return nil
	}
	var w flat.Writer
	flat.Put(&w, sources)
	sections := []section{{articlesSection, k.pieces()}, {columnsSection, w.Pieces()}}
	stretches(sources, func(number, from, to int) {
		sections = append(sections, section{fmt.Sprintf(textsSection, number), func(yield func([]byte) bool) {
			for _, text := range texts[from:to] {
				if !yield(flat.Bytes(text)) {
					return
				}
			}
		}})
	})
	return m.save(ctx, sourcesKind, sections...)
}

// verbatims gives how many texts in memory are the bytes of their files.
func (s *Snapshot) verbatims() (n int) {
	for i := range s.Len() {
		if _, ok := s.verbatim(s.DocAt(i)); ok {
			n++
		}
	}
	return n
}

// verbatim gives the text of a main article in memory, if it is the bytes of its file.
func (s *Snapshot) verbatim(d Doc) (text source, ok bool) {
	segment, i := s.segments[d/segmentSize], d%segmentSize
	text = segment.sources[i]
	left := text.text == "" && text.length > 0
	return text, s.HasSource(d) && segment.isMain(i) && segment.states[i].bytes && text.other == nil && !left
}

// recallTexts enters the texts that are kept of files whose texts are still on the disk.
func (b *builder) recallTexts(ctx context.Context) {
	m := b.corpus.memory
	f, ok := m.open(sourcesKind)
	if !ok {
		return
	}
	defer f.Close()
	k, sources, ok := openSources(ctx, f)
	if !ok {
		return
	}
	held, all := 0, 0
	for i := range sources {
		all += int(min(sources[i].Size, 0)) + 1
	}
	numbers := k.match(m.stamps, b.index, b.file, func(d Doc) bool {
		return b.unchanged(d) && b.segments[d/segmentSize].states[d%segmentSize].bytes
	})
	stretches(sources, func(number, from, to int) {
		if stretch, ok := f.Section(ctx, fmt.Sprintf(textsSection, number)); ok {
			held += b.enterStretch(stretch, sources[from:to], numbers[from:to])
		}
	})
	m.texts.held.Store(int64(held))
	m.texts.lost.Store(int64(all - held))
}

// openSources reads what is kept of texts but themselves; false where it is damaged.
func openSources(ctx context.Context, f *cache.File) (k keptArticles, sources []keptSource, ok bool) {
	k, ok = readArticles(ctx, f)
	if !ok {
		return k, nil, false
	}
	data, ok := f.Section(ctx, columnsSection)
	if !ok {
		return k, nil, false
	}
	r := flat.Read(data)
	sources = flat.Take[keptSource](r)
	for i := range sources {
		ok = ok && sources[i].Size >= -1 && sources[i].Length >= 0
	}
	return k, sources, ok && r.OK() && len(sources) == len(k.files)
}

// enterStretch enters the texts of a stretch, by the number that each file has now, and gives how many of them are those of a file.
func (b *builder) enterStretch(stretch []byte, sources []keptSource, numbers []int32) (held int) {
	for i, s := range sources {
		n := int(max(s.Size, 0))
		if n > len(stretch) {
			return held // damaged: the others are read from their files
		}
		if d := Doc(numbers[i]); d >= 0 && s.Size >= 0 {
			held++
			if b.phase(d) == recalled { // the first screen has read its own
				b.addText(d, result{text: source{text: flat.String(stretch[:n:n]), length: s.Length}})
			}
		}
		stretch = stretch[n:]
	}
	return held
}
