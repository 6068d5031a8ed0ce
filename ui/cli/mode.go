package cli

import (
	"cmp"
	"context"

	"jarida/ui/term"
)

// modes are the values that --bidi and JARIDA_BIDI take.
func modes() []string {
	all := term.Modes()
	names := make([]string, 0, len(all)+1)
	names = append(names, term.Auto)
	for _, m := range all {
		names = append(names, m.String())
	}
	return names
}

// mode gives what this run was told about the mode: by the flag, else by the environment. "" and "auto" leave it to
// the terminal.
func (p *program) mode() string { return cmp.Or(p.bidi, p.env("JARIDA_BIDI")) }

// wishes are what the reader decided about the mode, in this run and in the config file.
func (p *program) wishes() (term.Wishes, error) {
	c, err := p.settings()
	if err != nil {
		return term.Wishes{}, err
	}
	return term.Wishes{Mode: p.mode(), Saved: c.Terminals, Default: c.Bidi}, nil
}

// pickMode chooses how show writes. Into a pipe without --bidi nothing is asked and nothing counts: text stays in
// logical order. Into a pipe vowel marks are kept.
func (p *program) pickMode(ctx context.Context) (term.Choice, error) {
	terminal := isTerminal(p.terminal)
	if !terminal && p.bidi == "" {
		return term.Choice{Mode: term.Logical, Tashkeel: true}, nil
	}
	w, err := p.wishes()
	if err != nil {
		return term.Choice{}, err
	}
	c := term.Detect(p.env, term.NoReplies(), w)
	if !terminal {
		c.Tashkeel = true
		return c, nil
	}
	// How kitty is written to hangs on its font, however sure its name is.
	unsure := c.Why == term.ByDefault || c.Why == term.ByEnv || c.Inside
	if unsure || term.FollowUp(c, term.NoReplies()) != "" {
		c = term.Detect(p.env, p.ask(ctx, showWait), w)
	}
	if c.Why != term.ByWish {
		c = lasting(c)
	}
	return c, nil
}

// lasting gives the choice for text that stays when the program has ended: where visual order needs the terminal's own
// reordering to be off, it would have to be off for as long as the text stands there.
func lasting(c term.Choice) term.Choice {
	if c.Mode == term.Visual && reorders(c.Terminal) {
		c.Mode = term.Logical
	}
	return c
}

// reorders reports whether a terminal reorders rows until it is told not to.
func reorders(name string) bool { return known(name).Enter != "" }

// known gives what is known of a terminal.
func known(name string) term.Terminal {
	for _, t := range term.Terminals() {
		if t.Name == name {
			return t
		}
	}
	return term.Terminal{}
}
