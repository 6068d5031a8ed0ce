package story

// Builder finds the stories of articles that come and go. It must not be used from several goroutines at once; the Stories that it gives
// may be. What it gives depends on the articles that are there alone, not on the order in which they came.
//
// Articles that have the same words are one node, and what two nodes are to each other is found when the second of them comes: an edge.
// Groups are made of the edges alone, which takes no time, so that nothing need be known of the order.
type Builder struct {
	words  *words
	reader *Reader
	docs   []*Text // by article
	nodes  []node
	free   []int32 // nodes that are not used
	ofHash map[uint64]int32
	order  []place // of the nodes, as they were sorted last
	moved  []int32 // nodes that have changed since

	keys     chains // by key term and day
	sketches chains // by band and the least of its hashes

	shingles shingleSet
	recent   recent
	source   func(doc int32) string // gives the source text of an article; nil where the texts have it

	met   []uint8 // by node: key terms that it shares with the node that has come
	seen  []int32 // nodes of which met is not 0
	own   []uint32
	other []uint32
}

// node is the articles that have the same title and words.
type node struct {
	text  *Text   // of one of them, on the day of the first; nil for a node that is not used
	docs  []*Text // all of them
	edges []edge

	placed bool // it is in the order, in its place
	unread bool // its source text was another one by the time its edges were to be found: they are found anew when one of its articles comes or goes
}

// edge is what a node has in common with another.
type edge struct {
	node  int32
	kind  Kind
	score float32 // containment or event: the greater the more alike
}

// New makes an empty Builder. source gives the source text of an article, "" for one that cannot be read: few are asked for. Where it is nil, the
// texts that are read are kept.
func New(source func(doc int32) string) *Builder { return newBuilder(newWords(), source) }

func newBuilder(w *words, source func(doc int32) string) *Builder {
	b := &Builder{words: w, ofHash: map[uint64]int32{}, source: source}
	b.reader = b.Reader()
	return b
}

// Reader makes a Reader for the articles of the Builder. Each goroutine that reads needs its own.
func (b *Builder) Reader() *Reader { return &Reader{words: b.words, keeps: b.source == nil} }

// Add takes an article that was read, in the place of what had its number. One of a few words, a cartoon or a title alone, is in no story.
func (b *Builder) Add(t *Text) {
	if t.doc < 0 {
		return
	}
	b.Remove(t.doc)
	if t.words < leastText {
		return
	}
	b.settle(b.enter(t))
}

// enter enters a text in its node, which does not stand for one of its articles yet.
func (b *Builder) enter(t *Text) (node int32) {
	for len(b.docs) <= int(t.doc) {
		b.docs = append(b.docs, nil)
	}
	b.docs[t.doc] = t
	n, ok := b.ofHash[t.hash]
	if !ok {
		n = b.newNode()
		b.ofHash[t.hash] = n
	}
	b.nodes[n].docs = append(b.nodes[n].docs, t)
	return n
}

// Remove forgets an article.
func (b *Builder) Remove(doc int32) {
	if doc < 0 || int(doc) >= len(b.docs) || b.docs[doc] == nil {
		return
	}
	t := b.docs[doc]
	b.docs[doc] = nil
	n := b.ofHash[t.hash]
	docs := b.nodes[n].docs
	for i := range docs {
		if docs[i] == t {
			docs[i], docs[len(docs)-1] = docs[len(docs)-1], nil
			docs = docs[:len(docs)-1]
			break
		}
	}
	b.nodes[n].docs = docs
	b.settle(n)
	if len(docs) == 0 {
		delete(b.ofHash, t.hash)
		b.nodes[n] = node{}
		b.free = append(b.free, n)
	}
}

func (b *Builder) newNode() int32 {
	if last := len(b.free) - 1; last >= 0 {
		n := b.free[last]
		b.free = b.free[:last]
		return n
	}
	b.nodes, b.met = append(b.nodes, node{}), append(b.met, 0)
	return int32(len(b.nodes) - 1)
}

// settle makes a node stand for the first of its articles, and finds its edges anew where that is of another day than before, or they are not known.
func (b *Builder) settle(n int32) {
	x := &b.nodes[n]
	first := x.first()
	switch {
	case x.unread:
	case first == x.text:
		return
	case first != nil && x.text != nil && first.day == x.text.day && first.weekday == x.text.weekday:
		x.text = first
		return
	}
	x.placed = false
	b.moved = append(b.moved, n)
	if x.text != nil {
		b.unlink(n)
	}
	if x.text = first; first != nil {
		b.link(n)
	}
}

// first gives the first of the articles of a node, nil for none.
func (x *node) first() (first *Text) {
	for _, t := range x.docs {
		if first == nil || t.before(first) {
			first = t
		}
	}
	return first
}

// before reports whether one article comes before another with the same words: by day, the unknown last, then by number.
func (t *Text) before(u *Text) bool {
	if t.day != u.day {
		return u.day == noDay || t.day != noDay && t.day < u.day
	}
	return t.doc < u.doc
}

// link finds the edges of a node, and enters it where later ones look for it.
func (b *Builder) link(n int32) {
	b.nodes[n].unread = false
	b.findEdges(n)
	b.lookUp(n)
}

