package corpus

// add enters what was read of a file: its main article, and those behind it.
func (b *builder) add(r result) {
	d := r.entry.Doc
	s, i := b.writable(d)
	switch {
	case r.drop:
		b.leave(d, dropped)
		s.files[i] = r.file
		s.enter(i, r.entry)
		return
	case r.partial:
		b.rtl += direction(r.entry.Title) - int(s.states[i].direction)
		s.enter(i, r.entry)
		s.states[i].direction, b.dirty = int8(direction(r.entry.Title)), true
		return
	case r.textAlone:
		b.addText(d, r)
		return
	}
	text, before := r.text, int(s.states[i].parts)
	b.set(r.entry, d, r, text)
	b.setTraits(d, r.traits, 0)
	s.states[i].parts, s.states[i].bytes = int32(len(r.later)), r.verbatim
	for n, e := range r.later {
		e.Doc = b.numberPart(e.ID)
		b.set(e, d, r, text)
		b.setTraits(e.Doc, r.traits, n+1)
	}
	b.removeParts(r.entry, len(r.later), before)
}

// addText enters the text of a file that was known from the cache without it.
func (b *builder) addText(d Doc, r result) {
	enter := func(d Doc) {
		s, i := b.writable(d)
		b.count(d, -1)
		s.sources[i] = r.text
		b.become(d, read)
		b.count(d, 1)
	}
	enter(d)
	for _, part := range b.partsOf(d) {
		enter(part)
	}
}

// partsOf gives the later parts of the file of a main article.
func (b *builder) partsOf(d Doc) (parts []Doc) {
	for n := range int(b.segments[d/segmentSize].states[d%segmentSize].parts) {
		if part, ok := b.index.findPart(PartID(b.file(d).name, n+2)); ok {
			parts = append(parts, part)
		}
	}
	return parts
}

// set enters an entry that was read, of the file with a main article.
func (b *builder) set(e Entry, main Doc, r result, text source) {
	s, i := b.writable(e.Doc)
	b.order(e, main, r.file)
	isListed := r.listed && (s.files[i] == nil || s.files[i] == r.file)
	old, from := s.entry(e.Doc), s.states[i].phase
	s.files[i] = r.file
	same := s.sources[i].same(text) && old.Failed == e.Failed
	if from == read && same && old == e {
		return
	}
	switch {
	case from == recalled && isListed, from == listed && (isListed || !b.corpus.memory.on()):
	case from == listed, old.ID != "" && !same: // what the cache says of the file as it was listed is not of this text
		s.states[i].version++
	}
	b.count(e.Doc, -1)
	s.enter(i, e)
	s.sources[i], s.states[i].direction, s.states[i].failed = text, int8(direction(e.Title)), e.Failed
	b.become(e.Doc, r.phase())
	b.count(e.Doc, 1)
	if e.Failed {
		b.fullText.leave(e.Doc)
	}
}

// phase gives how far the entries of a file come with what was read of it.
func (r result) phase() phase {
	if r.left {
		return recalled
	}
	return read
}

// remove takes a file out that is no longer there.
func (b *builder) remove(d Doc) { b.leave(d, absent) }

// leave takes a file and all its articles out of the list.
func (b *builder) leave(d Doc, to phase) {
	s, i := b.writable(d)
	e, before := s.entry(d), int(s.states[i].parts)
	s.states[i].parts = 0
	b.takeOut(d, to)
	b.removeParts(e, 0, before)
}

// removeParts takes the later parts of a file out that it has no longer: it had before of them, and has now.
func (b *builder) removeParts(main Entry, now, before int) {
	for n := now; n < before; n++ {
		if d, ok := b.index.findPart(PartID(main.Path, n+2)); ok {
			b.takeOut(d, absent)
		}
	}
}

// takeOut takes an entry out of the list. Its text is not kept.
func (b *builder) takeOut(d Doc, to phase) {
	b.count(d, -1)
	b.become(d, to)
	s, i := b.writable(d)
	s.sources[i] = source{}
	b.setTraits(d, nil, 0)
	b.fullText.leave(d)
	b.touch(d)
}

// touch notes that an entry has come or gone, or may change its place.
func (b *builder) touch(d Doc) {
	if b.progress.Done {
		b.touched = append(b.touched, d)
	} else {
		b.reorder = true
	}
}

// count adds to the progress what an entry that was read contributes to it, or takes it away again.
func (b *builder) count(d Doc, sign int) {
	s, i := b.segments[d/segmentSize], d%segmentSize
	phase := s.states[i].phase
	if isFile(phase) > 0 {
		b.rtl += sign * int(s.states[i].direction)
	}
	if !inList(phase) || !s.isMain(i) {
		return
	}
	b.progress.Read += sign
	b.progress.Bytes += int64(sign) * s.sources[i].size()
	if s.states[i].failed {
		b.progress.Failed += sign
	}
}

// become changes the phase of an entry.
func (b *builder) become(d Doc, to phase) {
	s, i := b.writable(d)
	from := s.states[i].phase
	s.states[i].phase = to
	b.dirty = true
	if !s.isMain(i) {
		return
	}
	b.progress.Files += isFile(to) - isFile(from)
	b.progress.Skipped += isDropped(to) - isDropped(from)
}

func isFile(p phase) int {
	if p == listed || inList(p) {
		return 1
	}
	return 0
}

// inList reports whether an entry stands in the list once all files are known.
func inList(p phase) bool { return p == read || p == recalled }

func isDropped(p phase) int {
	if p == dropped {
		return 1
	}
	return 0
}

// writable gives the segment of an entry, one that no snapshot holds, and the entry's place in it.
func (b *builder) writable(d Doc) (s *segment, i Doc) {
	at := d / segmentSize
	if b.frozen[at] {
		copied := *b.segments[at]
		b.segments[at], b.frozen[at] = &copied, false
	}
	return b.segments[at], d % segmentSize
}
