package entity

import (
	"strings"

	"jarida/corpus/arabic"
	"jarida/corpus/article"
)

// Roles gives the role phrases of an article in their order: the office, and the body or the country of it (الرئيس الروسي, وزير الخارجية
// الإيراني, المتحدث باسم الكرملين), beside a name or alone. mentions are those of the article, in order.
func (t *Tagger) Roles(text string, a article.Article, mentions []Mention) []Role {
	f := roleFinder{lists: t.lists, text: text, mentions: mentions}
	for _, b := range a.Blocks {
		if b.Kind != article.Furniture && b.Kind != article.Section {
			f.block(b)
		}
	}
	return f.roles
}

// roleFinder finds role phrases.
type roleFinder struct {
	lists    *lists
	text     string
	mentions []Mention
	next     int // the first mention that ends behind the token in hand

	tokens []arabic.Token
	words  []string // normalised
	inside []int    // by token: the mention that it is part of, -1 for none
	cuts   []arabic.Cut
	nested bool // the phrase in hand is somebody's adviser: a name behind it may be of either
	roles  []Role
}

// block finds the phrases of a block.
func (f *roleFinder) block(b article.Block) {
	f.tokens = arabic.AppendTokens(f.tokens[:0], f.text[b.Start:b.End], b.Start)
	f.words, f.inside = f.words[:0], f.inside[:0]
	var key []byte
	for _, t := range f.tokens {
		key = arabic.AppendToken(key[:0], f.text, t)
		f.words = append(f.words, string(key))
		f.inside = append(f.inside, f.mentionAt(t))
	}
	for i := 0; i < len(f.tokens); i++ {
		if behind := f.phrase(i); behind > i {
			i = behind - 1
		}
	}
}

// mentionAt gives the mention that a token is part of, -1 for none. Tokens come in the order of the text.
func (f *roleFinder) mentionAt(t arabic.Token) int {
	for f.next < len(f.mentions) && f.mentions[f.next].End <= t.Start {
		f.next++
	}
	for i := f.next; i < len(f.mentions) && f.mentions[i].Start < t.End; i++ {
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
	if m < 0 || f.mentions[m].Type != Person || f.mentions[m].Start > f.tokens[i].Start || i > 0 && f.inside[i-1] == m {
		return -1
	}
	return m
}

// phrase notes the role phrase that begins at token i, and gives the token behind it; i where none begins.
func (f *roleFinder) phrase(i int) (behind int) {
	if m := f.inside[i]; f.tokens[i].Kind != arabic.Word || m >= 0 && f.mentions[m].Type == Person {
		return i
	}
	start, head := f.head(i)
	if head == "" {
		return i
	}
	f.nested = false
	var bound bool
	if strings.HasPrefix(head, "ال") {
		behind, bound = f.qualifiers(i+1, head)
	} else if behind, bound = f.complements(i + 1); !bound {
		return i
	}
	end := f.tokens[behind-1].End
	phrase := strings.Join(strings.Fields(f.text[start:end]), " ")
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
	for n := 0; n < 4 && i < len(f.words) && f.inside[i] < 0; n++ {
		title := strings.HasPrefix(f.words[i], "ال") && f.lists.word(f.words[i]).triggers&triggerTitle != 0
		if !title && f.words[i] != "(" && (f.words[i] != "،" || comma) {
			break
		}
		comma = comma || f.words[i] == "،"
		i++
	}
	if m := f.person(i); m >= 0 && (!comma || bound && f.closes(m)) {
		return m
	}
	if !bound || first == 0 {
		return -1
	}
	if f.words[first-1] == "،" {
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

// head gives the office at token i without its clitics and with its article, and where it begins; "" where there is none.
func (f *roleFinder) head(i int) (start int, head string) {
	t := f.tokens[i]
	word := f.text[t.Start:t.End]
	f.cuts = arabic.AppendCuts(f.cuts[:0], word)
	for _, c := range f.cuts {
		stem := arabic.Normalize(word[c.Start:])
		if c.Lam {
			stem = "ا" + stem
		}
		if office(strings.TrimPrefix(stem, "ال")) {
			return t.Start + c.Start, stem
		}
	}
	return 0, ""
}

// office tells the words that an office is named by, without their article.
func office(w string) bool {
	switch w {
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
	for ; i < len(f.words) && f.person(i) < 0; i++ {
		w := f.words[i]
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
	for first := i; i < len(f.words) && i-first < longestComplement && f.person(i) < 0; i++ {
		if f.tokens[i].Kind != arabic.Word {
			break
		}
		w := f.words[i]
		known := f.lists.word(w)
		definite := strings.HasPrefix(w, "ال") || strings.HasPrefix(w, "لل") || strings.HasPrefix(w, "وال")
		switch {
		case f.lists.isNation(w) && i > first:
			i++
			for i < len(f.words) && (qualifier(f.words[i]) || f.lists.isNation(f.words[i])) && f.person(i) < 0 {
				i++
			}
			return i, true
		case f.inside[i] >= 0 || i == first && f.lists.isCountry(w):
		case i == first && office(strings.TrimPrefix(w, "ال")): // نائب الرئيس, مستشار المرشد
			f.nested = strings.HasPrefix(f.words[first-1], "مستشار")
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
