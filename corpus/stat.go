package corpus

import "io/fs"

// stat is what listing needs to know of a file.
type stat struct {
	mode     fs.FileMode // its type
	size     int64
	modified int64 // nanoseconds
}

func statOf(info fs.FileInfo) stat {
	return stat{mode: info.Mode().Type(), size: info.Size(), modified: info.ModTime().UnixNano()}
}
