package article

// kindNames are the names of the kinds in output, which scripts rely on.
var kindNames = [...]string{
	Paragraph: "paragraph",
	Title:     "title",
	Lead:      "lead",
	Heading:   "heading",
	Caption:   "caption",
	Byline:    "byline",
	Dateline:  "dateline",
	Section:   "section",
	Quote:     "quote",
	Verse:     "verse",
	List:      "list",
	Related:   "related",
	Furniture: "furniture",
	Tag:       "tag",
	Notice:    "notice",
}

// String gives the name of the kind as JSON output has it.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "unknown"
}
