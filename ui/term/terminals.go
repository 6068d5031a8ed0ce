package term

import "strings"

// Proof says how it is known what a terminal does.
type Proof uint8

const (
	Source Proof = iota // read in the terminal's source or documentation, or told by its users
	Seen                // looked at on a screen, with this program's output or the same bytes
)

// Advice is something that a reader can change in his terminal to see Arabic right, or better.
type Advice uint8

const (
	NoAdvice      Advice = iota
	SwitchBidiOff        // the terminal reorders and cannot be told not to: only its settings can
	ForceLTR             // kitty: "force_ltr yes" in its config, then the visual mode
)

// Terminal is what is known of a terminal.
type Terminal struct {
	Name     string // in lower case, as in the config file
	Mode     Mode   // the way of writing that is right for it
	Tashkeel bool   // it draws combining marks on their letters
	Advice   Advice
	Enter    string // sent after the mode switch that every terminal gets
	Leave    string
	Proof    Proof
	Evidence string // why the mode, in a few words

	// How it is recognised. All are compared in lower case.
	version []string // beginnings of what it answers to XTVERSION
	da2     []string // beginnings of the parameters of its secondary device attributes
	term    []string // beginnings of TERM
	env     []string // environment variables that it sets: NAME, or NAME=VALUE
}

// mlterm's own sequences: its text layout off and on again.
const (
	mltermLayoutOff = "\x1b]5379;use_ctl=false\a"
	mltermLayoutOn  = "\x1b]5379;use_ctl=true\a"
)

