package bidi

import "slices"

// addLine lays out units [from, end) as a line, which also holds the source bytes up to unit next.
func (lo *Layouter) addLine(from, end, next, offset int) {
	p := &lo.p
	p.resetBlanks(from, end)
	at := len(lo.cells)
	lo.cells = lo.cells[:at+end-from]
	cells := lo.cells[at:]
	lo.placeCells(cells, from, end, next, offset)
	lo.lines = append(lo.lines, p.line(cells, from, next, offset))
}

// addCutLine lays out what fits of the units from unit from on, and an ellipsis that stands for the rest. It has the
// level of the paragraph, so that it comes to stand at the end to which the line runs.
func (lo *Layouter) addCutLine(from, offset, width int) {
	p := &lo.p
	end := p.trim(from, p.fit(from, width-1))
	if end > from {
		p.units[end-1].flags &^= flagAfter // nothing follows for it to join
	}
	p.resetBlanks(from, end)
	at := len(lo.cells)
	lo.cells = lo.cells[:at+end-from+1]
	cells := lo.cells[at:]
	dots := Cell{
		Glyph: ellipsis, Letter: ellipsis, Width: 1, Level: p.base, Index: int32(end - from),
		Start: int32(offset) + p.units[end].start, End: int32(offset) + p.units[p.n].start,
	}
	if p.base&1 == 1 {
		cells[0] = dots
		lo.placeCells(cells[1:], from, end, end, offset)
	} else {
		cells[end-from] = dots
		lo.placeCells(cells[:end-from], from, end, end, offset)
	}
	lo.lines = append(lo.lines, p.line(cells, from, p.n, offset))
}

func (p *paragraph) line(cells []Cell, from, next, offset int) Line {
	l := Line{
		Cells: cells[:len(cells):len(cells)], Width: len(cells), Level: p.base,
		Start: offset + int(p.units[from].start), End: offset + int(p.units[next].start),
	}
	if p.uneven {
		l.Width = 0
		for i := range cells {
			l.Width += int(cells[i].Width)
		}
	}
	return l
}

// placeCells fills cells with units [from, end) in visual order. The last of them also stands for the bytes up to unit next.
func (lo *Layouter) placeCells(cells []Cell, from, end, next, offset int) {
	p := &lo.p
	shift := int32(offset)
	at := 0
	for _, r := range p.visualRuns(from, end) {
		stretch := cells[at : at+r.to-r.from]
		at += len(stretch)
		units := p.units[r.from : r.to+1]
		index := int32(r.from - from)
		if r.level&1 == 1 {
			for k := range stretch {
				i := len(stretch) - 1 - k
				u, c := &units[i], &stretch[k]
				c.Start, c.End, c.Index = shift+u.start, shift+units[i+1].start, index+int32(i)
				c.Glyph, c.Letter, c.Tail, c.Width, c.Level = p.glyph(u), u.r, "", u.width, r.level
				if u.props&propMirrored != 0 {
					c.Glyph, _ = mirror(u.r) // L4
				}
			}
		} else {
			for i := range stretch {
				u, c := &units[i], &stretch[i]
				c.Start, c.End, c.Index = shift+u.start, shift+units[i+1].start, index+int32(i)
				c.Glyph, c.Letter, c.Tail, c.Width, c.Level = p.glyph(u), u.r, "", u.width, r.level
			}
		}
		if r.to == end && next != end {
			last := &stretch[len(stretch)-1]
			if r.level&1 == 1 {
				last = &stretch[0]
			}
			last.End = shift + p.units[next].start
		}
	}
	if len(p.tails) > 0 {
		p.placeTails(cells, from)
	}
}

// placeTails gives the cells of the line from unit from on their tails (L3: marks stay after their base).
func (p *paragraph) placeTails(cells []Cell, from int) {
	for k := range cells {
		i := from + int(cells[k].Index)
		if p.units[i].flags&flagTail == 0 {
			continue
		}
		t, _ := slices.BinarySearchFunc(p.tails, i, func(t tail, unit int) int { return t.unit - unit })
		cells[k].Tail = p.tails[t].s
	}
}

// glyph gives the presentation form of a unit by the letters it joins.
func (p *paragraph) glyph(u *unit) rune {
	joins := u.flags & formMask
	if i := uint32(u.r - 0x600); i < uint32(len(forms)) && p.alef != 0 {
		return rune(forms[i][joins])
	}
	if joins&flagBefore != 0 && u.r >= '\uFEF5' && u.r <= '\uFEFB' { // a lam-alef
		return u.r + 1
	}
	return u.r
}
