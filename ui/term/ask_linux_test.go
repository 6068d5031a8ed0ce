package term

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// openPty gives both sides of a pseudo-terminal.
func openPty(t *testing.T) (terminal, tty *os.File) {
	t.Helper()
	terminal, err := os.OpenFile("/dev/ptmx", os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Skipf("no pseudo-terminals here: %v", err)
	}
	t.Cleanup(func() { _ = terminal.Close() })
	fd := int(terminal.Fd())
	if err := unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0); err != nil {
		t.Fatal(err)
	}
	n, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
	if err != nil {
		t.Fatal(err)
	}
	tty, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = tty.Close() })
	return terminal, tty
}

// play answers the questions like a terminal, until the pseudo-terminal is closed.
func play(terminal *os.File, answers map[string][]string) {
	var asked bytes.Buffer
	buf := make([]byte, 256)
	for {
		n, err := terminal.Read(buf)
		if err != nil {
			return
		}
		asked.Write(buf[:n])
		for q, pieces := range answers {
			if strings.Contains(asked.String(), q) {
				delete(answers, q)
				for _, piece := range pieces {
					if _, err := terminal.WriteString(piece); err != nil {
						return
					}
				}
			}
		}
	}
}

func TestAsk(t *testing.T) {
	t.Parallel()
	canceled, cancel := context.WithCancel(context.Background())
	cancel()
	tests := []struct {
		name    string
		ctx     context.Context
		wait    time.Duration
		answers map[string][]string
		want    Replies
		err     error
	}{
		{"silence", context.Background(), 50 * time.Millisecond, nil, NoReplies(), nil},
		{"VTE", context.Background(), time.Minute, map[string][]string{
			Queries(): {"\x1b[8;1$y", "\x1b[>65;7003;1c\x1b[?65;1;9c"},
		}, Replies{BDSM: 1, DA2: "65;7003;1", Done: true}, nil},
		{"in pieces, with a key between", context.Background(), time.Minute, map[string][]string{
			Queries(): {"\x1b[8", ";0$", "yj\x1bP>|XTe", "rm(379)\x1b", "\\\x1b[?6", "4;1c"},
		}, Replies{Version: "XTerm(379)", Done: true}, nil},
		{"kitty is asked for its font", context.Background(), time.Minute, map[string][]string{
			Queries():  {"\x1b[8;0$y\x1bP>|kitty(0.26.5)\x1b\\\x1b[?62;c"},
			"\x1bP+q6": {"\x1bP1+r6b697474792d71756572792d666f6e745f66616d696c79=4669726120436f6465\x1b\\\x1b[?62;c"},
		}, Replies{Version: "kitty(0.26.5)", Font: "Fira Code", Done: true}, nil},
		{"given up", canceled, time.Minute, nil, NoReplies(), context.Canceled},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			terminal, tty := openPty(t)
			before, err := unix.IoctlGetTermios(int(tty.Fd()), unix.TCGETS)
			if err != nil {
				t.Fatal(err)
			}
			go play(terminal, tt.answers)
			got, err := Ask(tt.ctx, tty, tty, environment(""), tt.wait)
			if !errors.Is(err, tt.err) || got != tt.want {
				t.Errorf("got %+v, %v; want %+v, %v", got, err, tt.want, tt.err)
			}
			after, err := unix.IoctlGetTermios(int(tty.Fd()), unix.TCGETS)
			if err != nil || *after != *before {
				t.Errorf("the terminal is not as it was: %+v, %v", after, err)
			}
		})
	}
}

func TestAskNoTerminal(t *testing.T) {
	t.Parallel()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	defer w.Close()
	if _, err := Ask(context.Background(), r, w, environment(""), time.Second); err == nil {
		t.Error("no error")
	}
}
