package triage

import (
	"bytes"
	"encoding/hex"
	"time"
	"unicode/utf8"
)

// found is an event as it was found in a line. Its pieces are those of the line, and it is good for as long as that.
type found struct {
	entry
	host     []byte
	mentions []mention
	from     digest // of Changed
	detail   *Event // of an act on entities or searches: all of it
}

// mention is an article in an event.
type mention struct {
	digest digest
	path   []byte
	number int32 // of the article, -1 for none; see history.take
}

// find reads a line, which is no event where it fails.
func (f *found) find(line []byte) error {
	if f.scan(line) {
		return nil
	}
	e, err := decode(line)
	if err != nil {
		return err
	}
	f.fill(&e)
	return nil
}

// fill takes what an event holds.
func (f *found) fill(e *Event) {
	k := e.kind()
	*f = found{
		entry:    entry{at: e.Time.UnixMicro(), seq: e.Seq, id: idOf(e.ID), kind: k, settled: e.Settled},
		host:     []byte(e.Host),
		mentions: f.mentions[:0],
	}
	switch {
	case k == isForeign:
		return
	case k == isAt:
		f.arg = uint64(e.Position)
	case k.turn():
		f.arg = idOf(e.Target)
	case k.entity() || k.search():
		f.detail = e
	}
	for _, a := range e.Articles {
		f.mentions = append(f.mentions, mention{digest: a.digest(), path: []byte(a.Path)})
		if k == isChanged {
			f.from = Article{Hash: e.From, Path: a.Path}.digest()
		}
	}
}

// scan reads a line in the very form that encode writes, without escapes in its strings and for the acts on articles alone, at
// twenty times the speed of a general reader: a journal of a million lines opens with the program. It reports false for every other
// line, and must never find another thing than fill does.
func (f *found) scan(line []byte) bool {
	s := scanner{line: line}
	*f = found{mentions: f.mentions[:0]}
	s.literal(`{"v":1,"time":"`)
	f.at = s.time()
	s.literal(`","host":"`)
	f.host = s.text()
	s.literal(`,"seq":`)
	f.seq = s.number()
	s.literal(`,"id":"`)
	id := s.text()
	s.literal(`,"act":"`)
	f.kind = kindOf(s.text())
	if s.next(`,"articles":[`) {
		f.mentions = s.articles(f.mentions)
	}
	var position uint64
	if s.next(`,"position":`) {
		position = s.number()
	}
	var from, target []byte
	if s.next(`,"from":"`) {
		from = s.text()
	}
	if s.next(`,"target":"`) {
		target = s.text()
	}
	f.settled = s.next(`,"settled":true`)
	s.literal(`}`)
	if s.failed || len(s.line) > 0 || len(id) == 0 || f.kind == isForeign || f.kind.entity() || f.kind.search() {
		return false
	}
	f.id = idOf(id)
	switch {
	case f.kind == isAt:
		f.arg = position
	case f.kind.turn():
		f.arg = idOf(target)
	case f.kind == isChanged && len(f.mentions) > 0:
		f.from = Article{Hash: string(from), Path: string(f.mentions[len(f.mentions)-1].path)}.digest()
	}
	return true
}

// scanner takes a line apart from its beginning.
type scanner struct {
	line   []byte
	failed bool
}

func (s *scanner) literal(text string) {
	if !s.next(text) {
		s.failed = true
	}
}

func (s *scanner) next(text string) bool {
	if len(s.line) < len(text) || string(s.line[:len(text)]) != text {
		return false
	}
	s.line = s.line[len(text):]
	return true
}

// text reads the rest of a string and its closing quotation mark. It is a piece of the line.
func (s *scanner) text() []byte {
	end := bytes.IndexByte(s.line, '"')
	if end < 0 {
		s.failed = true
		return nil
	}
	text := s.line[:end]
	s.line = s.line[end+1:]
	ascii := true
	for _, c := range text {
		if c < ' ' || c == '\\' {
			s.failed = true
			return nil
		}
		ascii = ascii && c < utf8.RuneSelf
	}
	if !ascii && !utf8.Valid(text) {
		s.failed = true
		return nil
	}
	return text
}

// number reads a whole number of at most 15 digits, which fits any of the types.
func (s *scanner) number() uint64 {
	var n uint64
	digits := 0
	for digits < len(s.line) && s.line[digits] >= '0' && s.line[digits] <= '9' {
		n = n*10 + uint64(s.line[digits]-'0')
		digits++
	}
	if digits == 0 || digits > 15 || digits > 1 && s.line[0] == '0' {
		s.failed = true
	}
	s.line = s.line[digits:]
	return n
}

// time reads 2026-11-22T07:00:00.123456Z, with or without the fraction, as microseconds since 1970.
func (s *scanner) time() int64 {
	const seconds = len("2026-11-22T07:00:00")
	end := bytes.IndexByte(s.line[:min(len(s.line), len(time.RFC3339Nano))], 'Z')
	if end < seconds || s.line[seconds] != '.' && end != seconds {
		s.failed = true
		return 0
	}
	for i, mark := range [...]byte{4: '-', 7: '-', 10: 'T', 13: ':', 16: ':'} {
		if mark != 0 && s.line[i] != mark {
			s.failed = true
		}
	}
	micro := int64(0)
	if n := end - seconds - 1; n > 9 || n == 0 {
		s.failed = true
	} else if n > 0 {
		micro = s.digits(seconds+1, n)
		for ; n < 6; n++ {
			micro *= 10
		}
		for ; n > 6; n-- {
			micro /= 10
		}
	}
	year, month, day := s.digits(0, 4), s.digits(5, 2), s.digits(8, 2)
	hour, minute, second := s.digits(11, 2), s.digits(14, 2), s.digits(17, 2)
	if s.failed || hour > 23 || minute > 59 || second > 59 {
		s.failed = true
		return 0
	}
	t := time.Date(int(year), time.Month(month), int(day), 0, 0, 0, 0, time.UTC)
	if t.Month() != time.Month(month) || int64(t.Day()) != day {
		s.failed = true // the 31st of February and the like: the general reader says what it makes of them
	}
	s.line = s.line[end+1:]
	return ((t.Unix()+hour*3600+minute*60+second)*1e6 + micro)
}

// digits gives the number in n digits of the line.
func (s *scanner) digits(from, n int) int64 {
	v := int64(0)
	for _, c := range s.line[from : from+n] {
		if c < '0' || c > '9' {
			s.failed = true
		}
		v = v*10 + int64(c-'0')
	}
	return v
}

// articles reads the rest of an array of articles behind those that are there.
func (s *scanner) articles(all []mention) []mention {
	for !s.failed {
		var m mention
		s.literal(`{`)
		hashed := s.next(`"hash":"`)
		if hashed {
			m.digest = s.hash()
			if s.next(`,"path":"`) {
				m.path = s.text()
			}
		} else if s.next(`"path":"`) {
			m.path = s.text()
		}
		s.literal(`}`)
		if !hashed {
			m.digest = Article{Path: string(m.path)}.digest()
		}
		all = append(all, m)
		if s.next(`]`) {
			break
		}
		s.literal(`,`)
	}
	return all
}

// hash reads the rest of a hash and its closing quotation mark.
func (s *scanner) hash() (d digest) {
	const digits = 2 * len(d)
	if len(s.line) > digits && s.line[digits] == '"' {
		if _, err := hex.Decode(d[:], s.line[:digits]); err == nil {
			s.line = s.line[digits+1:]
			return d
		}
	}
	text := s.text()
	if len(text) == 0 {
		s.failed = true // an article without content, written in an odd way
	}
	return digestOf(text)
}
