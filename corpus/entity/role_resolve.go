package entity

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// storedRole is a role phrase of an article.
type storedRole struct {
	phrase     uint32
	start, end uint32
	mention    int32
}

// storeRoles keeps the role phrases of an article.
func (b *Builder) storeRoles(roles []Role) []storedRole {
	if len(roles) == 0 {
		return nil
	}
	list := make([]storedRole, len(roles))
	for i, r := range roles {
		phrase, _ := b.phrases.id([]byte(r.Phrase))
		list[i] = storedRole{phrase: phrase, start: uint32(r.Start), end: uint32(r.End), mention: int32(r.Mention)}
	}
	return list
}

// ResolvedRole is a role phrase and the person behind it.
type ResolvedRole struct {
	Role
	Entity ID // -1 where nothing in the folder says who it is
}

// officeKey is a role phrase as it is compared.
type officeKey struct {
	office string // without its article
	body   string // what it belongs to: الدفاع, الكرملين
	nation string // the country, of an adjective or by its name
}

// holding is evidence: in an article, a person has a role.
type holding struct {
	entity ID
	doc    int32
	date   int32
}

// roleIndex is the evidence of a folder.
type roleIndex struct {
	once  sync.Once
	keys  []officeKey // by phrase
	exact map[officeKey][]holding
	loose map[officeKey][]holding // without the body

	countries map[citizen]string // whose office it is said to be
}

// citizen is a person in an office.
type citizen struct {
	entity ID
	office string
}

// Roles gives the role phrases of an article in their order. A phrase that stands alone is resolved by the names that stand beside the
// same phrase: in the article, else in the folder, nearest in time; a phrase that says less, by the only person whom it fits.
func (x *Index) Roles(doc int32) []ResolvedRole {
	if doc < 0 || int(doc) >= len(x.docs) || x.docs[doc] == nil {
		return nil
	}
	x.offices.once.Do(x.indexRoles)
	r := x.docs[doc]
	here := x.holdings(r)
	list := make([]ResolvedRole, len(r.roles))
	for i, role := range r.roles {
		list[i] = ResolvedRole{Entity: -1, Role: Role{
			Phrase: string(x.phrases.text(role.phrase)), Mention: int(role.mention), Start: int(role.start), End: int(role.end),
		}}
		list[i].Entity = x.holder(r, role, here)
	}
	return list
}

// OfMention gives the entity that the i-th mention of an article names, as Mentions does; -1 where there is no such mention.
func (x *Index) OfMention(doc int32, i int) ID {
	if doc < 0 || int(doc) >= len(x.docs) || x.docs[doc] == nil || i < 0 {
		return -1
	}
	return x.entityOf(x.docs[doc], int32(i))
}

// OfRole gives the person behind the i-th role phrase of an article, as Roles does; -1 where there is no such phrase.
func (x *Index) OfRole(doc int32, i int) ID {
	if doc < 0 || int(doc) >= len(x.docs) || x.docs[doc] == nil || i < 0 || i >= len(x.docs[doc].roles) {
		return -1
	}
	x.offices.once.Do(x.indexRoles)
	r := x.docs[doc]
	return x.holder(r, r.roles[i], x.holdings(r))
}

// holder gives the person behind a role phrase of an article, by the roles that the article says who has.
func (x *Index) holder(r *record, role storedRole, here []held) ID {
	if role.mention >= 0 {
		return x.entityOf(r, role.mention)
	}
	return x.behind(x.offices.keys[role.phrase], here, r.date)
}

// held is a role of the article in hand.
type held struct {
	officeKey
	entity ID
}

// holdings gives the roles that an article says who has.
func (x *Index) holdings(r *record) []held {
	var list []held
	for _, role := range r.roles {
		if role.mention >= 0 && int(role.mention) < len(r.mentions) {
			list = append(list, held{x.offices.keys[role.phrase], x.entityOf(r, role.mention)})
		}
	}
	return list
}

// entityOf gives the entity of a mention of an article.
func (x *Index) entityOf(r *record, mention int32) ID {
	if int(mention) >= len(r.mentions) {
		return -1
	}
	at, found := slices.BinarySearchFunc(r.links, uint32(mention), func(l link, m uint32) int { return cmp.Compare(l.of(), m) })
	if found {
		return x.resolve(&r.mentions[mention], &r.links[at])
	}
	return x.resolve(&r.mentions[mention], nil)
}

