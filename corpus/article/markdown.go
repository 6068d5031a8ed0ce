package article

import "strings"

// readMarkdown names what the marks of a Markdown text (CommonMark, with tables and front matter) say its lines are. Nothing is rendered:
// links and emphasis stay as they are written, and the marks of headings, quotes and pictures are furniture.
func readMarkdown(src *Source) {
	m := markdown{text: src.Text, spans: make([]Span, 0, strings.Count(src.Text, "\n")+1)}
	at := 0
	if n := frontMatter(src); n > 0 {
		m.add(Furniture, 0, n)
		at = n + 1
	}
	for at < len(src.Text) {
		end := at + lineLength(src.Text[at:])
		m.line(at, end)
		at = end + 1
	}
	src.Spans = m.spans
}

// markdown reads line after line.
type markdown struct {
	text  string
	spans []Span

	fence   string // the mark that opened the code at hand, "" outside of code
	comment bool   // in an HTML comment
	titled  bool
	list    bool // the line above is of a list
	picture bool // the line above is a picture
	running bool // the line above is running text
}

// add names a range; the white space around it stays outside.
func (m *markdown) add(kind Kind, start, end int) {
	s := m.text[start:end]
	body := strings.TrimLeft(s, " \t\r\n")
	start += len(s) - len(body)
	if body = strings.TrimRight(body, " \t\r\n"); body != "" {
		m.spans = append(m.spans, Span{Kind: kind, Start: start, End: start + len(body)})
	}
}

func (m *markdown) line(start, end int) {
	line := m.text[start:end]
	body := strings.TrimLeft(line, " \t")
	indent := len(line) - len(body)
	start += indent
	body = strings.TrimRight(body, " \t\r")
	end = start + len(body)
	running, list, picture := m.running, m.list, m.picture
	m.running, m.picture = false, false
	if body == "" {
		m.picture = picture
		return
	}
	m.list = false
	if m.inside(body, start, end) {
		return
	}
	switch n := heading(body); {
	case indent > 3 && !list: // code
	case n > 0:
		m.heading(n, start, end)
	case running && underline(body):
		m.underlined(body[0], start, end)
	case rule(body) || tableRule(body) || reference(body):
		m.add(Furniture, start, end)
	case body[0] == '>':
		m.quote(body, start, end)
	case body[0] == '|':
		m.add(List, start, end)
	case isBullet(body):
		m.list = true
		m.add(List, start, end)
	case list && indent > 1:
		m.list = true
		m.add(List, start, end)
	case m.image(body, start, end):
		m.picture = true
	case picture && emphasised(body) > 0:
		m.within(Caption, emphasised(body), start, end)
	case emphasised(body) == 2 && len(body) <= maxHeading && !endsSentence(body[2:len(body)-2]):
		m.within(Heading, 2, start, end)
	default:
		m.running = true
	}
}

// inside reads a line of code or of a comment, or the mark that opens either.
func (m *markdown) inside(body string, start, end int) bool {
	switch {
	case m.fence != "":
		if strings.HasPrefix(body, m.fence) && strings.Trim(body, m.fence[:1]) == "" {
			m.fence = ""
			m.add(Furniture, start, end)
		}
		return true
	case m.comment || strings.HasPrefix(body, "<!--"):
		m.comment = !strings.Contains(body, "-->")
		m.add(Furniture, start, end)
		return true
	case strings.HasPrefix(body, "```") || strings.HasPrefix(body, "~~~"):
		mark := body[:len(body)-len(strings.TrimLeft(body, body[:1]))]
		if strings.Contains(body[len(mark):], mark[:1]) {
			return false // code within a line
		}
		m.fence = mark
		m.add(Furniture, start, end)
		return true
	}
	return false
}

// heading gives the length of the mark of a heading, with the white space behind it; 0 for another line.
func heading(body string) int {
	hashes := len(body) - len(strings.TrimLeft(body, "#"))
	if hashes == 0 || hashes > 6 || hashes == len(body) || body[hashes] != ' ' && body[hashes] != '\t' {
		return 0
	}
	return len(body) - len(strings.TrimLeft(body[hashes:], " \t"))
}

