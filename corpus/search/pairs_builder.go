package search

import (
	"slices"

	"jarida/corpus/arabic"
)

// pairMaker finds the pairs of a segment that is being built, and keeps its memory for the next.
type pairMaker struct {
	numbers []int16 // by term: its number among frequentWords
	found   []foundPair
	entries []entry
	ends    [mostPairs]int32
	list    listWriter
}

// foundPair is where a pair stands.
type foundPair struct {
	pair

	entry entry
}

// pairs gives the lists of the pairs of what was added.
func (b *Builder) pairs() pairLists {
	m := &b.pairMaker
	m.number(&b.words)
	m.find(b.tokens, b.behind)
	m.sort()
	var lists pairLists
	start := int32(0)
	for of, end := range m.ends {
		if start < end {
			b.list(&m.list, m.entries[start:end])
			lists.append(pair(of), &m.list)
			start = end
		}
	}
	return lists.clone()
}

// number numbers the terms that are frequent words.
func (m *pairMaker) number(words *spellings) {
	m.numbers = slices.Grow(m.numbers[:0], len(words.all))[:len(words.all)]
	for term := range m.numbers {
		m.numbers[term] = infrequent
	}
	for i, word := range frequentWords {
		if p, ok := arabic.PackWord([]byte(word)); ok {
			if term := words.known(spelled(p)); term >= 0 {
				m.numbers[term] = int16(i)
			}
		}
	}
}

// find looks for frequent words that stand side by side. Between two articles no position follows another. What it looks at is written down each time, and
// counts only where it is a pair: a third of the words are frequent, of which no branch could say before which come next.
func (m *pairMaker) find(tokens []token, behind []int32) {
	m.found = m.found[:0]
	first, n := int32(0), 0
	for article, behind := range behind {
		m.found = slices.Grow(m.found[:n], int(behind-first))
		found, before, last := m.found[:cap(m.found)], int16(infrequent), int32(0)
		for _, t := range tokens[first:behind] {
			word := m.numbers[t.term]
			found[n] = foundPair{pairOf(before, word), entry{int32(article), last}}
			isPair := 0
			if int32(before|word)|(last+1-t.at) >= 0 { // positions ascend
				isPair = 1
			}
			n += isPair
			before, last = word, t.at
		}
		first = behind
	}
	m.found = m.found[:n]
}

// sort puts what was found in the order of the pairs, each pair's in the order of the text, and notes where those of each end.
func (m *pairMaker) sort() {
	clear(m.ends[:])
	for i := range m.found {
		m.ends[m.found[i].pair]++
	}
	sum := int32(0)
	for of := range m.ends {
		m.ends[of], sum = sum, sum+m.ends[of]
	}
	m.entries = slices.Grow(m.entries[:0], len(m.found))[:len(m.found)]
	for i := range m.found {
		next := &m.ends[m.found[i].pair]
		m.entries[*next] = m.found[i].entry
		*next++
	}
}

// clone gives lists that have no more memory than they need.
func (p *pairLists) clone() pairLists {
	return pairLists{slices.Clone(p.pairs), slices.Clone(p.starts), slices.Clone(p.lists)}
}
