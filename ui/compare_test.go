package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
	"jarida/corpus/story"
	"jarida/corpus/triage"
)

// minesFiles are three articles on one event and one on another.
var minesFiles = map[string]string{
	"a.txt": "انهيار منجم للفحم في الشمال\nرويترز - 2 مارس 2026\n\nقُتل 34 عاملا في انهيار منجم للفحم قرب بلدة زاوية صباح الاثنين، بحسب ما أعلنه الدفاع المدني.\n" +
		"وقال الوزير سالم الحداد إن عمليات البحث عن ناجين مستمرة حتى المساء وإن المنجم أغلق.\nولم تعرف أسباب الحادث بعد.\n",
	"b.txt": "انهيار منجم للفحم في الشمال\nسانا - 3 مارس 2026\n\nقُتل 35 عاملا في انهيار منجم للفحم قرب بلدة زاوية صباح الاثنين، بحسب ما أعلنه الدفاع المدني.\n" +
		"وأعلن الحداد ثلاثة أيام في البلاد.\nوقال الوزير ناصر الحداد إن عمليات البحث عن ناجين مستمرة حتى المساء وإن المنجم أغلق.\n",
	"c.txt": "انهيار منجم للفحم في الشمال\nوكالات - 3 مارس 2026\n\nقُتل 35 عاملا في انهيار منجم للفحم قرب بلدة زاوية صباح الاثنين، بحسب ما أعلنه الدفاع المدني.\n" +
		"وقال الوزير سالم الحداد إن عمليات البحث عن ناجين مستمرة حتى المساء وإن المنجم أغلق.\n",
	"d.txt": "A mine in the north\n\nThe mine in the north was closed in 1999. Nobody was hurt there.\n",
}

// mines opens them, and waits for their stories.
func mines(tb testing.TB) *corpus.Corpus {
	tb.Helper()
	c := openWith(tb, minesFiles, corpus.Options{Stories: true})
	if err := c.WaitStories(tb.Context()); err != nil {
		tb.Fatal(err)
	}
	return c
}

