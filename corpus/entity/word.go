package entity

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"jarida/corpus/arabic"
	"jarida/corpus/flat"
)

// wordType is what is known of a word wherever it stands, by its spelling in the text. It holds no pointers, and what is asked of every token
// comes first, in two cache lines.
type wordType struct {
	scores   [wordRoles]contribution // what it adds to the scores of tokens, from the second before it to the second behind it
	licenses kindSet
	mark     rune // of a Mark, its character
	triggers trigger
	kind     arabic.TokenKind
	class    wordClass
	letters  uint8
	traits   traits
	ways     uint8                 // how many readings it has but the first, and above furtherBits what is noted of it: see Noter
	best     uint8                 // the likeliest of them
	readings [mostReadings]reading // the whole word first
}

// mostReadings is how many ways there are to read a word at most: see arabic.AppendCuts. It is a power of two.
const (
	mostReadings = 1 << furtherBits
	furtherBits  = 2
)

// traits are what is so of a word or is not.
type traits uint8

const (
	isDefinite   traits = 1 << iota // the stem has the article
	quotedLam                       // ل stands before an article that it would have contracted with, had no quotation mark stood between them: لالخليج
	ofNation                        // an adjective of a country, or the name of a people, in one of its readings
	hasAllah                        // الله, in one of its readings
	ofOffice                        // it names an office: see headOf
	startsEntry                     // a list entry begins with it, in one of its readings
	startsAmount                    // an amount may begin with it
	partOfName                      // it is a part of people's names, however rare, and no common word: see part
)

func (w *wordType) is(t traits) bool { return w.traits&t != 0 }

// definite reports whether the stem has the article.
func (w *wordType) definite() bool { return w.is(isDefinite) }

// beginsAmount reports whether an amount may begin with the word.
func (w *wordType) beginsAmount() bool { return w.is(startsAmount) }

// isNation tells the adjectives of countries and the names of peoples.
func (w *wordType) isNation() bool { return w.is(ofNation) }

// isAllah tells allah, with clitics or without.
func (w *wordType) isAllah() bool { return w.is(hasAllah) }

// cuts gives the readings that there are.
func (w *wordType) cuts() []reading { return w.readings[:1+w.ways%mostReadings] }

// note gives what is noted of the word.
func (w *wordType) note() uint8 { return w.ways >> furtherBits }

// stem is the hash of the stem.
func (w *wordType) stem() uint64 { return w.readings[w.best].hash }

// reading is a way to read a word: whole, or with clitics before a stem.
type reading struct {
	hash  uint64 // of the stem
	id    wordID // of the stem
	count counts // of the stem
	start uint8  // bytes before the stem
	part  uint8  // how common the stem is as part of a person's name, 0 to 7

	waw        bool // it is the word without و, and nothing else
	rareClitic bool // ك or ف is cut off
	long       bool // the stem has more than three letters
	starts     bool // a list entry begins with it
	entry      bool // it is one by itself
	nation     bool // it is an adjective of a country, or the name of a people
	tail       bool // it is what organisations are for: see triggerTail
}

// describer finds the features of word types.
type describer struct {
	lists *lists
	vocab *vocabulary
	noter Noter // nil for none

	keys   []featureKey // of the word type described last
	cuts   []arabic.Cut
	normal []byte
	stem   []byte
	clitic []byte
	runes  []rune
}

// describe sets everything of w but its scores, and keys to its features.
func (d *describer) describe(w *wordType, text string, t arabic.Token) {
	raw := text[t.Start:t.End]
	d.keys = d.keys[:0]
	d.normal = arabic.AppendToken(d.normal[:0], text, t)
	*w = wordType{kind: t.Kind}
	w.ways = d.note(t.Kind) << furtherBits
	switch t.Kind {
	case arabic.Mark:
		w.mark, _ = utf8.DecodeRuneInString(raw)
		d.normal = utf8.AppendRune(d.normal[:0], w.mark)
		d.read(w, &w.readings[0], d.normal)
	case arabic.Number:
		r := d.read(w, &w.readings[0], d.normal) // lists know numbers (فرانس 24), features their lengths
		for i, c := range d.normal {
			if c >= '0' && c <= '9' {
				d.normal[i] = '0'
			}
		}
		r.hash = hashBytes(0, d.normal)
		r.count = d.vocab.at(r.hash)
		w.traits |= startsAmount
	case arabic.Acronym:
		d.read(w, &w.readings[0], d.normal)
	case arabic.Word:
		if beginsAmount(flat.String(d.normal)) {
			w.traits |= startsAmount
		}
		d.readings(w, raw)
	}
	d.stem = append(d.stem[:0], d.normal...)
	if w.best > 0 {
		d.stem = spell(d.stemOf(raw, d.cuts[w.best]), raw)
	}
	d.features(w, raw)
	w.class = classOf(w, raw)
	if w.part(1) {
		w.traits |= partOfName
	}
}

