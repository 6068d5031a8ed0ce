package triage

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"
)

// pair is two journals in which the same is decided; the first is compacted now and then.
type pair struct {
	t       *testing.T
	r       *rand.Rand
	now     time.Time
	folders [2]string
	j       [2]*Journal
}

func newPair(t *testing.T, seed uint64) *pair {
	t.Helper()
	p := &pair{
		t: t, r: rand.New(rand.NewPCG(seed, 7)), now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC),
		folders: [2]string{t.TempDir(), t.TempDir()},
	}
	p.open()
	return p
}

func (p *pair) open() {
	p.t.Helper()
	for i, folder := range p.folders {
		if p.j[i] != nil {
			_ = p.j[i].Close()
		}
		j, err := Open(p.t.Context(), folder, Options{Host: "desk", Now: func() time.Time { return p.now }})
		if err != nil {
			p.t.Fatal(err)
		}
		j.limits = limits{undo: 4, size: 1}
		p.j[i] = j
	}
}

// both does the same to both journals.
func (p *pair) both(do func(j *Journal) error) {
	p.t.Helper()
	a, b := do(p.j[0]), do(p.j[1])
	if (a == nil) != (b == nil) {
		p.t.Fatalf("compacted: %v, else: %v", a, b)
	}
}

func (p *pair) article() Article {
	a := Article{Path: fmt.Sprintf("%d.txt", p.r.IntN(5))}
	if p.r.IntN(8) > 0 {
		a.Hash = Hash(fmt.Sprint("content ", p.r.IntN(9)))
	}
	return a
}

func (p *pair) event() Event {
	decided := [...]Act{ToInbox, ToLater, ToArchive, MarkRead, Unread, Star, Unstar}
	switch p.r.IntN(12) {
	case 0:
		return Event{Act: At, Articles: []Article{p.article()}, Position: p.r.IntN(1000)}
	case 1:
		return Event{Act: SaveSearch, Search: &Search{Name: fmt.Sprint("search ", p.r.IntN(3)), Query: fmt.Sprint("query ", p.r.IntN(9))}}
	case 2:
		return Event{Act: ForgetSearch, Search: &Search{Name: fmt.Sprint("search ", p.r.IntN(3))}}
	case 3:
		return Event{Act: MergeEntities, Entity: &Entity{Type: "person", Names: []string{strconv.Itoa(p.r.IntN(9)), "ب"}}}
	case 4:
		return Event{Act: Changed, Articles: []Article{p.article()}, From: p.article().Hash}
	}
	e := Event{Act: decided[p.r.IntN(len(decided))]}
	for range 1 + p.r.IntN(3) {
		e.Articles = append(e.Articles, p.article())
	}
	return e
}

// step does one thing to both.
func (p *pair) step() {
	p.t.Helper()
	p.now = p.now.Add(time.Duration(p.r.IntN(3)) * time.Second)
	switch p.r.IntN(10) {
	case 0, 1:
		if len(p.j[0].history.done) > 0 {
			p.both(func(j *Journal) error { _, err := j.Undo(p.t.Context()); return err })
		}
	case 2:
		if len(p.j[0].history.undone) > 0 {
			p.both(func(j *Journal) error { _, err := j.Redo(p.t.Context()); return err })
		}
	case 3:
		// As another program would write it: without the events by which contents inherit.
		e := p.event()
		p.both(func(j *Journal) error {
			j.disk.Lock()
			defer j.disk.Unlock()
			_, err := j.append(p.t.Context(), func() ([]Event, error) { return []Event{e}, nil })
			return err
		})
	case 4:
		line := fmt.Sprintf(`{"v":7,"time":%q,"host":"new","seq":1,"id":"new %d","act":"paint"}`+"\n{torn\n", p.now.Format(time.RFC3339), p.r.Int())
		p.both(func(j *Journal) error { return appendLine(j.path, []byte(line)) })
	default:
		e := p.event()
		p.both(func(j *Journal) error { _, err := j.Do(p.t.Context(), e); return err })
	}
}

// compact compacts the first journal, whether it is worth its while or not.
func (p *pair) compact() {
	p.t.Helper()
	j := p.j[0]
	if _, err := j.Refresh(p.t.Context()); err != nil || j.file == nil {
		p.t.Fatal(err)
	}
	undoable := len(j.history.done)
	if err := j.compact(p.t.Context(), newPlan(j.history, j.limits.undo), j.path+freshSuffix); err != nil {
		data, _ := os.ReadFile(j.path)
		p.t.Fatalf("%v\n%s", err, data)
	}
	if n := len(j.history.done); n < min(undoable, j.limits.undo) {
		p.t.Errorf("%d decisions can be undone, before %d", n, undoable)
	}
}

