package term

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// environment gives the variables of "NAME=VALUE NAME=VALUE".
func environment(vars string) func(string) string {
	m := map[string]string{}
	for v := range strings.FieldsSeq(vars) {
		name, value, _ := strings.Cut(v, "=")
		m[name] = value
	}
	return func(name string) string { return m[name] }
}

func TestDetect(t *testing.T) {
	t.Parallel()
	none := NoReplies()
	bdsm := func(value int) Replies { return Replies{BDSM: value} }
	is := func(version string) Replies { return Replies{Version: version, Done: true} }
	tests := []struct {
		name    string
		env     string
		replies Replies
		wishes  Wishes
		want    string // terminal, mode, reason
	}{
		{"nothing known", "TERM=xterm-256color", none, Wishes{}, "xterm-256color marked default"},
		{"nothing at all", "", Replies{}, Wishes{}, " marked default"},
		{"xterm", "TERM=xterm", is("XTerm(379)"), Wishes{}, "xterm visual version"},
		{"Konsole from the environment", "TERM=xterm-256color KONSOLE_VERSION=221203", none, Wishes{}, "konsole isolate env"},
		{"Konsole over ssh", "TERM=xterm-256color", is("Konsole 22.12.3"), Wishes{}, "konsole isolate version"},
		{"xterm started from Konsole", "TERM=xterm-256color KONSOLE_VERSION=221203", is("XTerm(379)"), Wishes{}, "xterm visual version"},
		{"unknown started from Konsole", "TERM=xterm-256color KONSOLE_VERSION=221203", is("Strange 1.0"), Wishes{}, "strange marked default"},
		{"VTE started from Konsole", "TERM=xterm-256color KONSOLE_VERSION=221203", bdsm(1), Wishes{}, "konsole marked bdsm"},
		{"alacritty started from kitty", "TERM=alacritty KITTY_WINDOW_ID=1", none, Wishes{}, "alacritty visual term"},
		{"kitty", "TERM=xterm-kitty KITTY_WINDOW_ID=1", none, Wishes{}, "kitty words term"},
		{"kitty over ssh", "TERM=xterm-kitty", is("kitty(0.26.5)"), Wishes{}, "kitty words version"},
		{"mlterm", "TERM=mlterm", none, Wishes{}, "mlterm visual term"},
		{"mlterm over ssh", "TERM=xterm", Replies{DA2: "24;279;0"}, Wishes{}, "mlterm visual attributes"},
		{"VTE over ssh", "TERM=xterm-256color", Replies{BDSM: 1, DA2: "65;7006;1"}, Wishes{}, "vte marked bdsm"},
		{"foot", "TERM=foot", none, Wishes{}, "foot visual term"},
		{"linux console", "TERM=linux", none, Wishes{}, "linux visual term"},
		{"urxvt", "TERM=rxvt-unicode-256color", none, Wishes{}, "urxvt visual term"},
		{"st", "TERM=st-256color", none, Wishes{}, "st visual term"},
		{"VTE", "TERM=xterm-256color VTE_VERSION=7003", bdsm(1), Wishes{}, "vte marked bdsm"},
		{"VTE after the switch", "TERM=xterm-256color VTE_VERSION=7003", bdsm(2), Wishes{}, "vte marked bdsm"},
		{"permanently reset is not knowing it", "TERM=xterm-256color", Replies{BDSM: 4, Version: "iTerm2 3.7"}, Wishes{}, "iterm2 marked version"},
		{"Konsole that has learnt mode 8", "", Replies{BDSM: 1, Version: "Konsole 30"}, Wishes{}, "konsole marked bdsm"},
		{"Windows Terminal", "TERM=xterm-256color WT_SESSION=x", none, Wishes{}, "windows-terminal marked env"},
		{"VS Code", "TERM=xterm-256color TERM_PROGRAM=vscode", none, Wishes{}, "vscode marked env"},
		{"Apple", "TERM=xterm-256color TERM_PROGRAM=Apple_Terminal", none, Wishes{}, "apple-terminal marked env"},
		{"iTerm2 over ssh", "TERM=xterm-256color LC_TERMINAL=iTerm2", none, Wishes{}, "iterm2 marked env"},
		{"PuTTY", "TERM=xterm", Replies{DA2: "0;136;0"}, Wishes{}, "putty visual attributes"},

		{"tmux, outer unknown", "TERM=tmux-256color TMUX=x KONSOLE_VERSION=1", none, Wishes{}, "tmux-256color marked multiplexer"},
		{"tmux in Konsole", "TERM=screen TMUX=x", Replies{Tmux: "Konsole 22.12.3 xterm-256color"}, Wishes{}, "konsole isolate outer"},
		{"tmux in kitty", "TERM=tmux TMUX=x", Replies{Tmux: "kitty(0.26.5) xterm-kitty"}, Wishes{}, "kitty words outer"},
		{"tmux in kitty that gave no version", "TERM=tmux TMUX=x", Replies{Tmux: "xterm-kitty"}, Wishes{}, "kitty words outer"},
		{"tmux in xterm", "TERM=tmux TMUX=x", Replies{Tmux: "XTerm(379) xterm"}, Wishes{}, "xterm marked outer"},
		{"tmux in VTE", "TERM=tmux TMUX=x", Replies{Tmux: "xterm-256color", Version: "tmux 3.3a"}, Wishes{}, "tmux marked multiplexer"},
		{"tmux seen by its version alone", "TERM=xterm KONSOLE_VERSION=1", is("tmux 3.3a"), Wishes{}, "tmux marked multiplexer"},
		{"screen", "TERM=screen STY=x KITTY_WINDOW_ID=1", none, Wishes{}, "screen marked multiplexer"},
		{"screen seen by its attributes", "TERM=xterm KITTY_WINDOW_ID=1", Replies{DA2: "83;40900;0"}, Wishes{}, "xterm marked multiplexer"},

		{"the flag wins", "TERM=xterm-kitty", is("kitty(0.26.5)"), Wishes{Mode: "visual", Saved: map[string]string{"kitty": "isolate"}}, "kitty visual wish"},
		{"the saved mode", "TERM=xterm-kitty", none, Wishes{Mode: Auto, Saved: map[string]string{"kitty": "visual"}, Default: "logical"}, "kitty visual saved"},
		{"saved for an unknown terminal", "TERM=xterm-256color", is("Strange(2)"), Wishes{Saved: map[string]string{"strange": "isolate"}}, "strange isolate saved"},
		{"of another terminal", "TERM=xterm-kitty", none, Wishes{Saved: map[string]string{"konsole": "visual"}}, "kitty words term"},
		{"the config's mode for all", "TERM=xterm-kitty", none, Wishes{Default: "marked"}, "kitty marked config"},
		{"a name that is no mode", "TERM=xterm-kitty", none, Wishes{Mode: "rtl"}, "kitty words term"},
	}
	for _, tt := range tests {
		c := Detect(environment(tt.env), tt.replies, tt.wishes)
		if got := c.Terminal + " " + c.Mode.String() + " " + c.Why.String(); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestEnterAndLeave(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, env    string
		mode         string
		enter, leave string
	}{
		{"unknown", "TERM=xterm", "", bdsmOff, bdsmOn},
		{"Konsole", "KONSOLE_VERSION=1", "", bdsmOn, bdsmOn},
		{"kitty", "TERM=xterm-kitty", "", "", bdsmOn},
		{"mlterm", "TERM=mlterm", "", bdsmOff + mltermLayoutOff, mltermLayoutOn + bdsmOn},
		{"mlterm left to reorder", "TERM=mlterm", "logical", mltermLayoutOn + bdsmOn, mltermLayoutOn + bdsmOn},
		{"tmux in mlterm", "TERM=tmux TMUX=x", "", bdsmOff, bdsmOn},
	}
	for _, tt := range tests {
		c := Detect(environment(tt.env), NoReplies(), Wishes{Mode: tt.mode})
		if Enter(c) != tt.enter || Leave(c) != tt.leave {
			t.Errorf("%s: got %q and %q, want %q and %q", tt.name, Enter(c), Leave(c), tt.enter, tt.leave)
		}
	}
}

// Answers may be forged, or come from a terminal gone wrong: they are shown, so they hold no controls.
func TestClueIsPrintable(t *testing.T) {
	t.Parallel()
	r := NoReplies()
	r.Hear(tea.TerminalVersionMsg{Name: "kitty\x1b]0;x\a(\u202e1)"})
	c := Detect(environment("TERM=x\x1b[31m"), r, Wishes{})
	for _, s := range []string{c.Clue, c.Terminal, r.Version} {
		for _, b := range []byte(s) {
			if b < ' ' || b > '~' {
				t.Errorf("%q", s)
			}
		}
	}
	if c := Detect(environment("TERM=x\x1b[31m"), NoReplies(), Wishes{}); c.Terminal != "x[31m" {
		t.Errorf("got %q", c.Terminal)
	}
}

func TestFont(t *testing.T) {
	t.Parallel()
	env := environment("TERM=xterm-kitty")
	for font, want := range map[string]bool{"": false, "DejaVu Sans Mono": true, "Fira Code": false, "CascadiaCode": true} {
		c := Detect(env, Replies{Version: "kitty(0.26.5)", Font: font}, Wishes{})
		if c.Encoder() != (Encoder{Mode: Words, OneFont: want}) {
			t.Errorf("%q: got %+v", font, c.Encoder())
		}
	}
}

// What bubbletea and ultraviolet make of the answers is heard as it is sent.
func TestHear(t *testing.T) {
	t.Parallel()
	const sent = "\x1b[8;1$y\x1bP>|kitty(0.26.5)\x1b\\\x1b[>1;4000;26c" +
		"\x1bP1+r6b697474792d71756572792d666f6e745f66616d696c79=4669726120436f6465\x1b\\\x1b[?62;c"
	want := Replies{BDSM: 1, Version: "kitty(0.26.5)", DA2: "1;4000;26", Font: "Fira Code", Done: true}
	r := NoReplies()
	var d uv.EventDecoder
	for buf := []byte(sent); len(buf) > 0; {
		n, e := d.Decode(buf)
		if n == 0 {
			t.Fatalf("undecoded: %q", buf)
		}
		if !r.Hear(e) {
			t.Errorf("not heard: %T %v", e, e)
		}
		buf = buf[n:]
	}
	if r != want {
		t.Errorf("got %+v, want %+v", r, want)
	}
	if !r.Hear(tea.ModeReportMsg{Mode: ansi.ModeBiDirectionalSupport, Value: 2}) || r.BDSM != 2 {
		t.Errorf("as a message: %+v", r)
	}
	for _, msg := range []any{tea.KeyPressMsg{}, tea.ModeReportMsg{Mode: ansi.ModeSynchronizedOutput, Value: 1}, tea.CapabilityMsg{Content: "RGB"}, nil} {
		if r.Hear(msg) {
			t.Errorf("heard %T", msg)
		}
	}
}

func TestFollowUp(t *testing.T) {
	t.Parallel()
	kitty := Detect(environment("TERM=xterm-kitty"), NoReplies(), Wishes{})
	if got := FollowUp(kitty, NoReplies()); !strings.HasPrefix(got, "\x1bP+q") {
		t.Errorf("kitty is asked %q", got)
	}
	if got := FollowUp(kitty, Replies{Font: "x"}); got != "" {
		t.Errorf("kitty is asked again: %q", got)
	}
	for _, env := range []string{"TERM=xterm", "TERM_PROGRAM=Apple_Terminal", "TERM=tmux TMUX=x"} {
		c := Detect(environment(env), Replies{Tmux: "xterm-kitty"}, Wishes{})
		if got := FollowUp(c, NoReplies()); got != "" {
			t.Errorf("%s is asked %q", env, got)
		}
	}
}

// A row of the table that cannot be met, or gives no evidence, is of no use.
func TestTable(t *testing.T) {
	t.Parallel()
	names := map[string]bool{}
	for _, row := range Terminals() {
		if row.Name == "" || row.Name != strings.ToLower(row.Name) || names[row.Name] {
			t.Errorf("name %q", row.Name)
		}
		names[row.Name] = true
		if row.Evidence == "" {
			t.Errorf("%s: no evidence", row.Name)
		}
		if len(row.version)+len(row.da2)+len(row.term)+len(row.env) == 0 {
			t.Errorf("%s: cannot be recognised", row.Name)
		}
		if (row.Enter == "") != (row.Leave == "") {
			t.Errorf("%s: what is switched is not switched back", row.Name)
		}
		for _, b := range append(append([]string{}, row.version...), row.term...) {
			if b != strings.ToLower(b) {
				t.Errorf("%s: %q can never match", row.Name, b)
			}
		}
	}
}
