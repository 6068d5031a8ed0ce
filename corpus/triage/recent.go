package triage

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"
)

const (
	// mostRecent is how many queries are remembered: more than anybody goes back through by a key.
	mostRecent = 500
	// longestQuery is how many bytes of a query are worth remembering: more was not typed by hand.
	longestQuery = 4096
)

// recent is a line of the file of queries.
type recent struct {
	Time  string `json:"time"` // RFC 3339
	Query string `json:"query"`
}

// Remember notes a query that was asked. The last 500 different ones are remembered, in a file beside the journal; nothing but white space, and
// what is too long to have been typed, is not.
func (j *Journal) Remember(ctx context.Context, query string) error {
	query = strings.ToValidUTF8(strings.TrimSpace(query), "\uFFFD")
	if query == "" || len(query) > longestQuery {
		return nil
	}
	j.disk.Lock()
	defer j.disk.Unlock()
	unlock, err := j.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	all, err := j.readRecent()
	if err != nil {
		return err
	}
	if n := len(all); n > 0 && all[n-1].Query == query {
		return nil
	}
	all = append(all, recent{j.now().UTC().Format(time.RFC3339), query})
	if len(all) <= 2*mostRecent {
		err = appendLine(j.path+recentSuffix, all[len(all)-1].line())
	} else {
		err = replaceFile(j.path+recentSuffix, join(distinct(all)))
	}
	if err != nil {
		return fmt.Errorf("remember a query: %w", err)
	}
	return nil
}

// Recent gives the last n different queries, the newest first. It reads the file: other windows remember in it, too.
func (j *Journal) Recent(n int) ([]string, error) {
	all, err := j.readRecent()
	if err != nil {
		return nil, err
	}
	var queries []string
	for _, r := range slices.Backward(distinct(all)) {
		if len(queries) == n {
			break
		}
		queries = append(queries, r.Query)
	}
	return queries, nil
}

// readRecent reads the file of queries, the oldest first. What is no query is passed over.
func (j *Journal) readRecent() ([]recent, error) {
	data, err := os.ReadFile(j.path + recentSuffix)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the queries that were asked: %w", err)
	}
	var all []recent
	for line := range bytes.Lines(data) {
		var r recent
		if json.Unmarshal(line, &r) == nil && r.Query != "" {
			all = append(all, r)
		}
	}
	return all, nil
}

// distinct gives the last 500 different queries, each where it was asked last.
func distinct(all []recent) []recent {
	seen := make(map[string]bool, len(all))
	var last []recent
	for _, r := range slices.Backward(all) {
		if !seen[r.Query] && len(last) < mostRecent {
			seen[r.Query] = true
			last = append(last, r)
		}
	}
	slices.Reverse(last)
	return last
}

func join(all []recent) []byte {
	var b bytes.Buffer
	for _, r := range all {
		b.Write(r.line())
	}
	return b.Bytes()
}

func (r recent) line() []byte {
	line, _ := json.Marshal(r) //nolint:errchkjson // strings cannot fail
	return append(line, '\n')
}
