package article

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// attributes are the attributes of a tag that say what its text is.
type attributes struct {
	class, id, role, rel, itemprop, itemtype, style, href, content, property, name, datetime, kind, label string
	hidden                                                                                                bool
}

// maxAttributes bounds how many attributes of a tag are looked at.
const maxAttributes = 64

func (a *attributes) read(tokens *html.Tokenizer) {
	for range maxAttributes {
		key, value, more := tokens.TagAttr()
		switch string(key) {
		case "class":
			a.class = string(value)
		case "id":
			a.id = string(value)
		case "role":
			a.role = string(value)
		case "rel":
			a.rel = string(value)
		case "itemprop":
			a.itemprop = string(value)
		case "itemtype":
			a.itemtype = string(value)
		case "style":
			a.style = string(value)
		case "href":
			a.href = string(value)
		case "content":
			a.content = string(value)
		case "property":
			a.property = string(value)
		case "name":
			a.name = string(value)
		case "datetime":
			a.datetime = string(value)
		case "type":
			a.kind = string(value)
		case "aria-label":
			a.label = string(value)
		case "hidden":
			a.hidden = true
		case "aria-hidden":
			a.hidden = a.hidden || string(value) == "true"
		}
		if !more {
			return
		}
	}
}

// naming is what an element says its text is.
type naming struct {
	kind  Kind
	named bool // it says anything
	weak  bool // a class says so, which may mean something else
	main  bool // it is the article or the main part of the page
	body  bool // it is the text of the article
	whole bool // it is an article, of the page or another one
	level int8 // the rank of a heading, 1 to 6; classTitle for what only a class calls a title; 0 for all else
}

// classTitle is the rank of a title that is no heading.
const classTitle = 7

func blockNaming(tag atom.Atom, attrs *attributes) naming {
	n := naming{
		body:  attrs.itemprop == "articleBody",
		whole: tag == atom.Article || attrs.role == "article" || strings.HasSuffix(attrs.itemtype, "Article"),
		level: headingLevel(tag),
	}
	n.main = n.whole || tag == atom.Main || attrs.role == "main"
	if n.body || n.main && attrs.itemprop == "" {
		return n
	}
	hidden := attrs.hidden || attrs.style != "" && hiddenStyle(attrs.style) || n.level != 1 && isHeardClass(attrs.class)
	switch {
	case hidden, isRole(attrs.role):
		n.kind, n.named = Furniture, true
		return n
	case attrs.itemprop != "":
		if n.kind, n.named = itemKind(attrs.itemprop); n.named {
			if n.kind == Title {
				n.level = 1
			}
			return n
		}
	}
	if n.kind, n.named = spokenKind(attrs.label); n.named {
		return n
	}
	n.kind, n.named = elementKind(tag)
	if n.kind != Furniture && n.kind != Caption && n.kind != Title {
		if kind, ok := classKind(attrs.class, attrs.id); ok {
			n.kind, n.named, n.weak = kind, true, true
		}
	} else if kind, ok := classKind(attrs.class, attrs.id); ok && (kind == Related || kind == Furniture) {
		n.kind, n.weak = kind, true
	}
	if n.level == 0 && n.kind == Title {
		n.level = classTitle
	}
	return n
}

