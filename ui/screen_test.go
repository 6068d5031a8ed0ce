package ui

import (
	"strings"
	"testing"
)

// screens are whole frames as a terminal shows them, cell by cell from left to right: presentation forms in visual
// order, so that the first letter of an Arabic line is its last here. An editor that reorders text shows them turned.
var screens = []struct {
	name string
	w, h int
	keys []string
	want string
}{
	{name: "list and text", w: 84, h: 12, want: `
                     ﺪﻳﺪﺟ ﺭﺍﺪﺻﺇ ﻦﻋ ﻦﻠﻌﺗ Microsoft     │ …ﺝ ﺭﺍﺪﺻﺇ ﻦﻋ ﻦﻠﻌﺗ Microsoft▐█
                           ﺯﺮﺘﻳﻭﺭ · 2024 ﺮﻳﺎﻨﻳ 16     │ …ﺓﺮﻴﺜﻛ ﺕﺎﻤﻠﻛ ﻪﻴﻓ ﻥﺎﺛ ﻥﺍﻮﻨﻋ
                                                      │        An English headline
                           2024 ﺮﻳﺎﻨﻳ 16 - ﺯﺮﺘﻳﻭﺭ     │ …ﺍﺪﺟ ﻞﻳﻮﻃ ﺺﻧ ﻲﻓ ﺓﺮﻴﺼﻗ ﺔﻠﻤﺟ
                                                      │
  ﺖﻟﺎﻗﻭ .ﺎﻬﻣﺎﻈﻧ ﻦﻣ ﺪﻳﺪﺟ ﺭﺍﺪﺻﺇ ﻦﻋ ﺲﻣﺃ ﺔﻛﺮﺸﻟﺍ ﺖﻨﻠﻋﺃ     │
    ﻞﻤﺸﻳﻭ .ﺔﺨﺴﻨﻠﻟ $95 ﺮﻌﺴﺑ (ﺭﺍﺫﺁ) ﺱﺭﺎﻣ ﻲﻓ ﻞﺼﻳ ﻪﻧﺇ     │
                              .ﻢﻌﻧ ؟ﺓﺮﻴﺜﻛ ﺕﺎﺜﻳﺪﺤﺗ     │
                                                      │
                     (ﺯﺮﺘﻳﻭﺭ) ﻞﺗﺎﻴﺳ ﻲﻓ ﺔﻛﺮﺸﻟﺍ ﺮﻘﻣ ○   │
                                                      │
 ? help                                                                 folder  1/4
`},
	{name: "narrow list", w: 44, h: 6, keys: []string{"j"}, want: `
 2024-01-16   ﺪﻳﺪﺟ ﺭﺍﺪﺻﺇ ﻦﻋ ﻦﻠﻌﺗ Microsoft
 …ﺍ ﻝﻮﻄﻳ ﻰﺘﺣ ﺍﺪﺟ ﺓﺮﻴﺜﻛ ﺕﺎﻤﻠﻛ ﻪﻴﻓ ﻥﺎﺛ ﻥﺍﻮﻨﻋ▐█
                       An English headline
        ﺪﺣﺍﻭ ﻢﻗﺭ ﺍﺪﺟ ﻞﻳﻮﻃ ﺺﻧ ﻲﻓ ﺓﺮﻴﺼﻗ ﺔﻠﻤﺟ

 ? help                         folder  2/4
`},
	{name: "narrow text", w: 44, h: 10, keys: []string{"enter", ")", ")"}, want: `

                 2024 ﺮﻳﺎﻨﻳ 16 - ﺯﺮﺘﻳﻭﺭ

      ﻦﻣ ﺪﻳﺪﺟ ﺭﺍﺪﺻﺇ ﻦﻋ ﺲﻣﺃ ﺔﻛﺮﺸﻟﺍ ﺖﻨﻠﻋﺃ   █
   (ﺭﺍﺫﺁ) ﺱﺭﺎﻣ ﻲﻓ ﻞﺼﻳ ﻪﻧﺇ ﺖﻟﺎﻗﻭ .ﺎﻬﻣﺎﻈﻧ   │
  ؟ﺓﺮﻴﺜﻛ ﺕﺎﺜﻳﺪﺤﺗ ﻞﻤﺸﻳﻭ .ﺔﺨﺴﻨﻠﻟ $95 ﺮﻌﺴﺑ
                                   .ﻢﻌﻧ

           (ﺯﺮﺘﻳﻭﺭ) ﻞﺗﺎﻴﺳ ﻲﻓ ﺔﻛﺮﺸﻟﺍ ﺮﻘﻣ ○
 ? help                         folder  56%
`},
	{name: "left-to-right text", w: 84, h: 6, keys: []string{"j", "j", "enter"}, want: `
 █   An English headline                              │ …ﺝ ﺭﺍﺪﺻﺇ ﻦﻋ ﻦﻠﻌﺗ Microsoft
                                                      │ …ﺓﺮﻴﺜﻛ ﺕﺎﻤﻠﻛ ﻪﻴﻓ ﻥﺎﺛ ﻥﺍﻮﻨﻋ
     The first paragraph of it. And a second          │        An English headline ▐
     sentence.                                        │ …ﺍﺪﺟ ﻞﻳﻮﻃ ﺺﻧ ﻲﻓ ﺓﺮﻴﺼﻗ ﺔﻠﻤﺟ
                                                      │
 ? help                                                                folder  100%
`},
	{name: "help, searched", w: 60, h: 6, keys: []string{"?", "/", "p", "a", "g", "e"}, want: `
 Keys
 Space PgDn Ctrl+F               one page down
 PgUp Ctrl+B                     one page up
 d Ctrl+D  (ﻱ)                   half a page down
 Ctrl+U                          half a page up
 / page
`},
}

func TestScreens(t *testing.T) {
	t.Parallel()
	c := openFolder(t, articles)
	for _, tt := range screens {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := newScreen(t, c, testOptions(), tt.w, tt.h)
			s.keys(tt.keys...)
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
