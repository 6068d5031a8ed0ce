package entity

import (
	"bytes"
	"compress/gzip"
	_ "embed" // the lists
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"strings"
)

// packed holds the list files of data, without their comments, one after the other; gen writes it.
//
//go:embed data/lists.gz
var packed []byte

// lists are what is known of names before an article is read: places, organisations, nationalities, parts of people's names,
// and the words that names stand beside. They are read-only and safe for concurrent use.
//
// A text is matched as a sequence of words, each given by its number (word.id): the caller looks each word type up once, in
// whatever reading of its clitics it wants to try, and walks the text with match.
type lists struct {
	words    map[string]word
	edges    edges       // from a sequence of words, by one more word, to the longer sequence
	onward   []onward    // how a sequence goes on, by node
	entries  []spans     // what ends at a sequence, by node
	list     []listEntry // in the order of the files
	shared   []int32     // indexes into list, of sequences that are several things
	nations  []nation
	feminine map[wordID]bool // the last words of adjectives of countries that are feminine
	persons  personNames
	some     wordFilter // of words
}

// word is what the lists know of one word, in its normalised form. The zero word is unknown.
type word struct {
	licenses kindSet // the kinds that it announces, as a descriptor or head
	id       wordID
	triggers trigger
	nation   uint16 // index into lists.nations, 0 for none: the word is an adjective of that country, or its people
}

// wordID numbers the words of the lists from 1; 0 is a word that no list has.
type wordID uint32

// In the lists these stand for the adjective of any country that is of their gender (see adjectiveMark).
const (
	anyMasculine wordID = 1 + iota
	anyFeminine
)

// node is a sequence of words that an entry begins with, numbered from 1; 0 is the empty one.
type node uint32

// onward says what edges a sequence has, so that none is looked for in vain: most sequences have none.
type onward uint8

const (
	goesOn      onward = 1 << iota // by any word
	toAdjective                    // by the adjective of any country
)

// spans are the entries of one sequence of words: one of them by its index, or several by where they stand in shared.
type spans struct{ first, count int32 }

// kindSet is a set of kinds, a bit each.
type kindSet uint32

// has tells whether the kind is in the set.
func (s kindSet) has(k listKind) bool { return s>>k&1 != 0 }

// nation is a country or region as adjectives name it.
type nation struct {
	Name    string // its display name
	Country string // ISO 3166-1 code, "" for what is no country
}

// listEntry is one name of one thing.
type listEntry struct {
	Kind      listKind
	Triggers  trigger     // the classes of several words that stand beside names
	Context   listContext // what it needs around it, 0 for nothing
	Name      string      // as the list writes it; adjectiveMark in it stands for an adjective
	Canonical string      // the display name of the thing, the same for all its names
	Country   string      // ISO 3166-1 code of the country that it is or lies in, "" where that says nothing
	Latin     string      // its name in Latin letters, "" where the lists have none
	Licenses  kindSet     // the kinds that it announces, of several words that stand beside names: رئيس الوزراء
}

// loadLists unpacks the lists that are built in. An error means that the program was built from damaged files.
func loadLists() (*lists, error) {
	unpacked, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("unpacking the name lists: %w", err)
	}
	var text strings.Builder
	size := int64(binary.LittleEndian.Uint32(packed[len(packed)-4:])) // gzip writes it at the end
	text.Grow(int(size))
	if _, err := io.CopyN(&text, unpacked, size); err != nil {
		return nil, fmt.Errorf("unpacking the name lists: %w", err)
	}
	l, err := parseLists(text.String())
	if err != nil {
		return nil, fmt.Errorf("reading the name lists: %w", err)
	}
	return l, nil
}

// word gives what is known of a word; normalised is its form for matching, with or without what a clitic adds.
func (l *lists) word(normalised string) word { return l.words[normalised] }

// wordOf is word for the describer, which has the hash of what it asks for: see hashBytes.
func (l *lists) wordOf(normalised []byte, hash uint64) word {
	if !l.some.maybe(hash) {
		return word{}
	}
	return l.words[string(normalised)]
}

