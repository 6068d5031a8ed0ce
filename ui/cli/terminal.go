package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/muesli/cancelreader"
	"github.com/spf13/cobra"

	"jarida/ui/settings"
	"jarida/ui/term"
)

// newTerminal makes the command that tells what the terminal does with right-to-left text.
func newTerminal(p *program) *cobra.Command {
	var asJSON bool
	var save string
	c := &cobra.Command{
		Use:   "terminal",
		Short: "Tell what this terminal does with Arabic, and choose its mode by eye",
		Long: `Ask the terminal what it is, tell which way of writing right-to-left text was chosen for it and why, and show the same
numbered lines in every mode. The mode in which they read right can be kept in the config file for this terminal.

Where the output is not a terminal, it tells what the environment says.`,
		Example: `  jarida terminal
  jarida terminal --save visual`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if save != "" {
				return p.saveMode(cmd.Context(), save)
			}
			return p.reportTerminal(cmd.Context(), asJSON)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "the report as one JSON object")
	c.Flags().Var(word{&save, modes()}, "save", "keep `MODE` for this terminal in the config file; auto: find it out each time")
	p.addBidi(c.Flags())
	return c
}

// detect asks the terminal and chooses the mode.
func (p *program) detect(ctx context.Context) (term.Choice, term.Replies, error) {
	w, err := p.wishes()
	if err != nil {
		return term.Choice{}, term.Replies{}, err
	}
	r := p.ask(ctx, reportWait)
	return term.Detect(p.env, r, w), r, nil
}

// saveMode keeps a mode for this terminal in the config file.
func (p *program) saveMode(ctx context.Context, mode string) error {
	c, _, err := p.detect(ctx)
	if err != nil {
		return err
	}
	if err := settings.SaveTerminal(p.configPath(), c.Terminal, mode); err != nil {
		return err
	}
	_, err = fmt.Fprintf(p.stdout, "%s: %s, kept in %s\n", c.Terminal, mode, visible(p.configPath()))
	return err
}

// terminalRecord is the report in JSON.
type terminalRecord struct {
	Terminal string         `json:"terminal,omitempty"` // left out where it is not known
	Mode     string         `json:"mode"`
	Why      string         `json:"why"`
	Clue     string         `json:"clue,omitempty"` // the answer or variable that decided
	Evidence string         `json:"evidence,omitempty"`
	Tashkeel bool           `json:"tashkeel"`
	Asked    []answerRecord `json:"asked"`
}

type answerRecord struct {
	Question string `json:"question"`
	Answer   string `json:"answer,omitempty"` // left out where none came
}

// reportTerminal prints the report and, on a terminal, the page of sample lines.
func (p *program) reportTerminal(ctx context.Context, asJSON bool) error {
	c, r, err := p.detect(ctx)
	if err != nil {
		return err
	}
	record := terminalRecord{
		Terminal: c.Terminal, Mode: c.Mode.String(), Why: whyNames[c.Why], Clue: c.Clue, Evidence: c.Evidence,
		Tashkeel: c.Tashkeel, Asked: []answerRecord{},
	}
	onTerminal := isTerminal(p.terminal)
	if onTerminal {
		for _, a := range r.Answers(c) {
			record.Asked = append(record.Asked, answerRecord{questionNames[a.Question], a.Reply})
		}
	}
	if asJSON {
		return p.writeJSON(record)
	}
	text := reportText(record, c)
	if onTerminal {
		text += samplesIntro
	}
	if _, err := p.stdout.WriteString(text); err != nil || !onTerminal {
		return err
	}
	return p.showSamples(ctx, term.SamplePage(c, min(p.columns(), sampleWidth)))
}

// reportText is the report for people.
func reportText(r terminalRecord, c term.Choice) string {
	var b strings.Builder
	row := func(label, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%-10s %s\n", label, visible(value))
		}
	}
	name := c.Terminal
	switch {
	case name == "":
		name = "not known"
	case c.Inside && name != "tmux" && name != "screen":
		name += ", around tmux or screen"
	}
	row("Terminal", name)
	row("Known", r.Evidence)
	why := whySentences[c.Why]
	if r.Clue != "" {
		why += " (" + r.Clue + ")"
	}
	row("Mode", r.Mode+": "+why)
	marks := "left out: they are not known to be drawn on their letters"
	if r.Tashkeel {
		marks = "kept"
	}
	row("Tashkeel", marks)
	label := "Asked"
	for _, a := range r.Asked {
		answer := a.Answer
		if answer == "" {
			answer = "no answer"
		}
		row(label, a.Question+": "+answer)
		label = ""
	}
	row("Advice", advice(c.Advice))
	return b.String()
}

