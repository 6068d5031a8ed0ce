package entity

import (
	"bytes"
	"slices"
	"strings"

	"jarida/corpus/arabic"
)

// Roles gives the role phrases of an article in their order: the office, and the body or the country of it (الرئيس الروسي, وزير الخارجية
// الإيراني, المتحدث باسم الكرملين), beside a name or alone, in the article that Find was given last. text is its source text, and mentions
// are its mentions, in order.
func (t *Tagger) Roles(text string, mentions []Mention) []Role {
	f := &t.roles
	f.lists, f.text, f.mentions, f.next, f.roles = t.lists, text, mentions, 0, nil
	for first := 0; first < len(t.tokens); {
		behind := first + 1
		for behind < len(t.tokens) && t.blocks[behind] == t.blocks[first] {
			behind++
		}
		f.block(t.tokens[first:behind])
		first = behind
	}
	roles := f.roles
	f.text, f.mentions, f.tokens, f.roles = "", nil, nil, nil
	return roles
}

// roleFinder finds role phrases.
type roleFinder struct {
	lists    *lists
	text     string
	mentions []Mention
	next     int // the first mention that ends behind the token in hand

	tokens []token  // of a block
	inside []int    // by token: the mention that it is part of, -1 for none
	words  []string // by token: see word
	normal []byte
	cuts   []arabic.Cut
	nested bool // the phrase in hand is somebody's adviser: a name behind it may be of either
	roles  []Role
}

// block finds the phrases of a block.
func (f *roleFinder) block(tokens []token) {
	if !slices.ContainsFunc(tokens, func(t token) bool { return t.typ.is(ofOffice) }) {
		return
	}
	f.tokens, f.inside, f.words = tokens, f.inside[:0], zeroed(f.words, len(tokens))
	for _, t := range tokens {
		f.inside = append(f.inside, f.mentionAt(t))
	}
	for i := 0; i < len(f.tokens); i++ {
		if behind := f.phrase(i); behind > i {
			i = behind - 1
		}
	}
}

// word gives a token in its normal form. Few are asked for: beside an office alone.
func (f *roleFinder) word(i int) string {
	if f.words[i] == "" {
		t := f.tokens[i]
		f.normal = arabic.AppendToken(f.normal[:0], f.text, arabic.Token{Start: t.start, End: t.end, Kind: t.typ.kind})
		f.words[i] = string(f.normal)
	}
	return f.words[i]
}

// mentionAt gives the mention that a token is part of, -1 for none. Tokens come in the order of the text.
func (f *roleFinder) mentionAt(t token) int {
	for f.next < len(f.mentions) && f.mentions[f.next].End <= t.start {
		f.next++
	}
	for i := f.next; i < len(f.mentions) && f.mentions[i].Start < t.end; i++ {
		if f.mentions[i].Type <= Organisation {
			return i
		}
	}
	return -1
}

// person gives the person's mention that begins with a token, no clitic before it; -1 for none.
func (f *roleFinder) person(i int) int {
	if i >= len(f.tokens) {
		return -1
	}
	m := f.inside[i]
	if m < 0 || f.mentions[m].Type != Person || f.mentions[m].Start > f.tokens[i].start || i > 0 && f.inside[i-1] == m {
		return -1
	}
	return m
}

// phrase notes the role phrase that begins at token i, and gives the token behind it; i where none begins.
func (f *roleFinder) phrase(i int) (behind int) {
	if m := f.inside[i]; !f.tokens[i].typ.is(ofOffice) || m >= 0 && f.mentions[m].Type == Person {
		return i
	}
	start, head, ok := f.office(i)
	if !ok {
		return i
	}
	f.nested = false
	var bound bool
	if strings.HasPrefix(head, "ال") {
		behind, bound = f.qualifiers(i+1, head)
	} else if behind, bound = f.complements(i + 1); !bound {
		return i
	}
	end := f.tokens[behind-1].end
	phrase := strings.Clone(spaced(f.text[start:end])) // which gives most as they stand in the text
	if strings.HasPrefix(head, "ال") && strings.HasPrefix(phrase, "ل") {
		phrase = "ا" + phrase
	}
	holder := -1
	if !f.nested {
		holder = f.holder(i, behind, head, bound)
	}
	f.roles = append(f.roles, Role{Phrase: phrase, Mention: holder, Start: start, End: end})
	return behind
}

// holder gives the mention of the person beside a phrase: behind it, with titles and a comma or bracket between them at most; or before it,
// with a comma, which a phrase without an article can do without.
func (f *roleFinder) holder(first, behind int, head string, bound bool) int {
	i, comma := behind, false
	for n := 0; n < 4 && i < len(f.tokens) && f.inside[i] < 0; n++ {
		title := strings.HasPrefix(f.word(i), "ال") && f.lists.word(f.word(i)).triggers&triggerTitle != 0
		if !title && f.word(i) != "(" && (f.word(i) != "،" || comma) {
			break
		}
		comma = comma || f.word(i) == "،"
		i++
	}
	if m := f.person(i); m >= 0 && (!comma || bound && f.closes(m)) {
		return m
	}
	if !bound || first == 0 {
		return -1
	}
	if f.word(first-1) == "،" {
		first--
	} else if strings.HasPrefix(head, "ال") {
		return -1
	}
	if first == 0 {
		return -1
	}
	if m := f.inside[first-1]; m >= 0 && f.mentions[m].Type == Person {
		return m
	}
	return -1
}

