package corpus

import (
	"os"

	"golang.org/x/sys/unix"
)

// lookAtFolder tells which folder is open, and when it last changed; ok is false where that does not tell of each name that comes or goes: on file
// systems that others have, too, or that make times up.
func lookAtFolder(dir *os.File) (look folderLook, ok bool) {
	var on unix.Statfs_t
	var st unix.Stat_t
	fd := int(dir.Fd())
	for _, call := range []func() error{func() error { return unix.Fstatfs(fd, &on) }, func() error { return unix.Fstat(fd, &st) }} {
		if _, err := again(func() (int, error) { return 0, call() }); err != nil {
			return look, false
		}
	}
	switch int64(on.Type) { //nolint:unconvert // half as wide on other machines
	case unix.EXT4_SUPER_MAGIC, unix.XFS_SUPER_MAGIC, unix.BTRFS_SUPER_MAGIC, unix.F2FS_SUPER_MAGIC, unix.TMPFS_MAGIC:
		return folderLook{uint64(st.Dev), uint64(st.Ino), st.Mtim.Nano(), st.Ctim.Nano()}, true //nolint:unconvert // the same
	}
	return look, false
}
