package corpus_test

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"jarida/corpus"
	"jarida/corpus/entity"
	"jarida/corpus/triage"
)

// withEntities opens arguments and finds their entities.
func withEntities(tb testing.TB, o corpus.Options, args ...string) *corpus.Corpus {
	tb.Helper()
	o.Entities = true
	c, err := corpus.Open(tb.Context(), args, o)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(c.Close)
	if err := c.WaitEntities(tb.Context()); err != nil {
		tb.Fatal(err)
	}
	return c
}

// report is an article about a person in a place.
func report(person, place, day string) string {
	return fmt.Sprintf("%s في %s\n%s\n\nاستقبل الرئيس %s أمس الخميس في %s وفداً من وكالة «رويترز» ضم 12 شخصاً.\n\n"+
		"وقال %s: «ناقشنا كل ما يهم بلدينا، وسنواصل الحوار من دون انقطاع».\n", person, place, day, person, place, person)
}

// known tells all that a snapshot knows of entities, by the ids of its articles and the names of the entities.
func known(s *corpus.Snapshot) string {
	var b strings.Builder
	x := s.Entities()
	if x == nil {
		return "nothing"
	}
	for i := range s.Len() {
		e := s.At(i)
		fmt.Fprintf(&b, "%s %v\n", e.ID, s.HasEntities(e.Doc))
		for _, m := range x.Mentions(int32(e.Doc)) {
			fmt.Fprintf(&b, "  %+v %s\n", m.Mention, x.Name(m.Entity))
		}
		for _, r := range x.Roles(int32(e.Doc)) {
			name := ""
			if r.Entity >= 0 {
				name = x.Name(r.Entity)
			}
			fmt.Fprintf(&b, "  %+v %s\n", r.Role, name)
		}
	}
	for _, e := range x.All() {
		fmt.Fprintf(&b, "%+v\n", e)
	}
	for d, id := range s.Speakers() {
		fmt.Fprintf(&b, "%s quotes %s\n", s.At(s.Index(d)).ID, x.Name(id))
	}
	fmt.Fprintf(&b, "%+v", s.EntityProgress())
	return b.String()
}

// knows fails where a corpus does not come to know what a new one does.
func knows(tb testing.TB, c *corpus.Corpus, o corpus.Options, args ...string) {
	tb.Helper()
	o.Watch = false
	want := known(withEntities(tb, o, args...).Snapshot())
	timeout := time.After(20 * time.Second)
	for {
		got := known(c.Snapshot())
		if got == want {
			return
		}
		select {
		case <-c.Changed():
		case <-timeout:
			tb.Fatalf("the watched corpus knows\n%s\na new one\n%s", got, want)
		}
	}
}

func names(s *corpus.Snapshot) (all []string) {
	for _, e := range s.Entities().All() {
		all = append(all, fmt.Sprintf("%s %s %d", e.Type, e.Name, e.Articles))
	}
	return all
}

func TestEntities(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	day := time.Date(2026, 1, 17, 12, 0, 0, 0, time.UTC)
	put(t, filepath.Join(dir, "a.txt"), report("فلاديمير بوتين", "موسكو", "2026-01-16"), day)
	put(t, filepath.Join(dir, "b.txt"), report("عبد الفتاح السيسي", "القاهرة", "2026-01-09"), day)
	put(t, filepath.Join(dir, "empty.txt"), "", day)
	closed := filepath.Join(dir, "dead.txt")
	if err := os.Symlink("nowhere.txt", closed); err != nil {
		t.Fatal(err)
	}
	c := withEntities(t, corpus.Options{}, dir)
	s := c.Snapshot()
	got := names(s)
	slices.Sort(got)
	same(t, "entities", got, []string{"organisation رويترز 2", "person عبد الفتاح السيسي 1", "person فلاديمير بوتين 1", "place القاهرة 1", "place موسكو 1"})
	if p, want := s.EntityProgress(), (corpus.EntityProgress{Articles: 4, Read: 4, Done: true}); p != want {
		t.Errorf("%+v, want %+v", p, want)
	}
	for i := range s.Len() {
		e := s.At(i)
		if s.HasEntities(e.Doc) == e.Failed {
			t.Errorf("%s: %v", e.ID, s.HasEntities(e.Doc))
		}
	}
	e, _ := s.Lookup("a.txt")
	d, err := c.Load(t.Context(), e.Doc)
	if err != nil {
		t.Fatal(err)
	}
	f, err := c.Findings(t.Context(), d)
	if err != nil {
		t.Fatal(err)
	}
	text := func(start, end int) string { return d.Source.Text[start:end] }
	if len(f.Quotes) != 1 || f.Quotes[0].Speaker < 0 || f.Index.Name(f.Quotes[0].Speaker) != "فلاديمير بوتين" {
		t.Errorf("quotes %+v", f.Quotes)
	}
	if len(f.Amounts) != 1 || text(f.Amounts[0].Start, f.Amounts[0].End) != "12 شخصاً" {
		t.Errorf("amounts %+v", f.Amounts)
	}
	if len(f.Dates) != 2 || f.Dates[1].ISO != "2026-01-15" || text(f.Dates[1].Start, f.Dates[1].End) != "أمس الخميس" {
		t.Errorf("dates %+v", f.Dates)
	}
}

