package ui

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"jarida/corpus"
	"jarida/corpus/entity"
	"jarida/corpus/triage"
)

// wire counts what a program sends to its terminal.
type wire struct {
	mu   sync.Mutex
	sent []byte
	last time.Time
}

func (w *wire) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.sent = append(w.sent, p...)
	w.last = time.Now()
	return len(p), nil
}

// quiet waits until nothing has been sent for a while, and gives the number of bytes sent so far.
func (w *wire) quiet() int {
	const pause = 300 * time.Millisecond // eighteen frames of the renderer, for a machine that is busy
	for {
		w.mu.Lock()
		n, idle := len(w.sent), time.Since(w.last)
		w.mu.Unlock()
		if n > 0 && idle >= pause {
			return n
		}
		time.Sleep(pause / 8)
	}
}

// grows waits until more than n bytes have been sent.
func (w *wire) grows(n int) {
	for {
		w.mu.Lock()
		sent := len(w.sent)
		w.mu.Unlock()
		if sent > n {
			return
		}
		time.Sleep(time.Millisecond)
	}
}

// wide is the columns of the terminal at the end of a wire.
const wide = 200

// program runs a screen on a wire, as on a terminal that answers nothing and knows all colours.
func program(t *testing.T, c source, o Options, h int) (*tea.Program, *wire) {
	t.Helper()
	out := &wire{}
	in, hold := io.Pipe()
	p := tea.NewProgram(New(t.Context(), c, o),
		tea.WithInput(in), tea.WithOutput(out), tea.WithWindowSize(wide, h), tea.WithoutSignals(),
		tea.WithColorProfile(colorprofile.TrueColor), tea.WithEnvironment([]string{"TERM=xterm-256color"}))
	done := make(chan error, 1)
	go func() {
		_, err := p.Run()
		done <- err
	}()
	t.Cleanup(func() {
		p.Quit()
		if err := <-done; err != nil {
			t.Error(err)
		}
		_ = hold.Close()
	})
	out.quiet()
	return p, out
}

// manyArticles make a list of several screens and a text of many, whose lines differ.
func manyArticles() map[string]string {
	files := make(map[string]string)
	for i := range 90 {
		files[fmt.Sprintf("%c%02d.txt", '0'+i%10, i)] = fmt.Sprintf("عنوان الخبر رقم %d من أخبار اليوم\n\nنص الخبر رقم %d وفيه جملة.\n", i, i*7)
	}
	var long strings.Builder
	long.WriteString("عنوان الخبر الطويل\n\n")
	words := strings.Fields("وقالت الوكالة إن الوفد وصل إلى العاصمة أمس بعد رحلة طويلة استغرقت ساعات وإنه يلتقي وزير الخارجية غدا لبحث التعاون")
	for i := range 900 {
		long.WriteString(words[(i*i+i/7)%len(words)])
		if i%23 == 22 {
			long.WriteString(".")
		}
		if i%160 == 159 {
			long.WriteString("\n\n")
		} else {
			long.WriteString(" ")
		}
	}
	files["!.txt"] = long.String() // the newest
	return files
}

// least gives what a key costs. Where that is over the limit the key is taken back and pressed again: on a machine that is busy a frame
// of something else may come late and be counted, which never happens each time.
func least(cost func(keys ...string) int, key string, limit int) int {
	back := map[string]string{"j": "k", "k": "j"}[key]
	n := cost(key)
	for range 3 {
		if n <= limit {
			break
		}
		cost(back)
		n = min(n, cost(key))
	}
	return n
}

// TestBytes holds what a key costs on a slow line, in the mode that writes most.
func TestBytes(t *testing.T) {
	t.Parallel()
	c := openFolder(t, manyArticles())
	o := testOptions()
	o.Bidi = "marked"
	p, out := program(t, &first{source: c}, o, 60)
	cost := func(keys ...string) int {
		before := out.quiet()
		for _, k := range keys {
			p.Send(press(k))
		}
		out.grows(before)
		return out.quiet() - before
	}
	// Two cells change, and the position in the status line; the text would follow later.
	for i, k := range []string{"j", "j", "k", "k"} {
		if n := least(cost, k, 120); n > 120 {
			t.Errorf("move %d sends %d bytes, at most 120 are meant", i+1, n)
		}
	}
	cost("w")
	cost(slices.Repeat([]string{"j"}, 30)...) // past the first third of the screen, where the text does not scroll
	for i := range 8 {
		if n := least(cost, "j", 500); n > 500 {
			t.Errorf("line %d of full-width text sends %d bytes, at most 500 are meant", i+1, n)
		}
	}
}

