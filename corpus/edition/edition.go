// Package edition is the articles built into the binary.
//
// They were written for this program, so that it has something true to show before it is given a folder, and so that
// what real pages do to a reader (two month names, captions printed twice, hard-wrapped lines, related stories) is there
// to be seen. The package's test names each of these things and the article that shows it.
package edition

import (
	"embed"
	"io/fs"
)

//go:embed *.txt
var files embed.FS

// FS gives the articles: one flat folder of UTF-8 text files, whose names are their ids.
func FS() fs.FS { return files }
