package ui

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"testing"
	"time"
)

const (
	// soakTime is how long the soak is in every run of the tests; JARIDA_SOAK says another time.
	soakTime = 3 * time.Second
	// soakSittings is how often the memory is measured. Behind the first time, which warms up, the reader is closed; then it stays open.
	soakSittings = 5
	// soakGrowth is by which part the living heap may grow from the second sitting to the last, and soakGrowthLeast by how many bytes:
	// the articles change, and the state of the screen differs.
	soakGrowth, soakGrowthLeast = 10, 16 << 20
	// soakTimers is how many commands may be left of readers that have been closed: timers that have not run out, the longest of them after
	// half a minute.
	soakTimers = 40
)

// TestSoak presses random keys for a while, with files changing underneath and another program deciding about the same articles. Every
// frame has the size of the screen, nothing of the articles reaches the terminal as a control, and when the keys rest neither the
// memory nor the goroutines have grown.
//
// JARIDA_SOAK is how long, JARIDA_SOAK_FOLDER a folder of which 3000 articles are copied and read, JARIDA_SOAK_SEED gives the same keys,
// JARIDA_SOAK_PROFILES a folder for a profile of the heap behind each sitting.
func TestSoak(t *testing.T) {
	long, seed := soakTime, uint64(time.Now().UnixNano())
	if wish := os.Getenv("JARIDA_SOAK"); wish != "" {
		var err error
		if long, err = time.ParseDuration(wish); err != nil {
			t.Fatal("JARIDA_SOAK: ", err)
		}
	}
	if wish := os.Getenv("JARIDA_SOAK_SEED"); wish != "" {
		if _, err := fmt.Sscan(wish, &seed); err != nil {
			t.Fatal("JARIDA_SOAK_SEED: ", err)
		}
	}
	t.Logf("%v, JARIDA_SOAK_SEED=%d", long, seed)
	t.Chdir(t.TempDir()) // where exported files come that are named without a folder
	s := &soak{
		T: t, rng: rand.New(rand.NewPCG(seed, 1)), folder: newSoakFolder(t, seed, os.Getenv("JARIDA_SOAK_FOLDER")),
		state: t.TempDir(), cache: t.TempDir(), home: t.TempDir(), kinds: make(map[string]int),
	}
	goroutines := runtime.NumGoroutine()
	for i := range soakSittings {
		s.sit(long / soakSittings)
		s.rest()
		s.measure()
		if i == 0 || i == soakSittings-1 {
			s.leave()
			s.checkGoroutines(goroutines)
		}
	}
	t.Logf("%d readers, %d messages of the terminal, %d of commands, %d frames, %d changes of files, %d acts of another program",
		s.readers, s.pressed, s.brought, s.frames, s.folder.changes, s.folder.acts)
	t.Log("of commands: ", s.kinds)
	if s.pressed < soakSittings || s.frames < soakSittings {
		t.Fatal("nothing was pressed")
	}
	first, last := s.heap[1], s.heap[len(s.heap)-1]
	if last > first+max(first/soakGrowth, soakGrowthLeast) {
		t.Errorf("the living heap grows: %d bytes", s.heap)
	}
}

// profile writes a profile of the heap.
func (s *soak) profile(path string) {
	f, err := os.Create(path)
	if err != nil {
		s.Fatal(err)
	}
	if err := errors.Join(pprof.Lookup("heap").WriteTo(f, 0), f.Close()); err != nil {
		s.Fatal(err)
	}
}

// measure notes the living heap of an open reader that rests.
func (s *soak) measure() {
	runtime.GC()
	runtime.GC() // what the first found to be finalized
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	s.heap = append(s.heap, stats.HeapAlloc)
	if folder := os.Getenv("JARIDA_SOAK_PROFILES"); folder != "" {
		s.profile(filepath.Join(folder, fmt.Sprintf("heap%d", len(s.heap))))
	}
	s.Logf("heap %.1f MB, stacks %.1f MB, %d goroutines, %d of them commands; %d articles in %.1f MB; %d readers, %d keys so far", float64(stats.HeapAlloc)/1e6,
		float64(stats.StackInuse)/1e6, runtime.NumGoroutine(), s.running.Load(), s.corpus.Snapshot().Len(), float64(s.folder.size())/1e6, s.readers, s.pressed)
}

// checkGoroutines holds that nothing is left of readers that have been closed but timers that have not run out.
func (s *soak) checkGoroutines(before int) {
	s.Helper()
	var now, commands int
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		commands, now = int(s.running.Load()), runtime.NumGoroutine()
		if now-commands <= before && commands <= soakTimers {
			return
		}
	}
	stacks := make([]byte, 1<<20)
	s.Fatalf("%d goroutines, %d of them commands, %d before\n%s", now, commands, before, stacks[:runtime.Stack(stacks, true)])
}
