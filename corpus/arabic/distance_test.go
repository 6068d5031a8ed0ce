package arabic

import "testing"

func TestDistance(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		a, b string
		want int
	}{
		{"", "", 0},
		{"", "بوتين", 5},
		{"بوتين", "بوتين", 0},
		{"بوتن", "بوتين", 1},
		{"بوتيني", "بوتين", 1},
		{"بوتان", "بوتين", 1},
		{"بويتن", "بوتين", 1},
		{"archiv", "archive", 1},
		{"sotr", "sort", 1},
		{"kitten", "sitting", 3},
		{"ca", "abc", 3},
	} {
		if got, back := Distance(tt.a, tt.b), Distance(tt.b, tt.a); got != tt.want || back != tt.want {
			t.Errorf("%q and %q: %d, the other way %d, want %d", tt.a, tt.b, got, back, tt.want)
		}
	}
}
