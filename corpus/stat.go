package corpus

import "io/fs"

// stat is what listing needs to know of a file.
type stat struct {
	mode     fs.FileMode // its type
	size     int64
	modified int64 // nanoseconds
	changed  int64 // nanoseconds: when anything about it last changed, its rights too; 0 where the system does not say
}
