package ui

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"jarida/corpus"
	"jarida/corpus/arabic"
)

// sortedFolder is a folder of many short articles whose titles, sources and lengths often are the same.
func sortedFolder(tb testing.TB, n int) *corpus.Corpus {
	tb.Helper()
	rng := rand.New(rand.NewPCG(5, 6))
	words := strings.Fields("أحمد احمد الأمن إيران ايران Gaza gaza 2024 ٢٠٢٤ مجلس الأمْن بيروت تونس")
	files := map[string]string{}
	for i := range n {
		title := words[rng.IntN(len(words))] + " " + words[rng.IntN(len(words))]
		body := strings.TrimSpace(strings.Repeat("جملة في الخبر. ", 1+rng.IntN(4)))
		files[fmt.Sprintf("%c%03d.txt", 'a'+i%7, i)] = title + "\n\n" + []string{"رويترز", "القاهرة: «الشرق الأوسط»", "Reuters"}[rng.IntN(3)] + " - 16 يناير 2024\n\n" + body + "\n"
	}
	files["zz.txt"] = ""
	return openFolder(tb, files)
}

// TestSort holds every order against a plain sort of what the entries say.
func TestSort(t *testing.T) {
	t.Parallel()
	c := sortedFolder(t, 120)
	snap := c.Snapshot()
	for _, o := range []order{
		{}, {reverse: true}, {by: byTitle}, {byTitle, true}, {by: bySource}, {bySource, true}, {by: byWords}, {byWords, true},
	} {
		for _, places := range [][]int32{nil, {3, 5, 8, 13, 21, 34, 55, 89}, {}} {
			want := slices.Clone(places)
			if places == nil {
				for i := range snap.Len() {
					want = append(want, int32(i))
				}
			}
			slices.SortFunc(want, func(a, b int32) int { return plainly(o, snap, int(a), int(b)) })
			got := newRows(snap, slices.Clone(places), o)
			if !got.some && places == nil {
				got.places = want // the snapshot itself
			}
			if !slices.Equal(got.places, want) {
				t.Errorf("%v of %v:\ngot  %v\nwant %v", o, places, got.places, want)
			}
			for row, place := range want {
				if r, exact := got.position(int(place), -1); got.some && (r != row || !exact) {
					t.Errorf("%v: place %d is in row %d, want %d", o, place, r, row)
				}
			}
		}
	}
}

// plainly compares two entries as an order says, the slow way.
func plainly(o order, s *corpus.Snapshot, a, b int) int {
	sign := 1
	if o.reverse {
		sign = -1
	}
	x, y := s.At(a), s.At(b)
	text := func(p, q string) int {
		f, g := string(arabic.AppendFold(nil, p)), string(arabic.AppendFold(nil, q))
		if (f == "") != (g == "") {
			return cmp.Compare(len(g), len(f))
		}
		return sign * cmp.Compare(f, g)
	}
	switch o.by {
	case byTitle:
		return cmp.Or(text(x.Title, y.Title), a-b)
	case bySource:
		return cmp.Or(text(x.Source, y.Source), a-b)
	case byWords:
		return cmp.Or(sign*(y.Words-x.Words), a-b)
	case byDate:
	}
	return sign * (a - b)
}

// TestSortKeepsSelection holds that the article under the cursor stays there, whatever the order, and through a filter.
func TestSortKeepsSelection(t *testing.T) {
	t.Parallel()
	s := newScreen(t, sortedFolder(t, 60), testOptions(), 100, 20)
	s.keys("j", "j", "j")
	e, _ := s.m.list.selected()
	for _, line := range []string{"sort title", "sort words reverse", "sort reverse", "sort source", "sort date"} {
		s.command(line)
		if now, _ := s.m.list.selected(); now.ID != e.ID {
			t.Errorf("%s: the cursor is on %s, it was on %s", line, now.ID, e.ID)
		}
		if l := &s.m.list; l.cursor < l.top || l.cursor >= l.top+l.h || l.find(e.Doc) != l.cursor {
			t.Errorf("%s: row %d, top %d, found in %d", line, l.cursor, l.top, l.find(e.Doc))
		}
	}
}

func TestParseOrder(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"": "date", "date": "date", "reverse": "date reverse", "title reverse": "title reverse", "reverse words": "words reverse", "source": "source",
	} {
		if got := parseOrder(text).String(); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// BenchmarkSort guards what :sort does in the background.
func BenchmarkSort(b *testing.B) {
	s := sortedFolder(b, 500).Snapshot()
	b.ReportAllocs()
	for b.Loop() {
		newRows(s, nil, order{by: byTitle})
	}
}
