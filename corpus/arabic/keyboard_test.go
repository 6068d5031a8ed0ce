package arabic

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestTyping(t *testing.T) {
	tests := []struct {
		text string
		want []string // on a US keyboard, by layout
	}{
		{"ت", []string{"j", "j", "j"}},
		{"ة", []string{"]", "m", "m"}},
		{"د", []string{"]", "]", "v"}},
		{"ظ", []string{"z", "/", "/"}},
		{"؟", []string{"?", "?", "?"}},
		{"\uFEFB", []string{"b", "b"}},
		{"لا", []string{"b", "b"}},
		{"لأ", []string{"G", "G"}},
		{"أ", []string{"H", "H", "B"}},
		{"ذ", []string{"`", "`", "c"}},
		{"j", nil},
		{"", nil},
	}
	for _, tt := range tests {
		var got []string
		for _, s := range Typing(tt.text) {
			got = append(got, s.On(US))
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
}

// TestTableIsCurrent compares the generated table with the file it was made from.
func TestTableIsCurrent(t *testing.T) {
	shared := os.Getenv("JARIDA_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared")
	}
	data, err := os.ReadFile(filepath.Join(shared, "data", "keyboard", "xkb.json"))
	if err != nil {
		if os.Getenv("JARIDA_REQUIRE_DATA") == "1" {
			t.Fatal(err)
		}
		t.Skip("no keyboard data, JARIDA_SHARED names the folder that has data/ in it: ", err)
	}
	var columns map[string][]string
	if err := json.Unmarshal(data, &columns); err != nil {
		t.Fatal(err)
	}
	keys := 0
	for k := range Keys() {
		keys++
		for l, c := range k.Caps {
			sent := columns[k.Name]
			if len(sent) != 2*len(k.Caps) {
				t.Fatalf("%s: %d columns", k.Name, len(sent))
			}
			if c.Plain != typed(sent[2*l]) || c.Shifted != typed(sent[2*l+1]) {
				t.Errorf("%s, layout %d: table %q, file %q", k.Name, l, c, sent[2*l:2*l+2])
			}
		}
	}
	if keys != len(columns) {
		t.Errorf("%d keys in the table, %d in the file", keys, len(columns))
	}
}

// typed drops dead keys, which the file names between ‹ and ›.
func typed(s string) string {
	if len(s) > len("‹") && s[:len("‹")] == "‹" {
		return ""
	}
	return s
}