// note gives what is to be noted of a word by its normal form.
func (d *describer) note(kind arabic.TokenKind) uint8 {
	if d.noter == nil || kind == arabic.Mark {
		return 0
	}
	return min(d.noter(d.normal), MostNoted)
}

// longestClitics is how many bytes a reading may cut off: marks upon marks could make it any number.
const longestClitics = math.MaxUint8

// readings sets the readings of a word, and all that they say of it.
func (d *describer) readings(w *wordType, raw string) {
	d.cuts = slices.DeleteFunc(arabic.AppendCuts(d.cuts[:0], raw), func(c arabic.Cut) bool { return c.Start > longestClitics })
	d.normal = spell(d.normal, raw)
	w.ways |= uint8(len(d.cuts) - 1)
	for i, c := range d.cuts {
		d.stem = d.stemOf(raw, c)
		if isOffice(d.stem) {
			w.traits |= ofOffice
		}
		r := d.read(w, &w.readings[i], spell(d.stem, raw))
		r.start = uint8(c.Start)
		d.clitic = arabic.AppendNormal(d.clitic[:0], raw[:c.Start])
		r.waw = string(d.clitic) == "و"
		r.rareClitic = strings.ContainsAny(raw[:c.Start], "كف")
	}
	w.best = bestReading(w.cuts())
	if len(w.cuts()) > 1 && strings.HasPrefix(raw, "لال") {
		w.traits |= quotedLam
	}
}

// stemOf gives the normalised stem of a word as it is cut. It is valid until the next call.
func (d *describer) stemOf(raw string, c arabic.Cut) []byte {
	d.stem = d.stem[:0]
	if c.Lam {
		d.stem = append(d.stem, "ا"...)
	}
	d.stem = arabic.AppendNormal(d.stem, raw[c.Start:])
	return d.stem
}

// Two words that are one as they are compared, and are the commonest preposition and the commonest name.
const (
	on  = "على"
	ali = "علي"
)

// spell gives the normal form of a word back its last letter where it tells على from علي: the name is written with ي, the preposition with
// ى. Where a press writes ى as ي, the name is the lesser evil: the words beside it tell.
func spell(normal []byte, raw string) []byte {
	if string(normal) == ali && strings.HasSuffix(raw, "ى") {
		return append(normal[:0], on...)
	}
	return normal
}

// read sets a reading of w by its stem, with what clitics do not change, and gives it.
func (d *describer) read(w *wordType, r *reading, stem []byte) *reading {
	r.hash = hashBytes(0, stem)
	r.count = d.vocab.at(r.hash)
	r.long = utf8.RuneCount(stem) > 3
	found := d.lists.wordOf(stem, r.hash)
	switch string(stem) {
	case on:
		found = d.lists.words[ali]
		found.id = 0
	case ali:
		found.triggers = 0
		fallthrough
	default:
		r.part = d.lists.partOf(stem, r.hash)
	}
	if r.id = found.id; r.id != 0 {
		var at node
		at, r.starts = d.lists.edges.find(0, r.id)
		r.entry = d.lists.entries[at].count > 0
	}
	r.nation, r.tail = found.nation != 0, found.triggers&triggerTail != 0
	if w.triggers == 0 {
		w.triggers, w.licenses = found.triggers, found.licenses
	}
	if r.nation {
		w.traits |= ofNation
	}
	if r.starts {
		w.traits |= startsEntry
	}
	if string(stem) == allah {
		w.traits |= hasAllah
	}
	return r
}

// allah is no person by itself, and is a part of many names.
const allah = "الله"

