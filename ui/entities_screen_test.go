package ui

import (
	"strings"
	"testing"
)

// entityScreens are whole frames of what is known of names, as those of TestScreens.
var entityScreens = []struct {
	name string
	lang string
	w, h int
	keys []string
	want string
}{
	{name: "of the folder", w: 132, h: 26, keys: []string{"e"}, want: `
                      folder │                                                ﺕﻭﺮﻴﺑ ﻲﻓ ﺽﺮﻌﻣ     │                    ﺕﻭﺮﻴﺑ ﻲﻓ ﺽﺮﻌﻣ ▐
   5            All names    │                                                2023 ﺮﻳﺎﻨﻳ 20     │         ﺎﻬﺑﺍﻮﺑﺃ ﺢﺘﻔﺗ ﺭﻮﻨﻟﺍ ﺔﻴﻌﻤﺟ
   2               People    │                                                                  │            ﻖﺸﻣﺩ ﺭﻭﺰﻳ ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ
 5 2          ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ  ▐█│       ﺔﻴﻌﻤﺟ ﻪﻴﻓ ﻙﺭﺎﺸﺗﻭ .ﺍﺪﻏ ﺕﻭﺮﻴﺑ ﻲﻓ ﻪﺑﺍﻮﺑﺃ ﺏﺎﺘﻜﻟﺍ ﺽﺮﻌﻣ ﺢﺘﻔﻳ     │
 3 2            ﺩﺍﺪﺣ ﻰﻠﻴﻟ    │                                                       .ﺭﻮﻨﻟﺍ     │
   2               Places    │                                                                  │
 4 2                ﺕﻭﺮﻴﺑ    │                                                                  │
 3 2                 ﻖﺸﻣﺩ    │                                                                  │
   1        Organisations    │                                                                  │
 3 2          ﺭﻮﻨﻟﺍ ﺔﻴﻌﻤﺟ    │                                                                  │
                             │                                                                  │
                             │                                                                  │
                             │                                                                  │
                             │                                                                  │
─────────────────────────────│                                                                  │
 person          ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ │                                                                  │
     articles 2 · mentions 5 │                                                                  │
   2023-01-18 █ █ 2023-01-16 │                                                                  │
  · 3 ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ :Spellings │                                                                  │
                    2 ﺐﻴﻄﺨﻟﺍ │                                                                  │
  2 ﺩﺍﺪﺣ ﻰﻠﻴﻟ · 2 ﻖﺸﻣﺩ :With │                                                                  │
   1 ﺭﻮﻨﻟﺍ ﺔﻴﻌﻤﺟ · 1 ﺕﻭﺮﻴﺑ · │                                                                  │
                             │                                                                  │
                             │                                                                  │
                             │                                                                  │
 ? help                                                                                                                 folder  3/9
`},
	{name: "of the folder, in Arabic, two panes, under conditions", lang: "ar", w: 90, h: 14, keys: []string{"e", "t", "enter", "j", "j", "-"}, want: `
                                                   folder │        ﺕﻭﺮﻴﺑ − ﺩﺍﺪﺣ ﻰﻠﻴﻟ  1/3
   5                                         ءﺎﻤﺳﻷﺍ ﻞﻛ    │     ﺎﻬﺑﺍﻮﺑﺃ ﺢﺘﻔﺗ ﺭﻮﻨﻟﺍ ﺔﻴﻌﻤﺟ ▐
   2                                             ﺹﺎﺨﺷﺃ    │
 5 2                                       ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ √  │
 3 2                                         ﺩﺍﺪﺣ ﻰﻠﻴﻟ +  │
   2                                             ﻦﻛﺎﻣﺃ    │
 4 2                                             ﺕﻭﺮﻴﺑ −▐█│
──────────────────────────────────────────────────────────│
 ﻥﺎﻜﻣ                                               ﺕﻭﺮﻴﺑ │
                                         4 ﺕﺍﺮﻣ · 2 ﺕﻻﺎﻘﻣ │
                              2023-01-20 █   █ 2023-01-16 │
   ﻰﻠﻴﻟ · 1 ﻖﺸﻣﺩ · 1 ﺭﻮﻨﻟﺍ ﺔﻴﻌﻤﺟ · 1 ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ :ﻪﻌﻣ ﺩﺮﻳ │
                                                   1 ﺩﺍﺪﺣ │
 ﺓﺪﻋﺎﺴﻣ ؟                                                                     folder  6/9
`},
	{name: "of the article", lang: "ar", w: 90, h: 16, keys: []string{"g", "e", "enter", "e", "]", "]"}, want: `
         ﻖﺸﻣﺩ ﺭﻭﺰﻳ ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ │                                ﻖﺸﻣﺩ ﺭﻭﺰﻳ ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ
 4                ءﺎﻤﺳﻷﺍ ﻞﻛ    │                                        2023 ﺮﻳﺎﻨﻳ 16
 2                    ﺹﺎﺨﺷﺃ    │
 4              ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ  ▐█│   .ﺕﻭﺮﻴﺑ ﻦﻣ ﺎﻴﺗﺁ ﻖﺸﻣﺩ ﻰﻟﺇ ﺲﻣﺃ ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ ﺮﻳﺪﻤﻟﺍ ﻞﺻﻭ
 2                ﺩﺍﺪﺣ ﻰﻠﻴﻟ    │         .«ﺎﻬﻠﻛ ﺔﻨﻳﺪﻤﻟﺍ ﻞﺟﺃ ﻦﻣ ﺎﻌﻣ ﻞﻤﻌﻧ» :ﺐﻴﻄﺨﻟﺍ ﻝﺎﻗﻭ
 2                    ﻦﻛﺎﻣﺃ    │
 2                     ﻖﺸﻣﺩ    │        :ﺩﺍﺪﺣ ﻰﻠﻴﻟ ﺖﻟﺎﻗﻭ ،ﻪﻟﺎﺒﻘﺘﺳﺍ ﻲﻓ ﺩﺍﺪﺣ ﻰﻠﻴﻟ ﺖﻧﺎﻛﻭ
 2                    ﺕﻭﺮﻴﺑ    │     .ﺎﻀﻳﺃ ﻥﺍﻭﺮﻣ ﺮﻀﺣﻭ .«ﺎﻌﻴﻤﺟ ﺎﻨﻟ ﺓﺮﻴﺒﻛ ﺔﺻﺮﻓ ﺓﺭﺎﻳﺰﻟﺍ»
───────────────────────────────│
 ﺺﺨﺷ               ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ │   .ﺲﻘﻄﻟﺍ ﻦﻋ ﺮﻴﺜﻛ ﻡﻼﻛ ﺎﻬﻴﻓﻭ ﺱﺎﻨﻟﺍ ﻦﻣ ﺍﺪﺣﺃ ﺮﻛﺬﺗ ﻻ ﺓﺮﻘﻓ
              5 ﺕﺍﺮﻣ · 2 ﺕﻻﺎﻘﻣ │                                    .ﺎﻬﻨﻣ ﺔﻴﻧﺎﺛ ﺔﻠﻤﺟﻭ
     2023-01-18 █ █ 2023-01-16 │
  ﺐﻴﻄﺨﻟﺍ · 3 ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ :ﺐﺘﻜﻳ │                         .ﺕﻭﺮﻴﺑ ﻰﻟﺇ ﺎﻫﺪﻌﺑ ﺐﻴﻄﺨﻟﺍ ﺩﺎﻋﻭ
                             2 │
  …ﺩﺍﺪﺣ ﻰﻠﻴﻟ · 2 ﻖﺸﻣﺩ :ﻪﻌﻣ ﺩﺮﻳ │
 2/4 ﻊﺿﻮﻣ                                                                    folder  3/10
`},
	{name: "renaming", w: 60, h: 8, keys: []string{"e", "j", "r"}, want: `
                                                     folder
   5                                           All names
   2                                              People
 5 2                                         ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ
 3 2                                           ﺩﺍﺪﺣ ﻰﻠﻴﻟ  ▐█
   2                                              Places
 4 2                                               ﺕﻭﺮﻴﺑ
 name:  ﺩﺍﺪﺣ ﻰﻠﻴﻟ
`},
	{name: "spellings", w: 60, h: 5, keys: []string{"e", "s", "j"}, want: `
          make a spelling an entity of its own: ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ
                                             3 ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ
                                                  2 ﺐﻴﻄﺨﻟﺍ▐█

                             Enter split it off   Esc close
`},
	{name: "spellings, in Arabic", lang: "ar", w: 60, h: 5, keys: []string{"e", "s", "j"}, want: `
                     ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ :ﻼﻘﺘﺴﻣ ﺎﻤﺳﺍ ﺮﻴﺼﺘﻟ ﺔﻐﻴﺻ ﻞﺼﻓ
                                             3 ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ
                                                  2 ﺐﻴﻄﺨﻟﺍ▐█

                                       Enter ﻞﺼﻓ   Esc ﻕﻼﻏﺇ
`},
	{name: "in context", w: 90, h: 8, keys: []string{"e", "g", "c", "j"}, want: `
                                                              (5) ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ Mentions of
 2023-01-18                                                   .ﺪﻴﻌﺳ ﻪﻧﺇ ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ ﻝﺎﻗﻭ
 2023-01-16                                                        ﻖﺸﻣﺩ ﺭﻭﺰﻳ ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ▐█
 2023-01-16   …ﺎﻌﻣ ﻞﻤﻌﻧ» :ﺐﻴﻄﺨﻟﺍ ﻝﺎﻗﻭ .ﺕﻭﺮﻴﺑ ﻦﻣ ﺎﻴﺗﺁ ﻖﺸﻣﺩ ﻰﻟﺇ ﺲﻣﺃ ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ ﺮﻳﺪﻤﻟﺍ ﻞﺻﻭ
 2023-01-16                      .«ﺎﻬﻠﻛ ﺔﻨﻳﺪﻤﻟﺍ ﻞﺟﺃ ﻦﻣ ﺎﻌﻣ ﻞﻤﻌﻧ» :ﺐﻴﻄﺨﻟﺍ ﻝﺎﻗﻭ .ﺕﻭﺮﻴﺑ ﻦﻣ…
 2023-01-16                                                 .ﺕﻭﺮﻴﺑ ﻰﻟﺇ ﺎﻫﺪﻌﺑ ﺐﻴﻄﺨﻟﺍ ﺩﺎﻋﻭ

 Enter go there   Esc close                                         ﻖﺸﻣﺩ ﺭﻭﺰﻳ ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ
`},
	{name: "in context, in Arabic", lang: "ar", w: 50, h: 8, keys: []string{"e", "g", "c", "j"}, want: `
                        (5) ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ ﺮﻛﺫ ﻊﺿﺍﻮﻣ
 2023-01-18           .ﺪﻴﻌﺳ ﻪﻧﺇ ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ ﻝﺎﻗﻭ
 2023-01-16                ﻖﺸﻣﺩ ﺭﻭﺰﻳ ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ▐█
 2023-01-16  …ﺁ ﻖﺸﻣﺩ ﻰﻟﺇ ﺲﻣﺃ ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ ﺮﻳﺪﻤﻟﺍ…
 2023-01-16  …ﻢﻟﺍ ﻞﺟﺃ ﻦﻣ ﺎﻌﻣ ﻞﻤﻌﻧ» :ﺐﻴﻄﺨﻟﺍ ﻝﺎﻗﻭ…
 2023-01-16         .ﺕﻭﺮﻴﺑ ﻰﻟﺇ ﺎﻫﺪﻌﺑ ﺐﻴﻄﺨﻟﺍ ﺩﺎﻋﻭ

 ﻕﻼﻏﺇ Esc   ﻝﺎﻘﺘﻧﺍ Enter    ﻖﺸﻣﺩ ﺭﻭﺰﻳ ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ
`},
	{name: "quotes", w: 90, h: 6, keys: []string{"g", "q", "j"}, want: `
                                                                       Quotes by time (3)
                                      «ءﺎﻨﺜﺘﺳﺍ ﻼﺑ ﻊﻴﻤﺠﻠﻟ ﺔﻴﻌﻤﺠﻟﺍ ﻥﺃ»  ﺕﺪﻛﺃﻭ    ﺩﺍﺪﺣ ﻰﻠﻴﻟ
                                      «ﺎﻬﻠﻛ ﺔﻨﻳﺪﻤﻟﺍ ﻞﺟﺃ ﻦﻣ ﺎﻌﻣ ﻞﻤﻌﻧ»   ﻝﺎﻗﻭ  ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ▐█
                                      «ﺎﻌﻴﻤﺟ ﺎﻨﻟ ﺓﺮﻴﺒﻛ ﺔﺻﺮﻓ ﺓﺭﺎﻳﺰﻟﺍ»  ﺖﻟﺎﻗﻭ    ﺩﺍﺪﺣ ﻰﻠﻴﻟ

 Enter go there   s by speaker or time   Esc close      2023-01-16  ﻖﺸﻣﺩ ﺭﻭﺰﻳ ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ
`},
	{name: "quotes by speaker, in Arabic", lang: "ar", w: 70, h: 6, keys: []string{"g", "q", "s", "j"}, want: `
                                               (3) ﺎﻬﻠﺋﺎﻗ ﺐﺴﺤﺑ ﻝﺍﻮﻗﻷﺍ
                  «ءﺎﻨﺜﺘﺳﺍ ﻼﺑ ﻊﻴﻤﺠﻠﻟ ﺔﻴﻌﻤﺠﻟﺍ ﻥﺃ»  ﺕﺪﻛﺃﻭ    ﺩﺍﺪﺣ ﻰﻠﻴﻟ
                  «ﺎﻌﻴﻤﺟ ﺎﻨﻟ ﺓﺮﻴﺒﻛ ﺔﺻﺮﻓ ﺓﺭﺎﻳﺰﻟﺍ»  ﺖﻟﺎﻗﻭ             ▐█
                  «ﺎﻬﻠﻛ ﺔﻨﻳﺪﻤﻟﺍ ﻞﺟﺃ ﻦﻣ ﺎﻌﻣ ﻞﻤﻌﻧ»   ﻝﺎﻗﻭ  ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ

  …ﻭﺃ ﻞﺋﺎﻘﻟﺍ ﺐﺴﺤﺑ s   ﻝﺎﻘﺘﻧﺍ Enter  2023-01-16  ﻖﺸﻣﺩ ﺭﻭﺰﻳ ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ
`},
	{name: "none left", w: 84, h: 8, keys: []string{"e", "enter", "j", "enter", ")", "j", "j", "-", "k", "enter", "tab"}, want: `
                                               folder │ …ﺪﺣ ﻰﻠﻴﻟ + ﺐﻴﻄﺨﻟﺍ ﻲﻣﺎﺳ  0/3
 3 2                                     ﺩﺍﺪﺣ ﻰﻠﻴﻟ +  │ No article has all of this.
   2                                        Places    │              Esc shows all.
 4 2                                         ﺕﻭﺮﻴﺑ + ▐│
 3 2                                          ﻖﺸﻣﺩ −  │
   1                                 Organisations    │
 3 2                                   ﺭﻮﻨﻟﺍ ﺔﻴﻌﻤﺟ    │
 ? help                                                                 folder  0/0
`},
}

func TestEntityScreens(t *testing.T) {
	t.Parallel()
	c := news(t)
	for _, tt := range entityScreens {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o := testOptions()
			if tt.lang != "" {
				o.Lang = tt.lang
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
