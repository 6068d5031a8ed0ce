package ui

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"jarida/corpus"
)

const (
	fireText = `حريق كبير يلتهم سوق المنامة القديم

رويترز - %s

اندلع حريق كبير فجر اليوم الثلاثاء في سوق المنامة القديم وأتى على أربعين متجرا قبل أن تتمكن فرق الدفاع المدني من إخماده بعد خمس ساعات.

وقال العقيد سلمان الدوسري إن الحريق بدأ في متجر للأقمشة بسبب تماس كهربائي، مضيفا أن ثلاثة من رجال الإطفاء أصيبوا بحروق طفيفة.

وأمرت البلدية بإغلاق الشوارع المحيطة بالسوق حتى انتهاء المعاينة.
`
	fireElsewhere = `النيران تلتهم سوق المنامة القديم وتدمر أربعين متجرا

أ ف ب - %s

دمر حريق كبير شب الثلاثاء في سوق المنامة القديم نحو أربعين متجرا، وفق ما أعلن الدفاع المدني الذي عزا الحريق إلى تماس كهربائي في متجر للأقمشة.

وأصيب ثلاثة من رجال الإطفاء، وأغلقت البلدية محيط السوق.
`
	footballText = `الاتحاد يهزم الهلال بثلاثية في نهائي الكأس

%s

فاز الاتحاد على الهلال بثلاثة أهداف نظيفة مساء السبت في المباراة النهائية لكأس الملك التي أقيمت على ملعب الجوهرة بجدة.

وسجل المهاجم فهد المولد هدفين قبل أن يضيف زميله الثالث في الوقت بدل الضائع.
`
	museumText = `متحف جديد للخط العربي يفتح أبوابه في فاس

%s

افتتح في مدينة فاس متحف للخط العربي يضم مئتي مخطوط جمعها خطاط مغربي طوال نصف قرن من الأسفار.

ويستقبل المتحف زواره كل يوم عدا الجمعة، والدخول إليه مجاني حتى نهاية الشهر.
`
	rainText = `أمطار غزيرة تقطع طريق الجبل شمال عمان

%s

قطعت سيول جارفة طريق الجبل صباح أمس وعلقت عشرات السيارات ساعات قبل أن تصل إليها آليات الأشغال العامة.

وتوقعت الأرصاد استمرار الأمطار إلى نهاية الأسبوع ودعت إلى الابتعاد عن الأودية.
`
)

// storyArticles are six articles in the order of their names, three of which, b, d and e, tell one story: e is the earliest, b has its text.
func storyArticles() map[string]string {
	on := func(text string, day int) string { return fmt.Sprintf(text, fmt.Sprintf("%d مارس 2026", day)) }
	return map[string]string{
		"a.txt": on(footballText, 5), "b.txt": strings.Replace(on(fireText, 4), "خمس ساعات", "ست ساعات", 1), "c.txt": on(museumText, 4),
		"d.txt": on(fireElsewhere, 4), "e.txt": on(fireText, 3), "f.txt": on(rainText, 3),
	}
}

// withStories are the options of a screen whose list is grouped.
func withStories() Options {
	o := testOptions()
	o.Stories = true
	return o
}

// openStories opens a corpus over files and waits until their stories are known.
func openStories(tb testing.TB, files map[string]string) *corpus.Corpus {
	tb.Helper()
	c := openWith(tb, files, corpus.Options{Search: true, Stories: true})
	if err := c.WaitStories(tb.Context()); err != nil {
		tb.Fatal(err)
	}
	return c
}

// told gives the rows of the list: of a story how many more articles it has, below an open one each behind a >, with = one of the same text; the
// one under the cursor in brackets.
func (s *screen) told() string {
	var all []string
	l := &s.m.list
	for i := range l.length() {
		of := s.m.inStory(i)
		row := strings.TrimSuffix(l.snap.At(l.at(i)).ID, ".txt") + of.number()
		if of.same {
			row = "=" + row
		}
		if of.within {
			row = ">" + row
		}
		if i == l.cursor {
			row = "[" + row + "]"
		}
		all = append(all, row)
	}
	return strings.Join(all, " ")
}

