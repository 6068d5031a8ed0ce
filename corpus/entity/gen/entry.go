package main

import (
	"cmp"
	"slices"
	"strings"

	"jarida/corpus/arabic"
)

// entry is a line of a list.
type entry struct {
	name, kind, country, canonical, context, latin string
}

// line gives the fields of the entry, divided by tabs, without empty ones at the end.
func (e entry) line() string {
	if e.canonical == e.name {
		e.canonical = ""
	}
	return strings.TrimRight(strings.Join([]string{e.name, e.kind, e.country, e.canonical, e.context, e.latin}, "\t"), "\t")
}

// key gives the words of a name as they are compared, a space between each two. Marks between them are left out, except @ and
// @@, which stand for the adjective of a country.
func key(name string) string {
	var b []byte
	for t := range arabic.Tokens(name) {
		if t.Kind == arabic.Mark && strings.Trim(name[t.Start:t.End], "@") != "" {
			continue
		}
		if len(b) > 0 {
			b = append(b, ' ')
		}
		b = arabic.AppendToken(b, name, t)
	}
	return string(b)
}

// tsv writes a list: the header as comments, then the entries sorted by name.
func tsv(header string, entries []entry) []byte {
	lines := make([]string, len(entries))
	for i, e := range entries {
		lines[i] = e.line()
	}
	slices.Sort(lines)
	lines = slices.Compact(lines)
	var b strings.Builder
	for line := range strings.Lines(header) {
		b.WriteString("# " + line)
	}
	b.WriteString("\n# name\tkind\tcountry\tcanonical\tcontext\tlatin\n")
	for _, line := range lines {
		b.WriteString(line + "\n")
	}
	return []byte(b.String())
}

// byRank sorts entries so that the one to keep of several with one name comes first.
func byRank[T any](rank func(T) int) func(a, b T) int {
	return func(a, b T) int { return cmp.Compare(rank(a), rank(b)) }
}

// heads are the generic words before names of places, which are no part of them.
var heads = []string{"مدينة", "ولاية", "محافظة", "مقاطعة", "منطقة", "بلدية", "إقليم", "قضاء"}

// bare gives a name without what a list adds to it: brackets, a generic head.
func bare(name string) string {
	name, _, _ = strings.Cut(name, "(")
	name, _, _ = strings.Cut(name, "،")
	name = strings.Join(strings.Fields(name), " ")
	for _, head := range heads {
		if rest, ok := strings.CutPrefix(name, head+" "); ok {
			return rest
		}
	}
	return name
}

// letters counts the letters of a key.
func letters(key string) int {
	return len([]rune(strings.ReplaceAll(key, " ", "")))
}

// arabicOnly reports whether a key has Arabic letters only.
func arabicOnly(key string) bool {
	for _, r := range key {
		if r != ' ' && (r < 'ء' || r > 'ي') {
			return false
		}
	}
	return key != ""
}
