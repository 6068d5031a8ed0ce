package entity

import (
	"cmp"
	"slices"
)

// grouping finds which forms name one thing, from all that is in a builder. It decides by what the names are, never by their numbers, so
// that the order in which articles were added changes nothing.
type grouping struct {
	*forms
	parent   []formID // of each form: see find
	mentions []uint32 // of each form: outside of repeats
	alive    []bool   // the form occurs
	alone    []bool   // the reader has made the form an entity of its own
	strong   []bool   // of a short form: nearly always the same person is meant by it
	display  []bool   // the form is what the lists know others as
}

// group groups the forms, with the reader's corrections.
func (b *Builder) group(e Edits) *grouping {
	n := len(b.forms.list)
	g := &grouping{
		forms: &b.forms, parent: make([]formID, n), mentions: make([]uint32, n),
		alive: make([]bool, n), alone: make([]bool, n), strong: make([]bool, n), display: make([]bool, n),
	}
	for i := range g.parent {
		g.parent[i] = formID(i)
	}
	for i := range b.surfaces {
		t := &b.tallies[i]
		form := b.surfaces[i].form
		g.mentions[form] += t.counted
		if t.all > 0 {
			g.alive[form] = true
		}
	}
	for _, s := range e.Split {
		if form, ok := b.forms.find(s.Type, s.Text); ok {
			g.alone[form] = true
		}
	}
	g.joinKnown()
	g.joinSpellings()
	g.joinNames(b.evidence.pairs)
	g.mergeAll(e.Merged)
	return g
}

// find gives the form that stands for all that are joined with one.
func (g *grouping) find(f formID) formID {
	for g.parent[f] != f {
		g.parent[f] = g.parent[g.parent[f]]
		f = g.parent[f]
	}
	return f
}

// join makes two forms name one thing, if the reader has not taken one of them apart.
func (g *grouping) join(a, b formID) {
	if !g.alone[a] && !g.alone[b] {
		g.union(a, b)
	}
}

// union joins; the lower number stands for both. Nothing may depend on which it is.
func (g *grouping) union(a, b formID) {
	a, b = g.find(a), g.find(b)
	if a > b {
		a, b = b, a
	}
	g.parent[b] = a
}

// mergeAll joins entities as the reader says. A spelling that no longer leads to one does nothing.
func (g *grouping) mergeAll(merged []Merge) {
	if len(merged) == 0 {
		return
	}
	occurs := make([]bool, len(g.list))
	for i, alive := range g.alive {
		if alive {
			occurs[g.find(formID(i))] = true
		}
	}
	var pairs [][2]formID
	for _, m := range merged {
		a, okA := g.forms.find(m.A.Type, m.A.Text)
		b, okB := g.forms.find(m.B.Type, m.B.Text)
		if okA && okB && occurs[g.find(a)] && occurs[g.find(b)] {
			pairs = append(pairs, [2]formID{a, b})
		}
	}
	for _, p := range pairs {
		g.union(p[0], p[1])
	}
}

// joinKnown joins forms with what the lists know them as, and with their bare forms where these occur.
func (g *grouping) joinKnown() {
	for i := range g.list {
		f := &g.list[i]
		if f.known != formID(i) && g.alive[i] {
			g.join(formID(i), f.known)
			g.display[f.known] = true
		}
		if f.bare != nothing && g.alive[i] && g.alive[f.bare] {
			g.join(formID(i), f.bare)
		}
	}
}

// joinSpellings joins the spellings of one name: forms of equally many parts, all of which sound alike. The most frequent come first,
// and each takes the spellings that it is like.
func (g *grouping) joinSpellings() {
	var forms []formID
	for _, b := range g.shared {
		forms = forms[:0]
		for f := g.blocks[b].head; f != nothing; f = g.list[f].next {
			if g.alive[f] {
				forms = append(forms, f)
			}
		}
		if len(forms) < 2 {
			continue
		}
		slices.SortFunc(forms, g.byFrequency)
		heads := 1
		for _, f := range forms[1:] {
			at := slices.IndexFunc(forms[:heads], func(head formID) bool { return g.spells(head, f) })
			if at >= 0 {
				g.join(forms[at], f)
				continue
			}
			forms[heads] = f
			heads++
		}
	}
}

// byFrequency puts more frequent forms first; of equal ones the order of their letters decides.
func (g *grouping) byFrequency(a, b formID) int {
	return cmp.Or(cmp.Compare(g.mentions[b], g.mentions[a]), slices.Compare(g.keys.text(a), g.keys.text(b)))
}

// spells reports whether two forms, whose parts have the same skeletons, are spellings of one name.
func (g *grouping) spells(a, b formID) bool {
	if g.list[a].typ != Person && g.list[a].known != a && g.list[b].known != b {
		return false // the lists know them as two
	}
	x, y := g.partsOf(a), g.partsOf(b)
	if len(x) != len(y) { // blocks are found by a hash
		return false
	}
	alone, consonants := len(x) == 1, 0
	for i := range x {
		if g.known[x[i]].skeleton != g.known[y[i]].skeleton || !g.sameName(x[i], y[i], alone) {
			return false
		}
		consonants += g.consonants(x[i])
	}
	if g.list[a].typ != Person {
		return consonants >= 4 && !g.listed(a) && !g.listed(b)
	}
	return consonants >= 3
}

// displayed reports whether a form is the display name that the lists have for others.
func (g *grouping) displayed(f formID) bool { return g.display[f] }

// listed reports whether the lists have a place or an organisation under just the words of a form.
func (g *grouping) listed(f formID) bool {
	if g.list[f].known != f {
		return true
	}
	var words []string
	for _, p := range g.partsOf(f) {
		words = append(words, g.part(p))
	}
	for _, i := range g.lists.whole(words) {
		if k := g.lists.entry(i).Kind; k.place() || k.organisation() {
			return true
		}
	}
	return false
}
