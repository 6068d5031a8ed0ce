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
		Cells: slices.Clip(cells), Width: len(cells), Level: p.base,
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
	after := p.units[end].start
	p.units[end].start = p.units[next].start // where the last cell ends
	at := 0
	for _, r := range p.visualRuns(from, end) {
		p.placeRun(cells[at:at+r.to-r.from], r, int32(offset), int32(r.from-from))
		at += r.to - r.from
	}
	p.units[end].start = after
	if len(p.tails) > 0 {
		p.placeTails(cells, from)
	}
}

// placeRun fills cells with the units of a level run, the first of which has the given index in its line. It costs more than
// any other step but reading: fields are set one by one, and tails only cleared where there are some, which
// saves the write barrier.
func (p *paragraph) placeRun(cells []Cell, r run, shift, index int32) {
	k, step, mirrored := 0, 1, props(0)
	if r.level&1 == 1 {
		k, step, mirrored = len(cells)-1, -1, propMirrored
	}
	shaped := p.alef != 0
	units := p.units[r.from : r.to+1]
	start := shift + units[0].start
	for i := range len(units) - 1 {
		u, c := &units[i], &cells[k]
		glyph := u.r
		if joins := u.flags & formMask; uint32(glyph-0x600) < uint32(len(forms)) {
			if shaped {
				glyph = rune(forms[glyph-0x600][joins])
			}
		} else if joins&flagBefore != 0 {
			glyph = finalLamAlef(glyph)
		}
		if u.props&mirrored != 0 {
			glyph, _ = mirror(glyph) // L4
		}
		end := shift + units[i+1].start
		c.Glyph, c.Letter, c.Start, c.End, c.Index = glyph, u.r, start, end, index
		c.Width, c.Level = u.width, r.level
		if c.Tail != "" {
			c.Tail = ""
		}
		start = end
		index++
		k += step
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

// finalLamAlef gives the form of a lam-alef that joins the letter before it; other characters outside the table of forms are
// as they are.
func finalLamAlef(r rune) rune {
	if r >= '\uFEF5' && r <= '\uFEFB' {
		return r + 1
	}
	return r
}
