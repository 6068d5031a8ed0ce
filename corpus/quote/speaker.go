package quote

import "jarida/corpus/entity"

// state is who speaks, from sentence to sentence.
type state struct {
	speaker Speaker
	body    Speaker // the organisation that was named last
}

// sentences attributes the quotations of one block after the other. The method is a state machine over the sentences in reading order: a
// reporting verb makes its subject the speaker, and who speaks goes on speaking until another does.
type sentences struct {
	mentions []entity.Mention
	items    []item // of the sentence under way
	state    state

	local    Speaker // who speaks in this sentence alone: after a nominal attribution
	subjects Speaker // with whom the sentence begins
	armed    bool    // a reporting verb stands before
	from, to int     // its range in the source
	colon    int     // the first colon behind a reporting verb, by item; -1 for none
	opened   speaks  // who speaks behind it
}

// speaks is what was found of a quotation.
type speaks struct {
	speaker  Speaker
	from, to int // the verb in the source
}

// attribute reads a sentence and calls found for each of its quotations.
func (s *sentences) attribute(items []item, found func(item, int, speaks)) {
	s.items, s.local, s.armed, s.colon = items, Speaker{}, false, -1
	s.subjects = s.topic()
	for i := range items {
		switch it := items[i]; it.kind {
		case wordItem:
			s.word(i)
		case quoteItem:
			found(it, i, s.quoted(i))
		case mentionItem:
			if s.mentions[it.mention].Type == entity.Organisation {
				s.state.body = speakerOf(it)
			}
		case colon:
			if s.colon < 0 && s.armed {
				s.colon, s.opened = i, s.quoted(i)
			}
		case plainItem, roleItem, comma, stop:
		}
	}
}

func speakerOf(it item) Speaker {
	return Speaker{Known: true, Mention: int(it.mention), Role: int(it.role)}
}

// topic gives the subject with which a sentence begins. A person or role is who speaks in what follows: والتقى شويغو … وقال إن.
func (s *sentences) topic() (subject Speaker) {
	if len(s.items) == 0 || s.items[0].kind == wordItem && s.items[0].sense != nothing {
		return Speaker{}
	}
	const reach = 10 // items: a verb, a title of several words, a comma, the name
	for i, it := range s.items[:min(len(s.items), reach)] {
		switch {
		case s.person(it) && !it.to:
			s.state.speaker = speakerOf(it)
			return s.state.speaker
		case it.kind == mentionItem && !it.to && !subject.Known && s.mentions[it.mention].Type == entity.Organisation:
			subject = speakerOf(it)
		case it.kind == comma && i+1 < len(s.items) && s.items[i+1].kind == mentionItem:
		case it.kind != wordItem && it.kind != mentionItem, it.sense != nothing:
			return subject
		}
	}
	return subject
}

// person reports whether an item is a person's name or a role.
func (s *sentences) person(it item) bool {
	return it.kind == roleItem || it.kind == mentionItem && s.mentions[it.mention].Type == entity.Person
}

// word lets a word do what its sense is.
func (s *sentences) word(i int) {
	switch it := s.items[i]; it.sense {
	case report, addOn:
		if it.and || i == 0 || s.items[i-1].sense != particle && s.items[i-1].sense != of { // a verb follows no preposition: a noun does
			s.verb(i)
		}
	case express:
		if i+1 < len(s.items) && (s.items[i+1].sense == particle || s.items[i+1].kind == mentionItem && !s.items[i+1].to && it.and) {
			s.verb(i)
		}
	case rare:
		if i+1 < len(s.items) && s.items[i+1].kind == colon {
			s.verb(i)
		}
	case participle, said:
		if s.subjects.Known && !s.armed {
			s.state.speaker = s.subjects
		}
		s.arm(it, s.local)
	case stated:
		if subject, ok := s.issued(i); ok {
			s.state.speaker = subject
			s.arm(it, Speaker{})
		}
	case speech:
		if i == 0 || s.items[i-1].sense != particle && s.items[i-1].sense != of {
			return
		}
		fallthrough
	case nominal:
		if subject, ok := s.subject(i); ok && subject.Known {
			s.arm(it, subject)
		}
	case relay:
		s.relay(i)
	case tongue:
		if subject, ok := s.subject(i); ok {
			s.state.speaker = subject
			s.arm(it, Speaker{})
		}
	case address:
		s.arm(it, Speaker{})
	default:
	}
}

