package ui

// scrollTop gives the first visible row of n, so that the cursor is within the h rows shown. At an edge it moves by half
// a window: on a slow line one repaint every half page is better than one at every key.
func scrollTop(top, cursor, h, n int) int {
	if h <= 0 {
		return 0
	}
	switch half := (h + 1) / 2; {
	case cursor < top-h || cursor >= top+2*h:
		top = cursor - h/2
	case cursor < top:
		top = min(cursor, top-half)
	case cursor >= top+h:
		top = max(cursor-h+1, top+half)
	}
	return max(min(top, n-h), 0)
}
