package settings

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/adrg/xdg"
	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"jarida/ui/term"
)

// Parse reads the text of a config file.
func Parse(data []byte) (Config, []Warning, error) {
	c := Config{
		Layout: term.Auto, Tashkeel: term.Auto, Digits: DigitValues()[0], Theme: Themes()[0], Sort: Orders()[0], Bidi: term.Auto,
		Keyboard: keyboards[0], Citation: Off, Mouse: Off, Stories: On, View: Views()[0], Terminals: map[string]string{},
	}
	entries, err := read(data)
	if err != nil {
		return Config{}, nil, err
	}
	var warnings []Warning
	var keys keySettings
	for _, e := range entries {
		set := c.set
		if e.path[0] == "keys" {
			set = keys.set
		}
		if problem := set(e); problem != "" {
			warnings = append(warnings, Warning{e.line, problem})
		}
	}
	var wrong []Warning
	c.Keys, wrong = keys.bind(c.Keyboard)
	warnings = append(warnings, wrong...)
	slices.SortStableFunc(warnings, func(a, b Warning) int { return a.Line - b.Line })
	return c, warnings, nil
}

// set takes over an entry, or says what is wrong with it.
func (c *Config) set(e entry) string {
	switch {
	case len(e.path) == 3 && e.path[0] == "terminal" && e.path[2] == "bidi":
		if problem := e.oneOf(Modes()); problem != "" {
			return problem
		}
		c.Terminals[e.path[1]] = e.value
		return ""
	case len(e.path) > 1:
		return e.name() + ": there is no such setting"
	}
	if to, values := c.choice(e.path[0]); to != nil {
		return e.setOneOf(to, values)
	}
	switch e.path[0] {
	case "folder":
		return c.setFolder(e)
	case "sort":
		return c.setSort(e)
	case "read_after":
		return c.setReadAfter(e)
	case "digest":
		return c.setDigest(e)
	default:
		return e.name() + ": there is no such setting"
	}
}

// choice gives where a setting is kept that has one of a few values, and these; nil for any other.
func (c *Config) choice(name string) (to *string, values []string) {
	switch name {
	case "layout":
		return &c.Layout, Layouts()
	case "lang":
		return &c.Lang, Languages()
	case "view":
		return &c.View, Views()
	case "mouse":
		return &c.Mouse, Switch()
	case "stories":
		return &c.Stories, Switch()
	case "digits":
		return &c.Digits, DigitValues()
	case "theme":
		return &c.Theme, Themes()
	case "tashkeel":
		return &c.Tashkeel, TashkeelValues()
	case "bidi":
		return &c.Bidi, Modes()
	case "citation":
		return &c.Citation, Switch()
	case "keyboard":
		return &c.Keyboard, keyboards
	default:
		return nil, nil
	}
}

func (c *Config) setSort(e entry) string {
	if !e.isString || !isOrder(e.value) {
		return fmt.Sprintf("sort: give one of %s; with %s behind it the order is turned round",
			strings.Join(Orders()[:len(Orders())-1], ", "), reversed)
	}
	c.Sort = strings.Join(strings.Fields(e.value), " ")
	return ""
}

// longestRead is the longest time that one may have to be in a text for it to count as read, in seconds: an hour, more than any takes.
const longestRead = 3600

func (c *Config) setReadAfter(e entry) string {
	n, err := strconv.Atoi(e.value)
	if e.isString || err != nil || n < 0 || n > longestRead {
		return fmt.Sprintf("read_after: give a number of seconds up to %d, 0 for when the end has been seen", longestRead)
	}
	c.ReadAfter = n
	return ""
}

// largestFolder is the most articles from which on the digest may be the first screen: more than any folder has.
const largestFolder = 100_000_000

func (c *Config) setDigest(e entry) string {
	n, err := strconv.Atoi(e.value)
	if e.isString || err != nil || n < 0 || n > largestFolder {
		return "digest: give a number of articles, 0 for never"
	}
	c.Digest = n
	return ""
}

