package article

import (
	"bytes"
	"encoding/json"
	"strings"

	"jarida/corpus/calendar"

	"golang.org/x/net/html"
)

// pageFacts is what the metadata of a page say: <title>, <meta> (also OpenGraph and microdata), <time> and JSON-LD.
type pageFacts struct {
	title strings.Builder // of the <title>, with the name of the site mostly

	headline, shared, byline, publisher, section string // JSON-LD and microdata before OpenGraph before the others
	published                                    string
	times                                        []pageTime
	data                                         int // bytes of JSON-LD that were read
}

// pageTime is the machine-readable date of a <time>.
type pageTime struct {
	value string
	line  int // where it stands
	sure  bool
}

const (
	// maxFact is the longest fact in bytes that is kept; titles have 300.
	maxFact = 1 << 10
	// maxData is how much JSON-LD of a page is read; what describes an article has a few kilobytes, its whole text with it some more.
	maxData = 1 << 20
	// maxTimes is how many <time> are remembered.
	maxTimes = 64
)

func (f *pageFacts) addTitle(s []byte) {
	f.title.Write(s[:min(len(s), max(0, maxFact-f.title.Len()))])
}

// meta takes what a <meta> or an element with a property and a content says.
func (f *pageFacts) meta(attrs *attributes) {
	key := attrs.property
	if key == "" {
		key = attrs.name
	}
	if key == "" {
		key = attrs.itemprop
	}
	value := fact(attrs.content)
	if isPublished(key) {
		setFact(&f.published, value)
		return
	}
	switch strings.ToLower(key) {
	case "headline":
		setFact(&f.headline, value)
	case "og:title", "twitter:title":
		setFact(&f.shared, value)
	case "author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author", "citation_author":
		f.author(value)
	case "og:site_name", "application-name", "dc.publisher":
		setFact(&f.publisher, value)
	case "article:section", "articlesection", "section", "parsely-section":
		setFact(&f.section, value)
	}
}

// isPublished reports whether the name of a property is one for the date of publication, whatever signs divide its words.
func isPublished(key string) bool {
	const longest = 40
	if len(key) > longest {
		return false
	}
	letters := make([]byte, 0, longest)
	for i := range len(key) {
		if c := key[i] | 0x20; latinLetter(c) {
			letters = append(letters, c)
		}
	}
	switch string(letters) {
	case "date", "pubdate", "datepublished", "datepublication", "publishdate", "publisheddate", "publishtime", "publishedtime", "publishedat", "publicationdate",
		"publicationtime", "pubtime", "postdate", "newsdate", "articledate", "releasedate", "articlepublishedtime", "articlepublisheddate", "articlepublished",
		"articlepublicationdate", "ogpublishedtime", "ogarticlepublishedtime", "ogpubdate", "ogreleasedate", "dcdate", "dcdateissued", "dcdatecreated",
		"dctermscreated", "dctermsdate", "dctermsissued", "parselypubdate", "sailthrudate", "cxenseparserecspublishtime", "citationpublicationdate",
		"citationdate", "bpubdate", "rbpubdate", "iapublishedtime", "originalpublicationdate":
		return true
	}
	return false
}

// author takes a name. Pages also give the address of a profile.
func (f *pageFacts) author(value string) {
	if !strings.Contains(value, "://") && !strings.HasPrefix(value, "@") {
		setFact(&f.byline, value)
	}
}

func (f *pageFacts) time(attrs *attributes, line int) {
	if attrs.datetime != "" && len(f.times) < maxTimes {
		f.times = append(f.times, pageTime{fact(attrs.datetime), line, attrs.itemprop == "datePublished"})
	}
}

func setFact(fact *string, value string) {
	if *fact == "" {
		*fact = value
	}
}

// fact gives a value of metadata as text: entities that were encoded twice decoded, white space folded, cut where it is longer than
// any fact.
func fact(value string) string {
	return foldSpace(strings.TrimSpace(html.UnescapeString(validPrefix(value, maxFact))))
}

