package ui

import (
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus/entity"
)

// bench opens a screen of 200×60 over many articles.
func bench(b *testing.B, keys ...string) *screen {
	b.Helper()
	s := newScreen(b, openFolder(b, manyArticles()), testOptions(), 200, 60)
	s.keys(keys...)
	s.m.View()
	b.ReportAllocs()
	return s
}

// BenchmarkListMove guards the path of a held-down key: one move and the frame after it.
func BenchmarkListMove(b *testing.B) {
	s := bench(b)
	down := true
	for b.Loop() {
		if n := s.m.list.cursor; n == 0 || n == s.m.list.snap.Len()-1 {
			down = n == 0
		}
		key := "k"
		if down {
			key = "j"
		}
		s.m.Update(press(key))
		s.m.View()
	}
}

// BenchmarkReaderScroll guards the path of reading: one line on, and the frame after it.
func BenchmarkReaderScroll(b *testing.B) {
	s := bench(b, "w")
	for b.Loop() {
		s.m.Update(press("j"))
		if s.m.reader.at == s.m.reader.document.last() {
			s.m.reader.moveTo(place{})
		}
		s.m.View()
	}
}

// BenchmarkLayoutArticle guards what a resize costs: the article on the screen laid out anew, and its frame.
func BenchmarkLayoutArticle(b *testing.B) {
	s := bench(b, "w")
	for i := 0; b.Loop(); i++ {
		s.m.Update(tea.WindowSizeMsg{Width: 60 + i%2, Height: 60})
		s.m.View()
	}
}

// BenchmarkViewUnchanged guards the frames between keys: bubbletea asks for one after every message.
func BenchmarkViewUnchanged(b *testing.B) {
	s := bench(b)
	for b.Loop() {
		s.m.View()
	}
}

// BenchmarkEntityMove guards the path of a key held down in the entities of a folder: one move and the frame after it.
func BenchmarkEntityMove(b *testing.B) {
	var names []spelling
	for i := range 90 {
		names = append(names, spelling{entity.Place, fmt.Sprintf("نص الخبر رقم %d ", i*7), 0.99})
	}
	s := newScreen(b, knownFolder(b, manyArticles(), names...), testOptions(), 200, 60)
	s.keys("e")
	if len(s.m.pane.rows) < 90 {
		b.Fatalf("%d rows", len(s.m.pane.rows))
	}
	b.ReportAllocs()
	down := true
	for b.Loop() {
		if n := s.m.pane.cursor; n == 0 || n == len(s.m.pane.rows)-1 {
			down = n == 0
		}
		key := "k"
		if down {
			key = "j"
		}
		s.m.Update(press(key))
		s.m.View()
	}
}
