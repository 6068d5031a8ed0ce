package search

import (
	"errors"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	t.Parallel()
	tests := []struct{ query, tree string }{
		{"", ""},
		{" \t،\u200f ", ""},
		{"بوتين ترامب", "بوتين ترامب"},
		{"بوتين، ترامب", "بوتين ترامب"},
		{"بوتين؟", "بوتين؟"},
		{"؟ … - = ~ ** ()", ""},
		{"القمة - بوتين", "القمة بوتين"},

		// One of several, groups, exclusions.
		{"a OR b c", "a OR (b c)"},
		{"(a OR b) c", "(a OR b) c"},
		{"a | b|c", "a OR b OR c"},
		{"(a OR (b OR c)) (d (e f))", "(a OR b OR c) d e f"},
		{"a AND b", "a b"},
		{"-a", "-a"},
		{"NOT a b", "-a b"},
		{"-(a b)", "-(a b)"},
		{"-(a)", "-a"},
		{"--a NOT -b", "a b"},
		{"a -؟ b", "a b"},
		{"(؟) a", "a"},
		{"\u200f-بوتين", "-بوتين"},

		// Signs.
		{"=بوتين ~بوتن بوت*", "=بوتين ~بوتن بوت*"},
		{`="على" -="علي" -~a`, `="على" -="علي" -~a`},
		{"a-b f,jdk kjkdhi, hg;vlgdk", "a-b f,jdk kjkdhi, hg;vlgdk"},
		{"=OR ~AND NOT*", "=OR ~AND NOT*"},

		// Quotation marks.
		{`"مجلس الأمن"`, `"مجلس الأمن"`},
		{"«مجلس الأمن» “مجلس  الأمن” ”مجلس“ »مجلس«", `"مجلس الأمن" "مجلس الأمن" "مجلس" "مجلس"`},
		{`«مجلس "الأمن" الدولي»`, `"مجلس الأمن الدولي"`},
		{`a"b c"d`, `a "b c" d`},
		{`"" "؟" "OR"`, `"OR"`},

		// Fields.
		{"title:بوتين عنوان:بوتين العنوان:بوتين TITLE:بوتين", "title:بوتين title:بوتين title:بوتين title:بوتين"},
		{"عنوان: «مجلس الأمن»", `title:"مجلس الأمن"`},
		{"title:=بوتين title:~بوتن title:بوت*", "title:=بوتين title:~بوتن title:بوت*"},
		{`title:(a OR "b c" person:d) e`, `(title:a OR (title:"b c" person:d)) e`},
		{"شخص:بوتين مكان:موسكو هيئة:ناتو منظمة:ناتو organisation:ناتو", "person:بوتين place:موسكو org:ناتو org:ناتو org:ناتو"},
		{`person:"فلاديمير بوتين" -شخص:(ترامب OR بايدن)`, `person:"فلاديمير بوتين" -(person:ترامب OR person:بايدن)`},
		{"مصدر:رويترز قسم:رياضة source:OR", "source:رويترز section:رياضة source:OR"},
		{"is:unread حالة:جديد is:غير مقروء is:«غير مقروء» is:غَير-مقروء", "is:unread is:unread is:unread is:unread is:unread"},
		{"is:Read is:بنجمة is:مؤجل is:الأرشيف is:الوارد", "is:read is:starred is:later is:archived is:inbox"},
		{"has:quote فيه:اقتباس -به:تصريح", "has:quote has:quote -has:quote"},

		// Words with a colon that are no fields.
		{"القمة: من داراتانا", "القمة: من داراتانا"},
		{"https://example.org/a 10:30 a :b", "https://example.org/a 10:30 a :b"},
		{"title:a:b", "title:a:b"},
	}
	for _, tt := range tests {
		q, err := Parse(tt.query)
		if err != nil {
			t.Errorf("%q: %v", tt.query, err)
			continue
		}
		if got := q.String(); got != tt.tree {
			t.Errorf("%q is read as %q, not %q", tt.query, got, tt.tree)
		}
		if q.Empty() != (tt.tree == "") {
			t.Errorf("%q: Empty is %v", tt.query, q.Empty())
		}
		again(t, tt.query)
	}
}

