package term

import (
	"fmt"
	"strings"
)

// Wishes are what the reader decided, by the names of modes; "" and "auto" decide nothing.
type Wishes struct {
	Mode    string            // of this run: --bidi, or JARIDA_BIDI
	Saved   map[string]string // of the config file, by name of a terminal
	Default string            // of the config file, for every terminal
}

// Reason says what decided the mode.
type Reason uint8

const (
	ByDefault     Reason = iota // nothing is known: the mode that is right nearly everywhere
	ByWish                      // this run was told
	BySaved                     // the config file has a mode for this terminal
	ByConfig                    // the config file has a mode for all terminals
	ByOuter                     // the terminal around tmux
	ByMultiplexer               // tmux or screen, and nothing is known of the terminal around it
	ByBDSM                      // the terminal knows mode 8
	ByVersion                   // XTVERSION
	ByAttributes                // secondary device attributes
	ByTerm                      // TERM
	ByEnv                       // another variable of the environment
)

// reasonNames are names for logs and JSON, by reason.
var reasonNames = [...]string{"default", "wish", "saved", "config", "outer", "multiplexer", "bdsm", "version", "attributes", "term", "env"}

// String names the reason for a machine; package settings has the words for a reader.
func (r Reason) String() string {
	if int(r) < len(reasonNames) {
		return reasonNames[r]
	}
	return "unknown"
}

// Choice is how the terminal is written to.
type Choice struct {
	Terminal string // its name in the table, else what it calls itself: the word before its version, else TERM
	Inside   bool   // tmux or screen stands between
	Mode     Mode
	OneFont  bool   // see Encoder
	Tashkeel bool   // it draws vowel marks right
	Why      Reason // what decided the mode
	Clue     string // the answer or variable that decided: printable characters only
	Evidence string // what is known of the terminal; "" where it is not in the table
	Advice   Advice
	Enter    string // to be sent before the screen is cleared, and again before it is cleared after a change of mode
	Leave    string // to be sent when leaving for good or for a while; harmless when sent twice
}

// Encoder gives the encoder for the choice.
func (c Choice) Encoder() Encoder { return Encoder{Mode: c.Mode, OneFont: c.OneFont} }

// Detect chooses the mode from what is known so far. It asks nobody and never fails: with no replies at all it gives the
// likely mode to start in.
//
// Of several that speak, the first of this order decides: the reader, the terminal around tmux, the answer to mode 8
// (the only test of what a terminal does, not of what it is called), its version, its attributes, TERM, the rest of the
// environment. A variable set by one terminal is inherited by another that is started from it, so a terminal that gives
// its version is not asked for by variables, and inside tmux or screen none counts.
//
// Where mode 8 is honoured, the mode is Marked all the same. VTE keeps it per row: a row that was painted before the
// switch, by whichever program, goes on being reordered. Marked rows are right on both sides of the switch.
func Detect(env func(string) string, r Replies, w Wishes) Choice {
	t, c := recognise(env, r)
	c.Terminal, c.Tashkeel, c.Evidence, c.Advice = t.Name, t.Tashkeel, t.Evidence, t.Advice
	if c.Terminal == "" {
		c.Terminal = ownName(env, r)
	}
	wish(&c, w)
	if c.Mode == Words && c.Terminal == "kitty" {
		c.OneFont = hasArabic(r.Font)
	}
	if c.Inside = multiplexed(env, r); c.Inside {
		t.Enter, t.Leave = "", "" // tmux and screen pass on nothing of the kind
	}
	c.Enter, c.Leave = enter(c.Mode, t), leave(t)
	return c
}

// recognise finds the terminal, and the mode that is right for it.
func recognise(env func(string) string, r Replies) (Terminal, Choice) {
	if multiplexed(env, r) {
		return recogniseOuter(r)
	}
	t, c := recogniseSelf(env, r)
	if r.BDSM == 1 || r.BDSM == 2 {
		c = Choice{Mode: Marked, Why: ByBDSM, Clue: fmt.Sprintf("DECRPM 8;%d", r.BDSM)}
	}
	return t, c
}

func recogniseSelf(env func(string) string, r Replies) (Terminal, Choice) {
	if t, ok := byVersion(r.Version); ok {
		return t, Choice{Mode: t.Mode, Why: ByVersion, Clue: printable(r.Version)}
	}
	if t, ok := byAttributes(r.DA2); ok {
		return t, Choice{Mode: t.Mode, Why: ByAttributes, Clue: printable(r.DA2)}
	}
	if t, ok := byTerm(env("TERM")); ok {
		return t, Choice{Mode: t.Mode, Why: ByTerm, Clue: printable("TERM=" + env("TERM"))}
	}
	if r.Version == "" {
		if t, clue, ok := byEnv(env); ok {
			return t, Choice{Mode: t.Mode, Why: ByEnv, Clue: printable(clue)}
		}
	}
	return Terminal{}, Choice{Mode: Marked, Why: ByDefault}
}

// recogniseOuter finds the terminal around tmux. Only those that a marked row does not suit keep their own mode: tmux may
// be attached to another terminal at any time.
func recogniseOuter(r Replies) (Terminal, Choice) {
	// The terminal's name has no spaces, its version may: "Konsole 22.12.3 xterm-256color".
	version, name := "", strings.TrimSpace(r.Tmux)
	if i := strings.LastIndexByte(name, ' '); i >= 0 {
		version, name = name[:i], name[i+1:]
	}
	t, ok := byVersion(version)
	if !ok {
		t, ok = byTerm(name)
	}
	switch {
	case !ok:
		return Terminal{}, Choice{Mode: Marked, Why: ByMultiplexer}
	case t.Mode == Isolate || t.Mode == Words:
		return t, Choice{Mode: t.Mode, Why: ByOuter, Clue: printable(r.Tmux)}
	default:
		return t, Choice{Mode: Marked, Why: ByOuter, Clue: printable(r.Tmux)}
	}
}

// ownName gives what a terminal that is not in the table calls itself.
func ownName(env func(string) string, r Replies) string {
	if r.Version != "" {
		name, _, _ := strings.Cut(r.Version, "(")
		if f := strings.Fields(name); len(f) > 0 {
			return strings.ToLower(printable(f[0]))
		}
	}
	return printable(env("TERM"))
}

// wish puts the reader's decision over what was found.
func wish(c *Choice, w Wishes) {
	for _, d := range []struct {
		name string
		why  Reason
	}{{w.Mode, ByWish}, {w.Saved[c.Terminal], BySaved}, {w.Default, ByConfig}} {
		if m, err := ParseMode(d.name); err == nil {
			c.Mode, c.Why, c.Clue = m, d.why, d.name
			return
		}
	}
}

// multiplexed reports whether tmux or screen stands between the program and the terminal.
func multiplexed(env func(string) string, r Replies) bool {
	name := env("TERM")
	return env("TMUX") != "" || env("STY") != "" ||
		strings.HasPrefix(name, "tmux") || strings.HasPrefix(name, "screen") ||
		strings.HasPrefix(r.Version, "tmux") || strings.HasPrefix(r.DA2, screenAttributes)
}

// screenAttributes begin the secondary device attributes of GNU screen.
const screenAttributes = "83;"

// hasArabic reports whether a monospaced font is known to have Arabic letters.
func hasArabic(font string) bool {
	font = strings.ToLower(font)
	for _, f := range []string{
		"dejavu sans mono", "dejavusansm", "cascadia", "courier new", "kawkab mono", "vazir code", "simplified arabic fixed",
	} {
		if strings.HasPrefix(font, f) {
			return true
		}
	}
	return false
}