func hiddenStyle(style string) bool {
	style = strings.ReplaceAll(strings.ToLower(style[:min(len(style), 1024)]), " ", "")
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

// spokenKind gives what the name says that readers of screens are told for an element.
func spokenKind(label string) (Kind, bool) {
	if label == "" || len(label) > maxLabel/2 {
		return Paragraph, false
	}
	switch label := plain(label); {
	case label == "article information": // who wrote it
		return Paragraph, false
	case relatedHeader(label):
		return Related, true
	case isFurniture(label):
		return Furniture, true
	}
	return Paragraph, false
}

func isRole(role string) bool {
	switch role {
	case "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar":
		return true
	}
	return false
}

// itemKind gives what a property of schema.org's Article is in a text.
func itemKind(property string) (Kind, bool) {
	switch property {
	case "headline":
		return Title, true
	case "author", "creator":
		return Byline, true
	case "datePublished", "dateModified", "dateCreated":
		return Dateline, true
	case "articleSection":
		return Section, true
	case "keywords":
		return Tag, true
	case "caption":
		return Caption, true
	}
	return Paragraph, false
}

// inlineNaming gives what an inline element calls a part of a line.
func inlineNaming(tag atom.Atom, attrs *attributes) (Kind, bool) {
	if kind, ok := itemKind(attrs.itemprop); ok {
		return kind, true
	}
	switch attrs.rel {
	case "author":
		return Byline, true
	case "tag", "category tag":
		return Tag, true
	}
	switch kind, ok := classKind(attrs.class, ""); {
	case ok && (kind == Byline || kind == Dateline || kind == Caption || kind == Furniture || kind == Section || kind == Tag):
		return kind, true
	case tag == atom.Time:
		return Dateline, true
	}
	return Paragraph, false
}

// classKind gives what the names of an element's class and id say. The earlier kinds of the list win: "comment-author" is a comment.
func classKind(class, id string) (kind Kind, ok bool) {
	const longest = 256
	if class == "" && id == "" {
		return Paragraph, false
	}
	best := len(classKinds)
	for _, names := range [...]string{class, id} {
		names = names[:min(len(names), longest)]
		before := "" // the word before, of the same name
		for i := 0; i < len(names); {
			start := i
			for i < len(names) && latinLetter(names[i]) {
				i++
			}
			word := names[start:i]
			if len(word) > 1 {
				best = min(best, classRank(word), pairRank(before, word))
			}
			before = word
			for i < len(names) && !latinLetter(names[i]) {
				if names[i] == ' ' {
					before = ""
				}
				i++
			}
		}
	}
	if best == len(classKinds) {
		return Paragraph, false
	}
	return classKinds[best], true
}

// classKinds are the kinds that names of classes give, in the order of classRank.
var classKinds = [...]Kind{Furniture, Related, Tag, Caption, Byline, Dateline, Lead, Section, Title}

// classRank gives the place in classKinds of a word in the name of a class, len(classKinds) for one that says nothing. They are the names
// that news sites and their common systems use; the more a word also means, the less it is here ("widget", "header", "content").
func classRank(word string) int {
	switch strings.ToLower(word) {
	case "nav", "navbar", "navigation", "menu", "submenu", "breadcrumb", "breadcrumbs", "share", "sharing", "sharebar", "social", "socials",
		"sharedaddy", "addtoany", "sharethis", "addthis", "cookie", "cookies", "consent", "gdpr", "banner", "advert", "adverts", "advertisement", "ads", "ad",
		"adsbygoogle", "comment", "comments", "disqus", "respond", "sidebar", "newsletter", "subscribe", "popup", "modal", "login", "signin", "search",
		"toolbar", "pagination", "pager", "footer", "copyright", "copyrights", "skip", "promo", "sponsored", "mostread", "popular", "trending", "ticker",
		"weather", "poll", "rating", "topbar", "masthead", "logo", "recent", "latest", "print", "tools", "follow", "bottombar":
		return 0
	case "related", "relatedposts", "relatednews", "relatedarticles", "recommended", "recommendations", "recommendation", "readalso", "seealso",
		"alsoread", "readmore", "similar", "suggested", "morenews", "teaser", "teasers":
		return 1
	case "tag", "tags", "tagcloud", "keywords", "hashtags", "hashtag":
		return 2
	case "caption", "captions", "figcaption", "imagecaption", "photocaption", "credit", "photocredit":
		return 3
	case "byline", "author", "authors", "writer", "reporter", "editor":
		return 4
	case "date", "time", "datetime", "timestamp", "published", "pubdate", "postdate", "publishdate":
		return 5
	case "lead", "lede", "summary", "standfirst", "excerpt", "subtitle", "subheadline", "deck", "dek", "intro", "chapo", "subhead":
		return 6
	case "category", "categories", "kicker", "rubric", "cat":
		return 7
	case "title", "headline", "newstitle", "posttitle", "articletitle":
		return 8
	}
	return len(classKinds)
}

// isHeardClass reports whether a class takes an element out of sight and leaves it to readers of screens.
func isHeardClass(class string) bool {
	if len(class) < len("sr-only") {
		return false
	}
	for _, name := range [...]string{"sr-only", "screen-reader", "screenreader", "visually-hidden", "visuallyhidden"} {
		if strings.Contains(class, name) {
			return true
		}
	}
	return false
}

// pairRank is as classRank, for two words that say something together.
func pairRank(first, second string) int {
	switch strings.ToLower(second) {
	case "time", "size", "player", "news":
		switch first {
		case "reading", "read", "font", "audio", "video", "google":
			return 0
		}
	case "on", "read", "also", "like", "stories", "topics", "links", "next":
		switch first {
		case "more", "also", "read", "see", "may", "might", "other", "internal", "up":
			return 1
		case "most":
			return 0
		}
	}
	return len(classKinds)
}

// elementKind gives what an element calls its text; false for the boxes that call it nothing.
func elementKind(tag atom.Atom) (Kind, bool) {
	switch tag {
	case atom.Nav, atom.Footer, atom.Aside, atom.Form, atom.Button, atom.Menu, atom.Label, atom.Select, atom.Option, atom.Textarea, atom.Dialog,
		atom.Noscript, atom.Template, atom.Svg, atom.Audio, atom.Video, atom.Canvas, atom.Object, atom.Fieldset:
		return Furniture, true
	case atom.H1:
		return Title, true
	case atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return Heading, true
	case atom.Figcaption, atom.Caption, atom.Figure:
		return Caption, true
	case atom.Blockquote:
		return Quote, true
	case atom.Li, atom.Dt, atom.Dd:
		return List, true
	case atom.P, atom.Pre:
		return Paragraph, true
	case atom.Address:
		return Byline, true
	}
	return Paragraph, false
}

func isBlock(tag atom.Atom) bool {
	switch tag {
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Li, atom.Ul, atom.Ol, atom.Dl, atom.Dt, atom.Dd,
		atom.Blockquote, atom.Figure, atom.Figcaption, atom.Article, atom.Section, atom.Main, atom.Header, atom.Footer, atom.Nav, atom.Aside,
		atom.Table, atom.Tr, atom.Td, atom.Th, atom.Thead, atom.Tbody, atom.Tfoot, atom.Caption, atom.Form, atom.Button, atom.Fieldset, atom.Pre, atom.Address,
		atom.Center, atom.Details, atom.Summary, atom.Menu, atom.Option, atom.Label, atom.Select, atom.Textarea, atom.Dialog, atom.Noscript,
		atom.Template, atom.Svg, atom.Audio, atom.Video, atom.Canvas, atom.Object, atom.Dir, atom.Hgroup:
		return true
	}
	return false
}

// isInline reports whether an element is one that names of classes stand on within a line.
func isInline(tag atom.Atom) bool {
	switch tag {
	case atom.Span, atom.B, atom.Strong, atom.Em, atom.I, atom.Small, atom.Font, atom.Cite, atom.Time, atom.U, atom.Bdi, atom.Big:
		return true
	}
	return false
}

func isHeading(tag atom.Atom) bool { return headingLevel(tag) > 0 }

// headingLevel gives the rank of a heading, 0 for all else.
func headingLevel(tag atom.Atom) int8 {
	switch tag {
	case atom.H1:
		return 1
	case atom.H2:
		return 2
	case atom.H3:
		return 3
	case atom.H4:
		return 4
	case atom.H5:
		return 5
	case atom.H6:
		return 6
	}
	return 0
}

func inTable(tag atom.Atom) bool {
	switch tag {
	case atom.Table, atom.Tr, atom.Td, atom.Th, atom.Thead, atom.Tbody, atom.Tfoot, atom.Caption:
		return true
	}
	return false
}
