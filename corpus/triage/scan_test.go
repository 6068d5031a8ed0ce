package triage

import (
	"slices"
	"testing"
	"time"
)

// lines are journal lines that the fast path must read, and some that it must leave to the slow one.
func lines(tb testing.TB) []string {
	tb.Helper()
	event := func(e Event) string {
		e.Version, e.Host, e.Seq, e.ID = version, "desk", 12, "0123456789abcdef"
		e.Time = time.Date(2026, 11, 22, 7, 0, 0, 120_000, time.UTC)
		line, err := e.encode()
		if err != nil {
			tb.Fatal(err)
		}
		return string(line[:len(line)-1])
	}
	one := []Article{{Hash: "aa", Path: "جريدة/مقال.txt"}}
	return []string{
		event(Event{Act: MarkRead, Articles: one}),
		event(Event{Act: Star, Articles: append(one, Article{Path: "b"}, Article{Hash: "c"})}),
		event(Event{Act: At, Articles: one, Position: 4711}),
		event(Event{Act: undo, Target: "0123456789abcdee"}),
		event(Event{Act: ToArchive, Settled: true}),
		event(Event{Act: Changed, Articles: []Article{{Hash: Hash("ج"), Path: "b"}}, From: "bb"}),
		event(Event{Act: Seen, Articles: []Article{{Hash: "AABBCCDDEEFF00112233445566778899", Path: "b"}}}),
		event(Event{Act: MergeEntities, Entity: &Entity{Type: "person", Names: []string{"أ", "ب"}}}),
		event(Event{Act: Star, Articles: []Article{{Path: "a\"b\\c\n\u202e"}}}),
		`{"v":2,"time":"2026-11-22T07:00:00Z","id":"x","act":"star"}`,
		`{"v":1,"time":"2026-02-31T07:00:00Z","host":"","seq":0,"id":"x","act":"star"}`,
		`{"v":1,"time":"2026-11-22T07:00:00Z","host":"","seq":01,"id":"x","act":"star"}`,
		`{}`, `[]`, `{"v":1}`, ``,
	}
}

// TestFastPathIsTaken holds that decisions about articles do not fall to the slow path unseen.
func TestFastPathIsTaken(t *testing.T) {
	t.Parallel()
	for i, line := range lines(t)[:7] {
		if !new(found).scan([]byte(line)) {
			t.Errorf("line %d is left to the slow path: %s", i, line)
		}
	}
}

// FuzzScan holds that the fast path finds what the slow one finds, or nothing.
func FuzzScan(f *testing.F) {
	for _, line := range lines(f) {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		var fast, slow found
		if !fast.scan([]byte(line)) {
			return
		}
		e, err := decode([]byte(line))
		if err != nil {
			t.Fatalf("the slow path finds nothing: %v", err)
		}
		slow.fill(&e)
		if fast.entry != slow.entry || string(fast.host) != string(slow.host) || fast.from != slow.from || fast.detail != slow.detail {
			t.Errorf("fast %+v\nslow %+v", fast, slow)
		}
		if !slices.EqualFunc(fast.mentions, slow.mentions, func(a, b mention) bool {
			return a.digest == b.digest && string(a.path) == string(b.path)
		}) {
			t.Errorf("fast %q\nslow %q", fast.mentions, slow.mentions)
		}
	})
}
