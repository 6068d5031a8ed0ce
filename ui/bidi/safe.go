package bidi

// safe gives the unit shown in place of a character that must not reach a terminal, or that terminals and renderers do not
// agree on: control pictures for C0 and DEL, U+FFFD for C1, bytes that are not UTF-8, and private or unassigned
// characters. The Arabic signs that enclose the digits after them (U+0600–0605, U+06DD, U+070F …) take a cell on terminals and none in
// renderers: the end of ayah becomes a circle, the others U+FFFD. They keep their class, so that nothing changes places.
func safe(r rune, pr props, start int) unit {
	u := unit{r: replacement, start: int32(start), props: plainOf(pr.class()), width: 1}
	switch {
	case r < 0x20:
		u.r = 0x2400 + r
		u.props = plainOf(clON)
	case r == 0x7F:
		u.r = '␡'
		u.props = plainOf(clON)
	case r < 0xA0:
		u.props = plainOf(clON)
	case r == 0x6DD:
		u.r = '○'
	}
	if c := u.props.class(); c == clBN || c >= clLRO {
		u.props = plainOf(clON)
	}
	return u
}
