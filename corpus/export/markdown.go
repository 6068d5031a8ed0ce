package export

import (
	"strings"
	"unicode"

	"jarida/corpus/article"
)

// writeMarkdown writes an article with its title as the heading. Nothing in the article can act as markup.
func writeMarkdown(b *strings.Builder, a *Article) {
	passages := a.passages()
	if a.Title != "" && (len(passages) == 0 || passages[0].Kind != article.Title) {
		b.WriteString("# " + escape(line(a.Title)) + "\n\n")
	}
	var before article.Passage
	for i, p := range passages {
		if i > 0 && (!p.Continues(before) || p.Facts) {
			b.WriteByte('\n')
		}
		if p.Kind == article.Related && before.Kind != article.Related {
			b.WriteString("***\n\n")
		}
		b.WriteString(marked(p))
		if p.Kind == article.Verse && i+1 < len(passages) && passages[i+1].Continues(p) {
			b.WriteByte('\\') // a line break inside the paragraph
		}
		b.WriteByte('\n')
		before = p
	}
}

// marked writes a passage with the markup of its kind.
func marked(p article.Passage) string {
	text := escape(p.Text)
	switch {
	case p.Facts || p.Kind == article.Caption:
		return "*" + text + "*"
	case p.Kind == article.Title:
		return "# " + text
	case p.Kind == article.Heading:
		return "## " + text
	case p.Kind == article.Lead:
		return "**" + text + "**"
	case p.Kind == article.Quote:
		return "> " + text
	case p.Kind == article.List:
		return "- " + escape(strings.TrimLeftFunc(p.Text, bullet))
	}
	return text
}

// bullet reports whether a character is a mark before an item of a list, or the blank behind it.
func bullet(r rune) bool {
	return strings.ContainsRune("-–—*•·▪●◦■", r) || unicode.IsSpace(r)
}

// escape puts a backslash before what would be markup: everywhere what has a meaning inside a line, at its beginning also what begins a
// heading, a list or a rule there.
func escape(s string) string {
	var b strings.Builder
	b.Grow(len(s) + 8)
	for i, r := range s {
		if strings.ContainsRune("\\`*_[]<>&~|", r) || i == 0 && strings.ContainsRune("#+-=", r) || (r == '.' || r == ')') && digits(s[:i]) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// digits reports whether a text is a number as an item of a list may begin with.
func digits(s string) bool {
	return s != "" && len(s) < 10 && strings.Trim(s, "0123456789") == ""
}
