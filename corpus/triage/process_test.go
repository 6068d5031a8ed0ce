//go:build unix

package triage

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// The tests start themselves again as further processes: the first word of this says what to do, the others are its arguments.
const childEnv = "JARIDA_TRIAGE_CHILD"

// killsEnv is how many processes the crash test kills: 25 without it.
const killsEnv = "JARIDA_TRIAGE_KILLS"

func TestMain(m *testing.M) {
	words := strings.Split(os.Getenv(childEnv), "\n")
	var err error
	switch words[0] {
	case "":
		os.Exit(m.Run())
	case "decide":
		err = decideForever(words[1], words[2])
	case "compact":
		err = compactForever(words[1], words[2])
	case "full":
		err = fillUp(words[1])
	case "stranger":
		err = beStranger(words[1])
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// child starts a further process.
func child(ctx context.Context, words ...string) *exec.Cmd {
	c := exec.CommandContext(ctx, os.Args[0])
	c.Env = append(os.Environ(), childEnv+"="+strings.Join(words, "\n"))
	return c
}

// output gives what a further process says until it ends.
func output(t *testing.T, words ...string) string {
	t.Helper()
	out, err := child(t.Context(), words...).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return string(out)
}

// decideForever decides, undoes and does again at random, and says the id of each event when it is acknowledged.
func decideForever(folder, name string) error {
	j, err := Open(context.Background(), folder, Options{Host: name})
	if err != nil {
		return err
	}
	decisions := [...]Act{ToArchive, ToLater, ToInbox, MarkRead, Unread, Star, Unstar}
	for {
		switch rand.IntN(6) {
		case 0:
			_, err = j.Undo(context.Background())
		case 1:
			_, err = j.Redo(context.Background())
		default:
			e := Event{Act: decisions[rand.IntN(len(decisions))]}
			for range 1 + rand.IntN(50) {
				n := rand.IntN(100)
				e.Articles = append(e.Articles, Article{Hash: Hash(strconv.Itoa(n)), Path: strconv.Itoa(n)})
			}
			_, err = j.Do(context.Background(), e)
		}
		if err == nil {
			fmt.Fprintf(os.Stdout, "%016x\n", j.history.entries[len(j.history.entries)-1].id)
		}
	}
}

// compactForever writes ever higher positions of an article of its own, says each when it is acknowledged, and compacts between them.
func compactForever(folder, name string) error {
	j, err := Open(context.Background(), folder, Options{Host: name})
	if err != nil {
		return err
	}
	j.limits = limits{undo: 1, size: 1}
	a := Article{Hash: Hash(name)}
	for {
		s, _, _ := j.State(a)
		e, err := j.Do(context.Background(), Event{Act: At, Articles: []Article{a}, Position: s.Position + 1})
		if err != nil {
			return err
		}
		fmt.Fprintln(os.Stdout, e.Position)
		if rand.IntN(3) == 0 {
			if _, err := j.Compact(context.Background()); err != nil {
				return err
			}
		}
	}
}

// ack is a line that a process said, whole, in one of its lives.
type ack struct {
	line string
	life int
}

// writer is a process that decides, started again each time it is killed.
type writer struct {
	t     *testing.T
	words []string
	cmd   *exec.Cmd
	errs  bytes.Buffer
	acks  []ack // in order
	lives int
	heard sync.WaitGroup
}

func (w *writer) start() {
	w.t.Helper()
	w.cmd = child(context.Background(), w.words...)
	w.cmd.Stderr = &w.errs
	out, err := w.cmd.StdoutPipe()
	if err == nil {
		err = w.cmd.Start()
	}
	if err != nil {
		w.t.Fatal(err)
	}
	w.lives++
	w.heard.Go(func() {
		r := bufio.NewReader(out)
		for {
			line, err := r.ReadString('\n')
			if err != nil {
				return
			}
			w.acks = append(w.acks, ack{strings.TrimSuffix(line, "\n"), w.lives})
		}
	})
}

// kill kills the process in the middle of what it does.
func (w *writer) kill() {
	w.t.Helper()
	_ = w.cmd.Process.Kill()
	w.heard.Wait()
	_ = w.cmd.Wait()
	if w.errs.Len() > 0 {
		w.t.Fatal(w.errs.String())
	}
}

// crash lets two processes write to a journal and kills them at random.
func crash(t *testing.T, what string) (folder string, writers [2]*writer, kills int) {
	t.Helper()
	kills = 25
	if n, err := strconv.Atoi(os.Getenv(killsEnv)); err == nil {
		kills = n
	}
	folder = t.TempDir()
	for i := range writers {
		writers[i] = &writer{t: t, words: []string{what, folder, "writer " + strconv.Itoa(i)}}
		writers[i].start()
	}
	for range kills {
		time.Sleep(time.Duration(rand.IntN(60)) * time.Millisecond)
		w := writers[rand.IntN(2)]
		w.kill()
		w.start()
	}
	for _, w := range writers {
		w.kill()
	}
	return folder, writers, kills
}

// TestCrash holds that every acknowledged event is in the journal, in order, after processes were killed at random while they triaged.
func TestCrash(t *testing.T) {
	t.Parallel()
	folder, writers, kills := crash(t, "decide")
	j, err := Open(t.Context(), folder, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	h := j.history
	if h.torn > kills || h.foreign > 0 {
		t.Errorf("after %d kills %d lines are no events, and %d are of another version", kills, h.torn, h.foreign)
	}
	if !slices.IsSortedFunc(h.entries, func(a, b entry) int { return h.compare(&a, &b) }) ||
		!slices.IsSortedFunc(h.entries, func(a, b entry) int { return int(a.offset - b.offset) }) {
		t.Error("the events are not in order")
	}
	for _, w := range writers {
		last := int32(-1)
		for _, ack := range w.acks {
			i, ok := h.find(idOf(ack.line))
			if !ok || i <= last {
				t.Fatalf("%v: event %s was acknowledged, and is number %d (%v) behind %d", w.words, ack.line, i, ok, last)
			}
			last = i
		}
	}
	t.Logf("%d kills, %d and %d acknowledged, %d in the journal, %d torn", kills, len(writers[0].acks), len(writers[1].acks), len(h.entries), h.torn)
}

// TestCrashWhileCompacting holds the same where the processes put shorter journals in the place of each other's.
func TestCrashWhileCompacting(t *testing.T) {
	t.Parallel()
	folder, writers, kills := crash(t, "compact")
	j, err := Open(t.Context(), folder, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	for _, w := range writers {
		// In each life one position may have been written and not told. None that was told may be lost.
		s, _, _ := j.State(Article{Hash: Hash(w.words[2])})
		told := slices.Concat(w.acks, []ack{{strconv.Itoa(s.Position + 1), w.lives}})
		last, life := 0, 1
		for _, a := range told {
			position, err := strconv.Atoi(a.line)
			if err != nil || position <= last || position > last+1+a.life-life+1 {
				t.Fatalf("%s in life %d follows %d in life %d", a.line, a.life, last, life)
			}
			last, life = position, a.life
		}
	}
	t.Logf("%d kills, %d and %d acknowledged, %d in the journal, %d torn", kills, len(writers[0].acks), len(writers[1].acks), len(j.history.entries), j.history.torn)
}

// fillUp decides where there is no room for a decision.
func fillUp(folder string) error {
	j, err := Open(context.Background(), folder, Options{})
	if err != nil {
		return err
	}
	signal.Ignore(syscall.SIGXFSZ)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: uint64(j.read) + 40, Max: 1 << 40}); err != nil {
		return err
	}
	_, err = j.Do(context.Background(), Event{Act: ToArchive, Articles: []Article{{Hash: Hash("a")}}})
	fmt.Fprintln(os.Stdout, err)
	s, _, _ := j.State(Article{Hash: Hash("a")})
	fmt.Fprintf(os.Stdout, "%+v\n", s)
	return j.Remember(context.Background(), "query")
}

// TestFullDisk holds that a decision for which there is no room is refused, and leaves nothing behind.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	j, err := Open(t.Context(), folder, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	a := Article{Hash: Hash("a")}
	if _, err := j.Do(t.Context(), Event{Act: Star, Articles: []Article{a}}); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(j.path)
	if err != nil {
		t.Fatal(err)
	}
	got := output(t, "full", folder)
	if !strings.HasPrefix(got, "write the journal: ") || !strings.Contains(got, "file too large") || !strings.Contains(got, "\n{Place:0 Read:false Starred:true") {
		t.Errorf("it says %q", got)
	}
	if after, err := os.ReadFile(j.path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("%v: there is left\n%s", err, after)
	}
	if _, err := j.Do(t.Context(), Event{Act: ToArchive, Articles: []Article{a}}); err != nil || len(j.Warnings()) > 0 {
		t.Errorf("with room again: %v, %q", err, j.Warnings())
	}
}

// beStranger decides without the right to.
func beStranger(folder string) error {
	const nobody = 65534
	if os.Geteuid() == 0 {
		if err := syscall.Setuid(nobody); err != nil {
			return err
		}
	}
	j, err := Open(context.Background(), folder, Options{})
	if err != nil {
		return err
	}
	_, err = j.Do(context.Background(), Event{Act: ToArchive, Articles: []Article{{Hash: Hash("a")}}})
	s, _, _ := j.State(Article{Hash: Hash("a")})
	fmt.Fprintf(os.Stdout, "%q\n%v\n%+v\n", j.Warnings(), err, s)
	return nil
}

// TestReadOnly holds that a journal that cannot be written to is read, and that this is said.
func TestReadOnly(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	j, err := Open(t.Context(), folder, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := j.Do(t.Context(), Event{Act: Star, Articles: []Article{{Hash: Hash("a")}}}); err != nil {
		t.Fatal(err)
	}
	want := `["Nothing can be decided: the state folder cannot be written to."]` + "\nthe state folder cannot be written to: open " // and what the system says
	for name, modes := range map[string][3]os.FileMode{
		"a folder that cannot be written to": {0o555, 0o444, 0o444},
		"a journal that cannot be":           {0o777, 0o444, 0o666},
	} {
		for i, path := range []string{folder, j.path, j.path + lockSuffix} {
			if err := os.Chmod(path, modes[i]); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.Chmod(filepath.Dir(folder), 0o755); err != nil { // for the stranger to get there
			t.Fatal(err)
		}
		if got := output(t, "stranger", folder); !strings.HasPrefix(got, want) || !strings.HasSuffix(got, "permission denied\n{Place:0 Read:false Starred:true Position:0}\n") {
			t.Errorf("%s: it says %s", name, got)
		}
	}
	if err := os.Chmod(folder, 0o700); err != nil {
		t.Fatal(err)
	}
}
