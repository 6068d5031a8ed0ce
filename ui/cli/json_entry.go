package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// object appends an article as a line of JSON: what writeJSON would write of it, in an eighth of the time, as there may be 100,000 of them.
func (to *rendered) object(r *entryRecord) error {
	o := objectWriter{b: append(to.bytes, '{')}
	o.field("id", r.ID)
	o.field("path", r.Path)
	o.known("parent", r.Parent)
	o.known("title", r.Title)
	o.known("date", r.Date)
	o.known("date_from", r.DateFrom)
	o.known("source", r.Source)
	o.known("byline", r.Byline)
	o.known("section", r.Section)
	if r.Words != nil {
		o.name("words")
		o.b = strconv.AppendInt(o.b, int64(*r.Words), 10)
	}
	o.list("state", r.State)
	o.list("stories", r.Stories)
	o.known("error", r.Error)
	o.b = append(o.b, '}', '\n')
	to.bytes = o.b
	return o.err
}

// objectWriter writes an object of JSON field by field.
type objectWriter struct {
	b   []byte
	err error
}

// name begins a field; there is one before each but the first.
func (o *objectWriter) name(name string) {
	if o.b[len(o.b)-1] != '{' {
		o.b = append(o.b, ',')
	}
	o.b = append(append(append(o.b, '"'), name...), '"', ':')
}

// field writes a field with a text.
func (o *objectWriter) field(name, text string) {
	o.name(name)
	o.text(text)
}

// known writes a field with a text, unless there is none.
func (o *objectWriter) known(name, text string) {
	if text != "" {
		o.field(name, text)
	}
}

// list writes a field with texts, unless there are none.
func (o *objectWriter) list(name string, texts []string) {
	if len(texts) == 0 {
		return
	}
	o.name(name)
	for i, text := range texts {
		separator := byte(',')
		if i == 0 {
			separator = '['
		}
		o.b = append(o.b, separator)
		o.text(text)
	}
	o.b = append(o.b, ']')
}

// text writes a text. Nearly all are as they are between quotation marks; encoding/json knows what becomes of the others.
func (o *objectWriter) text(text string) {
	if plain(text) && !strings.ContainsAny(text, `"\`) {
		o.b = append(append(append(o.b, '"'), text...), '"')
		return
	}
	line, err := jsonLine(text)
	o.b = append(o.b, bytes.TrimSuffix(line, []byte("\n"))...)
	if o.err == nil {
		o.err = err
	}
}

// jsonLine gives anything as a line of JSON that is safe to show on a terminal.
func jsonLine(record any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(record); err != nil {
		return nil, fmt.Errorf("write JSON: %w", err)
	}
	return escapeJSON(b.Bytes()), nil
}
