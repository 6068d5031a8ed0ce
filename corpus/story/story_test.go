package story

import (
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jarida/corpus/arabic"
	"jarida/corpus/article"
	"jarida/corpus/calendar"
)

// read reads an article from its text.
func read(r *Reader, doc int32, text, date string) *Text {
	src := article.Source{Text: text, Encoding: "utf-8"}
	a := article.Parse(src, "a.txt")[0]
	a.Date = calendar.Date{ISO: date}
	return r.Read(doc, text, &a)
}

const (
	fire = `حريق كبير يلتهم سوق المنامة القديم

اندلع حريق كبير فجر اليوم الثلاثاء في سوق المنامة القديم وأتى على أربعين متجرا قبل أن تتمكن فرق الدفاع المدني من إخماده بعد خمس ساعات.
وقال العقيد سلمان الدوسري إن الحريق بدأ في متجر للأقمشة بسبب تماس كهربائي، مضيفا أن ثلاثة من رجال الإطفاء أصيبوا بحروق طفيفة.
وأمرت البلدية بإغلاق الشوارع المحيطة بالسوق حتى انتهاء المعاينة.`
	fireElsewhere = `النيران تلتهم سوق المنامة القديم وتدمر أربعين متجرا

دمر حريق كبير شب الثلاثاء في سوق المنامة القديم نحو أربعين متجرا، وفق ما أعلن الدفاع المدني الذي عزا الحريق إلى تماس كهربائي في متجر للأقمشة.
وأصيب ثلاثة من رجال الإطفاء، وأغلقت البلدية محيط السوق.`
	football = `الاتحاد يهزم الهلال بثلاثية في نهائي الكأس

فاز الاتحاد على الهلال بثلاثة أهداف نظيفة مساء السبت في المباراة النهائية لكأس الملك التي أقيمت على ملعب الجوهرة بجدة.
وسجل المهاجم فهد المولد هدفين قبل أن يضيف زميله الثالث في الوقت بدل الضائع.`
)

// stories groups articles: text and day by number.
func stories(articles ...[2]string) *Stories {
	b := New(nil)
	for i, a := range articles {
		b.Add(read(b.Reader(), int32(i), a[0], a[1]))
	}
	return b.Stories()
}

func TestStories(t *testing.T) {
	t.Parallel()
	edited := strings.Replace(fire, "خمس ساعات", "ست ساعات", 1)
	for _, test := range []struct {
		name     string
		articles [][2]string
		want     string
	}{
		{"alone", [][2]string{{fire, "2026-03-03"}, {football, "2026-03-03"}}, "[]"},
		{"twice", [][2]string{{fire, "2026-03-04"}, {fire, "2026-03-03"}}, "[{same-text [1 0]}]"},
		{"edited", [][2]string{{fire, "2026-03-03"}, {football, "2026-03-03"}, {edited, "2026-03-04"}}, "[{same-text [0 2]}]"},
		{"reprinted after a year", [][2]string{{fire, "2027-03-03"}, {edited, "2026-03-04"}}, "[{same-text [1 0]}]"},
		{"rewritten", [][2]string{{fireElsewhere, "2026-03-04"}, {fire, "2026-03-03"}}, "[{same-event [1 0]}]"},
		{"rewritten after a week", [][2]string{{fireElsewhere, "2026-03-10"}, {fire, "2026-03-03"}}, "[]"},
		{"a reprint of one of two", [][2]string{{fireElsewhere, "2026-03-04"}, {fire, "2026-03-03"}, {edited, "2026-03-30"}}, "[{same-event [1 0 2]}]"},
		{"without a day, on one day of the week", [][2]string{{fireElsewhere, ""}, {fire, "2026-03-03"}}, "[{same-event [1 0]}]"},
		{"without a day or day of the week", [][2]string{{strings.ReplaceAll(fireElsewhere, "الثلاثاء", ""), ""}, {fire, "2026-03-03"}}, "[]"},
		{"a month is no day", [][2]string{{strings.ReplaceAll(fireElsewhere, "الثلاثاء", ""), "2026-03"}, {fire, "2026-03-03"}}, "[]"},
		{"nothing", [][2]string{{"", ""}, {"", ""}}, "[]"},
		{"titles alone", [][2]string{{"كاريكاتير اليوم", "2026-03-03"}, {"كاريكاتير اليوم", "2026-03-03"}}, "[]"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			s := stories(test.articles...)
			if got := describe(s); got != test.want {
				t.Errorf("stories are %s, not %s", got, test.want)
			}
			for i := range s.Len() {
				for _, doc := range s.At(i).Docs {
					if s.Of(doc) != i {
						t.Errorf("article %d of story %d is said to be of %d", doc, i, s.Of(doc))
					}
				}
			}
		})
	}
}

