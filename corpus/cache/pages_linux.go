package cache

import (
	"os"
	"unsafe"

	"golang.org/x/sys/unix"
)

// inLargePages asks the system to give memory that has not been touched in large pages (2 MiB). Touching a hundred megabytes for the first time
// is otherwise what reading them takes longest for.
func inLargePages(data []byte) {
	const large = 2 << 20
	if len(data) < 2*large {
		return
	}
	page := uintptr(os.Getpagesize())
	skip := -uintptr(unsafe.Pointer(unsafe.SliceData(data))) % page //nolint:gosec // it is only asked where it is
	data = data[skip:]
	_ = unix.Madvise(data[:uintptr(len(data))/page*page], unix.MADV_HUGEPAGE) // a system that has none goes on with small ones
}
