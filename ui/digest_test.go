package ui

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
	"jarida/corpus/digest"
	"jarida/corpus/search"
)

// week are articles of several days: an event told twice, and a visit that two of them speak of.
var week = map[string]string{
	"a.txt": "انهيار منجم للفحم في الشمال\nالجزيرة نت\n2026-03-03\n\nقُتل 35 عاملا في انهيار منجم للفحم قرب بلدة زاوية صباح الاثنين، بحسب ما أعلنه الدفاع المدني.\n" +
		"وقال الوزير إن عمليات البحث عن ناجين مستمرة حتى المساء وإن المنجم أغلق.\n",
	"b.txt": "انهيار منجم للفحم في الشمال\n2026-03-02\n\nقُتل 34 عاملا في انهيار منجم للفحم قرب بلدة زاوية صباح الاثنين، بحسب ما أعلنه الدفاع المدني.\n" +
		"وقال الوزير إن عمليات البحث عن ناجين مستمرة حتى المساء وإن المنجم أغلق.\n",
	"c.txt": "بوتين يستقبل نتنياهو في موسكو\n2026-01-16\n\n" +
		"استقبل الرئيس الروسي فلاديمير بوتين اليوم الجمعة في موسكو رئيس الوزراء الإسرائيلي بنيامين نتنياهو، وبحثا الوضع في سوريا.\n\n" +
		"وقال بوتين: «ناقشنا كل ما يهم بلدينا، وسنواصل الحوار في موسكو من دون انقطاع مهما حدث».\n",
	"d.txt": "الرئيس الروسي يزور إيران\n2026-01-15\n\n" +
		"قال الرئيس الروسي إنه «سيزور طهران في الشهر المقبل لتوقيع اتفاق جديد بين البلدين حول الطاقة».\n",
}

// weekFolder opens them with all that is found in them.
func weekFolder(tb testing.TB) *corpus.Corpus {
	tb.Helper()
	return whollyOpen(tb, week)
}

func whollyOpen(tb testing.TB, files map[string]string) *corpus.Corpus {
	tb.Helper()
	c := openWith(tb, files, corpus.Options{Search: true, Entities: true, Stories: true})
	if err := c.WaitEntities(tb.Context()); err != nil {
		tb.Fatal(err)
	}
	if err := c.WaitStories(tb.Context()); err != nil {
		tb.Fatal(err)
	}
	return c
}

// visitOf gives the visit of a folder that had some of the week's files.
func visitOf(tb testing.TB, names ...string) func(context.Context) digest.Visit {
	tb.Helper()
	files := map[string]string{}
	for _, name := range names {
		files[name] = week[name]
	}
	v, ok := openWith(tb, files, corpus.Options{Keys: true}).Snapshot().Visit(time.Date(2026, 3, 2, 21, 5, 0, 0, time.UTC))
	if !ok {
		tb.Fatal("no visit")
	}
	return func(context.Context) digest.Visit { return v }
}

