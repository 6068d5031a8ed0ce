package main

import (
	"slices"
	"strings"

	"jarida/corpus/entity"
)

// sentence puts the text of a sentence together again. The annotators divided clitics from their words (و قال, عاصمة ها), which
// articles do not.
type sentence struct {
	text  strings.Builder
	names []entity.Name
	class string // of the last token, "" outside
	glue  bool   // the next token belongs to the last one
}

// add adds a token.
func (s *sentence) add(token, tag string) {
	text := s.text.String()
	switch {
	case pronoun(token) && text != "" && !s.glue && tag == "O":
		s.joinPronoun(text, token)
		return
	case text != "" && !s.glue:
		s.text.WriteByte(' ')
	case s.glue && strings.HasSuffix(text, "ل") && strings.HasPrefix(token, "ال"):
		token = strings.TrimPrefix(token, "ا") // ل and ال are written لل
	}
	if rest, found := strings.CutPrefix(token, "لال"); found {
		token = "لل" + rest
	}
	start := s.text.Len()
	s.text.WriteString(token)
	s.glue = proclitic(token)
	s.mark(start, tag)
}

// mark puts a token that begins at start into the name that its tag says.
func (s *sentence) mark(start int, tag string) {
	position, class, _ := strings.Cut(tag, "-")
	typ, known := types[class]
	if !known {
		s.class = ""
		return
	}
	if position == "I" && s.class == class {
		s.names[len(s.names)-1].End = s.text.Len()
		return
	}
	s.names = append(s.names, entity.Name{Start: start, End: s.text.Len(), Type: typ})
	s.class = class
}

// joinPronoun writes a pronoun to the word before it.
func (s *sentence) joinPronoun(text, token string) {
	if word, found := strings.CutSuffix(text, "ة"); found { // حصة and ه are written حصته
		s.text.Reset()
		s.text.WriteString(word + "ت")
	}
	s.text.WriteString(token)
}

// flush ends the sentence.
func (s *sentence) flush(samples []entity.Sample) []entity.Sample {
	if s.text.Len() > 0 {
		samples = append(samples, entity.Sample{Text: s.text.String(), Names: slices.Clone(s.names)})
	}
	*s = sentence{}
	return samples
}

func proclitic(token string) bool {
	switch token {
	case "و", "ف", "ك", "ل", "ب", "ال":
		return true
	}
	return false
}

func pronoun(token string) bool {
	switch token {
	case "ه", "ها", "هم", "هما", "هن", "نا", "ي", "ني":
		return true
	}
	return false
}
