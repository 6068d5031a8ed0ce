package corpus

import "testing"

func TestPartID(t *testing.T) {
	tests := []struct {
		path string
		part int
		want string
	}{
		{"a.txt", 1, "a.txt"},
		{"a.txt", 2, "a.txt#2"},
		{"a.txt#2", 1, "a.txt#2#1"},
		{"a.txt#2", 2, "a.txt#2#2"},
		{"a.txt#2#1", 1, "a.txt#2#1#1"},
		{"#1", 1, "#1#1"},
		{"a#", 1, "a#"},
		{"a#", 2, "a##2"},
		{"a#b2", 1, "a#b2"},
		{"2", 1, "2"},
		{"a#٢", 1, "a#٢"},
		{"", 1, ""},
	}
	for _, tt := range tests {
		got := PartID(tt.path, tt.part)
		if got != tt.want {
			t.Errorf("%s, %d: %s, want %s", tt.path, tt.part, got, tt.want)
		}
		if path, part, numbered := CutPart(got); path != tt.path || part != tt.part || numbered != (got != tt.path) {
			t.Errorf("%s is cut into %s, %d, %v", got, path, part, numbered)
		}
	}
	if path, part, numbered := CutPart("a#99999999999999999999"); path != "a" || part != 0 || !numbered {
		t.Errorf("%s %d %v", path, part, numbered)
	}
}

// Ids can be told apart and read back, whatever the name.
func FuzzPartID(f *testing.F) {
	for _, path := range []string{"a", "a#2", "a#2#1", "#", "a#0", "a#02"} {
		f.Add(path, 1)
		f.Add(path, 3)
	}
	f.Fuzz(func(t *testing.T, path string, part int) {
		if part < 1 {
			part = 1
		}
		id := PartID(path, part)
		if gotPath, gotPart, _ := CutPart(id); gotPath != path || gotPart != part {
			t.Errorf("%q, %d is %q, which is %q, %d", path, part, id, gotPath, gotPart)
		}
	})
}