// TestStoryRows holds which rows the list has, whatever it is filtered and sorted by and whatever is open.
func TestStoryRows(t *testing.T) {
	t.Parallel()
	c := openStories(t, storyArticles())
	for _, tt := range []struct {
		keys     string
		rows     string
		position string
		notice   string
	}{
		{"", "[a] b+2 c f", "1/6", ""},
		{"j", "a [b+2] c f", "2/6", ""},
		{"j j", "a b+2 [c] f", "5/6", ""},
		{"j -", "a [b-2] >d >=e c f", "2/6", ""},
		{"j g s", "a [b-2] >d >=e c f", "2/6", ""},
		{"j ل س", "a [b-2] >d >=e c f", "2/6", ""},
		{"j - j j", "a b-2 >d [>=e] c f", "4/6", ""},
		{"j - j j -", "a [b+2] c f", "2/6", ""},
		{"j - -", "a [b+2] c f", "2/6", ""},
		{"-", "[a] b+2 c f", "1/6", "no other article here tells this story"},
		{"g e", "a b+2 c [f]", "6/6", ""},
		{":sort_date_reverse g g", "[f] e+2 c a", "1/6", ""},
		{":sort_date_reverse g g j -", "f [e-2] >d >=b c a", "2/6", ""},
		{":sort_title g g", "[a] d+2 f c", "1/6", ""},
		{":sort_title g g j -", "a [d-2] >b >e f c", "2/6", ""},
		{":sort_words", "b+2 [a] c f", "4/6", "sort: words"},
		{":stories_off", "[a] b c d e f", "1/6", "stories: off"},
		{"j :stories_off :stories_on", "a [b+2] c f", "2/6", "stories: on"},
		{"j - j :stories_off", "a b c [d] e f", "4/6", "stories: off"},
		{"j - j :stories_off :stories_on", "a b-2 [>d] >=e c f", "3/6", "stories: on"},
		{"/ الاطفاء enter", "[b+2]", "1/3", ""},
		{"/ أربعين enter -", "[b-2] >d >=e", "1/3", ""},
		{"/ النيران enter", "[d]", "1/1", ""},
		{"/ العقيد enter", "[b+1]", "1/2", ""},
		{"/ العقيد enter esc", "a [b+2] c f", "2/6", ""},
		{"j - / النيران enter esc", "a b-2 [>d] >=e c f", "3/6", ""},
	} {
		t.Run(tt.keys, func(t *testing.T) {
			t.Parallel()
			s := newScreen(t, c, withStories(), 100, 12)
			s.typed(tt.keys)
			if got := s.told(); got != tt.rows {
				t.Errorf("list %s, want %s", got, tt.rows)
			}
			if got := s.m.position(); got != tt.position {
				t.Errorf("position %s, want %s", got, tt.position)
			}
			if s.m.notice != tt.notice {
				t.Errorf("notice %q, want %q", s.m.notice, tt.notice)
			}
		})
	}
}

// typed presses keys by their names; a line behind a colon is a command, Arabic words are typed letter by letter.
func (s *screen) typed(keys string) {
	s.t.Helper()
	for key := range strings.FieldsSeq(keys) {
		switch line, command := strings.CutPrefix(key, ":"); {
		case key == "rest":
			s.rest()
		case command:
			s.command(strings.ReplaceAll(line, "_", " "))
		case len(key) > 2 && key[0] >= 0x80:
			for _, r := range key {
				s.keys(string(r))
			}
		default:
			s.keys(key)
		}
		s.rest()
	}
}

