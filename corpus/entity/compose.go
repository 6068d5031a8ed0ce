package entity

import (
	"strings"

	"jarida/corpus/arabic"
)

// confidenceComposed is that of organisations which the grammar of their names tells.
const confidenceComposed = 0.75

// longestHead is how many words stand between the head of an organisation and what it is for, at most.
const longestHead = 5

// compose notes the organisations of this sentence that the grammar of their names tells: ministries and their fields, heads and what
// they are for (المعهد الهندي للإدارة).
func (t *Tagger) compose(block int) {
	for i := t.base; i+1 < len(t.tokens); i++ {
		w := t.tokens[i].typ
		if w.triggers&(triggerOrgHead|triggerDescriptor) == 0 || w.kind != arabic.Word {
			continue
		}
		behind := t.composed(i)
		if behind == 0 {
			behind = t.ministry(i)
		}
		confidence := float32(confidenceComposed)
		if behind == 0 {
			behind, confidence = t.body(i), confidenceParts
		}
		if behind == 0 || t.overWider(i, behind) {
			continue
		}
		t.put(name{first: i, behind: behind, typ: Organisation, confidence: confidence, block: block, reading: -1})
		i = behind - 1
	}
	for i := t.sentence; i < len(t.names); i++ {
		t.growNation(i)
	}
}

// composed gives the end of an organisation that begins with the head i and ends with what it is for, 0 where that is not there.
func (t *Tagger) composed(i int) int {
	if t.several(i) || t.tokens[i].typ.licenses&(1<<kindGroup|1<<kindClub) != 0 && t.tokens[i].typ.triggers&triggerDescriptor != 0 {
		return 0
	}
	for k := i + 1; k < len(t.tokens) && k <= i+longestHead; k++ {
		w := t.tokens[k].typ
		if w.triggers&triggerTail != 0 && t.lam(k) {
			return t.behindTail(k)
		}
		if w.kind != arabic.Word && w.kind != arabic.Acronym || w.triggers&(triggerFunction|triggerVerb|triggerMonth|triggerWeekday) != 0 ||
			k == i+1 && !t.naming(i, k) || k > i+1 && w.triggers&triggerOrgHead != 0 {
			return 0
		}
		if w.best > 0 && !w.readings[w.best].waw && w.readings[w.best].evidence() > 0 {
			return 0
		}
	}
	return 0
}

// several tells heads of more than one organisation: شركات, هيئات.
func (t *Tagger) several(i int) bool {
	word := t.text[t.tokens[i].start:t.tokens[i].end]
	for _, plural := range [...]string{"ات", "شركتي", "شركتا", "أندية", "بنوك", "مصارف", "أحزاب", "قنوات", "مراكز", "مجالس", "صحف", "محاكم", "لجان"} {
		if strings.HasSuffix(word, plural) {
			return true
		}
	}
	return false
}

// naming reports whether the word k behind the head i makes it the name of one organisation: an adjective or noun with an article, or
// what no common word is.
func (t *Tagger) naming(i, k int) bool {
	w := t.tokens[k].typ
	if w.definite() && w.best == 0 {
		return true
	}
	best := &w.readings[w.best]
	return !t.tokens[i].typ.definite() && (t.inName(k) || best.count.all == 0 || !best.ordinary() && best.count.within > 0)
}

func (t *Tagger) inName(i int) bool {
	for k := t.sentence; k < len(t.names); k++ {
		if n := &t.names[k]; n.first <= i && i < n.behind {
			return true
		}
	}
	return false
}

// lam reports whether ل stands before the stem of a word that what an organisation is for consists of.
func (t *Tagger) lam(i int) bool {
	for _, r := range t.tokens[i].typ.cuts() {
		if r.tail && r.start > 0 {
			tok := t.tokens[i]
			return strings.HasSuffix(t.text[tok.start:tok.start+int(r.start)], "ل")
		}
	}
	return false
}

// behindTail gives the end of an organisation whose last part begins at k: with the noun that the word there is of (لكرة القدم), the
// adjective of it (للخدمات الصحية).
func (t *Tagger) behindTail(k int) int {
	contracted := strings.HasPrefix(t.text[t.tokens[k].start:t.tokens[k].end], "لل")
	k++
	if k >= len(t.tokens) {
		return k
	}
	next := t.tokens[k].typ
	adjective := next.definite() && next.best == 0 && next.kind == arabic.Word
	switch {
	case !contracted && !adjective:
		return 0
	case !contracted, adjective && next.triggers == 0 && !next.isNation() && strings.HasSuffix(t.text[t.tokens[k].start:t.tokens[k].end], "ية"):
		return k + 1
	}
	return k
}