// compare holds that both journals say the same of everything.
func (p *pair) compare(step int) {
	p.t.Helper()
	for i := range p.j {
		if _, err := p.j[i].Refresh(p.t.Context()); err != nil {
			p.t.Fatal(err)
		}
	}
	a, b := p.j[0], p.j[1]
	for content := -1; content < 10; content++ {
		for path := range 6 {
			of := Article{Path: fmt.Sprintf("%d.txt", path)}
			if content >= 0 {
				of.Hash = Hash(fmt.Sprint("content ", content))
			}
			s, from, inherited := a.State(of)
			s2, from2, inherited2 := b.State(of)
			if s != s2 || from != from2 || inherited != inherited2 {
				data, _ := os.ReadFile(a.path)
				p.t.Fatalf("step %d: content %d at %d: compacted %+v %s %v, else %+v %s %v\n%s", step, content, path,
					s, from, inherited, s2, from2, inherited2, data)
			}
		}
	}
	if !reflect.DeepEqual(a.Searches(), b.Searches()) {
		p.t.Fatalf("step %d: searches %v, else %v", step, a.Searches(), b.Searches())
	}
	if ea, eb := a.Entities(), b.Entities(); len(ea) != len(eb) {
		p.t.Fatalf("step %d: %d corrections, else %d", step, len(ea), len(eb))
	}
	if a.history.foreign != b.history.foreign {
		p.t.Fatalf("step %d: %d foreign events, else %d", step, a.history.foreign, b.history.foreign)
	}
}

// TestCompactionChangesNothing holds that a journal that is compacted now and then says the same as one that never is, of every article, whatever
// is decided, undone and redone before and after, and however it is opened again.
func TestCompactionChangesNothing(t *testing.T) {
	t.Parallel()
	for seed := range uint64(6) {
		p := newPair(t, seed)
		for step := range 150 {
			p.step()
			if p.r.IntN(12) == 0 && len(p.j[0].history.entries) > 0 {
				p.compact()
			}
			if p.r.IntN(25) == 0 {
				p.open()
			}
			p.compare(step)
		}
	}
}

// TestCompactWhenWorthIt holds when compaction is done, what it leaves, and that other windows go on with the new file.
func TestCompactWhenWorthIt(t *testing.T) {
	t.Parallel()
	p := newPair(t, 1)
	j := p.j[0]
	other, err := Open(t.Context(), p.folders[0], Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	a := Article{Hash: Hash("a"), Path: "a.txt"}
	act := func(j *Journal, act Act) {
		t.Helper()
		if _, err := j.Do(t.Context(), Event{Act: act, Articles: []Article{a}}); err != nil {
			t.Fatal(err)
		}
	}
	compact := func(want bool) {
		t.Helper()
		if done, err := j.Compact(t.Context()); err != nil || done != want {
			t.Fatalf("compacted: %v, %v", done, err)
		}
	}
	compact(false) // there is none
	for range 6 {
		act(j, Star)
	}
	compact(false) // it would not be halved
	for range 14 {
		act(j, Unstar)
		act(other, Star)
	}
	j.limits.size = 1 << 20
	compact(false) // it is small
	j.limits.size = 1
	compact(true)
	compact(false)
	if data, err := os.ReadFile(j.path); err != nil || bytes.Count(data, []byte("\n")) != 5 {
		t.Errorf("%v: it is now\n%s", err, data)
	}
	if entries, err := os.ReadDir(p.folders[0]); err != nil || len(entries) != 2 {
		t.Errorf("beside the journal and its lock there is something: %v, %v", entries, err)
	}
	act(other, ToLater)
	if _, err := j.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, j := range []*Journal{j, other} {
		if s, _, _ := j.State(a); s != (State{Place: Later, Starred: true}) {
			t.Errorf("after a decision of the other window: %+v", s)
		}
	}
	for range 5 {
		if _, err := other.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := other.Undo(t.Context()); !errors.Is(err, ErrNothing) {
		t.Errorf("a settled decision was undone: %v", err)
	}
	if n := len(other.Last(99)); n != 5 {
		t.Errorf("%d decisions are listed, want the 5 that can be redone", n)
	}
}

// TestCompactKeepsUnknownFields holds that what a newer version added to an event stays in it, and that journals can be put together afterwards.
func TestCompactKeepsUnknownFields(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	one, two := Hash("one"), Hash("two")
	line := func(i int, act, hash, more string) string {
		return fmt.Sprintf(`{"v":1,"time":"2026-01-01T00:00:%02dZ","host":"h","seq":%d,"id":"%016x","act":%q,"articles":[{"hash":%q},{"hash":%q}]%s}`+"\n",
			i, i, i, act, hash, two, more)
	}
	before := line(1, "star", one, `,"note":"مهم"`) + line(2, "read", one, `,"why":{"a":1}`) + line(3, "read", Hash("three"), "") + line(4, "archive", one, "")
	if err := os.WriteFile(filepath.Join(folder, fileName), []byte(before), 0o600); err != nil {
		t.Fatal(err)
	}
	j, err := Open(t.Context(), folder, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	if err := j.compact(t.Context(), newPlan(j.history, 1), j.path+freshSuffix); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(j.path)
	if err != nil {
		t.Fatal(err)
	}
	settled := `,"settled":true`
	want := line(1, "star", one, `,"note":"مهم"`+settled) +
		strings.Replace(line(2, "read", one, settled+`,"why":{"a":1}`), fmt.Sprintf(`,{"hash":%q}`, two), "", 1) +
		line(3, "read", Hash("three"), settled) + line(4, "archive", one, "")
	if string(data) != want {
		t.Errorf("compacted\n%s\nwant\n%s", data, want)
	}
	// A copy of before, as of another machine, behind it: nothing counts twice, nothing changes.
	if err := os.WriteFile(j.path, append(data, before...), 0o600); err != nil {
		t.Fatal(err)
	}
	was := j.history
	if _, err := j.Refresh(t.Context()); err != nil || !was.sameArticles(j.history) || len(j.history.entries) != 4 {
		t.Errorf("%v: put together there are %d events", err, len(j.history.entries))
	}
}