// TestSpeakers holds that who is quoted in all articles is who is found when each is read by itself.
func TestSpeakers(t *testing.T) {
	t.Parallel()
	c, err := corpus.OpenEdition(t.Context(), corpus.Options{Entities: true})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if err := c.WaitEntities(t.Context()); err != nil {
		t.Fatal(err)
	}
	s := c.Snapshot()
	want := map[string]int{}
	for i := range s.Len() {
		d, err := c.Load(t.Context(), s.DocAt(i))
		if err != nil {
			t.Fatal(err)
		}
		n, err := c.Names(t.Context(), d)
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range c.Quotes(d, n) {
			if !q.Repeat && q.Quote.Speaker.Known && q.Speaker >= 0 {
				want[d.Entry.ID+" "+n.Index.Name(q.Speaker)]++
			}
		}
	}
	got := map[string]int{}
	for d, id := range s.Speakers() {
		got[s.At(s.Index(d)).ID+" "+s.Entities().Name(id)]++
	}
	if len(want) == 0 || !maps.Equal(got, want) {
		t.Errorf("%v are quoted, not %v", want, got)
	}
}

// TestWithoutEntities holds that a list costs no entities, and that one article can be asked for all the same.
func TestWithoutEntities(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, filepath.Join(dir, "a.txt"), report("فلاديمير بوتين", "موسكو", "2026-01-16"), time.Now())
	c := open(t, dir)
	c.SetEdits(entity.Edits{})
	s := c.Snapshot()
	if s.Entities() != nil || s.HasEntities(0) || s.EntityProgress().Done {
		t.Errorf("there are entities: %+v", s.EntityProgress())
	}
	if err := c.WaitEntities(t.Context()); !errors.Is(err, corpus.ErrClosed) {
		t.Errorf("waiting for entities gives %v", err)
	}
	d, err := c.Load(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	f, err := c.Findings(t.Context(), d)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, m := range f.Mentions {
		if m.Entity != -1 || f.Index != nil {
			t.Errorf("%+v belongs to an entity", m)
		}
		found = append(found, d.Source.Text[m.Start:m.End])
	}
	want := []string{"فلاديمير بوتين", "موسكو", "فلاديمير بوتين", "موسكو", "رويترز", "فلاديمير بوتين"}
	same(t, "mentions", found, want)
	if len(f.Quotes) != 1 || !f.Quotes[0].Quote.Speaker.Known || f.Quotes[0].Speaker != -1 {
		t.Errorf("quotes %+v", f.Quotes)
	}
}

// TestTeaserDates holds that a date in a related story does not refer to the day of the article around it.
func TestTeaserDates(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, filepath.Join(dir, "a.txt"), "عنوان المقال\n2026-01-16\n\n"+body+"\nوقع ذلك أمس الخميس في الميناء القديم على الساحل الشرقي للمدينة.\n\n"+
		"مواضيع ذات صلة\n\nافتتاح معرض الكتاب أمس\n\n", time.Now())
	c := open(t, dir)
	d, err := c.Load(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range corpus.Dates(d) {
		got = append(got, d.Source.Text[m.Start:m.End]+" "+m.ISO)
	}
	same(t, "dates", got, []string{"2026-01-16 2026-01-16", "أمس الخميس 2026-01-15", "أمس "})
}

func TestSetEdits(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, filepath.Join(dir, "a.txt"), report("فلاديمير بوتين", "موسكو", "2026-01-16"), time.Now())
	moscow := entity.Spelled{Type: entity.Place, Text: "موسكو"}
	c := withEntities(t, corpus.Options{Edits: entity.Edits{Renamed: map[entity.Spelled]string{moscow: "العاصمة"}}}, dir)
	called := func(name string) func(s *corpus.Snapshot) bool {
		return func(s *corpus.Snapshot) bool {
			id, ok := s.Entities().Spelled(moscow)
			return ok && s.Entities().Name(id) == name && s.EntityProgress().Done
		}
	}
	if !called("العاصمة")(c.Snapshot()) {
		t.Errorf("entities %q", names(c.Snapshot()))
	}
	c.SetEdits(entity.Edits{})
	until(t, c, "the name without edits", called("موسكو"))
}