// comparedScreens are whole frames of two articles, as those of TestScreens.
var comparedScreens = []struct {
	name, lang, layout string
	w, h               int
	keys               []string
	want               string
}{
	{name: "side by side", layout: "auto", w: 90, h: 18, keys: []string{"c", "j", "j", "l"}, want: `
                                        in both: 3 · differing: 2 · only 1: 1 · only 2: 1
             ﻝﺎﻤﺸﻟﺍ ﻲﻓ ﻢﺤﻔﻠﻟ ﻢﺠﻨﻣ ﺭﺎﻴﻬﻧﺍ  2 │              ﻝﺎﻤﺸﻟﺍ ﻲﻓ ﻢﺤﻔﻠﻟ ﻢﺠﻨﻣ ﺭﺎﻴﻬﻧﺍ  1
                  1/2 · ﺯﺮﺘﻳﻭﺭ · 2026-03-02 │                           ﺎﻧﺎﺳ · 2026-03-03
─────────────────────────────────────────────────────────────────────────────────────────
             ﻝﺎﻤﺸﻟﺍ ﻲﻓ ﻢﺤﻔﻠﻟ ﻢﺠﻨﻣ ﺭﺎﻴﻬﻧﺍ =  │              ﻝﺎﻤﺸﻟﺍ ﻲﻓ ﻢﺤﻔﻠﻟ ﻢﺠﻨﻣ ﺭﺎﻴﻬﻧﺍ =
                                            │
    ﺏﺮﻗ ﻢﺤﻔﻠﻟ ﻢﺠﻨﻣ ﺭﺎﻴﻬﻧﺍ ﻲﻓ ﻼﻣﺎﻋ 34 ﻞﺘﻗ ~  │     ﺏﺮﻗ ﻢﺤﻔﻠﻟ ﻢﺠﻨﻣ ﺭﺎﻴﻬﻧﺍ ﻲﻓ ﻼﻣﺎﻋ 35 ﻞﺘﻗ ~ █
   ﻪﻨﻠﻋﺃ ﺎﻣ ﺐﺴﺤﺑ ،ﻦﻴﻨﺛﻻﺍ ﺡﺎﺒﺻ ﺔﻳﻭﺍﺯ ﺓﺪﻠﺑ    │    ﻪﻨﻠﻋﺃ ﺎﻣ ﺐﺴﺤﺑ ،ﻦﻴﻨﺛﻻﺍ ﺡﺎﺒﺻ ﺔﻳﻭﺍﺯ ﺓﺪﻠﺑ   │
                          .ﻲﻧﺪﻤﻟﺍ ﻉﺎﻓﺪﻟﺍ    │                           .ﻲﻧﺪﻤﻟﺍ ﻉﺎﻓﺪﻟﺍ   │
                                            │
                                            │         .ﺩﻼﺒﻟﺍ ﻲﻓ ﻡﺎﻳﺃ ﺔﺛﻼﺛ ﺩﺍﺪﺤﻟﺍ ﻦﻠﻋﺃﻭ +
                                            │
 ﺚﺤﺒﻟﺍ ﺕﺎﻴﻠﻤﻋ ﻥﺇ ﺩﺍﺪﺤﻟﺍ ﻢﻟﺎﺳ ﺮﻳﺯﻮﻟﺍ ﻝﺎﻗﻭ ~  │  ﺚﺤﺒﻟﺍ ﺕﺎﻴﻠﻤﻋ ﻥﺇ ﺩﺍﺪﺤﻟﺍ ﺮﺻﺎﻧ ﺮﻳﺯﻮﻟﺍ ﻝﺎﻗﻭ ~
   ﻢﺠﻨﻤﻟﺍ ﻥﺇﻭ ءﺎﺴﻤﻟﺍ ﻰﺘﺣ ﺓﺮﻤﺘﺴﻣ ﻦﻴﺟﺎﻧ ﻦﻋ    │    ﻢﺠﻨﻤﻟﺍ ﻥﺇﻭ ءﺎﺴﻤﻟﺍ ﻰﺘﺣ ﺓﺮﻤﺘﺴﻣ ﻦﻴﺟﺎﻧ ﻦﻋ
                                   .ﻖﻠﻏﺃ    │                                    .ﻖﻠﻏﺃ
                                            │
              .ﺪﻌﺑ ﺙﺩﺎﺤﻟﺍ ﺏﺎﺒﺳﺃ ﻑﺮﻌﺗ ﻢﻟﻭ +  │
 Enter go there   n difference   ] version   s story   Esc close             34 :2  35 :1
`},
	{name: "in Arabic, in one column", lang: "ar", layout: "auto", w: 50, h: 18, keys: []string{"c", "n"}, want: `
  1 :ﻩﺪﺣﻭ 2 · 1 :ﻩﺪﺣﻭ 1 · 2 :ﻒﻠﺘﺨﻣ · 3 :ﺎﻤﻬﻴﻠﻛ ﻲﻓ
                   ﻝﺎﻤﺸﻟﺍ ﻲﻓ ﻢﺤﻔﻠﻟ ﻢﺠﻨﻣ ﺭﺎﻴﻬﻧﺍ  1
                   ﻝﺎﻤﺸﻟﺍ ﻲﻓ ﻢﺤﻔﻠﻟ ﻢﺠﻨﻣ ﺭﺎﻴﻬﻧﺍ  2
─────────────────────────────────────────────────
                  ﻝﺎﻤﺸﻟﺍ ﻲﻓ ﻢﺤﻔﻠﻟ ﻢﺠﻨﻣ ﺭﺎﻴﻬﻧﺍ ==

    ﺓﺪﻠﺑ ﺏﺮﻗ ﻢﺤﻔﻠﻟ ﻢﺠﻨﻣ ﺭﺎﻴﻬﻧﺍ ﻲﻓ ﻼﻣﺎﻋ 35 ﻞﺘﻗ ~1 █
      ﻉﺎﻓﺪﻟﺍ ﻪﻨﻠﻋﺃ ﺎﻣ ﺐﺴﺤﺑ ،ﻦﻴﻨﺛﻻﺍ ﺡﺎﺒﺻ ﺔﻳﻭﺍﺯ    │
                                      .ﻲﻧﺪﻤﻟﺍ    │
    ﺓﺪﻠﺑ ﺏﺮﻗ ﻢﺤﻔﻠﻟ ﻢﺠﻨﻣ ﺭﺎﻴﻬﻧﺍ ﻲﻓ ﻼﻣﺎﻋ 34 ﻞﺘﻗ ~2 │
      ﻉﺎﻓﺪﻟﺍ ﻪﻨﻠﻋﺃ ﺎﻣ ﺐﺴﺤﺑ ،ﻦﻴﻨﺛﻻﺍ ﺡﺎﺒﺻ ﺔﻳﻭﺍﺯ    │
                                      .ﻲﻧﺪﻤﻟﺍ    │

             .ﺩﻼﺒﻟﺍ ﻲﻓ ﻡﺎﻳﺃ ﺔﺛﻼﺛ ﺩﺍﺪﺤﻟﺍ ﻦﻠﻋﺃﻭ +1

   ﻦﻋ ﺚﺤﺒﻟﺍ ﺕﺎﻴﻠﻤﻋ ﻥﺇ ﺩﺍﺪﺤﻟﺍ ﺮﺻﺎﻧ ﺮﻳﺯﻮﻟﺍ ﻝﺎﻗﻭ ~1
     .ﻖﻠﻏﺃ ﻢﺠﻨﻤﻟﺍ ﻥﺇﻭ ءﺎﺴﻤﻟﺍ ﻰﺘﺣ ﺓﺮﻤﺘﺴﻣ ﻦﻴﺟﺎﻧ
  …ﺔﻳﺍﻭﺭ ]   ﻑﻼﺘﺧﺍ n   ﻝﺎﻘﺘﻧﺍ Enter  34 :2  35 :1
`},
	{name: "the rest of the story, from the left", layout: "ltr", w: 84, h: 12, keys: []string{"c", "s", "n"}, want: `
 in both: 3 · differing: 1 · only 1: 1 · only 2: 1
           ﻝﺎﻤﺸﻟﺍ ﻲﻓ ﻢﺤﻔﻠﻟ ﻢﺠﻨﻣ ﺭﺎﻴﻬﻧﺍ  1 │             2  the rest of its story: 2
                        ﺎﻧﺎﺳ · 2026-03-03 │
───────────────────────────────────────────────────────────────────────────────────
           ﻝﺎﻤﺸﻟﺍ ﻲﻓ ﻢﺤﻔﻠﻟ ﻢﺠﻨﻣ ﺭﺎﻴﻬﻧﺍ =  │          ﻝﺎﻤﺸﻟﺍ ﻲﻓ ﻢﺤﻔﻠﻟ ﻢﺠﻨﻣ ﺭﺎﻴﻬﻧﺍ =
                                          │
  ﺏﺮﻗ ﻢﺤﻔﻠﻟ ﻢﺠﻨﻣ ﺭﺎﻴﻬﻧﺍ ﻲﻓ ﻼﻣﺎﻋ 35 ﻞﺘﻗ =  │ ﺏﺮﻗ ﻢﺤﻔﻠﻟ ﻢﺠﻨﻣ ﺭﺎﻴﻬﻧﺍ ﻲﻓ ﻼﻣﺎﻋ 35 ﻞﺘﻗ =
 ﻪﻨﻠﻋﺃ ﺎﻣ ﺐﺴﺤﺑ ،ﻦﻴﻨﺛﻻﺍ ﺡﺎﺒﺻ ﺔﻳﻭﺍﺯ ﺓﺪﻠﺑ    │      ﺎﻣ ﺐﺴﺤﺑ ،ﻦﻴﻨﺛﻻﺍ ﺡﺎﺒﺻ ﺔﻳﻭﺍﺯ ﺓﺪﻠﺑ
                        .ﻲﻧﺪﻤﻟﺍ ﻉﺎﻓﺪﻟﺍ    │                 .ﻲﻧﺪﻤﻟﺍ ﻉﺎﻓﺪﻟﺍ ﻪﻨﻠﻋﺃ
                                          │
      .ﺩﻼﺒﻟﺍ ﻲﻓ ﻡﺎﻳﺃ ﺔﺛﻼﺛ ﺩﺍﺪﺤﻟﺍ ﻦﻠﻋﺃﻭ + █│
 Enter go there   n difference   ] version   s story   Esc close
`},
	{name: "left-to-right beside right-to-left", layout: "auto", w: 84, h: 11, keys: []string{"t", "j", "j", "t", "c"}, want: `
                                                 in both: 0 · only 1: 4 · only 2: 3
 2  A mine in the north                  │           ﻝﺎﻤﺸﻟﺍ ﻲﻓ ﻢﺤﻔﻠﻟ ﻢﺠﻨﻣ ﺭﺎﻴﻬﻧﺍ  1
                                         │                        ﺎﻧﺎﺳ · 2026-03-03
───────────────────────────────────────────────────────────────────────────────────
  + A mine in the north                  │           ﻝﺎﻤﺸﻟﺍ ﻲﻓ ﻢﺤﻔﻠﻟ ﻢﺠﻨﻣ ﺭﺎﻴﻬﻧﺍ + █
                                         │
  + The mine in the north was closed in  │  ﺏﺮﻗ ﻢﺤﻔﻠﻟ ﻢﺠﻨﻣ ﺭﺎﻴﻬﻧﺍ ﻲﻓ ﻼﻣﺎﻋ 35 ﻞﺘﻗ +
    1999.                                │ ﻪﻨﻠﻋﺃ ﺎﻣ ﺐﺴﺤﺑ ،ﻦﻴﻨﺛﻻﺍ ﺡﺎﺒﺻ ﺔﻳﻭﺍﺯ ﺓﺪﻠﺑ
                                         │                        .ﻲﻧﺪﻤﻟﺍ ﻉﺎﻓﺪﻟﺍ
  + Nobody was hurt there.               │
                    Enter go there   n difference   ] version   s story   Esc close
`},
}

