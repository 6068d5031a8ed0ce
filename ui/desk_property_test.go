package ui

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jarida/corpus"
	"jarida/corpus/triage"
)

// TestDesk takes random acts in two windows on one journal. After each, a list is what its view has by the journal, and what stays for the
// reader's sake; the cursor is on the article where it was, or on the next one that is left; and the counts are right.
func TestDesk(t *testing.T) {
	t.Parallel()
	files := map[string]string{}
	for i := range 12 {
		files[fmt.Sprintf("%c.txt", 'a'+i)] = fmt.Sprintf("عنوان %d\n\n%s", i, articles["d.txt"])
	}
	keys := strings.Fields("j k j k r s p x u u t x s g_e g_g g_a g_r g_u 1 2 3 4 5 6 enter esc space ] [ = rest hear hear")
	for seed := range uint64(6) {
		t.Run(strconv.FormatUint(seed, 10), func(t *testing.T) {
			t.Parallel()
			rng := rand.New(rand.NewPCG(seed, 7))
			first := openDesk(t, files, testOptions(), 100, 12)
			j, err := triage.Open(t.Context(), first.folder, triage.Options{Host: "sofa"})
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = j.Close() })
			o := first.m.options
			o.Journal = j
			windows := []*desked{first, {newScreen(t, first.m.corpus, o, 100, 12), j, first.folder}}
			for range 60 {
				w := windows[rng.IntN(2)]
				step(t, w, keys[rng.IntN(len(keys))])
			}
		})
	}
}

// step presses a key, or lets a window hear of the other, and checks what it then shows.
func step(t *testing.T, w *desked, key string) {
	t.Helper()
	l := &w.m.list
	before := slices.Collect(l.articles)
	e, had := l.selected()
	cursor := l.cursor
	switch key {
	case "rest":
		w.rest()
	case "hear":
		if _, err := w.journal.Refresh(t.Context()); err != nil {
			t.Fatal(err)
		}
		w.send(journalMsg{corpus.EntityEdits(w.journal.Entities()), nil})
	default:
		w.keys(strings.Split(key, "_")...)
	}
	after := slices.Collect(l.articles)
	for i := range w.m.newest.Len() {
		d := w.m.newest.DocAt(i)
		state, _, _ := w.journal.State(called(t.Context(), w.m.corpus, w.m.newest, d))
		in := [...]bool{
			state.Place == triage.Inbox, !state.Read, state.Starred, state.Place == triage.Later, state.Place == triage.Archive, true,
		}
		for v, want := range in {
			if w.m.states.in(view(v)).Has(int32(d)) != want {
				t.Fatalf("after %s: view %d and article %d: %v by the journal", key, v, d, want)
			}
		}
		if slices.Contains(after, d) != (in[w.m.filter.view] || d == w.m.filter.stays) {
			t.Fatalf("after %s: the list of view %d is %s", key, w.m.filter.view, w.ids())
		}
	}
	now, ok := l.selected()
	if !had || !ok || !slices.Contains(strings.Fields("r s p x hear rest ="), key) {
		return
	}
	want := e.Doc
	for i := cursor; i < len(before) && !slices.Contains(after, want); i++ {
		want = before[i]
	}
	if slices.Contains(after, want) && now.Doc != want {
		t.Fatalf("after %s: the cursor went from %d to %d, not %d: %s", key, e.Doc, now.Doc, want, w.ids())
	}
}
