package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestExport holds that the list as it is shown goes into a new file, and nowhere else.
func TestExport(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	files := map[string]string{"a.txt": "أول\n\nنص المقال الأول.\n", "b.txt": "ثان\n\nنص المقال الثاني.\n"}
	o := testOptions()
	o.Home = dir
	s := newScreen(t, openFolder(t, files), o, 100, 20)
	article, _ := s.m.newest.File(0)
	taken := filepath.Join(dir, "taken.txt")
	if err := os.WriteFile(taken, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	w := s.m.words
	for _, tt := range []struct{ line, notice string }{
		{"export", w.ExportUsage},
		{"export text", w.ExportUsage},
		{"export pdf " + dir + "/x", w.NotExported},
		{"export text " + taken, w.NotExported},
		{"export text " + dir + "/no/such/folder", w.NotExported},
		{"export text " + filepath.Dir(article) + "/new.txt", w.NotExported + " \u2068" + filepath.Dir(article) + "/new.txt\u2069: " + errArticleFolder.Error()},
		{"export text ~/all articles.txt", w.Exported + " 2"},
	} {
		s.run(s.m.execute(tt.line))
		if !strings.HasPrefix(s.m.notice, tt.notice) {
			t.Errorf("%s: notice %q, want %q", tt.line, s.m.notice, tt.notice)
		}
	}
	s.run(s.m.execute("export bulk ~/bulk"))
	if got, err := os.ReadFile(filepath.Join(dir, "bulk")); err != nil || strings.Count(string(got), "\n") != 4 || !strings.Contains(string(got), `"blocks":[`) {
		t.Errorf("%v, %s: the file for a search cluster has %s", err, s.m.notice, got)
	}
	got, err := os.ReadFile(filepath.Join(dir, "all articles.txt"))
	if want := "أول\n\nنص المقال الأول.\n\n\n\nثان\n\nنص المقال الثاني.\n"; err != nil || string(got) != want {
		t.Errorf("%v, the file has %q", err, got)
	}
	if old, _ := os.ReadFile(taken); string(old) != "x" {
		t.Errorf("a file that was there has become %q", old)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(article), "*")); len(left) != len(files) {
		t.Errorf("among the articles lie %q", left)
	}
	s.m.options.Folders = []string{dir}
	if err := os.Mkdir(filepath.Join(dir, "below"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"/new.txt", "/below/new.txt"} { // no article lies there, but the folder is open
		s.run(s.m.execute("export text " + dir + name))
		if _, err := os.Stat(dir + name); err == nil || !strings.Contains(s.m.notice, errArticleFolder.Error()) {
			t.Errorf("%s: notice %q", name, s.m.notice)
		}
	}
	s.m.options.Restricted = true
	s.run(s.m.execute("export text " + dir + "/restricted.txt"))
	if _, err := os.Stat(filepath.Join(dir, "restricted.txt")); err == nil || s.m.notice != w.Restricted {
		t.Errorf("a restricted reader: %q", s.m.notice)
	}
}