// TestStoryActs holds what the keys decide about a story, or about one of its articles.
func TestStoryActs(t *testing.T) {
	t.Parallel()
	c := openStories(t, storyArticles())
	for _, tt := range []struct {
		name   string
		keys   string
		rows   string
		lines  string
		notice string
	}{
		{"a closed story", "j x", "a [c] f", "archive b.txt d.txt e.txt", "archived: 3 · u undoes it"},
		{"undone", "j x u", "a b+2 [c] f", "archive b.txt d.txt e.txt (undone)", "undone: archived: 3"},
		{"undone and redone", "j x u g u", "a [c] f", "archive b.txt d.txt e.txt", "redone: archived: 3"},
		{"the first of an open one", "j - x", "a c [d-1] >e f", "archive b.txt", "archived"},
		{"the first of an open one, undone", "j - x u", "a [b-2] >d >=e c f", "archive b.txt (undone)", "undone: archived"},
		{"one of an open one", "j - j x", "a b-1 [>=e] c f", "archive d.txt", "archived"},
		{"one of an open one, undone", "j - j x u", "a b-2 [>d] >=e c f", "archive d.txt (undone)", "undone: archived"},
		{"all but one", "j - j x x", "a b [c] f", "archive d.txt, archive e.txt", "archived"},
		{"for later", "j p 4", "[b+2]", "later b.txt d.txt e.txt", ""},
		{"one for later", "j - j p 4", "[d]", "later d.txt", ""},
		{"stars", "j s", "a [b+2] c f", "star b.txt d.txt e.txt", "starred: 3 · u undoes it"},
		{"stars where one has it", "j - s - s", "a [b+2] c f", "star b.txt, star b.txt d.txt e.txt", "starred: 3 · u undoes it"},
		{"stars taken off", "j s s", "a [b+2] c f", "star b.txt d.txt e.txt, unstar b.txt d.txt e.txt", "star taken off: 3 · u undoes it"},
		{"read", "j r 2", "a [c] f", "read b.txt d.txt e.txt", ""},
		{"ticked", "j t x", "a [c] f", "archive b.txt d.txt e.txt", "archived: 3 · u undoes it"},
		{"ticked and not", "j t k t s", "a b+2 [c] f", "star c.txt", "starred"},
		{"one ticked", "j - j t - s", "a [b+2] c f", "star d.txt", "starred"},
		{"one ticked, then the story", "j - j t - t s", "a b+2 [c] f", "star b.txt d.txt e.txt", "starred: 3 · u undoes it"},
		{"a range over a story", "t j g r x", "[f]", "archive a.txt b.txt c.txt d.txt e.txt", "archived: 5 · u undoes it"},
		{"all", "g a x", "", "archive a.txt b.txt c.txt d.txt e.txt f.txt", "archived: 6 · u undoes it"},
		{"ticks are counted", "g a", "[a] b+2 c f", "", "ticked 6"},
		{"in the text", "j enter x esc", "a c [d+1] f", "archive b.txt", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := openDeskOver(t, c, withStories(), 100, 12)
			s.typed(tt.keys)
			if got := s.told(); got != tt.rows {
				t.Errorf("list %s, want %s", got, tt.rows)
			}
			if got := strings.Join(s.lines(), ", "); got != tt.lines {
				t.Errorf("journal %s, want %s", got, tt.lines)
			}
			if s.m.notice != tt.notice && tt.notice != "" {
				t.Errorf("notice %q, want %q", s.m.notice, tt.notice)
			}
		})
	}
}

// TestStoryUnread holds that ] and [ come to every unread article, those of a closed story after its first.
func TestStoryUnread(t *testing.T) {
	t.Parallel()
	c := openStories(t, storyArticles())
	for _, tt := range []struct{ keys, rows, notice string }{
		{"]", "a [b+2] c f", ""},
		{"] ]", "a b+2 [c] f", ""},
		{"] ] ] ]", "[a] b+2 c f", "round the end of the list"},
		{"[", "a b+2 c [f]", "round the end of the list"},
		{"j - r - g g ]", "a b-2 [>d] >=e c f", ""},
		{"j - r - g e [ [", "a b-2 >d [>=e] c f", ""},
		{"g a r j r ]", "a b-2 [>d] >=e c f", ""},
		{"g a r j - j r - ]", "a b-2 [>d] >=e c f", ""},
		{"g a r ]", "[a] b+2 c f", "all of these have been read"},
		{"g a r j r - r - ]", "a b-2 [>d] >=e c f", ""},
	} {
		s := openDeskOver(t, c, withStories(), 100, 12)
		s.typed(tt.keys)
		if got := s.told(); got != tt.rows || s.m.notice != tt.notice {
			t.Errorf("%s: list %s, want %s; notice %q, want %q", tt.keys, got, tt.rows, s.m.notice, tt.notice)
		}
	}
}

