package corpus

import (
	"reflect"
	"strings"
	"testing"

	"jarida/corpus/article"
)

// TestKeepSource holds that a text is what it was, with all that is known of it, whether or not it takes less memory.
func TestKeepSource(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("قال الرئيس إن بلاده «لن تتراجع».\n", 20)
	for name, s := range map[string]article.Source{
		"nothing":  {Encoding: "utf-8"},
		"plain":    {Text: text, Encoding: "utf-8"},
		"Latin":    {Text: strings.Repeat("news ", 20), Encoding: "utf-8"},
		"long":     {Text: strings.Repeat(text, mostHalved/len(text)+1), Encoding: "utf-8"},
		"page":     {Text: text, Encoding: "windows-1256", Format: article.HTML, Title: "عنوان", Warnings: []string{"It is odd."}, Parts: []int{3}},
		"Markdown": {Text: text, Encoding: "utf-8", Format: article.Markdown},
	} {
		kept := keep(s, new(slab))
		again := keep(s, new(slab))
		if got := kept.source(); !reflect.DeepEqual(got, s) {
			t.Errorf("%s: %+v comes back as %+v", name, s, got)
		}
		if kept.size() != int64(len(s.Text)) || !kept.same(again) {
			t.Errorf("%s: %d bytes, the same as itself: %v", name, kept.size(), kept.same(again))
		}
		half := kept.length > 0
		if want := name != "nothing" && name != "Latin" && name != "long"; half != want {
			t.Errorf("%s: it is halved: %v", name, half)
		}
		other := s
		other.Text += "x"
		if changed := keep(other, new(slab)); changed.same(kept) {
			t.Errorf("%s: another text is the same", name)
		}
		other = s
		other.Encoding = "utf-16"
		if changed := keep(other, new(slab)); changed.same(kept) {
			t.Errorf("%s: a text in another encoding is the same", name)
		}
	}
}
