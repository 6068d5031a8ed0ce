package ui

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"jarida/corpus"
	"jarida/corpus/entity"
)

var timelineScreens = []struct {
	name, lang, layout string
	w, h               int
	keys               []string
	want               string
}{
	{name: "published", w: 100, h: 9, keys: []string{"g", "t", "j", "j"}, want: `
                                                               Days of publication (3) · undated: 1
                                            ﺭﻮﻨﻟﺍ ﺔﻴﻌﻤﺟ · ﺕﻭﺮﻴﺑ  2  █████████████  2023-01-20  Fri
                                                                        · days without articles: 1
             ﺎﻬﺑﺍﻮﺑﺃ ﺢﺘﻔﺗ ﺭﻮﻨﻟﺍ ﺔﻴﻌﻤﺟ   ﺩﺍﺪﺣ ﻰﻠﻴﻟ · ﺭﻮﻨﻟﺍ ﺔﻴﻌﻤﺟ  1      █████████  2023-01-18  Wed▐█
                                                                        · days without articles: 1
                ﻖﺸﻣﺩ ﺭﻭﺰﻳ ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ       ﺕﻭﺮﻴﺑ · ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ  1      █████████  2023-01-16  Mon


 Enter its articles   Tab mentioned, or published   Esc close  ـﻫ 1444 ﺓﺮﺧﻵﺍ ﻯﺩﺎﻤﺟ 25  published: 1
`},
	{name: "published, in Arabic", lang: "ar", w: 84, h: 9, keys: []string{"g", "t"}, want: `
                                                       1 :ﺦﻳﺭﺎﺗ ﻼﺑ · (3) ﺮﺸﻨﻟﺍ ﻡﺎﻳﺃ
                                       ﺭﻮﻨﻟﺍ ﺔﻴﻌﻤﺟ · ﺕﻭﺮﻴﺑ  2  2023-01-20   ﺔﻌﻤﺠﻟﺍ▐█
                                                                1 :ﺕﻻﺎﻘﻣ ﻼﺑ ﻡﺎﻳﺃ ·
          ﺎﻬﺑﺍﻮﺑﺃ ﺢﺘﻔﺗ ﺭﻮﻨﻟﺍ ﺔﻴﻌﻤﺟ             ﺭﻮﻨﻟﺍ ﺔﻴﻌﻤﺟ  1  2023-01-18  ءﺎﻌﺑﺭﻷﺍ
                                                                1 :ﺕﻻﺎﻘﻣ ﻼﺑ ﻡﺎﻳﺃ ·
             ﻖﺸﻣﺩ ﺭﻭﺰﻳ ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ     ﺕﻭﺮﻴﺑ · ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ  1  2023-01-16   ﻦﻴﻨﺛﻻﺍ


 …E   ﺮﺸﻨﻟﺍ ﻡﺎﻳﺃ ﻭﺃ ﺓﺭﻮﻛﺬﻤﻟﺍ Tab   ﻪﺗﻻﺎﻘﻣ Enter  ـﻫ 1444 ﺓﺮﺧﻵﺍ ﻯﺩﺎﻤﺟ 27  2 :ﻪﻴﻓ ﺮﺸﻧ
`},
	{name: "published, from the left", layout: "ltr", w: 100, h: 9, keys: []string{"g", "t", "j", "j"}, want: `
 Days of publication (3) · undated: 1
  Fri  2023-01-20  █████████████  2  ﺕﻭﺮﻴﺑ · ﺭﻮﻨﻟﺍ ﺔﻴﻌﻤﺟ
  · days without articles: 1
█▌Wed  2023-01-18  █████████      1  ﺭﻮﻨﻟﺍ ﺔﻴﻌﻤﺟ · ﺩﺍﺪﺣ ﻰﻠﻴﻟ   ﺎﻬﺑﺍﻮﺑﺃ ﺢﺘﻔﺗ ﺭﻮﻨﻟﺍ ﺔﻴﻌﻤﺟ
  · days without articles: 1
  Mon  2023-01-16  █████████      1  ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ · ﺕﻭﺮﻴﺑ       ﻖﺸﻣﺩ ﺭﻭﺰﻳ ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ


 published: 1  ـﻫ 1444 ﺓﺮﺧﻵﺍ ﻯﺩﺎﻤﺟ 25  Enter its articles   Tab mentioned, or published   Esc close
`},
	{name: "mentioned", w: 100, h: 7, keys: []string{"g", "t", "tab", "j"}, want: `
                                                                    Days that the texts mention (4)
                ﻪﺴﻔﻧ ﻡﻮﻴﻟﺍ ﻦﻣ ﻥﺎﺛ ﺮﺒﺧ       ﺭﻮﻨﻟﺍ ﺔﻴﻌﻤﺟ · ﺕﻭﺮﻴﺑ  1  █████████████  2023-02-03  Fri
                        ﺕﻭﺮﻴﺑ ﻲﻓ ﺽﺮﻌﻣ       ﺭﻮﻨﻟﺍ ﺔﻴﻌﻤﺟ · ﺕﻭﺮﻴﺑ  1  █████████████  2023-01-21  Sat
             ﺎﻬﺑﺍﻮﺑﺃ ﺢﺘﻔﺗ ﺭﻮﻨﻟﺍ ﺔﻴﻌﻤﺟ   ﺩﺍﺪﺣ ﻰﻠﻴﻟ · ﺭﻮﻨﻟﺍ ﺔﻴﻌﻤﺟ  1  █████████████  2023-01-17  Tue
                ﻖﺸﻣﺩ ﺭﻭﺰﻳ ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ       ﺕﻭﺮﻴﺑ · ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ  1  █████████████  2023-01-15  Sun▐█

 Enter its articles   Tab mentioned, or published   Esc c…  ـﻫ 1444 ﺓﺮﺧﻵﺍ ﻯﺩﺎﻤﺟ 22  mentioned by: 1
`},
	{name: "narrow", lang: "ar", w: 30, h: 8, keys: []string{"g", "t", "j", "j"}, want: `
 1 :ﺦﻳﺭﺎﺗ ﻼﺑ · (3) ﺮﺸﻨﻟﺍ ﻡﺎﻳﺃ
      2  2023-01-20   ﺔﻌﻤﺠﻟﺍ
          1 :ﺕﻻﺎﻘﻣ ﻼﺑ ﻡﺎﻳﺃ ·
      1  2023-01-18  ءﺎﻌﺑﺭﻷﺍ▐█
          1 :ﺕﻻﺎﻘﻣ ﻼﺑ ﻡﺎﻳﺃ ·
      1  2023-01-16   ﻦﻴﻨﺛﻻﺍ

    …ﻪﺗﻻﺎﻘﻣ Enter  1 :ﻪﻴﻓ ﺮﺸﻧ
`},
	{name: "very narrow", w: 16, h: 8, keys: []string{"g", "t"}, want: `
 Days of publi…
 2  2023-01-20▐█
 · days witho…
 1  2023-01-18
 · days witho…
 1  2023-01-16

   published: 2
`},
}

