package corpus

// recall takes from the cache what is known of the files of the listing. Their texts stay on the disk.
func (b *builder) recall() {
	m := b.corpus.memory
	if !m.on() {
		return
	}
	list, ok := m.readList()
	if !ok {
		list = keptList{}
	}
	b.stampFiles(&list)
	if ok {
		b.recallList(&list)
	}
	if b.fullText != nil {
		if text, ok := m.readText(); ok {
			b.recallText(&text)
		}
	}
	m.readList, m.readText = nil, nil // which would hold what they have read
}

// recallList enters the files of a list that was kept.
func (b *builder) recallList(l *keptList) {
	m := b.corpus.memory
	files := keptArticles{files: l.files}
	places := l.places()
	held, kept := 0, make([]int32, b.first) // by Doc: which file of the list it is, -1 for none
	for d := range kept {
		kept[d] = -1
	}
	for i, d := range files.match(m.stamps, b.index, b.file, func(Doc) bool { return true }) {
		if d >= 0 && l.parts[i] != noList {
			held++
			kept[d] = int32(i)
		}
	}
	counts := make([]recalledCount, len(b.segments))
	onAll(len(b.segments), func(at int) { counts[at] = b.recallSegment(l, at, kept, places) })
	for at := range counts {
		b.progress.Read += counts[at].articles
		b.rtl += counts[at].rtl
		for _, d := range counts[at].others {
			b.recallOther(d, l, places[kept[d]], l.parts[kept[d]])
		}
	}
	b.dirty = b.dirty || held > 0
	m.list.held.Store(int64(held))
	m.list.lost.Store(int64(len(l.files) - held))
}

// recalledCount is what the main articles of a segment add to the progress.
type recalledCount struct {
	articles, rtl int
	others        []Doc // with later parts, or that are no articles
}

// recallSegment enters the main articles of a segment of the first listing. It touches nothing else.
func (b *builder) recallSegment(l *keptList, at int, kept []int32, places []keptPlace) (n recalledCount) {
	from := Doc(at * segmentSize)
	s, _ := b.writable(from)
	for i := range min(segmentSize, b.first-from) {
		d := from + i
		if kept[d] < 0 || s.states[i].phase != listed { // the first screen has it
			continue
		}
		parts := l.parts[kept[d]]
		if parts != 0 {
			n.others = append(n.others, d)
		}
		if parts == noArticle {
			continue
		}
		place := places[kept[d]]
		k := &l.entries[place.entry]
		s.list, s.kept[i], s.made[i] = l, place.entry+1, nil // its beginning may have been read for the first screen
		s.enterHeadings(i, k, l.headings[place.heading:])
		n.rtl += int(k.Direction) - int(s.states[i].direction) // its beginning has been counted where it was read for the first screen
		s.states[i] = state{phase: recalled, direction: k.Direction, parts: parts, bytes: k.Verbatim.True()}
		if b.days[d] = k.Day; k.Day == 0 {
			b.days[d] = timeDay(s.files[i].modified)
		}
		n.articles++
	}
	return n
}

// enterHeadings enters the headings of an article, which are the first of those given.
func (s *segment) enterHeadings(i Doc, k *keptEntry, headings []keptHeading) {
	for _, h := range headings[:k.Headings] {
		s.headings = append(s.headings, heading{int32(i), h.Start, h.End})
	}
}

// recallOther enters what is more of a file than its main article: the later parts, or that it has none.
func (b *builder) recallOther(d Doc, l *keptList, place keptPlace, parts int32) {
	f := b.file(d)
	if parts == noArticle {
		b.add(result{file: f, entry: mainEntry(d, f), drop: true})
		return
	}
	main, headings := PartID(f.name, 1), l.headings[place.heading:]
	headings = headings[l.entries[place.entry].Headings:]
	for i := range int(parts) {
		k := &l.entries[int(place.entry)+1+i]
		e := Entry{ID: PartID(f.name, i+2), Parent: main, Path: f.name, Part: i + 2}
		e.Doc = b.numberPart(e.ID)
		l.fill(&e, k)
		s, at := b.writable(e.Doc)
		b.order(e, d, f)
		s.files[at], s.states[at].direction, s.keys[at] = f, k.Direction, k.Key
		s.enter(at, e)
		b.become(e.Doc, recalled)
		b.count(e.Doc, 1)
		s.enterHeadings(at, k, headings)
		headings = headings[k.Headings:]
	}
}

// recallText takes an index that was kept. Its articles have other numbers now, and those that are not as they were are gone.
func (b *builder) recallText(t *keptText) {
	m := b.corpus.memory
	numbers := t.articles.match(m.stamps, b.index, b.file, b.unchanged)
	held, lost := 0, 0
	for _, s := range t.segments {
		s = s.Renumber(func(doc int32) int32 {
			if numbers[doc] < 0 {
				lost++
				return -1
			}
			held++
			return numbers[doc]
		})
		var docs []Doc
		for d := range s.Docs {
			docs = append(docs, Doc(d))
		}
		b.fullText.enter(piece{s, docs})
	}
	m.text.held.Store(int64(held))
	m.text.lost.Store(int64(lost))
	b.fullText.renew()
	b.fullText.behind, b.fullText.recalled = 0, true
}

// unchanged reports whether all articles of a file are known, as they were when it was listed first.
func (b *builder) unchanged(d Doc) bool {
	s := b.segments[d/segmentSize].states[d%segmentSize]
	return inList(s.phase) && s.version == 0
}