func describe(s *Stories) string {
	list := []string{}
	for i := range s.Len() {
		list = append(list, fmt.Sprint(s.At(i)))
	}
	return fmt.Sprint(list)
}

// TestSameText holds which articles of a story have one text.
func TestSameText(t *testing.T) {
	t.Parallel()
	s := stories([2]string{fire, "2026-03-03"}, [2]string{fireElsewhere, "2026-03-04"}, [2]string{fire + " ", "2026-03-04"}, [2]string{football, "2026-03-04"},
		[2]string{football, "2026-03-05"})
	for a, same := range []string{"0 2", "1", "0 2", "3 4", "3 4"} {
		for b := range int32(5) {
			if want := strings.Contains(same, strconv.Itoa(int(b))); s.SameText(int32(a), b) != want {
				t.Errorf("%d and %d have one text: not %v", a, b, want)
			}
		}
	}
	if s.SameText(-1, -1) || s.SameText(9, 9) {
		t.Error("articles that there are not have one text")
	}
}

// TestWhy holds what is said of why an article is in a story.
func TestWhy(t *testing.T) {
	t.Parallel()
	s := stories([2]string{fire, "2026-03-03"}, [2]string{fireElsewhere, "2026-03-04"}, [2]string{football, "2026-03-04"})
	why, ok := s.Why(1)
	if !ok || why.Kind != SameEvent || !why.Dated || why.Days != 1 || !why.Weekday {
		t.Errorf("article 1: %+v, %v", why, ok)
	}
	for _, word := range []string{"المنامة", "الأقمشة"} {
		if !slices.ContainsFunc(why.Shared, func(s string) bool { return strings.HasSuffix(s, word[4:]) }) {
			t.Errorf("%s is not among the words in common: %q", word, why.Shared)
		}
	}
	for _, doc := range []int32{0, 2, 3, -1} {
		if why, ok := s.Why(doc); ok {
			t.Errorf("article %d: %+v", doc, why)
		}
	}
	if p, ok := s.Pair(0, 2); !ok || p.Kind != None {
		t.Errorf("articles 0 and 2: %+v, %v", p, ok)
	}
}

// TestFrom holds that the article is found which another credits.
func TestFrom(t *testing.T) {
	t.Parallel()
	b := New(nil)
	r := b.Reader()
	for i, a := range []struct{ source, origin, date string }{
		{"الوطن", "رويترز", "2026-03-04"}, {"رويترز", "", "2026-03-03"}, {"رويترز", "", "2026-03-05"}, {"عكاظ", "الحياة", "2026-03-04"},
	} {
		text := read(r, int32(i), fire, a.date)
		text.source, text.origin = a.source, a.origin
		b.Add(text)
	}
	s := b.Stories()
	if from, ok := s.From(0); !ok || from != 1 {
		t.Errorf("article 0 is from %d, %v", from, ok)
	}
	for _, doc := range []int32{1, 2, 3, 4, -1} {
		if from, ok := s.From(doc); ok {
			t.Errorf("article %d is from %d", doc, from)
		}
	}
}

// made makes articles of few words, so that many are alike, on few days, some of none.
func made(r *Reader, rng *rand.Rand, n int) []*Text {
	words := strings.Fields(fire + " " + fireElsewhere + " " + football)
	texts := make([]*Text, n)
	var before []string
	for i := range texts {
		var text strings.Builder
		from := rng.Intn(len(words) - 30)
		for range 20 + rng.Intn(30) {
			text.WriteString(words[from+rng.Intn(30)] + " ")
		}
		body := text.String()
		if len(before) > 0 && rng.Intn(3) == 0 {
			body = before[rng.Intn(len(before))]
			if rng.Intn(2) == 0 {
				body += "وقالت مصادر إن التحقيق مستمر"
			}
		}
		before = append(before, body)
		date := ""
		if rng.Intn(6) > 0 {
			date = fmt.Sprintf("2026-03-%02d", 1+rng.Intn(9))
		}
		texts[i] = read(r, int32(i), body, date)
	}
	return texts
}

