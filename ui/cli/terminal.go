package cli

import (
	"cmp"
	"context"
	"fmt"
	"slices"
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
	w, err := p.words()
	if err != nil {
		return err
	}
	if err := settings.SaveTerminal(p.configPath(), c.Terminal, mode); err != nil {
		return err
	}
	done := fmt.Sprintf("%s: %s, %s %s", c.Terminal, mode, w.Saved, p.configPath())
	return p.newReportScreen(c, w).write(p.stdout, paragraph{text: done})
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
	var answers []term.Answer
	if isTerminal(p.terminal) {
		answers = r.Answers(c)
	}
	if asJSON {
		return p.writeJSON(newTerminalRecord(c, answers))
	}
	w, err := p.words()
	if err != nil {
		return err
	}
	screen, report := p.newReportScreen(c, w), reportLines(c, answers, w)
	if !isTerminal(p.terminal) {
		return screen.writeLines(p.stdout, report)
	}
	page := term.SamplePage(c, min(p.columns(), sampleWidth))
	if p.holds(page) {
		if err := p.showHeld(ctx, page, p.newHeldScreen(c, w), w); err != nil {
			return err
		}
		return screen.writeLines(p.stdout, report)
	}
	if err := screen.writeLines(p.stdout, slices.Concat(report, []string{""}, sampleLines(w))); err != nil {
		return err
	}
	return p.showSamples(page)
}

func newTerminalRecord(c term.Choice, answers []term.Answer) terminalRecord {
	r := terminalRecord{
		Terminal: c.Terminal, Mode: c.Mode.String(), Why: c.Why.String(), Clue: c.Clue, Evidence: c.Evidence,
		Tashkeel: c.Tashkeel, Asked: make([]answerRecord, 0, len(answers)),
	}
	for _, a := range answers {
		r.Asked = append(r.Asked, answerRecord{questionNames[a.Question], a.Reply})
	}
	return r
}

// reportLines is the report for people.
func reportLines(c term.Choice, answers []term.Answer, w *settings.Words) []string {
	why, marks := w.Reason(c.Why), w.Stripped
	if c.Clue != "" {
		why += " (" + c.Clue + ")"
	}
	if c.Tashkeel {
		marks = w.Kept
	}
	var lines []string
	for _, row := range [][2]string{
		{w.Terminal, c.Terminal},
		{w.Known, c.Evidence},
		{w.Mode, c.Mode.String() + " – " + w.ModeMeaning(c.Mode)},
		{w.Because, why},
		{w.VowelMarks, marks},
		{w.Advice, w.Advised(c.Advice)},
	} {
		if row[1] != "" {
			lines = append(lines, row[0]+": "+row[1])
		}
	}
	if len(answers) > 0 {
		lines = append(lines, w.Asked+":")
	}
	for _, a := range answers {
		lines = append(lines, "- "+w.Question(a.Question)+": "+cmp.Or(a.Reply, w.NoAnswer))
	}
	return lines
}

// sampleLines stand above the sample lines: what to look for, and how to keep a mode.
func sampleLines(w *settings.Words) []string {
	lines := []string{w.SampleHint}
	for i, s := range term.Samples() {
		lines = append(lines, fmt.Sprintf("%d. %s", i+1, w.Sample(s.Name)))
	}
	return append(lines, w.SaveHint+": jarida terminal --save MODE")
}

// sampleWidth is the widest page of sample lines, in columns: two panes of a size to be taken in at a glance.
const sampleWidth = 78

// showSamples prints the sample lines in every mode. Their sequences come from the program alone.
func (p *program) showSamples(page []term.Section) error {
	for _, s := range page {
		if _, err := p.stdout.WriteString(sectionText(s) + s.Leave); err != nil {
			return err
		}
	}
	return nil
}

// holds reports whether the page has to be looked at before its end is sent.
func (p *program) holds(page []term.Section) bool {
	return page[len(page)-1].Hold && isTerminal(p.stdin)
}

// showHeld prints the page and what to look for in it, and waits. As long as it stands the terminal does not reorder, and
// what was printed before in logical order reads wrong: that is why the report comes after it.
func (p *program) showHeld(ctx context.Context, page []term.Section, s *screen, w *settings.Words) error {
	if _, err := p.stdout.WriteString(page[0].Enter); err != nil {
		return err
	}
	if err := s.writeLines(p.stdout, sampleLines(w)); err != nil {
		return err
	}
	last := &page[len(page)-1]
	leave := last.Leave
	last.Leave = ""
	if err := p.showSamples(page); err != nil {
		return err
	}
	if err := s.writeLines(p.stdout, []string{"", w.HoldHint}); err != nil {
		return err
	}
	if err := p.stdout.Flush(); err != nil {
		return err
	}
	p.waitForEnter(ctx)
	_, err := p.stdout.WriteString(leave)
	return err
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

// sectionText is the sample lines in one mode, under its name: words in any other script would need the mode themselves.
func sectionText(s term.Section) string {
	var b strings.Builder
	fmt.Fprintf(&b, "\n%s\n%s", s.Mode, s.Enter)
	for _, row := range s.Rows {
		fmt.Fprintln(&b, row)
	}
	return b.String()
}

// questionNames are what the terminal was asked, by question.
var questionNames = [...]string{
	term.AskBDSM:       "bdsm",
	term.AskVersion:    "version",
	term.AskAttributes: "attributes",
	term.AskOuter:      "outer",
	term.AskFont:       "font",
}