func TestComparedScreens(t *testing.T) {
	t.Parallel()
	c := mines(t)
	for _, tt := range comparedScreens {
		o := testOptions()
		o.Layout = tt.layout
		if tt.lang != "" {
			o.Lang = tt.lang
		}
		s := newScreen(t, c, o, tt.w, tt.h)
		s.keys(tt.keys...)
		rows := s.rows()
		for i := range rows {
			rows[i] = strings.TrimRight(rows[i], " ")
		}
		got := strings.Join(rows, "\n")
		if want := strings.TrimSuffix(strings.TrimPrefix(tt.want, "\n"), "\n"); got != want {
			t.Errorf("%s: got\n%s\n\nwant\n%s", tt.name, got, want)
		}
	}
}

// comparison gives the sheet of two articles.
func (s *screen) comparison() *comparing {
	s.t.Helper()
	if s.m.sheet == nil {
		s.t.Fatalf("no sheet: %q", s.m.notice)
	}
	k, ok := s.m.sheet.content.(*comparing)
	if !ok {
		s.t.Fatal("another sheet")
	}
	return k
}

// beside gives the ids of the articles that are compared.
func (s *screen) beside() (ids []string) {
	for _, v := range s.comparison().versions {
		ids = append(ids, v.entry.ID)
	}
	return ids
}

