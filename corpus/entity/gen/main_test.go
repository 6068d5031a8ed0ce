package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

const lists = "../data"

// The packed lists hold what the list files say: after a change to one by hand the generator must run, without sources.
func TestPackIsCurrent(t *testing.T) {
	t.Parallel()
	packed, err := os.Open(filepath.Join(lists, "lists.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	unpacked, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(unpacked)
	if err != nil {
		t.Fatal(err)
	}
	want, err := packText(lists)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Error("lists.gz is not what the list files say: go run ./corpus/entity/gen")
	}
}

// The lists that are generated are what the sources and the lists by hand give.
func TestGeneratedListsAreCurrent(t *testing.T) {
	t.Parallel()
	shared := os.Getenv("JARIDA_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "..", "shared")
	}
	sources := filepath.Join(shared, "data", "entities")
	_, missing := os.Stat(sources)
	if missing == nil {
		_, missing = exec.LookPath("xz")
	}
	if missing != nil {
		if os.Getenv("JARIDA_REQUIRE_DATA") == "1" {
			t.Fatal(missing)
		}
		t.Skip("no sources or no xz, JARIDA_SHARED names the folder that has data/ in it: ", missing)
	}
	files, err := generate(lists, sources)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join(lists, name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is not what the sources give: go run ./corpus/entity/gen SOURCES", name)
		}
	}
}

func TestTransliterates(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		arabic, latin string
		want          bool
	}{
		{"بوينس ايرس", "Buenos Aires", true},
		{"شنغهاي", "Shanghai", true},
		{"سان بطرسبرغ", "Saint Petersburg", true},
		{"خرونينجن", "Groningen", true},
		{"وهران", "Oran", true},
		{"ذكر", "Male", false},
		{"ديك رومي", "Turkey", false},
		{"يهودي", "Jewish Autonomous Oblast", false},
		{"موج الشعر باستمرار", "Perm Krai", false},
	} {
		if got := transliterates(c.arabic, c.latin); got != c.want {
			t.Errorf("%s, %s: %v", c.arabic, c.latin, got)
		}
	}
}

func TestAdjectives(t *testing.T) {
	t.Parallel()
	for masculine, want := range map[string][]string{
		"إيراني":      {"إيراني", "إيرانية", "الإيراني", "الإيرانية"},
		"كوري جنوبي":  {"كوري جنوبي", "كورية جنوبية", "الكوري الجنوبي", "الكورية الجنوبية"},
		"جنوب أفريقي": {"جنوب أفريقي", "جنوب أفريقية", "الجنوب أفريقي", "الجنوب أفريقية", "جنوب الأفريقي", "جنوب الأفريقية"},
	} {
		got := adjectives(masculine)
		if len(got) != len(want) {
			t.Errorf("%s: %q", masculine, got)
			continue
		}
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("%s: %q, want %q", masculine, got[i], want[i])
			}
		}
	}
}
