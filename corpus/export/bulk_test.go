package export

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"jarida/corpus/article"
)

// mapped is a field of an index.
type mapped struct {
	Type        string            `json:"type"`
	IgnoreAbove int               `json:"ignore_above"`
	Properties  map[string]mapped `json:"properties"`
}

// exampleIndex gives the example of an index.
func exampleIndex(t *testing.T) mapped {
	t.Helper()
	var index struct {
		Mappings struct {
			Dynamic string `json:"dynamic"`
			mapped
		} `json:"mappings"`
	}
	if err := json.Unmarshal([]byte(Mapping), &index); err != nil {
		t.Fatal(err)
	}
	if index.Mappings.Dynamic != "strict" {
		t.Fatal("the example takes fields that it does not name")
	}
	return index.Mappings.mapped
}

// check reports what an index would not take of a value. It notes the fields that it has seen.
func (m mapped) check(path string, value any, seen map[string]bool) error {
	seen[path] = true
	switch v := value.(type) {
	case []any:
		for _, one := range v {
			if err := m.check(path, one, seen); err != nil {
				return err
			}
		}
		return nil
	case map[string]any:
		if m.Properties == nil {
			return fmt.Errorf("%s: an object", path)
		}
		for name, one := range v {
			field, ok := m.Properties[name]
			if !ok {
				return fmt.Errorf("%s.%s: not in the mapping", path, name)
			}
			if err := field.check(path+"."+name, one, seen); err != nil {
				return err
			}
		}
		return nil
	case string:
		return m.checkText(path, v)
	case float64:
		if m.Type != "integer" || v != float64(int32(v)) {
			return fmt.Errorf("%s: the number %v in a field of type %s", path, v, m.Type)
		}
		return nil
	}
	return fmt.Errorf("%s: %v", path, value)
}

// checkText reports why a text cannot be in a field. Lucene refuses a document with a term of more than 32,766 bytes.
func (m mapped) checkText(path, text string) error {
	const longestTerm = 32766
	switch m.Type {
	case "text":
		return nil
	case "keyword":
		if letters := utf8.RuneCountInString(text); len(text) > longestTerm && (m.IgnoreAbove == 0 || letters <= m.IgnoreAbove) {
			return fmt.Errorf("%s: a term of %d bytes", path, len(text))
		}
		return nil
	case "date":
		for _, layout := range []string{"2006", "2006-01", "2006-01-02", "2006-01-02T15:04"} {
			if _, err := time.Parse(layout, text); err == nil {
				return nil
			}
		}
	}
	return fmt.Errorf("%s: %q in a field of type %s", path, text, m.Type)
}

// loaded reads bulk lines as a loader does, and gives the documents by _id.
func loaded(t *testing.T, text, index string) map[string]map[string]any {
	t.Helper()
	if !strings.HasSuffix(text, "\n") {
		t.Fatal("the last line has no end: a loader would leave it out")
	}
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	if len(lines)%2 != 0 {
		t.Fatalf("%d lines", len(lines))
	}
	fields, seen := exampleIndex(t), map[string]bool{}
	docs := map[string]map[string]any{}
	for pair := range slices.Chunk(lines, 2) {
		var action struct {
			Index map[string]string `json:"index"`
		}
		var doc map[string]any
		if err := json.Unmarshal([]byte(pair[0]), &action); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal([]byte(pair[1]), &doc); err != nil {
			t.Fatal(err)
		}
		if action.Index["_index"] != index || len(action.Index) != 2 || len(action.Index["_id"]) > longestID {
			t.Fatalf("the action is %s", pair[0])
		}
		if err := fields.check("", doc, seen); err != nil {
			t.Fatal(err)
		}
		docs[action.Index["_id"]] = doc
	}
	return docs
}

// full is an article with something in every field.
func full(t *testing.T) Article {
	t.Helper()
	a := parse(t, "عنوان القمة\n\nموسكو - رويترز\n\nقال بوتين إن «القمة غدا» في 17 يناير، وأضاف بوتين\nأن الأسبوع صعب.\n", "a.txt")
	at := func(text string, from int) article.Range {
		i := strings.Index(a.Src[from:], text) + from
		return article.Range{Start: i, End: i + len(text)}
	}
	first := at("بوتين", 0)
	a.Parent, a.Date, a.DateFrom, a.Source, a.Byline, a.Section = "main.txt", "2026-01-16", "text", "رويترز", "كاتب", "سياسة"
	a.State = []string{"starred"}
	quoted := at("«القمة غدا»", 0)
	a.Body.Related = []article.Teaser{{Title: first, Lead: quoted, Source: first}}
	a.Found = Found{
		Entities: []Entity{{Name: "فلاديمير بوتين", Type: "person", Mentions: []article.Range{first, at("بوتين", first.End)}}},
		Dates:    []Date{{at("17 يناير", 0), "2026-01-17"}, {at("الأسبوع", 0), "2026-W03"}},
		Quotes:   []Quote{{quoted, "فلاديمير بوتين", "قال", "partial"}},
	}
	return a
}

