package corpus

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"jarida/corpus/cache"
	"jarida/corpus/entity"
)

// found opens a folder with a cache as one process does, and waits until all is found in its articles.
func found(tb testing.TB, store *cache.Store, o Options, args ...string) *Corpus {
	tb.Helper()
	o.Entities, o.Stories, o.Dates = true, true, true
	c := start(tb, store, o, args...)
	if err := errors.Join(c.WaitEntities(tb.Context()), c.WaitStories(tb.Context()), c.WaitDates(tb.Context())); err != nil {
		tb.Fatal(err)
	}
	return c
}

// foundIn tells all that is found in the articles of a corpus, by their ids.
func foundIn(tb testing.TB, c *Corpus) string {
	tb.Helper()
	s := c.Snapshot()
	x := s.Entities()
	var b strings.Builder
	for id, e := range x.All() {
		fmt.Fprintf(&b, "%d %+v %d %v\n", id, e, len(x.Articles(id)), x.Days(id))
	}
	for i := range s.Len() {
		d, err := c.Load(tb.Context(), s.DocAt(i))
		if err != nil {
			fmt.Fprintln(&b, s.At(i).ID, err)
			continue
		}
		f, err := c.Findings(tb.Context(), d)
		if err != nil {
			tb.Fatal(err)
		}
		quoted, _ := s.Facts(nil).State(hasQuotations)
		fmt.Fprintln(&b, s.At(i).ID, f.Mentions, f.Roles, f.Quotes, quoted.Has(int32(d.Entry.Doc)), s.MentionedDays(d.Entry.Doc), s.HasEntities(d.Entry.Doc))
	}
	for d, id := range s.Speakers() {
		fmt.Fprintln(&b, s.entry(d).ID, x.Name(id))
	}
	for i := range s.Stories().Len() {
		story := s.Stories().At(i)
		fmt.Fprint(&b, story.Kind)
		for _, doc := range story.Docs {
			why, _ := s.Stories().Why(doc)
			from, ok := s.Stories().From(doc)
			fmt.Fprint(&b, " ", s.entry(Doc(doc)).ID, why, ok && s.Index(Doc(from)) >= 0, s.Stories().SameText(story.Leader(), doc))
		}
		fmt.Fprintln(&b)
	}
	fmt.Fprintln(&b, s.EntityProgress(), s.StoryProgress(), s.DateProgress())
	return b.String()
}

// reportOf gives an article with names, words of somebody, and a day.
func reportOf(random *rand.Rand) string {
	people := []string{"فلاديمير بوتين", "بوتين", "دونالد ترامب", "دونالد ترمب", "ترمب", "عبد الفتاح السيسي", "السيسي"}
	places := []string{"موسكو", "واشنطن", "القاهرة", "أميركا", "أمريكا", "الرباط"}
	who, where := people[random.IntN(len(people))], places[random.IntN(len(places))]
	text := "عنوان التقرير\n2026-01-" + fmt.Sprintf("%02d", 1+random.IntN(28)) + "\n\n" +
		"قال الرئيس الروسي " + who + " في " + where + " إن الاجتماع ناجح. وأكد " + who + ": «سنعمل معا على إنهاء الأزمة في أقرب وقت ممكن». ووصل الرئيس الروسي أمس إلى " +
		places[random.IntN(len(places))] + ".\n\n" + paragraph
	if random.IntN(3) > 0 { // many tell of one event
		text = "وصول " + people[0] + " إلى " + where + "\n2026-01-16\n\nوصل " + people[0] + " اليوم الجمعة إلى " + where +
			" في زيارة رسمية تستغرق يومين يلتقي خلالها كبار المسؤولين ويوقع اتفاقات للتعاون في مجال الطاقة.\n\n" + paragraph
	}
	if random.IntN(4) == 0 {
		text += "\n----------\n\nالمقال الثاني عن " + people[random.IntN(len(people))] + "\n2020-05-09\n\n" + paragraph + " وصل " + who + " إلى " + where + ".\n"
	}
	return text
}

