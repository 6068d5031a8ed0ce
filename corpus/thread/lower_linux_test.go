package thread_test

import (
	"context"
	"runtime"
	"syscall"
	"testing"

	"jarida/corpus/thread"
)

// niceness is how nice the thread of a goroutine is that does not leave it.
func niceness(t *testing.T) int {
	t.Helper()
	n, err := syscall.Getpriority(syscall.PRIO_PROCESS, 0)
	if err != nil {
		t.Errorf("getpriority: %v", err)
	}
	return 20 - n
}

// in calls do in a goroutine with a thread of its own.
func in(do func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		runtime.LockOSThread()
		do()
	}()
	<-done
}

func TestEnter(t *testing.T) {
	t.Parallel()
	var usual int
	in(func() { usual = niceness(t) })
	want := min(usual+5, 19)
	behind := thread.Behind(t.Context())
	for name, c := range map[string]struct {
		ctx     context.Context
		lowered bool
		nice    int
	}{
		"work that somebody waits for": {t.Context(), false, usual},
		"behind the screen":            {behind, true, want},
	} {
		in(func() {
			if got := thread.Enter(c.ctx); got != c.lowered {
				t.Errorf("%s: Enter reports %v, want %v", name, got, c.lowered)
			}
			if got := niceness(t); got != c.nice {
				t.Errorf("%s: the thread is %d nice, want %d", name, got, c.nice)
			}
			in(func() { // on a thread that was begun meanwhile, perhaps
				if got := niceness(t); got != usual {
					t.Errorf("%s: another thread is %d nice, want %d", name, got, usual)
				}
			})
		})
	}
	for range 2 * runtime.GOMAXPROCS(0) { // none of a goroutine that has ended is used again
		in(func() {
			if got := niceness(t); got != usual {
				t.Errorf("a thread that came later is %d nice, want %d", got, usual)
			}
		})
	}
}
