package entity

import (
	"fmt"
	"math"
	"strings"

	"jarida/corpus/flat"
)

// confident is the confidence from which a mention is evidence for others.
const confident = 0.8

// Builder collects what the articles of a folder say, and groups it. It keeps 12 bytes for each mention and every spelling once. It must
// not be used from several goroutines at once; the Indexes that it gives may be.
type Builder struct {
	forms    forms
	spelled  interner // spellings: the text, a 0, the type, and of a date its ISO form
	surfaces []surface
	tallies  []tally // by surface
	key      []byte  // of the spelling in hand
	rivals   []rival

	docs     []*record
	evidence evidence
	phrases  interner // of roles
	found    int      // entities of articles, one for each article, in the last Index
}

// surface is a spelling of a type.
type surface struct {
	form   formID
	length uint32 // of the text at the beginning of the spelling
	typ    Type
	words  uint8
	plain  flat.Bool // it has words and spaces only, and no title
	_      uint8
}

// tally counts mentions.
type tally struct {
	all     uint32 // repeats too
	counted uint32 // outside of repeats
	sure    uint32 // of these the confident ones
}

// rival is a pair of surfaces with one text and different types.
type rival struct{ a, b uint32 }

// record is what a builder keeps of an article. It is never changed.
type record struct {
	date     int32 // year, month and day as decimal digits, 0 for what is not known
	mentions []stored
	links    []link // in the order of their mentions
	roles    []storedRole
}

// stored is a mention, in 12 bytes.
type stored struct {
	start      uint32
	surface    uint32 // with repeatBit
	length     uint16
	confidence uint16 // in parts of whole
}

const (
	repeatBit = 1 << 31
	whole     = math.MaxUint16
)

func (m *stored) of() uint32   { return m.surface &^ repeatBit }
func (m *stored) repeat() bool { return m.surface&repeatBit != 0 }

// share gives the confidence of a mention.
func (m *stored) share() float32 { return float32(m.confidence) / whole }

// sure reports whether a mention is evidence for others.
func (m *stored) sure() bool { return m.confidence >= confident*whole }

// likely reports whether a mention is taken for one by itself.
func (m *stored) likely() bool { return m.confidence > Sure*(whole-1) }

// Builder gives an empty builder, which shares the lists of the tagger.
func (t *Tagger) Builder() *Builder { return newBuilder(t.lists) }

func newBuilder(l *lists) *Builder {
	return &Builder{forms: newForms(l), evidence: newEvidence()}
}

// Add takes what one article says, in the place of what the article said before.
func (b *Builder) Add(f Found) {
	b.Remove(f.Doc)
	if f.Doc < 0 || len(f.Surfaces) != len(f.Mentions) {
		return
	}
	for len(b.docs) <= int(f.Doc) {
		b.docs = append(b.docs, nil)
	}
	r := &record{date: packDate(f.Date), mentions: make([]stored, len(f.Mentions))}
	for i, m := range f.Mentions {
		s := b.surface(m, f.Surfaces[i])
		if m.Repeat {
			s |= repeatBit
		}
		r.mentions[i] = stored{
			start: uint32(m.Start), surface: s, length: uint16(min(m.End-m.Start, math.MaxUint16)),
			confidence: uint16(math.Ceil(float64(min(max(m.Confidence, 0), 1)) * whole)),
		}
	}
	r.links = b.link(r)
	r.roles = b.storeRoles(f.Roles)
	b.docs[f.Doc] = r
	b.count(r, 1)
}

// Remove forgets an article.
func (b *Builder) Remove(doc int32) {
	if doc < 0 || int(doc) >= len(b.docs) || b.docs[doc] == nil {
		return
	}
	b.count(b.docs[doc], ^uint32(0))
	b.docs[doc] = nil
}

// count adds by to what the article counts for; the complement of 0 takes one away.
func (b *Builder) count(r *record, by uint32) {
	b.tally(r.mentions, by)
	b.evidence.count(b, r, by)
}

// tally adds by to how often the spellings of mentions occur.
func (b *Builder) tally(mentions []stored, by uint32) {
	for i := range mentions {
		m := &mentions[i]
		t := &b.tallies[m.of()]
		t.all += by
		if m.repeat() {
			continue
		}
		t.counted += by
		if m.sure() {
			t.sure += by
		}
	}
}

// surface numbers the spelling of a mention.
func (b *Builder) surface(m Mention, text string) uint32 {
	iso := ""
	if m.Type == Date {
		iso = m.ISO
	}
	b.key = appendSpelling(b.key[:0], m.Type, text, iso)
	id, added := b.spelled.id(b.key)
	if !added {
		return id
	}
	words := nameWords(text)
	number := min(len(words), math.MaxUint8)
	form := b.forms.of(m.Type, text, iso, words)
	plain := plainName(text) && (m.Type != Person || number == len(b.forms.lists.withoutTitles(words)))
	b.surfaces = append(b.surfaces, surface{form: form, length: uint32(len(text)), typ: m.Type, words: uint8(number), plain: flat.BoolOf(plain)})
	b.tallies = append(b.tallies, tally{})
	if m.Type > Organisation {
		return id
	}
	for t := Person; t <= Organisation; t++ {
		if t == m.Type {
			continue
		}
		b.key = appendSpelling(b.key[:0], t, text, "")
		if other, ok := b.spelled.find(b.key); ok {
			b.rivals = append(b.rivals, rival{other, id})
		}
	}
	return id
}

// plainName reports whether a name has no marks in it but stops and hyphens, and no line of its own.
func plainName(text string) bool { return !strings.ContainsAny(text, "()[]{}#_/\"«»“”،,:;؛\n") }

// appendSpelling appends how a surface is kept.
func appendSpelling(key []byte, typ Type, text, iso string) []byte {
	return append(append(append(key, text...), 0, byte(typ)), iso...)
}

// packDate gives the decimal digits of a date as a number; what has no month or day has zeros there.
func packDate(iso string) int32 {
	n, digits := int32(0), 0
	for i := 0; i < len(iso) && digits < 8; i++ {
		if c := iso[i]; c >= '0' && c <= '9' {
			n, digits = n*10+int32(c-'0'), digits+1
		} else if c != '-' {
			return 0
		}
	}
	if digits < 4 || digits%2 != 0 {
		return 0
	}
	for ; digits < 8; digits++ {
		n *= 10
	}
	return n
}

// unpackDate gives the ISO form of a packed date, "" for 0.
func unpackDate(n int32) string {
	switch {
	case n == 0:
		return ""
	case n%10000 == 0:
		return fmt.Sprintf("%04d", n/10000)
	case n%100 == 0:
		return fmt.Sprintf("%04d-%02d", n/10000, n/100%100)
	}
	return fmt.Sprintf("%04d-%02d-%02d", n/10000, n/100%100, n%100)
}
