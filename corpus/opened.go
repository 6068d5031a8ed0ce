package corpus

import (
	"errors"
	"io"
	"io/fs"
)

// openedFile is a file that is open for reading: one on the disk, or of a file system.
type openedFile interface {
	io.Reader
	close()
}

// open opens a file for reading, and looks at it.
func (r *reader) open(f *file) (opened openedFile, info stat, err error) {
	if r.fsys != nil {
		return openFS(r.fsys, f.path)
	}
	disk, err := openFile(f.path)
	if err != nil {
		return nil, stat{}, err
	}
	if info, err = disk.stat(); err != nil {
		disk.close()
		return nil, stat{}, err
	}
	return disk, info, nil
}

// fsFile is a file of a file system.
type fsFile struct{ fs.File }

func (f fsFile) close() { _ = f.Close() } // nothing was written

func openFS(fsys fs.FS, path string) (openedFile, stat, error) {
	opened, err := fsys.Open(path)
	if err != nil {
		return nil, stat{}, err
	}
	info, err := opened.Stat()
	if err != nil {
		fsFile{opened}.close()
		return nil, stat{}, err
	}
	return fsFile{opened}, stat{mode: info.Mode().Type(), size: info.Size(), modified: info.ModTime().UnixNano()}, nil
}

// readFull reads until the buffer is full or the file ends.
func readFull(from io.Reader, buffer []byte) ([]byte, error) {
	n := 0
	for n < len(buffer) {
		m, err := from.Read(buffer[n:])
		n += m
		if errors.Is(err, io.EOF) || err == nil && m == 0 {
			break
		}
		if err != nil {
			return nil, err
		}
	}
	return buffer[:n], nil
}
