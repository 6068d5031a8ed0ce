package article

import "strings"

// markdownSpans names the headings, list items and quotes of a Markdown text. The marks before a heading or quote stay
// outside its span, so that they become furniture; a list item keeps its bullet.
func markdownSpans(text string) []Span {
	var spans []Span
	fenced, titled := false, false
	for start := 0; start < len(text); {
		end := start + lineLength(text[start:])
		line := text[start:end]
		body := strings.TrimLeft(line, " ")
		at := start + len(line) - len(body)
		switch {
		case strings.HasPrefix(body, "```"):
			fenced = !fenced
		case fenced || len(line)-len(body) > 3:
			// Code stays as it is.
		default:
			kind, mark := markdownMark(body)
			if kind == Paragraph {
				break
			}
			if kind == Title && titled {
				kind = Heading
			}
			titled = titled || kind == Title
			from := at + mark
			if from < end && strings.TrimSpace(text[from:end]) != "" {
				spans = append(spans, Span{Kind: kind, Start: from, End: end})
			}
		}
		start = end + 1
	}
	return spans
}

// lineLength gives the length of the first line of s, without its line break.
func lineLength(s string) int {
	if n := strings.IndexByte(s, '\n'); n >= 0 {
		return n
	}
	return len(s)
}

// markdownMark gives the kind of a Markdown line by its first characters, and the length of the mark that is not part of it.
func markdownMark(body string) (kind Kind, mark int) {
	if hashes := len(body) - len(strings.TrimLeft(body, "#")); hashes > 0 && hashes <= 6 && strings.HasPrefix(body[hashes:], " ") {
		if hashes == 1 {
			return Title, 2
		}
		return Heading, hashes + 1
	}
	switch {
	case strings.HasPrefix(body, "> "):
		return Quote, 2
	case strings.HasPrefix(body, "- "), strings.HasPrefix(body, "* "), strings.HasPrefix(body, "+ "):
		return List, 0
	}
	digits := len(body) - len(strings.TrimLeft(body, "0123456789"))
	if digits > 0 && digits <= 3 && (strings.HasPrefix(body[digits:], ". ") || strings.HasPrefix(body[digits:], ") ")) {
		return List, 0
	}
	return Paragraph, 0
}
