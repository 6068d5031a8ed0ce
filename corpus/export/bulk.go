package export

import (
	"crypto/sha256"
	_ "embed" // the mapping
	"encoding/hex"
	"errors"
	"strings"
	"time"
	"unicode/utf8"

	"jarida/corpus/article"
)

// Mapping is an example of an index for what Bulk writes: the body of the request by which Elasticsearch and OpenSearch make one. It names
// every field.
//
//go:embed mapping.json
var Mapping string

// Found is what was found in an article, outside of repeats.
type Found struct {
	Entities []Entity // people, places and organisations
	Dates    []Date
	Quotes   []Quote
}

// Entity is one that the article names.
type Entity struct {
	Name     string // as the folder calls it
	Type     string
	Mentions []article.Range // source bytes
}

// Date is a date in the text.
type Date struct {
	article.Range        // source bytes
	ISO           string // ISO 8601, "" where nothing fixes it
}

// Quote is words that somebody is said to have said.
type Quote struct {
	article.Range        // source bytes
	Speaker       string // "" where the text names nobody
	Verb, Kind    string
}

// bulkRecord is a document of an index. The names are those of the commands.
type bulkRecord struct {
	record
	Blocks   []bulkBlock  `json:"blocks"`
	Entities []bulkEntity `json:"entities,omitempty"`
	Dates    []bulkDate   `json:"dates,omitempty"`
	Quotes   []bulkQuote  `json:"quotes,omitempty"`
}

// span is a stretch of the source text and what stands there, on one line.
type span struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

type bulkBlock struct {
	Kind string `json:"kind"`
	span
}

type bulkEntity struct {
	Name      string   `json:"name"`
	Type      string   `json:"type"`
	Mentions  int      `json:"mentions"`
	Spellings []string `json:"spellings"`
	Starts    []int    `json:"starts"`
	Ends      []int    `json:"ends"`
}

type bulkDate struct {
	span
	ISO string `json:"iso,omitempty"`
	Day string `json:"day,omitempty"` // the same where an index takes it for a date: a year, a month, a day, a time of a day
}

type bulkQuote struct {
	span
	Speaker string `json:"speaker,omitempty"`
	Verb    string `json:"verb,omitempty"`
	Kind    string `json:"kind"`
}

// bulkAction says what to do with the document on the next line.
type bulkAction struct {
	Index bulkTarget `json:"index"`
}

// bulkTarget has the names that the bulk format gives them.
type bulkTarget struct {
	Index string `json:"_index"` //nolint:tagliatelle // see above
	ID    string `json:"_id"`    //nolint:tagliatelle // see above
}

// writeBulk writes an article as two lines: the action and the document.
func writeBulk(b *strings.Builder, a *Article, index string) error {
	r := bulkRecord{record: newRecord(a), Blocks: bulkBlocks(a)}
	at := func(r article.Range) span { return span{r.Start, r.End, line(a.Src[r.Start:r.End])} }
	for _, e := range a.Found.Entities {
		r.Entities = append(r.Entities, newBulkEntity(a.Src, e))
	}
	for _, d := range a.Found.Dates {
		date := bulkDate{span: at(d.Range), ISO: d.ISO}
		if indexable(d.ISO) {
			date.Day = d.ISO
		}
		r.Dates = append(r.Dates, date)
	}
	for _, q := range a.Found.Quotes {
		r.Quotes = append(r.Quotes, bulkQuote{at(q.Range), line(q.Speaker), line(q.Verb), q.Kind})
	}
	if !indexable(r.Date) {
		r.Date = ""
	}
	if err := encodeLine(b, bulkAction{bulkTarget{index, documentID(a.ID)}}); err != nil {
		return err
	}
	return encodeLine(b, r)
}

// bulkBlocks gives the blocks of an article but for repeats and what belongs to the page alone.
func bulkBlocks(a *Article) []bulkBlock {
	blocks := make([]bulkBlock, 0, len(a.Body.Blocks))
	for _, b := range a.Body.Blocks {
		if b.RepeatOf < 0 && b.Kind != article.Furniture {
			blocks = append(blocks, bulkBlock{b.Kind.String(), span{b.Start, b.End, line(a.Src[b.Start:b.End])}})
		}
	}
	return blocks
}

func newBulkEntity(src string, e Entity) bulkEntity {
	r := bulkEntity{Name: line(e.Name), Type: e.Type, Mentions: len(e.Mentions)}
	known := map[string]bool{}
	for _, m := range e.Mentions {
		r.Starts, r.Ends = append(r.Starts, m.Start), append(r.Ends, m.End)
		if text := line(src[m.Start:m.End]); !known[text] {
			known[text] = true
			r.Spellings = append(r.Spellings, text)
		}
	}
	return r
}

// longestID is what an index takes for an _id, in bytes.
const longestID = 512

// documentID gives the _id of an article: its id, or where an index would not take that or not tell it from another, its SHA-256.
func documentID(id string) string {
	if len(id) <= longestID && utf8.ValidString(id) {
		return id
	}
	sum := sha256.Sum256([]byte(id))
	return hex.EncodeToString(sum[:])
}

// indexable reports whether an ISO 8601 date is one that an index takes for a date (strict_date_optional_time): no week, quarter or decade, and no
// day that a month does not have. One that it does not take costs it the whole document.
func indexable(iso string) bool {
	for _, form := range [...]string{"2006", "2006-01", time.DateOnly, "2006-01-02T15:04"} {
		if _, err := time.Parse(form, iso); err == nil && len(iso) == len(form) { // it takes an hour of one digit
			return true
		}
	}
	return false
}

// longestIndex is the longest name of an index, in bytes.
const longestIndex = 255

// CheckIndex reports why a text is no name of an index.
func CheckIndex(name string) error {
	switch {
	case name == "" || name == "." || name == ".." || len(name) > longestIndex:
		return errors.New("the name of an index has 1 to 255 bytes")
	case strings.ContainsAny(name[:1], "-_+"):
		return errors.New("the name of an index begins with a letter or digit")
	case name != strings.ToLower(name) || strings.ContainsAny(name, `\/*?"<>| ,#:`) || strings.ContainsFunc(name, func(r rune) bool { return picture(r) != r }):
		return errors.New(`the name of an index is in small letters, without blanks, commas and any of : # \ / * ? " < > | in it`)
	}
	return nil
}