// TestCompareWhich holds which articles are beside each other.
func TestCompareWhich(t *testing.T) {
	t.Parallel()
	c := mines(t)
	s := newScreen(t, c, testOptions(), 100, 24)
	s.keys("c")
	wantRows(t, s.beside(), "b.txt", "a.txt") // the longest of the others
	s.keys("]")
	wantRows(t, s.beside(), "b.txt", "c.txt")
	s.keys("]")
	wantRows(t, s.beside(), "b.txt", "a.txt")
	s.keys("[")
	wantRows(t, s.beside(), "b.txt", "c.txt")
	s.keys("s")
	wantRows(t, s.beside(), "b.txt", "a.txt", "c.txt")
	s.keys("]") // back to one
	wantRows(t, s.beside(), "b.txt", "c.txt")
	s.keys("esc", "j", "j", "enter", "c")
	wantRows(t, s.beside(), "a.txt", "b.txt") // from the text
	s.keys("esc", "esc", "g", "g", "t", "g", "e", "t", "c")
	wantRows(t, s.beside(), "b.txt", "d.txt") // ticked, though of no story
	s.keys("]")
	if s.m.notice != s.m.words.NoOther {
		t.Errorf("]: %q", s.m.notice)
	}
	s.keys("s")
	if s.m.notice != s.m.words.NoOther {
		t.Errorf("s: %q", s.m.notice)
	}
	s.keys("esc", "g", "g", "j", "t", "c")
	if s.m.sheet != nil || s.m.notice != s.m.words.CompareTwo {
		t.Errorf("three that are ticked: %q", s.m.notice)
	}
	s.keys("esc", "g", "e", "c")
	if s.m.sheet != nil || s.m.notice != s.m.words.StandsAlone {
		t.Errorf("one that stands alone: %q", s.m.notice)
	}
}

