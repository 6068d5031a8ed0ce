package ui

import (
	"strings"
	"testing"
)

// screens are whole frames as a terminal shows them, cell by cell from left to right: presentation forms in visual
// order, so that the first letter of an Arabic line is its last here. An editor that reorders text shows them turned.
var screens = []struct {
	name  string
	files map[string]string // nil: articles
	lang  string            // "": English
	more  func(o *Options)  // nil: those of a test
	w, h  int
	keys  []string
	want  string
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
	{name: "related stories folded", files: sweptArticles(), w: 84, h: 9, keys: []string{"j", "enter", "end"}, want: `
                                                      │ …ﺝ ﺭﺍﺪﺻﺇ ﻦﻋ ﻦﻠﻌﺗ Microsoft
     2020 ﻮﻳﺎﻣ 4 ﺖﺒﺴﻟﺍ ﻲﻓﻭ 2020 ﻮﻳﺎﻣ 8 ﻲﻓ ﻚﻟﺫ ﻯﺮﺟ     │ ﺔﻠﺻ ﺕﺍﺫ ﺭﺎﺒﺧﺃ ﻪﻟ ﺮﺒﺧ ﻥﺍﻮﻨﻋ ▐
           .ﺎﻬﺴﻔﻧ ﺓﺮﻘﻔﻟﺍ ﻦﻣ ﺔﻴﻧﺎﺛ ﺔﻠﻤﺟﻭ .ﺲﻣﺃ ﻞﺒﻗﻭ     │ …ﺓﺮﻴﺜﻛ ﺕﺎﻤﻠﻛ ﻪﻴﻓ ﻥﺎﺛ ﻥﺍﻮﻨﻋ
                                                      │ ! bin.txt: The file canno…
     2020 ﻮﻳﺎﻣ 4 ﺖﺒﺴﻟﺍ ﻲﻓﻭ 2020 ﻮﻳﺎﻣ 9 ﻲﻓ ﻚﻟﺫ ﻯﺮﺟ     │        An English headline
           .ﺎﻬﺴﻔﻧ ﺓﺮﻘﻔﻟﺍ ﻦﻣ ﺔﻴﻧﺎﺛ ﺔﻠﻤﺟﻭ .ﺲﻣﺃ ﻞﺒﻗﻭ     │ …ﺍﺪﺟ ﻞﻳﻮﻃ ﺺﻧ ﻲﻓ ﺓﺮﻴﺼﻗ ﺔﻠﻤﺟ
                                                      │
                              Related stories (2) ◂ █ │
 ? help  gw list  unreadable: 1                                        folder  100%
`},
	{name: "related stories, in Arabic", files: sweptArticles(), lang: "ar", w: 60, h: 14, keys: []string{"j", "enter", "end", "enter"}, want: `
 .ﺲﻣﺃ ﻞﺒﻗﻭ 2020 ﻮﻳﺎﻣ 4 ﺖﺒﺴﻟﺍ ﻲﻓﻭ 2020 ﻮﻳﺎﻣ 8 ﻲﻓ ﻚﻟﺫ ﻯﺮﺟ
                           .ﺎﻬﺴﻔﻧ ﺓﺮﻘﻔﻟﺍ ﻦﻣ ﺔﻴﻧﺎﺛ ﺔﻠﻤﺟﻭ

 .ﺲﻣﺃ ﻞﺒﻗﻭ 2020 ﻮﻳﺎﻣ 4 ﺖﺒﺴﻟﺍ ﻲﻓﻭ 2020 ﻮﻳﺎﻣ 9 ﻲﻓ ﻚﻟﺫ ﻯﺮﺟ
                           .ﺎﻬﺴﻔﻧ ﺓﺮﻘﻔﻟﺍ ﻦﻣ ﺔﻴﻧﺎﺛ ﺔﻠﻤﺟﻭ

                                      (2) ﺔﻠﺻ ﺕﺍﺫ ﺕﻻﺎﻘﻣ ▾ █

                                              ﻝﻭﺃ ﻥﺍﻮﻨﻋ «
                  (ﺯﺮﺘﻳﻭﺭ) ﻝﻭﻷﺍ ﺮﺒﺨﻟﺍ ﺓﺭﻮﺻ ﺔﻴﻤﻴﻠﻗﺇ ﻥﻭﺆﺷ ┊
                                              ﻝﻭﺃ ﻥﺍﻮﻨﻋ ┊
                                      .ﻝﻭﻷﺍ ﺮﺒﺨﻟﺍ ﺔﻣﺪﻘﻣ ┊
                                   (ﻥﺪﻨﻟ) «ﻂﺳﻭﻷﺍ ﻕﺮﺸﻟﺍ» ┊
 ﺓﺪﻋﺎﺴﻣ ؟  ﺎﻬﺿﺮﻋ gw  1 :ﺎﻬﺗءﺍﺮﻗ ﺕﺭﺬﻌﺗ           folder  80%
`},
	{name: "dates", files: sweptArticles(), w: 84, h: 8, keys: []string{"j", "enter", "g", "d", "j"}, want: `
 Dates
  2024 ﺮﻳﺎﻨﻳ 16      2024-01-16  ءﺎﺛﻼﺜﻟﺍ  ـﻫ 1445 ﺐﺟﺭ 4     the article's date
█▌2020 ﻮﻳﺎﻣ 5        2020-05-05  ءﺎﺛﻼﺜﻟﺍ  ـﻫ 1441 ﻥﺎﻀﻣﺭ 12
  2020 ﻮﻳﺎﻣ 4 ﺖﺒﺴﻟﺍ  2020-05-04  ﻦﻴﻨﺛﻻﺍ   ـﻫ 1441 ﻥﺎﻀﻣﺭ 11  2020-05-02 by weekday
  ﺲﻣﺃ                2024-01-15  ﻦﻴﻨﺛﻻﺍ   ـﻫ 1445 ﺐﺟﺭ 3
  2020 ﻮﻳﺎﻣ 6        2020-05-06  ءﺎﻌﺑﺭﻷﺍ  ـﻫ 1441 ﻥﺎﻀﻣﺭ 13
  2020 ﻮﻳﺎﻣ 4 ﺖﺒﺴﻟﺍ  2020-05-04  ﻦﻴﻨﺛﻻﺍ   ـﻫ 1441 ﻥﺎﻀﻣﺭ 11  2020-05-02 by weekday
 Enter go there   Esc close
`},
	{name: "dates, narrow, in Arabic", files: sweptArticles(), lang: "ar", w: 50, h: 8, keys: []string{"j", "enter", "g", "d", "j", "j"}, want: `
                                         ﺦﻳﺭﺍﻮﺘﻟﺍ
          ءﺎﺛﻼﺜﻟﺍ  2024-01-16      2024 ﺮﻳﺎﻨﻳ 16
          ءﺎﺛﻼﺜﻟﺍ  2020-05-05        2020 ﻮﻳﺎﻣ 5
           ﻦﻴﻨﺛﻻﺍ  2020-05-04  2020 ﻮﻳﺎﻣ 4 ﺖﺒﺴﻟﺍ▐█
           ﻦﻴﻨﺛﻻﺍ  2024-01-15                ﺲﻣﺃ
          ءﺎﻌﺑﺭﻷﺍ  2020-05-06        2020 ﻮﻳﺎﻣ 6
           ﻦﻴﻨﺛﻻﺍ  2020-05-04  2020 ﻮﻳﺎﻣ 4 ﺖﺒﺴﻟﺍ
      ﻡﻮﻴﻟﺍ ﻢﺳﺍ ﺐﺴﺤﺑ 2020-05-02  ـﻫ 1441 ﻥﺎﻀﻣﺭ 11
`},
	{name: "the part of a file", files: twoParts(), w: 84, h: 12, keys: []string{"enter", "g", "e"}, want: `
   ﻦﻣ ﺮﻴﺒﻛ ﺩﺪﻋ ﺡﺎﺘﺘﻓﻻﺍ ﻲﻓ ﻙﺭﺎﺷﻭ ،ﺕﺍﻮﻨﺳ ﺙﻼﺛ ﺕﺮﻤﺘﺳﺍ     │          ﻝﻭﻷﺍ ﻝﺎﻘﻤﻟﺍ ﻥﺍﻮﻨﻋ ▐
                                        .ﻦﻴﺼﺘﺨﻤﻟﺍ     │      ﻲﻧﺎﺜﻟﺍ ﻝﺎﻘﻤﻟﺍ ﻥﺍﻮﻨﻋ ┘
                                                      │                  ﺮﺧﺁ ﻥﺍﻮﻨﻋ
      ﻥﺇﻭ ،ﺍﺪﻏ ﺃﺪﺒﻳ ﻪﻴﻓ ﻞﻤﻌﻟﺍ ﻥﺇ ﻒﺤﺘﻤﻟﺍ ﺮﻳﺪﻣ ﻝﺎﻗﻭ     │
 ﺍﺬﻫ ﻦﻣ ﻰﻟﻭﻷﺍ ﻊﻴﺑﺎﺳﻷﺍ ﻲﻓ ﻊﻴﻤﺠﻠﻟ ﻲﻧﺎﺠﻣ ﻪﻴﻟﺇ ﻝﻮﺧﺪﻟﺍ     │
                                           .ﻡﺎﻌﻟﺍ     │
                                                      │
 ──────────────────────────────────────────────────── │
                                                      │
                Further articles in this file (1)     │
                              ﻲﻧﺎﺜﻟﺍ ﻝﺎﻘﻤﻟﺍ ﻥﺍﻮﻨﻋ « █ │
 ? help                                                                folder  100%
`},
	{name: "unreadable files", files: sweptArticles(), w: 60, h: 5, keys: []string{"g", "w"}, want: `
 What is wrong in this folder
█▌bin.txt: The file cannot be read: a binary file, not
  text.

 Enter go there   Esc close
`},
	{name: "help, searched", w: 60, h: 6, keys: []string{"?", "/", "p", "a", "g", "e"}, want: `
 Keys
 Space PgDn Ctrl+F               one page down
 PgUp Ctrl+B                     one page up
 d Ctrl+D  (ﻱ)                   half a page down
 gk Ctrl+U  (ﻦﻟ)                 half a page up
 / page
`},
	{name: "the finder", w: 84, h: 12, keys: []string{"f", "ا", "ل", "ش"}, want: `
 find:  ﺶﻟﺍ
                                         │                   ﺔﺷﺎﺸﻟﺍ ﺖﻌﺴﺗﺍ… article▐█
                                         │ …ﻪﻴﻓ ﻥﺎﺛ ﻥﺍﻮﻨﻋ  …ﺍ ﻦﻣ ﻰﻟﻭﺃ ﺓﺮﻘﻓ    text
                                         │ …ﻞﻌﺗ Microsoft  …ﺃ ﺔﻛﺮﺸﻟﺍ ﺖﻨﻠﻋﺃ    text
                                         │        all articles with these words: 2
                                         │
                                         │
                                         │
                                         │
                                         │
                                         │
 Enter open   Tab kind   Esc close                                   article 1  1/4
`},
	{name: "the finder, narrow, in Arabic", lang: "ar", w: 50, h: 9, keys: []string{"f", "س", "ي", "ا", "ت", "ل", "down"}, want: `
                                       ﻞﺗﺎﻴﺳ :ﺚﺤﺑ
 …ﻦﻠﻌﺗ Microsoft   …ﺖﻳﻭﺭ) ﻞﺗﺎﻴﺳ ﻲﻓ ﺔﻛﺮﺸﻟﺍ ﺮﻘﻣ ﺺﻧ
             1 :ﺕﺎﻤﻠﻜﻟﺍ ﻩﺬﻫ ﺎﻬﻴﻓ ﻲﺘﻟﺍ ﺕﻻﺎﻘﻤﻟﺍ ﻞﻛ▐█





 ﻕﻼﻏﺇ Esc   ﻉﻮﻨﻟﺍ Tab   ﺢﺘﻓ Enter             2/2
`},
	{name: "hits in the text", w: 60, h: 10, keys: []string{"enter", "/", "ا", "ل", "ش", "ر", "ك", "ه"}, want: `
                           ﺪﻳﺪﺟ ﺭﺍﺪﺻﺇ ﻦﻋ ﻦﻠﻌﺗ Microsoft
                                 ﺯﺮﺘﻳﻭﺭ · 2024 ﺮﻳﺎﻨﻳ 16

                                 2024 ﺮﻳﺎﻨﻳ 16 - ﺯﺮﺘﻳﻭﺭ

    ﻪﻧﺇ ﺖﻟﺎﻗﻭ .ﺎﻬﻣﺎﻈﻧ ﻦﻣ ﺪﻳﺪﺟ ﺭﺍﺪﺻﺇ ﻦﻋ ﺲﻣﺃ ﺔﻛﺮﺸﻟﺍ ﺖﻨﻠﻋﺃ   █
      ﺕﺎﺜﻳﺪﺤﺗ ﻞﻤﺸﻳﻭ .ﺔﺨﺴﻨﻠﻟ $95 ﺮﻌﺴﺑ (ﺭﺍﺫﺁ) ﺱﺭﺎﻣ ﻲﻓ ﻞﺼﻳ
                                            .ﻢﻌﻧ ؟ﺓﺮﻴﺜﻛ

 find:  ﻪﻛﺮﺸﻟﺍ                                          1/3
`},
	{name: "the list searched", w: 84, h: 7, keys: []string{"/", "ج", "م", "ل", "ه", "enter"}, want: `
                     ﺪﻳﺪﺟ ﺭﺍﺪﺻﺇ ﻦﻋ ﻦﻠﻌﺗ Microsoft     │                   ﻪﻠﻤﺟ  2/4
                           ﺯﺮﺘﻳﻭﺭ · 2024 ﺮﻳﺎﻨﻳ 16     │ …ﺓﺮﻴﺜﻛ ﺕﺎﻤﻠﻛ ﻪﻴﻓ ﻥﺎﺛ ﻥﺍﻮﻨﻋ▐█
                                                      │ …ﺍﺪﺟ ﻞﻳﻮﻃ ﺺﻧ ﻲﻓ ﺓﺮﻴﺼﻗ ﺔﻠﻤﺟ
                           2024 ﺮﻳﺎﻨﻳ 16 - ﺯﺮﺘﻳﻭﺭ     │
                                                      │
  ﺖﻟﺎﻗﻭ .ﺎﻬﻣﺎﻈﻧ ﻦﻣ ﺪﻳﺪﺟ ﺭﺍﺪﺻﺇ ﻦﻋ ﺲﻣﺃ ﺔﻛﺮﺸﻟﺍ ﺖﻨﻠﻋﺃ     │
 ? help                                                                 folder  1/2
`},
	{name: "a mistake in a query", lang: "ar", w: 84, h: 7, keys: []string{"/", "ج", "م", "ل", "ه", " ", "i", "s", ":", "x"}, want: `
                     ﺪﻳﺪﺟ ﺭﺍﺪﺻﺇ ﻦﻋ ﻦﻠﻌﺗ Microsoft     │                   ﻪﻠﻤﺟ  2/4
                           ﺯﺮﺘﻳﻭﺭ · 2024 ﺮﻳﺎﻨﻳ 16     │ …ﺓﺮﻴﺜﻛ ﺕﺎﻤﻠﻛ ﻪﻴﻓ ﻥﺎﺛ ﻥﺍﻮﻨﻋ▐█
                                                      │ …ﺍﺪﺟ ﻞﻳﻮﻃ ﺺﻧ ﻲﻓ ﺓﺮﻴﺼﻗ ﺔﻠﻤﺟ
                           2024 ﺮﻳﺎﻨﻳ 16 - ﺯﺮﺘﻳﻭﺭ     │
                                                      │
                                                               is ﻞﻘﺤﻠﻟ ﻩﺬﻬﻛ ﺔﻤﻴﻗ ﻻ
 1/2                                                      is:x ﻪﻠﻤﺟ :ﺔﻤﺋﺎﻘﻟﺍ ﻲﻓ ﺚﺤﺑ
`},
	{name: "a story, closed", files: storyArticles(), more: grouped, w: 84, h: 7, keys: []string{"j"}, want: `
          ﺱﺄﻜﻟﺍ ﻲﺋﺎﻬﻧ ﻲﻓ ﺔﻴﺛﻼﺜﺑ ﻝﻼﻬﻟﺍ ﻡﺰﻬﻳ ﺩﺎﺤﺗﻻﺍ     │  …ﺔﻴﺛﻼﺜﺑ ﻝﻼﻬﻟﺍ ﻡﺰﻬﻳ ﺩﺎﺤﺗﻻﺍ
                                      2026 ﺱﺭﺎﻣ 5     │ +2 …ﻝﺍ ﻕﻮﺳ ﻢﻬﺘﻠﻳ ﺮﻴﺒﻛ ﻖﻳﺮﺣ▐█
                                                      │ …ﺖﻔﻳ ﻲﺑﺮﻌﻟﺍ ﻂﺨﻠﻟ ﺪﻳﺪﺟ ﻒﺤﺘﻣ
      ءﺎﺴﻣ ﺔﻔﻴﻈﻧ ﻑﺍﺪﻫﺃ ﺔﺛﻼﺜﺑ ﻝﻼﻬﻟﺍ ﻰﻠﻋ ﺩﺎﺤﺗﻻﺍ ﺯﺎﻓ     │ …ﺞﻟﺍ ﻖﻳﺮﻃ ﻊﻄﻘﺗ ﺓﺮﻳﺰﻏ ﺭﺎﻄﻣﺃ
 ﺖﻤﻴﻗﺃ ﻲﺘﻟﺍ ﻚﻠﻤﻟﺍ ﺱﺄﻜﻟ ﺔﻴﺋﺎﻬﻨﻟﺍ ﺓﺍﺭﺎﺒﻤﻟﺍ ﻲﻓ ﺖﺒﺴﻟﺍ     │
                           .ﺓﺪﺠﺑ ﺓﺮﻫﻮﺠﻟﺍ ﺐﻌﻠﻣ ﻰﻠﻋ     │
 ? help                                                                 folder  2/6
`},
	{name: "a story, open", files: storyArticles(), more: grouped, w: 84, h: 8, keys: []string{"j", "-", "j"}, want: `
          ﺱﺄﻜﻟﺍ ﻲﺋﺎﻬﻧ ﻲﻓ ﺔﻴﺛﻼﺜﺑ ﻝﻼﻬﻟﺍ ﻡﺰﻬﻳ ﺩﺎﺤﺗﻻﺍ     │  …ﺔﻴﺛﻼﺜﺑ ﻝﻼﻬﻟﺍ ﻡﺰﻬﻳ ﺩﺎﺤﺗﻻﺍ
                                      2026 ﺱﺭﺎﻣ 5     │ -2 …ﻝﺍ ﻕﻮﺳ ﻢﻬﺘﻠﻳ ﺮﻴﺒﻛ ﻖﻳﺮﺣ
                                                      │ …ﻦﻤﻟﺍ ﻕﻮﺳ ﻢﻬﺘﻠﺗ ﻥﺍﺮﻴﻨﻟﺍ  ┤▐█
      ءﺎﺴﻣ ﺔﻔﻴﻈﻧ ﻑﺍﺪﻫﺃ ﺔﺛﻼﺜﺑ ﻝﻼﻬﻟﺍ ﻰﻠﻋ ﺩﺎﺤﺗﻻﺍ ﺯﺎﻓ     │ …ﻝﺍ ﻕﻮﺳ ﻢﻬﺘﻠﻳ ﺮﻴﺒﻛ ﻖﻳﺮﺣ =┘
 ﺖﻤﻴﻗﺃ ﻲﺘﻟﺍ ﻚﻠﻤﻟﺍ ﺱﺄﻜﻟ ﺔﻴﺋﺎﻬﻨﻟﺍ ﺓﺍﺭﺎﺒﻤﻟﺍ ﻲﻓ ﺖﺒﺴﻟﺍ     │ …ﺖﻔﻳ ﻲﺑﺮﻌﻟﺍ ﻂﺨﻠﻟ ﺪﻳﺪﺟ ﻒﺤﺘﻣ
                           .ﺓﺪﺠﺑ ﺓﺮﻫﻮﺠﻟﺍ ﺐﻌﻠﻣ ﻰﻠﻋ     │ …ﺞﻟﺍ ﻖﻳﺮﻃ ﻊﻄﻘﺗ ﺓﺮﻳﺰﻏ ﺭﺎﻄﻣﺃ
                                                      │
 ? help                                                                 folder  3/6
`},
	{name: "a story, narrow, in Arabic", files: storyArticles(), more: func(o *Options) { o.Stories, o.Digits = true, "arabic" }, lang: "ar", w: 50, h: 7, keys: []string{"j", "-", "j"}, want: `
 2026-03-05   …ﻲﺋﺎﻬﻧ ﻲﻓ ﺔﻴﺛﻼﺜﺑ ﻝﻼﻬﻟﺍ ﻡﺰﻬﻳ ﺩﺎﺤﺗﻻﺍ
 ﺯﺮﺘﻳﻭﺭ · 2026-03-04  ٢- …ﻝﺍ ﻕﻮﺳ ﻢﻬﺘﻠﻳ ﺮﻴﺒﻛ ﻖﻳﺮﺣ
 ﺏ.ﻑ.ﺃ · 2026-03-04  …ﺎﻨﻤﻟﺍ ﻕﻮﺳ ﻢﻬﺘﻠﺗ ﻥﺍﺮﻴﻨﻟﺍ  ┤▐█
 ﺯﺮﺘﻳﻭﺭ · 2026-03-03  …ﻝﺍ ﻕﻮﺳ ﻢﻬﺘﻠﻳ ﺮﻴﺒﻛ ﻖﻳﺮﺣ =┘
 2026-03-04   …ﻪﺑﺍﻮﺑﺃ ﺢﺘﻔﻳ ﻲﺑﺮﻌﻟﺍ ﻂﺨﻠﻟ ﺪﻳﺪﺟ ﻒﺤﺘﻣ
 2026-03-03  …ﻉ ﻝﺎﻤﺷ ﻞﺒﺠﻟﺍ ﻖﻳﺮﻃ ﻊﻄﻘﺗ ﺓﺮﻳﺰﻏ ﺭﺎﻄﻣﺃ
 ﺓﺪﻋﺎﺴﻣ ؟                             folder  ٣/٦
`},
	{name: "a story, at the left", files: storyArticles(), more: func(o *Options) { o.Stories, o.Layout = true, "ltr" }, w: 60, h: 7, keys: []string{"j", "-", "j"}, want: `
  ﺱﺄﻜﻟﺍ ﻲﺋﺎﻬﻧ ﻲﻓ ﺔﻴﺛﻼﺜﺑ ﻝﻼﻬﻟﺍ ﻡﺰﻬﻳ ﺩﺎﺤﺗﻻﺍ        2026-03-05
  …ﺪﻘﻟﺍ ﺔﻣﺎﻨﻤﻟﺍ ﻕﻮﺳ ﻢﻬﺘﻠﻳ ﺮﻴﺒﻛ ﻖﻳﺮﺣ -2  2026-03-04 · ﺯﺮﺘﻳﻭﺭ
█▌├  …ﻢﻳﺪﻘﻟﺍ ﺔﻣﺎﻨﻤﻟﺍ ﻕﻮﺳ ﻢﻬﺘﻠﺗ ﻥﺍﺮﻴﻨﻟﺍ   2026-03-04 · ﺏ.ﻑ.ﺃ
  └= …ﺪﻘﻟﺍ ﺔﻣﺎﻨﻤﻟﺍ ﻕﻮﺳ ﻢﻬﺘﻠﻳ ﺮﻴﺒﻛ ﻖﻳﺮﺣ  2026-03-03 · ﺯﺮﺘﻳﻭﺭ
  ﺱﺎﻓ ﻲﻓ ﻪﺑﺍﻮﺑﺃ ﺢﺘﻔﻳ ﻲﺑﺮﻌﻟﺍ ﻂﺨﻠﻟ ﺪﻳﺪﺟ ﻒﺤﺘﻣ       2026-03-04
  ﻥﺎﻤﻋ ﻝﺎﻤﺷ ﻞﺒﺠﻟﺍ ﻖﻳﺮﻃ ﻊﻄﻘﺗ ﺓﺮﻳﺰﻏ ﺭﺎﻄﻣﺃ          2026-03-03
 3/6  folder                                         ? help
`},
	{name: "a closed story, very narrow", files: storyArticles(), more: grouped, w: 15, h: 5, keys: []string{"j"}, want: `
 …ﻡﺰﻬﻳ ﺩﺎﺤﺗﻻﺍ
 +2 …ﻲﺒﻛ ﻖﻳﺮﺣ▐█
 …ﻝ ﺪﻳﺪﺟ ﻒﺤﺘﻣ
 …ﺓﺮﻳﺰﻏ ﺭﺎﻄﻣﺃ
   folder  2/6
`},
	{name: "an open story, very narrow", files: storyArticles(), more: grouped, w: 15, h: 6, keys: []string{"j", "-"}, want: `
 …ﻡﺰﻬﻳ ﺩﺎﺤﺗﻻﺍ
 -2 …ﻲﺒﻛ ﻖﻳﺮﺣ▐█
  …ﻥﺍﺮﻴﻨﻟﺍ  ┤
 …ﻲﺒﻛ ﻖﻳﺮﺣ =┘
 …ﻝ ﺪﻳﺪﺟ ﻒﺤﺘﻣ
   folder  2/6
`},
	{name: "the story of an article", files: storyArticles(), more: grouped, w: 70, h: 5, keys: []string{"j", "enter"}, want: `
                               ﻢﻳﺪﻘﻟﺍ ﺔﻣﺎﻨﻤﻟﺍ ﻕﻮﺳ ﻢﻬﺘﻠﻳ ﺮﻴﺒﻛ ﻖﻳﺮﺣ   █
                 articles on this event: 3 · ﺯﺮﺘﻳﻭﺭ · 2026 ﺱﺭﺎﻣ 4

                                             2026 ﺱﺭﺎﻣ 4 - ﺯﺮﺘﻳﻭﺭ
 ? help                                                    folder  9%
`},
	{name: "why a story is one", files: storyArticles(), more: grouped, w: 84, h: 6, keys: []string{"j", "g", "c", "j"}, want: `
                                                        Why these are one story (3)
 2026-03-03    the earliest                   ﻢﻳﺪﻘﻟﺍ ﺔﻣﺎﻨﻤﻟﺍ ﻕﻮﺳ ﻢﻬﺘﻠﻳ ﺮﻴﺒﻛ ﻖﻳﺮﺣ 1
 2026-03-04  the event of 1  ﺍﺮﺠﺘﻣ ﻦﻴﻌﺑﺭﺃ ﺮﻣﺪﺗﻭ ﻢﻳﺪﻘﻟﺍ ﺔﻣﺎﻨﻤﻟﺍ ﻕﻮﺳ ﻢﻬﺘﻠﺗ ﻥﺍﺮﻴﻨﻟﺍ 2▐█
 2026-03-04   the text of 1                   ﻢﻳﺪﻘﻟﺍ ﺔﻣﺎﻨﻤﻟﺍ ﻕﻮﺳ ﻢﻬﺘﻠﻳ ﺮﻴﺒﻛ ﻖﻳﺮﺣ 3

 Enter go there   Esc close                                          the event of 1
`},
	{name: "why a story is one, in Arabic", files: storyArticles(), more: grouped, lang: "ar", w: 70, h: 6, keys: []string{"j", "g", "c", "j", "j"}, want: `
                                       (3) ﺪﺣﺍﻭ ﺮﺒﺧ ﻲﻓ ﻩﺬﻫ ﺖﻌﻤﺟ ﺍﺫﺎﻤﻟ
 2026-03-03         ﻡﺪﻗﻷﺍ       ﻢﻳﺪﻘﻟﺍ ﺔﻣﺎﻨﻤﻟﺍ ﻕﻮﺳ ﻢﻬﺘﻠﻳ ﺮﻴﺒﻛ ﻖﻳﺮﺣ 1
 2026-03-04  1 ﻝﺎﻘﻤﻟﺍ ﺙﺪﺣ  …ﺮﻣﺪﺗﻭ ﻢﻳﺪﻘﻟﺍ ﺔﻣﺎﻨﻤﻟﺍ ﻕﻮﺳ ﻢﻬﺘﻠﺗ ﻥﺍﺮﻴﻨﻟﺍ 2
 2026-03-04   1 ﻝﺎﻘﻤﻟﺍ ﺺﻧ       ﻢﻳﺪﻘﻟﺍ ﺔﻣﺎﻨﻤﻟﺍ ﻕﻮﺳ ﻢﻬﺘﻠﻳ ﺮﻴﺒﻛ ﻖﻳﺮﺣ 3▐█

 ﻕﻼﻏﺇ Esc   ﻝﺎﻘﺘﻧﺍ Enter                            (%94) 1 ﻝﺎﻘﻤﻟﺍ ﺺﻧ
`},
}

// grouped brings the articles of a story together.
func grouped(o *Options) { o.Stories = true }

func TestScreens(t *testing.T) {
	t.Parallel()
	c := openFolder(t, articles)
	for _, tt := range screens {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			c, o := c, testOptions()
			if tt.more != nil {
				tt.more(&o)
			}
			switch {
			case o.Stories:
				c = openStories(t, tt.files)
			case tt.files != nil:
				c = openFolder(t, tt.files)
			}
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
				t.Errorf("got\n%s\n\nwant\n%s", got, want)
			}
		})
	}
}
