package entity

import "jarida/corpus/arabic"

// token is a word of a sentence and where it stands.
type token struct {
	start, end int // bytes of the text
	typ        *wordType
}

// sentence is what is seen of tokens among others, before any model.
type sentence struct {
	tokens  []token
	credit  bool // it is of a caption or byline, where agencies are named
	opens   bool // it begins a block
	matches []match
	lists   []uint8 // by token: the entry that it is part of, see listCode
	chains  []uint8 // what announced it, see chainCode
	quotes  []uint8 // the marks that it stands in

	ids []wordID // of the whole words
}

// match is a run of tokens that is an entry of the lists.
type match struct {
	first, behind int
	reading       uint8 // of the first token
	entry         int32
	others        []int32 // all entries of the run
	met           bool    // the entry needs no context, or has it
	dated         bool    // it stands where an article says who reports
	peered        bool    // and the context is that others of its kind are named
	named         float32 // how probable it is that its first token is part of a name; 0 where no list has the run for a club
}

// observe sets what is seen of the tokens.
func (s *sentence) observe(l *lists) {
	n := len(s.tokens)
	s.lists, s.chains, s.quotes = zeroed(s.lists, n), zeroed(s.chains, n), zeroed(s.quotes, n)
	s.matches, s.ids = s.matches[:0], room(s.ids, n)
	for i := range s.tokens { // the first look into the types, many of which are far away: none waits for another
		s.ids[i] = s.tokens[i].typ.readings[0].id
	}
	s.observeQuotes()
	s.observeChains()
	s.observeLists(l)
}

// The codes of quotes.
const (
	quoteNone      uint8 = iota
	quoteShort           // in quotation marks around four words at most
	quoteAnnounced       // and what stands before them announces a name: صحيفة «الشرق الأوسط»
	quoteBrackets        // in round brackets around three words at most
	quoteLast            // and they end the sentence
	quoteCodes
)

const (
	longestQuote    = 4
	longestBrackets = 3
)

// observeQuotes finds the marks that stand around few words.
func (s *sentence) observeQuotes() {
	for i := 0; i < len(s.tokens); i++ {
		closing, most := closer(s.tokens[i].typ.mark), longestQuote
		if closing == 0 {
			continue
		}
		if closing == ')' {
			most = longestBrackets
		}
		for j := i + 1; j < len(s.tokens) && j <= i+1+most; j++ {
			if s.tokens[j].typ.mark != closing {
				continue
			}
			code := s.quoteCode(i, j)
			for k := i + 1; k < j; k++ {
				s.quotes[k] = code
			}
			i = j
			break
		}
	}
}

// quoteCode is the code of what stands between the marks at i and j.
func (s *sentence) quoteCode(i, j int) uint8 {
	switch {
	case s.tokens[j].typ.mark != ')':
		if s.announced(i) {
			return quoteAnnounced
		}
		return quoteShort
	case j+1 == len(s.tokens) || j+2 == len(s.tokens) && s.tokens[j+1].typ.mark == '.':
		return quoteLast
	}
	return quoteBrackets
}

// announced reports whether a word that names follow in quotation marks stands before i, an adjective between them at most.
func (s *sentence) announced(i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		t := s.tokens[k].typ
		if t.triggers&(triggerDescriptor|triggerOrgHead) != 0 {
			return true
		}
		if !t.definite() {
			return false
		}
	}
	return false
}

// closer gives the mark that closes a quotation or bracket that begins with r, 0 if none begins.
func closer(r rune) rune {
	switch r {
	case '«':
		return '»'
	case '“':
		return '”'
	case '"':
		return '"'
	case '(':
		return ')'
	case '{':
		return '}'
	}
	return 0
}

// The states of chains: what class of word announced a token.
const (
	chainNone uint8 = iota
	chainTitle
	chainOrganisation
	chainPlace
	chainDescriptor
	chainVerb
	chainStates
)

// A code of chains is a state and a length.
const (
	longestChain uint8 = 5
	chainCodes         = chainStates * longestChain
)

// observeChains follows what announces names: a title and its adjectives up to the name behind them (الرئيس الروسي فلاديمير
// بوتين), the head of an organisation and its words, a word of places, a verb of speech.
func (s *sentence) observeChains() {
	state, length := chainNone, uint8(0)
	for i := range s.tokens {
		t := s.tokens[i].typ
		if state != chainNone {
			s.chains[i] = state*longestChain + min(length, longestChain-1)
		}
		if next := chainState(t.triggers); next != chainNone {
			state, length = next, 0
			continue
		}
		length++
		switch {
		case t.kind == arabic.Mark && length > 1:
			state = chainNone
		case state == chainTitle, state == chainOrganisation:
			if !t.definite() && t.kind != arabic.Mark && (state == chainTitle || length > 1) || length >= longestChain {
				state = chainNone
			}
		case length >= 2:
			state = chainNone
		}
	}
}

func chainState(t trigger) uint8 {
	switch {
	case t&triggerTitle != 0:
		return chainTitle
	case t&triggerOrgHead != 0:
		return chainOrganisation
	case t&triggerPlaceHead != 0:
		return chainPlace
	case t&triggerDescriptor != 0:
		return chainDescriptor
	case t&triggerVerb != 0:
		return chainVerb
	}
	return chainNone
}