// TestCompareGo holds the ways from the sheet: differences, the sentence in its article, its copy.
func TestCompareGo(t *testing.T) {
	t.Parallel()
	c := mines(t)
	for _, w := range []int{100, 60} {
		s := newScreen(t, c, testOptions(), w, 24)
		s.keys("c", "n")
		if got := s.comparison().words(s.m.sheet.cursor); !strings.HasPrefix(got, "قُتل 35") {
			t.Errorf("at %d the first difference is %q", w, got)
		}
		s.keys("n")
		if got := s.comparison().words(s.m.sheet.cursor); got != "وأعلن الحداد ثلاثة أيام في البلاد." {
			t.Errorf("at %d the second difference is %q", w, got)
		}
		s.keys("n", "n", "n")
		if s.m.notice != s.m.words.NoDifference {
			t.Errorf("at %d: %q", w, s.m.notice)
		}
		if got := s.comparison().words(s.m.sheet.cursor); got != "ولم تعرف أسباب الحادث بعد." {
			t.Errorf("at %d the last difference is %q, of the other article", w, got)
		}
		s.keys("y")
		if s.m.notice != s.m.words.Copied {
			t.Errorf("y says %q", s.m.notice)
		}
		s.keys("enter")
		r := &s.m.reader
		if got := r.document.source[r.mention.Start:r.mention.End]; s.shown() != "a.txt" || s.m.focus != textPane || got != "ولم تعرف أسباب الحادث بعد." {
			t.Errorf("at %d Enter goes to %q of %s", w, got, s.shown())
		}
	}
	s := newScreen(t, c, testOptions(), 100, 24)
	s.keys("c", "n", "h") // the second is at the left
	if got := s.comparison().words(s.m.sheet.cursor); !strings.HasPrefix(got, "قُتل 34") {
		t.Errorf("on the left is %q", got)
	}
	s.keys("tab")
	if got := s.comparison().words(s.m.sheet.cursor); !strings.HasPrefix(got, "قُتل 35") {
		t.Errorf("on the other side is %q", got)
	}
	s.keys("]")
	if got := s.comparison().words(s.m.sheet.cursor); !strings.HasPrefix(got, "قُتل 35") {
		t.Errorf("beside another version the cursor is on %q", got)
	}
}

