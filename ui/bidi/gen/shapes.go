package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"

	"golang.org/x/text/unicode/norm"
)

// writeForms writes the presentation forms of the letters U+0600–06FF: isolated, final, initial, medial.
//
// They are read off the compatibility decompositions: in each of the two blocks the forms of a letter follow one another in
// that order, and U+FE80–FEFC must come first, because U+FBE8 and U+FBE9 are the initial and medial form of U+0649. A letter
// without forms stands for itself, and so does one that joins nothing (the hamza).
func writeForms(b *bytes.Buffer) {
	seen := map[rune][]rune{}
	for _, block := range [][2]rune{{0xFE80, 0xFEFC}, {0xFB50, 0xFBFF}} {
		for r := block[0]; r <= block[1]; r++ {
			letter := []rune(norm.NFC.String(string(norm.NFKD.PropertiesString(string(r)).Decomposition())))
			if len(letter) == 1 {
				seen[letter[0]] = append(seen[letter[0]], r)
			}
		}
	}
	seen[0x6D5] = seen[0x647][:2] // the Kurdish and Uyghur AE is drawn as a heh that does not join on

	b.WriteString("// forms holds the presentation forms of U+0600 to U+06FF, indexed by the joins of the letter: isolated, final, initial, medial.\n")
	b.WriteString("var forms = [256][4]uint16{\n")
	for r := rune(0x600); r < 0x700; r++ {
		f := [4]rune{r, r, r, r}
		switch s := seen[r]; len(s) {
		case 2:
			f = [4]rune{s[0], s[1], s[0], s[1]}
		case 4:
			f = [4]rune{s[0], s[1], s[2], s[3]}
		}
		fmt.Fprintf(b, "{0x%04X, 0x%04X, 0x%04X, 0x%04X},", f[0], f[1], f[2], f[3])
		if r%4 == 3 {
			b.WriteString("\n")
		}
	}
	b.WriteString("}\n\n")
}

// writeMirrors writes the pairs of BidiMirroring.txt, in the order of their code points.
func writeMirrors(b *bytes.Buffer, dir string) error {
	var pairs [][2]rune
	err := eachField(filepath.Join(dir, "BidiMirroring.txt"), func(r rune, fields []string) {
		pairs = append(pairs, [2]rune{r, code(fields[0])})
	})
	if err != nil {
		return err
	}
	slices.SortFunc(pairs, func(a, b [2]rune) int { return int(a[0] - b[0]) })
	b.WriteString("// mirrors holds the characters that have a mirror image, and the image, in the order of the former.\n")
	b.WriteString("var mirrors = [...][2]uint16{\n")
	for i, p := range pairs {
		fmt.Fprintf(b, "{0x%04X, 0x%04X},", p[0], p[1])
		if i%6 == 5 {
			b.WriteString("\n")
		}
	}
	b.WriteString("\n}\n\n")
	return nil
}

// writeBrackets writes the paired brackets, each with the opening one of its pair. U+2329 and U+232A are canonically equal
// to U+3008 and U+3009, and so are their pairs (UAX #9 BD16).
func writeBrackets(b *bytes.Buffer, dir string) error {
	type bracket struct {
		r, opening rune
		opens      bool
	}
	var all []bracket
	err := eachField(filepath.Join(dir, "BidiBrackets.txt"), func(r rune, fields []string) {
		k := bracket{r: r, opening: r, opens: fields[1] == "o"}
		if !k.opens {
			k.opening = code(fields[0])
		}
		if k.opening == 0x2329 {
			k.opening = 0x3008
		}
		all = append(all, k)
	})
	if err != nil {
		return err
	}
	slices.SortFunc(all, func(a, b bracket) int { return int(a.r - b.r) })
	b.WriteString("// brackets holds the paired brackets in the order of their code points.\nvar brackets = [...]bracket{\n")
	for i, k := range all {
		fmt.Fprintf(b, "{0x%04X, 0x%04X, %t},", k.r, k.opening, k.opens)
		if i%4 == 3 {
			b.WriteString("\n")
		}
	}
	b.WriteString("\n}\n")
	return nil
}

func code(s string) rune {
	n, err := strconv.ParseInt(s, 16, 32)
	if err != nil {
		return 0 // the caller's pair then points at U+0000, which the table's test refuses
	}
	return rune(n)
}
