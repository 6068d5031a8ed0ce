package triage

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"sync"
)

// appendLine adds a line to a file and waits until it is on disk. A torn last line, left by a crash, is ended first. What a full disk
// took of the line is cut off again. The caller holds the lock.
func appendLine(path string, line []byte) (err error) {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_APPEND|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	defer func() {
		if closing := file.Close(); err == nil {
			err = closing
		}
	}()
	info, err := file.Stat()
	if err != nil {
		return err
	}
	size := info.Size()
	if size > 0 {
		var last [1]byte
		if _, err := file.ReadAt(last[:], size-1); err != nil {
			return err
		}
		if last[0] != '\n' {
			line = append([]byte{'\n'}, line...)
		}
	}
	if _, err := file.Write(line); err != nil {
		return errors.Join(err, file.Truncate(size))
	}
	if err := file.Sync(); err != nil {
		return errors.Join(err, file.Truncate(size))
	}
	if size == 0 {
		return syncFolder(path)
	}
	return nil
}

// replaceFile puts a file with new content in the place of another, at once: whatever happens, one of the two is there, whole. The caller
// holds the lock.
func replaceFile(path string, data []byte) error {
	fresh := path + freshSuffix
	if err := writeSynced(fresh, data); err != nil {
		return errors.Join(err, os.Remove(fresh))
	}
	if err := os.Rename(fresh, path); err != nil {
		return errors.Join(err, os.Remove(fresh))
	}
	return syncFolder(path)
}

// freshSuffix is that of the file which is to take the place of another. There is one writer at a time, so the name is the same each time, and
// what a crash leaves behind is overwritten.
const freshSuffix = ".new"

// writeSynced writes a file and waits until it is on disk.
func writeSynced(path string, data []byte) (err error) {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	defer func() {
		if closing := file.Close(); err == nil {
			err = closing
		}
	}()
	if _, err := file.Write(data); err != nil {
		return err
	}
	return file.Sync()
}

// readEvents reads the events in a stretch of a file. end is behind the last whole line: what follows is still being written. torn
// counts the lines that are no events; empty lines are nothing.
func readEvents(ctx context.Context, file io.ReaderAt, from, to int64) (events []Event, end int64, torn int, err error) {
	data := make([]byte, to-from)
	n, err := file.ReadAt(data, from)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, from, 0, fmt.Errorf("read the journal: %w", err)
	}
	data = data[:bytes.LastIndexByte(data[:n], '\n')+1]
	parts := divide(string(data), runtime.GOMAXPROCS(0)) // one string, of which those of the events are pieces
	found := make([][]Event, len(parts))
	bad := make([]int, len(parts))
	var workers sync.WaitGroup
	for i, part := range parts {
		workers.Go(func() { found[i], bad[i] = decodeLines(ctx, part) })
	}
	workers.Wait()
	if err := ctx.Err(); err != nil {
		return nil, from, 0, err
	}
	for i := range parts {
		if i == 0 {
			events = found[0]
		} else {
			events = append(events, found[i]...)
		}
		torn += bad[i]
	}
	return events, from + int64(len(data)), torn, nil
}

// divide cuts lines into at most n parts of whole lines, one for what is too little to share.
func divide(data string, n int) []string {
	const least = 1 << 20
	var parts []string
	for size := max(len(data)/n+1, least); len(data) > 0; {
		part := data
		if len(data) > size {
			part = data[:size+strings.IndexByte(data[size:], '\n')+1]
		}
		parts = append(parts, part)
		data = data[len(part):]
	}
	return parts
}

func decodeLines(ctx context.Context, data string) (events []Event, torn int) {
	events = make([]Event, 0, strings.Count(data, "\n"))
	for len(data) > 0 && ctx.Err() == nil {
		line, rest, _ := strings.Cut(data, "\n")
		data = rest
		if strings.TrimSpace(line) == "" {
			continue
		}
		events = append(events, Event{})
		if err := decode(line, &events[len(events)-1]); err != nil {
			torn++
			events = events[:len(events)-1]
		}
	}
	return events, torn
}
