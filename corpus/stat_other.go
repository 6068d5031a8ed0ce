//go:build !unix

package corpus

import (
	"io/fs"
	"os"
	"path/filepath"
)

// statIn gives a function that looks at the entries of an open folder, without following links.
func statIn(dir *os.File) func(name string) (stat, error) {
	return func(name string) (stat, error) { return statLink(filepath.Join(dir.Name(), name)) }
}

// statLink looks at a file, without following links.
func statLink(path string) (stat, error) { return statOf(os.Lstat(path)) }

// statFile looks at a file, or at what a link leads to.
func statFile(path string) (stat, error) { return statOf(os.Stat(path)) }

func statOf(info fs.FileInfo, err error) (stat, error) {
	if err != nil {
		return stat{}, err
	}
	return stat{mode: info.Mode().Type(), size: info.Size(), modified: info.ModTime().UnixNano()}, nil
}
