//go:build unix

package corpus

import (
	"errors"

	"golang.org/x/sys/unix"
)

// diskFile is a file that is open for reading: without what os.File knows beside its number, as 100,000 are opened one after the other. It must
// be closed.
type diskFile int

// openFile opens a file. It never waits: a pipe that took the place of a file is opened without its writer.
func openFile(path string) (diskFile, error) {
	fd, err := again(func() (int, error) { return unix.Open(path, unix.O_RDONLY|unix.O_NONBLOCK|unix.O_CLOEXEC, 0) })
	return diskFile(fd), err
}

// stat looks at the file.
func (f diskFile) stat() (stat, error) {
	var st unix.Stat_t
	_, err := again(func() (int, error) { return 0, unix.Fstat(int(f), &st) })
	return statOf(&st), err
}

// Read is that of io.Reader, but for the end: it gives no bytes and no error there.
func (f diskFile) Read(b []byte) (int, error) {
	n, err := again(func() (int, error) { return unix.Read(int(f), b) })
	return max(n, 0), err
}

func (f diskFile) close() { _ = unix.Close(int(f)) } // nothing was written

// again calls what a signal may interrupt.
func again(call func() (int, error)) (n int, err error) {
	for {
		if n, err = call(); err == nil || !errors.Is(err, unix.EINTR) {
			return n, err
		}
	}
}
