package article

import (
	"strings"

	"jarida/corpus/calendar"
)

// maxFrontMatter is the longest front matter in bytes: the keys of an article, and what a site's generator wants to know.
const maxFrontMatter = 64 << 10

// frontMatter reads the keys above a Markdown text: YAML between lines of "---", or TOML between lines of "+++". It gives the length of
// all of it, 0 where there is none. Values are single lines, or lists of them; what else the two formats have is passed over.
func frontMatter(src *Source) int {
	text := src.Text
	fence := firstLine(text)
	if fence != "---" && fence != "+++" {
		return 0
	}
	f := matter{equals: fence == "+++"}
	for at := len(fence) + 1; at < min(len(text), maxFrontMatter); {
		n := lineLength(text[at:])
		line := strings.TrimRight(text[at:at+n], " \t\r")
		if line == fence || line == "..." && !f.equals {
			if f.keys == 0 {
				return 0
			}
			f.facts(src)
			return at + n
		}
		if !f.line(line) {
			return 0 // a rule above a text
		}
		at += n + 1
	}
	return 0
}

func firstLine(text string) string {
	return strings.TrimRight(text[:lineLength(text)], " \t\r")
}

// matter is what front matter says.
type matter struct {
	equals bool // TOML
	keys   int
	key    string // the last key at the margin
	values map[string][]string
}

// line reads one line; false says that it is none of front matter.
func (f *matter) line(line string) bool {
	body := strings.TrimLeft(line, " \t")
	switch {
	case body == "" || body[0] == '#' || f.equals && body[0] == '[':
		return true
	case strings.HasPrefix(body, "- ") && f.key != "":
		f.add(f.key, body[2:])
		return true
	}
	sign := ":"
	if f.equals {
		sign = "="
	}
	key, value, ok := strings.Cut(body, sign)
	key = strings.ToLower(strings.Trim(key, " \t\"'"))
	if !ok || key == "" || strings.ContainsAny(key, " \t،.") {
		return len(body) < len(line) && f.key != "" // a further line of a long value
	}
	if len(body) < len(line) { // a key of a key: the name of an author
		if key == "name" {
			f.add(f.key, value)
		}
		return true
	}
	f.keys++
	f.key = key
	f.add(key, value)
	return true
}

// add keeps a value, or each one of a list in brackets.
func (f *matter) add(key, value string) {
	const most = 8
	if f.values == nil {
		f.values = map[string][]string{}
	}
	value = strings.TrimSpace(value)
	list, ok := strings.CutPrefix(value, "[")
	if !ok || !strings.HasSuffix(list, "]") {
		list = ""
	}
	for list != "" {
		var one string
		one, list, _ = strings.Cut(strings.TrimSuffix(list, "]"), ",")
		if len(f.values[key]) < most {
			f.values[key] = append(f.values[key], unquoted(one))
		}
		value = ""
	}
	if value = unquoted(value); value != "" && value != "|" && value != ">" && len(f.values[key]) < most {
		f.values[key] = append(f.values[key], strings.TrimPrefix(value, "name: "))
	}
}

// unquoted takes the quotes off a value, and a comment behind it.
func unquoted(value string) string {
	value = strings.TrimSpace(value)
	if value == "" {
		return ""
	}
	if quote := value[0]; quote == '"' || quote == '\'' {
		if end := strings.LastIndexByte(value[1:], quote); end >= 0 {
			return fact(strings.ReplaceAll(value[1:1+end], `\"`, `"`))
		}
	}
	value, _, _ = strings.Cut(value, " #")
	return fact(value)
}

// facts sets what the keys say. The names are those of Hugo, Jekyll and the tools that save pages as Markdown.
func (f *matter) facts(src *Source) {
	for _, set := range []struct {
		fact *string
		keys []string
	}{
		{&src.Title, []string{"title", "headline"}},
		{&src.Byline, []string{"author", "authors", "byline", "by"}},
		{&src.Publisher, []string{"source", "publisher", "site", "site_name"}},
		{&src.Section, []string{"section", "category", "categories"}},
	} {
		for _, key := range set.keys {
			setFact(set.fact, strings.Join(f.values[key], "، "))
		}
	}
	for _, key := range []string{"date", "published", "publishdate", "pubdate", "date_published", "created"} {
		for _, value := range f.values[key] {
			if dates := calendar.Find(value, 0); len(dates) > 0 && src.Date.Zero() {
				src.Date = calendar.Date{ISO: dates[0].ISO, From: "metadata"}
			}
		}
	}
}