func (c *Config) setFolder(e entry) string {
	folder := e.value
	if rest, ok := strings.CutPrefix(folder, "~/"); ok {
		folder = filepath.Join(xdg.Home, rest)
	}
	if !e.isString || !filepath.IsAbs(folder) {
		return "folder: give an absolute path, or one that begins with ~/"
	}
	c.Folder = folder
	return ""
}

// entry is one key of the file with its value.
type entry struct {
	path     []string // "terminal", "kitty", "bidi"
	line     int      // from 1
	isString bool
	value    string         // of a string
	isList   bool           // an array of strings
	values   []string       // of a string or a list
	raw      unstable.Range // of the value in the file, quotes included
}

// name writes the key as the file might, with nothing in it that is not printable.
func (e *entry) name() string {
	quoted := make([]string, len(e.path))
	for i, p := range e.path {
		quoted[i] = p
		if q := fmt.Sprintf("%q", p); strings.ContainsAny(p, `. "`) || q != `"`+p+`"` {
			quoted[i] = q
		}
	}
	return strings.Join(quoted, ".")
}

// oneOf says what is wrong with a value that is none of those given.
func (e *entry) oneOf(values []string) string {
	if e.isString && slices.Contains(values, e.value) {
		return ""
	}
	return fmt.Sprintf("%s: give one of %s", e.name(), strings.Join(values, ", "))
}

func (e *entry) setOneOf(to *string, values []string) string {
	problem := e.oneOf(values)
	if problem == "" {
		*to = e.value
	}
	return problem
}

// read lists the entries of a TOML file.
func read(data []byte) ([]entry, error) {
	// The decoder finds what the parser lets pass: a key given twice, a table that is a value elsewhere.
	if err := toml.Unmarshal(data, new(map[string]any)); err != nil {
		return nil, syntaxError(err)
	}
	var r reader
	r.p.Reset(data)
	var table []string
	for r.p.NextExpression() {
		switch e := r.p.Expression(); e.Kind {
		case unstable.Table, unstable.ArrayTable:
			table = keyOf(e.Key())
		case unstable.KeyValue:
			r.keyValue(table, e)
		default:
		}
	}
	if err := r.p.Error(); err != nil {
		return nil, syntaxError(err)
	}
	return r.entries, nil
}

// syntaxError puts the place of an error before its message.
func syntaxError(err error) error {
	var d *toml.DecodeError
	if !errors.As(err, &d) {
		return err
	}
	line, column := d.Position()
	return fmt.Errorf("line %d, column %d: %s", line, column, strings.TrimPrefix(d.Error(), "toml: "))
}

// reader collects entries.
type reader struct {
	p       unstable.Parser
	entries []entry
}

// keyValue adds a key and its value, or those of the inline table that is its value.
func (r *reader) keyValue(table []string, e *unstable.Node) {
	path := slices.Concat(table, keyOf(e.Key()))
	key := e.Key()
	key.Next()
	v := e.Value()
	if v.Kind == unstable.InlineTable {
		for it := v.Children(); it.Next(); {
			if it.Node().Kind == unstable.KeyValue {
				r.keyValue(path, it.Node())
			}
		}
		return
	}
	read := entry{
		path: path, line: r.p.Shape(key.Node().Raw).Start.Line,
		isString: v.Kind == unstable.String, value: string(v.Data), raw: v.Raw,
	}
	if read.isString {
		read.values = []string{read.value}
	}
	if v.Kind == unstable.Array {
		read.values, read.isList = stringsOf(v)
	}
	r.entries = append(r.entries, read)
}

// stringsOf gives the elements of an array of strings.
func stringsOf(array *unstable.Node) (values []string, ok bool) {
	for it := array.Children(); it.Next(); {
		switch it.Node().Kind {
		case unstable.String:
			values = append(values, string(it.Node().Data))
		case unstable.Comment:
		default:
			return nil, false
		}
	}
	return values, true
}

func keyOf(it unstable.Iterator) []string {
	var path []string
	for it.Next() {
		path = append(path, string(it.Node().Data))
	}
	return path
}
