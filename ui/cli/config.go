package cli

import (
	"cmp"
	"time"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"

	"jarida/ui"
	"jarida/ui/settings"
	"jarida/ui/term"
)

// newConfig makes the command that prints the default config file.
func newConfig(p *program) *cobra.Command {
	return &cobra.Command{
		Use:     "config",
		Short:   "Print the default config file",
		Long:    "Print the default config file: every setting with what it means, and nothing switched on.",
		Example: "  jarida config > ~/.config/jarida/config.toml",
		Args:    noArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := p.stdout.WriteString(settings.Default())
			return err
		},
	}
}

// configPath is the config file of this run.
func (p *program) configPath() string { return cmp.Or(p.config, settings.Path()) }

// settings reads the config file, once. What it says that makes no sense is reported and left out.
func (p *program) settings() (settings.Config, error) {
	if p.loaded != nil {
		return *p.loaded, nil
	}
	c, warnings, err := settings.Load(p.configPath(), p.config == "")
	if err != nil {
		return c, err
	}
	for _, w := range warnings {
		p.complain(p.configPath() + ": " + w.String())
	}
	p.loaded = &c
	return c, nil
}

// words are the texts of the interface in the language of this run.
func (p *program) words() (*settings.Words, error) {
	c, err := p.settings()
	if err != nil {
		return nil, err
	}
	return settings.WordsFor(settings.Language(p.lang, c, p.env)), nil
}

// defaultFolder is the folder that is opened where no argument names one, "" for the built-in edition.
func (p *program) defaultFolder() (string, error) {
	if p.folder != "" {
		return p.folder, nil
	}
	c, err := p.settings()
	return c.Folder, err
}

// dumb reports whether the terminal says of itself that it knows no escape sequences.
func (p *program) dumb() bool { return p.env("TERM") == "dumb" }

// colourless reports whether colours are unwanted: by the flag, by NO_COLOR (whatever it is set to), by CLICOLOR=0, or by a terminal that
// knows none.
func (p *program) colourless() bool {
	return p.noColor || p.env("NO_COLOR") != "" || p.env("CLICOLOR") == "0" || p.dumb()
}

// uiOptions sets up the screen: flags before the environment before the config file.
func (p *program) uiOptions(title string) (ui.Options, error) {
	c, err := p.settings()
	if err != nil {
		return ui.Options{}, err
	}
	return ui.Options{
		Title:      title,
		Layout:     cmp.Or(p.layout, c.Layout),
		Lang:       settings.Language(p.lang, c, p.env),
		Marks:      cmp.Or(p.marks, c.Tashkeel),
		View:       c.View,
		Digest:     c.Digest,
		ReadAfter:  time.Duration(c.ReadAfter) * time.Second,
		Mouse:      c.Mouse == settings.On,
		Stories:    c.Stories == settings.On,
		Digits:     c.Digits,
		Theme:      c.Theme,
		Sort:       c.Sort,
		Bidi:       cmp.Or(p.mode(), term.Auto),
		Default:    c.Bidi,
		Saved:      c.Terminals,
		Keys:       &c.Keys,
		NoColor:    p.colourless(),
		Citation:   c.Citation == settings.On,
		Restricted: p.restricted,
		Home:       xdg.Home,
		Plain:      p.plain,
		Pager:      commandWords(p.env("PAGER")),
		Editor:     commandWords(cmp.Or(p.env("VISUAL"), p.env("EDITOR"))),
		Now:        time.Now,
		Env:        p.env,
		Environ:    p.environ,
	}, nil
}
