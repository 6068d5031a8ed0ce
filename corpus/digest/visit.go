package digest

import (
	"encoding/binary"
	"iter"
	"slices"
	"time"
)

// Visit is what a reader had of a folder when he last had it open: which articles there were. A name is new where no article that was
// known has it, so that nothing else need be remembered; as articles are known by their contents, they may be moved and renamed. The zero
// Visit is none.
type Visit struct {
	at    time.Time
	known []uint64 // ascending
}

// hashBytes is how much of an article's hash is kept: enough that of 100,000 new articles and as many known ones none is taken for
// another (one folder in thirty thousand has such a pair), and two thirds of a megabyte for them all.
const hashBytes = 6

// NewVisit gives the visit that ended at a time, by the hashes of the contents of the articles there were.
func NewVisit(at time.Time, hashes iter.Seq[[16]byte]) Visit {
	v := Visit{at: at.Truncate(time.Second)}
	for h := range hashes {
		v.known = append(v.known, short(h))
	}
	slices.Sort(v.known)
	v.known = slices.Compact(v.known)
	return v
}

// short gives the part of a hash that is kept.
func short(hash [16]byte) uint64 { return binary.BigEndian.Uint64(hash[:]) >> (64 - 8*hashBytes) }

// None reports whether there was no visit.
func (v Visit) None() bool { return v.at.IsZero() }

// At gives the end of the visit.
func (v Visit) At() time.Time { return v.at }

// Articles gives the number of articles that there were.
func (v Visit) Articles() int { return len(v.known) }

// Knows reports whether there was an article with this hash.
func (v Visit) Knows(hash [16]byte) bool {
	_, found := slices.BinarySearch(v.known, short(hash))
	return found
}

// Encode gives the visit as DecodeVisit reads it: the seconds since 1970, then the beginnings of the hashes, ascending.
func (v Visit) Encode() []byte {
	data := binary.BigEndian.AppendUint64(make([]byte, 0, 8+hashBytes*len(v.known)), uint64(v.at.Unix()))
	for _, h := range v.known {
		var b [8]byte
		binary.BigEndian.PutUint64(b[:], h)
		data = append(data, b[8-hashBytes:]...)
	}
	return data
}

// DecodeVisit reads what Encode gave. It reports false for anything else.
func DecodeVisit(data []byte) (Visit, bool) {
	if len(data) < 8 || (len(data)-8)%hashBytes != 0 {
		return Visit{}, false
	}
	const latest = 253402300799 // the last second of the year 9999
	seconds := binary.BigEndian.Uint64(data)
	if seconds == 0 || seconds > latest {
		return Visit{}, false
	}
	v := Visit{at: time.Unix(int64(seconds), 0).UTC(), known: make([]uint64, 0, (len(data)-8)/hashBytes)}
	for at := 8; at < len(data); at += hashBytes {
		var b [8]byte
		copy(b[8-hashBytes:], data[at:])
		h := binary.BigEndian.Uint64(b[:])
		if n := len(v.known); n > 0 && v.known[n-1] >= h {
			return Visit{}, false
		}
		v.known = append(v.known, h)
	}
	return v, true
}