// TestStoryMarks holds what the row of a closed story shows of what was decided: unread and starred as long as one article is, elsewhere only when
// all are.
func TestStoryMarks(t *testing.T) {
	t.Parallel()
	c := openStories(t, storyArticles())
	for keys, want := range map[string]rowState{
		"j":             {unread: true},
		"j r":           {},
		"j - j r -":     {unread: true},
		"j - j s -":     {unread: true, starred: true},
		"6 j - j p -":   {unread: true},
		"6 j p":         {unread: true, later: true},
		"6 j - j x - r": {},
		"6 j x":         {unread: true, archived: true},
		"j - j t -":     {unread: true, ticked: true},
	} {
		s := openDeskOver(t, c, withStories(), 100, 12)
		s.typed(keys)
		if got := s.m.rowState(1); got != want {
			t.Errorf("%s: %+v, want %+v", keys, got, want)
		}
	}
}

// TestStoryGoTo holds that what is gone to is seen: its story is opened.
func TestStoryGoTo(t *testing.T) {
	t.Parallel()
	c := openStories(t, storyArticles())
	e, ok := c.Snapshot().Lookup("e.txt")
	if !ok {
		t.Fatal("no e.txt")
	}
	s := newScreen(t, c, withStories(), 100, 12)
	s.run(s.m.jump(target{doc: e.Doc}))
	if got, want := s.told(), "a b-2 >d [>=e] c f"; got != want || s.shown() != "e.txt" {
		t.Errorf("list %s, want %s; %s is shown", got, want, s.shown())
	}
	s = newScreen(t, c, withStories(), 100, 12)
	s.typed("/ الكأس enter")
	s.run(s.m.jump(target{doc: e.Doc}))
	if got, want := s.told(), "a b-2 >d [>=e] c f"; got != want || s.shown() != "e.txt" {
		t.Errorf("list %s, want %s; %s is shown", got, want, s.shown())
	}
}

// watchStories opens a screen of h rows over story articles that may change.
func watchStories(t *testing.T, h int) *watched {
	t.Helper()
	return watchWith(t, storyArticles(), corpus.Options{Stories: true}, withStories(), 100, h)
}

// untilTold waits until the stories of n articles are known, and gives them to the screen.
func (s *watched) untilTold(n int) {
	s.t.Helper()
	s.until("stories", func(snap *corpus.Snapshot) bool { return snap.Len() == n && snap.StoryProgress().Done })
}

// onScreen gives the row of the screen that the cursor is on.
func (s *screen) onScreen() int { return s.m.list.cursor - s.m.list.top }

// TestStoryGrows holds what becomes of the rows when a story gets another article, or loses one: what is selected stays selected, in the same row of
// the screen, and what was open stays open.
func TestStoryGrows(t *testing.T) {
	t.Parallel()
	march := func(text string, day int) string { return fmt.Sprintf(text, fmt.Sprintf("%d مارس 2026", day)) }
	for _, tt := range []struct {
		name  string
		keys  string
		write map[string]string // "" removes a file
		rows  string
	}{
		{"closed, from elsewhere", "g e", map[string]string{"g.txt": march(fireText, 4)}, "a b+3 c [f]"},
		{"open, from elsewhere", "j - g e", map[string]string{"g.txt": march(fireText, 4)}, "a b-3 >d >=g >=e c [f]"},
		{"open, on it", "j - j", map[string]string{"g.txt": march(fireText, 4)}, "a b-3 [>d] >=g >=e c f"},
		{"closed, a newer first", "j", map[string]string{"g.txt": march(fireText, 5)}, "a g-3 [>=b] >d >=e c f"},
		{"closed, a newer first, from elsewhere", "j j", map[string]string{"g.txt": march(fireText, 5)}, "a g+3 [c] f"},
		{"a story of two that stood alone", "g e", map[string]string{"g.txt": march(rainText, 3) + "ثم توقفت."}, "a b+2 c [f-1] >=g"},
		{"the first of a closed one is deleted", "j", map[string]string{"b.txt": ""}, "a c [d+1] f"},
		{"one of an open one is deleted", "j - j", map[string]string{"d.txt": ""}, "a b-1 [>=e] c f"},
		{"one inside is deleted", "j", map[string]string{"d.txt": ""}, "a [b+1] c f"},
		{"all but one are deleted", "j", map[string]string{"d.txt": "", "e.txt": ""}, "a [b] c f"},
		{"it becomes something else", "j", map[string]string{"e.txt": march(museumText, 3)}, "a [b+1] c+1 f"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := watchStories(t, 6) // no room for all
			s.typed(tt.keys)
			n := 6
			for name, text := range tt.write {
				switch _, old := storyArticles()[name]; {
				case text == "":
					n--
					if err := os.Remove(filepath.Join(s.dir, name)); err != nil {
						t.Fatal(err)
					}
					continue
				case !old:
					n++
				}
				s.write(t, name, text, time.Date(2024, 1, 1, 0, 0, 0, -int('z')*1000, time.UTC))
			}
			before := s.m.list.snap.Stories()
			s.until("stories", func(snap *corpus.Snapshot) bool {
				return snap.Len() == n && snap.StoryProgress().Done && snap.Stories() != before
			})
			if got := s.told(); got != tt.rows {
				t.Errorf("list %s, want %s", got, tt.rows)
			}
		})
	}
}

