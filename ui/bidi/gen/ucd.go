package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// ucd holds the properties that the tables are packed from, by code point.
type ucd struct {
	category map[rune]string // General_Category
	class    map[rune]string // Bidi_Class, of those assigned
	defaults map[rune]string // Bidi_Class of the others, by its long name
	grapheme map[rune]string // Grapheme_Cluster_Break
	width    map[rune]string // East_Asian_Width
	line     map[rune]string // Line_Break
	joining  map[rune]string // Joining_Type
	nfc      map[rune]string // NFC_Quick_Check, where it is not Yes
	mirrored map[rune]string // Bidi_Mirroring_Glyph
	bracket  map[rune]string // Bidi_Paired_Bracket
}

func load(dir string) (*ucd, error) {
	u := &ucd{nfc: map[rune]string{}}
	for _, f := range []struct {
		into *map[rune]string
		name string
	}{
		{&u.category, "extracted/DerivedGeneralCategory.txt"},
		{&u.class, "extracted/DerivedBidiClass.txt"},
		{&u.grapheme, "auxiliary/GraphemeBreakProperty.txt"},
		{&u.width, "EastAsianWidth.txt"},
		{&u.line, "LineBreak.txt"},
		{&u.joining, "extracted/DerivedJoiningType.txt"},
		{&u.mirrored, "BidiMirroring.txt"},
		{&u.bracket, "BidiBrackets.txt"},
	} {
		m := map[rune]string{}
		err := eachField(filepath.Join(dir, f.name), func(r rune, fields []string) { m[r] = fields[0] })
		if err != nil {
			return nil, err
		}
		*f.into = m
	}
	u.defaults = map[rune]string{}
	err := eachEntry(filepath.Join(dir, "extracted/DerivedBidiClass.txt"), "# @missing:", func(r rune, fields []string) {
		u.defaults[r] = fields[0]
	})
	if err != nil {
		return nil, err
	}
	err = eachField(filepath.Join(dir, "DerivedNormalizationProps.txt"), func(r rune, fields []string) {
		if fields[0] == "NFC_QC" {
			u.nfc[r] = fields[1]
		}
	})
	return u, err
}

// eachField calls f for every code point of a file in the usual form "0041..005A ; field ; field # comment".
func eachField(path string, f func(r rune, fields []string)) error { return eachEntry(path, "", f) }

// eachEntry is eachField for the lines that begin with the marker only: "# @missing:" for what holds of characters not listed.
func eachEntry(path, marker string, f func(r rune, fields []string)) error {
	file, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("read the character database: %w", err)
	}
	defer file.Close()
	s := bufio.NewScanner(file)
	for s.Scan() {
		rest, ok := strings.CutPrefix(s.Text(), marker)
		if !ok {
			continue
		}
		line, _, _ := strings.Cut(rest, "#")
		fields := strings.Split(line, ";")
		if len(fields) < 2 {
			continue
		}
		for i := range fields {
			fields[i] = strings.TrimSpace(fields[i])
		}
		from, to, ok := strings.Cut(fields[0], "..")
		if !ok {
			to = from
		}
		lo, err := strconv.ParseInt(from, 16, 32)
		if err != nil {
			return fmt.Errorf("%s: code point %q: %w", path, from, err)
		}
		hi, err := strconv.ParseInt(to, 16, 32)
		if err != nil {
			return fmt.Errorf("%s: code point %q: %w", path, to, err)
		}
		for r := rune(lo); r <= rune(hi); r++ {
			f(r, fields[1:])
		}
	}
	return s.Err()
}
