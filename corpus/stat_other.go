//go:build !unix

package corpus

import (
	"os"
	"path/filepath"
)

// statIn gives a function that looks at the entries of an open folder, without following links.
func statIn(dir *os.File) func(name string) (stat, error) {
	return func(name string) (stat, error) {
		info, err := os.Lstat(filepath.Join(dir.Name(), name))
		if err != nil {
			return stat{}, err
		}
		return statOf(info), nil
	}
}
