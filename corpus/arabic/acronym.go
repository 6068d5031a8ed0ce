package arabic

// acronymEnd gives the end of the acronym whose first letter ends at end, or end if there is none: two or more single
// letters with stops between them (إ.ب.أ), or three or more where there are spaces too (أ .ف .ب) or spaces alone (د ب أ).
// All stand on one line, and all are divided in one way: by stops or without.
func acronymEnd(text string, end int) int {
	letters, spaced, stops, last := 1, false, false, end
	for {
		i, space, stop := gap(text, last)
		if !space && !stop || letters > 1 && stop != stops {
			break
		}
		next := singleLetter(text, i)
		if next == i {
			break
		}
		letters, last, stops = letters+1, next, stop
		spaced = spaced || space
	}
	if letters < 2 || letters < 3 && spaced {
		return end
	}
	return last
}

// gap gives the end of what divides two letters of an acronym at i: a stop with at most one space on each side, or a space.
func gap(text string, i int) (end int, space, stop bool) {
	if i < len(text) && text[i] == ' ' {
		i, space = i+1, true
	}
	if i < len(text) && text[i] == '.' {
		i, stop = i+1, true
		if i < len(text) && text[i] == ' ' {
			i, space = i+1, true
		}
	}
	return i, space, stop
}

// singleLetter gives the end of the word at i if it has one letter, with its marks; else i. The clitic و divides lists
// ("أ و ب"), and is no letter of an acronym.
func singleLetter(text string, i int) int {
	if i >= len(text) {
		return i
	}
	c, n := classAt(text, i)
	if c != letter || text[i:i+n] == "و" {
		return i
	}
	for end := i + n; ; end += n {
		if end >= len(text) {
			return end
		}
		if c, n = classAt(text, end); c == letter {
			return i
		} else if c != vowel && c != tatweel {
			return end
		}
	}
}
