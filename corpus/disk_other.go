//go:build !unix

package corpus

import (
	"errors"
	"io"
	"os"
)

// diskFile is a file that is open for reading. It must be closed.
type diskFile struct{ file *os.File }

// openFile opens a file.
func openFile(path string) (diskFile, error) {
	f, err := os.Open(path)
	return diskFile{f}, err
}

// stat looks at the file.
func (f diskFile) stat() (stat, error) { return statOf(f.file.Stat()) }

// Read is that of io.Reader, but for the end: it gives no bytes and no error there.
func (f diskFile) Read(b []byte) (int, error) {
	n, err := f.file.Read(b)
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return n, err
}

func (f diskFile) close() { _ = f.file.Close() } // nothing was written
