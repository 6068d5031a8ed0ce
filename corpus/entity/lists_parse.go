package entity

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"jarida/corpus/arabic"
)

// The sections of the packed lists. A section begins with a line of sectionMark and its name.
const (
	sectionMark     = "="
	sectionPersons  = "persons"  // lines "name bucket", normalised and sorted
	sectionTriggers = "triggers" // lines "words classes kinds"
)

// The fields of a line of a list, divided by tabs; those at the end may be missing.
const (
	fieldName = iota
	fieldKind
	fieldCountry
	fieldCanonical // "" where it is the name
	fieldContext   // names of contexts, divided by commas
	fieldLatin
	fieldCount
)

// listParser builds lists from their text.
type listParser struct {
	*lists
	kinds    map[string]listKind
	contexts map[string]listContext
	classes  map[string]trigger
	ends     []ending
	nodes    node
	key      []byte
	tokens   []arabic.Token
	ids      []wordID
	nationOf map[nation]uint16
}

// ending is an entry and the sequence of words that it is.
type ending struct {
	at    node
	entry int32
}

// parseLists builds lists from the packed text.
func parseLists(text string) (*lists, error) {
	const words, entries = 1 << 15, 1 << 14 // the next powers of two over what there is, so that no map grows
	p := listParser{
		lists: &lists{
			words:   make(map[string]word, words),
			edges:   make(map[edge]node, words),
			entries: make(map[node]spans, entries),
			list:    make([]listEntry, 0, entries),
			nations: make([]nation, 1, 1<<9),
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
	for line := range strings.Lines(body) {
		var fields [fieldCount]string
		if err := read(splitFields(strings.TrimSuffix(line, "\n"), &fields)); err != nil {
			return fmt.Errorf("%q: %w", line, err)
		}
	}
	return nil
}

// splitFields divides a line at its tabs into fields. What lies behind the last field stays in it.
func splitFields(line string, fields *[fieldCount]string) *[fieldCount]string {
	for i := range fields {
		fields[i], line, _ = strings.Cut(line, "\t")
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
	for name := range strings.SplitSeq(fields[fieldContext], ",") {
		context, ok := p.contexts[name]
		if !ok && name != "" {
			return fmt.Errorf("no context %q", name)
		}
		e.Context |= context
	}
	if !p.wordsOf(e.Name) {
		return fmt.Errorf("no words in %q", e.Name)
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
	key := string(p.key)
	w := p.lists.words[key]
	if w.nation == 0 {
		w.nation = n
	}
	p.lists.words[key] = w
}

// triggerLine reads a line "words classes kinds".
func (p *listParser) triggerLine(fields *[fieldCount]string) error {
	var classes trigger
	for name := range strings.SplitSeq(fields[1], ",") {
		class, ok := p.classes[name]
		if !ok {
			return fmt.Errorf("no class %q", name)
		}
		classes |= class
	}
	var licenses kindSet
	for name := range strings.SplitSeq(fields[2], ",") {
		kind, ok := p.kinds[name]
		if !ok {
			return fmt.Errorf("no kind %q", name)
		}
		if kind != kindNone {
			licenses |= 1 << kind
		}
	}
	if !p.wordsOf(fields[0]) {
		return fmt.Errorf("no words in %q", fields[0])
	}
	if len(p.ids) > 1 {
		p.list = append(p.list, listEntry{Kind: kindTrigger, Name: fields[0], Canonical: fields[0], Triggers: classes, Licenses: licenses})
		p.ends = append(p.ends, ending{p.walk(), int32(len(p.list) - 1)})
		return nil
	}
	key := string(p.key)
	w := p.lists.words[key]
	w.triggers |= classes
	w.licenses |= licenses
	p.lists.words[key] = w
	return nil
}

// wordsOf numbers the words of a name in ids, leaving out marks between them, and reports whether there are any. key is
// left holding the last of them.
func (p *listParser) wordsOf(name string) bool {
	p.ids = p.ids[:0]
	p.tokens = arabic.AppendTokens(p.tokens[:0], name, 0)
	for _, t := range p.tokens {
		if t.Kind == arabic.Mark {
			continue
		}
		p.key = arabic.AppendToken(p.key[:0], name, t)
		w, ok := p.lists.words[string(p.key)]
		if !ok {
			w.id = wordID(len(p.lists.words) + 1)
			p.lists.words[string(p.key)] = w
		}
		p.ids = append(p.ids, w.id)
	}
	return len(p.ids) > 0
}

// walk gives the sequence of the words in hand, making it where it is new.
func (p *listParser) walk() node {
	at := node(0)
	for _, id := range p.ids {
		next, ok := p.edges[edge{at, id}]
		if !ok {
			p.nodes++
			next = p.nodes
			p.edges[edge{at, id}] = next
		}
		at = next
	}
	return at
}

// finish sorts what ends where.
func (p *listParser) finish() {
	slices.SortFunc(p.ends, func(a, b ending) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.entry, b.entry)) })
	p.shared = make([]int32, len(p.ends))
	for i, end := range p.ends {
		p.shared[i] = end.entry
		s, ok := p.entries[end.at]
		if !ok {
			s.first = int32(i)
		}
		s.count++
		p.entries[end.at] = s
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
