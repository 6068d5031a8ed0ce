package entity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"jarida/corpus/arabic"
)

// wordType is what is known of a word wherever it stands, by its spelling in the text.
type wordType struct {
	short    [shortWord]byte // the spelling again, where it is this short: see spells
	letters  uint8
	length   uint8               // of short; more than shortWord for one that is longer
	text     string              // as it is spelled
	normal   string              // as words are compared
	office   *head               // that it names; nil for none
	scores   [roles]contribution // what it adds to the scores of a token, by its place from there
	stem     uint64              // hash of the stem
	bare     uint64              // hash of the whole word
	readings []reading           // the whole word first
	best     uint8               // the likeliest of the readings
	kind     arabic.TokenKind
	mark     rune // of a Mark, its character
	definite bool // the stem has the article
	triggers trigger
	licenses kindSet
	class    wordClass
	quoted   bool // ل stands before an article that it would have contracted with, had no quotation mark stood between them: لالخليج
}

// shortWord is as many bytes as most words have at most: eleven letters.
const shortWord = 22

// spells reports whether the type is that of a word. The letters of a short one stand in the type itself: to look for them elsewhere would
// take longer than all else of finding it.
func (w *wordType) spells(raw string) bool {
	if w.length <= shortWord {
		return string(w.short[:w.length]) == raw
	}
	return w.text == raw
}

// contribution is a row of scores that a word type or another feature adds to those of a token.
type contribution [tagCount + 1]int16

// reading is a way to read a word: whole, or with clitics before a stem.
type reading struct {
	cut  arabic.Cut
	hash uint64 // of the stem
	word word
	waw  bool // it is the word without و, and nothing else

	allah bool // the stem is الله

	rareClitic  bool // ك or ف is cut off
	stemLetters uint8

	starts bool   // a list entry begins with it
	entry  bool   // it is one by itself
	count  counts // of the stem
	part   uint8  // how common the stem is as part of a person's name, 0 to 7
}

// describer finds the features of word types.
type describer struct {
	lists *lists
	vocab *vocabulary

	keys   []featureKey // of the word type described last
	cuts   []arabic.Cut
	normal []byte
	stem   []byte
	runes  []rune
}

// describe sets everything of w but its scores, and keys to its features.
func (d *describer) describe(w *wordType, text string, t arabic.Token) {
	raw := text[t.Start:t.End]
	d.keys = d.keys[:0]
	d.normal = arabic.AppendToken(d.normal[:0], text, t)
	*w = wordType{text: strings.Clone(raw), kind: t.Kind, length: shortWord + 1}
	if len(raw) <= shortWord {
		w.length = uint8(copy(w.short[:], raw))
	}
	if w.normal = w.text; w.text != string(d.normal) {
		w.normal = string(d.normal)
	}
	switch t.Kind {
	case arabic.Mark:
		w.mark, _ = utf8.DecodeRuneInString(raw)
		d.normal = utf8.AppendRune(d.normal[:0], w.mark)
		w.readings = []reading{d.read(arabic.Cut{}, d.normal)}
	case arabic.Number:
		w.readings = []reading{d.read(arabic.Cut{}, d.normal)} // lists know numbers (فرانس 24), features their lengths
		for i, c := range d.normal {
			if c >= '0' && c <= '9' {
				d.normal[i] = '0'
			}
		}
		w.readings[0].hash, w.readings[0].count = hashBytes(0, d.normal), d.vocab.of(d.normal)
	case arabic.Acronym:
		w.readings = []reading{d.read(arabic.Cut{}, d.normal)}
	case arabic.Word:
		d.cuts = arabic.AppendCuts(d.cuts[:0], raw)
		w.readings = make([]reading, len(d.cuts))
		d.normal = spell(d.normal, raw)
		for i, c := range d.cuts {
			w.readings[i] = d.read(c, spell(d.stemOf(raw, c), raw))
			w.readings[i].clitics(raw[:c.Start])
		}
		w.best, w.office = bestReading(w.readings), headOf(raw, d.cuts)
		w.quoted = strings.HasPrefix(raw, "لال") && len(w.readings) > 1
	}
	for _, r := range w.readings {
		if w.triggers == 0 {
			w.triggers, w.licenses = r.word.triggers, r.word.licenses
		}
	}
	d.stem = append(d.stem[:0], d.normal...)
	if w.best > 0 {
		d.stem = spell(append(d.stem[:0], d.stemOf(raw, w.readings[w.best].cut)...), raw)
	}
	w.stem, w.bare = w.readings[w.best].hash, w.readings[0].hash
	d.features(w, raw)
	w.class = classOf(w, raw)
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

func (d *describer) read(c arabic.Cut, stem []byte) reading {
	r := reading{cut: c, hash: hashBytes(0, stem), count: d.vocab.of(stem), allah: string(stem) == allah}
	r.stemLetters = uint8(min(utf8.RuneCount(stem), 255))
	if string(stem) == on {
		r.word = d.lists.words[ali]
		r.word.id = 0
		return r
	}
	r.word, r.part = d.lists.words[string(stem)], uint8(d.lists.personName(string(stem)))
	if string(stem) == ali {
		r.word.triggers = 0
	}
	if r.word.id != 0 {
		at, found := d.lists.edges[edge{0, r.word.id}]
		r.starts = found
		r.entry = d.lists.entries[at].count > 0
	}
	return r
}

// clitics notes what is cut off.
func (r *reading) clitics(cut string) {
	r.waw = arabic.Normalize(cut) == "و"
	r.rareClitic = strings.ContainsAny(cut, "كف")
}

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
	w.definite = w.kind == arabic.Word && len(letters) > 3 && letters[0] == 'ا' && letters[1] == 'ل'
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
		if w.definite {
			part++
		}
		d.add(featurePart.hash()+part*prime, beside)
	}
	for _, r := range w.readings {
		if r.word.nation != 0 {
			d.add(featureNation.hash()+1, beside)
			break
		}
	}
	for t := w.triggers; t != 0; t &= t - 1 {
		d.add(featureTrigger.hash()+uint64(t&-t)*prime, wide)
	}
	for k := range kindEnd {
		if w.licenses.has(k) {
			d.add(featureLicense.hash()+uint64(k)*prime, here>>1|here>>2)
		}
	}
}

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
	for k := 0; k+3 <= n; k++ {
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
	if w.definite {
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