func TestBulk(t *testing.T) {
	t.Parallel()
	a := full(t)
	doc := loaded(t, write(t, Bulk, a), "jarida")["a.txt"]
	got, err := json.Marshal(map[string]any{"entities": doc["entities"], "dates": doc["dates"], "quotes": doc["quotes"]})
	if err != nil {
		t.Fatal(err)
	}
	e, d, q := a.Found.Entities[0].Mentions, a.Found.Dates, a.Found.Quotes[0]
	want := fmt.Sprintf(`{"dates":[{"day":"2026-01-17","end":%d,"iso":"2026-01-17","start":%d,"text":"17 يناير"},`+
		`{"end":%d,"iso":"2026-W03","start":%d,"text":"الأسبوع"}],`+
		`"entities":[{"ends":[%d,%d],"mentions":2,"name":"فلاديمير بوتين","spellings":["بوتين"],"starts":[%d,%d],"type":"person"}],`+
		`"quotes":[{"end":%d,"kind":"partial","speaker":"فلاديمير بوتين","start":%d,"text":"«القمة غدا»","verb":"قال"}]}`,
		d[0].End, d[0].Start, d[1].End, d[1].Start, e[0].End, e[1].End, e[0].Start, e[1].Start, q.End, q.Start)
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	blocks, ok := doc["blocks"].([]any)
	if !ok || len(blocks) != len(a.Body.Blocks) {
		t.Errorf("got %d blocks of %d", len(blocks), len(a.Body.Blocks))
	}
}

// TestBulkMapping holds that the example names every field that is written, and none that never is.
func TestBulkMapping(t *testing.T) {
	t.Parallel()
	var doc map[string]any
	if err := json.Unmarshal([]byte(strings.Split(write(t, Bulk, full(t)), "\n")[1]), &doc); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	if err := exampleIndex(t).check("", doc, seen); err != nil {
		t.Fatal(err)
	}
	var walk func(path string, m mapped)
	walk = func(path string, m mapped) {
		if !seen[path] {
			t.Errorf("%s is in the mapping alone", path)
		}
		for _, name := range slices.Sorted(maps.Keys(m.Properties)) {
			walk(path+"."+name, m.Properties[name])
		}
	}
	walk("", exampleIndex(t))
}

func TestBulkIDs(t *testing.T) {
	t.Parallel()
	long, broken, other := strings.Repeat("م", 300), "a\xff.txt", "a\xfe.txt"
	var articles []Article
	for _, id := range []string{"أخبار/a.txt#2", long, broken, other} {
		a := parse(t, "عنوان\n\nنص المقال.\n", "a.txt")
		a.ID = id
		articles = append(articles, a)
	}
	docs := loaded(t, write(t, Bulk, articles...), "jarida")
	if len(docs) != len(articles) || docs["أخبار/a.txt#2"] == nil {
		t.Errorf("got %d documents of %d", len(docs), len(articles))
	}
}

func TestCheckIndex(t *testing.T) {
	t.Parallel()
	for name, good := range map[string]bool{
		"jarida": true, "news-2026.01": true, "أخبار": true, "": false, "..": false, "News": false, "-news": false, "a/b": false, "a b": false,
		"a\nb": false, strings.Repeat("a", 256): false,
	} {
		if err := CheckIndex(name); (err == nil) != good {
			t.Errorf("%q: %v", name, err)
		}
	}
}

func TestIndexable(t *testing.T) {
	t.Parallel()
	for iso, want := range map[string]bool{
		"2026": true, "2026-01": true, "2026-01-16": true, "2026-01-16T21:05": true,
		"": false, "202X": false, "2026-W03": false, "2026-Q1": false, "2026-01-16/2026-01-18": false, "T21:05": false,
		"2026-02-29": false, "2024-02-29": true, "2026-13": false, "2026-01-16T24:00": false, "2026-1-16": false, "2026-01-16T9:05": false,
	} {
		if got := indexable(iso); got != want {
			t.Errorf("%q: got %v", iso, got)
		}
	}
}
