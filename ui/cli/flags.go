package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// word is the value of a flag that takes one of a few words.
type word struct {
	value *string
	words []string
}

func (w word) String() string {
	if w.value == nil {
		return ""
	}
	return *w.value
}

// Type is what help shows for the value.
func (w word) Type() string { return strings.Join(w.words, "|") }

// Set takes one of the words.
func (w word) Set(s string) error {
	if !slices.Contains(w.words, s) {
		return fmt.Errorf("give one of %s", strings.Join(w.words, ", "))
	}
	*w.value = s
	return nil
}

// addWord adds a flag that takes one of a few words; without it the value stays as it is.
func addWord(f *pflag.FlagSet, value *string, name, usage string, words ...string) {
	f.Var(word{value, words}, name, usage)
}

// addBidi adds the flag for how right-to-left text is written.
func (p *program) addBidi(f *pflag.FlagSet) {
	f.Var(word{&p.bidi, modes()}, "bidi", "the `MODE` of right-to-left text for the terminal: "+strings.Join(modes(), ", "))
}

// addTashkeel adds the flag for vowel marks.
func (p *program) addTashkeel(f *pflag.FlagSet) {
	addWord(f, &p.marks, "tashkeel", "vowel marks (default: keep where the terminal draws them right)", "keep", "strip")
}

// complete adds the words of the flags to the completions of the shell.
func complete(c *cobra.Command) {
	add := func(f *pflag.Flag) {
		if w, ok := f.Value.(word); ok {
			// The only error is a flag that has completions already.
			_ = c.RegisterFlagCompletionFunc(f.Name, cobra.FixedCompletions(w.words, cobra.ShellCompDirectiveNoFileComp))
		}
	}
	c.Flags().VisitAll(add)
	c.PersistentFlags().VisitAll(add)
	for _, sub := range c.Commands() {
		complete(sub)
	}
}
