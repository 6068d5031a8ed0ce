package entity

import "slices"

// link says that a mention names, in its article, what another form of the article names more fully.
type link struct {
	mention uint32 // index in the article, with earlyBit and unsureBit
	full    formID
}

const (
	earlyBit  = 1 << 31 // it stands before every mention of the full form: whoever is known by the short name everywhere may be meant
	unsureBit = 1 << 30 // several full forms of the article are possible
)

func newLink(mention uint32, full formID, early, unsure bool) link {
	if early {
		mention |= earlyBit
	}
	if unsure {
		mention |= unsureBit
	}
	return link{mention, full}
}

func (l *link) of() uint32   { return l.mention &^ (earlyBit | unsureBit) }
func (l *link) early() bool  { return l.mention&earlyBit != 0 }
func (l *link) unsure() bool { return l.mention&unsureBit != 0 }

// local is a form of the article in hand.
type local struct {
	form   formID
	places []uint32 // indexes of its mentions
}

// link finds the mentions that other names of the article say more of, by the article alone: family names behind full names, ministries
// behind their country, the beginning of a long name.
func (b *Builder) link(r *record) []link {
	locals := b.locals(r)
	var links []link
	longer := map[formID]formID{}
	for i := range locals {
		switch full := b.forms.longer(locals, i); {
		case len(full) == 1:
			longer[locals[i].form] = full[0]
			links = linkAll(links, locals[i], places(locals, full[0]), full)
		case len(full) > 1 && b.forms.list[full[0]].typ == Organisation:
			links = linkNearest(links, locals[i], locals, full)
		}
	}
	for _, l := range locals {
		if m := &b.forms.list[l.form]; m.typ != Person || !m.short.True() {
			continue
		}
		full := b.forms.fullNames(locals, l.form)
		for i, f := range full {
			if to, ok := longer[f]; ok {
				full[i] = to
			}
		}
		slices.Sort(full)
		full = slices.Compact(full)
		if len(full) == 1 {
			links = linkAll(links, l, places(locals, full[0]), full)
		} else if len(full) > 1 {
			links = linkNearest(links, l, locals, full)
		}
	}
	slices.SortFunc(links, func(a, b link) int { return int(a.of()) - int(b.of()) })
	return slices.Clip(links)
}

// locals gives the forms of the people, places and organisations of an article, in the order of their first mentions.
func (b *Builder) locals(r *record) []local {
	var locals []local
	index := map[formID]int{}
	for i := range r.mentions {
		form := b.surfaces[r.mentions[i].of()].form
		if typ := b.forms.list[form].typ; typ != Person && typ != Organisation {
			continue
		}
		at, ok := index[form]
		if !ok {
			at = len(locals)
			index[form] = at
			locals = append(locals, local{form: form})
		}
		locals[at].places = append(locals[at].places, uint32(i))
	}
	return locals
}

func places(locals []local, form formID) []uint32 {
	for _, l := range locals {
		if l.form == form {
			return l.places
		}
	}
	return nil
}

// linkAll links all mentions of a form to the only full form there is.
func linkAll(links []link, l local, full []uint32, to []formID) []link {
	for _, m := range l.places {
		links = append(links, newLink(m, to[0], m < full[0], false))
	}
	return links
}

// linkNearest links each mention of a form to the full form that was mentioned last before it; where none was, to the first.
func linkNearest(links []link, l local, locals []local, full []formID) []link {
	for _, m := range l.places {
		best, at, first, firstAt := formID(nothing), uint32(0), formID(nothing), uint32(nothing)
		for _, f := range full {
			for _, p := range places(locals, f) {
				if p < m && (best == nothing || p > at) {
					best, at = f, p
				}
				if p < firstAt {
					first, firstAt = f, p
				}
			}
		}
		if best == nothing {
			best = first
		}
		links = append(links, newLink(m, best, m < firstAt, true))
	}
	return links
}

// fullNames gives the full names of the article whose family name the short one is; if there are none, the only one whose given
// name it is.
func (f *forms) fullNames(locals []local, short formID) []formID {
	part := f.partsOf(short)[0]
	var tails, heads []formID
	for _, l := range locals {
		m := &f.list[l.form]
		if m.typ != Person || m.short.True() {
			continue
		}
		if f.endsIn(l.form, part) {
			tails = append(tails, l.form)
		}
		if f.partsOf(l.form)[0] == part && f.consonants(part) > 1 {
			heads = append(heads, l.form)
		}
	}
	if len(tails) == 0 && len(heads) == 1 {
		return heads
	}
	return tails
}

// endsIn reports whether a full name may be called by a part: its last, or its last two where the first of them is a particle.
func (f *forms) endsIn(full formID, part uint32) bool {
	parts := f.partsOf(full)
	n := len(parts)
	if f.alike(parts[n-1], part) {
		return true
	}
	if n < 3 || !particle(f.part(parts[n-2])) {
		return false
	}
	return f.alike(f.partOf(f.part(parts[n-2])+f.part(parts[n-1])), part)
}

// alike reports whether two parts that stand alone may be spellings of one name.
func (f *forms) alike(a, b uint32) bool {
	return f.known[a].skeleton == f.known[b].skeleton && f.sameName(a, b, true)
}

// longer gives the other forms of the article that say in more words what the form at i says.
func (f *forms) longer(locals []local, i int) []formID {
	var found []formID
	a := locals[i]
	for _, b := range locals {
		if b.form != a.form && f.list[b.form].typ == f.list[a.form].typ && f.extends(b, a) {
			found = append(found, b.form)
		}
	}
	return found
}

// extends reports whether the longer form names in its article what the shorter one does.
func (f *forms) extends(long, short local) bool {
	l, s := f.partsOf(f.list[long.form].known), f.partsOf(f.list[short.form].known)
	if len(l) <= len(s) {
		return false
	}
	if f.list[long.form].typ == Person {
		if len(s) < 2 {
			return false
		}
		return slices.Equal(l[:len(s)], s) || len(s) == 2 && l[0] == s[0] && l[len(l)-1] == s[1]
	}
	return f.abbreviates(long, short, l, s)
}

// abbreviates reports whether the shorter name of an organisation stands for the longer: its country left out, or its end
// left out after it was named in full, or its beginning where that is no generic word. Names that the lists have stand for themselves.
func (f *forms) abbreviates(long, short local, l, s []uint32) bool {
	words := make([]string, len(s))
	for i, p := range s {
		words[i] = f.part(p)
	}
	if f.lists.hasOrganisation(words) {
		return false
	}
	if len(s) == 1 && f.lists.word(words[0]).triggers != 0 {
		return false
	}
	if slices.Equal(l[:len(s)], s) {
		if rest := f.part(l[len(s)]); len(l) == len(s)+1 && rest[:1] == nationMark {
			return true
		}
		return long.places[0] < short.places[0]
	}
	head := f.lists.word(f.part(l[0])) // وزارة الحرس الوطني is not الحرس الوطني
	return len(s) > 1 && head.triggers&triggerOrgHead == 0 && slices.Equal(l[len(l)-len(s):], s)
}
