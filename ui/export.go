package ui

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
	"jarida/corpus/export"
)

// exportedMsg says what became of an export.
type exportedMsg struct {
	path     string
	articles int
	err      error
}

// runExport writes the articles of the list to a file: args are the format, and the name of the file with its blanks taken apart.
func (m *Model) runExport(args []string) tea.Cmd {
	if m.options.Restricted {
		m.notice = m.words.Restricted
		return nil
	}
	if len(args) < 2 {
		m.notice = m.words.ExportUsage + " " + isolated("export "+strings.Join(export.Formats(), "|")+" FILE")
		return nil
	}
	format, err := export.ParseFormat(args[0])
	if err != nil {
		m.notice = m.words.NotExported + " " + m.words.Report(err.Error())
		return nil
	}
	path := strings.Join(args[1:], " ")
	if rest, ok := strings.CutPrefix(path, "~/"); ok && m.options.Home != "" {
		path = filepath.Join(m.options.Home, rest)
	}
	docs := m.exportDocs()
	if len(docs) == 0 {
		m.notice = m.words.NothingToExport
		return nil
	}
	m.notice = fmt.Sprintf("%s %d", m.words.Exporting, len(docs))
	ctx, c, snap, folders, decided := m.ctx, m.corpus, m.newest, m.options.Folders, m.states
	return func() tea.Msg {
		if err := outsideOf(snap, folders, path); err != nil {
			return exportedMsg{path, 0, err}
		}
		e := exporter{corpus: c, snap: snap, decided: decided}
		if finder, ok := c.(interface {
			ExportedFound(ctx context.Context, d corpus.Document) (export.Found, error)
		}); ok && format == export.Bulk {
			e.found = finder.ExportedFound
		}
		n, err := exportFile(ctx, e, docs, format, path)
		return exportedMsg{path, n, err}
	}
}

// exportDocs gives the articles that an export is of, in the order of the list: the ticked ones, else all.
func (m *Model) exportDocs() []corpus.Doc {
	docs := make([]corpus.Doc, 0, m.list.count())
	for d := range m.list.articles {
		if m.ticks.Len() == 0 || m.ticks.Has(int32(d)) {
			docs = append(docs, d)
		}
	}
	return docs
}

// errArticleFolder says that an export would be taken for an article, and change what is only read.
var errArticleFolder = errors.New("the file would lie among the articles")

// exporter is where the articles of an export come from, and what was decided about them.
type exporter struct {
	corpus  source
	snap    *corpus.Snapshot
	decided states
	found   func(context.Context, corpus.Document) (export.Found, error) // nil where the format has nothing of what is found
}

// exportFile writes articles to a new file. What was written is taken away again where not all could be. It gives how many were written: what
// cannot be read is left out.
func exportFile(ctx context.Context, from exporter, docs []corpus.Doc, f export.Format, path string) (n int, err error) {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		if reason, ok := errors.AsType[*fs.PathError](err); ok {
			err = reason.Err // the name stands before it
		}
		return 0, err
	}
	out := bufio.NewWriter(file)
	n, err = from.write(ctx, docs, export.NewWriter(out, f))
	err = errors.Join(err, out.Flush(), file.Sync(), file.Close())
	if err != nil {
		return 0, errors.Join(err, os.Remove(path))
	}
	return n, nil
}

// write writes articles, and gives how many.
func (e *exporter) write(ctx context.Context, docs []corpus.Doc, w *export.Writer) (n int, err error) {
	for _, doc := range docs {
		if e.snap.Index(doc) < 0 {
			continue
		}
		d, err := e.corpus.Load(ctx, doc)
		switch {
		case ctx.Err() != nil:
			return n, ctx.Err()
		case err != nil:
			continue
		}
		a := corpus.Exported(d, e.decided.of(doc).Words())
		if e.found != nil {
			if a.Found, err = e.found(ctx, d); err != nil {
				return n, err
			}
		}
		if err := w.Write(&a); err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}

// outsideOf checks that a file would lie neither below a folder that is open nor beside an article, shown or not.
func outsideOf(s *corpus.Snapshot, folders []string, path string) error {
	folder, err := realFolder(path)
	if err != nil {
		return err
	}
	for _, open := range folders {
		if above, err := realFolder(filepath.Join(open, "x")); err == nil && within(folder, above) {
			return errArticleFolder
		}
	}
	checked := map[string]bool{}
	for i := range s.Len() {
		file, ok := s.File(s.DocAt(i))
		if !ok || checked[filepath.Dir(file)] {
			continue
		}
		checked[filepath.Dir(file)] = true
		if of, err := realFolder(file); err == nil && of == folder {
			return errArticleFolder
		}
	}
	return nil
}

// within reports whether a folder is another one, or lies below it.
func within(folder, other string) bool {
	rel, err := filepath.Rel(other, folder)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// realFolder gives the folder of a file, links followed.
func realFolder(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	folder, err := filepath.EvalSymlinks(filepath.Dir(abs))
	if err != nil {
		return "", errors.New("there is no such folder")
	}
	return folder, nil
}

// exportDone says what became of an export.
func (m *Model) exportDone(msg exportedMsg) {
	name := isolated(oneLine(strings.Map(printable, msg.path)))
	if msg.err != nil {
		m.notice = fmt.Sprintf("%s %s: %s", m.words.NotExported, name, m.words.Report(oneLine(msg.err.Error())))
		return
	}
	m.notice = fmt.Sprintf("%s %d %s", m.words.Exported, msg.articles, name)
}