// behind gives the person behind a phrase that stands alone; -1 where that is not known.
func (x *Index) behind(k officeKey, here []held, date int32) ID {
	for _, h := range slices.Backward(here) {
		if h.officeKey == k {
			return h.entity
		}
	}
	if id := only(here, k); id >= 0 {
		return id
	}
	if k.nation != "" || k.body != "" {
		if id := nearest(x.offices.exact[k], date); id >= 0 {
			return id
		}
	}
	if k.body != "" {
		return -1
	}
	if id := sole(x.offices.loose[officeKey{office: k.office, nation: k.nation}]); id >= 0 && (k.nation == "" || partial(k.office)) {
		return id
	}
	if id := sole(x.offices.exact[officeKey{office: k.office}]); id >= 0 && x.offices.countries[citizen{id, k.office}] == "" {
		return id
	}
	return -1
}

// fits reports whether a phrase that stands alone may mean a role that says more.
func (k officeKey) fits(full officeKey) bool {
	if k.office != full.office || k.nation != "" && k.nation != full.nation {
		return false
	}
	return k.body == full.body || k.body == "" && partial(k.office)
}

// partial tells the offices whose short form says less: الوزير الروسي is وزير الخارجية الروسي, but الرئيس الروسي is no رئيس الوزراء.
func partial(office string) bool { return office != "رييس" && office != "رييسه" }

// only gives the only person of the article whom a phrase fits, -1 for none or several.
func only(here []held, k officeKey) ID {
	id := ID(-1)
	for _, h := range here {
		if !k.fits(h.officeKey) || h.entity == id {
			continue
		}
		if id >= 0 {
			return -1
		}
		id = h.entity
	}
	return id
}

// nearest gives who has a role in the articles nearest to a day, the most frequent where several are; where a day is not known, the most
// frequent of all. -1 where nobody has it.
func nearest(list []holding, date int32) ID {
	best := int64(-1)
	votes := map[ID]int{}
	for _, h := range list {
		distance := int64(0)
		if date != 0 {
			distance = 1 << 32 // a day that is not known is further than any
			if h.date != 0 {
				distance = max(int64(date)-int64(h.date), int64(h.date)-int64(date))
			}
		}
		if best < 0 || distance < best {
			best = distance
			clear(votes)
		}
		if distance == best {
			votes[h.entity]++
		}
	}
	id := ID(-1)
	for e, n := range votes {
		if id < 0 || n > votes[id] || n == votes[id] && e < id {
			id = e
		}
	}
	return id
}

// sole gives the only person in a list, -1 for none or several.
func sole(list []holding) ID {
	id := ID(-1)
	for _, h := range list {
		if id >= 0 && h.entity != id {
			return -1
		}
		id = h.entity
	}
	return id
}

// indexRoles collects the evidence of the folder.
func (x *Index) indexRoles() {
	o := &x.offices
	o.exact, o.loose, o.countries = map[officeKey][]holding{}, map[officeKey][]holding{}, map[citizen]string{}
	o.keys = make([]officeKey, x.phrases.len())
	for p := range o.keys {
		o.keys[p] = x.lists().officeKey(string(x.phrases.text(uint32(p))))
	}
	for doc, r := range x.docs {
		if r == nil {
			continue
		}
		for _, role := range r.roles {
			if role.mention < 0 {
				continue
			}
			k, h := o.keys[role.phrase], holding{x.entityOf(r, role.mention), int32(doc), r.date}
			o.exact[k] = append(o.exact[k], h)
			if k.nation != "" {
				o.countries[citizen{h.entity, k.office}] = k.nation
			}
			k.body = ""
			o.loose[k] = append(o.loose[k], h)
		}
	}
}

// officeKey gives a phrase as it is compared: offices of one meaning made one, without words that do not tell offices apart.
func (l *lists) officeKey(phrase string) officeKey {
	var k officeKey
	var body []string
	for i, w := range nameWords(phrase) {
		if i == 0 {
			k.office = strings.TrimPrefix(w, "ال")
			if k.office == "ناطق" {
				k.office = "متحدث"
			}
			continue
		}
		if strings.HasPrefix(w, "لل") {
			w = "ا" + strings.TrimPrefix(w, "ل")
		}
		if n, ok := l.nation(l.word(w)); ok {
			k.nation = strings.Join(nameWords(n.Name), " ")
			continue
		}
		switch w {
		case "باسم", "الرسمي", "الرسميه", "الاعلي", "الحالي", "الجديد", "الجديده":
			continue
		}
		if country, ok := l.country(w); ok && k.nation == "" {
			k.nation = country
			continue
		}
		body = append(body, w)
	}
	k.body = strings.Join(body, " ")
	return k
}

// country gives the display name of a country that a word names, normalised.
func (l *lists) country(w string) (string, bool) {
	for _, i := range l.whole([]string{w}) {
		if e := l.entry(i); e.Kind == kindCountry {
			return strings.Join(nameWords(e.Canonical), " "), true
		}
	}
	return "", false
}

func (l *lists) isCountry(w string) bool {
	_, ok := l.country(w)
	return ok
}