// TestCompareAlone holds that what two articles have each alone stands side by side, and that every row leads to the article of its column.
func TestCompareAlone(t *testing.T) {
	t.Parallel()
	s := newScreen(t, mines(t), testOptions(), 100, 24)
	s.keys("t", "g", "e", "t", "c")
	k := s.comparison()
	var texts [2][]string
	for side := range texts {
		s.keys("g", "g")
		k.second = side == 1
		for range 9 {
			if got := k.words(s.m.sheet.cursor); !slices.Contains(texts[side], got) {
				texts[side] = append(texts[side], got)
			}
			s.keys("j")
		}
	}
	if len(texts[0]) < 4 || texts[1][0] != "A mine in the north" || texts[1][1] != "The mine in the north was closed in 1999." {
		t.Errorf("the columns lead to %q", texts)
	}
	s.keys("l", "g", "g", "n", "n", "n", "n", "n")
	if got := k.words(s.m.sheet.cursor); got != "The mine in the north was closed in 1999." || !k.second {
		t.Errorf("the sixth that stands alone is %q", got)
	}
}

// TestCompareMarks holds that what differs is marked in its letters, and said in the last row.
func TestCompareMarks(t *testing.T) {
	t.Parallel()
	o := testOptions()
	o.Theme = themeMono
	s := newScreen(t, mines(t), o, 100, 24)
	s.keys("c", "n")
	hit := s.m.styles.hit
	for _, number := range []string{"34", "35"} {
		if !strings.Contains(s.m.View().Content, hit.On+number+hit.Off) {
			t.Errorf("%s is not marked", number)
		}
	}
	if got := s.comparison().detail(s.m.sheet.cursor); strings.Join(got, " ") != "1: 35 2: 34" {
		t.Errorf("the last row says %q", got)
	}
}

// TestCompareLeft holds that what comes for a sheet that was left, or shows something else by now, is dropped, and its work stopped.
func TestCompareLeft(t *testing.T) {
	t.Parallel()
	s := newScreen(t, mines(t), testOptions(), 100, 24)
	_, cmd := s.m.Update(press("c"))
	k := s.comparison()
	if !k.busy || s.m.sheet.content.heading(s.m) != s.m.words.Looking {
		t.Error("it does not say that it looks")
	}
	late := brings[comparedMsg](t, cmd)
	s.keys("]")
	_, cmd = s.m.Update(press("s"))
	if s.m.notice != s.m.words.Looking {
		t.Errorf("it says %q while the rows are of another version", s.m.notice)
	}
	s.run(cmd)
	if s.keys("s"); s.m.notice != "" {
		t.Errorf("it says %q when it is done", s.m.notice)
	}
	before := len(k.rows)
	s.send(comparedMsg{request: late.request})
	if len(k.rows) != before || len(k.versions) != 2 {
		t.Error("a stale answer is shown")
	}
	_, cmd = s.m.Update(press("s"))
	s.keys("esc")
	if s.m.comparison != nil {
		t.Error("the work goes on")
	}
	if msg := brings[comparedMsg](t, cmd); msg.err == nil {
		t.Error("it was not stopped")
	} else {
		s.send(msg)
	}
	if s.m.sheet != nil {
		t.Error("the sheet is open again")
	}
}

// TestCompareGeometry sweeps the sheet over the sizes, in both of its forms.
func TestCompareGeometry(t *testing.T) {
	t.Parallel()
	c := mines(t)
	for _, keys := range [][]string{{"c", "j"}, {"c", "s", "n", "n"}, {"t", "g", "e", "t", "c", "tab", "g", "e"}} {
		for _, mode := range []string{"visual", "marked", "isolate", "words"} {
			o := testOptions()
			o.Bidi = mode
			s := newScreen(t, c, o, 100, 30)
			s.keys(keys...)
			s.comparison()
			for _, w := range sweepWidths {
				for _, h := range sweepHeights {
					s.send(tea.WindowSizeMsg{Width: w, Height: h})
					checkGeometry(t, s.m, w, h, fmt.Sprint(keys))
				}
			}
		}
	}
}

