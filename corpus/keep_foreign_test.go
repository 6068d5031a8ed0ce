package corpus

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"jarida/corpus/cache"
)

// TestForeignCache holds that no number within what was kept brings a process down where its checksum is right, as that of another program's is.
func TestForeignCache(t *testing.T) {
	t.Parallel()
	store, dir := cache.New(t.TempDir(), "1", 0), t.TempDir()
	random := rand.New(rand.NewPCG(8, 5))
	for i := range 8 {
		report := reportOf(rand.New(rand.NewPCG(uint64(i/2), 5))) // each is there twice
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.txt", i)), []byte(report), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	c := found(t, store, Options{}, dir)
	if err := c.Keep(t.Context()); err != nil {
		t.Fatal(err)
	}
	c.Close()
	for _, k := range []kind{listKind, textKind, entitiesKind, storiesKind, datesKind} {
		whole, ok := store.Load(t.Context(), string(k), dir)
		if !ok {
			t.Fatalf("%s: nothing is kept", k)
		}
		for _, name := range slices.Sorted(maps.Keys(whole)) {
			for range 4 {
				other := maps.Clone(whole)
				other[name] = withOtherNumber(random, whole[name])
				keepSections(t, store, other, string(k), dir)
				c := found(t, store, Options{Lazy: true}, dir)
				_, _ = foundIn(t, c), everythingOf(t, c)
				c.Close()
			}
		}
		keepSections(t, store, whole, string(k), dir)
	}
}

// withOtherNumber gives bytes with another number somewhere.
func withOtherNumber(random *rand.Rand, data []byte) []byte {
	data = bytes.Clone(data)
	if len(data) < 8 {
		return data
	}
	at := random.IntN(len(data)-7) &^ 3
	n := binary.LittleEndian.Uint32(data[at:])
	others := []uint32{0, 1, n + 1, n - 1, n ^ 1<<random.IntN(32), 1<<31 - 1, 1 << 31, 1<<32 - 1}
	binary.LittleEndian.PutUint32(data[at:], others[random.IntN(len(others))])
	return data
}

func keepSections(t *testing.T, store *cache.Store, of cache.Sections, name ...string) {
	t.Helper()
	write := func(w *cache.Writer) error {
		for name, data := range of {
			if err := w.Section(name, data); err != nil {
				return err
			}
		}
		return nil
	}
	if err := store.Save(t.Context(), write, name...); err != nil {
		t.Fatal(err)
	}
}
