package ui

import (
	"context"
	"io"

	"jarida/corpus"
)

// Options say how the screen is set up. Nothing below Run reads the environment, a file or a clock.
type Options struct {
	Title   string              // what is open, for the status line and the window title
	Layout  string              // "auto", "rtl" or "ltr": the side of the list
	Lang    string              // "en" or "ar": the words of the interface
	Bidi    string              // "auto" or a mode of package term; anything but "auto" always wins
	Saved   map[string]string   // modes that the config file keeps for terminals, by terminal name
	NoColor bool                // no colour, whatever the terminal can do
	Env     func(string) string // the environment, for telling terminals apart
	Environ []string            // the same as a list of KEY=VALUE, for the renderer's colour profile
}

// Run shows the corpus on the terminal until the reader quits, and restores the terminal however it ends.
func Run(ctx context.Context, c *corpus.Corpus, o Options, in io.Reader, out io.Writer) error {
	return nil
}
