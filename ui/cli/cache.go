package cli

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"

	"jarida/corpus/cache"
)

// cache gives where the program keeps what is expensive to compute. Nothing is made before there is something to keep, and where it
// cannot be, everything is computed each time.
func (p *program) cache() *cache.Store {
	return cache.New(filepath.Join(xdg.CacheHome, "jarida"), identity(), 0)
}

// identity names this very program: another one may read articles in another way, whatever version it says it is.
func identity() string {
	name := version()
	path, err := os.Executable()
	if err != nil {
		return name
	}
	info, err := os.Stat(path)
	if err != nil {
		return name
	}
	return fmt.Sprintf("%s %d %d", name, info.Size(), info.ModTime().UnixNano())
}