// TestOrder holds that stories depend neither on the order in which the articles come, nor on those that have gone.
func TestOrder(t *testing.T) {
	t.Parallel()
	for seed := range int64(30) {
		rng := rand.New(rand.NewSource(seed))
		b := New(nil)
		texts := made(b.Reader(), rng, 60)
		for _, x := range texts {
			b.Add(x)
		}
		want := b.Stories()
		other := New(nil)
		gone := made(b.Reader(), rng, 80)
		for _, i := range rng.Perm(len(gone)) {
			other.Add(gone[i])
		}
		for _, i := range rng.Perm(len(texts)) {
			other.Add(texts[i])
		}
		for i := len(texts); i < len(gone); i++ {
			other.Remove(int32(i))
		}
		got := other.Stories()
		if describe(got) != describe(want) {
			t.Fatalf("seed %d: stories are\n%s, in another order\n%s", seed, describe(want), describe(got))
		}
		for i := range texts {
			if got.Of(int32(i)) != want.Of(int32(i)) {
				t.Fatalf("seed %d: article %d is in story %d and %d", seed, i, want.Of(int32(i)), got.Of(int32(i)))
			}
		}
	}
}

// TestTextsThatChange holds that stories are those of the articles that are there, also where the source text of one has become another before the Builder
// is told: it stands for others with the same words.
func TestTextsThatChange(t *testing.T) {
	t.Parallel()
	const day = "2026-03-03"
	edited := strings.Replace(fire, "خمس ساعات", "ست ساعات", 1)
	for _, became := range []string{"", football, football + fire, strings.Replace(fire, "حريق", "دخان", 1)} {
		sources := []string{fire, fire, football, edited}
		b := New(func(doc int32) string { return sources[doc] })
		for i, text := range sources[:3] {
			b.Add(read(b.Reader(), int32(i), text, day))
		}
		sources[0] = became
		b.Add(read(b.Reader(), 3, edited, day))
		b.Remove(0)
		b.Add(read(b.Reader(), 0, became, day))
		fresh := New(nil)
		for i, text := range sources {
			fresh.Add(read(fresh.Reader(), int32(i), text, day))
		}
		if got, want := describe(b.Stories()), describe(fresh.Stories()); got != want {
			t.Errorf("%q: stories are %s, want %s", became, got, want)
		}
		for n := range b.nodes {
			if b.nodes[n].unread {
				t.Errorf("%q: the text of node %d was not read", became, n)
			}
		}
	}
}

// TestGroups holds that no story is wider than it may be, and that all its articles are there for a reason.
func TestGroups(t *testing.T) {
	t.Parallel()
	found := 0
	for seed := range int64(30) {
		b := New(nil)
		texts := made(b.Reader(), rand.New(rand.NewSource(seed)), 60)
		for _, x := range texts {
			b.Add(x)
		}
		s := b.Stories()
		found += s.Len()
		for i := range s.Len() {
			story := s.At(i)
			lead := texts[story.Leader()]
			for _, doc := range story.Docs[1:] {
				x := texts[doc]
				if x.place() < lead.place() {
					t.Fatalf("seed %d: article %d of story %v came before its leader", seed, doc, story)
				}
				p := pairOf(lead, x)
				direct := p.Kind != None || x.hash == lead.hash
				through := slices.ContainsFunc(story.Docs, func(other int32) bool {
					y := texts[other]
					return other != doc && (y.hash == x.hash || pairOf(x, y).Kind == SameText) && (y.hash == lead.hash || pairOf(lead, y).Kind != None)
				})
				if !direct && !through {
					t.Fatalf("seed %d: article %d has nothing to do with story %v", seed, doc, story)
				}
				if p.Kind == SameEvent && p.Days > mostDays {
					t.Fatalf("seed %d: article %d is %d days behind story %v", seed, doc, p.Days, story)
				}
			}
		}
	}
	if found < 30 {
		t.Errorf("only %d stories were made", found)
	}
}

