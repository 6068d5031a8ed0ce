package bidi

// token is a stretch of units [from, to).
type token struct{ from, to int }

func (p *paragraph) findTokens() {}
