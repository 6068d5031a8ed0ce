// Package thread lets work that nobody waits for go on behind what paints the screen.
package thread

import "context"

type behind struct{}

// Behind gives a context for work behind the screen: see Enter.
func Behind(ctx context.Context) context.Context { return context.WithValue(ctx, behind{}, true) }

// Enter is called by each goroutine that has a share in the work of a context, before it begins, and by none that goes on with other work when that
// is done. If it is work behind the screen, the goroutine has a thread of its own until it ends, which the system lets go after all others of the
// program: a key then waits for no worker, however many there are. It reports whether that is so. On other systems than Linux, where threads
// have no such rank, it does nothing.
func Enter(ctx context.Context) (lowered bool) { return ctx.Value(behind{}) != nil && lower() }