// verb makes the subject of the reporting verb at i the speaker; in a comparison (كما أفادت رويترز) for this sentence alone.
func (s *sentences) verb(i int) {
	it := s.items[i]
	subject, ok := s.subject(i)
	if ok && i > 1 && s.items[i-1].sense == asWell {
		if subject.Known {
			s.arm(it, subject)
		}
		return
	}
	if !ok && !it.and {
		subject, ok = s.before(i)
	}
	if ok {
		s.state.speaker = subject
	}
	s.arm(it, Speaker{})
}

// issued gives who issued the statement in which something stands: وجاء في بيان نُشر على موقع الكرملين أن.
func (s *sentences) issued(i int) (Speaker, bool) {
	const reach = 12
	statement := false
	for k := i + 1; k < min(len(s.items), i+reach); k++ {
		switch it := s.items[k]; {
		case it.sense == speech || it.sense == issuer:
			statement = true
		case it.kind == quoteItem || it.kind == colon || it.kind == stop:
			return Speaker{}, false
		case statement && (s.person(it) || it.kind == mentionItem && s.mentions[it.mention].Type == entity.Organisation):
			return speakerOf(it), true
		}
	}
	return Speaker{}, false
}

func (s *sentences) arm(it item, local Speaker) {
	s.armed, s.local, s.from, s.to = true, local, it.start, it.end
}

// relay makes the one speak of whom something is passed on: نقلت رويترز عن عراقجي قوله.
func (s *sentences) relay(i int) {
	const reach = 8
	for k := i + 1; k < min(len(s.items), i+reach); k++ {
		if s.items[k].sense == particle {
			if subject, ok := s.subject(k); ok {
				s.state.speaker = subject
				s.arm(s.items[i], Speaker{})
				return
			}
		}
	}
	if subject, ok := s.subject(i); ok { // نقلته وكالة رويترز
		s.arm(s.items[i], subject)
	}
}

// subject gives the subject of the verb at i that stands behind it: the first person or role before a particle, across the words of an
// apposition; else an organisation; a place only right behind the verb. A subject without a name is nobody, and found.
func (s *sentences) subject(i int) (Speaker, bool) {
	var c candidates
	const reach = 18 // items: titles are long (المتحدث باسم وزارة الخارجية الإيرانية إسماعيل بقائي)
	for k := i + 1; k < min(len(s.items), i+reach); k++ {
		it := s.items[k]
		switch it.kind {
		case mentionItem, roleItem:
			if done := s.weigh(&c, it, k == i+1 || s.items[k-1].sense == naming, s.items[i].sense); done {
				return c.best, true
			}
		case wordItem:
			if !c.pass(it.sense) {
				if titled, ok := s.titled(i, k, it.sense); ok && !c.organisation.Known {
					return titled, true
				}
				return c.choose(s.state)
			}
		case comma:
			if k+1 >= len(s.items) || s.items[k+1].kind != mentionItem || s.mentions[s.items[k+1].mention].Type != entity.Person {
				return c.choose(s.state)
			}
		case colon, stop, quoteItem:
			return c.choose(s.state)
		case plainItem:
		}
	}
	return c.choose(s.state)
}

// titled gives the person whose title has the particle at k in it: قال المشرف على إدارة المعلومات ماجد العصيمي إن. What was said must
// begin right behind the name, and a noun stand right behind the verb at i.
func (s *sentences) titled(i, k int, at sense) (Speaker, bool) {
	if at != particle && at != of || k == i+1 {
		return Speaker{}, false
	}
	const reach = 14
	for k++; k < min(len(s.items)-1, i+reach); k++ {
		it, next := s.items[k], s.items[k+1]
		switch {
		case s.person(it):
			free := s.items[k-1].sense == nothing && !it.to
			begins := next.kind == colon || next.kind == quoteItem || next.sense == that
			return speakerOf(it), free && begins
		case it.kind == colon || it.kind == stop || it.kind == quoteItem || it.sense == that || it.sense == report:
			return Speaker{}, false
		}
	}
	return Speaker{}, false
}

// weigh enters a name behind a verb, and reports whether it is the subject for sure.
func (s *sentences) weigh(c *candidates, it item, adjacent bool, verb sense) bool {
	if it.to && verb != nominal {
		return false
	}
	if it.kind == roleItem {
		c.best = speakerOf(it)
		return true
	}
	switch s.mentions[it.mention].Type {
	case entity.Person:
		c.best = speakerOf(it)
		return true
	case entity.Organisation:
		if !c.organisation.Known && (c.words <= titleWords || c.of || c.herald) {
			c.organisation = speakerOf(it)
		}
	case entity.Place:
		if adjacent && !c.place.Known {
			c.place = speakerOf(it)
		}
	case entity.Date, entity.Quantity:
	}
	return false
}

