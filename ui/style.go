package ui

import (
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"

	"jarida/corpus/entity"
	"jarida/ui/term"
)

// styles are the paints of everything on the screen, made once for a theme, never in View. Nothing is told apart by colour alone: each
// has a shape, an attribute or a mark of its own beside it.
type styles struct {
	plain, dim, title, heading, caption, quote, meta, story term.Paint
	unread, marks                                           term.Paint // of rows of the list
	bar, sentence, selection                                term.Paint
	border, status, key, warn                               term.Paint
	caret                                                   term.Paint
	mention                                                 term.Paint        // the place that was jumped to
	hit                                                     term.Paint        // what was looked for
	names, bold                                             [types]term.Paint // entities in the text by type, and the same in bold text
}

// palette is the colours of a theme; nil is the terminal's own colour of text.
type palette struct {
	grey   color.Color // what is less than text
	accent color.Color // headings, what is selected, people
	warm   color.Color // quotes, and what is wrong
	green  color.Color // places
	violet color.Color // organisations
}

// paletteOf gives the colours of a theme; those of auto are dark's or light's.
//
// Colours are of the terminal's own sixteen wherever these are readable on both backgrounds, so that a reader's palette stays his, and
// because each entity in a text costs its colour on a slow line. The grey and the brown of the 256 become one of the sixteen on a
// terminal that has no more (a test holds that it is neither black on black nor white on white).
//
// High contrast has no grey, and of the sixteen those that are farthest from the background in every usual palette: the bright ones on
// dark, blue and red on light.
func paletteOf(theme string, dark bool) palette {
	if theme == themeAuto {
		theme = themeLight
		if dark {
			theme = themeDark
		}
	}
	c := lipgloss.Color
	switch {
	case theme == themeMono:
		return palette{}
	case theme == themeContrast && dark:
		return palette{accent: c("11"), warm: c("14"), green: c("10"), violet: c("13")}
	case theme == themeContrast:
		return palette{accent: c("4"), warm: c("1"), green: c("4"), violet: c("1")}
	case theme == themeLight:
		return palette{grey: c("240"), accent: c("4"), warm: c("130"), green: c("2"), violet: c("5")}
	default:
		return palette{grey: c("246"), accent: c("12"), warm: c("179"), green: c("10"), violet: c("13")}
	}
}

// The themes, as they are called in the config file and on the command line.
const (
	themeAuto     = term.Auto // dark or light, by what the terminal says of its background
	themeDark     = "dark"
	themeLight    = "light"
	themeContrast = "contrast"
	themeMono     = "mono" // no colour
)

// newStyles makes the paints of a theme.
func newStyles(theme string, dark bool) styles {
	p := paletteOf(theme, dark)
	s := lipgloss.NewStyle
	fg := func(c color.Color) lipgloss.Style {
		if c == nil {
			return s()
		}
		return s().Foreground(c)
	}
	out := styles{
		dim:       paint(fg(p.grey)),
		title:     paint(s().Bold(true)),
		heading:   paint(fg(p.accent).Bold(true)),
		caption:   paint(fg(p.grey)), // not italic: Arabic has no such style, and fonts that slant it lack its letters
		quote:     paint(fg(p.warm)),
		meta:      paint(fg(p.grey)),
		story:     paint(fg(p.accent)),
		unread:    paint(s().Bold(true)),
		marks:     paint(fg(p.warm).Bold(true)),
		bar:       paint(fg(p.accent)),
		sentence:  paint(s().Underline(true)),
		selection: paint(s().Reverse(true)),
		border:    paint(fg(p.grey)),
		status:    paint(fg(p.grey)),
		key:       paint(s().Bold(true)),
		warn:      paint(fg(p.warm).Bold(true)),
		caret:     paint(s().Reverse(true)),
		mention:   paint(s().Reverse(true)),
		hit:       paint(fg(p.warm).Bold(true).Underline(true)),
		names: [types]term.Paint{
			entity.Person:       paint(fg(p.accent).Underline(true)),
			entity.Place:        paint(fg(p.green).Underline(true).Bold(true)),
			entity.Organisation: paint(fg(p.violet).Bold(true)),
			entity.Date:         paint(s().Underline(true).Faint(true)),
			entity.Quantity:     paint(s().Faint(true)),
		},
	}
	// In bold text what stands out by its weight must do so by the lack of it.
	out.bold = [types]term.Paint{
		entity.Person:       out.names[entity.Person],
		entity.Place:        light(paint(fg(p.green).Underline(true))),
		entity.Organisation: light(paint(fg(p.violet))),
		entity.Date:         light(out.names[entity.Date]),
		entity.Quantity:     light(out.names[entity.Quantity]),
	}
	return out
}

// light switches off the bold of the text around.
func light(p term.Paint) term.Paint {
	const normal = "\x1b[22m"
	p.On = normal + p.On
	if p.Off == "" {
		p.Off = "\x1b[m"
	}
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
