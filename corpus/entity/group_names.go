package entity

import "slices"

// What it takes to say of a family name that one person is meant by it, where several have it. The shares were chosen on hand-made
// cases; what they must keep apart is two people of the news with one name (هيلاري and بيل كلينتون), each of whom has a tenth or more.
const (
	nearlyAll    = 0.9
	fewArticles  = 3
	manyArticles = 10
)

// candidate is a person who may be meant by a short form.
type candidate struct {
	root     formID
	mentions uint32 // of the full names
	articles uint32 // in which the short form stands for a full name
}

// candidates are the people who may be meant by one short form, however it is spelled.
type candidates struct {
	forms []formID // the spellings
	tails []candidate
	heads []candidate // by their given names
	given bool        // others have it as a given name
}

// joinNames joins short names with full ones, and full ones with fuller ones. All decisions are taken before any is carried out, so that
// none depends on another.
func (g *grouping) joinNames(pairs []pair) {
	given := g.givenNames()
	byShort := map[formID][]pair{}
	for _, p := range pairs {
		if p.articles > 0 {
			root := g.find(p.short)
			byShort[root] = append(byShort[root], p)
		}
	}
	shorts := g.shortNames()
	var joined [][2]formID
	for root, forms := range shorts {
		c := g.candidatesOf(forms, byShort[root], given)
		to, strong := c.decide()
		for _, f := range forms {
			g.strong[f] = strong
		}
		if to != nothing {
			joined = append(joined, [2]formID{forms[0], to})
		}
	}
	for root, pairs := range byShort {
		if _, ok := shorts[root]; ok {
			continue
		}
		if to := g.fuller(root, pairs); to != nothing {
			joined = append(joined, [2]formID{root, to})
		}
	}
	for _, j := range joined {
		g.join(j[0], j[1])
	}
}

// shortNames gives the short forms that occur, by the root of their spellings.
func (g *grouping) shortNames() map[formID][]formID {
	roots := make(map[formID][]formID, len(g.shorts))
	for _, f := range g.shorts {
		if g.alive[f] && !g.alone[f] {
			root := g.find(f)
			roots[root] = append(roots[root], f)
		}
	}
	return roots
}

// givenNames counts the full names that begin with each part.
func (g *grouping) givenNames() []uint32 {
	given := make([]uint32, g.partKeys.len())
	for i := range g.list {
		if f := &g.list[i]; f.typ == Person && !f.short.True() && g.alive[i] {
			given[g.parts[f.first]]++
		}
	}
	return given
}

// candidatesOf gathers who may be meant by the spellings of a short form.
func (g *grouping) candidatesOf(forms []formID, pairs []pair, given []uint32) candidates {
	c := candidates{forms: forms}
	seen := map[formID]bool{}
	for _, f := range forms {
		part := g.partsOf(f)[0]
		c.given = c.given || given[part] > 0 || g.known[part].native.True() && !hasArticle(g.part(part))
		for n := g.tails[g.known[part].skeleton]; n != nothing; n = g.tailNodes[n].next {
			t := g.tailNodes[n]
			if seen[t.form] || !g.alive[t.form] || g.alone[t.form] || !g.sameName(t.part, part, true) {
				continue
			}
			seen[t.form] = true
			c.tails = addCandidate(c.tails, candidate{g.find(t.form), g.mentions[t.form], 0})
		}
	}
	for _, p := range pairs {
		if !g.alive[p.full] || g.alone[p.full] {
			continue
		}
		to := &c.heads
		if slices.ContainsFunc(c.tails, func(t candidate) bool { return t.root == g.find(p.full) }) {
			to = &c.tails
		}
		*to = addCandidate(*to, candidate{g.find(p.full), 0, p.articles})
	}
	return c
}

// hasArticle tells the parts that are no given names.
func hasArticle(part string) bool { return len(part) > 4 && part[:4] == "ال" }

func addCandidate(list []candidate, c candidate) []candidate {
	for i := range list {
		if list[i].root == c.root {
			list[i].mentions += c.mentions
			list[i].articles += c.articles
			return list
		}
	}
	return append(list, c)
}

// decide gives who is meant by a short form where its article does not say; nothing where that is not known. strong says that hardly
// anybody else is ever meant.
func (c *candidates) decide() (to formID, strong bool) {
	switch len(c.tails) {
	case 0: // a given name alone: صدام
		if best, share := mostArticles(c.heads); best.articles >= fewArticles && share >= nearlyAll {
			return best.root, false
		}
		return nothing, false
	case 1:
		only := c.tails[0]
		if c.given && only.articles == 0 {
			return nothing, false
		}
		return only.root, only.articles >= manyArticles
	}
	best, share := mostArticles(c.tails)
	all := uint32(0)
	for _, t := range c.tails {
		all += t.mentions
	}
	if best.articles < fewArticles || share < nearlyAll || float64(best.mentions) < nearlyAll*float64(all) {
		return nothing, false
	}
	return best.root, best.articles >= manyArticles
}

// mostArticles gives the candidate for whom the short form stands most often, and its share of all.
func mostArticles(list []candidate) (best candidate, share float64) {
	all := uint32(0)
	for _, c := range list {
		all += c.articles
		if c.articles > best.articles {
			best = c
		}
	}
	if all == 0 {
		return best, 0
	}
	return best, float64(best.articles) / float64(all)
}

// fuller gives the longer name that a full name stands for wherever both are in one article, if it is always the same.
func (g *grouping) fuller(root formID, pairs []pair) formID {
	var list []candidate
	for _, p := range pairs {
		if f := g.find(p.full); f != root && g.alive[p.full] && g.alive[p.short] {
			list = addCandidate(list, candidate{root: f, articles: p.articles})
		}
	}
	if best, share := mostArticles(list); share >= nearlyAll {
		return best.root
	}
	return nothing
}