// TestEntitiesFollowFiles holds that a watched corpus comes to know what a new one would, whatever happens to its files.
func TestEntitiesFollowFiles(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(5, 7))
	people := []string{"فلاديمير بوتين", "بوتين", "دونالد ترامب", "دونالد ترمب", "ترمب", "عبد الفتاح السيسي", "السيسي"}
	places := []string{"موسكو", "واشنطن", "القاهرة", "أميركا", "أمريكا", "الرباط"}
	dir := t.TempDir()
	path := func() string { return filepath.Join(dir, fmt.Sprintf("%d.txt", random.IntN(12))) }
	story := func() string {
		return report(people[random.IntN(len(people))], places[random.IntN(len(places))], fmt.Sprintf("2026-01-%02d", 1+random.IntN(28)))
	}
	edits := entity.Edits{Merged: []entity.Merge{{A: entity.Spelled{Type: entity.Place, Text: "موسكو"}, B: entity.Spelled{Type: entity.Place, Text: "الرباط"}}}}
	o := corpus.Options{Watch: true, Edits: edits}
	for range 8 {
		put(t, path(), story(), time.Now())
	}
	c := withEntities(t, o, dir)
	for range 6 {
		for range 1 + random.IntN(4) {
			switch name := path(); random.IntN(4) {
			case 0:
				if err := os.Remove(name); err != nil && !errors.Is(err, os.ErrNotExist) {
					t.Fatal(err)
				}
			case 1:
				put(t, name, story()+"\n----------\n\n"+story(), time.Now())
			default:
				put(t, name, story(), time.Now())
			}
		}
		knows(t, c, o, dir)
	}
}

// TestCloseWhileFinding holds that nothing goes on behind Close, and that whoever waits is told.
func TestCloseWhileFinding(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for i := range 2000 {
		put(t, filepath.Join(dir, fmt.Sprintf("%d.txt", i)), report("فلاديمير بوتين", "موسكو", "2026-01-16"), time.Now())
	}
	c, err := corpus.Open(t.Context(), []string{dir}, corpus.Options{Entities: true})
	if err != nil {
		t.Fatal(err)
	}
	for s := c.Snapshot(); s.Entities() == nil; s = c.Snapshot() {
		<-c.Changed()
	}
	c.Close()
	for range c.Changed() { // which Close has closed
		continue
	}
	whole := c.Snapshot().EntityProgress().Done
	if err := c.WaitEntities(t.Context()); whole != (err == nil) || err != nil && !errors.Is(err, corpus.ErrClosed) {
		t.Errorf("waiting gives %v; all were found: %v", err, whole)
	}
}

func TestEntityEdits(t *testing.T) {
	t.Parallel()
	about := func(typ string, names ...string) *triage.Entity {
		return &triage.Entity{Type: typ, Names: names, Name: "ب"}
	}
	spelled := func(text string) entity.Spelled { return entity.Spelled{Type: entity.Person, Text: text} }
	got := corpus.EntityEdits([]triage.Event{
		{Act: triage.MergeEntities, Entity: about("person", "أ", "ت")},
		{Act: triage.MergeEntities, Entity: about("person", "أ")},
		{Act: triage.MergeEntities, Entity: about("person", "ج", "ح")},
		{Act: triage.SplitEntity, Entity: about("person", "ج")},
		{Act: triage.SplitEntity, Entity: about("person", "خ")},
		{Act: triage.RenameEntity, Entity: about("person", "أ")},
		{Act: triage.HideEntity, Entity: about("person", "د")},
		{Act: triage.HideEntity, Entity: about("person", "ذ")},
		{Act: triage.ShowEntity, Entity: about("person", "ذ")},
		{Act: triage.HideEntity, Entity: about("planet", "ر")},
		{Act: triage.HideEntity, Entity: about("person")},
		{Act: triage.HideEntity},
		{Act: triage.Star, Entity: about("person", "ز")},
	})
	want := entity.Edits{
		Merged:  []entity.Merge{{A: spelled("أ"), B: spelled("ت")}},
		Split:   []entity.Spelled{spelled("خ")},
		Renamed: map[entity.Spelled]string{spelled("أ"): "ب"},
		Hidden:  map[entity.Spelled]bool{spelled("د"): true},
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%v, want %v", got, want)
	}
}
