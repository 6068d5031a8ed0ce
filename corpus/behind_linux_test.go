package corpus

import (
	"syscall"
	"testing"

	"jarida/corpus/thread"
)

// TestReadBehindGoesLast holds what keeps keys from waiting for workers: where somebody looks at a corpus these have threads that are nicer than others.
func TestReadBehindGoesLast(t *testing.T) {
	t.Parallel()
	raw := func(_ int, _ Doc) int { // 20 less how nice the thread is
		n, err := syscall.Getpriority(syscall.PRIO_PROCESS, 0)
		if err != nil {
			t.Errorf("getpriority: %v", err)
		}
		return n
	}
	usual := <-readBehind(t.Context(), &Corpus{}, []int{0}, []Doc{0}, raw)
	lowered := <-readBehind(thread.Behind(t.Context()), &Corpus{watched: true}, []int{0}, []Doc{0}, raw)
	if usual[0] > 1 && lowered[0] >= usual[0] { // 1 is as nice as can be
		t.Errorf("a worker behind the screen has rank %d, one that somebody waits for %d", lowered[0], usual[0])
	}
}
