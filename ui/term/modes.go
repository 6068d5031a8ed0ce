package term

import (
	"fmt"
	"strings"
)

// Mode is a way of writing right-to-left text for a terminal.
type Mode uint8

const (
	Marked  Mode = iota // visual order, presentation forms, U+200E after every right-to-left cell: right nearly everywhere
	Visual              // visual order, presentation forms: where the terminal does not reorder, or BDSM is off
	Isolate             // logical order, base letters, one isolate per field: Konsole
	Words               // visual order of words, each right-to-left word in logical order: kitty's default
	Logical             // logical order, as stored: pipes
)

// Auto is the name that stands for detection in place of a mode's.
const Auto = "auto"

// modeNames are the names on the command line and in the config file, by mode.
var modeNames = [...]string{"marked", "visual", "isolate", "words", "logical"}

// Modes lists the modes in the order in which a reader is to try them.
func Modes() []Mode { return []Mode{Marked, Visual, Isolate, Words, Logical} }

// String gives the mode's name on the command line and in the config file.
func (m Mode) String() string {
	if int(m) < len(modeNames) {
		return modeNames[m]
	}
	return fmt.Sprintf("mode(%d)", uint8(m))
}

// ParseMode gives the mode of a name. "auto" is no mode: who accepts it looks for it first.
func ParseMode(name string) (Mode, error) {
	for i, n := range modeNames {
		if n == name {
			return Mode(i), nil
		}
	}
	return Marked, fmt.Errorf("%q is none of %s, %s", name, Auto, strings.Join(modeNames[:], ", "))
}

// visual reports whether the mode writes cells in visual order, so that a terminal's own reordering has to be off.
func (m Mode) visual() bool { return m == Marked || m == Visual }
