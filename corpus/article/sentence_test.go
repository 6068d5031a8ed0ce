package article

import (
	"slices"
	"strings"
	"testing"
)

func TestSentences(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text string
		want       []string
	}{
		{"empty", "", nil},
		{"blank", " \n ", nil},
		{"none", "بلا نقطة", []string{"بلا نقطة"}},
		{"two", "وصل الوفد أمس. وغادر اليوم.", []string{"وصل الوفد أمس.", "وغادر اليوم."}},
		{"question", "من جاء؟ لا أحد! حسنا…", []string{"من جاء؟", "لا أحد!", "حسنا…"}},
		{"quote closes", "قال: «انتهى الأمر.» ثم مضى.", []string{"قال: «انتهى الأمر.»", "ثم مضى."}},
		{"hard wrap", "وصل الوفد\nأمس. وغادر\nاليوم.", []string{"وصل الوفد\nأمس.", "وغادر\nاليوم."}},
		{"decimal", "نما بنسبة 3.5 في المئة. وانتهى.", []string{"نما بنسبة 3.5 في المئة.", "وانتهى."}},
		{"agency", "نقلت (أ.ف.ب) الخبر. وأكدته.", []string{"نقلت (أ.ف.ب) الخبر.", "وأكدته."}},
		{"title", "التقى د. سامي الوفد. وعاد.", []string{"التقى د. سامي الوفد.", "وعاد."}},
		{"dots", "قال... ثم صمت. وعاد.", []string{"قال...", "ثم صمت.", "وعاد."}},
		{"spaces", "  نعم.   كلا.  ", []string{"نعم.", "كلا."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for start, end := range Sentences(tt.text) {
				got = append(got, tt.text[start:end])
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("sentences of %q:\n got %q\nwant %q", tt.text, got, tt.want)
			}
		})
	}
}

// FuzzSentences holds that the sentences come in order and that nothing but white space lies between them.
func FuzzSentences(f *testing.F) {
	f.Add("قال... ثم. وعاد؟ «نعم.» لا")
	f.Add(". . .")
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for start, end := range Sentences(s) {
			if start < last || end <= start || end > len(s) {
				t.Fatalf("sentence [%d, %d) of %q after %d", start, end, s, last)
			}
			if got := s[start:end]; got != strings.TrimSpace(got) {
				t.Fatalf("sentence %q of %q: white space at an end", got, s)
			}
			if strings.TrimSpace(s[last:start]) != "" {
				t.Fatalf("%q of %q is in no sentence", s[last:start], s)
			}
			last = end
		}
		if strings.TrimSpace(s[last:]) != "" {
			t.Fatalf("%q of %q is in no sentence", s[last:], s)
		}
	})
}
