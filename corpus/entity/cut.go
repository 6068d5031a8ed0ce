package entity

// bareWeight is how many names of the training text one word of the same article without clitics is worth.
const bareWeight = 30

// cutClitics decides where each name begins: which reading of its first token is the likeliest.
func (t *Tagger) cutClitics() {
	clear(t.bare)
	var some hashBits // of t.bare
	for _, n := range t.names {
		for _, r := range t.tokens[n.first].typ.cuts() {
			t.bare[r.hash] = 0
			some.add(r.hash)
		}
	}
	for _, tok := range t.tokens {
		h := tok.typ.readings[0].hash
		if !some.maybe(h) {
			continue
		}
		if count, ok := t.bare[h]; ok {
			t.bare[h] = count + 1
		}
	}
	for i := range t.names {
		if n := &t.names[i]; n.reading < 0 {
			n.reading = t.cut(n)
		}
	}
}

// cut gives the likeliest reading of the first token of a name: the one whose stem most names begin with, the whole word before
// others. A stem that nothing is known of loses و, which few names begin with, and nothing else.
func (t *Tagger) cut(n *name) int16 {
	readings := t.tokens[n.first].typ.cuts()
	best, top := 0, -1
	for i := range readings {
		if e := t.evidence(&readings[i], n.typ); e > top && (!readings[i].rareClitic || !readings[0].entry) {
			best, top = i, e
		}
	}
	if top > 0 {
		return int16(best)
	}
	for i := range readings {
		if readings[i].waw {
			return int16(i)
		}
	}
	return 0
}

// evidence is how many names are known to begin with the stem, about.
func (t *Tagger) evidence(r *reading, typ Type) int {
	e := 0
	if r.start > 0 {
		e = bareWeight * t.bare[r.hash]
	}
	if r.count.named > 0 {
		e += 1 << (r.count.named - 1)
	}
	if r.starts {
		e += 4
	}
	if typ == Person {
		e += int(r.part) * 2
	}
	return e
}

// hashBits says of most hashes that are not in a small set that they are not, so that they need not be looked for.
type hashBits [16]uint64

func (b *hashBits) add(hash uint64) { b[hash/64%16] |= 1 << (hash % 64) }

func (b *hashBits) maybe(hash uint64) bool { return b[hash/64%16]>>(hash%64)&1 != 0 }
