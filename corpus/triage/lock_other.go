//go:build !unix

package triage

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"time"
)

// lock takes the lock of a journal, waiting for the process that has it: the file exists as long as somebody holds it. A lock that is
// older than any append can take belongs to a process that died.
func lock(ctx context.Context, path string) (unlock func(), err error) {
	const pause, stale = 5 * time.Millisecond, 10 * time.Second
	for {
		file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
		if err == nil {
			return func() {
				_ = file.Close()
				_ = os.Remove(path)
			}, nil
		}
		if !errors.Is(err, fs.ErrExist) && !errors.Is(err, fs.ErrPermission) {
			return nil, err
		}
		if info, err := os.Stat(path); err == nil && time.Since(info.ModTime()) > stale {
			_ = os.Remove(path)
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(pause):
		}
	}
}

// syncFolder does nothing: these systems keep names in order by themselves.
func syncFolder(string) error { return nil }
