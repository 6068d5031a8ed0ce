package ui

import (
	"strings"
	"testing"

	"jarida/ui/bidi"
)

// TestDigits holds that other digits are on the screen alone: what is copied, the offsets of rows and sentences, and what was jumped to
// stay as they are.
func TestDigits(t *testing.T) {
	t.Parallel()
	files := map[string]string{"a.txt": "عنوان 2024 فيه رقم\n\nوصل 15 وفدا في ٢٠٢٦ إلى مطار بيروت. وكلف ذلك 95$ على report-7.\n"}
	s := newScreen(t, openFolder(t, files), testOptions(), 100, 12)
	s.keys("enter", "j", "j", ")")
	copied, cursor, at := s.m.reader.selected(), s.m.reader.cursor, s.m.reader.at
	offset := strings.Index(s.m.reader.document.source, "15")
	spans := func() []bidi.Span {
		d := s.m.reader.document
		ro := d.at(d.find(offset))
		return ro.line.Spans(nil, bidi.Range{Start: offset, End: offset + 2})
	}
	before := spans()
	for _, tt := range []struct {
		value string
		on    []string
		off   []string
	}{
		{"arabic", []string{"٢٠٢٤", "١٥", "٢٠٢٦", "٩٥", "report-7"}, []string{"2024", "15 "}},
		{"latin", []string{"2024", "15", "2026", "95", "report-7"}, []string{"٢٠٢٦"}},
		{"as-written", []string{"2024", "15", "٢٠٢٦", "95"}, []string{"2026"}},
	} {
		s.command("digits " + tt.value)
		text := strings.Join(s.rows()[:11], "\n")
		for _, want := range tt.on {
			if !strings.Contains(text, want) {
				t.Errorf("%s: no %s in\n%s", tt.value, want, text)
			}
		}
		for _, other := range tt.off {
			if strings.Contains(text, other) {
				t.Errorf("%s: %s in\n%s", tt.value, other, text)
			}
		}
		if got := s.m.reader.selected(); got != copied || s.m.reader.cursor != cursor || s.m.reader.at != at {
			t.Errorf("%s: %q is selected at %v, it was %q at %v", tt.value, got, s.m.reader.at, copied, at)
		}
		if got := spans(); len(got) != 1 || got[0] != before[0] {
			t.Errorf("%s: the number is at %v, it was at %v", tt.value, got, before)
		}
	}
}