// lookUp enters a node where later ones look for it.
func (b *Builder) lookUp(n int32) {
	t := b.nodes[n].text
	t.eachKey(func(key uint32) { b.keys.add(key, n) })
	for i, key := range t.sketch {
		b.sketches.add(bandKey(i, key), n)
	}
}

// unlink takes a node out, and its edges.
func (b *Builder) unlink(n int32) {
	x := &b.nodes[n]
	x.text.eachKey(func(key uint32) { b.keys.remove(key, n) })
	for i, key := range x.text.sketch {
		b.sketches.remove(bandKey(i, key), n)
	}
	for _, e := range x.edges {
		edges := b.nodes[e.node].edges
		for i := range edges {
			if edges[i].node == n {
				edges[i] = edges[len(edges)-1]
				b.nodes[e.node].edges = edges[:len(edges)-1]
				break
			}
		}
	}
	x.edges = nil
}

// bandKey gives each band keys of its own.
func bandKey(band int, key uint32) uint32 { return key*uint32(bands) + uint32(band) }

const (
	daysOfPart = mostDays + 1 // days are looked up in parts, of which two or three are near to one
	undated    = 1 << 30      // behind all parts: weekdays
)

// eachKey goes through the keys by which a text is found: each of its key terms with the part of the calendar that it is of, and with the
// day of the week that it names.
func (t *Text) eachKey(do func(key uint32)) {
	for _, k := range t.keys {
		if t.day != noDay {
			do(partKey(k, part(t.day)))
		}
		if t.weekday != noWeekday {
			do(partKey(k, undated+int32(t.weekday)))
		}
	}
}

func partKey(term uint32, part int32) uint32 {
	return uint32(mix(uint64(term)<<32|uint64(uint32(part))) >> 32)
}

// part gives the part of the calendar that a day is of.
func part(day int32) int32 { return (day - (day%daysOfPart+daysOfPart)%daysOfPart) / daysOfPart }

// findEdges finds the nodes that have something in common with one: among those that share key terms on the days around it, or, where a
// day is not known, on the same day of the week; and those with much the same text, whenever that was.
func (b *Builder) findEdges(n int32) {
	t := b.nodes[n].text
	near := func(m int32) {
		if u := b.nodes[m].text; u.day != noDay && max(t.day-u.day, u.day-t.day) <= mostDays {
			b.meet(m)
		}
	}
	sameWeekday := func(m int32) {
		if t.day == noDay || b.nodes[m].text.day == noDay {
			b.meet(m)
		}
	}
	for _, k := range t.keys {
		if t.day != noDay {
			for p := part(t.day - mostDays); p <= part(t.day+mostDays); p++ {
				b.keys.each(partKey(k, p), near)
			}
		}
		if t.weekday != noWeekday {
			b.keys.each(partKey(k, undated+int32(t.weekday)), sameWeekday)
		}
	}
	alike := func(m int32) {
		b.meet(m)
		b.met[m] |= manyKeys
	}
	for i, key := range t.sketch {
		b.sketches.each(bandKey(i, key), alike)
	}
	b.own = b.own[:0]
	for _, m := range b.seen {
		if b.met[m] >= leastKeys {
			b.compare(n, m)
		}
		b.met[m] = 0
	}
	b.seen = b.seen[:0]
}

// manyKeys says that two nodes must be compared, however few keys they share.
const manyKeys = 0x80

// meet counts a key that a node shares.
func (b *Builder) meet(n int32) {
	if b.met[n] == 0 {
		b.seen = append(b.seen, n)
	}
	if b.met[n] != manyKeys-1 && b.met[n] != 0xff {
		b.met[n]++
	}
}

// compare enters the edge between two nodes, if they have enough in common.
func (b *Builder) compare(n, m int32) {
	x, y := b.nodes[n].text, b.nodes[m].text
	p, alike := eventOf(x, y)
	if alike {
		if len(b.own) == 0 {
			b.own = b.shinglesOf(b.own, n)
		}
		b.other = b.shinglesOf(b.other, m)
		p.Containment = b.shingles.containment(b.own, b.other)
		p.settle(x, y)
	}
	score := p.Event
	switch p.Kind {
	case None:
		return
	case SameText:
		score = p.Containment
	case SameEvent:
	}
	b.nodes[n].edges = append(b.nodes[n].edges, edge{m, p.Kind, float32(score)})
	b.nodes[m].edges = append(b.nodes[m].edges, edge{n, p.Kind, float32(score)})
}

// shinglesOf gives the shingles of a node. There are none where its source text is not the one that was read any more.
func (b *Builder) shinglesOf(dst []uint32, n int32) []uint32 {
	x := &b.nodes[n]
	if known, ok := b.recent.of(x.text.hash); ok {
		return append(dst[:0], known...)
	}
	t := x.text.sourced(b.source)
	dst = b.reader.shinglesOf(dst, t)
	if t != x.text && !b.reader.hasRead(t) {
		x.unread = true
		return dst[:0]
	}
	b.recent.put(x.text.hash, dst)
	return dst
}
