package search

import (
	_ "embed" // the table of names
	"sort"
	"strings"
)

//go:generate go run ./gen

// aliasTable is names in folded Latin letters with what they are in Arabic, a line each, sorted: see package gen, which writes it.
//
//go:embed data/aliases.txt
var aliasTable string

// alias is an Arabic name of a Latin one.
type alias struct {
	name   string
	unsure bool // the name of a town, person or club: the Latin one may be another word as well
}

// aliasesOf gives the Arabic names of a folded Latin name, the usual one first.
func aliasesOf(latin string) []alias {
	at := sort.Search(len(aliasTable), func(i int) bool { return aliasLine(lineStart(i)) >= latin+"\t" })
	at = lineStart(at)
	if at < len(aliasTable) && aliasLine(at) < latin+"\t" {
		at += len(aliasLine(at)) + 1
	}
	if at >= len(aliasTable) {
		return nil
	}
	names, ok := strings.CutPrefix(aliasLine(at), latin+"\t")
	if !ok {
		return nil
	}
	var found []alias
	for name := range strings.SplitSeq(names, "|") {
		sure, unsure := strings.CutPrefix(name, "~")
		found = append(found, alias{name: sure, unsure: unsure})
	}
	return found
}

// lineStart gives where the line of the table begins that has the byte at i.
func lineStart(i int) int { return strings.LastIndexByte(aliasTable[:i], '\n') + 1 }

// aliasLine gives the line of the table that begins at i.
func aliasLine(i int) string {
	line, _, _ := strings.Cut(aliasTable[i:], "\n")
	return line
}
