package cache

import "encoding/binary"

// Encoder writes numbers and strings, which a Decoder reads in the same order.
type Encoder struct{ b []byte }

// Bytes gives what was written.
func (e *Encoder) Bytes() []byte { return e.b }

// Uint writes a number: one byte for each seven bits.
func (e *Encoder) Uint(v uint64) { e.b = binary.AppendUvarint(e.b, v) }

// String writes a string.
func (e *Encoder) String(s string) {
	e.Uint(uint64(len(s)))
	e.b = append(e.b, s...)
}

// Decoder reads what an Encoder wrote. What it gives of anything else is zero, and Failed says so.
type Decoder struct {
	rest   string
	failed bool
}

// NewDecoder makes a Decoder. The strings that it gives share the memory of s.
func NewDecoder(s string) *Decoder { return &Decoder{rest: s} }

// More reports whether there is more to read.
func (d *Decoder) More() bool { return d.rest != "" && !d.failed }

// Failed reports whether something was read that was not written so.
func (d *Decoder) Failed() bool { return d.failed }

func (d *Decoder) fail() uint64 {
	d.rest, d.failed = "", true
	return 0
}

// Uint reads a number.
func (d *Decoder) Uint() uint64 {
	var v uint64
	for i, shift := 0, 0; i < len(d.rest) && shift < 64; i, shift = i+1, shift+7 {
		c := d.rest[i]
		v |= uint64(c&0x7F) << shift
		if c < 0x80 {
			d.rest = d.rest[i+1:]
			return v
		}
	}
	return d.fail()
}

// String reads a string.
func (d *Decoder) String() string {
	n := d.Uint()
	if n > uint64(len(d.rest)) {
		d.fail()
		return ""
	}
	s := d.rest[:n]
	d.rest = d.rest[n:]
	return s
}
