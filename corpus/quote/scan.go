package quote

import (
	"strings"
	"unicode/utf8"

	"jarida/corpus/arabic"
	"jarida/corpus/entity"
)

// item is one thing of a sentence: a word, a mention, a role, a quotation. There is one for nearly each token, so it is small.
type item struct {
	start, end int   // source bytes
	mention    int32 // index in the mentions, -1 for none
	role       int32 // in the roles
	quote      int32 // in the block's quotations
	kind       itemKind
	sense      sense
	to         bool // a preposition is joined to the front of the name: it cannot be a subject
	and        bool // a conjunction is joined to the front of the word
}

type itemKind uint8

const (
	plainItem itemKind = iota
	wordItem
	mentionItem
	roleItem
	quoteItem
	comma
	colon
	stop
)

// scanner divides blocks into items. Its memory is reused.
type scanner struct {
	lexicon *lexicon
	tokens  []arabic.Token
	notes   []uint8 // by token, what Note says of its word; none where nobody has noted it
	buffer  []byte
	marked  []marked
	items   []item
}

// take gives the scanner the tokens of a block, whose text begins at offset in the source: those of who has tagged the article, with what is
// noted of them, or else their own.
func (s *scanner) take(text string, block, offset int, tagged *entity.Tagger) {
	s.tokens, s.notes = s.tokens[:0], s.notes[:0]
	if tagged != nil {
		s.tokens, s.notes = tagged.AppendNoted(s.tokens, s.notes, block, offset)
	}
	if len(s.tokens) == 0 {
		s.tokens = arabic.AppendTokens(s.tokens, text, 0)
	}
}

// scan gives the items of the tokens of a block's text, which begins at offset in the source. What stands inside quotation marks is one item.
func (s *scanner) scan(text string, offset int, names names) []item {
	s.items = s.items[:0]
	next := 0 // of s.marked
	for t := 0; t < len(s.tokens); {
		token := s.tokens[t]
		if next < len(s.marked) && s.marked[next].start <= token.Start {
			m := s.marked[next]
			it := quoted(m, next, offset, names)
			if it.kind != quoteItem && len(s.items) > 0 { // لـ«الشرق الأوسط»
				last := s.items[len(s.items)-1]
				it.to = last.end == it.start && last.kind == wordItem && strings.ContainsAny(text[last.start-offset:last.end-offset], "لبك") &&
					last.end-last.start <= 4
			}
			s.items = append(s.items, it)
			for t < len(s.tokens) && s.tokens[t].Start < m.end {
				t++
			}
			next++
			continue
		}
		it, end := s.item(text, t, offset, names)
		s.items = append(s.items, it)
		for t++; t < len(s.tokens) && s.tokens[t].Start+offset < end; t++ {
			continue
		}
	}
	return s.items
}

// quoted gives the item of a quotation; a name that fills the marks is that name.
func quoted(m marked, index, offset int, names names) item {
	it := item{kind: quoteItem, start: m.start + offset, end: m.end + offset, quote: int32(index), mention: -1, role: -1}
	const marks = 6 // bytes of the marks and a space
	if n, ok := names.at(it.start, it.end); ok && n.start-it.start <= marks && it.end-n.end <= marks {
		it.kind, it.mention, it.role, it.quote = n.kind, n.mention, n.role, -1
	}
	return it
}

// item gives the item that begins with token t and where it ends in the source.
func (s *scanner) item(text string, t, offset int, names names) (item, int) {
	token := s.tokens[t]
	it := item{start: token.Start + offset, end: token.End + offset, mention: -1, role: -1, quote: -1}
	if token.Kind == arabic.Mark {
		switch text[token.Start:token.End] {
		case ":":
			if !between(text, token) { // the colon of a clock
				it.kind = colon
			}
		case "،", ",", "؛", ";":
			it.kind = comma
		case ".", "؟", "!", "?", "...", "…", "..":
			it.kind = stop
		}
		return it, it.end
	}
	if at, ok := names.at(it.start, it.end); ok {
		it.kind, it.mention, it.role = at.kind, at.mention, at.role
		it.to = strings.ContainsAny(text[token.Start:max(at.start-offset, token.Start)], "لبك")
		it.end = max(it.end, at.end)
		return it, it.end
	}
	it.kind = wordItem
	if len(s.notes) > 0 {
		it.sense, it.and = noted(s.notes[t])
		return it, it.end
	}
	s.buffer = arabic.AppendToken(s.buffer[:0], text, token)
	it.sense, it.and = s.lexicon.sense(s.buffer)
	return it, it.end
}

// between reports whether a mark stands between two digits.
func between(text string, t arabic.Token) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:t.Start])
	after, _ := utf8.DecodeRuneInString(text[t.End:])
	_, left := arabic.Digit(before)
	_, right := arabic.Digit(after)
	return left && right
}

// name is a mention or role and where it stands.
type name struct {
	kind          itemKind
	start, end    int
	mention, role int32
}

// names is what is named in an article, in order; a role that a name follows in apposition is left to the name.
type names []name

// at gives the name that begins within a token.
func (n names) at(start, end int) (name, bool) {
	low, high := 0, len(n)
	for low < high {
		if mid := (low + high) / 2; n[mid].start < start {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low < len(n) && n[low].start < end {
		return n[low], true
	}
	return name{}, false
}

// appendNames merges the mentions that may speak with the roles that stand alone.
func appendNames(all names, mentions []entity.Mention, roles []entity.Role) names {
	r := 0
	for i, m := range mentions {
		for ; r < len(roles) && roles[r].Start <= m.Start; r++ {
			if roles[r].Mention < 0 {
				all = append(all, name{roleItem, roles[r].Start, roles[r].End, -1, int32(r)})
			}
		}
		if m.Type != entity.Person && m.Type != entity.Place && m.Type != entity.Organisation {
			continue
		}
		if len(all) > 0 && m.Start < all[len(all)-1].end { // a country inside a role: الرئيس الروسي has none, سفير روسيا has
			continue
		}
		all = append(all, name{mentionItem, m.Start, m.End, int32(i), -1})
	}
	for ; r < len(roles); r++ {
		if roles[r].Mention < 0 {
			all = append(all, name{roleItem, roles[r].Start, roles[r].End, -1, int32(r)})
		}
	}
	return all
}
