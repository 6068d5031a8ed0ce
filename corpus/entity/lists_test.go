package entity

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jarida/corpus/arabic"
)

// builtIn gives the lists that are built in.
func builtIn(tb testing.TB) *lists {
	tb.Helper()
	l, err := loadLists()
	if err != nil {
		tb.Fatal(err)
	}
	return l
}

// keysOf gives the words of a text as they are compared, marks left out but for that of an adjective.
func keysOf(text string) []string {
	var keys []string
	for t := range arabic.Tokens(text) {
		if t.Kind != arabic.Mark || strings.Trim(text[t.Start:t.End], adjectiveMark) == "" {
			keys = append(keys, string(arabic.AppendToken(nil, text, t)))
		}
	}
	return keys
}

// idsOf gives the numbers of the words of a text.
func idsOf(l *lists, text string) []wordID {
	var ids []wordID
	for _, key := range keysOf(text) {
		ids = append(ids, l.word(key).id)
	}
	return ids
}

func TestMatch(t *testing.T) {
	t.Parallel()
	l := builtIn(t)
	for _, c := range []struct {
		text  string
		words int
		want  string // kind, country, display name of the first entry that needs no context, else of the first
	}{
		{"الولايات المتحدة الأميركية تعلن", 3, "country US الولايات المتحدة"},
		{"أميركا", 1, "country US الولايات المتحدة"},
		{"أمريكا", 1, "country US الولايات المتحدة"},
		{"أمريكا اللاتينية", 2, "region  أمريكا اللاتينية"},
		{"سورية", 1, "country SY سوريا"},
		{"بريطانيا", 1, "country GB المملكة المتحدة"},
		{"غزة", 1, "region PS قطاع غزة"},
		{"إ.ب.أ", 1, "agency DE إ.ب.أ"},
		{"أ .ف .ب", 1, "agency FR أ.ف.ب"},
		{"الناتو", 1, "bloc  حلف شمال الأطلسي"},
		{"الإيرانية", 1, "nationality IR إيران"},
		{"الأتراك", 1, "people TR تركيا"},
		{"البحر الأحمر أمام", 2, "water  البحر الأحمر"},
		// A pattern: any adjective of a country, one of two words too.
		{"الجيش الإسرائيلي يعلن", 2, "force  الجيش @"},
		{"الجيش الكوري الجنوبي يعلن", 3, "force  الجيش @"},
		{"وزارة الخارجية الروسية", 3, "ministry  وزارة الخارجية @@"},
		{"وزارة الخارجية أعلنت", 2, "ministry  وزارة الخارجية"},
		{"الاتحاد الألماني لكرة القدم", 4, "federation  الاتحاد @ لكرة القدم"},
		{"الخارجية الإيرانية", 2, "ministry  الخارجية @@"},
		{"الخارجية الإيراني", 0, ""}, // the end of وزير الخارجية الإيراني
		{"الشرطة الكورية الجنوبية", 3, "force  الشرطة @@"},
		// What is listed by name comes before the pattern.
		{"الخطوط الجوية التركية", 3, "company TR الخطوط الجوية التركية"},
		{"الجيش يعلن", 0, ""},
		{"", 0, ""},
	} {
		found, n := l.match(idsOf(l, c.text))
		if n != c.words {
			t.Errorf("%s: %d words, want %d", c.text, n, c.words)
			continue
		}
		if n == 0 {
			continue
		}
		e := l.entry(found[0])
		for _, i := range found {
			if l.entry(i).Context == 0 {
				e = l.entry(i)
				break
			}
		}
		if got := strings.Join([]string{e.Kind.String(), e.Country, e.Canonical}, " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.text, got, c.want)
		}
	}
}

// Names that are common words are no names by themselves.
func TestCommonWordsNeedContext(t *testing.T) {
	t.Parallel()
	l := builtIn(t)
	for _, name := range []string{
		"فتح", "القاعدة", "الجزيرة", "العربية", "اليوم", "الوطن", "تداول", "النهار", "الأهلي", "النصر", "الاتحاد", "الخبر", "صور", "العين",
		"بلد", "معسكر", "قم", "مالي", "المنصورة", "شاهد", "أمل", "الشرق", "زين", "الداخلة", "السلمية",
	} {
		found, n := l.match(idsOf(l, name))
		if n != 1 {
			t.Errorf("%s is not listed", name)
		}
		for _, i := range found {
			if e := l.entry(i); e.Context == 0 && e.Kind < kindPerson {
				t.Errorf("%s is a %v without context", name, e.Kind)
			}
		}
	}
}