func TestParseMistakes(t *testing.T) {
	t.Parallel()
	tests := []struct {
		query, at     string // what stands at the caret
		mistake       Mistake
		word, meant   string
		messageStarts string
	}{
		{`بوتين "مجلس الأمن`, `"مجلس الأمن`, UnclosedQuote, `"`, "", `this quotation is not closed: put " behind it`},
		{`بوتين «مجلس`, `«مجلس`, UnclosedQuote, "»", "", "this quotation is not closed: put » behind it"},
		{"a (b c", "(", UnclosedGroup, "(", "", "this parenthesis is not closed"},
		{"a b)", ")", UnopenedGroup, ")", "", "this parenthesis closes none"},
		{"tilte:بوتين", "tilte:", UnknownField, "tilte", "title", "there is no field tilte: did you mean title:?"},
		{"a -عنوأ:بوتين", "عنوأ:", UnknownField, "عنوأ", "عنوان", "there is no field عنوأ: did you mean عنوان:?"},
		{"قال:نعم", "قال:", UnknownField, "قال", "", "there is no field قال: put a space behind the colon"},
		{"a title:", "title:", MissingValue, "title", "", "nothing stands behind title:"},
		{"person:؟", "person:", MissingValue, "person", "", "nothing stands behind person:"},
		{"date:()", "date:", MissingValue, "date", "", "nothing stands behind date:"},
		{"(title: OR a)", "", MissingValue, "", "", ""},
		{"title:-a", "-", Misplaced, "-", "", "- means nothing here: it stands before the whole clause"},
		{"person:بوت*", "بوت*", PlainValue, "person", "", "person: takes a name as it is"},
		{"source:=رويترز", "=", PlainValue, "source", "", "source: takes a name as it is"},
		{"is:unraed", "unraed", UnknownValue, "is", "unread", "is: has no such value: did you mean is:unread?"},
		{"is:بوتين", "بوتين", UnknownValue, "is", "", "is: has no such value: write one of unread, read,"},
		{"a OR", "OR", LoneOperator, "OR", "", "OR needs words on both sides"},
		{"| a", "|", LoneOperator, "|", "", "| needs words on both sides"},
		{"a OR (b OR)", "OR", LoneOperator, "OR", "", "OR needs words on both sides"},
		{"a AND OR b", "AND", LoneOperator, "AND", "", "AND needs words on both sides"},
		{"a NOT", "NOT", LoneOperator, "NOT", "", "NOT needs a word behind it"},
		{"=~a", "=", Misplaced, "=", "", "= means nothing here"},
		{`~"a b"`, "~", Misplaced, "~", "", "~ means nothing here"},
		{"a*b", "a*b", Misplaced, "*", "", "* means nothing here: it stands right behind a word"},
		{`"a b"*`, "*", Misplaced, "*", "", "* means nothing here"},
		{"~بوت*", "بوت*", Misplaced, "*", "", "* means nothing here"},
		{"date:قريبا", "قريبا", UnreadableDate, "قريبا", "", "قريبا is no date that can be read"},
		{"date:2026-02-30 a", "2026-02-30", UnreadableDate, "2026-02-30", "", "2026-02-30 is no date"},
		{strings.Repeat("(", 101) + "a", "(", TooDeep, "", "", "there are too many parentheses"},
	}
	for _, tt := range tests {
		q, err := Parse(tt.query)
		if tt.messageStarts == "" { // a field takes what stands behind it, whatever it is
			if err != nil {
				t.Errorf("%q: %v", tt.query, err)
			}
			continue
		}
		e := new(SyntaxError)
		if !errors.As(err, &e) {
			t.Errorf("%q is read as %q", tt.query, q)
			continue
		}
		if at := tt.query[e.Start:e.End]; at != tt.at || e.Mistake != tt.mistake || e.Word != tt.word || e.Meant != tt.meant {
			t.Errorf("%q: mistake %d at %q, word %q, meant %q", tt.query, e.Mistake, at, e.Word, e.Meant)
		}
		if !strings.HasPrefix(e.Message, tt.messageStarts) || strings.Contains(e.Message, "%!") {
			t.Errorf("%q: %s", tt.query, e.Message)
		}
	}
}

// TestParseMessages sees that no kind of mistake lacks its sentence.
func TestParseMessages(t *testing.T) {
	t.Parallel()
	for m := range TooDeep + 1 {
		for _, meant := range []string{"", "unread"} {
			if e := mistake(m, 0, 1, "is", meant); e.Error() == "" || strings.Contains(e.Error(), "%") {
				t.Errorf("mistake %d: %q", m, e.Message)
			}
		}
	}
}

