package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// current gives the words of the current hit, and where it is among all.
func (s *screen) current() string {
	m := s.m.reader.mention
	return s.m.reader.document.source[m.Start:m.End] + " " + s.m.countHits()
}

// TestFind holds which hit of an article the keys lead to, in any spelling, and on an Arabic keyboard too.
func TestFind(t *testing.T) {
	t.Parallel()
	c := openFolder(t, map[string]string{
		"a.txt": "إيران تعلن خطة\n\n" + strings.Repeat("جملة عن الطقس وحده. ", 60) + "\n\nقالت إيران أمس شيئا.\n\n" +
			strings.Repeat("جملة أخرى عن الطقس. ", 60) + "\n\nوردّت طهران على ايران بعد ذلك، ولإيران رأيها.\n",
	})
	for _, tt := range []struct {
		name string
		keys []string
		want string
	}{
		{"as it is typed", []string{"/", "ا", "ي", "ر", "ا", "ن"}, "إيران 1/4"},
		{"next", []string{"/", "ا", "ي", "ر", "ا", "ن", "enter", "n"}, "إيران 2/4"},
		{"next on an Arabic keyboard", []string{"ظ", "ا", "ي", "ر", "ا", "ن", "enter", "ى", "ى"}, "ايران 3/4"},
		{"round the end", []string{"/", "ا", "ي", "ر", "ا", "ن", "enter", "n", "n", "n", "n"}, "إيران 1/4"},
		{"back round the beginning", []string{"/", "ا", "ي", "ر", "ا", "ن", "enter", "N"}, "إيران 4/4"},
		{"back without Shift", []string{"/", "ا", "ي", "ر", "ا", "ن", "enter", "n", "g", "n"}, "إيران 1/4"},
		{"from where the reader is", []string{"g", "e", "/", "ا", "ي", "ر", "ا", "ن"}, "ايران 3/4"},
		{"from where he has gone since", []string{"/", "ا", "ي", "ر", "ا", "ن", "enter", "g", "e", "n"}, "ايران 3/4"},
		{"again when the marks are gone", []string{"/", "ا", "ي", "ر", "ا", "ن", "enter", "esc", "n"}, "إيران 1/4"},
		{"what was looked for before", []string{"/", "ط", "ه", "ر", "ا", "ن", "enter", "/", "up", "enter"}, "طهران 1/1"},
		{"nothing", []string{"/", "q", "q", "enter"}, " not found"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := newScreen(t, c, testOptions(), 60, 16)
			s.keys(tt.keys...)
			if got := s.current(); got != tt.want {
				t.Errorf("on %q, want %q", got, tt.want)
			}
		})
	}
}

// TestFindEsc holds that Esc in the field leads back to where the reader was, and in the text takes the marks away before anything else.
func TestFindEsc(t *testing.T) {
	t.Parallel()
	s := newScreen(t, openFolder(t, articles), testOptions(), 60, 16)
	s.keys("g", "e", "enter", "space", "space", "j")
	before := s.m.View().Content
	s.keys("/", "و", "ا", "ح", "د")
	if s.m.View().Content == before || len(s.m.find.hits) != 400 {
		t.Fatalf("%d hits", len(s.m.find.hits))
	}
	s.keys("esc")
	if s.m.View().Content != before {
		t.Error("Esc in the field does not bring back what was there")
	}
	s.keys("/", "و", "ا", "ح", "د", "enter", "esc")
	if s.m.find.on || s.m.reader.mention.End > 0 || s.m.focus != textPane {
		t.Error("Esc leaves marks, or the text")
	}
}

// TestFindFolded holds that a hit in a story that is folded away opens its fold.
func TestFindFolded(t *testing.T) {
	t.Parallel()
	s := newScreen(t, openFolder(t, sweptArticles()), testOptions(), 84, 20)
	s.keys("j", "enter", "/", "ل", "ن", "د", "ن", "enter")
	if got := s.current(); got != "لندن 1/1" || !s.m.reader.document.folds[0].open {
		t.Errorf("on %q, the fold open: %v", got, s.m.reader.document.folds[0].open)
	}
}

// TestFindStale holds that hits of other letters, and of an article that is no longer open, are not marked.
func TestFindStale(t *testing.T) {
	t.Parallel()
	s := newScreen(t, openFolder(t, articles), testOptions(), 120, 20)
	s.keys("enter", "/")
	_, first := s.m.Update(press("ش"))
	old := brings[hitsMsg](t, first)
	_, second := s.m.Update(press("ر"))
	s.send(old)
	if s.m.find.on {
		t.Error("hits of other letters are marked")
	}
	s.send(brings[hitsMsg](t, second))
	n := len(s.m.find.hits)
	if n == 0 {
		t.Fatal("nothing is marked")
	}
	s.keys("enter", "=")
	if !s.m.find.on || !s.m.reader.document.raw || s.m.find.document != s.m.reader.document || len(s.m.find.hits) < n {
		t.Error("in the file as it is nothing is marked")
	}
	s.keys("/")
	_, late := s.m.Update(press("ش"))
	hits := brings[hitsMsg](t, late)
	s.keys("esc", "esc", "j")
	s.rest()
	s.send(hits)
	s.send(tea.WindowSizeMsg{Width: 80, Height: 20})
	if s.m.find.on {
		t.Error("hits of another article are marked")
	}
}