// digestScreens are whole frames of the digest, as those of TestScreens.
var digestScreens = []struct {
	name   string
	lang   string
	layout string
	w, h   int
	since  []string // what was there at the last visit; nil: there was none
	want   string
}{
	{name: "a first visit", w: 76, h: 21, want: `
                                                            Digest · folder
                           articles 4 · unread 4 · 2026-01-15 – 2026-03-03

                                                           Largest stories
 ﺖﻧ ﺓﺮﻳﺰﺠﻟﺍ                             ﻝﺎﻤﺸﻟﺍ ﻲﻓ ﻢﺤﻔﻠﻟ ﻢﺠﻨﻣ ﺭﺎﻴﻬﻧﺍ  2    ▐█

                                                                Most named
 place                                                        ﺔﻳﻭﺍﺯ  2
 person                                               ﻦﻴﺗﻮﺑ ﺮﻴﻤﻳﺩﻼﻓ  1
 person                                             ﻮﻫﺎﻴﻨﺘﻧ ﻦﻴﻣﺎﻴﻨﺑ  1
 place                                                        ﻮﻜﺳﻮﻣ  1
 place                                                        ﻥﺍﺮﻳﺇ  1
 place                                                        ﺎﻳﺭﻮﺳ  1
 place                                                        ﻥﺍﺮﻬﻃ  1
 organisation                                            ﺖﻧ ﺓﺮﻳﺰﺠﻟﺍ  1

                                                               Most quoted
 articles 2                                           ﻦﻴﺗﻮﺑ ﺮﻴﻤﻳﺩﻼﻓ  2


 Enter go there   Esc close         ﺖﻧ ﺓﺮﻳﺰﺠﻟﺍ  ﻝﺎﻤﺸﻟﺍ ﻲﻓ ﻢﺤﻔﻠﻟ ﻢﺠﻨﻣ ﺭﺎﻴﻬﻧﺍ
`},
	{name: "since a visit, in Arabic", lang: "ar", w: 60, h: 17, since: []string{"b.txt", "c.txt"}, want: `
                                            folder · ﺰﺟﻮﻤﻟﺍ
         2026-01-15 – 2026-03-03 · 4 ءﻭﺮﻘﻣ ﺮﻴﻏ · 4 ﺕﻻﺎﻘﻤﻟﺍ
            (2026-03-02 21:05) 2 :ﺓﺮﻴﺧﻷﺍ ﻚﺗﺭﺎﻳﺯ ﺬﻨﻣ ﺪﻳﺪﺠﻟﺍ

                                               ﺭﺎﺒﺧﻷﺍ ﺯﺮﺑﺃ
 ﺖﻧ ﺓﺮﻳﺰﺠﻟﺍ             ﻝﺎﻤﺸﻟﺍ ﻲﻓ ﻢﺤﻔﻠﻟ ﻢﺠﻨﻣ ﺭﺎﻴﻬﻧﺍ  1/2  ▐█

                                               ﺓﺪﻳﺪﺟ ءﺎﻤﺳﺃ
 ﻥﺎﻜﻣ                                         ﻥﺍﺮﻳﺇ  1
 ﻥﺎﻜﻣ                                         ﻥﺍﺮﻬﻃ  1
 ﺔﺌﻴﻫ                                    ﺖﻧ ﺓﺮﻳﺰﺠﻟﺍ  1

                                              ﺎﺤﻳﺮﺼﺗ ﺮﺜﻛﻷﺍ
 1 ﺕﻻﺎﻘﻣ                              ﻦﻴﺗﻮﺑ ﺮﻴﻤﻳﺩﻼﻓ  1


 …E   ﻝﺎﻘﺘﻧﺍ Enter  ﺖﻧ ﺓﺮﻳﺰﺠﻟﺍ  ﻝﺎﻤﺸﻟﺍ ﻲﻓ ﻢﺤﻔﻠﻟ ﻢﺠﻨﻣ ﺭﺎﻴﻬﻧﺍ
`},
	{name: "narrow, the list at the left", layout: "ltr", w: 40, h: 12, since: []string{"b.txt", "c.txt"}, want: `
 Digest · folder
  articles 4 · unread 4 · 2026-01-15 –…
  New since your last visit: 2 (2026-0…

  Largest stories
█▌  1/2  …ﻢﺤﻔﻠﻟ ﻢﺠﻨﻣ ﺭﺎﻴﻬﻧﺍ   ﺓﺮﻳﺰﺠﻟﺍ…

  New names
      1  ﻥﺍﺮﻳﺇ                    place
      1  ﻥﺍﺮﻬﻃ                    place
      1  ﺖﻧ ﺓﺮﻳﺰﺠﻟﺍ           organisa…
 ﻝﺎﻤﺸﻟﺍ ﻲﻓ ﻢﺤﻔﻠﻟ ﻢﺠﻨﻣ ﺭﺎﻴﻬﻧﺍ  Enter go…
`},
	{name: "nothing is new", w: 60, h: 13, since: []string{"a.txt", "b.txt", "c.txt", "d.txt"}, want: `
                                            Digest · folder
           articles 4 · unread 4 · 2026-01-15 – 2026-03-03
           New since your last visit: 0 (2026-03-02 21:05)

                                           Largest stories
 ﺖﻧ ﺓﺮﻳﺰﺠﻟﺍ             ﻝﺎﻤﺸﻟﺍ ﻲﻓ ﻢﺤﻔﻠﻟ ﻢﺠﻨﻣ ﺭﺎﻴﻬﻧﺍ  2    ▐█

                                               Most quoted
 articles 2                           ﻦﻴﺗﻮﺑ ﺮﻴﻤﻳﺩﻼﻓ  2



 Enter go there…    ﺖﻧ ﺓﺮﻳﺰﺠﻟﺍ  ﻝﺎﻤﺸﻟﺍ ﻲﻓ ﻢﺤﻔﻠﻟ ﻢﺠﻨﻣ ﺭﺎﻴﻬﻧﺍ
`},
}