// sampleWidth is the widest page of sample lines, in columns: two panes of a size to be taken in at a glance.
const sampleWidth = 78

// showSamples prints the sample lines in every mode. Their sequences come from the program alone.
func (p *program) showSamples(ctx context.Context, page []term.Section) error {
	for _, s := range page {
		if _, err := p.stdout.WriteString(sectionText(s)); err != nil {
			return err
		}
		if s.Hold && isTerminal(p.stdin) {
			if err := p.hold(ctx); err != nil {
				return err
			}
		}
		if _, err := p.stdout.WriteString(s.Leave); err != nil {
			return err
		}
	}
	return nil
}

// hold lets the page be looked at before it changes.
func (p *program) hold(ctx context.Context) error {
	if _, err := p.stdout.WriteString("\nEnter ends the page: this terminal draws it again then.\n"); err != nil {
		return err
	}
	if err := p.stdout.Flush(); err != nil {
		return err
	}
	p.waitForEnter(ctx)
	return nil
}

// waitForEnter waits for a line of input, or until ctx ends.
func (p *program) waitForEnter(ctx context.Context) {
	r, err := cancelreader.NewReader(p.stdin)
	if err != nil {
		return
	}
	defer func() { _ = r.Close() }() // it was only read
	stop := context.AfterFunc(ctx, func() { r.Cancel() })
	defer stop()
	_, _ = r.Read(make([]byte, 1)) // a terminal gives a line at a time; whatever ends the wait ends it
}

// sectionText is the sample lines in one mode.
func sectionText(s term.Section) string {
	var b strings.Builder
	chosen := ""
	if s.Recommended {
		chosen = " (chosen)"
	}
	fmt.Fprintf(&b, "\n%s%s\n%s", s.Mode, chosen, s.Enter)
	for _, row := range s.Rows {
		fmt.Fprintln(&b, row)
	}
	return b.String()
}

// samplesIntro stands above the sample lines.
const samplesIntro = `
The same lines in every mode. One is right where letters are joined, words and
numbers in order, brackets around their words, and the borders straight.
Keep it with: jarida terminal --save MODE
`

// questionNames are what the terminal was asked, by question.
var questionNames = [...]string{
	term.AskBDSM:       "bdsm",
	term.AskVersion:    "version",
	term.AskAttributes: "attributes",
	term.AskOuter:      "outer",
	term.AskFont:       "font",
}

// whyNames are the reasons for a mode in JSON.
var whyNames = [...]string{
	term.ByDefault: "default", term.ByWish: "wish", term.BySaved: "saved", term.ByConfig: "config", term.ByOuter: "outer",
	term.ByMultiplexer: "multiplexer", term.ByBDSM: "bdsm", term.ByVersion: "version", term.ByAttributes: "attributes",
	term.ByTerm: "term", term.ByEnv: "env",
}

// whySentences are the same for people.
var whySentences = [...]string{
	term.ByDefault:     "what this terminal does is not known, and this is right nearly everywhere",
	term.ByWish:        "this run was told so",
	term.BySaved:       "the config file keeps it for this terminal",
	term.ByConfig:      "the config file has it for all terminals",
	term.ByOuter:       "for the terminal around tmux",
	term.ByMultiplexer: "the terminal around tmux or screen is not known, and this is right nearly everywhere",
	term.ByBDSM:        "it knows mode 8, bidirectional support",
	term.ByVersion:     "by its version",
	term.ByAttributes:  "by its device attributes",
	term.ByTerm:        "by its name",
	term.ByEnv:         "by the environment",
}

// advice says what a reader can change in his terminal.
func advice(a term.Advice) string {
	switch a {
	case term.SwitchBidiOff:
		return "this terminal reorders text and cannot be told not to: switch bidirectional text off in its settings"
	case term.ForceLTR:
		return "with `force_ltr yes` in kitty.conf text is right in the visual mode: jarida terminal --save visual"
	default:
		return ""
	}
}
