package article

import "encoding/binary"

// An outline is the structure of an article in a few bytes for each block: who has it, and the facts, need not parse the text again. It is for
// memory alone.
//
//	title: start, length
//	the number of blocks, { kind with its marks, bytes since the last block, length, [what it repeats], [what it goes on with] }
//	{ related story: first and last block, { start, length } of its title, lead and source }
//
// All numbers are varints, those of a story may be below 0.
const (
	outlineKind      = 1<<4 - 1
	outlineRepeats   = 1 << 4
	outlineContinues = 1 << 5
)

// AppendOutline appends the outline of an article: where its title, its blocks and its related stories stand.
func (a *Article) AppendOutline(dst []byte) []byte {
	dst = appendRange(dst, Range{a.Title.Start, a.Title.End})
	dst = binary.AppendUvarint(dst, uint64(len(a.Blocks)))
	end := a.Start
	for _, b := range a.Blocks {
		head := uint64(b.Kind)
		if b.RepeatOf >= 0 {
			head |= outlineRepeats
		}
		if b.Continues >= 0 {
			head |= outlineContinues
		}
		dst = binary.AppendUvarint(dst, head)
		dst = binary.AppendUvarint(dst, uint64(b.Start-end))
		dst = binary.AppendUvarint(dst, uint64(b.End-b.Start))
		if b.RepeatOf >= 0 {
			dst = binary.AppendUvarint(dst, uint64(b.RepeatOf))
		}
		if b.Continues >= 0 {
			dst = binary.AppendUvarint(dst, uint64(b.Continues))
		}
		end = b.End
	}
	for _, t := range a.Related {
		dst = binary.AppendVarint(dst, int64(t.First))
		dst = binary.AppendVarint(dst, int64(t.Last))
		for _, r := range [...]Range{t.Title, t.Lead, t.Source} {
			dst = appendRange(dst, r)
		}
	}
	return dst
}

func appendRange(dst []byte, r Range) []byte {
	return binary.AppendVarint(binary.AppendVarint(dst, int64(r.Start)), int64(r.End-r.Start))
}

// Lay sets the places of the title, the blocks and the related stories by an outline of an article with the same Start. It uses the memory of
// Blocks and Related again.
func (a *Article) Lay(outline string) {
	r := outlineReader{outline}
	title := r.place()
	a.Title.Start, a.Title.End = title.Start, title.End
	n := int(r.number())
	if cap(a.Blocks) < n {
		a.Blocks = make([]Block, n)
	}
	a.Blocks = a.Blocks[:n]
	end := a.Start
	for i := range a.Blocks {
		head := r.number()
		b := Block{Kind: Kind(head & outlineKind), Start: end + int(r.number()), RepeatOf: -1, Continues: -1}
		b.End = b.Start + int(r.number())
		if head&outlineRepeats != 0 {
			b.RepeatOf = int(r.number())
		}
		if head&outlineContinues != 0 {
			b.Continues = int(r.number())
		}
		a.Blocks[i], end = b, b.End
	}
	a.Related = a.Related[:0]
	for r.rest != "" {
		a.Related = append(a.Related, Teaser{First: int(r.signed()), Last: int(r.signed()), Title: r.place(), Lead: r.place(), Source: r.place()})
	}
}

// outlineReader reads the numbers of an outline.
type outlineReader struct{ rest string }

// number reads a varint. Behind the end there are zeros.
func (r *outlineReader) number() uint64 {
	n, shift := uint64(0), 0
	for i := 0; i < len(r.rest); i++ {
		c := r.rest[i]
		n |= uint64(c&0x7F) << shift
		if shift += 7; c < 0x80 {
			r.rest = r.rest[i+1:]
			return n
		}
	}
	r.rest = ""
	return n
}

func (r *outlineReader) signed() int64 {
	n := r.number()
	return int64(n>>1) ^ -int64(n&1)
}

func (r *outlineReader) place() Range {
	start := int(r.signed())
	return Range{start, start + int(r.signed())}
}