// partOf is personName likewise.
func (l *lists) partOf(normalised []byte, hash uint64) uint8 {
	if !l.persons.some.maybe(hash) {
		return 0
	}
	return uint8(l.persons.bucket(string(normalised)))
}

// match gives the entries whose words are the first n of words, for the largest n there is; n is 0 where nothing matches.
func (l *lists) match(words []wordID) (found []int32, n int) {
	return l.longest(0, words)
}

// longest gives the longest match of words behind the sequence at, n counting words alone.
func (l *lists) longest(at node, words []wordID) (found []int32, n int) {
	if s := l.entries[at]; s.count > 0 {
		found = l.shared[s.first : s.first+s.count]
	}
	if len(words) == 0 || words[0] == 0 || l.onward[at] == 0 {
		return found, 0
	}
	if next, ok := l.edges.find(at, words[0]); ok {
		if f, m := l.longest(next, words[1:]); f != nil {
			found, n = f, m+1
		}
	}
	if l.onward[at]&toAdjective == 0 {
		return found, n
	}
	for _, gender := range [...]wordID{anyMasculine, anyFeminine} {
		next, ok := l.edges.find(at, gender)
		if !ok {
			continue
		}
		size := l.adjective(words)
		if size == 0 || l.feminine[words[size-1]] != (gender == anyFeminine) {
			continue
		}
		if f, m := l.longest(next, words[size:]); f != nil && m+size > n {
			found, n = f, m+size
		}
	}
	return found, n
}

// adjective counts the words of the adjective of a country that words begin with (الكوري الجنوبي: 2), 0 for none.
func (l *lists) adjective(words []wordID) (size int) {
	at := node(0)
	for i, id := range words {
		next, ok := l.edges.find(at, id)
		if !ok {
			break
		}
		at = next
		s := l.entries[at]
		for _, e := range l.shared[s.first : s.first+s.count] {
			if l.list[e].Kind == kindNationality {
				size = i + 1
			}
		}
	}
	return size
}

// entry gives an entry by the index that match found.
func (l *lists) entry(i int32) *listEntry { return &l.list[i] }

// nation gives the country that a word is an adjective of.
func (l *lists) nation(w word) (nation, bool) {
	if w.nation == 0 {
		return nation{}, false
	}
	return l.nations[w.nation], true
}

// personName gives how common the word is as part of a person's name: 0 for one that never is, else 1 to 7, each step
// about three times as common as the one before.
func (l *lists) personName(normalised string) int { return l.persons.bucket(normalised) }

// personNames is a sorted text of lines "name bucket", searched as it stands: most words are asked for once or never, and
// a map of all of them costs more to build than the questions.
type personNames struct {
	text  string
	lines []uint32 // where each line begins
	some  wordFilter
}

// newPersonNames indexes the text, which must be sorted by name.
func newPersonNames(text string) personNames {
	p := personNames{text: text, lines: make([]uint32, 0, strings.Count(text, "\n")), some: newWordFilter()}
	for at := 0; at < len(text) && uint64(at) < math.MaxUint32; {
		p.lines = append(p.lines, uint32(at))
		if tab := strings.IndexByte(text[at:], '\t'); tab >= 0 {
			p.some.add(hashString(0, text[at:at+tab]))
		}
		end := strings.IndexByte(text[at:], '\n')
		if end < 0 {
			break
		}
		at += end + 1
	}
	return p
}

// wordFilter says of most words that are not in a set that they are not: a bit for each value of some bits of their hash, of which a list has
// one in ten.
type wordFilter []uint64

const filterBits = 1 << 18 // 32 KB, which a processor keeps near

func newWordFilter() wordFilter { return make(wordFilter, filterBits/64) }

func (f wordFilter) add(hash uint64) { f[hash%filterBits/64] |= 1 << (hash % 64) }

func (f wordFilter) maybe(hash uint64) bool { return f[hash%filterBits/64]>>(hash%64)&1 != 0 }
