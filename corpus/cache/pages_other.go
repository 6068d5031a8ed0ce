//go:build !linux

package cache

// inLargePages does nothing: this system gives large pages by itself, or none.
func inLargePages([]byte) {}
