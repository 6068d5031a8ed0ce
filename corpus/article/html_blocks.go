package article

import (
	"slices"

	"golang.org/x/net/html/atom"
)

func (p *pageReader) breakLine(tag atom.Atom) {
	switch {
	case tag == atom.Hr, len(p.text) == p.line && p.pending > 0: // the second break in a row is a paragraph's
		p.endLine(2)
	default:
		p.endLine(1)
	}
}

func (p *pageReader) startBlock(tag atom.Atom, attrs *attributes) {
	p.closeImplied(tag)
	p.endLine(breaksAround(tag))
	if tag == atom.Pre {
		p.preformed++
	}
	if len(p.open) == maxOpen {
		p.beyond++
		return
	}
	if tag == atom.Td || tag == atom.Th {
		if row := p.find(atom.Tr); row >= 0 {
			p.open[row].cells++
		}
	}
	p.open = append(p.open, openElement{box: -1, says: blockNaming(tag, attrs), line: len(p.lines)})
	p.tags = append(p.tags, tag)
	p.opened[slot(tag)]++
}

// slot gives the place where a tag is counted, which others may share.
func slot(tag atom.Atom) byte { return byte(tag>>8 ^ tag) }

// breaksAround gives how many line breaks a browser puts around a block.
func breaksAround(tag atom.Atom) int {
	if tag == atom.P {
		return 2
	}
	return 1
}

// closeImplied closes the elements whose end tags HTML lets authors leave out.
func (p *pageReader) closeImplied(tag atom.Atom) {
	switch tag {
	case atom.Li, atom.Dt, atom.Dd:
		for i, open := range slices.Backward(p.tags) {
			if open == tag || tag != atom.Li && (open == atom.Dt || open == atom.Dd) {
				p.closeTo(i)
				break
			}
			if open != atom.Div && open != atom.P && open != atom.Address {
				break
			}
		}
	case atom.Td, atom.Th:
		p.closeInTable(atom.Td, atom.Th)
	case atom.Tr:
		p.closeInTable(atom.Tr, 0)
	case atom.Tbody, atom.Thead, atom.Tfoot:
		p.closeInTable(atom.Tbody, atom.Thead)
	case atom.Option:
		p.closeTop(atom.Option)
	}
	p.closeTop(atom.P)
	if n := len(p.tags); n > 0 && isHeading(tag) && isHeading(p.tags[n-1]) {
		p.closeTo(len(p.open) - 1)
	}
}

func (p *pageReader) closeTop(tag atom.Atom) {
	if p.beyond == 0 && p.innermost(tag) {
		p.closeTo(len(p.open) - 1)
	}
}

// innermost reports whether an element is the innermost open one.
func (p *pageReader) innermost(tag atom.Atom) bool {
	n := len(p.tags)
	return n > 0 && p.tags[n-1] == tag
}

// closeInTable closes the innermost cell or row of the table at hand.
func (p *pageReader) closeInTable(a, b atom.Atom) {
	for i, open := range slices.Backward(p.tags) {
		if open == a || open == b {
			p.closeTo(i)
			return
		}
		if open == atom.Table {
			return
		}
	}
}

// find gives the innermost open element of a kind, -1 for none.
func (p *pageReader) find(tag atom.Atom) int {
	for i, open := range slices.Backward(p.tags) {
		if open == tag {
			return i
		}
	}
	return -1
}

func (p *pageReader) end(tag atom.Atom) {
	switch {
	case tag == atom.Title && p.inTitle:
		p.inTitle = false
		return
	case tag == atom.A:
		p.endLink()
		p.endInline(tag)
		return
	case !isBlock(tag):
		p.endInline(tag)
		return
	}
	p.endLine(breaksAround(tag))
	if tag == atom.Pre && p.preformed > 0 {
		p.preformed--
	}
	if p.beyond > 0 {
		p.beyond--
		return
	}
	heading, table := isHeading(tag), inTable(tag)
	if !heading && p.opened[slot(tag)] == 0 {
		return
	}
	for k := range p.tags {
		i := len(p.tags) - 1 - k
		open := p.tags[i]
		if open == tag || heading && isHeading(open) {
			p.closeTo(i)
			return
		}
		// An end tag too many closes nothing outside of the cell that it is in.
		if !table && (open == atom.Td || open == atom.Th || open == atom.Table) {
			return
		}
	}
}

// closeTo closes the elements from the i-th open one on.
func (p *pageReader) closeTo(i int) {
	p.endLine(1)
	for k, tag := range slices.Backward(p.tags[i:]) {
		p.opened[slot(tag)]--
		if tag == atom.Tr {
			p.joinCells(&p.open[i+k])
		}
	}
	p.open, p.tags, p.beyond = p.open[:i], p.tags[:i], 0
	for n := len(p.inline); n > 0 && p.inline[n-1].depth > i; n-- {
		p.inline = p.inline[:n-1]
	}
	if p.link > len(p.open) {
		p.endLink()
	}
}

// joinCells makes the cells of a row one line, if they are the figures and words of a table and not the columns of a page.
func (p *pageReader) joinCells(row *openElement) {
	const longest = 120 // bytes: what fits in a column of a table
	cells := p.lines[row.line:]
	if len(cells) < 2 || len(cells) > row.cells {
		return
	}
	links := 0
	for i := range cells {
		c := &cells[i]
		if c.linked*2 > c.end-c.start {
			links++
		}
		if c.end-c.start > longest || c.row || i > 0 && c.start != cells[i-1].end+1 {
			return
		}
	}
	if links*2 > len(cells) {
		return // a menu
	}
	for i := 1; i < len(cells); i++ {
		p.text[cells[i].start-1] = '\t'
	}
	last := cells[len(cells)-1]
	cells[0].end, cells[0].marks, cells[0].row, cells[0].box = last.end, last.marks, true, row.box
	p.lines = p.lines[:row.line+1]
}