func TestTimelineScreens(t *testing.T) {
	t.Parallel()
	files := newsFiles()
	files["d.txt"] = "خبر ثان من اليوم نفسه\n\n20 يناير 2023\n\nتقول ليلى حداد إن جمعية النور تعود إلى بيروت في 3 فبراير 2023.\n"
	files["e.txt"] = "خبر بلا تاريخ\n\nلا يعرف متى نشر هذا الخبر ولا أين.\n"
	c := knownFolder(t, files, newsNames...)
	for _, tt := range timelineScreens {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o := testOptions()
			if tt.lang != "" {
				o.Lang = tt.lang
			}
			if tt.layout != "" {
				o.Layout = tt.layout
			}
			s := newScreen(t, c, o, tt.w, tt.h)
			s.keys(tt.keys...)
			s.settle()
			rows := s.rows()
			for i := range rows {
				rows[i] = strings.TrimRight(rows[i], " ")
			}
			got := strings.Join(rows, "\n")
			if want := strings.TrimSuffix(strings.TrimPrefix(tt.want, "\n"), "\n"); got != want {
				t.Errorf("got\n%s\n\nwant\n%s", got, want)
			}
		})
	}
}

// day gives the date under the cursor of the timeline, and how many rows there are.
func (s *screen) day() (date string, rows int) {
	d, open := s.m.daySheet()
	if !open {
		return "closed", 0
	}
	return d.rows[s.m.sheet.cursor].Date, len(d.rows)
}

