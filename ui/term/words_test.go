package term

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"jarida/ui/bidi"
)

// shapedRuns plays kitty: it takes a row apart into runs of one font without spaces, and turns those round that begin
// with a right-to-left letter, mirroring what they hold. Marks stay with their letters.
func shapedRuns(row string, oneFont bool) string {
	var out, run []string
	flush := func() {
		if turns(run) {
			slices.Reverse(run)
			for i := range run {
				run[i] = mirrorImages.Replace(run[i])
			}
		}
		out = append(out, run...)
		run = run[:0]
	}
	for _, cell := range clusters(row) {
		switch {
		case cell == " ":
			flush()
			out = append(out, cell)
			continue
		case len(run) > 0 && !oneFont && isArabic(run[0]) != isArabic(cell):
			flush()
		}
		run = append(run, cell)
	}
	flush()
	return strings.Join(out, "")
}

var mirrorImages = strings.NewReplacer("(", ")", ")", "(", "[", "]", "]", "[", "«", "»", "»", "«", "<", ">", ">", "<")

func isArabic(cell string) bool { return arabic([]rune(cell)[0]) }

// turns reports whether the first letter of a run is a right-to-left one. Arabic-Indic digits are of the Arabic script.
func turns(run []string) bool {
	for _, cell := range run {
		r := []rune(cell)[0]
		if unicode.Is(unicode.Latin, r) {
			return false
		}
		if unicode.Is(unicode.Arabic, r) || unicode.Is(unicode.Hebrew, r) {
			return true
		}
	}
	return false
}

// clusters takes text apart into characters with the marks after them.
func clusters(s string) []string {
	var out []string
	for _, r := range s {
		if unicode.Is(unicode.M, r) && len(out) > 0 {
			out[len(out)-1] += string(r)
		} else {
			out = append(out, string(r))
		}
	}
	return out
}

// mixed reports whether a word runs from a Latin letter at its right to an Arabic one at its left: turned or not, such a
// run of one font is wrong, whatever is sent.
func mixed(l *bidi.Line) bool {
	for word := range strings.SplitSeq(glyphs(l), " ") {
		first := turns(clusters(word))
		c := clusters(word)
		slices.Reverse(c)
		if first && !turns(c) {
			return true
		}
	}
	return false
}

func TestWordsAreTurnedBack(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 6))
	skipped := 0
	const lines = 5_000
	for range lines {
		text := newsLine(r)
		l := line(text, bidi.RTL)
		for _, oneFont := range []bool{false, true} {
			if oneFont && mixed(&l) {
				skipped++
				continue
			}
			sent := string(Encoder{Mode: Words, OneFont: oneFont}.Append(nil, &l, Field{Width: l.Width}))
			if got, want := shapedRuns(sent, oneFont), glyphs(&l); got != want {
				t.Fatalf("%q, one font %v\nsent %q\ngot  %q\nwant %q", text, oneFont, sent, got, want)
			}
		}
	}
	if skipped > lines/10 {
		t.Errorf("%d of %d lines prove nothing", skipped, lines)
	}
}

// newsLine makes up a line as news has them: words with their punctuation, quotations, numbers, names in Latin letters.
func newsLine(r *rand.Rand) string {
	words := []string{
		"قال", "الوزير", "لا", "سُمِّي", "ضّ", "2024", "٢٠٢٦", "7.5%", "iPhone", "AFP", "و95$", "1,250", "12-03-2024", "ڤيروس",
	}
	around := [][2]string{{"", ""}, {"", "،"}, {"", "."}, {"(", ")"}, {"«", "»"}, {"«", "»،"}, {"[", "]."}, {"", ":"}, {"", "؟"}}
	var b strings.Builder
	for i := range 1 + r.IntN(10) {
		if i > 0 {
			b.WriteByte(' ')
		}
		a := around[r.IntN(len(around))]
		b.WriteString(a[0] + words[r.IntN(len(words))] + a[1])
	}
	return b.String()
}
