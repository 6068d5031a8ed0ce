package entity

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// The sections of the packed lists. A section begins with a line of sectionMark and its name.
const (
	sectionMark     = "="
	sectionPersons  = "persons"  // lines "name bucket", normalised and sorted
	sectionTriggers = "triggers" // lines "words classes kinds"
)

// adjectiveMark stands in the name of an organisation for the adjective of a country, feminineMark for a feminine one: الجيش @ is
// الجيش الإسرائيلي, الخارجية @@ is الخارجية الروسية, and (وزير) الخارجية الروسي is neither.
const (
	adjectiveMark = "@"
	feminineMark  = "@@"
)

// feminineEnding is ة in a normalised word.
const feminineEnding = "ه"

// The fields of a packed line, divided by tabs; those at the end may be missing.
const (
	fieldKey  = iota // the words of the name as they are compared, a space between each two; "" where they are the name
	fieldName        // as it is displayed
	fieldKind
	fieldCountry
	fieldCanonical // "" where it is the name
	fieldContext   // names of contexts, divided by commas
	fieldLatin
	fieldCount
)

// A line of a trigger has others behind the name.
const (
	fieldClasses  = fieldKind
	fieldLicenses = fieldCountry // the kinds that it announces
)

// listParser builds lists from their text.
type listParser struct {
	*lists
	kinds    map[string]listKind
	contexts map[string]listContext
	classes  map[string]trigger
	ends     []ending
	nodes    node
	ids      []wordID // of the words of the line in hand
	last     string   // the last of these words
	nationOf map[nation]uint16
}

// ending is an entry and the sequence of words that it is.
type ending struct {
	at    node
	entry int32
}

// parseLists builds lists from the packed text.
func parseLists(text string) (*lists, error) {
	lines := strings.Count(text, "\n")
	words := lines // by and large as many as there are names, and as many steps from word to word
	p := listParser{
		lists: &lists{
			words:    make(map[string]word, words),
			edges:    newEdges(words),
			list:     make([]listEntry, 0, lines),
			nations:  make([]nation, 1, 1<<9),
			feminine: make(map[wordID]bool, 1<<10),
			onward:   make([]onward, 1, words),
		},
		kinds:    make(map[string]listKind, kindEnd),
		contexts: make(map[string]listContext, len(listContexts)),
		classes:  make(map[string]trigger, len(triggers)),
		nationOf: make(map[nation]uint16, 1<<9),
	}
	for k, name := range listKinds {
		p.kinds[name] = listKind(k)
	}
	for i, name := range listContexts {
		p.contexts[name] = 1 << i
	}
	for i, name := range triggers {
		p.classes[name] = 1 << i
	}
	p.words[adjectiveMark], p.words[feminineMark] = word{id: anyMasculine}, word{id: anyFeminine}
	for section := range strings.SplitSeq(text, sectionMark) {
		name, body, _ := strings.Cut(section, "\n")
		if err := p.section(name, body); err != nil {
			return nil, fmt.Errorf("list %s: %w", name, err)
		}
	}
	p.finish()
	return p.lists, nil
}

// section reads the lines of one list.
func (p *listParser) section(name, body string) error {
	read := p.entryLine
	switch name {
	case sectionPersons:
		p.persons = newPersonNames(body)
		return nil
	case sectionTriggers:
		read = p.triggerLine
	}
	fields := new([fieldCount]string)
	for line := range strings.Lines(body) {
		clear(fields[:])
		if err := read(splitFields(strings.TrimSuffix(line, "\n"), fields)); err != nil {
			return fmt.Errorf("%q: %w", line, err)
		}
	}
	return nil
}

// splitFields divides a line at its tabs into fields. What lies behind the last field stays in it.
func splitFields(line string, fields *[fieldCount]string) *[fieldCount]string {
	for i := range fields {
		tab := strings.IndexByte(line, '\t')
		if tab < 0 {
			fields[i] = line
			break
		}
		fields[i], line = line[:tab], line[tab+1:]
	}
	return fields
}

