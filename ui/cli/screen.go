package cli

import (
	"bufio"
	"context"
	"fmt"
	"strings"

	"jarida/corpus"
	"jarida/ui/bidi"
	"jarida/ui/settings"
	"jarida/ui/term"
)

// screen is how show writes text: as it is stored, or as a terminal is sent it.
type screen struct {
	width   int  // columns to a line, 0: one line to a paragraph
	logical bool // in logical order, cut out of the text; else encoded
	sent    bool // as a terminal is sent it: right-to-left lines stand at the right, nothing reorders what follows
	paint   bool

	reordered bool // the terminal runs a right-to-left row from its right: what comes last stands at the left

	encoder  term.Encoder
	options  bidi.Options
	layouter bidi.Layouter
	row      []byte
}

// newScreen chooses how to write an article. Into a pipe text goes as it is stored, unless --bidi asks for what a terminal
// is sent.
func (p *program) newScreen(ctx context.Context, f showFlags) (*screen, error) {
	if f.width < 0 {
		return nil, fmt.Errorf("--width %d: give a number of columns, or 0 for one line to a paragraph", f.width)
	}
	c, err := p.pickMode(ctx)
	if err != nil {
		return nil, err
	}
	keep, err := p.keepTashkeel(c)
	if err != nil {
		return nil, err
	}
	s := p.screen(c, bidi.Options{Base: baseOf(f.base), NoShaping: f.shaping == "off", KeepTashkeel: keep})
	s.sent = s.sent || p.bidi != ""
	if f.widthSet {
		s.width = f.width
	}
	return s, nil
}

// keepTashkeel reports whether vowel marks are written: as the flag says, on a terminal as the config does, else where
// the terminal draws them right.
func (p *program) keepTashkeel(c term.Choice) (bool, error) {
	wish := p.marks
	if wish == "" && isTerminal(p.terminal) {
		config, err := p.settings()
		if err != nil {
			return false, err
		}
		wish = config.Tashkeel
	}
	return wish == "keep" || wish != "strip" && c.Tashkeel, nil
}

// newReportScreen chooses how to write what the program itself has to say. Into a pipe it goes in logical order whatever
// the mode.
func (p *program) newReportScreen(c term.Choice, w *settings.Words) *screen {
	c = lasting(c)
	if !isTerminal(p.terminal) {
		c.Mode = term.Logical
	}
	return p.screen(c, bidi.Options{Base: baseOfWords(w), KeepTashkeel: c.Tashkeel || c.Mode == term.Logical})
}

// newHeldScreen is the same for as long as the terminal is kept from reordering.
func (p *program) newHeldScreen(c term.Choice, w *settings.Words) *screen {
	c.Mode = known(c.Terminal).Mode
	return p.screen(c, bidi.Options{Base: baseOfWords(w), KeepTashkeel: c.Tashkeel})
}

func baseOfWords(w *settings.Words) bidi.Direction {
	if w.RTL {
		return bidi.RTL
	}
	return bidi.LTR
}

// screen writes to standard output, across its whole width if it is a terminal.
func (p *program) screen(c term.Choice, o bidi.Options) *screen {
	terminal := isTerminal(p.terminal)
	return &screen{
		width:     p.columns(),
		logical:   c.Mode == term.Logical,
		sent:      terminal,
		paint:     terminal && !p.colourless(),
		reordered: terminal && c.Mode == term.Logical && reorders(c.Terminal),
		encoder:   c.Encoder(),
		options:   o,
	}
}

// baseOf gives the direction that --base names.
func baseOf(name string) bidi.Direction {
	switch name {
	case "rtl":
		return bidi.RTL
	case "ltr":
		return bidi.LTR
	}
	return bidi.Auto
}

// writeArticle writes an article, its paragraphs separated by blank lines, and what else its file holds. file is what
// the file is asked for by.
func (s *screen) writeArticle(w *bufio.Writer, d corpus.Document, file string) error {
	for i, para := range append(paragraphs(d), others(d, file)...) {
		if para.gap && i > 0 {
			if err := w.WriteByte('\n'); err != nil {
				return err
			}
		}
		if err := s.write(w, para); err != nil {
			return err
		}
	}
	return nil
}

// writeRaw writes every line of the text.
func (s *screen) writeRaw(w *bufio.Writer, text string) error {
	for line := range lines(text) {
		if err := s.write(w, line); err != nil {
			return err
		}
	}
	return nil
}

// writeLines writes texts of the program's own, each a paragraph.
func (s *screen) writeLines(w *bufio.Writer, texts []string) error {
	for _, t := range texts {
		if err := s.write(w, paragraph{text: t}); err != nil {
			return err
		}
	}
	return nil
}

// write writes one paragraph: at least one line.
func (s *screen) write(w *bufio.Writer, para paragraph) error {
	if s.logical && s.width == 0 {
		_, err := w.WriteString(s.text(para.text) + "\n")
		return err
	}
	options := s.options
	if s.width > 0 {
		options.Width = max(s.width-s.indent(), 1)
	}
	laid := s.layouter.Layout(para.text, 0, options)
	for i := range laid {
		s.row = s.appendRow(s.row[:0], &laid[i], para, options.Width)
		if _, err := w.Write(append(s.row, '\n')); err != nil {
			return err
		}
	}
	if len(laid) == 0 {
		return w.WriteByte('\n')
	}
	return nil
}

// appendRow appends a laid-out row.
func (s *screen) appendRow(dst []byte, l *bidi.Line, para paragraph, width int) []byte {
	if !s.logical {
		return s.appendEncoded(dst, l, para, width)
	}
	pad := 0
	if s.sent && l.RTL() {
		pad = width - l.Width
	}
	if !s.reordered {
		dst = s.encoder.AppendBlank(dst, pad, term.Paint{})
	}
	for _, r := range s.runs(para, l.Start, l.Start+len(strings.TrimRight(para.text[l.Start:l.End], " \t\n\v\f\r"))) {
		dst = append(append(append(dst, r.Paint.On...), s.text(para.text[r.Start:r.End])...), r.Paint.Off...)
	}
	if s.reordered {
		dst = s.encoder.AppendBlank(dst, pad, term.Paint{})
	}
	return dst
}

// appendEncoded appends a row as the terminal is sent it.
func (s *screen) appendEncoded(dst []byte, l *bidi.Line, para paragraph, width int) []byte {
	field := term.Field{Width: l.Width, Runs: s.runs(para, l.Start, l.End)}
	if l.RTL() {
		field.Width = max(width, l.Width)
	}
	dst = s.encoder.AppendBlank(dst, s.indent(), term.Paint{})
	return s.encoder.Append(dst, l, field)
}

// text gives a text in logical order, fit for output. What reorders text is kept only where no terminal is sent it.
func (s *screen) text(t string) string {
	if !s.options.KeepTashkeel {
		t = withoutMarks(t)
	}
	t = stored(t)
	if s.sent {
		t = visible(t)
	}
	return t
}

// indent is the number of blank columns before every row: in isolate mode a row must not begin with the isolate.
func (s *screen) indent() int {
	if !s.logical && s.encoder.Mode == term.Isolate {
		return 1
	}
	return 0
}

// ink gives a look as attributes, so that it is no matter of colour.
func (s *screen) ink(l look) term.Paint {
	switch {
	case s.paint && l == lookStrong:
		return term.Paint{On: "\x1b[1m", Off: "\x1b[22m"}
	case s.paint && l == lookFaint:
		return term.Paint{On: "\x1b[2m", Off: "\x1b[22m"}
	}
	return term.Paint{}
}