// bestReading gives the likeliest reading: the one whose stem is most often the first of a name, the whole word before
// others; where none ever is, the one whose stem is the commonest word; where all are unknown, و comes off.
func bestReading(readings []reading) uint8 {
	best, top := 0, readings[0].evidence()
	for i, r := range readings[1:] {
		if e := r.evidence(); e > top && (!r.rareClitic || !readings[0].entry) {
			best, top = i+1, e
		}
	}
	if top > 0 || len(readings) == 1 {
		return uint8(best)
	}
	for i, r := range readings[1:] {
		if r.count.all > readings[best].count.all && (!r.rareClitic || r.count.all > 3) {
			best = i + 1
		}
	}
	if best == 0 && readings[0].count.all == 0 {
		best = max(0, slices.IndexFunc(readings, func(r reading) bool { return r.waw }))
	}
	return uint8(best)
}

// evidence is a magnitude that tells how sure it is that names begin with the stem.
func (r *reading) evidence() int {
	e := int(r.count.named)
	switch {
	case r.rareClitic && e < 3:
		return 0
	case r.starts:
		e = max(e, 2)
	}
	return e
}

// features appends the keys of the features of w, whose stem is d.stem.
func (d *describer) features(w *wordType, raw string) {
	d.runes = appendRunes(d.runes[:0], d.stem)
	letters := d.runes
	w.letters = uint8(min(len(letters), 255))
	if w.kind == arabic.Word && len(letters) > 3 && letters[0] == 'ا' && letters[1] == 'ل' {
		w.traits |= isDefinite
	}
	best := &w.readings[w.best]
	d.add(hashBytes(featureWord.hash(), d.normal), around)
	word := len(d.keys)
	d.add(featureShape.hash()+uint64(shape(w, raw))*prime, around)
	if w.kind == arabic.Mark {
		return
	}
	stem := len(d.keys)
	d.add(hashBytes(featureStem.hash(), d.stem), beside)
	for i := range d.keys {
		d.keys[i].lexical = i < word || i >= stem
	}
	d.add(featureCount.hash()+uint64(best.count.all)*prime, beside)
	if w.kind == arabic.Word {
		d.affixes(letters)
		part := uint64(best.part) * 2
		if w.definite() {
			part++
		}
		d.add(featurePart.hash()+part*prime, beside)
	}
	if w.isNation() {
		d.add(featureNation.hash()+1, beside)
	}
	for t := w.triggers; t != 0; t &= t - 1 {
		d.add(triggerHash(t&-t), wide)
	}
	for k := range kindEnd {
		if w.licenses.has(k) {
			d.add(featureLicense.hash()+uint64(k)*prime, here>>1|here>>2)
		}
	}
}

// longestAffixed is how many letters of a stem are looked at by threes, far more than any word has: it bounds the features of a type, so that the
// sums of their weights have room (see contribution).
const longestAffixed = 64

// affixes appends the keys of the pieces of a stem.
func (d *describer) affixes(letters []rune) {
	n := len(letters)
	for k := 1; k <= 4 && k <= n; k++ {
		in := here
		if k == 3 {
			in = beside
		}
		d.add(hashRunes(featurePrefix.hash(), letters[:k]), here)
		d.add(hashRunes(featureSuffix.hash(), letters[n-k:]), in)
	}
	for k := 0; k+3 <= min(n, longestAffixed); k++ {
		d.add(hashRunes(featureTrigram.hash(), letters[k:k+3]), here)
	}
}

// add appends the keys of a feature in each of the roles.
func (d *describer) add(h uint64, in roleSet) {
	for role := range uint8(roles) {
		if in>>role&1 != 0 {
			d.keys = append(d.keys, featureKeyOf(h, role))
		}
	}
}

// shape numbers the outward forms of words.
func shape(w *wordType, raw string) uint32 {
	s := uint32(w.kind)
	switch w.kind {
	case arabic.Mark:
		return s | uint32(w.mark)<<8
	case arabic.Number, arabic.Acronym:
		return s | uint32(min(w.letters, 6))<<8
	case arabic.Word:
	}
	first, _ := utf8.DecodeRuneInString(raw)
	if unicode.IsUpper(first) {
		s |= 4
	}
	if first < 0x600 {
		return s | 8
	}
	if w.definite() {
		s |= 16
	}
	if w.best > 0 {
		s |= 32
	}
	return s | uint32(min(w.letters, 8))<<8
}

func appendRunes(dst []rune, text []byte) []rune {
	for len(text) > 0 {
		r, n := utf8.DecodeRune(text)
		dst, text = append(dst, r), text[n:]
	}
	return dst
}