// linkedData takes what JSON-LD says about the article of the page. Sites write line breaks into strings, comments around the whole,
// and leave bad JSON for years; what cannot be read is passed over.
func (f *pageFacts) linkedData(script []byte) {
	if f.data += len(script); f.data > maxData {
		return
	}
	if _, rest, ok := bytes.Cut(script, []byte("<![CDATA[")); ok {
		script, _, _ = bytes.Cut(rest, []byte("]]>"))
	}
	start, end := bytes.IndexAny(script, "{["), bytes.LastIndexAny(script, "}]")
	if start < 0 || end < start {
		return
	}
	data := bytes.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, script[start:end+1])
	var value any
	if json.Unmarshal(data, &value) == nil {
		f.linkedNode(value, 0)
	}
}

// maxLinkedDepth bounds how deep the article may stand in JSON-LD: in a list of a graph of a page.
const maxLinkedDepth = 6

func (f *pageFacts) linkedNode(value any, depth int) {
	if depth > maxLinkedDepth {
		return
	}
	switch node := value.(type) {
	case []any:
		for _, item := range node {
			f.linkedNode(item, depth+1)
		}
	case map[string]any:
		if isArticleType(node["@type"]) {
			f.linkedArticle(node)
			return
		}
		for _, key := range [...]string{"@graph", "mainEntity", "mainEntityOfPage"} {
			f.linkedNode(node[key], depth+1)
		}
	}
}

// isArticleType reports whether a type of schema.org, or one of several, is an article's.
func isArticleType(value any) bool {
	switch t := value.(type) {
	case string:
		return strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "BlogPosting") || t == "Report"
	case []any:
		for _, one := range t {
			if s, ok := one.(string); ok && isArticleType(s) {
				return true
			}
		}
	}
	return false
}

func (f *pageFacts) linkedArticle(node map[string]any) {
	if f.headline != "" {
		return // of another story
	}
	f.headline = linkedName(node["headline"], " ")
	if f.headline == "" {
		f.headline = linkedName(node["name"], " ")
	}
	for _, set := range []struct {
		fact  *string
		value string
	}{
		{&f.published, linkedName(node["datePublished"], " ")},
		{&f.byline, linkedName(node["author"], "، ")},
		{&f.publisher, linkedName(node["publisher"], " ")},
		{&f.section, linkedName(node["articleSection"], "، ")},
	} {
		if set.value != "" {
			*set.fact = set.value
		}
	}
	if f.byline == f.publisher {
		f.byline = "" // the newspaper itself
	}
}

// linkedName gives a value that is a string, an object with a name, or a list of them.
func linkedName(value any, between string) string {
	const most = 8
	switch v := value.(type) {
	case string:
		return fact(v)
	case map[string]any:
		if name, ok := v["name"].(string); ok {
			return fact(name)
		}
	case []any:
		var names []string
		for _, item := range v[:min(len(v), most)] {
			if _, list := item.([]any); list {
				continue
			}
			if name := linkedName(item, between); name != "" {
				names = append(names, name)
			}
		}
		return strings.Join(names, between)
	}
	return ""
}

// date gives the day of publication: from metadata, else from a <time> that says that it is that, else from the first one of the article's
// lines from first to last.
func (f *pageFacts) date(first, last int) calendar.Date {
	values := []string{f.published}
	for _, t := range f.times {
		if t.sure {
			values = append(values, t.value)
		}
	}
	for _, t := range f.times {
		if t.line >= first && t.line <= last {
			values = append(values, t.value)
			break
		}
	}
	for _, value := range values {
		if dates := calendar.Find(value, 0); len(dates) > 0 {
			return calendar.Date{ISO: dates[0].ISO, From: "metadata"}
		}
	}
	return calendar.Date{}
}

// titles gives what the page may call its article, the surest first.
func (f *pageFacts) titles() []string {
	page := foldSpace(strings.TrimSpace(f.title.String()))
	all := make([]string, 0, 3)
	for _, title := range [...]string{f.headline, f.shared, page} {
		if title != "" {
			all = append(all, title)
		}
	}
	return all
}

// peelPublisher takes the name of the site off the title of a page.
func (f *pageFacts) peelPublisher(title string) string {
	if f.publisher == "" {
		return title
	}
	for _, mark := range [...]string{" | ", " - ", " – ", " — ", " :: ", " « ", " » "} {
		if rest, ok := strings.CutSuffix(title, mark+f.publisher); ok {
			return rest
		}
		if rest, ok := strings.CutPrefix(title, f.publisher+mark); ok {
			return rest
		}
	}
	return title
}
