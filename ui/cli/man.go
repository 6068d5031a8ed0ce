package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// newMan makes the command that prints the manual page.
func newMan(p *program) *cobra.Command {
	return &cobra.Command{
		Use:     "man",
		Short:   "Print the manual page",
		Long:    "Print the manual page in the format of man(1).",
		Example: "  jarida man > ~/.local/share/man/man1/jarida.1",
		Args:    noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := p.stdout.WriteString(manPage(cmd.Root()))
			return err
		},
	}
}

// manPage writes the manual from the commands themselves, in roff with the man macros.
func manPage(root *cobra.Command) string {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH %s 1\n", strings.ToUpper(root.Name()))
	fmt.Fprintf(&b, ".SH NAME\n%s \\- %s\n", root.Name(), roff(root.Short))
	b.WriteString(".SH SYNOPSIS\n")
	fmt.Fprintf(&b, ".B %s\n.br\n", roff(root.UseLine()))
	for _, c := range shown(root) {
		fmt.Fprintf(&b, ".B %s\n.br\n", roff(c.UseLine()))
	}
	b.WriteString(".SH DESCRIPTION\n")
	manText(&b, root.Long)
	b.WriteString(".SH OPTIONS\n")
	manFlags(&b, root.Flags())
	b.WriteString(".SH COMMANDS\n")
	for _, c := range shown(root) {
		fmt.Fprintf(&b, ".SS %s\n", roff(c.UseLine()))
		manText(&b, c.Long)
		manFlags(&b, c.LocalNonPersistentFlags())
		if c.Example != "" {
			fmt.Fprintf(&b, ".PP\n.nf\n%s\n.fi\n", roff(c.Example))
		}
	}
	for _, s := range manSections {
		fmt.Fprintf(&b, ".SH %s\n", s[0])
		manText(&b, s[1])
	}
	return b.String()
}

// shown gives the commands that help lists.
func shown(c *cobra.Command) []*cobra.Command {
	var all []*cobra.Command
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() && sub.Name() != "help" {
			all = append(all, sub)
		}
	}
	return all
}

func manText(b *strings.Builder, text string) {
	for para := range strings.SplitSeq(strings.TrimSpace(text), "\n\n") {
		fmt.Fprintf(b, ".PP\n%s\n", roff(para))
	}
}

func manFlags(b *strings.Builder, flags *pflag.FlagSet) {
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		value, usage := pflag.UnquoteUsage(f)
		name := "--" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", " + name
		}
		fmt.Fprintf(b, ".TP\n.B %s\n%s\n", roff(strings.TrimSpace(name+" "+value)), roff(usage))
	})
}

// roff writes text in ASCII so that troff takes none of it as a request.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`, "…", `\[u2026]`).Replace(text)
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, ".") || strings.HasPrefix(l, "'") {
			lines[i] = `\&` + l
		}
	}
	return strings.Join(lines, "\n")
}

// manSections close the manual page, and the last of them the help of the root command.
var manSections = [][2]string{
	{"EXIT STATUS", "0: found. 1: nothing found, as in an empty folder. 2: a mistake in the arguments, or another error."},
	{"ENVIRONMENT", "NO_COLOR: no colour, whatever it is set to; CLICOLOR=0: the same. TERM=dumb: the list is printed in place of the reader. " +
		"JARIDA_BIDI: what --bidi takes, where that flag is not given. " +
		"XDG_CONFIG_HOME: where the config file is looked for."},
	{"FILES", "The config file is jarida/config.toml in the folder of XDG_CONFIG_HOME (~/.config); jarida config prints the default one."},
}