// TestStoriesWait holds that rows do not come together under a moving cursor, and that what is selected stays where it is when they do.
func TestStoriesWait(t *testing.T) {
	t.Parallel()
	s := watchStories(t, 5)
	s.m.list.adopt(s.m.list.snap, rows{}) // as if the stories had not come yet
	s.m.filter.stories = nil
	s.m.Update(press("j"))
	s.m.Update(press("j"))
	s.m.Update(press("j"))
	s.m.Update(press("j"))
	row := s.onScreen()
	s.untilTold(6)
	if got, want := s.told(), "a b c d [e] f"; got != want {
		t.Errorf("under a moving cursor the list is %s, want %s", got, want)
	}
	s.rest()
	if got, want := s.told(), "a b-2 >d [>=e] c f"; got != want || s.onScreen() != row {
		t.Errorf("list %s in row %d, want %s in %d", got, s.onScreen(), want, row)
	}
}

// TestStoriesUnderHand holds that an article under the cursor does not become a closed story when the stories come: an act would be about all of it.
func TestStoriesUnderHand(t *testing.T) {
	t.Parallel()
	s := watchStories(t, 5)
	s.m.list.adopt(s.m.list.snap, rows{}) // as if the stories had not come yet
	s.m.filter.stories = nil
	s.m.Update(press("j"))
	s.rest()
	s.untilTold(6)
	if got, want := s.told(), "a [b-2] >d >=e c f"; got != want {
		t.Errorf("list %s, want %s", got, want)
	}
}

// TestNoRows holds what is said of an article that is in no row of a story.
func TestNoRows(t *testing.T) {
	t.Parallel()
	c := openStories(t, storyArticles())
	for keys, want := range map[string]string{
		"-":                    "no other article here tells this story",
		":stories_off g g j -": "each article of its story has a row of its own",
		":stories_off -":       "no other article here tells this story",
		"/ qqqq enter -":       "no article is selected",
	} {
		s := newScreen(t, c, withStories(), 100, 12)
		if s.typed(keys); s.m.notice != want {
			t.Errorf("%s: notice %q, want %q", keys, s.m.notice, want)
		}
	}
	s := newScreen(t, c, heard(withStories()), 100, 12)
	if s.typed("j -"); s.m.notice != s.m.words.StoriesOff {
		t.Errorf("in the linear mode: notice %q", s.m.notice)
	}
	s = newScreen(t, openFolder(t, storyArticles()), withStories(), 100, 12)
	for _, keys := range []string{"-", "c", "g c"} {
		if s.typed(keys); s.m.notice != s.m.words.StoriesLate {
			t.Errorf("%s before the texts have been compared: notice %q", keys, s.m.notice)
		}
	}
}

