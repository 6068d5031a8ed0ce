package term

import (
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// The page has every mode once, the chosen one first, and rows of the same width, whatever that is.
func TestSamplePage(t *testing.T) {
	t.Parallel()
	for _, env := range []string{"TERM=xterm-kitty", "TERM=mlterm", "KONSOLE_VERSION=1", "TERM=tmux TMUX=x", ""} {
		c := Detect(environment(env), NoReplies(), Wishes{})
		for _, width := range []int{0, 12, 40, 79, 200} {
			page := SamplePage(c, width)
			if len(page) != len(Modes()) || page[0].Mode != c.Mode {
				t.Fatalf("%s: %d sections, first %s", env, len(page), page[0].Mode)
			}
			seen := map[Mode]bool{}
			for _, s := range page {
				if seen[s.Mode] || len(s.Rows) != len(Samples()) {
					t.Errorf("%s, %s: twice, or %d rows", env, s.Mode, len(s.Rows))
				}
				seen[s.Mode] = true
				if s.Recommended != (s.Mode == c.Mode) {
					t.Errorf("%s: %s recommended: %v", env, s.Mode, s.Recommended)
				}
				for _, row := range s.Rows {
					if got := ansi.StringWidth(row); got != max(width, 12) {
						t.Errorf("%s, %s in %d: %d columns: %q", env, s.Mode, width, got, row)
					}
				}
			}
			if last := page[len(page)-1]; last.Hold != (last.Leave != bdsmOn) {
				t.Errorf("%s: hold %v with %q", env, last.Hold, last.Leave)
			}
		}
	}
}

func TestAnswers(t *testing.T) {
	t.Parallel()
	r := Replies{BDSM: 0, Version: "kitty(1)", Font: "x", Tmux: "y"}
	tests := []struct {
		env  string
		r    Replies
		want []Answer
	}{
		{"", NoReplies(), []Answer{{AskBDSM, ""}, {AskVersion, ""}, {AskAttributes, ""}}},
		{"", r, []Answer{{AskBDSM, "0"}, {AskVersion, "kitty(1)"}, {AskAttributes, ""}, {AskFont, "x"}}},
		{"TMUX=x", r, []Answer{{AskBDSM, "0"}, {AskVersion, "kitty(1)"}, {AskAttributes, ""}, {AskOuter, "y"}}},
	}
	for _, tt := range tests {
		c := Detect(environment(tt.env), tt.r, Wishes{})
		got := tt.r.Answers(c)
		if len(got) != len(tt.want) {
			t.Fatalf("%q: got %v, want %v", tt.env, got, tt.want)
		}
		for i := range got {
			if got[i] != tt.want[i] {
				t.Errorf("%q: got %v, want %v", tt.env, got, tt.want)
			}
		}
	}
}
