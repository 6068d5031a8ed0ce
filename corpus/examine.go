package corpus

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

// clockTick is more than the clock of a file system can stand still (Linux: one tick of the kernel, up to 10 ms). A file that
// was written so shortly before it was looked at may have been written again without a change of its times.
const clockTick = 20 * time.Millisecond

// examine looks at names where something has happened, takes out what has gone, and gives the files that must be read.
func (w *watch) examine(ctx context.Context, b *builder, names []string) []job {
	if slices.ContainsFunc(names, w.needsList) {
		return w.listAgain(ctx, b)
	}
	var jobs []job
	for _, name := range names {
		found, ok := w.look(ctx, b, name, true)
		if !ok {
			return w.listAgain(ctx, b)
		}
		jobs = append(jobs, found...)
	}
	for _, name := range slices.Collect(maps.Keys(w.territory.links)) { // their targets may be among the names, or anywhere
		found, ok := w.look(ctx, b, name, false)
		if !ok {
			return w.listAgain(ctx, b)
		}
		jobs = append(jobs, found...)
	}
	return jobs
}

// needsList reports whether a name is more than a file: folders, links to them, and what is an argument itself are listed anew.
func (w *watch) needsList(name string) bool {
	t := w.territory
	return name == everything || t.folders[name] != nil || t.doors[name] || t.named[name]
}

// look looks at one name in a folder. certain says that something has happened to it, whether or not it can be seen from outside.
// It reports false where everything must be listed again.
func (w *watch) look(ctx context.Context, b *builder, name string, certain bool) (jobs []job, ok bool) {
	in := w.territory.folders[filepath.Dir(name)]
	if in == nil {
		return nil, true // in the folder around a file that is an argument, or in one that has just gone
	}
	base := filepath.Base(name)
	delete(w.territory.links, name)
	path := in.path + string(filepath.Separator) + base
	st, err := statLink(path)
	if errors.Is(err, fs.ErrNotExist) {
		w.takeOut(b, in.id+base)
		w.skip(b, in.id+base, false)
		return nil, true
	}
	probe := folder{path: in.path, real: in.real, id: in.id, steady: in.steady, naming: true}
	probe.add(path, base, func(string) (stat, error) { return st, err })
	switch {
	case len(probe.linked) > 0:
		return nil, false
	case len(probe.below) > 0:
		w.takeOut(b, in.id+base)
		w.skip(b, in.id+base, false)
		return w.enterFolder(ctx, b, probe.below[0])
	}
	if len(probe.links) > 0 {
		w.territory.links[name] = true
	}
	w.skip(b, in.id+base, probe.skipped > 0)
	if probe.skipped > 0 {
		w.takeOut(b, in.id+base)
		return nil, true
	}
	found := &probe.files[0]
	if d := b.number(found); certain || w.changed(b, d, found) {
		jobs = []job{{doc: d, file: found}}
	}
	return jobs, true
}

// enterFolder reads a folder that has come. It reports false where there are links to folders, of which the whole decides whether
// they are followed.
func (w *watch) enterFolder(ctx context.Context, b *builder, top *folder) (jobs []job, ok bool) {
	t := w.territory
	if len(t.doors) > 0 {
		return nil, false
	}
	walk := walker{seen: map[string]bool{}, watched: t}
	if err := walk.readTree(ctx, top); err != nil {
		return nil, true
	}
	var files []*file
	before := len(t.skipped)
	if linked := walk.collect(top, &files); len(linked) > 0 {
		return nil, false
	}
	if more := len(t.skipped) - before; more > 0 {
		b.progress.Skipped += more
		b.dirty = true
	}
	for _, found := range files {
		jobs = append(jobs, job{doc: b.number(found), file: found})
	}
	w.warnings = append(slices.Clip(w.warnings), walk.warnings...)
	w.warn(b)
	return jobs, true
}

