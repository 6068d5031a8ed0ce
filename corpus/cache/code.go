package cache

import "encoding/binary"

// Encoder writes numbers and strings, which a Decoder reads in the same order.
type Encoder struct{ b []byte }

// Bytes gives what was written.
func (e *Encoder) Bytes() []byte { return e.b }

// Uint writes a number: one byte for each seven bits.
func (e *Encoder) Uint(v uint64) { e.b = binary.AppendUvarint(e.b, v) }

// Int writes a number that may be below 0.
func (e *Encoder) Int(v int64) { e.b = binary.AppendVarint(e.b, v) }

// Bool writes a truth.
func (e *Encoder) Bool(v bool) {
	if v {
		e.Uint(1)
	} else {
		e.Uint(0)
	}
}

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

// Int reads a number that may be below 0.
func (d *Decoder) Int() int64 {
	v := d.Uint()
	return int64(v>>1) ^ -int64(v&1)
}

// Bool reads a truth.
func (d *Decoder) Bool() bool {
	v := d.Uint()
	if v > 1 {
		d.fail()
	}
	return v == 1
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
