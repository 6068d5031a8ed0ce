package ui

import (
	"context"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
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
	const pause = 120 * time.Millisecond // seven frames of the renderer, and less than the rest of the list's cursor
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

// program runs a screen on a wire, as on a terminal that answers nothing and knows all colours.
func program(t *testing.T, c source, o Options, w, h int) (*tea.Program, *wire) {
	t.Helper()
	out := &wire{}
	in, hold := io.Pipe()
	p := tea.NewProgram(New(context.Background(), c, o),
		tea.WithInput(in), tea.WithOutput(out), tea.WithWindowSize(w, h), tea.WithoutSignals(),
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

// TestBytes holds what a key costs on a slow line, in the mode that writes most.
func TestBytes(t *testing.T) {
	t.Parallel()
	c := openFolder(t, manyArticles())
	o := testOptions()
	o.Bidi = "marked"
	p, out := program(t, c, o, 200, 60)
	cost := func(name string, limit int, keys ...string) {
		t.Helper()
		before := out.quiet()
		for _, k := range keys {
			p.Send(press(k))
		}
		time.Sleep(50 * time.Millisecond) // three frames
		if n := out.quiet() - before; n > limit || n == 0 {
			t.Errorf("%s sends %d bytes, at most %d are meant", name, n, limit)
		} else {
			t.Logf("%s: %d bytes", name, n)
		}
	}
	most := func(name string, times, limit int, key string) {
		t.Helper()
		for i := range times {
			cost(fmt.Sprintf("%s, %d", name, i+1), limit, key)
		}
	}
	// Two cells change, and the position in the status line; the text follows only later.
	before := out.quiet()
	p.Send(press("j"))
	time.Sleep(100 * time.Millisecond)
	out.mu.Lock()
	moved := len(out.sent) - before
	out.mu.Unlock()
	if moved > 120 || moved == 0 {
		t.Errorf("a move sends %d bytes, at most 120 are meant", moved)
	}
	p.Send(press("k"))
	time.Sleep(2 * restTime)
	cost("wide reading", 40_000, "w")
	for range 30 { // past the first third of the screen, where the text does not scroll
		p.Send(press("j"))
	}
	most("scrolling full-width text", 8, 500, "j")
}
