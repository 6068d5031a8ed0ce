package story

// chains finds the texts that have a key: a hash table without keys, each place of which begins a chain of links. Links of other keys in a
// chain are passed over by their key; what is left of chance costs a comparison, and decides nothing.
type chains struct {
	heads []int32 // the number of a link, from 1 on, 0 for none; a power of two
	links []*linkBlock
	free  int32 // the first of the links that are not used, as in heads
	last  int32 // link that there is
	used  int
}

type link struct {
	key  uint32
	node int32
	next int32 // as in heads
}

const (
	firstHeads = 1 << 10
	// blockLinks is how many links there are to a block: 48 KB of them. One list of all would be copied whenever it has no more room, and leave a hole
	// of 20 MB for 100,000 texts, into which the next one does not fit.
	blockLinks = 1 << 12
)

// linkBlock is links whose numbers follow each other.
type linkBlock [blockLinks]link

// link gives a link by its number.
func (c *chains) link(at int32) *link { return &c.links[uint32(at)/blockLinks][uint32(at)%blockLinks] }

// add adds a text to those that have a key.
func (c *chains) add(key uint32, node int32) {
	if c.used >= len(c.heads) {
		c.grow()
	}
	at := c.free
	if at != 0 {
		c.free = c.link(at).next
	} else {
		at = c.newLink()
	}
	head := &c.heads[key&uint32(len(c.heads)-1)]
	*c.link(at) = link{key, node, *head}
	*head = at
	c.used++
}

// newLink gives the number of a link that was not there before. The one before the first is none.
func (c *chains) newLink() int32 {
	c.last++
	if int(c.last/blockLinks) == len(c.links) {
		c.links = append(c.links, new(linkBlock))
	}
	return c.last
}

// remove takes a text out of those that have a key.
func (c *chains) remove(key uint32, node int32) {
	if len(c.heads) == 0 {
		return
	}
	for at := &c.heads[key&uint32(len(c.heads)-1)]; *at != 0; at = &c.link(*at).next {
		if l := c.link(*at); l.key == key && l.node == node {
			gone := *at
			*at, l.next = l.next, c.free
			c.free = gone
			c.used--
			return
		}
	}
}

// each goes through the texts that have a key.
func (c *chains) each(key uint32, do func(node int32)) {
	if len(c.heads) == 0 {
		return
	}
	for at := c.heads[key&uint32(len(c.heads)-1)]; at != 0; {
		l := c.link(at)
		if l.key == key {
			do(l.node)
		}
		at = l.next
	}
}

// grow doubles the table.
func (c *chains) grow() {
	old := c.heads
	c.heads = make([]int32, max(firstHeads, 2*len(old)))
	for _, at := range old {
		for at != 0 {
			l := c.link(at)
			next := l.next
			head := &c.heads[l.key&uint32(len(c.heads)-1)]
			l.next, *head = *head, at
			at = next
		}
	}
}
