//go:build unix

package corpus

import (
	"io/fs"
	"os"

	"golang.org/x/sys/unix"
)

// statIn gives a function that looks at the entries of an open folder, without following links. It asks relative to the
// folder: the kernel then resolves one name instead of the whole path, which is half of the cost for 100,000 files.
func statIn(dir *os.File) func(name string) (stat, error) {
	fd := int(dir.Fd())
	return func(name string) (stat, error) { return statAt(fd, name, unix.AT_SYMLINK_NOFOLLOW) }
}

// statLink looks at a file, without following links.
func statLink(path string) (stat, error) {
	return statAt(unix.AT_FDCWD, path, unix.AT_SYMLINK_NOFOLLOW)
}

// statFile looks at a file, or at what a link leads to.
func statFile(path string) (stat, error) { return statAt(unix.AT_FDCWD, path, 0) }

func statAt(fd int, name string, flags int) (stat, error) {
	var st unix.Stat_t
	if _, err := again(func() (int, error) { return 0, unix.Fstatat(fd, name, &st, flags) }); err != nil {
		return stat{}, &fs.PathError{Op: "stat", Path: name, Err: err}
	}
	return statOf(&st), nil
}

func statOf(st *unix.Stat_t) stat {
	return stat{
		mode: typeOf(uint32(st.Mode)), size: st.Size, //nolint:unconvert // half as wide on other systems
		modified: st.Mtim.Nano(), changed: st.Ctim.Nano(),
		inode: uint64(st.Ino), //nolint:unconvert // the same
	}
}

// typeOf gives the type of a file from the kernel's mode.
func typeOf(mode uint32) fs.FileMode {
	switch mode & unix.S_IFMT {
	case unix.S_IFREG:
		return 0
	case unix.S_IFDIR:
		return fs.ModeDir
	case unix.S_IFLNK:
		return fs.ModeSymlink
	case unix.S_IFIFO:
		return fs.ModeNamedPipe
	case unix.S_IFSOCK:
		return fs.ModeSocket
	case unix.S_IFCHR:
		return fs.ModeDevice | fs.ModeCharDevice
	case unix.S_IFBLK:
		return fs.ModeDevice
	}
	return fs.ModeIrregular
}