func TestUses(t *testing.T) {
	t.Parallel()
	q := parsed(t, "a (title:b OR -person:c) -(is:read date:2026)")
	for _, field := range []string{"title", "person", "is", "date"} {
		if !q.Uses(field) {
			t.Errorf("%s is not used", field)
		}
	}
	for _, field := range []string{"place", "has", "source", ""} {
		if q.Uses(field) {
			t.Errorf("%q is used", field)
		}
	}
}

// TestFields sees that the examples of the help are right, and that no name stands for two fields.
func TestFields(t *testing.T) {
	t.Parallel()
	seen := map[string]string{}
	for _, f := range Fields() {
		if q := parsed(t, f.Example); q.String() != f.Example || !q.Uses(f.Name) {
			t.Errorf("%s: the example %s is read as %s", f.Name, f.Example, q)
		}
		for _, n := range append([]string{f.Name}, f.Also...) {
			if other, ok := seen[string(appendNameKey(nil, n))]; ok {
				t.Errorf("%s stands for %s and %s", n, f.Name, other)
			}
			seen[string(appendNameKey(nil, n))] = f.Name
			if got := findField(n); got == nil || got.Name != f.Name {
				t.Errorf("%s is not found as %s", n, f.Name)
			}
		}
		for _, v := range f.Values {
			for _, n := range append([]string{v.Name}, v.Also...) {
				if got := parsed(t, f.Name+`:"`+n+`"`).String(); got != f.Name+":"+v.Name {
					t.Errorf("%s:%s is read as %s", f.Name, n, got)
				}
			}
		}
	}
}

// TestParsePrinted sees that what is printed of random queries parses to the same tree.
func TestParsePrinted(t *testing.T) {
	t.Parallel()
	pieces := []string{
		"a", "بوتين", "OR", "|", "AND", "NOT", "(", "(", ")", ")", "-", `"b c"`, "=d", `="e"`, "~f", "g*", "title:", "عنوان:h", "person:i", `org:"j k"`,
		"is:", "unread", "غير", "مقروء", "has:quote", "date:", "2026", "يناير", ">2026-01", "كانون", "الثاني", "2025..2026", "آخر", "أسبوع", "اليوم", "،", ":", "*",
	}
	r := rand.New(rand.NewPCG(1, 2))
	whole := 0
	for range 20_000 {
		var b strings.Builder
		for range 1 + r.IntN(9) {
			b.WriteString(pieces[r.IntN(len(pieces))])
			if r.IntN(4) > 0 {
				b.WriteByte(' ')
			}
		}
		if again(t, b.String()) {
			whole++
		}
	}
	if whole < 4000 {
		t.Errorf("only %d of the queries can be parsed", whole)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		`عنوان:(بوتين OR "مجلس الأمن") -is:unread`, "date:كانون الثاني 2026 يناير", `-(a | ~b) ="c d" e*`, "date:>«الأسبوع الماضي» is:غير مقروء",
		"f,jdk https://a.b 10:30 \u200f-x", "date:١٤٤٧-٠٧..", "«a “b” c»", "date:آخر أسبوعين a", "date:الثاني \x80 يناير",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		_, err := Parse(s)
		if e := new(SyntaxError); errors.As(err, &e) && (e.Start < 0 || e.Start > e.End || e.End > len(s) || e.Message == "") {
			t.Fatalf("%q: %+v", s, e)
		}
		again(t, s)
	})
}

// again parses what is printed of a query, and reports whether the query has no mistake.
func again(t *testing.T, text string) bool {
	t.Helper()
	q, err := Parse(text)
	if err != nil {
		return false
	}
	same, err := Parse(q.String())
	if err != nil {
		t.Fatalf("%q is printed as %q: %v", text, q, err)
	}
	if a, b := placeless(q.root), placeless(same.root); !reflect.DeepEqual(a, b) {
		t.Fatalf("%q is printed as %q, which is read as %q", text, q, same)
	}
	return true
}

// placeless gives a tree without the places where its terms were read.
func placeless(n node) node {
	switch n := n.(type) {
	case allOf:
		out := make(allOf, len(n))
		for i := range n {
			out[i] = placeless(n[i])
		}
		return out
	case anyOf:
		out := make(anyOf, len(n))
		for i := range n {
			out[i] = placeless(n[i])
		}
		return out
	case notNode:
		return notNode{placeless(n.node)}
	case *termNode:
		c := *n
		c.end = 0
		return &c
	}
	return n
}

// parsed parses a query that is right.
func parsed(tb testing.TB, text string) *Query {
	tb.Helper()
	q, err := Parse(text)
	if err != nil {
		tb.Fatalf("%q: %v", text, err)
	}
	return q
}
