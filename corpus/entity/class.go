package entity

import (
	"unicode/utf8"

	"jarida/corpus/arabic"
)

// wordClass is what a word is like among others: coarse, for three in a row to be one feature. What the names of people look like is
// in the order of these more than in the words, which no training text has all of.
type wordClass uint8

const (
	classEdge wordClass = iota // nothing: outside of the sentence
	classMark
	classNumber
	classLatin
	classTitle
	classHead     // of organisations and places, and what announces names
	classFunction // and months and days
	classVerb     // of speech
	classNation
	classOrdinary        // often met, and seldom in names
	classDefiniteUnknown // never met, with an article
	classUnknown
	classKnown      // met, and no part of people's names
	classPartRare   // a part of people's names, by how common it is
	classPartSome   //
	classPartCommon //
	classCount
)

// classTriples is how many triples of classes there are.
const classTriples = int(classCount) * int(classCount) * int(classCount)

// classOf classes a word type, all else of which is set.
func classOf(w *wordType, raw string) wordClass {
	switch w.kind {
	case arabic.Mark:
		return classMark
	case arabic.Number:
		return classNumber
	case arabic.Acronym:
		return classLatin
	case arabic.Word:
	}
	best := &w.readings[w.best]
	switch {
	case raw[0] < utf8.RuneSelf:
		return classLatin
	case w.triggers&triggerTitle != 0:
		return classTitle
	case w.triggers&(triggerOrgHead|triggerPlaceHead|triggerDescriptor) != 0:
		return classHead
	case w.triggers&triggerVerb != 0:
		return classVerb
	case w.triggers&^triggerTail != 0:
		return classFunction
	case w.isNation():
		return classNation
	case best.part < 3 && best.ordinary():
		return classOrdinary
	case best.part >= 5:
		return classPartCommon
	case best.part >= 3:
		return classPartSome
	case best.part > 0:
		return classPartRare
	case best.count.all > 0:
		return classKnown
	case w.definite():
		return classDefiniteUnknown
	}
	return classUnknown
}

// classAt is the class of a token, that of nothing outside of the sentence.
func (s *sentence) classAt(i int) wordClass {
	if i < 0 || i >= len(s.tokens) {
		return classEdge
	}
	return s.tokens[i].typ.class
}

// triple is the code of three tokens in a row, i in the middle.
func (s *sentence) triple(i int) int {
	return (int(s.classAt(i-1))*int(classCount)+int(s.classAt(i)))*int(classCount) + int(s.classAt(i+1))
}