// TestBytesEntities holds the same in the pane of entities, and in a text whose entities are marked: more of them than in any news.
func TestBytesEntities(t *testing.T) {
	t.Parallel()
	c := knownFolder(t, manyArticles(), spelling{entity.Organisation, "الوكالة", 0.99}, spelling{entity.Place, "العاصمة", 0.99},
		spelling{entity.Person, "الوفد", 0.99}, spelling{entity.Organisation, "وزير", 0.99})
	o := testOptions()
	o.Bidi = "marked"
	p, out := program(t, c, o, 11) // no room for details, which follow later
	cost := func(keys ...string) int {
		before := out.quiet()
		for _, k := range keys {
			p.Send(press(k))
		}
		out.grows(before)
		return out.quiet() - before
	}
	cost("e")
	cost("g", "g")
	for i, k := range []string{"j", "j", "j", "k", "k"} {
		if n := least(cost, k, 120); n > 120 {
			t.Errorf("move %d in the pane sends %d bytes, at most 120 are meant", i+1, n)
		}
	}
	p, out = program(t, c, o, 60)
	cost("w")
	cost("g", "m")
	cost(slices.Repeat([]string{"j"}, 30)...)
	for i := range 8 {
		if n := least(cost, "j", 500); n > 500 {
			t.Errorf("line %d of full-width text sends %d bytes, at most 500 are meant", i+1, n)
		}
	}
}

// TestBytesFinder holds what a letter in the finder costs on a slow line, where each is followed by other rows.
func TestBytesFinder(t *testing.T) {
	t.Parallel()
	files := manyArticles()
	for i := range 60 {
		files[fmt.Sprintf("x%02d.txt", i)] = fmt.Sprintf("خبر طويل العنوان عن العاصمة واجتماع الخبراء فيها برقم %d وما قاله المتحدثون عن الأخبار\n\nنص %d.\n", i*37, i)
	}
	o := testOptions()
	o.Bidi = "marked"
	p, out := program(t, &first{source: openFolder(t, files), of: t.Context()}, o, 60)
	cost := func(key string) int {
		before := out.quiet()
		p.Send(press(key))
		out.grows(before)
		return out.quiet() - before
	}
	cost("f")
	for _, k := range []string{"ا", "ل", "خ", "ب", "ر", "backspace", "backspace", " ", "ع"} {
		if n := cost(k); n > 8000 {
			t.Errorf("%q in the finder sends %d bytes, at most 8000 are meant", k, n)
		}
	}
}

// first is a corpus that gives one article and keeps every later one back, so that no text follows the cursor.
type first struct {
	source
	of    context.Context // of the screen: what asks in another one is the full text, which gets what it asks for
	given atomic.Bool
}

func (f *first) Load(ctx context.Context, d corpus.Doc) (corpus.Document, error) {
	if (f.of == nil || ctx == f.of) && f.given.Swap(true) {
		<-ctx.Done()
		return corpus.Document{}, ctx.Err()
	}
	return f.source.Load(ctx, d)
}

// TestBytesActs holds that an act sends what it changes: a mark and what is said of it, no other row.
func TestBytesActs(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	j, err := triage.Open(t.Context(), folder, triage.Options{Host: "desk"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = j.Close() })
	o := testOptions()
	o.Bidi, o.Journal = "marked", j
	p, out := program(t, &first{source: openFolder(t, manyArticles())}, o, 60)
	cost := func(keys ...string) int {
		before := out.quiet()
		for _, k := range keys {
			p.Send(press(k))
		}
		out.grows(before)
		return out.quiet() - before
	}
	cost("j") // the welcome goes
	for i, tt := range []struct {
		key  string
		most int // far less than a row has; on a busy machine what changes may come in two frames, which is some bytes more
	}{
		{"s", 150},
		{"j", 160}, // what was said goes, too
		{"j", 150},
		{"k", 150},
		{"t", 200}, // a mark, a move, and how many are ticked
		{"j", 160},
		{"s", 200}, // the mark of that, and its tick
		{"r", 400}, // the weight of a title
	} {
		if n := cost(tt.key); n > tt.most {
			t.Errorf("act %d, %s, sends %d bytes, at most %d are meant", i+1, tt.key, n, tt.most)
		}
	}
}
