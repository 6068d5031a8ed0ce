package thread

import (
	"runtime"
	"syscall"
)

const (
	// steps is how much nicer than others a thread is that has been lowered: it has a third of the time of another that has as much to do, so that
	// whoever sleeps most of the time goes first, and a program beside this one does not stop the work.
	steps = 5
	// nicest is the most that a thread can be.
	nicest = 19
	// offset is what getpriority(2) gives for a thread that is neither nicer than others nor less so: it must not give numbers below 0, which are errors.
	offset = 20
)

// lower makes the thread of a goroutine nicer. On Linux each thread is as nice as itself alone, though it inherits that. The goroutine keeps it, as
// none can be made less nice again; with the goroutine it ends. Others are not begun from it: see runtime.LockOSThread.
func lower() bool {
	runtime.LockOSThread()
	now, err := syscall.Getpriority(syscall.PRIO_PROCESS, 0)
	if err == nil {
		err = syscall.Setpriority(syscall.PRIO_PROCESS, 0, min(offset-now+steps, nicest))
	}
	if err != nil {
		runtime.UnlockOSThread()
	}
	return err == nil
}
