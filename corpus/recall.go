package corpus

// recall takes from the cache what is known of the files of the listing. Their texts stay on the disk.
func (b *builder) recall() {
	m := b.corpus.memory
	if !m.on() {
		return
	}
	m.stamps = make([]stamp, b.first)
	var buffer []byte
	for d := range m.stamps {
		m.stamps[d], buffer = b.file(Doc(d)).stamp(buffer)
	}
	if list, ok := m.readList(); ok {
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
	held, entry, headings := 0, 0, l.headings
	for i, d := range files.match(m.stamps, b.index, b.file, func(Doc) bool { return true }) {
		articles := l.entries[entry : entry+int(max(l.parts[i], -1))+1]
		entry += len(articles)
		own := headings[:countHeadings(articles)]
		headings = headings[len(own):]
		if d < 0 || l.parts[i] == noList {
			continue
		}
		held++
		switch {
		case b.phase(Doc(d)) != listed: // the first screen has it
		case l.parts[i] == noArticle:
			b.add(result{file: b.file(Doc(d)), entry: mainEntry(Doc(d), b.file(Doc(d))), drop: true})
		default:
			b.recallFile(Doc(d), l, articles, own)
		}
	}
	m.list.held.Store(int64(held))
	m.list.lost.Store(int64(len(l.files) - held))
}

func countHeadings(articles []keptEntry) (n int) {
	for i := range articles {
		n += int(articles[i].Headings)
	}
	return n
}

// recallFile enters the articles of a file.
func (b *builder) recallFile(d Doc, l *keptList, articles []keptEntry, headings []keptHeading) {
	f := b.file(d)
	main := mainEntry(d, f)
	for i := range articles {
		k, e := &articles[i], main
		if i > 0 {
			e = Entry{ID: PartID(f.name, i+1), Parent: main.ID, Path: f.name, Part: i + 1}
			e.Doc = b.numberPart(e.ID)
		}
		l.fill(&e, k)
		b.recallEntry(e, k, d, f)
		s, at := b.writable(e.Doc)
		s.keys[at] = k.Key
		for _, h := range headings[:k.Headings] {
			s.headings = append(s.headings, heading{int32(at), h.Start, h.End})
		}
		headings = headings[k.Headings:]
	}
	s, i := b.writable(d)
	s.states[i].parts = int32(len(articles) - 1)
}

// recallEntry enters an article whose text stays on the disk.
func (b *builder) recallEntry(e Entry, k *keptEntry, main Doc, f *file) {
	s, i := b.writable(e.Doc)
	b.order(e, main, f)
	b.count(e.Doc, -1)
	s.files[i], s.entries[i], s.states[i].direction = f, e, k.Direction
	b.become(e.Doc, recalled)
	b.count(e.Doc, 1)
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
