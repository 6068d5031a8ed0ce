package bidi

// ellipsis ends a line after which text was left out.
const ellipsis = '…'

// wrap breaks the resolved paragraph into lines, in logical order, and lays out each.
func (lo *Layouter) wrap(offset int, o Options) []Line {
	p := &lo.p
	if o.Width == 1 {
		p.narrow()
	}
	lo.lines = lo.lines[:0]
	need := p.n
	if o.Width > 0 && o.MaxLines > 0 && o.MaxLines < need/o.Width {
		need = o.MaxLines * o.Width
	}
	lo.cells = grow(lo.cells, need+1)[:0] // one more for an ellipsis: the cells of lines must not move
	for from := 0; from < p.n || len(lo.lines) == 0; {
		end, next := p.breakLine(from, o.Width)
		if end == from && next > from { // white space that fits no line: its bytes go to the next cell
			p.units[next].start = p.units[from].start
			from = next
			continue
		}
		if next < p.n && len(lo.lines)+1 == o.MaxLines {
			lo.addCutLine(from, offset, o.Width)
			break
		}
		lo.addLine(from, end, next, offset)
		from = next
	}
	return lo.lines
}

// narrow replaces what is wider than a line of one column.
func (p *paragraph) narrow() {
	for i := range p.units[:p.n] {
		if u := &p.units[i]; u.width > 1 {
			u.r, u.width = replacement, 1
			u.flags &^= flagTail
			u.props &^= propMirrored
		}
	}
}

// breakLine gives the end of what is shown of the line that begins at unit from, and the beginning of the next line; white
// space between the two is not shown. The end is from only where there is nothing but white space before a break.
//
// Every stretch without an opportunity is looked through twice at most, so the time is linear in the text.
func (p *paragraph) breakLine(from, width int) (end, next int) {
	limit := p.n
	if width > 0 {
		limit = p.fit(from, width)
	}
	if limit == p.n {
		return p.n, p.n
	}
	after := limit
	for after < p.n && p.units[after].isSpace() {
		after++
	}
	if after == p.n {
		return limit, p.n
	}
	if after > limit && p.mayBreak(after) {
		return p.trim(from, limit), after
	}
	for b := limit; b > from; b-- {
		if p.mayBreak(b) {
			return p.trim(from, b), b
		}
	}
	for b := limit; b > from+1; b-- { // inside a word, but not off its punctuation
		if p.units[b].props&propNoStart == 0 && p.units[b-1].props&propNoEnd == 0 && !p.units[b].isSpace() {
			return p.trim(from, b), b
		}
	}
	return limit, limit
}

// fit gives the first unit of the line from unit from that has no room in width columns.
func (p *paragraph) fit(from, width int) int {
	if !p.uneven {
		return from + min(width, p.n-from)
	}
	for i := from; i < p.n; i++ {
		if width -= int(p.units[i].width); width < 0 {
			return i
		}
	}
	return p.n
}

// trim gives the end of the line without the white space before end.
func (p *paragraph) trim(from, end int) int {
	for end > from && p.units[end-1].isSpace() {
		end--
	}
	return end
}

// mayBreak reports whether a line may begin with unit i: the rules of UAX #14 that news text needs. A line begins after
// white space, after a hyphen or slash between letters, and beside wide characters, but not with closing punctuation nor
// after an opening bracket, spaces between or not (LB13, LB14).
func (p *paragraph) mayBreak(i int) bool {
	u, before := &p.units[i], &p.units[i-1]
	if u.isSpace() || u.flags&flagKeep != 0 || u.props&propNoStart != 0 {
		return false
	}
	if before.isSpace() {
		last := i - 2
		for last >= 0 && p.units[last].isSpace() {
			last--
		}
		return last < 0 || p.units[last].props&propNoEnd == 0
	}
	if before.props&propNoEnd != 0 || u.r == nbsp || before.r == nbsp {
		return false
	}
	if before.flags&flagMayBreak != 0 || u.width == 2 || before.width == 2 {
		return true
	}
	return i >= 2 && p.breaksAfter(i-1)
}

// breaksAfter reports whether a line may end with unit i although no white space follows.
func (p *paragraph) breaksAfter(i int) bool {
	switch p.units[i].r {
	case '-', '‐', '–', '—', '/':
		return isLetter(&p.units[i-1]) && isLetter(&p.units[i+1]) || p.units[i].flags&flagToken != 0
	case '?', '&', '=', '_', '.':
		return p.units[i].flags&flagToken != 0 // the token does not fit on a line
	}
	return false
}

func isLetter(u *unit) bool {
	c := u.props.class()
	return c == clL || c == clR || c == clAL
}
