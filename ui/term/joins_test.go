package term

import (
	"bufio"
	"os"
	"strconv"
	"strings"
	"testing"
)

// The table of forms agrees with the tags in UnicodeData.txt: <initial> joins the letter after it, and so on.
func TestJoinsOfForms(t *testing.T) {
	t.Parallel()
	const path = "/usr/share/unicode/UnicodeData.txt"
	f, err := os.Open(path)
	if err != nil {
		if os.Getenv("JARIDA_REQUIRE_DATA") == "1" {
			t.Fatal(err)
		}
		t.Skipf("%v (Debian package unicode-data)", err)
	}
	defer f.Close()
	shapes := map[string]joins{"<isolated>": 0, "<final>": joinsBack, "<initial>": joinsForward, "<medial>": joinsBack | joinsForward}
	n := 0
	for scan := bufio.NewScanner(f); scan.Scan(); {
		fields := strings.Split(scan.Text(), ";")
		code, err := strconv.ParseUint(fields[0], 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		r := rune(code)
		tag, letters, _ := strings.Cut(fields[5], " ")
		want, ok := shapes[tag]
		ligature := strings.Contains(letters, " ") && !strings.HasPrefix(letters, "0644 06")
		if !ok || r < 0xFB50 || r > 0xFEFC || r > 0xFBFF && r < 0xFE80 || ligature {
			continue
		}
		n++
		if got := joinsOf(r) & (joinsBack | joinsForward); got != want {
			t.Errorf("U+%04X %s: got %b, want %b", r, tag, got, want)
		}
	}
	if n < 240 {
		t.Errorf("only %d forms", n)
	}
}

func TestAppendJoiner(t *testing.T) {
	t.Parallel()
	tests := []struct {
		a, b rune
		want string
	}{
		{'ﺑ', 'ﺐ', ""},         // joined
		{'ﺏ', 'ﺏ', zwnj},       // kept apart
		{'ﺍ', 'ﺏ', ""},         // an alef joins nothing after it
		{'ﺏ', 'ﺀ', ""},         // a hamza joins nothing
		{'ﻫ', ' ', zwj},        // joined to nothing that is seen
		{' ', 'ﻪ', zwj},        //
		{'ﻫ', 'ﺏ', zwj + zwnj}, // the one, and not the other
		{'ﺏ', 'ﻪ', zwnj + zwj},
		{'ـ', 'ﺐ', ""},
		{'ﺏ', 'ڕ', ""}, // not known: it has no forms
		{'ﺏ', '٣', ""},
		{'ﺏ', 'x', ""},
		{'ﺏ', 'ﻼ', zwnj + zwj},
		{'ﺑ', 'ﻼ', ""},
	}
	for _, tt := range tests {
		if got := string(appendJoiner(nil, joinsOf(tt.a), joinsOf(tt.b))); got != tt.want {
			t.Errorf("%c and %c: got %q, want %q", tt.a, tt.b, got, tt.want)
		}
	}
}
