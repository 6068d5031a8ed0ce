package entity

import (
	"strings"
	"testing"

	"jarida/corpus/arabic"
)

func testTagger(tb testing.TB) *Tagger {
	tb.Helper()
	tagger, err := New()
	if err != nil {
		tb.Fatal(err)
	}
	return tagger
}

// cutOf gives how many bytes are cut off a text that is one name.
func cutOf(t *Tagger, text string, typ Type) int {
	t.start(text)
	t.raw = arabic.AppendTokens(t.raw[:0], text, 0)
	t.tokens = t.types.appendTokens(t.tokens, text, t.raw)
	t.names = append(t.names, name{behind: len(t.tokens), typ: typ, reading: -1})
	t.cutClitics()
	return int(t.tokens[0].typ.readings[t.names[0].reading].start)
}

// TestCutEveryEntry cuts every clitic off every name of the lists, with nothing of an article around it.
func TestCutEveryEntry(t *testing.T) {
	tagger := testTagger(t)
	right, all := 0, 0
	for i := range tagger.lists.list {
		e := &tagger.lists.list[i]
		typ := Organisation
		switch {
		case e.Kind.place():
			typ = Place
		case !e.Kind.organisation():
			continue
		}
		if first := arabic.Normalize(e.Name); first == "" || first[0] < 0x80 {
			continue
		}
		forms := map[string]int{e.Name: 0}
		for _, clitic := range []string{"و", "ب", "ل", "ك", "وب", "ول"} {
			if !strings.HasPrefix(e.Name, "ال") || !strings.HasSuffix(clitic, "ل") {
				forms[clitic+e.Name] = len(clitic)
			}
		}
		if rest, definite := strings.CutPrefix(e.Name, "ال"); definite {
			forms["لل"+rest], forms["ولل"+rest] = len("ل"), len("ول")
		}
		for form, want := range forms {
			all++
			if got := cutOf(tagger, form, typ); got == want {
				right++
			} else if testing.Verbose() && all%40 == 0 {
				t.Logf("%s cut at %d, want %d", form, got, want)
			}
		}
	}
	share := float64(right) / float64(all)
	t.Logf("%d of %d right, %.4f", right, all, share)
	if share < 0.98 {
		t.Errorf("only %.4f of the forms are cut rightly", share)
	}
}

func TestCut(t *testing.T) {
	tagger := testTagger(t)
	tests := []struct {
		text string
		typ  Type
		want string
	}{
		{"بوتين", Person, "بوتين"},
		{"وبوتين", Person, "بوتين"},
		{"لبنان", Place, "لبنان"},
		{"للبنان", Place, "لبنان"},
		{"باريس", Place, "باريس"},
		{"بباريس", Place, "باريس"},
		{"كندا", Place, "كندا"},
		{"وكندا", Place, "كندا"},
		{"لإيران", Place, "إيران"},
		{"للكرملين", Organisation, "لكرملين"},
		{"واشنطن", Place, "واشنطن"},
		{"وواشنطن", Place, "واشنطن"},
		{"بالقاهرة", Place, "القاهرة"},
		{"فرنسا", Place, "فرنسا"},
		{"بروكسل", Place, "بروكسل"},
		{"ليبيا", Place, "ليبيا"},
		{"بلجيكا", Place, "بلجيكا"},
		{"كوبا", Place, "كوبا"},
		{"بمصر", Place, "مصر"},
		{"لقطر", Place, "قطر"},
	}
	for _, tt := range tests {
		if got := tt.text[cutOf(tagger, tt.text, tt.typ):]; got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.text, got, tt.want)
		}
	}
}