// TestTimeline holds the way through the days: in either alphabet, Enter lists the articles of a day as a query that Backspace takes off, and
// Tab turns to the mentioned days and back to the day that it came from.
func TestTimeline(t *testing.T) {
	t.Parallel()
	s := newScreen(t, news(t), testOptions(), 100, 20)
	s.keys("ل", "ف", "j", "j")
	if date, rows := s.day(); date != "2023-01-18" || rows != 5 {
		t.Fatalf("the cursor is on %s of %d rows", date, rows)
	}
	s.keys("k", "enter") // nothing is to be listed of the days between
	if date, _ := s.day(); date != "2023-01-19" {
		t.Fatalf("Enter between two days goes to %s", date)
	}
	s.keys("j", "enter")
	if date, _ := s.day(); date != "closed" || s.listed() != "b" || s.m.filter.query.text != "date:2023-01-18" || s.m.focus != listPane {
		t.Fatalf("Enter lists %q on %s", s.listed(), date)
	}
	s.keys("backspace")
	if s.listed() != "c b a" {
		t.Fatalf("Backspace leaves %q", s.listed())
	}
	s.keys("g", "t")
	s.keys(expand([]string{"ge"})...)
	s.keys("tab")
	if date, rows := s.day(); date != "2023-01-15" || rows != 3 {
		t.Fatalf("of the mentioned days the cursor is on %s of %d", date, rows)
	}
	s.keys("k", "s")
	if date, _ := s.day(); date != "2023-01-16" {
		t.Fatalf("back among the days of publication the cursor is on %s", date)
	}
	s.keys("tab", "enter")
	if s.listed() != "a" || s.m.filter.query.text != "mentions:2023-01-15" {
		t.Fatalf("Enter on a mentioned day lists %q", s.listed())
	}
}

// TestTimelineOfNothing holds that a folder without dates is told of, not shown.
func TestTimelineOfNothing(t *testing.T) {
	t.Parallel()
	s := newScreen(t, openFolder(t, map[string]string{"a.txt": "عنوان بلا تاريخ\n\nفقرة من الخبر.\n"}), testOptions(), 60, 5)
	s.keys("esc", "g", "t")
	if date, _ := s.day(); date != "closed" || s.m.notice != s.m.words.NoDays {
		t.Errorf("the timeline is %s, and %q is said", date, s.m.notice)
	}
}

// TestStaleTimeline holds that what was asked for before, or by somebody who has gone on, is dropped.
func TestStaleTimeline(t *testing.T) {
	t.Parallel()
	s := newScreen(t, news(t), testOptions(), 100, 20)
	old := brings[daysMsg](t, s.m.showTimeline())
	late := brings[daysMsg](t, s.m.showTimeline())
	s.send(old)
	if date, _ := s.day(); date != "closed" {
		t.Fatal("an old timeline is shown")
	}
	s.keys("?")
	s.send(late)
	s.keys("esc")
	if date, _ := s.day(); date != "closed" {
		t.Fatal("a timeline comes over what the reader looks at")
	}
	s.keys("g", "t")
	d, _ := s.m.daySheet()
	facts := dayFactsMsg{sheet: d, line: late.made.line, facts: map[string]*dayFacts{"2023-01-16": {title: "x"}}}
	s.send(facts)
	if d.facts["2023-01-16"].title == "x" {
		t.Error("facts of another timeline are shown")
	}
}

