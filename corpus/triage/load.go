package triage

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"
)

// blockSize is how much of the journal is read at once: enough for some thousand lines, little enough for the caches of the processor.
const blockSize = 1 << 20

// block is a stretch of whole lines and what was found in it.
type block struct {
	data   []byte
	offset int64 // of data in the file
	events []found
	torn   int
	done   chan struct{} // closed when it has been searched
}

// search finds the events of the block. Lines without anything are nothing.
func (b *block) search() {
	for rest, at := b.data, b.offset; len(rest) > 0; {
		line, tail, _ := bytes.Cut(rest, []byte{'\n'})
		offset := at
		at, rest = at+int64(len(line))+1, tail
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		if n := len(b.events); n < cap(b.events) {
			b.events = b.events[:n+1] // with the memory of its mentions
		} else {
			b.events = append(b.events, found{})
		}
		f := &b.events[len(b.events)-1]
		if f.find(line) != nil {
			b.torn++
			b.events = b.events[:len(b.events)-1]
			continue
		}
		f.offset, f.size = offset, int32(len(line))
	}
}

// load tells the history that a file holds from one place to another. end is behind the last whole line: what follows is still being
// written. Lines are searched on all cores, and told in their order meanwhile.
func load(ctx context.Context, file io.ReaderAt, to int64) (h *history, end int64, err error) {
	h = newHistory()
	workers := runtime.GOMAXPROCS(0)
	todo, order := make(chan *block, workers), make(chan *block, 2*workers)
	spare := make(chan *block, cap(order)+workers+1)
	var running sync.WaitGroup
	for range workers {
		running.Go(func() {
			for b := range todo {
				b.search()
				close(b.done)
			}
		})
	}
	running.Go(func() {
		defer close(order)
		defer close(todo)
		end, err = cut(ctx, file, to, spare, func(b *block) {
			order <- b
			todo <- b
		})
	})
	for b := range order {
		<-b.done
		if h.entries == nil {
			h.expect(int(to/int64(len(b.data)+1)+1) * len(b.events))
		}
		h.take(b)
		spare <- b
	}
	running.Wait()
	if err != nil {
		return nil, 0, err
	}
	h.arrange()
	return h, end, nil
}

// cut reads a file in blocks of whole lines, in memory of spare ones where there are any, and gives them. end is behind the last line.
func cut(ctx context.Context, file io.ReaderAt, to int64, spare <-chan *block, give func(*block)) (end int64, err error) {
	var carry []byte // the beginning of a line
	for at := int64(0); at < to; {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		b := new(block)
		select {
		case b = <-spare:
		default:
		}
		n := len(carry)
		size := n + int(min(blockSize, to-at))
		if cap(b.data) < size {
			b.data = make([]byte, size+size/8)
		}
		b.data = b.data[:size]
		copy(b.data, carry)
		read, err := file.ReadAt(b.data[n:], at)
		if err != nil && !errors.Is(err, io.EOF) {
			return 0, fmt.Errorf("read the journal: %w", err)
		}
		if read == 0 {
			break // it was cut meanwhile
		}
		at += int64(read)
		whole := bytes.LastIndexByte(b.data[:n+read], '\n') + 1
		carry = bytes.Clone(b.data[whole : n+read])
		if whole == 0 {
			continue
		}
		b.data, b.offset, b.events, b.torn, b.done = b.data[:whole], end, b.events[:0], 0, make(chan struct{})
		end += int64(whole)
		give(b)
	}
	return end, nil
}

// readBlock reads what was added to a file, which is little, as one block. Its data ends with the last whole line.
func readBlock(file io.ReaderAt, from, to int64) (*block, error) {
	b := &block{data: make([]byte, to-from), offset: from}
	n, err := file.ReadAt(b.data, from)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("read the journal: %w", err)
	}
	b.data = b.data[:bytes.LastIndexByte(b.data[:n], '\n')+1]
	b.search()
	return b, nil
}
