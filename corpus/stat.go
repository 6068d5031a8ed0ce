package corpus

import "io/fs"

// stat is what listing needs to know of a file.
type stat struct {
	mode     fs.FileMode // its type
	size     int64
	modified int64 // nanoseconds
	changed  int64 // nanoseconds: when anything about it last changed, its rights too; 0 where the system does not say
	inode    uint64
}

// is reports whether it is what a file was when it was listed.
func (s *stat) is(f *file) bool {
	return s.mode.IsRegular() && s.size == f.size && s.modified == f.modified && s.changed == f.changed &&
		(f.inode == 0 || s.inode == f.inode)
}
