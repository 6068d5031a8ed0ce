package corpus

import (
	"bytes"
	"cmp"
	"context"
	"iter"
	"os"
	"slices"
	"strings"
	"time"

	"jarida/corpus/flat"
)

// A folder has the names that it had as long as its own times are what they were: where a name comes or goes they change. Asking the system for the
// names takes a fifth of the time of looking at what they name, so they are kept beside the list. What they name is looked at all the same.

// keptFolders are the names in some folders.
type keptFolders struct {
	folders []keptFolder // in the order of compare
	names   []byte       // of each, a zero behind every name
}

// keptFolder is how a folder looked, and where its names end.
type keptFolder struct {
	folderLook
	NamesEnd uint32
	_        uint32
}

// folderLook names a folder, whatever it is called, and says when it last changed. The zero folderLook is that of none.
type folderLook struct {
	Device, Inode     uint64
	Modified, Changed int64 // nanoseconds
}

const foldersSection = "folders"

// compare orders folders by who they are.
func (l *folderLook) compare(o *folderLook) int {
	return cmp.Or(cmp.Compare(l.Device, o.Device), cmp.Compare(l.Inode, o.Inode))
}

// openFolders reads what pieces has given; false where it is damaged.
func openFolders(data []byte) (k *keptFolders, ok bool) {
	r := flat.Read(data)
	k = &keptFolders{flat.Take[keptFolder](r), flat.Take[byte](r)}
	end := uint32(0)
	for i := range k.folders {
		if k.folders[i].NamesEnd < end {
			return nil, false
		}
		end = k.folders[i].NamesEnd
	}
	return k, r.OK() && int64(end) == int64(len(k.names)) && bytes.IndexByte(k.names, os.PathSeparator) < 0
}

func (k *keptFolders) pieces() iter.Seq[[]byte] {
	var w flat.Writer
	flat.Put(&w, k.folders)
	flat.Put(&w, k.names)
	return w.Pieces()
}

// in gives the names in a folder that looks so; false where they are not known, or may be others by now.
func (k *keptFolders) in(look folderLook) (names []string, ok bool) {
	if k == nil {
		return nil, false
	}
	i, ok := slices.BinarySearchFunc(k.folders, look, func(f keptFolder, l folderLook) int { return f.compare(&l) })
	if !ok || k.folders[i].folderLook != look {
		return nil, false
	}
	first := uint32(0)
	if i > 0 {
		first = k.folders[i-1].NamesEnd
	}
	all := k.names[first:k.folders[i].NamesEnd]
	names = make([]string, 0, bytes.Count(all, []byte{0}))
	for rest := flat.String(all); rest != ""; {
		var name string
		if name, rest, ok = strings.Cut(rest, "\x00"); !ok || name == "" {
			return nil, false
		}
		names = append(names, name)
	}
	return names, true
}

// foldersOf reads the names in the folders that the files of a snapshot are in. Those of a folder that has just changed are left out.
func foldersOf(ctx context.Context, s *Snapshot, listedAt time.Time) *keptFolders {
	k := new(keptFolders)
	if !s.onDisk {
		return k
	}
	type folder struct {
		folderLook
		names []string
	}
	var folders []folder
	for path := range s.folderPaths() {
		look, names, ok := readSettled(path, listedAt)
		if ok && ctx.Err() == nil {
			folders = append(folders, folder{look, names})
		}
	}
	slices.SortFunc(folders, func(a, b folder) int { return a.compare(&b.folderLook) })
	folders = slices.CompactFunc(folders, func(a, b folder) bool { return a.compare(&b.folderLook) == 0 }) // by several links
	for _, f := range folders {
		for _, name := range f.names {
			k.names = append(append(k.names, name...), 0)
		}
		k.folders = append(k.folders, keptFolder{folderLook: f.folderLook, NamesEnd: uint32(len(k.names))})
	}
	return k
}

// folderPaths gives the paths of the folders that were read, and in which there are files.
func (s *Snapshot) folderPaths() map[string]struct{} {
	paths := map[string]struct{}{}
	for i := range s.Len() {
		f := s.file(s.DocAt(i))
		if at := strings.LastIndexByte(f.path, os.PathSeparator); at > 0 && !f.named {
			paths[f.path[:at]] = struct{}{}
		}
	}
	return paths
}

// readSettled reads the names in a folder, if it had rested when a listing began, and does not change meanwhile.
func readSettled(path string, listedAt time.Time) (look folderLook, names []string, ok bool) {
	dir, err := os.Open(path)
	if err != nil {
		return look, nil, false
	}
	defer dir.Close() //nolint:errcheck // nothing was written
	if look, ok = lookAtFolder(dir); !ok || max(look.Modified, look.Changed) >= listedAt.Add(-unsettled).UnixNano() {
		return look, nil, false
	}
	names, err = dir.Readdirnames(-1)
	now, ok := lookAtFolder(dir)
	return look, names, ok && err == nil && now == look
}
