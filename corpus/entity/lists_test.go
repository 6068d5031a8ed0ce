package entity

import (
	"strings"
	"testing"

	"jarida/corpus/arabic"
)

// idsOf gives the numbers of the words of a text, marks left out.
func idsOf(l *lists, text string) []wordID {
	var ids []wordID
	for t := range arabic.Tokens(text) {
		if t.Kind != arabic.Mark {
			ids = append(ids, l.word(string(arabic.AppendToken(nil, text, t))).id)
		}
	}
	return ids
}

func TestListsLoad(t *testing.T) {
	t.Parallel()
	l, err := loadLists()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		{"الولايات المتحدة الأميركية تعلن", "country US الولايات المتحدة"},
		{"أميركا", "country US الولايات المتحدة"},
		{"سورية", "country SY سوريا"},
		{"المملكة المتحدة", "country GB المملكة المتحدة"},
		{"الإيرانية", "nationality IR إيران"},
		{"الأتراك", "people TR تركيا"},
	} {
		found, n := l.match(idsOf(l, c.text))
		if n == 0 {
			t.Errorf("%s: not found", c.text)
			continue
		}
		e := l.entry(found[0])
		if got := strings.Join([]string{e.Kind.String(), e.Country, e.Canonical}, " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.text, got, c.want)
		}
	}
}

// BenchmarkLoadLists is on the way to the first entities of a folder.
func BenchmarkLoadLists(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := loadLists(); err != nil {
			b.Fatal(err)
		}
	}
}