// entryLine reads a line "name kind country canonical context latin".
func (p *listParser) entryLine(fields *[fieldCount]string) error {
	kind, ok := p.kinds[fields[fieldKind]]
	if !ok || kind == kindNone {
		return fmt.Errorf("no kind %q", fields[fieldKind])
	}
	e := listEntry{
		Kind: kind, Name: fields[fieldName], Country: fields[fieldCountry],
		Canonical: cmp.Or(fields[fieldCanonical], fields[fieldName]), Latin: fields[fieldLatin],
	}
	if fields[fieldContext] != "" {
		for name := range strings.SplitSeq(fields[fieldContext], ",") {
			context, ok := p.contexts[name]
			if !ok {
				return fmt.Errorf("no context %q", name)
			}
			e.Context |= context
		}
	}
	p.number(fields)
	if kind == kindNationality && strings.HasSuffix(p.last, feminineEnding) {
		p.feminine[p.ids[len(p.ids)-1]] = true
	}
	if len(p.ids) == 1 && (kind == kindNationality || kind == kindPeople) {
		p.nationality(e)
	}
	p.list = append(p.list, e)
	p.ends = append(p.ends, ending{p.walk(), int32(len(p.list) - 1)})
	return nil
}

// nationality marks the word in hand as one of a country's.
func (p *listParser) nationality(e listEntry) {
	of := nation{Name: e.Canonical, Country: e.Country}
	n, ok := p.nationOf[of]
	if !ok {
		n = uint16(len(p.nations))
		p.nations = append(p.nations, of)
		p.nationOf[of] = n
	}
	if w := p.words[p.last]; w.nation == 0 {
		w.nation = n
		p.words[p.last] = w
	}
}

// triggerLine reads a line "words classes kinds".
func (p *listParser) triggerLine(fields *[fieldCount]string) error {
	var classes trigger
	for name := range strings.SplitSeq(fields[fieldClasses], ",") {
		class, ok := p.classes[name]
		if !ok && name != "" {
			return fmt.Errorf("no class %q", name)
		}
		classes |= class
	}
	var licenses kindSet
	for name := range strings.SplitSeq(fields[fieldLicenses], ",") {
		kind, ok := p.kinds[name]
		if !ok {
			return fmt.Errorf("no kind %q", name)
		}
		if kind != kindNone {
			licenses |= 1 << kind
		}
	}
	p.number(fields)
	if len(p.ids) > 1 {
		p.list = append(p.list, listEntry{Kind: kindTrigger, Name: fields[fieldName], Canonical: fields[fieldName], Triggers: classes, Licenses: licenses})
		p.ends = append(p.ends, ending{p.walk(), int32(len(p.list) - 1)})
		return nil
	}
	w := p.words[p.last]
	w.triggers |= classes
	w.licenses |= licenses
	p.words[p.last] = w
	return nil
}

// number sets ids to the numbers of the words of a line.
func (p *listParser) number(fields *[fieldCount]string) {
	p.ids = p.ids[:0]
	rest := cmp.Or(fields[fieldKey], fields[fieldName])
	for more := true; more; {
		var key string
		key, rest, more = strings.Cut(rest, " ")
		w, ok := p.words[key]
		if !ok {
			w.id = wordID(len(p.words) + 1)
			p.words[key] = w
		}
		p.ids, p.last = append(p.ids, w.id), key
	}
}

// walk gives the sequence of the words in hand, making it where it is new.
func (p *listParser) walk() node {
	at := node(0)
	for _, id := range p.ids {
		next, ok := p.edges.find(at, id)
		if !ok {
			p.nodes++
			next = p.nodes
			p.edges.add(at, id, next)
			for len(p.onward) <= int(next) {
				p.onward = append(p.onward, 0)
			}
			p.onward[at] |= goesOn
			if id == anyMasculine || id == anyFeminine {
				p.onward[at] |= toAdjective
			}
		}
		at = next
	}
	return at
}

// finish puts what ends at one sequence side by side, in the order of the files.
func (p *listParser) finish() {
	p.some = newWordFilter()
	for w := range p.words {
		p.some.add(hashString(0, w))
	}
	p.entries = make([]spans, p.nodes+1)
	for _, end := range p.ends {
		p.entries[end.at].count++
	}
	first := int32(0)
	for i := range p.entries {
		p.entries[i].first = first
		first += p.entries[i].count
		p.entries[i].count = 0
	}
	p.shared = make([]int32, len(p.ends))
	for _, end := range p.ends {
		s := &p.entries[end.at]
		p.shared[s.first+s.count] = end.entry
		s.count++
	}
}

// bucket gives the digit behind the name, 0 where the name is not there.
func (p *personNames) bucket(name string) int {
	i, found := slices.BinarySearchFunc(p.lines, name, func(line uint32, name string) int {
		rest := p.text[line:]
		end := strings.IndexByte(rest, '\t')
		return strings.Compare(rest[:max(end, 0)], name)
	})
	if !found {
		return 0
	}
	return int(p.text[int(p.lines[i])+len(name)+1] - '0')
}
