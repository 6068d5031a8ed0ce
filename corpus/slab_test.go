package corpus

import (
	"strings"
	"testing"
)

// TestSlab holds that texts stay as they were when others come, that few texts take no more memory than they need, and that many take few pieces.
func TestSlab(t *testing.T) {
	var s slab
	if s.copy([]byte("one")); len(s.free) > 0 {
		t.Errorf("%d bytes beside one text", len(s.free))
	}
	var texts []string
	n := testing.AllocsPerRun(1, func() {
		s, texts = slab{}, texts[:0]
		for i := range 5000 {
			texts = append(texts, s.copy([]byte(strings.Repeat(string(rune('a'+i%26)), i))))
		}
	})
	if texts = texts[:5000]; n > 5000*2+60 { // two for each text that is made here
		t.Errorf("%v pieces of memory", n)
	}
	for i, text := range texts {
		if text != strings.Repeat(string(rune('a'+i%26)), i) {
			t.Fatalf("text %d is %q", i, text)
		}
	}
}
