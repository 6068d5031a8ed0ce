package article

import (
	"slices"
	"strings"
	"testing"
)

func TestSentence(t *testing.T) {
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
			for at := 0; at < len(tt.text); {
				s, e := Sentence(tt.text, at)
				if s == e {
					break
				}
				got = append(got, tt.text[s:e])
				if at = skipSpace(tt.text, e); at >= len(tt.text) {
					break
				}
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("sentences of %q:\n got %q\nwant %q", tt.text, got, tt.want)
			}
		})
	}
}

// FuzzSentence holds that every offset has a sentence inside the text, and that walking them ends.
func FuzzSentence(f *testing.F) {
	f.Add("قال... ثم. وعاد؟ «نعم.» لا", 7)
	f.Add("a. b", 1)
	f.Add(". . .", 3)
	f.Fuzz(func(t *testing.T, s string, at int) {
		at = min(max(at, 0), len(s))
		start, end := Sentence(s, at)
		if start < 0 || end < start || end > len(s) {
			t.Fatalf("Sentence(%q, %d) = %d, %d", s, at, start, end)
		}
		if got := s[start:end]; got != strings.TrimSpace(got) {
			t.Fatalf("Sentence(%q, %d) = %q: white space at an end", s, at, got)
		}
	})
}