// ministry gives the end of a ministry that begins with its head i, 0 where no field follows: وزارة الخدمة المدنية.
func (t *Tagger) ministry(i int) int {
	head := t.tokens[i].typ
	if !head.licenses.has(kindMinistry) || head.definite() || t.several(i) || !t.field(i+1) {
		return 0
	}
	k := i + 2
	for ; k < len(t.tokens) && k < i+longestHead; k++ {
		w := t.tokens[k].typ
		word := t.text[t.tokens[k].start:t.tokens[k].end]
		and := w.best > 0 && w.readings[w.best].waw && w.definite()
		switch {
		case w.isNation():
			return k
		case and && (strings.HasSuffix(word, "ية") && strings.HasSuffix(t.text[t.tokens[k-1].start:t.tokens[k-1].end], "ية") || t.named(k) > 0.3):
		case w.definite() && w.best == 0 && w.triggers&(triggerFunction|triggerVerb) == 0 && strings.HasSuffix(word, "ية"):
		default:
			return k
		}
	}
	return k
}

// leastBody is how sure the model must be of a head, where others like it seldom begin a name, and of what is joined with "and".
const leastBody = 0.2

// body gives the end of an organisation of which the head i says that it has a name, and a noun with an article what name, 0 where that
// is not so: حزب العدالة والتنمية، مستشفى الرس العام.
func (t *Tagger) body(i int) int {
	head := t.tokens[i].typ
	if head.triggers&triggerOrgHead == 0 || head.definite() || t.several(i) || !t.field(i+1) || t.tokens[i+1].typ.triggers&^triggerTail != 0 || t.inName(i+1) {
		return 0
	}
	if named := head.namesItself(); !named && t.named(i) < leastBody {
		return 0
	}
	k := i + 2
	for ; k < len(t.tokens) && k < i+longestHead; k++ {
		w := t.tokens[k].typ
		and := w.best > 0 && w.readings[w.best].waw && t.named(k) > leastBody
		word := t.text[t.tokens[k].start:t.tokens[k].end]
		adjective := w.best == 0 && w.triggers == 0 && (strings.HasSuffix(word, "ية") || strings.HasSuffix(word, "ي") || word == general)
		if w.kind != arabic.Word || w.isNation() || !w.definite() || !and && !adjective || t.inName(k) {
			break
		}
	}
	return k
}

// general is the adjective of hospitals and offices that has no nisba.
const general = "العام"

// namesItself tells the heads of bodies that have names of their own, as a rule.
func (w *wordType) namesItself() bool {
	switch {
	case w.licenses.has(kindGroup) && !w.licenses.has(kindAid), w.licenses.has(kindFederation), w.licenses.has(kindBroadcaster):
		return false
	}
	return w.licenses.has(kindParty) || w.licenses.has(kindUniversity) || w.licenses.has(kindAid) || w.licenses.has(kindSite)
}

// field reports whether a word is what a ministry is for.
func (t *Tagger) field(i int) bool {
	if i >= len(t.tokens) {
		return false
	}
	w := t.tokens[i].typ
	return w.definite() && w.best == 0 && w.kind == arabic.Word && !w.isNation() && w.triggers&(triggerFunction|triggerVerb|triggerMonth|triggerWeekday) == 0
}

// overWider reports whether a sure name reaches beyond the range, or is an organisation that is the range, with its head or without.
func (t *Tagger) overWider(first, behind int) bool {
	for i := t.sentence; i < len(t.names); i++ {
		n := &t.names[i]
		if n.first < behind && first < n.behind && n.confidence >= Sure &&
			(n.first < first || n.behind > behind || n.typ == Organisation && n.first <= first+1 && n.behind == behind) {
			return true
		}
	}
	return false
}

// put puts a name in the place of all that reach into it.
func (t *Tagger) put(n name) {
	kept := t.names[:t.sentence]
	for _, old := range t.names[t.sentence:] {
		if old.first >= n.behind || old.behind <= n.first {
			kept = append(kept, old)
		}
	}
	t.names = kept
	t.names = append(t.names, n)
}

// growNation takes the adjective of a country into an organisation whose head has an article or is a ministry (المحكمة العليا القبرصية, وزارة
// الداخلية الألمانية): it is a part of such names.
func (t *Tagger) growNation(i int) {
	n := &t.names[i]
	if n.typ != Organisation || n.behind-n.first < 2 || n.behind >= len(t.tokens) {
		return
	}
	head, next := t.tokens[n.first].typ, t.tokens[n.behind].typ
	if head.triggers&triggerOrgHead == 0 || !head.definite() && !head.licenses.has(kindMinistry) || !next.definite() || next.best > 0 || !next.isNation() ||
		t.inName(n.behind) {
		return
	}
	n.behind++
}
