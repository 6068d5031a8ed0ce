package story

import (
	"fmt"
	"strings"
	"testing"

	"jarida/corpus/article"
)

// version makes a version of a text; names are marked as names wherever they stand.
func version(text string, names ...string) Version {
	a := article.Parse(article.Source{Text: text, Encoding: "utf-8"}, "a.txt")[0]
	v := Version{Src: text, Article: &a}
	for _, name := range names {
		for at := 0; ; {
			i := strings.Index(text[at:], name)
			if i < 0 {
				break
			}
			v.Names = append(v.Names, article.Range{Start: at + i, End: at + i + len(name)})
			at += i + len(name)
		}
	}
	return v
}

func TestCompare(t *testing.T) {
	t.Parallel()
	a := version("انهيار منجم في الشمال\n\nقُتل 34 عاملا في انهيار منجم للفحم قرب بلدة زاوية صباح الاثنين. وقال الوزير سالم إن عمليات البحث مستمرة حتى المساء.\n", "سالم", "زاوية")
	b := version("انهيار منجم\n\nأكد الوزير ناصر أن عمليات البحث مستمرة حتى المساء.\nقتل ٣٥ عاملا في انهيار منجم للفحم قرب بلدة زاوية صباح الاثنين. وأعلن الحداد ثلاثة أيام.\n", "ناصر", "زاوية")
	c := Compare(a, b)
	describe := func(v Version, list []Sentence) string {
		var s strings.Builder
		for _, x := range list {
			fmt.Fprintf(&s, "%d", x.Match)
			for _, d := range x.Differ {
				fmt.Fprintf(&s, " %s", v.Src[d.Start:d.End])
			}
			s.WriteString("; ")
		}
		return s.String()
	}
	if got, want := describe(a, c.A), "0; 2 34; 1 سالم; "; got != want {
		t.Errorf("the first is %q, not %q", got, want)
	}
	if got, want := describe(b, c.B), "0; 2 ناصر; 1 ٣٥; -1; "; got != want {
		t.Errorf("the second is %q, not %q", got, want)
	}
}

// FuzzCompare holds that counterparts are each other's, and everything lies within the texts.
func FuzzCompare(f *testing.F) {
	f.Add(fire, fireElsewhere)
	f.Add("", "1. 2. 3.\n\n1. 2. 3.")
	f.Fuzz(func(t *testing.T, x, y string) {
		a, b := version(strings.ToValidUTF8(x, "\ufffd")), version(strings.ToValidUTF8(y, "\ufffd"))
		c := Compare(a, b)
		check := func(v Version, list, other []Sentence, back func(i int) int) {
			for i, s := range list {
				if s.Start < 0 || s.End > len(v.Src) || s.Start >= s.End {
					t.Fatalf("sentence %d is %v of %d bytes", i, s.Range, len(v.Src))
				}
				if s.Match >= 0 && back(s.Match) != i || s.Match >= len(other) {
					t.Fatalf("sentence %d matches %d, which does not match it", i, s.Match)
				}
				for _, d := range s.Differ {
					if s.Match < 0 || d.Start < s.Start || d.End > s.End {
						t.Fatalf("sentence %d, %v, differs at %v", i, s.Range, d)
					}
				}
			}
		}
		check(a, c.A, c.B, func(i int) int { return c.B[i].Match })
		check(b, c.B, c.A, func(i int) int { return c.A[i].Match })
	})
}
