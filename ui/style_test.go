package ui

import (
	"strings"
	"testing"
)

// TestCaptionUpright holds that no letter is slanted: the italic faces of most fonts have no Arabic, and a terminal that
// does not look further shows boxes.
func TestCaptionUpright(t *testing.T) {
	t.Parallel()
	s := newStyles(true)
	for _, on := range []string{s.title.On, s.meta.On, s.heading.On, s.caption.On, s.quote.On, s.warn.On} {
		for p := range strings.SplitSeq(strings.TrimSuffix(strings.TrimPrefix(on, "\x1b["), "m"), ";") {
			if p == "3" {
				t.Errorf("%q is italic", on)
			}
		}
	}
}
