package term

// Bidirectional support mode, ECMA-48 BDSM.
const (
	bdsmOff = "\x1b[8l" // explicit: the terminal draws cells where they are written
	bdsmOn  = "\x1b[8h" // implicit, the default: the terminal reorders each row
)

// Enter gives what is to be sent before the screen is cleared. Sent later it must be followed by clearing the screen:
// VTE keeps the mode per row, and a row takes the new one only when it is cleared. It may be sent any number of times.
func Enter(c Choice) string { return c.Enter }

// Leave gives what is to be sent on leaving, suspending, and dying. It may be sent any number of times, and undoes Enter
// of every choice that was made for the same terminal.
func Leave(c Choice) string { return c.Leave }

// enter gives the sequences of a mode. Terminals that do not know BDSM ignore it, so it is sent to all that are written
// to in visual order. The modes in logical order live by the terminal's reordering.
func enter(m Mode, t Terminal) string {
	switch {
	case m.visual():
		return bdsmOff + t.Enter
	case m == Words:
		return t.Enter
	default:
		return t.Leave + bdsmOn
	}
}

func leave(t Terminal) string { return t.Leave + bdsmOn }
