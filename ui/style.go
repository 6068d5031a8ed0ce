package ui

import (
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"

	"jarida/corpus/entity"
	"jarida/ui/term"
)

// styles are the paints of everything on the screen, made once for a light or a dark terminal, never in View.
// Nothing is told apart by colour alone: each has a shape, an attribute or a mark of its own beside it.
type styles struct {
	plain, dim, title, heading, caption, quote, meta, story term.Paint
	bar, sentence, selection                                term.Paint
	border, status, key, warn                               term.Paint
	caret                                                   term.Paint
	mention                                                 term.Paint        // the place that was jumped to
	hit                                                     term.Paint        // what was looked for
	names, bold                                             [types]term.Paint // entities in the text by type, and the same in bold text
}

// newStyles takes colours out of the terminal's own sixteen wherever they are readable on both backgrounds, so that
// a reader's palette stays his.
func newStyles(dark bool) styles {
	pick := lipgloss.LightDark(dark)
	s := lipgloss.NewStyle
	grey := pick(lipgloss.Color("240"), lipgloss.Color("246"))
	accent := pick(lipgloss.Color("4"), lipgloss.Color("12"))
	warm := pick(lipgloss.Color("130"), lipgloss.Color("179"))
	green := pick(lipgloss.Color("2"), lipgloss.Color("10"))
	violet := pick(lipgloss.Color("5"), lipgloss.Color("13")) // of the sixteen, as the others: each name costs its colour on a slow line
	fg := func(c color.Color) lipgloss.Style { return s().Foreground(c) }
	return styles{
		dim:       paint(fg(grey)),
		title:     paint(s().Bold(true)),
		heading:   paint(fg(accent).Bold(true)),
		caption:   paint(fg(grey)), // not italic: Arabic has no such style, and fonts that slant it lack its letters
		quote:     paint(fg(warm)),
		meta:      paint(fg(grey)),
		story:     paint(fg(accent)),
		bar:       paint(fg(accent)),
		sentence:  paint(s().Underline(true)),
		selection: paint(s().Reverse(true)),
		border:    paint(fg(grey)),
		status:    paint(fg(grey)),
		key:       paint(s().Bold(true)),
		warn:      paint(fg(warm).Bold(true)),
		caret:     paint(s().Reverse(true)),
		mention:   paint(s().Reverse(true)),
		hit:       paint(fg(warm).Bold(true).Underline(true)),
		names: [types]term.Paint{
			entity.Person:       paint(fg(accent).Underline(true)),
			entity.Place:        paint(fg(green).Underline(true).Bold(true)),
			entity.Organisation: paint(fg(violet).Bold(true)),
			entity.Date:         paint(s().Underline(true).Faint(true)),
			entity.Quantity:     paint(s().Faint(true)),
		},
		bold: [types]term.Paint{
			entity.Person:       paint(fg(accent).Underline(true)),
			entity.Place:        light(paint(fg(green).Underline(true))),
			entity.Organisation: light(paint(fg(violet))),
			entity.Date:         light(paint(s().Underline(true).Faint(true))),
			entity.Quantity:     light(paint(s().Faint(true))),
		},
	}
}

// light switches off the bold of the text around: what stands out by its weight must do so in a title, too.
func light(p term.Paint) term.Paint {
	const normal = "\x1b[22m"
	p.On = normal + p.On
	return p
}

// paint splits what lipgloss writes around a letter into the sequences before and after it: text itself is encoded by
// package term, which must not meet escape sequences.
func paint(s lipgloss.Style) term.Paint {
	on, off, ok := strings.Cut(s.Render("x"), "x")
	if !ok {
		return term.Paint{}
	}
	return term.Paint{On: on, Off: off}
}
