package bidi

// Digits say in which digits numbers are shown.
type Digits uint8

const (
	AsWritten    Digits = iota
	LatinDigits         // 0–9 for the Arabic-Indic and the extended ones
	ArabicDigits        // ٠–٩ for 0–9, except in what is Latin itself: see isLatin
)

// showDigits replaces digits by others, one for one, before levels are resolved: the text is laid out as if it had been written with them,
// so that a terminal that reorders by itself comes to the same order. Offsets stay those of the source. Tokens stay as they are.
func (p *paragraph) showDigits(d Digits) {
	for i := 0; i < p.n; {
		if !isDigit(p.units[i].r) {
			i++
			continue
		}
		to := p.numberEnd(i)
		if d == LatinDigits || !p.isLatin(i, to) {
			p.showNumber(i, to, d)
		}
		i = to
	}
}

// numberEnd gives the end of the number that begins at unit i: digits, with single separators between them.
func (p *paragraph) numberEnd(i int) int {
	for i < p.n {
		switch {
		case isDigit(p.units[i].r):
			i++
			continue
		case i+1 < p.n && isSeparator(p.units[i].r) && isDigit(p.units[i+1].r):
			i += 2
			continue
		}
		break
	}
	return i
}

// The separators of Arabic numbers.
const (
	decimalSeparator   = '٫'
	thousandsSeparator = '٬'
)

func isSeparator(r rune) bool {
	switch r {
	case '.', ',', ':', '/', '-', decimalSeparator, thousandsSeparator:
		return true
	}
	return false
}

// isLatin reports whether the number [from, to) touches a Latin letter (G20, 5G, report-2024) or is a date as ISO 8601 writes it: in
// Arabic digits year and day would change sides.
func (p *paragraph) isLatin(from, to int) bool {
	touches := func(i int) bool { return i >= 0 && i < p.n && p.units[i].props.class() == clL }
	joined := func(i, beyond int) bool { return i >= 0 && i < p.n && p.units[i].r == '-' && touches(beyond) }
	if touches(from-1) || touches(to) || joined(from-1, from-2) || joined(to, to+1) {
		return true
	}
	const iso = len("2024-01-16")
	return to-from == iso && p.units[from+4].r == '-' && p.units[from+7].r == '-'
}

// showNumber replaces the digits of the number [from, to), in Latin ones the separators too.
func (p *paragraph) showNumber(from, to int, d Digits) {
	for i := from; i < to; i++ {
		u := &p.units[i]
		r := u.r
		switch {
		case u.flags&flagToken != 0:
		case d == ArabicDigits && r >= '0' && r <= '9':
			r += '٠' - '0'
		case d == ArabicDigits:
		case r >= '٠' && r <= '٩':
			r -= '٠' - '0'
		case r >= '۰' && r <= '۹':
			r -= '۰' - '0'
		case r == decimalSeparator:
			r = '.'
		case r == thousandsSeparator:
			r = ','
		}
		if r != u.r {
			u.r, u.props = r, lookup(r)
			p.seen |= 1 << u.props.class()
		}
	}
}