// TestStoriesPartly holds that stories that are not complete yet bring nothing together: rows move once.
func TestStoriesPartly(t *testing.T) {
	t.Parallel()
	s := watchStories(t, 12)
	before := s.m.filter.stories
	s.write(t, "g.txt", fmt.Sprintf(fireText, "4 مارس 2026"), time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC))
	s.until("the article", func(snap *corpus.Snapshot) bool { return snap.Len() == 7 })
	if done := s.m.newest.StoryProgress().Done; !done && s.m.filter.stories != before {
		t.Error("stories that are not complete were taken")
	}
	s.untilTold(7)
	if got, want := s.told(), "[a] g+3 c f"; got != want {
		t.Errorf("list %s, want %s", got, want)
	}
}

// TestStoryArticles presses random keys. After each, every article that the view has is in the list once, in a row that can be come to, and the rows
// of a story stand together.
func TestStoryArticles(t *testing.T) {
	t.Parallel()
	files := storyArticles()
	for i := range 24 {
		texts := [...]string{footballText, museumText, rainText, fireElsewhere}
		files[fmt.Sprintf("%c.txt", 'g'+i)] = fmt.Sprintf(texts[i%4], fmt.Sprintf("%d مارس 2026", 1+i/4)) + strings.Repeat("وقيل غير ذلك. ", i)
	}
	c := openStories(t, files)
	keys := strings.Fields("j j j k - - - r s p x u t g_a g_r 1 2 3 5 6 ] [ g_e g_g rest :sort_title :sort_date_reverse :sort_date :stories_off :stories_on")
	for seed := range uint64(4) {
		t.Run(strconv.FormatUint(seed, 10), func(t *testing.T) {
			t.Parallel()
			rng := rand.New(rand.NewPCG(seed, 11))
			s := openDeskOver(t, c, withStories(), 100, 12)
			for range 50 {
				key := keys[rng.IntN(len(keys))]
				switch {
				case key[0] == ':':
					s.typed(key)
				case key == "rest":
					s.rest()
				default:
					s.keys(strings.Split(key, "_")...)
				}
				s.checkArticles(key)
			}
		})
	}
}

// checkArticles holds that the list has the articles of its view, each once, in rows that follow each other.
func (d *desked) checkArticles(key string) {
	d.t.Helper()
	m := d.m
	l := &m.list
	seen := map[corpus.Doc]int{}
	end := 0
	for row := range l.length() {
		from, to := l.covered(row)
		if from != end || to <= from {
			d.t.Fatalf("after %s: row %d covers %d to %d, the one before ends at %d", key, row, from, to, end)
		}
		end = to
		for doc := range l.covers(row) {
			seen[doc]++
			if p := l.find(doc); p < from || p >= to || l.rows.rowOf(p) != row {
				d.t.Fatalf("after %s: article %d of row %d is found at %d", key, doc, row, p)
			}
		}
		if g := l.rows.clusters.at(from); to-from > 1 && (g < 0 || l.rows.clusters[g].open) {
			d.t.Fatalf("after %s: row %d covers %d articles that are no closed story", key, row, to-from)
		}
	}
	if end != l.count() {
		d.t.Fatalf("after %s: the rows end at %d of %d", key, end, l.count())
	}
	for i := range l.snap.Len() {
		doc := l.snap.DocAt(i)
		want := 0
		if m.states.has(m.filter.view, doc) || doc == m.filter.stays {
			want = 1
		}
		if seen[doc] != want {
			d.t.Fatalf("after %s: article %d is in the list %d times, want %d", key, doc, seen[doc], want)
		}
	}
	if by := l.rows.stories; by != nil {
		for _, k := range l.rows.clusters {
			whole := by.Of(int32(l.docAt(int(k.from))))
			for p := int(k.from); p < int(k.to); p++ {
				if by.Of(int32(l.docAt(p))) != whole {
					d.t.Fatalf("after %s: position %d of a cluster is of another story", key, p)
				}
			}
		}
	}
	if l.length() > 0 && (l.cursor < l.top || l.cursor >= l.top+l.h || l.top > max(l.length()-l.h, 0)) {
		d.t.Fatalf("after %s: the cursor in row %d is not on the screen from %d of %d", key, l.cursor, l.top, l.length())
	}
}