func TestWords(t *testing.T) {
	t.Parallel()
	l := builtIn(t)
	for _, c := range []struct {
		word     string
		triggers trigger
		kind     listKind // that it announces
	}{
		{"الرئيس", triggerTitle, kindNone},
		{"وزارة", triggerOrgHead, kindMinistry},
		{"مدينة", triggerPlaceHead, kindCity},
		{"صحيفة", triggerDescriptor, kindNewspaper},
		{"وكالة", triggerDescriptor, kindAgency},
		{"قالت", triggerVerb, kindNone},
		{"الذي", triggerFunction, kindNone},
		{"يناير", triggerMonth, kindNone},
		{"الأربعاء", triggerWeekday, kindNone},
		{"أرشيفية", triggerCredit, kindNone},
	} {
		w := l.word(arabic.Normalize(c.word))
		if w.triggers&c.triggers == 0 {
			t.Errorf("%s: classes %b, want %b among them", c.word, w.triggers, c.triggers)
		}
		if c.kind != kindNone && !w.licenses.has(c.kind) {
			t.Errorf("%s does not announce a %v", c.word, c.kind)
		}
	}
	for word, country := range map[string]string{"الروسي": "RU", "أميركية": "US", "اللبنانيين": "LB", "الكويت": "", "مالي": ""} {
		if n, _ := l.nation(l.word(arabic.Normalize(word))); n.Country != country {
			t.Errorf("%s is of %q, want %q", word, n.Country, country)
		}
	}
	for word, least := range map[string]int{"محمد": 6, "جون": 6, "منصور": 3, "ترامب": 1} {
		if got := l.personName(arabic.Normalize(word)); got < least {
			t.Errorf("%s as a name: %d, want %d or more", word, got, least)
		}
	}
	for _, word := range []string{"", "زقلنبهخ", "ا", "\n", "\t"} {
		if got := l.personName(word); got != 0 {
			t.Errorf("%q as a name: %d", word, got)
		}
	}
}

// listLine is a line of a list file.
type listLine struct {
	file   string
	fields []string
}

// listLines reads the list files, those that are packed as entries.
func listLines(t *testing.T) []listLine {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("data", "*.tsv"))
	if err != nil || len(files) < 10 {
		t.Fatal(files, err)
	}
	var lines []listLine
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			if !strings.HasPrefix(line, "#") {
				lines = append(lines, listLine{filepath.Base(file), strings.Split(strings.TrimSuffix(line, "\n"), "\t")})
			}
		}
	}
	return lines
}

// isEntry tells the files whose lines are entries.
func isEntry(file string) bool {
	switch file {
	case "aliases.tsv", "demonyms.tsv", "ordinary.tsv", "persons.tsv", "triggers.tsv":
		return false
	}
	return true
}

// Every name of every list is found again in a sentence, behind a clitic too.
func TestEveryEntryIsFound(t *testing.T) {
	t.Parallel()
	l := builtIn(t)
	for _, line := range listLines(t) {
		if !isEntry(line.file) {
			continue
		}
		name, kind := line.fields[0], line.fields[1]
		ids := idsOf(l, name)
		found, n := l.match(ids)
		if n != len(ids) || !slices.ContainsFunc(found, func(i int32) bool {
			return l.entry(i).Name == name && l.entry(i).Kind.String() == kind
		}) {
			t.Errorf("%s: %s is not found: %d of %d words", line.file, name, n, len(ids))
		}
		sentence := "وصل إلى " + name + " أمس"
		if _, n := l.match(idsOf(l, sentence)[2:]); n < len(ids) {
			t.Errorf("%s: %d words of %d in: %s", line.file, n, len(ids), sentence)
		}
		first := keysOf(name)[0]
		for _, clitic := range []string{"و", "ف", "ب", "ل", "وب", "ول"} {
			word := clitic + first
			if rest, ok := strings.CutPrefix(first, "ال"); ok && strings.HasSuffix(clitic, "ل") {
				word = clitic + "ل" + strings.TrimPrefix(rest, "ل") // للكرملين, لليمن
			}
			if len([]rune(first)) > 2 && arabicWord(first) && !readsAs(word, first) {
				t.Errorf("%s is not read as %s", word, first)
			}
		}
	}
}

// arabicWord tells Arabic words from acronyms, numbers, marks and names in Latin letters.
func arabicWord(key string) bool {
	return !strings.ContainsFunc(key, func(r rune) bool { return r < 'ء' || r > 'ي' })
}

// readsAs reports whether cutting clitics off a word leaves the stem.
func readsAs(word, stem string) bool {
	for _, cut := range arabic.AppendCuts(nil, word) {
		rest := word[cut.Start:]
		if cut.Lam {
			rest = "ا" + rest
		}
		if rest == stem || strings.Replace(rest, "ال", "الل", 1) == stem {
			return true
		}
	}
	return false
}

