package entity

import (
	"encoding/binary"
	"math"
	"strings"

	"jarida/corpus/arabic"
	"jarida/corpus/flat"
)

// formID numbers a form: a name of a type as it is compared. Spellings that differ in marks, vowel signs or forms of alef have one
// form. Forms are never taken away; one that no longer occurs has no mentions.
type formID = uint32

// nothing stands where there is no form, part, link or entity.
const nothing = math.MaxUint32

// form is what a name says by itself, before any other name of the folder is looked at.
type form struct {
	typ   Type
	short flat.Bool // a person's family name or given name alone
	count uint8     // how many parts it has
	_     uint8
	first uint32 // where its parts stand in forms.parts
	next  formID // the next form of the block
	known formID // what the lists and the grammar of names say that it is: itself, or another form
	bare  formID // what it is too where that occurs: the name without a descriptor, its article, or the ل that took the article's place
}

// forms are the names of a folder. What it says of one depends on the name alone, never on what was added before.
type forms struct {
	lists *lists
	keys  interner // a byte for the type, then the words with a space between each two
	list  []form
	parts []uint32 // numbers of parts

	partKeys  interner
	known     []part
	skeletons interner
	tails     []uint32   // by skeleton: the first of its tails
	tailNodes []tailNode // what full names end in
	shorts    []formID   // names of one part

	blockKeys interner // the skeletons of the parts behind the type
	blocks    []block
	shared    []uint32 // blocks of several forms
}

// part is what is known of a part of a name.
type part struct {
	skeleton uint32
	native   flat.Bool
	common   uint8 // see lists.personName
	_        uint16
}

// block is the forms of one type whose parts have the same skeletons: spellings of one name are among them.
type block struct {
	head formID
	n    uint32
}

// tailNode says that a full name ends in a part, or in the two that the part joins.
type tailNode struct {
	form formID
	part uint32
	next uint32
}

func newForms(l *lists) forms {
	return forms{lists: l}
}

// of gives the form of a name as it is written, whose words are given. An ISO date is a form of its own, however it is written.
func (f *forms) of(typ Type, text, iso string, words []string) formID {
	if typ == Date && iso != "" {
		return f.intern(typ, []string{iso})
	}
	return f.intern(typ, f.lists.compared(typ, text, words))
}

// formWords gives what a name is compared by: its words; of a person, the parts of the name; of a text without words, all of it.
func (l *lists) formWords(typ Type, text string) []string {
	return l.compared(typ, text, nameWords(text))
}

// compared gives what a name of these words is compared by.
func (l *lists) compared(typ Type, text string, words []string) []string {
	if len(words) == 0 {
		return []string{arabic.Normalize(text)}
	}
	if typ == Person {
		return l.person(text, words)
	}
	return words
}

// person gives the parts of a person's name. Two names with a hyphen between them are two people, and no name of either.
func (l *lists) person(text string, words []string) []string {
	if len(words) == 2 && strings.ContainsAny(text, "-–—/") {
		return []string{words[0] + "-" + words[1]}
	}
	words = joinName(l.withoutTitles(words))
	if len(words) == 2 && particle(words[0]) {
		return []string{words[0] + words[1]}
	}
	return words
}

// find gives the form of a name if there is one.
func (f *forms) find(typ Type, text string) (formID, bool) {
	return f.keys.find(formKey(typ, f.lists.formWords(typ, text)))
}

func formKey(typ Type, words []string) []byte {
	return append([]byte{byte(typ)}, strings.Join(words, " ")...)
}

// intern numbers a form, and sets what it says by itself where it is new.
func (f *forms) intern(typ Type, words []string) formID {
	id, added := f.keys.id(formKey(typ, words))
	if !added {
		return id
	}
	count := min(len(words), math.MaxUint8)
	f.list = append(f.list, form{typ: typ, count: uint8(count), first: uint32(len(f.parts)), next: nothing, known: id, bare: nothing})
	for _, w := range words[:count] {
		f.parts = append(f.parts, f.partOf(w))
	}
	if typ > Organisation {
		return id
	}
	f.enterBlock(id)
	if typ == Person {
		f.list[id].short = flat.BoolOf(count == 1)
		if count == 1 {
			f.shorts = append(f.shorts, id)
		} else {
			f.enterTails(id, words)
		}
	}
	known, bare := f.knownAs(typ, words), f.bareOf(typ, words) // these may add forms
	if known != nothing {
		f.list[id].known = known
	}
	f.list[id].bare = bare
	return id
}

// partOf numbers a part.
func (f *forms) partOf(w string) uint32 {
	id, added := f.partKeys.id([]byte(w))
	if added {
		s, _ := f.skeletons.id([]byte(arabic.Skeleton(w)))
		f.known = append(f.known, part{skeleton: s, native: flat.BoolOf(native(w)), common: uint8(f.lists.personName(w))})
		for len(f.tails) < f.skeletons.len() {
			f.tails = append(f.tails, nothing)
		}
	}
	return id
}

// partsOf gives the numbers of the parts of a form.
func (f *forms) partsOf(id formID) []uint32 {
	m := &f.list[id]
	return f.parts[m.first : m.first+uint32(m.count)]
}

func (f *forms) part(id uint32) string { return string(f.partKeys.text(id)) }

// consonants counts the letters of a part's skeleton.
func (f *forms) consonants(part uint32) int {
	return len(f.skeletons.text(f.known[part].skeleton)) / len("ب")
}

// enterBlock puts a form into the block of its skeletons.
func (f *forms) enterBlock(id formID) {
	m := &f.list[id]
	key := []byte{byte(m.typ)}
	for _, p := range f.partsOf(id) {
		key = binary.LittleEndian.AppendUint32(key, f.known[p].skeleton)
	}
	b, added := f.blockKeys.id(key)
	if added {
		f.blocks = append(f.blocks, block{head: nothing})
	}
	at := &f.blocks[b]
	m.next, at.head = at.head, id
	if at.n++; at.n == 2 {
		f.shared = append(f.shared, b)
	}
}

// enterTails notes what a full name may be called by: its last part, or the last two where the first of them is a particle.
func (f *forms) enterTails(id formID, words []string) {
	n := len(words)
	f.enterTail(id, f.partOf(words[n-1]))
	if n > 2 && particle(words[n-2]) {
		f.enterTail(id, f.partOf(words[n-2]+words[n-1]))
	}
}

func (f *forms) enterTail(id formID, part uint32) {
	s := f.known[part].skeleton
	f.tailNodes = append(f.tailNodes, tailNode{form: id, part: part, next: f.tails[s]})
	f.tails[s] = uint32(len(f.tailNodes) - 1)
}

// sameName reports whether two parts, which have one skeleton, may be spellings of one name. alone says that nothing but this
// part tells whose name it is.
func (f *forms) sameName(a, b uint32, alone bool) bool {
	if a == b {
		return true
	}
	if alone && f.consonants(a) < 3 {
		return false
	}
	p, q, x, y := f.known[a], f.known[b], f.partKeys.text(a), f.partKeys.text(b)
	if p.native.True() || q.native.True() {
		return sameNative(x, y)
	}
	common := uint8(3) // how common two names must be to be known as two
	if alone {
		common = 2
	}
	return (min(p.common, q.common) < common || anagram(string(x), string(y))) && soundsLike(string(x), string(y))
}