// candidates are the possible subjects of a verb.
type candidates struct {
	best, organisation, place Speaker
	unnamed, herald           bool // somebody without a name; a spokesman for whoever is named
	of                        bool // somebody without a name, of the organisation that is named next: مسؤول في وزارة
	generic                   sense
	words                     int // passed over
}

// titleWords is how many words may stand between a verb and the organisation that is its subject: those of a title. Behind more, the
// organisation is somebody's object.
const titleWords = 4

// pass takes a word behind the verb into account, and reports whether the subject may still follow.
func (c *candidates) pass(s sense) bool {
	c.words++
	switch s {
	case unnamed:
		if c.organisation.Known || c.place.Known { // it has a subject, of which somebody does something
			return false
		}
		c.unnamed = true
	case of:
		if !c.unnamed || c.of {
			return false
		}
		c.of = true
	case herald:
		c.herald = true
	case issuer, body:
		if c.generic == nothing {
			c.generic = s
		}
	case nothing, naming, asWell:
	default:
		return false
	}
	return true
}

// choose gives the subject when no person is among the candidates.
func (c *candidates) choose(s state) (Speaker, bool) {
	switch {
	case c.organisation.Known:
		return c.organisation, true
	case c.unnamed:
		return Speaker{}, true
	case c.place.Known:
		return c.place, true
	case c.herald:
		return Speaker{}, true
	case c.generic == body && s.body.Known, c.generic == issuer && !s.speaker.Known && s.body.Known:
		return s.body, true
	}
	return Speaker{}, false // the issuer of a statement speaks on
}

// before gives the subject of the verb at i that stands before it: right before, before a relative pronoun, or at the beginning of the
// sentence with an apposition between.
func (s *sentences) before(i int) (Speaker, bool) {
	if i == 0 {
		return Speaker{}, false
	}
	switch last := s.items[i-1]; {
	case last.kind == mentionItem || last.kind == roleItem:
		if !last.to {
			return speakerOf(last), true
		}
	case last.sense == relative || s.behindSpeech(i):
		const reach = 8
		for k := i - 2; k >= max(0, i-reach); k-- {
			if it := s.items[k]; it.kind == mentionItem && s.mentions[it.mention].Type != entity.Place || it.kind == roleItem {
				return speakerOf(it), true
			}
		}
	}
	if s.person(s.items[0]) && !s.armed { // "بيسكوف، المتحدث باسم الكرملين، قال"
		return speakerOf(s.items[0]), true
	}
	return Speaker{}, false
}

// behindSpeech reports whether the verb at i says what a statement named right before it says: بياناً مشتركاً، أوضحت فيه.
func (s *sentences) behindSpeech(i int) bool {
	for k := i - 1; k >= max(0, i-3); k-- {
		switch it := s.items[k]; {
		case it.sense == speech:
			return true
		case it.kind != comma && it.kind != wordItem || it.sense != nothing:
			return false
		}
	}
	return false
}

// quoted gives who speaks the quotation at i: the one of the verb before it, of the verb right behind it, or of a nominal attribution
// anywhere behind it in the sentence.
func (s *sentences) quoted(i int) speaks {
	if s.armed {
		speaker := s.local
		if !speaker.Known {
			speaker = s.state.speaker
		}
		return speaks{speaker, s.from, s.to}
	}
	const (
		reach    = 4  // a comma, "كما", and the verb
		sentence = 60 // the words of a long one
	)
	for k := i + 1; k < min(len(s.items), i+sentence); k++ {
		switch it := s.items[k]; {
		case it.kind == stop:
			return speaks{}
		case it.sense == nominal: // of the whole sentence
			speaker, ok := s.subject(k)
			if !ok && k+1 < len(s.items) && s.items[k+1].sense == issuer {
				speaker = s.state.speaker
			}
			if speaker.Known {
				return speaks{speaker, it.start, it.end}
			}
			return speaks{}
		case k < i+reach && (it.sense == report || it.sense == addOn):
			if speaker, ok := s.subject(k); ok && speaker.Known {
				return speaks{speaker, it.start, it.end}
			}
			return speaks{}
		}
	}
	return speaks{}
}
