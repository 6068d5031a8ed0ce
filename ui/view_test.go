package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// deskScreens are whole frames of what was decided, as those of TestScreens.
var deskScreens = []struct {
	name string
	lang string
	w, h int
	keys string
	want string
}{
	{name: "first start", w: 84, h: 7, want: `
                     ﺪﻳﺪﺟ ﺭﺍﺪﺻﺇ ﻦﻋ ﻦﻠﻌﺗ Microsoft     │ …ﺭﺍﺪﺻﺇ ﻦﻋ ﻦﻠﻌﺗ Microsoft  ▐█
                           ﺯﺮﺘﻳﻭﺭ · 2024 ﺮﻳﺎﻨﻳ 16     │ …ﻲﺜﻛ ﺕﺎﻤﻠﻛ ﻪﻴﻓ ﻥﺎﺛ ﻥﺍﻮﻨﻋ
                                                      │      An English headline
                           2024 ﺮﻳﺎﻨﻳ 16 - ﺯﺮﺘﻳﻭﺭ     │ …ﺝ ﻞﻳﻮﻃ ﺺﻧ ﻲﻓ ﺓﺮﻴﺼﻗ ﺔﻠﻤﺟ
                                                      │
  ﺖﻟﺎﻗﻭ .ﺎﻬﻣﺎﻈﻧ ﻦﻣ ﺪﻳﺪﺟ ﺭﺍﺪﺻﺇ ﻦﻋ ﺲﻣﺃ ﺔﻛﺮﺸﻟﺍ ﺖﻨﻠﻋﺃ     │
 Welcome. ? shows every key.                          folder  inbox · unread 4  1/4
`},
	{name: "decided", w: 100, h: 9, keys: "s j p j s 6", want: `
                               ﺪﻳﺪﺟ ﺭﺍﺪﺻﺇ ﻦﻋ ﻦﻠﻌﺗ Microsoft     │  ﺪﻳﺪﺟ ﺭﺍﺪﺻﺇ ﻦﻋ ﻦﻠﻌﺗ Microsoft  *
                                     ﺯﺮﺘﻳﻭﺭ · 2024 ﺮﻳﺎﻨﻳ 16     │ …ﺪﺟ ﺓﺮﻴﺜﻛ ﺕﺎﻤﻠﻛ ﻪﻴﻓ ﻥﺎﺛ ﻥﺍﻮﻨﻋ ~
                                                                │           An English headline
                                     2024 ﺮﻳﺎﻨﻳ 16 - ﺯﺮﺘﻳﻭﺭ     │ …ﻕﺭ ﺍﺪﺟ ﻞﻳﻮﻃ ﺺﻧ ﻲﻓ ﺓﺮﻴﺼﻗ ﺔﻠﻤﺟ  *▐█
                                                                │
 ﻲﻓ ﻞﺼﻳ ﻪﻧﺇ ﺖﻟﺎﻗﻭ .ﺎﻬﻣﺎﻈﻧ ﻦﻣ ﺪﻳﺪﺟ ﺭﺍﺪﺻﺇ ﻦﻋ ﺲﻣﺃ ﺔﻛﺮﺸﻟﺍ ﺖﻨﻠﻋﺃ     │
     .ﻢﻌﻧ ؟ﺓﺮﻴﺜﻛ ﺕﺎﺜﻳﺪﺤﺗ ﻞﻤﺸﻳﻭ .ﺔﺨﺴﻨﻠﻟ $95 ﺮﻌﺴﺑ (ﺭﺍﺫﺁ) ﺱﺭﺎﻣ     │
                                                                │
 inbox 3 · unread 4 · starred 2 · later 1 · archived 0 · [all 4]        folder  all · unread 4  4/4
`},
	{name: "decided, narrow", w: 40, h: 7, keys: "s p j x t 6", want: `
 2024-01-16  …ﺪﺻﺇ ﻦﻋ ﻦﻠﻌﺗ Microsoft ~*
 …ﻰﺘﺣ ﺍﺪﺟ ﺓﺮﻴﺜﻛ ﺕﺎﻤﻠﻛ ﻪﻴﻓ ﻥﺎﺛ ﻥﺍﻮﻨﻋ
                An English headline x
 ﺪﺣﺍﻭ ﻢﻗﺭ ﺍﺪﺟ ﻞﻳﻮﻃ ﺺﻧ ﻲﻓ ﺓﺮﻴﺼﻗ ﺔﻠﻤﺟ   √█


 inbox 2 · unread 4 · s…  ticked 1  4/4
`},
	{name: "ticked, in Arabic", lang: "ar", w: 90, h: 7, keys: "t t j", want: `
                         ﺪﻳﺪﺟ ﺭﺍﺪﺻﺇ ﻦﻋ ﻦﻠﻌﺗ Microsoft     │ …ﺝ ﺭﺍﺪﺻﺇ ﻦﻋ ﻦﻠﻌﺗ Microsoft  √
                               ﺯﺮﺘﻳﻭﺭ · 2024 ﺮﻳﺎﻨﻳ 16     │ …ﺓﺮﻴﺜﻛ ﺕﺎﻤﻠﻛ ﻪﻴﻓ ﻥﺎﺛ ﻥﺍﻮﻨﻋ  √
                                                          │        An English headline
                               2024 ﺮﻳﺎﻨﻳ 16 - ﺯﺮﺘﻳﻭﺭ     │ …ﺍﺪﺟ ﻞﻳﻮﻃ ﺺﻧ ﻲﻓ ﺓﺮﻴﺼﻗ ﺔﻠﻤﺟ  ▐█
                                                          │
  ﻪﻧﺇ ﺖﻟﺎﻗﻭ .ﺎﻬﻣﺎﻈﻧ ﻦﻣ ﺪﻳﺪﺟ ﺭﺍﺪﺻﺇ ﻦﻋ ﺲﻣﺃ ﺔﻛﺮﺸﻟﺍ ﺖﻨﻠﻋﺃ     │
 ﺓﺪﻋﺎﺴﻣ ؟                                      folder  4 ءﻭﺮﻘﻣ ﺮﻴﻏ · ﺩﺭﺍﻮﻟﺍ  2 :ﻢﻠﻌﻣ  4/4
`},
	{name: "kept while it is read", w: 84, h: 7, keys: "j enter x", want: `
  ﻻﻭ ﺮﻄﺴﻟﺍ ﻝﻮﻄﻳ ﻰﺘﺣ ﺍﺪﺟ ﺓﺮﻴﺜﻛ ﺕﺎﻤﻠﻛ ﻪﻴﻓ ﻥﺎﺛ ﻥﺍﻮﻨﻋ   █ │ …ﺭﺍﺪﺻﺇ ﻦﻋ ﻦﻠﻌﺗ Microsoft
           ﺔﺷﺎﺸﻟﺍ ﺖﻌﺴﺗﺍ ﺎﻤﻬﻣ ﺔﻤﺋﺎﻘﻟﺍ ﺩﻮﻤﻋ ﻪﻟ ﻊﺴﺘﻳ   │ │ …ﻲﺜﻛ ﺕﺎﻤﻠﻛ ﻪﻴﻓ ﻥﺎﺛ ﻥﺍﻮﻨﻋ x ▐
                                                      │      An English headline
             .ﺎﻬﻨﻣ ﺔﻴﻧﺎﺛ ﺔﻠﻤﺟ .ﺮﺒﺨﻟﺍ ﻦﻣ ﻰﻟﻭﺃ ﺓﺮﻘﻓ     │ …ﺝ ﻞﻳﻮﻃ ﺺﻧ ﻲﻓ ﺓﺮﻴﺼﻗ ﺔﻠﻤﺟ
                                                      │
                        .ﻪﺴﻔﻧ ﺮﺒﺨﻟﺍ ﻦﻣ ﺔﻴﻧﺎﺛ ﺓﺮﻘﻓ     │
 archived                                            folder  inbox · unread 3  100%
`},
	{name: "no stars", w: 84, h: 7, keys: "3", want: `
                                                      │    No article has a star; s
                                                      │   gives one. 1 goes back to
                                                      │                  the inbox.
                                                      │
                                                      │
                                                      │
 inbox 4 · unread 4 · [starred 0] · later 0 · archived 0 · all 4                0/0
`},
	{name: "all archived, in Arabic", lang: "ar", w: 84, h: 7, keys: "g a x", want: `
                     ﺪﻳﺪﺟ ﺭﺍﺪﺻﺇ ﻦﻋ ﻦﻠﻌﺗ Microsoft     │     ﺎﻣ ﻞﻛ ﻲﻓ ﺖﺑ :ﻝﺎﺧ ﺩﺭﺍﻮﻟﺍ
                           ﺯﺮﺘﻳﻭﺭ · 2024 ﺮﻳﺎﻨﻳ 16     │      ﻞﻛ ﺽﺮﻌﻳ 6 ﺡﺎﺘﻔﻤﻟﺍ .ﻪﻴﻓ
                                                      │                    .ﺕﻻﺎﻘﻤﻟﺍ
                           2024 ﺮﻳﺎﻨﻳ 16 - ﺯﺮﺘﻳﻭﺭ     │
                                                      │
  ﺖﻟﺎﻗﻭ .ﺎﻬﻣﺎﻈﻧ ﻦﻣ ﺪﻳﺪﺟ ﺭﺍﺪﺻﺇ ﻦﻋ ﺲﻣﺃ ﺔﻛﺮﺸﻟﺍ ﺖﻨﻠﻋﺃ     │
 ﻊﺟﺍﺮﺘﻠﻟ u · 4 :ﻒﺷﺭﺃ                              folder  0 ءﻭﺮﻘﻣ ﺮﻴﻏ · ﺩﺭﺍﻮﻟﺍ  0/0
`},
	{name: "history", w: 84, h: 7, keys: "s x u g_a r : h i s t o r y enter", want: `
 What you have decided (3)
█▌2024-01-02 10:04  read: 4 · Microsoft ﺪﻳﺪﺟ ﺭﺍﺪﺻﺇ ﻦﻋ ﻦﻠﻌﺗ                  undo: 1
  2024-01-02 10:02  archived · Microsoft ﺪﻳﺪﺟ ﺭﺍﺪﺻﺇ ﻦﻋ ﻦﻠﻌﺗ         undone for good
  2024-01-02 10:01  starred · Microsoft ﺪﻳﺪﺟ ﺭﺍﺪﺻﺇ ﻦﻋ ﻦﻠﻌﺗ                  undo: 2


 Enter undo back to here   Esc close
`},
}

