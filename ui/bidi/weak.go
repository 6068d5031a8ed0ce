package bidi

// marks applies W1.
func marks(classes []class, sos class) {
	before := sos
	for i, c := range classes {
		if c == clNSM {
			classes[i] = before
			continue
		}
		before = c
		if setIsolates.has(c) {
			before = clON
		}
	}
}

// setNumeric is what W2 and W4–W7 look at with its surroundings.
const setNumeric classSet = 1<<clEN | 1<<clAN | 1<<clES | 1<<clET | 1<<clCS

// weak applies W2–W7 in one pass: it leaves only L, R, EN, AN and, for all neutrals, ON.
func weak(classes []class, sos class) {
	strong := sos // the last L, R or AL
	for i := 0; i < len(classes); {
		c := classes[i]
		if setNumeric.has(c) {
			i = weakNumber(classes, i, strong)
			continue
		}
		if setStrong.has(c) {
			strong = c
		}
		classes[i] = settled[c&31]
		i++
	}
}

// settled is what the classes that W2–W7 resolve by themselves become: W3 makes AL R, and all neutrals are alike.
var settled = [32]class{
	clL: clL, clR: clR, clAL: clR,
	clB: clON, clS: clON, clWS: clON, clON: clON, clLRI: clON, clRLI: clON, clFSI: clON, clPDI: clON,
}

// weakNumber resolves what begins at i with a number, terminator or separator, and returns the place after it.
func weakNumber(classes []class, i int, strong class) int {
	switch classes[i] {
	case clEN, clAN:
		return numbers(classes, i, strong)
	case clET:
		return terminators(classes, i, strong)
	}
	classes[i] = clON // W6
	return i + 1
}

// europeanAs gives what W2 and W7 make of EN after the strong class.
func europeanAs(strong class) class {
	switch strong {
	case clAL:
		return clAN
	case clL:
		return clL
	}
	return clEN
}

// numbers resolves the number at i, with what follows it: numbers, single separators between two (W4), and terminators (W5).
// It returns the place after them.
func numbers(classes []class, i int, strong class) int {
	european := europeanAs(strong)
	last := clAN
	for i < len(classes) {
		switch classes[i] {
		case clEN:
			classes[i] = european
			last = clEN
			if strong == clAL {
				last = clAN
			}
		case clAN:
			last = clAN
		case clCS, clES:
			if i+1 == len(classes) || !separates(classes[i], last, classes[i+1], strong) {
				return i
			}
			classes[i] = clAN
			if last == clEN {
				classes[i] = european
			}
		case clET:
			if last != clEN {
				return i
			}
			for i < len(classes) && classes[i] == clET {
				classes[i] = european
				i++
			}
			return i
		default:
			return i
		}
		i++
	}
	return i
}

// separates reports whether a separator between a number of class last and the class next becomes part of the number.
func separates(separator, last, next, strong class) bool {
	if next == clEN && strong == clAL {
		next = clAN
	}
	return last == next && (separator == clCS || last == clEN)
}

// terminators resolves the ET at i and those after it, which no number stands before.
func terminators(classes []class, i int, strong class) int {
	j := i
	for j < len(classes) && classes[j] == clET {
		j++
	}
	if j < len(classes) && classes[j] == clEN && strong != clAL {
		fill(classes[i:j], europeanAs(strong))
	} else {
		fill(classes[i:j], clON)
	}
	return j
}
