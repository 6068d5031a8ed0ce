//go:build !linux

package thread

func lower() bool { return false }
