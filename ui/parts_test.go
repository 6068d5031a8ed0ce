package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// paragraphs are the text of an article, with words of its own.
func paragraphs(word string) string {
	return "افتُتح " + word + " الجديد وسط المدينة بعد أعمال ترميم استمرت ثلاث سنوات، وشارك في الافتتاح عدد كبير من المختصين.\n\n" +
		"وقال مدير " + word + " إن العمل فيه يبدأ غدا، وإن الدخول إليه مجاني للجميع في الأسابيع الأولى من هذا العام.\n"
}

// twoParts is a folder with a file of two articles.
func twoParts() map[string]string {
	return map[string]string{
		"a.txt": "عنوان المقال الأول\n2020-05-02\n\n" + paragraphs("المتحف") + "\n----------\n\nعنوان المقال الثاني\n2020-05-01\n\n" +
			paragraphs("المسرح"),
		"b.txt": "عنوان آخر\n2020-04-30\n\n" + paragraphs("الملعب"),
	}
}

// TestParts holds the way between the articles of one file: each is in the list, one leads to the other.
func TestParts(t *testing.T) {
	t.Parallel()
	s := newScreen(t, openFolder(t, twoParts()), testOptions(), 100, 24)
	if n := s.m.list.snap.Len(); n != 3 {
		t.Fatalf("%d entries, want 3", n)
	}
	marks := 0
	for _, row := range s.rows() {
		if strings.Contains(row, "┘") {
			marks++
		}
	}
	if marks != 1 || s.lineOf("┘") != 1 {
		t.Errorf("%d rows are marked as parts\n%s", marks, strings.Join(s.rows(), "\n"))
	}
	s.keys("enter", "g", "e")
	if s.lineOf("Further articles in this file (1)") < 0 || s.lineOf("«") < 0 {
		t.Fatalf("no line leads on:\n%s", strings.Join(s.rows(), "\n"))
	}
	s.keys("enter")
	if got := s.shown(); got != "a.txt#2" || s.m.focus != textPane {
		t.Fatalf("Enter shows %q", got)
	}
	if e, _ := s.m.list.selected(); e.ID != "a.txt#2" {
		t.Errorf("%q is selected", e.ID)
	}
	if d := s.m.reader.document; d.offset(s.m.reader.at) != d.article.Start || d.article.Start == 0 {
		t.Errorf("it opens at %d, begins at %d", d.offset(s.m.reader.at), d.article.Start)
	}
	s.keys("g", "e")
	if s.lineOf("Main article") < 0 {
		t.Fatalf("no line leads back:\n%s", strings.Join(s.rows(), "\n"))
	}
	s.keys("enter")
	if got := s.shown(); got != "a.txt" {
		t.Errorf("Enter shows %q", got)
	}
}

// TestRawPart holds that the raw file of a part is the whole file, at the part.
func TestRawPart(t *testing.T) {
	t.Parallel()
	for name, keys := range map[string][]string{"asked for in the part": {"j", "enter", "="}, "asked for before": {"=", "j", "enter"}} {
		s := newScreen(t, openFolder(t, twoParts()), testOptions(), 100, 6)
		s.keys(keys...)
		d := s.m.reader.document
		top := d.offset(s.m.reader.top)
		if !d.raw || !strings.HasPrefix(d.source[top:], "عنوان المقال الثاني") {
			t.Errorf("%s: the top is %.40q", name, d.source[top:])
		}
		s.keys("g", "g")
		if d.offset(s.m.reader.top) != 0 {
			t.Errorf("%s: the file begins at %d", name, d.offset(s.m.reader.top))
		}
	}
}

// sharedFiles gives the files of a folder of the shared data.
func sharedFiles(t *testing.T, folder string) map[string]string {
	t.Helper()
	root := os.Getenv("JARIDA_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "shared")
	}
	names, err := filepath.Glob(filepath.Join(root, "data", "articles", folder, "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if len(names) == 0 {
		if os.Getenv("JARIDA_REQUIRE_DATA") == "1" {
			t.Fatalf("no articles in %s", root)
		}
		t.Skipf("no articles in %s: set JARIDA_SHARED to the folder that holds data/", root)
	}
	files := make(map[string]string)
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Base(name)] = string(text)
	}
	return files
}

// TestRawSamePlace holds over real pages that the raw file comes up with the same text at the top, give or take a row, from every
// screen of every part, and that going back changes nothing.
func TestRawSamePlace(t *testing.T) {
	t.Parallel()
	for _, folder := range []string{"seeds", "dev", "webstyle"} {
		t.Run(folder, func(t *testing.T) {
			t.Parallel()
			checkRawPlaces(t, newScreen(t, openFolder(t, sharedFiles(t, folder)), testOptions(), 100, 24))
		})
	}
}

// checkRawPlaces goes through every screen of every article.
func checkRawPlaces(t *testing.T, s *screen) {
	t.Helper()
	r := &s.m.reader
	for i := range s.m.list.snap.Len() {
		s.m.list.moveTo(i)
		s.keys("enter")
		for last := (place{-1, 0}); r.top != last; {
			last = r.top
			d := r.document
			top := d.textAt(r.top, r.h)
			want := d.offset(top)
			sentence := r.cursor
			s.keys("=")
			raw := r.document
			shown := raw.offset(raw.textAt(r.top, r.h))
			// The row of the raw file is broken at other places, and begins up to a row before. The beginning of an article is that of
			// its part of the file, whatever stands above the title.
			if row := raw.at(raw.find(want)).line; !raw.raw || last != (place{}) && shown != row.Start && raw.step(raw.last(), -(r.h-1)) != r.top {
				t.Errorf("%s: %.30q is at the top, the raw file has %.30q there", s.shown(), d.source[want:], raw.source[shown:])
			}
			s.keys("=")
			if r.top != last && r.top != top || r.cursor != sentence { // a blank row at the top may go
				t.Errorf("%s: back from the raw file the top is %v, it was %v; the sentence %v, %v", s.shown(), r.top, last, r.cursor, sentence)
			}
			s.keys("space")
		}
		s.keys("esc")
	}
}
