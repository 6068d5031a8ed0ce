package term

import "strconv"

// Question is something that the terminal was asked.
type Question uint8

// The questions, in the order in which they are asked.
const (
	AskBDSM Question = iota
	AskVersion
	AskAttributes
	AskOuter
	AskFont
)

// Answer is a question with its answer, "" for none. Questions that do not arise (of the terminal around tmux where there
// is no tmux) are not among Answers.
type Answer struct {
	Question Question
	Reply    string
}

// Answers lists what was asked and answered.
func (r *Replies) Answers(c Choice) []Answer {
	bdsm := ""
	if r.BDSM >= 0 {
		bdsm = strconv.Itoa(r.BDSM)
	}
	a := []Answer{{AskBDSM, bdsm}, {AskVersion, r.Version}, {AskAttributes, r.DA2}}
	if c.Inside {
		a = append(a, Answer{AskOuter, r.Tmux})
	} else if c.Terminal == "kitty" {
		a = append(a, Answer{AskFont, r.Font})
	}
	return a
}
