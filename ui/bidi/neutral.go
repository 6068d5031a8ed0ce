package bidi

// neutral applies N1 and N2: it leaves no ON in the classes.
func neutral(classes []class, sos, eos, embedding class) {
	before := sos
	for i := 0; i < len(classes); {
		c := classes[i]
		if c != clON {
			before = sideOf(c)
			i++
			continue
		}
		from := i
		for i < len(classes) && classes[i] == clON {
			i++
		}
		after := eos
		if i < len(classes) {
			after = sideOf(classes[i])
		}
		if before != after {
			before = embedding
		}
		fill(classes[from:i], before)
	}
}

// sideOf gives the direction that a resolved class has for N0 and N1: numbers count as R.
func sideOf(c class) class {
	if c == clL {
		return clL
	}
	return clR
}
