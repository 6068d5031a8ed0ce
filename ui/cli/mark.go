package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"jarida/corpus"
	"jarida/corpus/triage"
)

// markWords are the states that mark takes. Each is its own act in the journal.
func markWords() []string {
	return []string{"inbox", "read", "unread", "star", "unstar", "later", "archive"}
}

// newMark makes the command that decides about articles.
func newMark(p *program) *cobra.Command {
	return &cobra.Command{
		Use:   "mark STATE ARTICLE…",
		Short: "Decide about articles: read, star, archive …",
		Long: `Mark articles as the reader does: inbox, later and archive say where they lie, read and unread, star and unstar what they are. It is
one decision in the journal, which u in the reader takes back, and a reader that is open shows it.

ARTICLE is a file, or an id that list prints (of the folder of -C or of the config file, else of the built-in edition). - reads
them from standard input, one to a line. Printed are the state and how many articles have it now. Where one of them is not there none
is marked.`,
		Example: `  jarida mark read ~/news/today.html
  jarida list -C ~/news --json | jq -r 'select(.words < 50) | .id' | jarida mark -C ~/news archive -`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 && !slices.Contains(markWords(), args[0]) {
				return fmt.Errorf("%s is no state: give one of %s", args[0], strings.Join(markWords(), ", "))
			}
			if len(args) < 2 {
				return errors.New("mark takes a state and articles: files, ids from `jarida list`, or - for ids on standard input")
			}
			return nil
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) == 0 {
				return markWords(), cobra.ShellCompDirectiveNoFileComp
			}
			return nil, cobra.ShellCompDirectiveDefault
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.mark(cmd.Context(), triage.Act(args[0]), args[1:])
		},
	}
}

// mark writes one decision about all articles that are named.
func (p *program) mark(ctx context.Context, act triage.Act, names []string) error {
	names, err := p.namesFrom(names)
	if err != nil {
		return err
	}
	if len(names) == 0 {
		return nothingError{"no articles were named"}
	}
	m := marked{program: p, many: len(names) > manyNames, seen: map[triage.Article]bool{}}
	defer m.close()
	for _, name := range names {
		if err := m.add(ctx, name); err != nil {
			return err
		}
	}
	j, err := triage.Open(ctx, p.statePath(), triage.Options{})
	if err != nil {
		return err
	}
	defer j.Close() //nolint:errcheck // the decision is on disk already
	for _, w := range j.Warnings() {
		p.complain(w)
	}
	if _, err := j.Do(ctx, triage.Event{Act: act, Articles: m.articles}); err != nil {
		return fmt.Errorf("nothing was marked: %w", err)
	}
	_, err = fmt.Fprintf(p.stdout, "%s\t%d\n", act, len(m.articles))
	return err
}

// namesFrom puts the lines of standard input in the place of a -.
func (p *program) namesFrom(args []string) ([]string, error) {
	var names []string
	for _, arg := range args {
		if arg != "-" {
			names = append(names, arg)
			continue
		}
		lines := bufio.NewScanner(p.stdin)
		for lines.Scan() {
			if name := strings.TrimSuffix(lines.Text(), "\r"); name != "" {
				names = append(names, name)
			}
		}
		if err := lines.Err(); err != nil {
			return nil, fmt.Errorf("read the ids on standard input: %w", err)
		}
	}
	return names, nil
}

// manyNames is above how many names the whole folder is read for them: each alone is read twice.
const manyNames = 100

// marked is the articles that are to be marked.
type marked struct {
	*program
	many     bool
	folder   string // of the ids
	corpus   opened // of the ids, opened when the first one is met
	articles []triage.Article
	seen     map[triage.Article]bool
}

func (m *marked) close() {
	if m.corpus.Corpus != nil {
		m.corpus.Close()
	}
}

// add finds the article with a name: with -C its id in that folder; else a file, a part of one, or an id in the default folder.
func (m *marked) add(ctx context.Context, name string) error {
	var a triage.Article
	var err error
	if file, part, ok := onDisk(name); ok && m.program.folder == "" {
		a, err = m.inFile(ctx, file, part)
	} else {
		a, err = m.byID(ctx, name)
	}
	if err != nil {
		return fmt.Errorf("nothing was marked: %w", err)
	}
	if !m.seen[a] {
		m.seen[a] = true
		m.articles = append(m.articles, a)
	}
	return nil
}

// inFile finds a part of a file.
func (m *marked) inFile(ctx context.Context, file string, part int) (triage.Article, error) {
	folder, err := m.articleFolder([]string{file})
	if err != nil {
		return triage.Article{}, err
	}
	d, err := m.findInFile(ctx, file, part)
	return articleOf(folder, d), err
}

// byID finds an article of the folder.
func (m *marked) byID(ctx context.Context, id string) (triage.Article, error) {
	if err := m.open(ctx); err != nil {
		return triage.Article{}, err
	}
	s := m.corpus.Snapshot()
	if e, ok := s.Lookup(id); ok {
		if a := s.Key(e.Doc); a.Hash != "" {
			a.Path = path.Join(m.folder, a.Path)
			return a, nil
		}
	}
	d, err := m.corpus.Find(ctx, id)
	switch {
	case errors.Is(err, corpus.ErrUnknown):
		err = fmt.Errorf("%s: neither a file nor an article in %s; `jarida list` prints the ids", id, m.corpus.name)
	case err != nil:
		err = fmt.Errorf("%s: %w", id, err)
	}
	return articleOf(m.folder, d), err
}

// open opens the folder of the ids, once.
func (m *marked) open(ctx context.Context) (err error) {
	if m.corpus.Corpus != nil {
		return nil
	}
	if m.folder, err = m.articleFolder(nil); err != nil {
		return err
	}
	if m.corpus, err = m.openWith(ctx, nil, corpus.Options{First: 1, Keys: m.many}); err != nil {
		return err
	}
	if m.many {
		if err := m.corpus.Wait(ctx); err != nil {
			return fmt.Errorf("read %s: %w", m.corpus.name, err)
		}
	}
	return nil
}

// articleOf names an article of a folder to the journal.
func articleOf(folder string, d corpus.Document) triage.Article {
	text := d.Source.Text[d.Article.Start:d.Article.End]
	return triage.Article{Hash: triage.Hash(text), Path: path.Join(folder, d.Entry.ID)}
}
