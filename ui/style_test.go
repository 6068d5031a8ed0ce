package ui

import (
	"image/color"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"jarida/corpus/entity"
	"jarida/ui/settings"
	"jarida/ui/term"
)

// everyTheme calls f with the styles of every theme on either background.
func everyTheme(f func(theme string, dark bool, s styles)) {
	for _, theme := range settings.Themes() {
		f(theme, true, newStyles(theme, true))
		f(theme, false, newStyles(theme, false))
	}
}

// parameters gives those of the SGR sequences in on, those of a colour as one.
func parameters(on string) []string {
	colour := regexp.MustCompile(`[34]8;5;\d+`)
	var all []string
	for _, seq := range regexp.MustCompile(`\x1b\[([\d;]*)m`).FindAllStringSubmatch(on, -1) {
		all = append(all, colour.FindAllString(seq[1], -1)...)
		all = append(all, strings.FieldsFunc(colour.ReplaceAllString(seq[1], ""), func(r rune) bool { return r == ';' })...)
	}
	return all
}

// shape gives the parameters that are no colour.
func shape(p term.Paint) string {
	var kept []string
	for _, s := range parameters(p.On) {
		if len(s) == 1 || s == "22" {
			kept = append(kept, s)
		}
	}
	slices.Sort(kept)
	return strings.Join(kept, ";")
}

// paints gives all paints of styles by their names.
func paints(s styles) map[string]term.Paint {
	all := map[string]term.Paint{}
	v := reflect.ValueOf(s)
	for i := range v.NumField() {
		f, name := v.Field(i), v.Type().Field(i).Name
		if f.Kind() != reflect.Array {
			all[name] = term.Paint{On: f.FieldByName("On").String(), Off: f.FieldByName("Off").String()}
			continue
		}
		for k := range f.Len() {
			all[name+entity.Type(k).String()] = term.Paint{On: f.Index(k).FieldByName("On").String(), Off: f.Index(k).FieldByName("Off").String()}
		}
	}
	return all
}

// TestThemes holds what every theme must keep: nothing is slanted (the italic faces of most fonts have no Arabic, and a terminal that does
// not look further shows boxes); nothing is told apart by colour alone; whatever is switched on is switched off.
func TestThemes(t *testing.T) {
	t.Parallel()
	everyTheme(func(theme string, dark bool, s styles) {
		for name, p := range paints(s) {
			if slices.Contains(parameters(p.On), "3") {
				t.Errorf("%s, %v: %s is italic", theme, dark, name)
			}
			if (p.On == "") != (p.Off == "") {
				t.Errorf("%s, %v: %s begins with %q and ends with %q", theme, dark, name, p.On, p.Off)
			}
			if theme == themeMono && len(parameters(p.On)) != len(strings.FieldsFunc(shape(p), func(r rune) bool { return r == ';' })) {
				t.Errorf("mono, %v: %s has a colour: %q", dark, name, p.On)
			}
		}
		for _, group := range [][types]term.Paint{s.names, s.bold} {
			seen := map[string]int{}
			for typ, p := range group {
				if other, ok := seen[shape(p)]; ok {
					t.Errorf("%s, %v: entities of the types %d and %d have the shape %q", theme, dark, other, typ, shape(p))
				}
				seen[shape(p)] = typ
			}
		}
		for _, p := range []term.Paint{s.selection, s.caret, s.mention} {
			if !slices.Contains(parameters(p.On), "7") {
				t.Errorf("%s, %v: %q is not reversed", theme, dark, p.On)
			}
		}
	})
}

// TestThemesOf16 holds that what a terminal of sixteen colours makes of the colours can be read on its background.
func TestThemesOf16(t *testing.T) {
	t.Parallel()
	const black, white, brightWhite = ansi.Black, ansi.White, ansi.BrightWhite
	for _, theme := range settings.Themes() {
		for _, dark := range []bool{true, false} {
			p := paletteOf(theme, dark)
			onDark := dark && theme != themeLight || theme == themeDark
			for _, c := range []color.Color{p.grey, p.accent, p.warm, p.green, p.violet} {
				if c == nil {
					continue
				}
				got := ansi.Convert16(c)
				if onDark && got == black || !onDark && (got == white || got == brightWhite) {
					t.Errorf("%s, dark %v: %v becomes %v", theme, dark, c, got)
				}
			}
		}
	}
}

// TestThemeScreens holds which paints a screen has, in each theme: the parameters of every sequence on its rows.
func TestThemeScreens(t *testing.T) {
	t.Parallel()
	c := openFolder(t, articles)
	for theme, want := range map[string]string{
		"dark":     "1 38;5;246 94",
		"light":    "1 34 38;5;240",
		"contrast": "1 93",
		"mono":     "1",
	} {
		o := testOptions()
		o.Theme = theme
		s := newScreen(t, c, o, 84, 8)
		var used []string
		for _, p := range parameters(s.m.View().Content) {
			if !slices.Contains(used, p) {
				used = append(used, p)
			}
		}
		slices.Sort(used)
		if got := strings.Join(used, " "); got != want {
			t.Errorf("%s: %q, want %q", theme, got, want)
		}
		s.command("theme auto")
		auto := s.m.View().Content
		s.command("theme dark")
		if dark := s.m.View().Content; strings.ReplaceAll(dark, "dark", "auto") != auto {
			t.Errorf("%s: auto is not dark on a terminal that said nothing", theme)
		}
	}
}