// closes reports whether a comma follows a mention, as it does behind an apposition.
func (f *roleFinder) closes(m int) bool {
	rest := f.text[f.mentions[m].End:]
	return strings.HasPrefix(rest, "،") || strings.HasPrefix(rest, ",")
}

// office gives the office that a token names, and where its stem begins.
func (f *roleFinder) office(i int) (start int, stem string, ok bool) {
	t := f.tokens[i]
	raw := f.text[t.start:t.end]
	f.cuts = arabic.AppendCuts(f.cuts[:0], raw)
	for _, c := range f.cuts {
		stem := arabic.Normalize(raw[c.Start:])
		if c.Lam {
			stem = "ا" + stem
		}
		if isOffice([]byte(stem)) {
			return t.start + c.Start, stem, true
		}
	}
	return 0, "", false
}

// isOffice tells the words that an office is named by, with their article or without.
func isOffice(stem []byte) bool {
	switch w, _ := bytes.CutPrefix(stem, []byte("ال")); string(w) {
	case "رييس", "رييسه", "وزير", "وزيره", "مرشد", "متحدث", "متحدثه", "ناطق", "ناطقه", "مستشار", "مستشاره", "مدير", "مديره", "امين", "امينه",
		"قايد", "زعيم", "زعيمه", "ملك", "ملكه", "امير", "سلطان", "عاهل", "سفير", "سفيره", "مبعوث", "مبعوثه", "محافظ", "حاكم", "حاكمه", "نايب", "نايبه",
		"مساعد", "وكيل", "مدرب", "مدربه", "عميد", "مفوض", "مفوضه", "مندوب", "مندوبه", "عمده", "مفتي", "بابا", "بطريرك", "مستشاريه":
		return true
	}
	return false
}

// qualifiers goes over what stands behind an office with an article: adjectives, and a body behind باسم or ل. bound reports whether
// any of it says which office it is.
func (f *roleFinder) qualifiers(i int, head string) (behind int, bound bool) {
	for ; i < len(f.tokens) && f.person(i) < 0; i++ {
		w := f.word(i)
		switch {
		case f.lists.isNation(w) && strings.HasPrefix(w, "ال"):
			bound = true
			continue
		case qualifier(w):
			continue
		case w == "باسم" || !bound && strings.HasPrefix(w, "لل") && speaks(head):
			if w == "باسم" {
				i++
			}
			if to, ok := f.complements(i); ok {
				return to, true
			}
			if w == "باسم" {
				return i - 1, bound
			}
		}
		break
	}
	return i, bound
}

// speaks tells the offices that a body follows with ل: المتحدث الرسمي للكرملين, الأمين العام للأمم المتحدة.
func speaks(head string) bool {
	switch strings.TrimPrefix(head, "ال") {
	case "متحدث", "متحدثه", "ناطق", "ناطقه", "امين", "امينه", "مدير", "مديره", "قايد":
		return true
	}
	return false
}

// qualifier tells the adjectives that stand behind an office.
func qualifier(w string) bool {
	switch w {
	case "الرسمي", "الرسميه", "العام", "العامه", "التنفيذي", "التنفيذيه", "الاعلي", "الاول", "الاولي", "السابق", "السابقه", "الموقت", "الحالي",
		"الجديد", "الجديده", "المنتخب", "المكلف", "الراحل", "المخلوع", "الاسبق", "الخاص", "الخاصه":
		return true
	}
	return false
}

const longestComplement = 6 // words: رئيس المجلس الأعلى للأمن القومي الإيراني

// complements goes over the nouns that an office belongs to: words with articles, names, heads of organisations; the adjective of a
// country ends them.
func (f *roleFinder) complements(i int) (behind int, bound bool) {
	for first := i; i < len(f.tokens) && i-first < longestComplement && f.person(i) < 0; i++ {
		if f.tokens[i].typ.kind != arabic.Word {
			break
		}
		w := f.word(i)
		known := f.lists.word(w)
		definite := strings.HasPrefix(w, "ال") || strings.HasPrefix(w, "لل") || strings.HasPrefix(w, "وال")
		switch {
		case f.lists.isNation(w) && i > first:
			i++
			for i < len(f.tokens) && (qualifier(f.word(i)) || f.lists.isNation(f.word(i))) && f.person(i) < 0 {
				i++
			}
			return i, true
		case f.inside[i] >= 0 || i == first && f.lists.isCountry(w):
		case i == first && isOffice([]byte(w)): // نائب الرئيس, مستشار المرشد
			f.nested = strings.HasPrefix(f.word(first-1), "مستشار")
		case known.triggers&(triggerFunction|triggerMonth|triggerWeekday|triggerVerb) != 0 && known.triggers&triggerOrgHead == 0:
			return i, bound
		case definite:
		case i == first && (known.triggers&triggerOrgHead != 0 || body(w)):
			continue // no phrase ends in it
		default:
			return i, bound
		}
		bound = true
	}
	return i, bound
}

// body tells the nouns without an article that an office belongs to with more behind them: رئيس مجلس النواب.
func body(w string) bool {
	switch w {
	case "مجلس", "وزراء", "وزرا", "هييه", "اركان", "لجنه", "وزاره", "شوون", "جهاز", "منظمه",
		"دوله", "جمهوريه", "حكومه", "حزب", "عام", "فريق", "منتخب", "بلديه", "جامعه":
		return true
	}
	return false
}
