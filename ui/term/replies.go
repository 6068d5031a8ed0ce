package term

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// Replies are what the terminal answered to Queries. Answers come in any order, late, or never: Detect is called again
// with each.
type Replies struct {
	BDSM    int    // the value of mode 8 in DECRPM: 0 unknown to it, 1 set, 2 reset, 3 and 4 the same for good; -1: no answer
	Version string // XTVERSION
	DA2     string // the parameters of the secondary device attributes, "41;379;0"
	Tmux    string // what OuterTerminal found out
	Font    string // the main font, where FollowUp asked for it
	Done    bool   // the primary device attributes have come: what is unanswered by now stays so
}

// NoReplies are the replies before anything was answered.
func NoReplies() Replies { return Replies{BDSM: -1} }

// The questions.
const (
	bdsmQuery = "\x1b[8$p" // DECRQM of ANSI mode 8
	version   = "\x1b[>q"  // XTVERSION
	da2       = "\x1b[>c"  // secondary device attributes
	da1       = "\x1b[c"   // primary device attributes
)

// Queries gives the burst of questions to a terminal. The last is one that all answer, so that its answer ends the wait.
// bubbletea hands the answers to Update as messages: see Hear.
func Queries() string { return bdsmQuery + version + da2 + da1 }

// fontCapability is kitty's name for its main font, asked for as if it were a capability (XTGETTCAP).
const fontCapability = "kitty-query-font_family"

// FollowUp gives a further question that an answer gives rise to, "" for none. kitty is asked for its font; others are
// not, for some write that question on the screen.
func FollowUp(c Choice, r Replies) string {
	if c.Terminal != "kitty" || c.Inside || r.Font != "" {
		return ""
	}
	return ansi.RequestTermcap(fontCapability)
}

// Hear takes over an answer, as bubbletea hands it to Update or as ultraviolet decodes it, and reports whether the message
// was one.
func (r *Replies) Hear(msg any) bool {
	switch msg := msg.(type) {
	case tea.ModeReportMsg:
		return r.hearMode(msg.Mode, msg.Value)
	case uv.ModeReportEvent:
		return r.hearMode(msg.Mode, msg.Value)
	case tea.TerminalVersionMsg:
		r.Version = printable(msg.Name)
	case uv.TerminalVersionEvent:
		r.Version = printable(msg.Name)
	case tea.CapabilityMsg:
		return r.hearCapability(msg.Content)
	case uv.CapabilityEvent:
		return r.hearCapability(msg.Content)
	case uv.SecondaryDeviceAttributesEvent:
		r.DA2 = joinParams(msg)
	case uv.PrimaryDeviceAttributesEvent:
		r.Done = true
	default:
		return false
	}
	return true
}

func (r *Replies) hearMode(mode ansi.Mode, value ansi.ModeSetting) bool {
	if mode != ansi.ModeBiDirectionalSupport {
		return false
	}
	r.BDSM = int(value)
	return true
}

func (r *Replies) hearCapability(content string) bool {
	font, ok := strings.CutPrefix(content, fontCapability+"=")
	if ok {
		r.Font = printable(font)
	}
	return ok
}

func joinParams(params []int) string {
	var b strings.Builder
	for i, p := range params {
		if i > 0 {
			b.WriteByte(';')
		}
		b.WriteString(strconv.Itoa(p))
	}
	return b.String()
}

// printable leaves out of an answer of the terminal what is not printable ASCII: it is shown, and may have been forged.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' {
			return -1
		}
		return r
	}, s)
}
