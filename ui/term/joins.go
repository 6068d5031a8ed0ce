package term

//go:generate go run ./gen

// joins is how a glyph joins its neighbours, and how its letter could.
type joins uint8

const (
	joinsBack    joins = 1 << iota // it is drawn joined to the letter before it
	joinsForward                   // it is drawn joined to the letter after it
	canJoinBack
	canJoinForward
	unknown // an Arabic letter without presentation forms, or drawn unshaped
)

// joinsOf gives the joins of a glyph; 0 for what joins nothing.
func joinsOf(glyph rune) joins {
	switch {
	case glyph == 0x640: // tatweel
		return joinsBack | joinsForward | canJoinBack | canJoinForward
	case glyph < 0x620, 0x660 <= glyph && glyph <= 0x66D, 0x6F0 <= glyph && glyph <= 0x6F9:
		return 0
	case isForm(glyph):
		return joins(formsB[glyph-0xFE80])
	case 0xFB50 <= glyph && glyph < 0xFB50+rune(len(formsA)):
		return joins(formsA[glyph-0xFB50])
	case glyph <= 0x8FF:
		return unknown
	default:
		return 0
	}
}

const (
	zwnj = "\u200c"
	zwj  = "\u200d"
)

// appendJoiner appends what a terminal that shapes letters itself has to be told between two neighbours, so that they
// join or do not join as they were laid out: the joiners of the text have no cell, and a word may be cut by a line's end.
func appendJoiner(dst []byte, a, b joins) []byte {
	if (a|b)&unknown != 0 {
		return dst
	}
	forward, back := a&joinsForward != 0, b&joinsBack != 0
	if forward == back {
		if !forward && a&canJoinForward != 0 && b&canJoinBack != 0 {
			dst = append(dst, zwnj...)
		}
		return dst
	}
	if forward {
		dst = append(dst, zwj...)
		if b&canJoinBack != 0 {
			dst = append(dst, zwnj...)
		}
		return dst
	}
	if a&canJoinForward != 0 {
		dst = append(dst, zwnj...)
	}
	return append(dst, zwj...)
}