func TestDigestScreens(t *testing.T) {
	t.Parallel()
	c := weekFolder(t)
	for _, tt := range digestScreens {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o := withStories()
			o.Lang, o.Layout = cmp.Or(tt.lang, o.Lang), cmp.Or(tt.layout, o.Layout)
			if tt.since != nil {
				o.LastVisit = visitOf(t, tt.since...)
			}
			s := newScreen(t, c, o, tt.w, tt.h)
			s.keys("g", "f")
			var got strings.Builder
			for _, r := range s.rows() {
				got.WriteString("\n" + strings.TrimRight(r, " "))
			}
			if got.String()+"\n" != tt.want {
				t.Errorf("got%s\nwant%s", got.String(), tt.want)
			}
		})
	}
}

// onLine moves the cursor of the digest to a line.
func (s *screen) onLine(text string) {
	s.t.Helper()
	p, ok := s.m.digestOpen()
	if !ok {
		s.t.Fatal("the digest is not open")
	}
	i := slices.IndexFunc(p.rows, func(r digestRow) bool { return r.line != nil && r.line.text == text || r.text == text })
	if i < 0 {
		s.t.Fatalf("there is no line %q", text)
	}
	s.keys("g", "g")
	for range i {
		s.keys("j")
	}
}

// TestDigestEnter holds where the lines of the digest lead to.
func TestDigestEnter(t *testing.T) {
	t.Parallel()
	c := weekFolder(t)
	open := func() *screen {
		s := newScreen(t, c, withStories(), 140, 30)
		s.keys("g", "f")
		return s
	}
	s := open()
	s.onLine("انهيار منجم للفحم في الشمال")
	s.keys("enter")
	if got := s.told(); s.m.sheet != nil || s.m.focus != listPane || got != "a-1 [>=b] c d" {
		t.Errorf("a story: the list has %s", got)
	}
	s = open()
	s.onLine("طهران")
	s.keys("enter")
	if got := s.told(); s.m.sheet != nil || got != "[d]" || len(s.m.filter.conditions) != 1 {
		t.Errorf("a name: the list has %s", got)
	}
	s = open()
	s.keys("g", "e", "enter")
	q, ok := s.quotes()
	if !ok || len(q.list) != 1 || q.list[0].speaker != "فلاديمير بوتين" {
		t.Errorf("who is quoted: %v", q)
	}
	s = open()
	before := s.m.sheet.rows
	s.onLine("Most named")
	s.keys("enter", "enter", "down", "up")
	if p, ok := s.m.digestOpen(); !ok || s.m.sheet.rows != before || !p.at(s.m.sheet.cursor).heading {
		t.Error("a heading that is opened and closed leads elsewhere")
	}
	s.keys("esc")
	if s.m.sheet != nil {
		t.Error("Esc does not close the digest")
	}
}

// TestDigestSection holds that a heading shows all lines of its section, and its share of them again.
func TestDigestSection(t *testing.T) {
	t.Parallel()
	s := newScreen(t, weekFolder(t), withStories(), 80, 12)
	s.keys("g", "f")
	count := func() (n int) {
		p, _ := s.m.digestOpen()
		for _, r := range p.rows {
			if r.section == nameSection && r.line != nil {
				n++
			}
		}
		return n
	}
	if got := count(); got != 3 {
		t.Fatalf("%d names on a small screen, not 3", got)
	}
	s.onLine("Most named \u2066+5\u2069")
	s.keys("enter")
	if got := count(); got != 8 {
		t.Errorf("%d names where the section is open, not 8", got)
	}
	s.keys("enter")
	if got := count(); got != 3 {
		t.Errorf("%d names where it is closed again, not 3", got)
	}
}

