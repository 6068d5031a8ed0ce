package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/adrg/xdg"
)

// TestEntitiesKeep holds that what commands print of entities is the same by what an earlier one kept, and when a file has changed.
func TestEntitiesKeep(t *testing.T) {
	cleanEnv(t)
	kept := filepath.Join(t.TempDir(), "cache")
	t.Setenv("XDG_CACHE_HOME", kept)
	xdg.Reload()
	news := folder(t, map[string]string{
		"a.txt": "زيارة\n2026-01-16\n\nوصل فلاديمير بوتين إلى موسكو أمس الخميس بعد رحلة استغرقت 12 يوما وقطع فيها 300 كيلومتر.\n",
		"b.txt": "قمة\n2026-01-17\n\nوصل دونالد ترامب إلى موسكو أمس الجمعة بعد رحلة استغرقت 12 يوما.\n",
	})
	time.Sleep(2100 * time.Millisecond) // files that have just changed are not kept
	commands := [][]string{
		{"entities", news},
		{"entities", news, "--all", "--limit", "1"},
		{"entities", news, "--type", "date", "--json"},
		{"entities", news, "--mentions"},
		{"entities", news, "--article", "a.txt"},
		{"entities", news, "--limit", "0"},
		{"stories", news},
		{"list", news, "--json"},
		{"quotes", news},
		{"timeline", news},
	}
	all := func() string {
		var b strings.Builder
		for _, args := range commands {
			got := runHere(args...)
			b.WriteString(strings.Join(args, " ") + "\n" + got.out + got.err)
		}
		return b.String()
	}
	first := all()
	if !strings.Contains(first, "12 يوم") || !strings.Contains(first, "2026-01-15") {
		t.Fatalf("dates or quantities are not there:\n%s", first)
	}
	if again := all(); again != first {
		t.Errorf("kept\n%s\nfound\n%s", again, first)
	}
	for _, name := range []string{"a.txt", "c.txt"} {
		if err := os.WriteFile(filepath.Join(news, name), []byte("زيارة\n2026-01-19\n\nوصل إيمانويل ماكرون إلى باريس أمس بعد رحلة استغرقت 7 أيام.\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		changed := all()
		t.Setenv("XDG_CACHE_HOME", filepath.Join(news, "a.txt", "nowhere"))
		xdg.Reload()
		if fresh := all(); fresh != changed {
			t.Errorf("kept\n%s\nfound\n%s", changed, fresh)
		}
		t.Setenv("XDG_CACHE_HOME", kept)
		xdg.Reload()
	}
}
