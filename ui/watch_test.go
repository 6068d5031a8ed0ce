package ui

import (
	"strings"
	"testing"
)

// TestSameWords holds that a place is found again in a text that has been changed elsewhere.
func TestSameWords(t *testing.T) {
	t.Parallel()
	const text = "عنوان الخبر.\n\nفقرة أولى من الخبر. جملة ثانية منها.\n\nفقرة ثانية من الخبر نفسه.\n\nفقرة أولى من الخبر. جملة ثانية منها.\n"
	second := strings.Index(text, "فقرة ثانية")
	for _, tt := range []struct {
		name, after string
		offset      int
		want        string // what the place begins with in the new text; nothing where it is to be at the same offset
	}{
		{"nothing changed", text, second, "فقرة ثانية"},
		{"text put in above", "تحديث: جديد.\n\n" + text, second, "فقرة ثانية"},
		{"text cut above", text[strings.Index(text, "فقرة أولى"):], second, "فقرة ثانية"},
		{"text put in below", text + "خاتمة.\n", second, "فقرة ثانية"},
		{"the words are gone", strings.Replace(text, "فقرة ثانية", "سطر", 1), second, ""},
		{"all is gone", "", second, ""},
		{"past the end", text + text, len(text) + 9, ""},
	} {
		got := sameWords(text, tt.after, tt.offset)
		if got < 0 || got > len(tt.after) {
			t.Fatalf("%s: %d of %d", tt.name, got, len(tt.after))
		}
		if !strings.HasPrefix(tt.after[got:], tt.want) {
			t.Errorf("%s: found %.30q", tt.name, tt.after[got:])
		}
	}
	if twice := strings.LastIndex(text, "فقرة أولى"); sameWords(text, "و"+text, twice) != twice+len("و") {
		t.Error("of two places with the same words not the nearest was found")
	}
}