// TestTimelineFollowsFiles holds that the days follow the folder while they are looked at, and the cursor its day.
func TestTimelineFollowsFiles(t *testing.T) {
	t.Parallel()
	s := watchWith(t, newsFiles(), corpus.Options{Dates: true}, testOptions(), 100, 20)
	s.keys("g", "t", "j", "j", "j", "j")
	if date, rows := s.day(); date != "2023-01-16" || rows != 5 {
		t.Fatalf("the cursor is on %s of %d rows", date, rows)
	}
	s.write(t, "e.txt", "خبر من اليوم التالي\n\n21 يناير 2023\n\nتقول ليلى حداد إن جمعية النور تعود إلى بيروت.\n", time.Date(2024, 1, 2, 0, 0, 0, 0, time.UTC))
	s.until("the new day", func(snap *corpus.Snapshot) bool { return snap.Len() == 4 && snap.DateProgress().Done })
	if date, rows := s.day(); date != "2023-01-16" || rows != 6 {
		t.Errorf("the cursor is on %s of %d rows", date, rows)
	}
}

// TestTimelineHeard holds what is heard of a day.
func TestTimelineHeard(t *testing.T) {
	t.Parallel()
	l := newListener(t, news(t), testOptions())
	l.hears()
	for _, k := range []string{"g", "t", "j", "j"} {
		l.send(press(k))
	}
	said := strings.Join(l.hears(), "|")
	for _, want := range []string{"Days of publication (3)", "days without articles: 1", "Wed 2023-01-18 published: 1", "جمعية النور"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said: %s", want, said)
		}
	}
	if strings.ContainsAny(said, "█▌▐") {
		t.Errorf("a bar is said: %s", said)
	}
}

// TestSparkline holds how counts become columns.
func TestSparkline(t *testing.T) {
	t.Parallel()
	days := []entity.DayCount{{Day: "2026-01-01", Articles: 8}, {Day: "2026-01-03", Articles: 1}, {Day: "2026-01-08", Articles: 4}}
	for _, tt := range []struct {
		columns int
		rtl     bool
		want    string
	}{
		{8, false, "█ ▁    ▄"},
		{8, true, "▄    ▁ █"},
		{20, false, "█ ▁    ▄"}, // a day is not divided
		{4, false, "█▁ ▄"},
		{1, false, "█"},
		{0, false, ""},
	} {
		got, columns := sparkline(newCourse(days).Course, tt.columns, tt.rtl)
		if got != tt.want || columns != utf8.RuneCountInString(got) {
			t.Errorf("%d columns, rtl %v: %q in %d, not %q", tt.columns, tt.rtl, got, columns, tt.want)
		}
	}
	if newCourse(days[:1]) != nil || newCourse([]entity.DayCount{{Day: "2026-01", Articles: 3}}) != nil {
		t.Error("a single day has a course")
	}
}

// TestCountBar holds that a bar grows from the side where reading begins, in halves of a column, and that one article is seen.
func TestCountBar(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		n, most  int
		ltr, rtl string
	}{
		{0, 9, "    ", "    "}, {1, 10_000, "▌   ", "   ▐"}, {1, 3, "██▌ ", " ▐██"}, {1, 4, "██  ", "  ██"}, {9, 9, "████", "████"},
	} {
		for layout, want := range map[string]string{"ltr": tt.ltr, "rtl": tt.rtl} {
			o := testOptions()
			o.Layout = layout
			m := New(t.Context(), openFolder(t, map[string]string{"a.txt": "عنوان\n\nفقرة من الخبر.\n"}), o)
			c := &m.canvas
			c.begin()
			m.countBar(c, tt.n, tt.most, 4)
			if got := ansi.Strip(c.row()); got != want {
				t.Errorf("%d of %d, %s: %q, not %q", tt.n, tt.most, layout, got, want)
			}
		}
	}
}
