package cli

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestVisible(t *testing.T) {
	tests := []struct{ in, want string }{
		{"خبر عاجل", "خبر عاجل"},
		{"a\tb\r\nc", "a b  c"},
		{"red \x1b[31m", "red ␛[31m"},
		{"bell\a del\x7f csi\u009b", "bell␇ del␡ csi\uFFFD"},
		{"\u202Etxt.exe\u202C", "\uFFFDtxt.exe\uFFFD"},
		{"\u2067isolate", "\uFFFDisolate"},
		{"می\u200Cخواهم\u200F", "می\u200Cخواهم\u200F"},
		{"bad \xff byte", "bad \uFFFD byte"},
		{"a\u00A0b", "a\u00A0b"},
	}
	for _, tt := range tests {
		if got := visible(tt.in); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
	}
}

// TestPlain holds that what is looked at by eight bytes is judged as character by character, wherever it stands among others.
func TestPlain(t *testing.T) {
	pieces := []string{
		"", "a", " ", "~", "\x7f", "\x1f", "\x00", "\n", "ا", "ۿ", "\u061c", "\u0600", "\u0085", "\u00a0", "é", "\u2028", "\u202a", "\u2066", "–", "漢", "😀",
		"\xd8", "\xdb", "\x80", "\xbf", "\xc2", "\xe2\x80", "\xff", "\uFFFD", "\xd8a", "\xc0\x80", "\xed\xa0\x80",
	}
	for _, piece := range pieces {
		for _, around := range []string{"", "abcdefgh", "ابتثجحخد", "a ابت, d ثجح", "0123456ا"} {
			for at := range len(around) + 1 {
				if s := around[:at] + piece + around[at:]; plain(s) != plainSlowly(s) {
					t.Errorf("%q: %v", s, plain(s))
				}
			}
		}
	}
}

// plainSlowly is plain, character by character.
func plainSlowly(s string) bool { return utf8.ValidString(s) && !strings.ContainsFunc(s, unsafe) }

func TestStored(t *testing.T) {
	tests := []struct{ in, want string }{
		{"سطر\nوآخر", "سطر وآخر"},
		{"hard \r\n  wrap", "hard  wrap"},
		{"a\n\n b", "a b"},
		{"\x1b]0;title\a", "␛]0;title␇"},
		{"\u202Bنص\u202C", "\u202Bنص\u202C"},
		{"كِتَاب", "كِتَاب"},
	}
	for _, tt := range tests {
		if got := stored(tt.in); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
	}
}

func FuzzOutput(f *testing.F) {
	f.Add("عنوان\x1b[2J\u202E")
	f.Add("\xff\u0085\u2028\x00")
	f.Add("a \"b\" \\ c\u00A0\u2013\u202A\xc2")
	f.Fuzz(func(t *testing.T, s string) {
		if plain(s) != plainSlowly(s) {
			t.Errorf("%q is plain: %v", s, plain(s))
		}
		for name, got := range map[string]string{"visible": visible(s), "stored": stored(s)} {
			if strings.ContainsFunc(got, unicode.IsControl) {
				t.Errorf("%s: a control in %q", name, got)
			}
		}
		line, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		testObject(t, s)
		escaped := escapeJSON(line)
		if strings.ContainsFunc(string(escaped), unsafe) {
			t.Errorf("an unsafe character in %q", escaped)
		}
		var before, after string
		if err := json.Unmarshal(escaped, &after); err != nil {
			t.Fatalf("%s: %v", escaped, err)
		}
		if err := json.Unmarshal(line, &before); err != nil || before != after {
			t.Errorf("%q became %q", before, after)
		}
	})
}

// testObject holds that an article is written as encoding/json would write it, whatever stands in it.
func testObject(t *testing.T, s string) {
	t.Helper()
	words := len(s)
	all := entryRecord{Words: &words}
	for _, field := range reflect.ValueOf(&all).Elem().Fields() { // also those that will be added
		switch field.Interface().(type) {
		case string:
			field.SetString(s)
		case []string:
			field.Set(reflect.ValueOf([]string{s, "b"}))
		}
	}
	for _, r := range []entryRecord{
		all,
		{ID: s, Path: s, Error: s},
		{ID: "a", Title: s, Words: &words, State: []string{"inbox", s}, Stories: []string{s}},
		{Path: s, Parent: s, Title: "t", Date: s, DateFrom: s, Source: s, Byline: s, Section: s, Words: &words},
	} {
		want, err := jsonLine(r)
		if err != nil {
			t.Fatal(err)
		}
		var got rendered
		if err := got.object(&r); err != nil || string(got.bytes) != string(want) {
			t.Errorf("%q: %s%v, want %s", s, got.bytes, err, want)
		}
	}
}