// TestKeptFindings holds what was kept of the stages to what a new process finds, whatever has happened to the files, and whatever the reader
// has corrected.
func TestKeptFindings(t *testing.T) {
	t.Parallel()
	store := cache.New(t.TempDir(), "1", 0)
	random := rand.New(rand.NewPCG(12, 5))
	dir := t.TempDir()
	path := func() string { return filepath.Join(dir, fmt.Sprintf("%d.txt", random.IntN(9))) }
	write := func(name string) {
		if err := os.WriteFile(name, []byte(reportOf(random)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for range 9 {
		write(path())
	}
	var o Options
	for round := range 10 {
		switch random.IntN(5) {
		case 0:
			o.Edits = entity.Edits{}
			o.Edits.Rename(entity.Spelled{Type: entity.Place, Text: "موسكو"}, "العاصمة")
			o.Edits.Merge(entity.Spelled{Type: entity.Place, Text: "القاهرة"}, entity.Spelled{Type: entity.Place, Text: "الرباط"})
		case 1:
			write(path())
		case 2:
			if name := path(); os.Rename(name, filepath.Join(dir, "r"+filepath.Base(name))) != nil {
				write(name)
			}
		case 3:
			_ = os.Remove(path()) // or it was not there
		}
		o.Lazy = random.IntN(2) == 0
		c := found(t, store, o, dir)
		if got, want := foundIn(t, c), foundIn(t, found(t, nil, o, dir)); got != want {
			t.Fatalf("round %d: kept\n%s\nread\n%s", round, got, want)
		}
		if random.IntN(2) == 0 {
			c.Close() // a command closes before it keeps
		}
		if err := c.Keep(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
}

// TestKeptFindingsCostNothing holds that nothing is read for what was kept, not the model either, and that beside a file that changed
// nothing else is.
func TestKeptFindingsCostNothing(t *testing.T) {
	t.Parallel()
	store := cache.New(t.TempDir(), "1", 0)
	random := rand.New(rand.NewPCG(2, 5))
	dir := t.TempDir()
	for i := range 8 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.txt", i)), []byte(reportOf(random)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	first := found(t, store, Options{}, dir)
	if err := first.Keep(t.Context()); err != nil {
		t.Fatal(err)
	}
	c := found(t, store, Options{Lazy: true}, dir)
	c.Close()
	if c.tagging.builder != nil || c.telling.builder != nil || c.taggers.first != nil || c.Snapshot().Progress().Bytes != 0 {
		t.Error("entities were found again")
	}
	if err := os.WriteFile(filepath.Join(dir, "3.txt"), []byte(reportOf(random)+" "), 0o600); err != nil {
		t.Fatal(err)
	}
	c = found(t, store, Options{Lazy: true}, dir)
	c.Close()
	if n := c.tagging.articles(); n > 2 { // the file may hold two
		t.Errorf("%d articles were read again", n)
	}
}

// articles gives how many articles were read for entities.
func (t *tagging) articles() (n int) {
	for _, w := range t.workers {
		n += w.articles
	}
	return n
}

// TestDamagedFindings holds that damage in what the stages have kept is seen, wherever it is, and costs no more than finding all again.
func TestDamagedFindings(t *testing.T) {
	t.Parallel()
	folder, dir := t.TempDir(), t.TempDir()
	store := cache.New(folder, "1", 0)
	random := rand.New(rand.NewPCG(3, 3))
	for i := range 3 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.txt", i)), []byte(reportOf(random)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	first := found(t, store, Options{}, dir)
	want := foundIn(t, first)
	if err := first.Keep(t.Context()); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil || len(files) != 5 {
		t.Fatal(files, err)
	}
	for range 60 {
		file := files[random.IntN(len(files))]
		whole, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		damaged := append([]byte(nil), whole...)
		damaged[random.IntN(len(damaged))] ^= 1 << random.IntN(8)
		if err := os.WriteFile(file, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		o := Options{Lazy: true}
		if random.IntN(2) == 0 { // so that the builder is needed
			o.Edits.Hide(entity.Spelled{Type: entity.Place, Text: "لا أحد"})
		}
		c := found(t, store, o, dir)
		if got := foundIn(t, c); got != want {
			t.Fatalf("damaged\n%s\nwant\n%s", got, want)
		}
		c.Close()
		if err := os.WriteFile(file, whole, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// TestOthersWorkStays holds that whoever keeps the index alone leaves the entities that others have kept.
func TestOthersWorkStays(t *testing.T) {
	t.Parallel()
	store := cache.New(t.TempDir(), "1", 0)
	random := rand.New(rand.NewPCG(4, 4))
	dir := t.TempDir()
	for i := range 4 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.txt", i)), []byte(reportOf(random)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := found(t, store, Options{}, dir).Keep(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "4.txt"), []byte(reportOf(random)), 0o600); err != nil {
		t.Fatal(err)
	}
	keepAll(t, store, dir)
	c := found(t, store, Options{Lazy: true}, dir)
	c.Close()
	if n := c.tagging.articles(); n > 2 {
		t.Errorf("%d articles were read for entities", n)
	}
}

// TestKeepWaitsForNoStage holds that what one stage has is kept while others wait for those before them.
func TestKeepWaitsForNoStage(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte(paragraph), 0o600); err != nil {
		t.Fatal(err)
	}
	c := start(t, cache.New(t.TempDir(), "1", 0), Options{}, dir)
	c.Close()
	c.tagging = newTagging(c, entity.Edits{}) // which never comes to its end: it is not run
	c.telling, c.dating = newTelling(c), newDating(c)
	ctx, stop := context.WithCancel(t.Context())
	var stages sync.WaitGroup
	stages.Go(func() { c.telling.run(ctx) })
	stages.Go(func() { c.dating.run(ctx) })
	defer stages.Wait()
	defer stop()
	for _, restored := range c.restored()[1:] {
		<-restored
	}
	kept := make(chan error, 1)
	go func() { kept <- c.Keep(ctx) }()
	select {
	case err := <-kept:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(20 * time.Second):
		t.Error("nothing is kept as long as a stage waits")
	}
}

// TestEditsWithoutBuilder holds that corrections which come when the stage has seen that what was kept is right, and has no builder, wait until it has
// one.
func TestEditsWithoutBuilder(t *testing.T) {
	t.Parallel()
	store, random, dir := cache.New(t.TempDir(), "1", 0), rand.New(rand.NewPCG(2, 7)), t.TempDir()
	for i := range 4 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.txt", i)), []byte(reportOf(random)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := found(t, store, Options{}, dir).Keep(t.Context()); err != nil {
		t.Fatal(err)
	}
	c, o := found(t, store, Options{Lazy: true}, dir), Options{Lazy: true}
	o.Edits.Rename(entity.Spelled{Type: entity.Place, Text: "موسكو"}, "العاصمة")
	func() {
		c.tagging.work.Lock()
		defer c.tagging.work.Unlock()
		if c.tagging.builder != nil {
			t.Error("what was kept is not right")
		}
		c.SetEdits(o.Edits)
		c.tagging.publish(c.Snapshot(), true)
	}()
	want := foundIn(t, found(t, nil, o, dir))
	eventually(t, "the corrections are there", func() bool { return foundIn(t, c) == want })
	if !strings.Contains(want, "العاصمة") {
		t.Error("nothing is corrected")
	}
}

// TestReleased holds that a corpus which stays open lets go of what it needed to find stories once that is kept, that what two articles have in
// common can be told all the same, and that it goes on with what was kept when a file changes.
func TestReleased(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(2, 9))
	dir := t.TempDir()
	write := func(name string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(reportOf(random)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 12 {
		write(fmt.Sprintf("%d.txt", i))
	}
	a := &arguments{args: []string{dir}}
	l, err := a.list(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	l.memory, l.began = newMemory(t.Context(), cache.New(t.TempDir(), "1", 0), a.args, true), l.began.Add(time.Hour) // all files have rested
	c, err := open(t.Context(), l, Options{Watch: true, Entities: true, Stories: true, Dates: true}, &watch{arguments: a, notify: newNotifier})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	if err := errors.Join(c.WaitEntities(t.Context()), c.WaitStories(t.Context()), c.WaitDates(t.Context())); err != nil {
		t.Fatal(err)
	}
	released := func() bool {
		c.telling.work.Lock()
		defer c.telling.work.Unlock()
		return c.telling.builder == nil && c.telling.kept != nil
	}
	eventually(t, "the stories are released", released)
	releasedNames := func() bool {
		c.tagging.work.Lock()
		defer c.tagging.work.Unlock()
		return c.tagging.builder == nil && c.tagging.kept != nil && c.tagging.workers == nil
	}
	eventually(t, "the entities are released", releasedNames)
	fresh := func() string { return foundIn(t, found(t, nil, Options{}, dir)) }
	if got, want := foundIn(t, c), fresh(); got != want {
		t.Fatalf("released\n%s\nread\n%s", got, want)
	}
	for _, name := range []string{"3.txt", "5.txt"} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		write(name)
		// It stays in its place, by which it is known which of two articles of one day came first.
		if err := os.Chtimes(filepath.Join(dir, name), info.ModTime(), info.ModTime()); err != nil {
			t.Fatal(err)
		}
		want := fresh()
		eventually(t, "the stories follow", func() bool { return foundIn(t, c) == want })
	}
	if released() || releasedNames() {
		t.Error("what was kept is not gone on with")
	}
}

// eventually waits until something is so.
func eventually(tb testing.TB, what string, so func() bool) {
	tb.Helper()
	for end := time.Now().Add(20 * time.Second); !so(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			tb.Fatalf("not in time: %s", what)
		}
	}
}