// takeOut takes a file out that is no longer to be read.
func (w *watch) takeOut(b *builder, name string) {
	if d, ok := b.index.find(PartID(name, 1)); ok && b.phase(d) != absent {
		b.remove(d)
	}
}

// skip notes whether a file is left out.
func (w *watch) skip(b *builder, id string, skipped bool) {
	if was := w.territory.skipped[id]; was == skipped {
		return
	}
	b.dirty = true
	if skipped {
		w.territory.skipped[id] = true
		b.progress.Skipped++
	} else {
		delete(w.territory.skipped, id)
		b.progress.Skipped--
	}
}

// number gives the number of a file.
func (b *builder) number(f *file) Doc {
	d := b.index.number(PartID(f.name, 1))
	b.grow(d)
	return d
}

// numberPart gives the number of a later part.
func (b *builder) numberPart(id string) Doc {
	d := b.index.numberPart(id)
	b.grow(d)
	return d
}

// changed reports whether a file is not as it was when it was looked at before.
func (w *watch) changed(b *builder, d Doc, found *file) bool {
	old := b.file(d)
	return b.phase(d) == absent || !found.same(old) || w.unsure(old)
}

// unsure reports whether a file may have been written again after it was looked at by the last listing.
func (w *watch) unsure(f *file) bool {
	return f.content == nil && max(f.modified, f.changed) > w.listedAt.Add(-clockTick).UnixNano()
}

// listAgain lists everything, takes out what has gone, and gives the files that must be read.
func (w *watch) listAgain(ctx context.Context, b *builder) []job {
	w.forgetMoved()
	w.refused = 0
	t := newTerritory(func(key string) {
		if err := w.notifier.add(key); err != nil && !unwatchable(err) {
			w.refused++
		}
	})
	l, err := w.arguments.again(ctx, t)
	if err != nil {
		return nil
	}
	for key := range w.territory.watched {
		if _, ok := t.watched[key]; !ok {
			_ = w.notifier.remove(key) // as above
		}
	}
	w.territory, w.warnings = t, l.warnings
	w.warn(b)
	jobs := w.compare(b, l)
	w.listedAt = l.began
	return jobs
}

// warn tells what could not be listed, and what is not watched.
func (w *watch) warn(b *builder) {
	warnings := w.warnings
	if w.refused > 0 {
		warnings = append(slices.Clip(warnings),
			fmt.Sprintf("Folders in which changes are not seen: %d. The system watches no more.", w.refused))
	}
	b.warn(warnings)
}

// forgetMoved stops watching folders that are no longer where they were. The system watches folders and not names: fsnotify would
// go on to tell of such a folder by its old name, also where it is asked for by the new one.
func (w *watch) forgetMoved() {
	for key, before := range w.territory.watched {
		if now, err := os.Lstat(key); err != nil || !os.SameFile(before, now) {
			_ = w.notifier.remove(key) // mostly it has gone with its folder
		}
	}
}

// compare takes out what a new listing does not have, and gives the files that must be read.
func (w *watch) compare(b *builder, l listing) (jobs []job) {
	here := make([]bool, b.docs)
	for _, found := range l.files {
		d := b.number(found)
		if int(d) < len(here) {
			here[d] = true
		}
		if w.changed(b, d, found) {
			kept := *found // without the memory of the whole listing
			kept.name, kept.path = strings.Clone(found.name), strings.Clone(found.path)
			jobs = append(jobs, job{doc: d, file: &kept})
		}
	}
	for d, found := range here {
		if s, i := b.segments[d/segmentSize], d%segmentSize; !found && s.isMain(Doc(i)) && s.states[i].phase != absent {
			b.remove(Doc(d))
		}
	}
	skipped := len(w.territory.skipped)
	for d := range b.docs {
		skipped += isDropped(b.phase(d))
	}
	b.dirty = b.dirty || skipped != b.progress.Skipped
	b.progress.Skipped = skipped
	return jobs
}

// unwatchable reports whether a folder cannot be watched for a reason of its own: it has gone, or is closed.
func unwatchable(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.ENOTDIR)
}
