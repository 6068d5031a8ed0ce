//go:build !unix

package corpus

import (
	"io/fs"
	"os"
)

// statIn gives a function that looks at the entries of an open folder, without following links.
func statIn(*os.File) func(fs.DirEntry) (stat, error) {
	return func(e fs.DirEntry) (stat, error) {
		info, err := e.Info()
		if err != nil {
			return stat{}, err
		}
		return statOf(info), nil
	}
}
