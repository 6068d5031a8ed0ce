package ui

import (
	"strings"
	"testing"

	"jarida/ui/settings"
)

// TestWarningsSheet holds that what cannot be read is listed with its reason, and that Enter goes there.
func TestWarningsSheet(t *testing.T) {
	t.Parallel()
	s := newScreen(t, openFolder(t, map[string]string{
		"a.txt": "عنوان أول\n\nنص.\n", "b.txt": "عنوان ثان\n\nنص.\n", "c.txt": "\x00\x01\x02\x7fELF\x00\x00\x00",
	}), testOptions(), 100, 12)
	if s.lineOf("gw list") < 0 {
		t.Errorf("the status line does not tell the key: %q", s.rows()[11])
	}
	s.keys("g", "w")
	if s.m.sheet == nil || s.lineOf("c.txt") < 0 {
		t.Fatalf("got\n%s", strings.Join(s.rows(), "\n"))
	}
	s.keys("enter")
	if e, _ := s.m.list.selected(); e.ID != "c.txt" || s.m.sheet != nil || s.m.focus != listPane {
		t.Errorf("Enter goes to %q", e.ID)
	}
	s = newScreen(t, openFolder(t, articles), testOptions(), 100, 12)
	s.keys("g", "w")
	if s.m.sheet != nil || s.m.notice != s.m.words.NoWarnings {
		t.Errorf("nothing is wrong: notice %q", s.m.notice)
	}
}

// TestReportsInArabic holds that an Arabic interface says in Arabic what is wrong: in the list, in the text, on the sheet.
func TestReportsInArabic(t *testing.T) {
	t.Parallel()
	o := testOptions()
	o.Lang = settings.Arabic
	s := newScreen(t, openFolder(t, map[string]string{"c.txt": "\x00\x01\x02\x7fELF\x00\x00\x00", "d.txt": "نص \xff سليم إلا حرفًا\n\nومعه فقرة.\n"}), o, 100, 12)
	const problem = "تعذّرت قراءة الملف: ملف ثنائي، لا نص."
	if got := s.m.words.Report("The file cannot be read: a binary file, not text."); got != problem {
		t.Fatal(got)
	}
	s.keys("g", "w")
	w, ok := s.m.sheet.content.(*warnings)
	if !ok || len(w.entries) != 1 || w.entries[0].text != "c.txt: "+problem || !w.rows[0].line.RTL() {
		t.Fatalf("got\n%s", strings.Join(s.rows(), "\n"))
	}
	s.keys("enter", "enter")
	if p := s.m.reader.document.pieces; len(p) != 2 || p[1].text != problem {
		t.Errorf("the text pane says %+v", p)
	}
	e, _ := s.m.corpus.Snapshot().Lookup("d.txt")
	const warning = "بايت واحد ليس من UTF-8 ويظهر \ufffd."
	if p := loadDocument(t.Context(), s.m.corpus, e, false, s.m.words).pieces; p[0].text != warning {
		t.Errorf("above the text stands %q", p[0].text)
	}
}