// TestPairings holds the order of what two articles say.
func TestPairings(t *testing.T) {
	t.Parallel()
	sentence := func(match, within int) story.Sentence { return story.Sentence{Match: match, Within: within} }
	only := sentence(-1, -1)
	for _, tt := range []struct {
		name string
		a, b []story.Sentence
		want string
	}{
		{"moved", []story.Sentence{sentence(1, -1), sentence(0, -1)}, []story.Sentence{sentence(1, -1), sentence(0, -1)}, "0|1 1|0"},
		{"one only", []story.Sentence{only, sentence(0, -1), only}, []story.Sentence{sentence(1, -1), only}, "0| 1|0 2| |1"},
		{"before all", []story.Sentence{only, sentence(1, -1)}, []story.Sentence{only, sentence(1, -1)}, "0| |0 1|1"},
		{"divided", []story.Sentence{sentence(0, -1), only}, []story.Sentence{sentence(0, -1), sentence(-1, 0)}, "0|0,1 1|"},
		{"one of two in another", []story.Sentence{sentence(-1, 0), sentence(0, -1)}, []story.Sentence{sentence(1, -1)}, "0,1|0"},
		{"nothing", nil, []story.Sentence{only}, "|0"},
	} {
		var got []string
		for _, p := range pairingsOf(&story.Comparison{A: tt.a, B: tt.b}) {
			sides := make([]string, 2)
			for side, list := range p.sides {
				sides[side] = strings.Trim(strings.ReplaceAll(fmt.Sprint(list), " ", ","), "[]")
			}
			got = append(got, strings.Join(sides, "|"))
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: %v, not %s", tt.name, got, tt.want)
		}
	}
}

// TestCompareHeard holds what the linear mode says of two articles: what both have in one line.
func TestCompareHeard(t *testing.T) {
	t.Parallel()
	l := newListener(t, mines(t), testOptions())
	_, cmd := l.p.Update(press("c"))
	l.hears()
	l.send(brings[comparedMsg](t, cmd))
	for _, step := range []struct{ key, want string }{
		{"", "in both: 3 · differing: 2 · only 1: 1 · only 2: 1. in both 1. انهيار منجم للفحم في الشمال"},
		{
			"n", "differing 1. قُتل 35 عاملا في انهيار منجم للفحم قرب بلدة زاوية صباح الاثنين، بحسب ما أعلنه الدفاع المدني. " +
				"2. قُتل 34 عاملا في انهيار منجم للفحم قرب بلدة زاوية صباح الاثنين، بحسب ما أعلنه الدفاع المدني. 1: 35 2: 34",
		},
		{"n", "only 1 1. وأعلن الحداد ثلاثة أيام في البلاد."},
		{"y", "copied"},
	} {
		if step.key != "" {
			l.send(press(step.key))
		}
		if got := strings.Join(l.hears(), "|"); got != step.want {
			t.Errorf("%q: heard %q, want %q", step.key, got, step.want)
		}
	}
}

// TestCompareStale holds that what has left the list is no longer ticked: an act, and a comparison, is about what is seen.
func TestCompareStale(t *testing.T) {
	t.Parallel()
	d := openDeskOver(t, mines(t), testOptions(), 100, 24)
	d.keys("j", "k")
	elsewhere(d.screen, d.journal, triage.ToArchive) // it stays while the cursor is on it
	d.keys("t")
	d.rest()
	if got := d.ids(); got != "[c] a d" {
		t.Fatalf("the list is %s", got)
	}
	if n := d.m.ticks.Len(); n != 0 {
		t.Errorf("%d are ticked that are not in the list", n)
	}
	d.keys("t", "c")
	if d.m.sheet != nil || d.m.notice != d.m.words.CompareTwo {
		t.Errorf("one that is ticked: %q", d.m.notice)
	}
}