// TestPairEitherWay holds that it does not matter which of two articles comes first.
func TestPairEitherWay(t *testing.T) {
	t.Parallel()
	texts := made(New(nil).Reader(), rand.New(rand.NewSource(1)), 40)
	for _, a := range texts {
		for _, b := range texts {
			if p, q := pairOf(a, b), pairOf(b, a); !reflect.DeepEqual(p, q) {
				t.Fatalf("%d and %d: %+v and %+v", a.doc, b.doc, p, q)
			}
		}
	}
}

// TestWords holds how words are cut, and which of them name a day of the week.
func TestWords(t *testing.T) {
	t.Parallel()
	w := newWords()
	fold := func(text string) []byte { return arabic.AppendFold(nil, text) }
	for word, want := range map[string]string{
		"والمدينة": "مدين", "بموسكو": "موسكو", "بيروت": "بيروت", "للسعوديين": "سعودي", "السعودية": "سعود", "بسوريا": "سوري", "مصر": "مصر",
	} {
		if got := arabic.Unfold(w.stem(fold(word))); got != want {
			t.Errorf("%s is cut to %s, not %s", word, got, want)
		}
	}
	for word, want := range map[string]int8{"الأحد": 0, "أحد": noWeekday, "والثلاثاء": 2, "ثلاثة": noWeekday, "الجمعة": 5, "السبت": 6, "العدد": noWeekday} {
		if got := w.weekday(fold(word)); got != want {
			t.Errorf("%s is the day %d, not %d", word, got, want)
		}
	}
}

// TestEvidence holds what the file of words is there for: where a title names another, that says more than where it uses another verb.
func TestEvidence(t *testing.T) {
	t.Parallel()
	w := newWords()
	of := func(word string) entry { return w.of(hashOf(w.stem(arabic.AppendFold(nil, word))), false) }
	for _, name := range []string{"قطر", "أمير", "مصر", "كسبرسكايا"} {
		for _, verb := range []string{"يعلن", "يستقبل", "تؤكد"} {
			if n, v := of(name).title, of(verb).title; n.missing >= v.missing {
				t.Errorf("%s is missing for %d, %s for %d", name, n.missing, verb, v.missing)
			}
		}
	}
	if of("في").level != common || of("كسبرسكايا").level != unknownLevel {
		t.Errorf("levels are %d and %d", of("في").level, of("كسبرسكايا").level)
	}
}

// TestWordsFile holds that the file of words is learnt from what articles have in their titles and leads.
func TestWordsFile(t *testing.T) {
	t.Parallel()
	var samples []Sample
	const filling = " وقال المتحدث إن الأمر قيد البحث منذ أيام عدة مضيفا أن النتائج ستعلن في وقت لاحق من هذا الأسبوع بعد اكتمالها تماما كما هو معتاد"
	for i := range 200 {
		name := []string{"هلسنكي", "مونتريال"}[i%2]
		text := "أزمة تضرب مرفأ " + name + "\n\nشهد مرفأ " + name + " اليوم توقفا للحركة وازدحاما للسفن." + filling + strings.Repeat(" عبارة", i%7)
		src := article.Source{Text: text, Encoding: "utf-8"}
		a := article.Parse(src, "a.txt")[0]
		a.Date = calendar.Date{ISO: fmt.Sprintf("2026-%02d-%02d", 1+i%12, 1+i/12)}
		samples = append(samples, Sample{text, a})
	}
	got := map[string]string{}
	for line := range strings.Lines(WordsFile(samples)) {
		word, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		got[word] = rest
	}
	var level, here, missing int
	if _, err := fmt.Sscan(got["هلسنك"], &level, &here, &missing); err != nil || level != common {
		t.Errorf("a name of half of the titles has %q: %v", got["هلسنك"], err)
	}
	if _, err := fmt.Sscan(got["تضرب"], &level, &here, &missing); err == nil && missing < -nat {
		t.Errorf("a verb that no text has has %q", got["تضرب"])
	}
	for _, word := range []string{otherWord, otherNumber} {
		if len(strings.Fields(got[word])) != 5 {
			t.Errorf("%s has %q", word, got[word])
		}
	}
	if WordsFile(nil) == "" {
		t.Error("the file of no articles is empty")
	}
}