// TestDeskScreens holds what is shown of what was decided.
func TestDeskScreens(t *testing.T) {
	t.Parallel()
	for _, tt := range deskScreens {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o := testOptions()
			if tt.lang != "" {
				o.Lang = tt.lang
			}
			s := openDesk(t, articles, o, tt.w, tt.h)
			s.keys(strings.Fields(strings.ReplaceAll(tt.keys, "_", " "))...)
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

// TestGeometryDesk sweeps what is shown of decisions over the sizes.
func TestGeometryDesk(t *testing.T) {
	t.Parallel()
	for name, keys := range map[string]string{
		"marks":   "s p x t 6",
		"ticked":  "t t",
		"starred": "3",
		"emptied": "g a x rest",
		"kept":    "enter x",
		"history": "s x g a r : h i s t o r y enter j",
	} {
		for _, lang := range []string{"en", "ar"} {
			for _, layout := range []string{"rtl", "ltr"} {
				t.Run(name+"/"+lang+"/"+layout, func(t *testing.T) {
					t.Parallel()
					o := testOptions()
					o.Lang, o.Layout, o.Bidi = lang, layout, "marked"
					s := openDesk(t, articles, o, 100, 12)
					for key := range strings.FieldsSeq(keys) {
						if key == "rest" {
							s.rest()
							continue
						}
						s.keys(key)
					}
					for _, w := range sweepWidths {
						for _, h := range sweepHeights {
							s.send(tea.WindowSizeMsg{Width: w, Height: h})
							checkGeometry(t, s.m, w, h, name)
						}
					}
				})
			}
		}
	}
}

// TestPlainDesk holds that the linear mode says what was decided, and why a list is empty.
func TestPlainDesk(t *testing.T) {
	t.Parallel()
	s := openDesk(t, articles, testOptions(), 100, 12)
	s.keys("s")
	l := newListener(t, s.m.corpus, s.m.options)
	l.hears()
	for _, step := range []struct{ key, want string }{
		{"k", "Microsoft تعلن عن إصدار جديد 2024-01-16 · رويترز. unread · starred. 1/4"},
		{"j", "عنوان ثان فيه كلمات كثيرة جدا حتى يطول السطر ولا يتسع له عمود القائمة مهما اتسعت الشاشة. unread. 2/4"},
		{"4", "inbox 4 · unread 4 · starred 1 · [later 0] · archived 0 · all 4. list, later, 0. Nothing is kept for later; p does that. 1 goes back to the inbox."},
	} {
		l.send(press(step.key))
		l.send(restMsg{l.p.moves})
		if got := strings.Join(l.hears(), "|"); got != step.want {
			t.Errorf("%q: heard %q, want %q", step.key, got, step.want)
		}
	}
}

// The first frame is told of once, when the size of the screen is known; not before, and not when that changes.
func TestPainted(t *testing.T) {
	t.Parallel()
	o, told := testOptions(), 0
	o.Painted = func() { told++ }
	m := New(t.Context(), openFolder(t, articles), o)
	if m.View(); told != 0 {
		t.Errorf("before the size is known: told %d times", told)
	}
	for _, w := range []int{120, 80} {
		if _, cmd := m.Update(tea.WindowSizeMsg{Width: w, Height: 20}); cmd != nil {
			cmd()
		}
	}
	if told != 1 {
		t.Errorf("told %d times", told)
	}
}