// Terminals lists what is known, in the order in which a terminal is recognised. Versions are those that were looked at.
//
// A terminal that does not reorder is written in Visual mode, at half the bytes, where that has been seen, or is a
// documented promise; where it may change with the next version (ghostty, Windows Terminal), or is only thought so, in
// Marked mode, which is right either way.
func Terminals() []Terminal {
	return []Terminal{
		{
			Name: "konsole", Mode: Isolate, Tashkeel: true, Proof: Seen,
			Evidence: "22.12: reorders each row and shapes base letters; never mirrors brackets; no BDSM, no DECRQM",
			version:  []string{"konsole"}, env: []string{"KONSOLE_VERSION"},
		},
		{
			Name: "kitty", Mode: Words, Advice: ForceLTR, Proof: Seen,
			Evidence: "0.26: turns each word of one font round, words stay; tells its font; marks one cell off; force_ltr stops it",
			version:  []string{"kitty"}, term: []string{"xterm-kitty"}, env: []string{"KITTY_WINDOW_ID"},
		},
		{
			Name: "mlterm", Mode: Visual, Tashkeel: true, Enter: mltermLayoutOff, Leave: mltermLayoutOn, Proof: Seen,
			Evidence: "3.9: reorders, no BDSM, U+200E takes a column; OSC 5379 use_ctl=false stops it",
			version:  []string{"mlterm"}, da2: []string{"24;279;"}, term: []string{"mlterm"}, env: []string{"MLTERM"},
		},
		{
			Name: "xterm", Mode: Visual, Tashkeel: true, Proof: Seen,
			Evidence: "379: neither reorders nor shapes; ignores BDSM",
			version:  []string{"xterm("}, env: []string{"XTERM_VERSION"},
		},
		{
			Name: "foot", Mode: Visual, Proof: Seen,
			Evidence: "1.13: neither reorders nor shapes; a mark takes the place of its letter",
			version:  []string{"foot("}, term: []string{"foot"},
		},
		{
			Name: "alacritty", Mode: Visual, Proof: Seen,
			Evidence: "0.11: neither reorders nor shapes; marks one cell off",
			version:  []string{"alacritty"}, term: []string{"alacritty"}, env: []string{"ALACRITTY_WINDOW_ID"},
		},
		{
			Name: "urxvt", Mode: Visual, Tashkeel: true, Proof: Seen,
			Evidence: "9.31: neither reorders nor shapes",
			term:     []string{"rxvt"},
		},
		{
			Name: "st", Mode: Visual, Proof: Seen,
			Evidence: "neither reorders nor shapes; drops marks",
			term:     []string{"st-"},
		},
		{
			Name: "linux", Mode: Visual, Proof: Source,
			Evidence: "the console's fonts Arabic-Fixed and VGA16 hold presentation forms, and nothing reorders",
			term:     []string{"linux"},
		},
		{
			Name: "vscode", Mode: Marked, Tashkeel: true, Proof: Seen,
			Evidence: "xterm.js 6: its WebGL renderer does not reorder, its DOM renderer does, and leaves marked rows alone",
			env:      []string{"TERM_PROGRAM=vscode"},
		},
		{
			Name: "mintty", Mode: Marked, Enter: "\x1b[?2501l", Leave: "\x1b[?2501h", Proof: Source,
			Evidence: "reorders and finds each row's direction by itself; honours BDSM and mode 2501",
			version:  []string{"mintty"}, env: []string{"TERM_PROGRAM=mintty"},
		},
		{
			Name: "wezterm", Mode: Visual, Proof: Source,
			Evidence: "reorders only when bidi_enabled is set, and then honours BDSM",
			version:  []string{"wezterm"}, term: []string{"wezterm"}, env: []string{"TERM_PROGRAM=WezTerm"},
		},
		{
			Name: "ghostty", Mode: Marked, Proof: Source,
			Evidence: "forces left to right and joins no base letters; changes to that have been proposed",
			version:  []string{"ghostty"}, term: []string{"xterm-ghostty"}, env: []string{"TERM_PROGRAM=ghostty"},
		},
		{
			Name: "windows-terminal", Mode: Marked, Proof: Source,
			Evidence: "1.19 on: left to right on purpose; reordering while drawing has been proposed",
			env:      []string{"WT_SESSION"},
		},
		{
			Name: "iterm2", Mode: Marked, Advice: SwitchBidiOff, Proof: Source,
			Evidence: "3.7 on: reorders unless its settings say no; answers 4 for BDSM, which it does not have",
			version:  []string{"iterm2"}, env: []string{"TERM_PROGRAM=iTerm.app", "LC_TERMINAL=iTerm2"},
		},
		{
			Name: "apple-terminal", Mode: Marked, Proof: Source,
			Evidence: "reorders, with no way to switch it off",
			env:      []string{"TERM_PROGRAM=Apple_Terminal"},
		},
		{
			Name: "putty", Mode: Visual, Advice: SwitchBidiOff, Proof: Seen,
			Evidence: "0.78: reorders and mirrors whole rows and drops marks of direction; right only with bidi switched off in it",
			term:     []string{"putty"}, da2: []string{"0;136;"},
		},
		{
			Name: "vte", Mode: Marked, Tashkeel: true, Proof: Seen,
			Evidence: "0.70 (GNOME Terminal, Xfce Terminal, Tilix): reorders, honours BDSM row by row; marked rows stay either way",
			version:  []string{"vte("}, da2: []string{"65;"}, env: []string{"VTE_VERSION"},
		},
	}
}

// byVersion finds the terminal that answers XTVERSION so.
func byVersion(version string) (Terminal, bool) {
	return find(func(t *Terminal) bool { return beginsWithOne(version, t.version) })
}

// byAttributes finds the terminal with these secondary device attributes ("0;136;0").
func byAttributes(da2 string) (Terminal, bool) {
	return find(func(t *Terminal) bool { return beginsWithOne(da2, t.da2) })
}

// byTerm finds the terminal that goes by this TERM.
func byTerm(name string) (Terminal, bool) {
	return find(func(t *Terminal) bool { return beginsWithOne(name, t.term) })
}

// byEnv finds the terminal that set a variable of the environment, and gives the variable.
func byEnv(env func(string) string) (t Terminal, clue string, ok bool) {
	t, ok = find(func(t *Terminal) bool {
		for _, v := range t.env {
			name, want, exact := strings.Cut(v, "=")
			if have := env(name); have != "" && (!exact || strings.EqualFold(have, want)) {
				clue = name + "=" + have
				return true
			}
		}
		return false
	})
	return t, clue, ok
}

func find(is func(*Terminal) bool) (Terminal, bool) {
	for _, t := range Terminals() {
		if is(&t) {
			return t, true
		}
	}
	return Terminal{}, false
}

func beginsWithOne(s string, beginnings []string) bool {
	s = strings.ToLower(s)
	for _, b := range beginnings {
		if strings.HasPrefix(s, b) {
			return true
		}
	}
	return false
}
