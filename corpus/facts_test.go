package corpus

import (
	"testing"
	"time"
)

func TestISODays(t *testing.T) {
	t.Parallel()
	day := func(iso string) int32 {
		at, err := time.Parse(time.DateOnly, iso)
		if err != nil {
			t.Fatal(err)
		}
		return int32(at.Unix() / (24 * 60 * 60))
	}
	for _, test := range []struct{ iso, first, last string }{
		{"2026-01-16", "2026-01-16", "2026-01-16"},
		{"2026-01-16T21:05", "2026-01-16", "2026-01-16"},
		{"2024-02", "2024-02-01", "2024-02-29"},
		{"2025-12", "2025-12-01", "2025-12-31"},
		{"2025", "2025-01-01", "2025-12-31"},
		{"1969-12-31", "1969-12-31", "1969-12-31"},
	} {
		first, last, ok := isoDays(test.iso)
		if !ok || first != day(test.first) || last != day(test.last) {
			t.Errorf("%s is %d to %d, %v; want %s to %s", test.iso, first, last, ok, test.first, test.last)
		}
	}
	for _, iso := range []string{"", "T21:05", "202"} {
		if first, last, ok := isoDays(iso); ok {
			t.Errorf("%q is %d to %d", iso, first, last)
		}
	}
}
