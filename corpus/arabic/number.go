package arabic

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Digit gives the value of a digit of any form: ASCII, Arabic-Indic, Persian, full width.
func Digit(r rune) (int, bool) {
	for _, zero := range [...]rune{'0', '٠', '۰', '０'} {
		if r >= zero && r <= zero+9 {
			return int(r - zero), true
		}
	}
	return 0, false
}

// ParseNumber gives the value of a number token. ٬ divides thousands; so does a comma before three digits, or where there
// are several, and so do several stops. ٫, ر and any other comma or stop are the decimal point. It reports false where the
// token is no number, or has two decimal points.
func ParseNumber(s string) (float64, bool) {
	var plain strings.Builder
	point, stops := -1, strings.Count(s, ".")
	for i, r := range s {
		if d, ok := Digit(r); ok {
			plain.WriteByte(byte('0' + d))
			continue
		}
		if r == '٬' || r == '.' && stops > 1 {
			continue
		}
		if r == ',' && groups(s[i+1:]) {
			continue
		}
		if point >= 0 || r != ',' && r != '.' && r != '٫' && r != 'ر' {
			return 0, false
		}
		point = plain.Len()
		plain.WriteByte('.')
	}
	v, err := strconv.ParseFloat(plain.String(), 64)
	return v, err == nil
}

// groups reports whether three digits, and no fourth, stand at the start of s.
func groups(s string) bool {
	n := 0
	for _, r := range s {
		if _, ok := Digit(r); !ok {
			break
		}
		n++
	}
	return n == 3 && utf8.ValidString(s)
}
