package triage

import (
	"errors"
	"os"
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
