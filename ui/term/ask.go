package term

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/term"
	"github.com/muesli/cancelreader"
)

// askMost bounds what is read while waiting for answers, in bytes; a burst of answers has about a hundred.
const askMost = 1 << 16

// Ask asks the terminal, and tmux where it is between, and waits for the answers, but for each burst no longer than given.
// It is for commands: a screen sends Queries and listens. Whatever happens, the terminal is left as it was. A terminal
// that does not answer is no error; with an error come the answers until then, which are of tmux alone where the input
// is no terminal.
func Ask(ctx context.Context, in, out *os.File, env func(string) string, wait time.Duration) (r Replies, err error) {
	r = NoReplies()
	if !term.IsTerminal(out.Fd()) {
		return r, errors.New("ask the terminal: standard output is none")
	}
	if InTmux(env) {
		// Without tmux's answer the terminal around it is unknown, as it is inside screen.
		r.Tmux, _ = OuterTerminal(ctx)
	}
	if !term.IsTerminal(in.Fd()) {
		return r, errors.New("ask the terminal: standard input is none")
	}
	state, err := term.MakeRaw(in.Fd()) // else the answers would be echoed, and held back until Enter
	if err != nil {
		return r, fmt.Errorf("ask the terminal: %w", err)
	}
	defer func() {
		if restored := term.Restore(in.Fd(), state); restored != nil {
			err = errors.Join(err, fmt.Errorf("restore the terminal: %w", restored))
		}
	}()
	l, err := listen(in)
	if err != nil {
		return r, fmt.Errorf("ask the terminal: %w", err)
	}
	defer l.close()
	if err := l.ask(ctx, out, Queries(), wait, &r); err != nil {
		return r, fmt.Errorf("ask the terminal: %w", err)
	}
	if more := FollowUp(Detect(env, r, Wishes{}), r); more != "" {
		if err := l.ask(ctx, out, more+da1, wait, &r); err != nil {
			return r, fmt.Errorf("ask the terminal: %w", err)
		}
	}
	return r, nil
}

// listener reads a terminal from a goroutine of its own, which close ends and waits for.
type listener struct {
	r      cancelreader.CancelReader
	chunks chan []byte
	quit   chan struct{}
}

func listen(in io.Reader) (*listener, error) {
	r, err := cancelreader.NewReader(in)
	if err != nil {
		return nil, err
	}
	l := &listener{r: r, chunks: make(chan []byte), quit: make(chan struct{})}
	go l.read()
	return l, nil
}

// read hands on what comes until the terminal is gone, or close is called.
func (l *listener) read() {
	defer close(l.chunks)
	for {
		buf := make([]byte, 1024)
		n, err := l.r.Read(buf)
		if n > 0 {
			select {
			case l.chunks <- buf[:n]:
			case <-l.quit:
				return
			}
		}
		if err != nil {
			return
		}
	}
}

// close stops the reading.
func (l *listener) close() {
	close(l.quit)
	if l.r.Cancel() {
		for range l.chunks { // closed when the goroutine is done
		}
	}
	_ = l.r.Close() // it was only read from
}

// ask sends questions and takes over what is answered, until the last is answered or the time is over.
func (l *listener) ask(ctx context.Context, out io.Writer, questions string, wait time.Duration, r *Replies) error {
	if _, err := io.WriteString(out, questions); err != nil {
		return err
	}
	timer := time.NewTimer(wait)
	defer timer.Stop()
	var heard []byte
	r.Done = false
	for !r.Done && len(heard) < askMost {
		select {
		case chunk, ok := <-l.chunks:
			if !ok {
				return io.ErrUnexpectedEOF
			}
			heard = append(heard, chunk...)
			r.hearAll(heard)
		case <-timer.C:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

// hearAll takes over the answers in what has been read so far. An answer that is cut off in the middle is heard when its
// end has come and it is all read again.
func (r *Replies) hearAll(heard []byte) {
	var d uv.EventDecoder
	for len(heard) > 0 {
		n, e := d.Decode(heard)
		if n <= 0 {
			return
		}
		r.Hear(e)
		heard = heard[n:]
	}
}