func (m *markdown) heading(mark, start, end int) {
	text := strings.TrimRight(m.text[start+mark:end], "#")
	if closing := len(strings.TrimRight(text, " \t")); closing == len(text) || text == "" {
		text = m.text[start+mark : end] // no white space before: "C#" is a word
	}
	last := start + mark + len(text)
	level := strings.Count(m.text[start:start+mark], "#")
	m.add(Furniture, start, start+mark)
	m.add(m.headingKind(level == 1), start+mark, last)
	m.add(Furniture, last, end)
}

func (m *markdown) headingKind(first bool) Kind {
	if first && !m.titled {
		m.titled = true
		return Title
	}
	return Heading
}

// underlined makes the line above a heading: it was running text, and has no span yet.
func (m *markdown) underlined(mark byte, start, end int) {
	above := strings.TrimRight(m.text[:start], " \t\r\n")
	from := strings.LastIndexByte(above, '\n') + 1
	m.add(m.headingKind(mark == '='), from, len(above))
	m.add(Furniture, start, end)
}

func underline(body string) bool {
	return len(body) >= 2 && strings.Trim(body, "=") == "" || len(body) >= 3 && strings.Trim(body, "-") == ""
}

// rule reports whether a line divides a text: three stars or dashes, with or without space between.
func rule(body string) bool {
	first := body[0]
	if first != '*' && first != '-' && first != '_' {
		return false
	}
	return strings.Trim(body, body[:1]+" ") == "" && strings.Count(body, body[:1]) >= 3
}

// tableRule reports whether a line divides the head of a table from its rows.
func tableRule(body string) bool {
	return strings.Trim(body, "|:- ") == "" && strings.Contains(body, "|") && strings.Contains(body, "-")
}

// reference reports whether a line defines where a link leads.
func reference(body string) bool {
	if body[0] != '[' {
		return false
	}
	name, rest, ok := strings.Cut(body, "]:")
	return ok && len(name) > 1 && !strings.Contains(name, "](") && strings.HasPrefix(rest, " ") && strings.Contains(rest, "/")
}

// quote names what stands behind the marks of a quote, and in quotes within.
func (m *markdown) quote(body string, start, end int) {
	mark := len(body) - len(strings.TrimLeft(body, "> \t"))
	m.add(Furniture, start, start+mark)
	if n := heading(body[mark:]); n > 0 {
		m.add(Furniture, start+mark, start+mark+n)
		mark += n
	}
	m.add(Quote, start+mark, end)
}

func isBullet(body string) bool {
	for _, mark := range [...]string{"- ", "* ", "+ "} {
		if strings.HasPrefix(body, mark) {
			return true
		}
	}
	digits := len(body) - len(strings.TrimLeft(body, "0123456789"))
	return digits > 0 && digits <= 3 && (strings.HasPrefix(body[digits:], ". ") || strings.HasPrefix(body[digits:], ") "))
}

// image names the description of a picture that has a line of its own as its caption.
func (m *markdown) image(body string, start, end int) bool {
	inner := strings.TrimPrefix(body, "[") // a picture that is a link
	if !strings.HasPrefix(inner, "![") || !strings.HasSuffix(body, ")") && !strings.HasSuffix(body, "]") {
		return false
	}
	from := len(body) - len(inner) + 2
	length := strings.Index(body[from:], "](")
	if length < 0 || strings.Contains(body[from+length:], " ![") {
		return false
	}
	rest := body[from+length+2:]
	if last := strings.IndexByte(rest, ')'); last < 0 || len(inner) == len(body) && last != len(rest)-1 {
		return false // text behind it
	}
	m.add(Furniture, start, start+from)
	m.add(Caption, start+from, start+from+length)
	m.add(Furniture, start+from+length, end)
	return true
}

// emphasised gives the length of the marks around a line that is emphasised as a whole, 0 for another.
func emphasised(body string) int {
	for _, mark := range [...]string{"**", "__", "*", "_"} {
		if len(body) > 2*len(mark) && strings.HasPrefix(body, mark) && strings.HasSuffix(body, mark) &&
			!strings.Contains(body[len(mark):len(body)-len(mark)], mark) {
			return len(mark)
		}
	}
	return 0
}

// within names what stands between the marks around a line.
func (m *markdown) within(kind Kind, mark, start, end int) {
	m.add(Furniture, start, start+mark)
	m.add(kind, start+mark, end-mark)
	m.add(Furniture, end-mark, end)
}

// lineLength gives the length of the first line of s, without its line break.
func lineLength(s string) int {
	if n := strings.IndexByte(s, '\n'); n >= 0 {
		return n
	}
	return len(s)
}