// The files are sorted, say their licence, and have no line twice; what is made of function words alone needs context.
func TestListFiles(t *testing.T) {
	t.Parallel()
	l := builtIn(t)
	files, err := filepath.Glob(filepath.Join("data", "*.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		header := strings.ToLower(string(text[:min(len(text), 600)]))
		if !strings.HasPrefix(header, "# ") || !strings.Contains(header, "licence") {
			t.Errorf("%s does not say its licence", file)
		}
	}
	last := listLine{}
	taken := map[string]bool{}
	for _, line := range listLines(t) {
		whole := strings.Join(line.fields, "\t")
		if line.file == last.file && whole <= strings.Join(last.fields, "\t") {
			t.Errorf("%s: %s is not in order", line.file, whole)
		}
		last = line
		if strings.TrimSpace(line.fields[0]) != line.fields[0] || strings.Contains(line.fields[0], "  ") {
			t.Errorf("%s: spaces in %q", line.file, line.fields[0])
		}
		if line.file == "triggers.tsv" || line.file == "persons.tsv" {
			if key := strings.Join(keysOf(line.fields[0]), " "); taken[line.file+key] {
				t.Errorf("%s: %s twice", line.file, line.fields[0])
			} else {
				taken[line.file+key] = true
			}
		}
		if !isEntry(line.file) {
			continue
		}
		keys := keysOf(line.fields[0])
		if id := line.file + line.fields[1] + strings.Join(keys, " "); taken[id] {
			t.Errorf("%s: %s twice as %s", line.file, line.fields[0], line.fields[1])
		} else {
			taken[id] = true
		}
		functional := !slices.ContainsFunc(keys, func(key string) bool { return l.word(key).triggers&triggerFunction == 0 })
		if functional && (len(line.fields) < 5 || line.fields[4] == "") {
			t.Errorf("%s: %s is made of function words", line.file, line.fields[0])
		}
	}
}

// A display name that several names share is itself a name of that thing.
func TestCanonicalNamesAreNames(t *testing.T) {
	t.Parallel()
	l := builtIn(t)
	for i := range l.list {
		e := &l.list[i]
		if e.Kind.place() || e.Kind.organisation() {
			found, n := l.match(idsOf(l, e.Canonical))
			ok := slices.ContainsFunc(found, func(j int32) bool { return l.entry(j).Canonical == e.Canonical })
			if n == 0 || !ok {
				t.Errorf("%s is called %s, which is no name of it", e.Name, e.Canonical)
			}
		}
	}
}

// Damaged lists are an error, and no panic.
func TestParseListsErrors(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"=places\n\tأ\tvillage\n", "=places\n\tأ\n", "=places\n\n", "=places\n\tأ\tcity\tEG\t\tsometimes\n", "=triggers\n\tأ\tnoun\n",
		"=triggers\n\tأ\ttitle\tvillage\n",
	} {
		if _, err := parseLists(text); err == nil {
			t.Errorf("no error for %q", text)
		}
	}
}

// FuzzMatch: whatever the text, a match is an entry whose words are those of the text, and no listed run of words is longer.
func FuzzMatch(f *testing.F) {
	l := builtIn(f)
	names := map[string]bool{}
	for i := range l.list {
		names[strings.Join(keysOf(l.list[i].Name), " ")] = true
	}
	for _, seed := range []string{
		"قال الرئيس الأميركي في واشنطن إن الولايات المتحدة والاتحاد الأوروبي", "الجيش الكوري الجنوبي", "الاتحاد السعودي لكرة القدم",
		"@ @", "(أ ف ب)", "", "ال", "وزارة الخارجية الإيرانية والخارجية الروسية",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		keys, ids := keysOf(text), idsOf(l, text)
		for i := range ids {
			found, n := l.match(ids[i:])
			if n > len(ids)-i || n > 0 != (len(found) > 0) {
				t.Fatalf("%d words of %d, %d entries", n, len(ids)-i, len(found))
			}
			for _, e := range found {
				if name := keysOf(l.entry(e).Name); !spells(l, name, keys[i:i+n]) {
					t.Fatalf("%q is found as %q", keys[i:i+n], name)
				}
			}
			for longer := n + 1; longer <= min(8, len(ids)-i); longer++ {
				if run := strings.Join(keys[i:i+longer], " "); names[run] {
					t.Fatalf("%q is listed, and %d words are found", run, n)
				}
			}
		}
	})
}

// spells reports whether the words are the name, in which a mark stands for an adjective of one word or more.
func spells(l *lists, name, words []string) bool {
	at := slices.IndexFunc(name, func(word string) bool { return word == adjectiveMark || word == feminineMark })
	if at < 0 || slices.Equal(name, words) {
		return slices.Equal(name, words)
	}
	extra := len(words) - len(name)
	return extra >= 0 && slices.Equal(name[:at], words[:at]) && slices.Equal(name[at+1:], words[at+1+extra:]) && l.word(words[at]).id != 0
}

// BenchmarkLoadLists is on the way to the first entities of a folder.
func BenchmarkLoadLists(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := loadLists(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkMatch is what every word of a text costs.
func BenchmarkMatch(b *testing.B) {
	l := builtIn(b)
	ids := idsOf(l, strings.Repeat("وقال الرئيس الأميركي في واشنطن إن الولايات المتحدة تدعم الجيش اللبناني في جنوب البلاد ", 20))
	b.ReportAllocs()
	b.SetBytes(int64(len(ids)))
	for b.Loop() {
		for i := range ids {
			l.match(ids[i:])
		}
	}
}
