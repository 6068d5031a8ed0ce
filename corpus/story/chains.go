package story

// chains finds the texts that have a key: a hash table without keys, each place of which begins a chain of links. Links of other keys in a
// chain are passed over by their key; what is left of chance costs a comparison, and decides nothing.
type chains struct {
	heads []int32 // 1 more than the index of a link, 0 for none; a power of two
	links []link
	free  int32 // the first of the links that are not used, as in heads
	used  int
}

type link struct {
	key  uint32
	node int32
	next int32 // as in heads
}

const firstHeads = 1 << 10

// add adds a text to those that have a key.
func (c *chains) add(key uint32, node int32) {
	if c.used >= len(c.heads) {
		c.grow()
	}
	at := c.free
	if at == 0 {
		c.links = append(c.links, link{})
		at = int32(len(c.links))
	} else {
		c.free = c.links[at-1].next
	}
	head := &c.heads[key&uint32(len(c.heads)-1)]
	c.links[at-1] = link{key, node, *head}
	*head = at
	c.used++
}

// remove takes a text out of those that have a key.
func (c *chains) remove(key uint32, node int32) {
	if len(c.heads) == 0 {
		return
	}
	for at := &c.heads[key&uint32(len(c.heads)-1)]; *at != 0; at = &c.links[*at-1].next {
		if l := &c.links[*at-1]; l.key == key && l.node == node {
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
	for at := c.heads[key&uint32(len(c.heads)-1)]; at != 0; at = c.links[at-1].next {
		if l := &c.links[at-1]; l.key == key {
			do(l.node)
		}
	}
}

// grow doubles the table.
func (c *chains) grow() {
	old := c.heads
	c.heads = make([]int32, max(firstHeads, 2*len(old)))
	for _, at := range old {
		for at != 0 {
			l := &c.links[at-1]
			next := l.next
			head := &c.heads[l.key&uint32(len(c.heads)-1)]
			l.next, *head = *head, at
			at = next
		}
	}
}