// TestDigestFirst holds when the digest is the first screen: where it is asked for, of a folder that is large enough, on a screen that is seen.
func TestDigestFirst(t *testing.T) {
	t.Parallel()
	c := weekFolder(t)
	for _, test := range []struct {
		name   string
		digest int
		plain  bool
		want   bool
	}{
		{"not wanted", 0, false, false}, {"of a larger folder", 5, false, false}, {"of this", 4, false, true}, {"for the ear", 4, true, false},
	} {
		o := withStories()
		o.Digest, o.Plain = test.digest, test.plain
		m := New(t.Context(), c, o)
		if _, ok := m.digestOpen(); ok != test.want {
			t.Errorf("%s: the digest is open: %v", test.name, ok)
		}
	}
	o := withStories()
	o.Digest = 1
	if m := New(t.Context(), openFolder(t, map[string]string{"a.txt": week["a.txt"]}), o); m.sheet != nil {
		t.Error("a single article begins with a digest")
	}
}

// TestDigestFills holds that the page is there before anything has been found, says how far that is, and then has it; the line of the reader's
// choice stays under the cursor.
func TestDigestFills(t *testing.T) {
	t.Parallel()
	o := withStories()
	o.Digest = 1
	s := watchWith(t, map[string]string{"b.txt": week["b.txt"], "c.txt": week["c.txt"]}, corpus.Options{Search: true, Entities: true, Stories: true}, o, 76, 21)
	s.until("names and stories", func(n *corpus.Snapshot) bool { return n.EntityProgress().Done && n.StoryProgress().Done })
	p, ok := s.m.digestOpen()
	if !ok || len(p.names) == 0 || p.at(s.m.sheet.cursor).line == nil {
		t.Fatalf("the page has not filled: %q", s.rows())
	}
	s.onLine("موسكو")
	s.write(t, "a.txt", week["a.txt"], time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC))
	s.until("the story", func(n *corpus.Snapshot) bool {
		return n.EntityProgress().Done && n.StoryProgress().Done && n.Len() == 3 && n.Stories().Len() == 1
	})
	if r := p.at(s.m.sheet.cursor); len(p.stories) != 1 || r.line == nil || r.line.text != "موسكو" {
		t.Errorf("%d stories, and the cursor on %q", len(p.stories), r.line.text)
	}
}

// TestDigestUnread holds that what has been read is no longer said to be unread.
func TestDigestUnread(t *testing.T) {
	t.Parallel()
	s := newScreen(t, weekFolder(t), withStories(), 76, 21)
	s.m.states = states{listed: search.SetOf([]int32{0, 1, 2, 3}), read: search.SetOf([]int32{1})}
	s.keys("g", "f")
	if got := s.rows()[1]; !strings.Contains(got, "articles 4 · unread 3") {
		t.Errorf("%q", got)
	}
}

// TestDigestGeometry sweeps the filled page over the sizes: every frame has exactly the size of the screen.
func TestDigestGeometry(t *testing.T) {
	t.Parallel()
	c := weekFolder(t)
	for _, mode := range []string{"visual", "marked", "isolate", "words"} {
		for _, layout := range []string{"rtl", "ltr"} {
			for _, lang := range []string{"en", "ar"} {
				o := withStories()
				o.Bidi, o.Layout, o.Lang, o.LastVisit = mode, layout, lang, visitOf(t, "b.txt")
				s := newScreen(t, c, o, 100, 30)
				s.keys("g", "f", "j", "j", "j")
				for _, w := range sweepWidths {
					for _, h := range sweepHeights {
						s.send(tea.WindowSizeMsg{Width: w, Height: h})
						checkGeometry(t, s.m, w, h, "digest")
					}
				}
			}
		}
	}
}
