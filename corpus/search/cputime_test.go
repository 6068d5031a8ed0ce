//go:build unix

package search

import (
	"syscall"
	"time"
)

// processorTime gives how long the processors have worked for this program.
func processorTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
