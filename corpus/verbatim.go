package corpus

import (
	"jarida/corpus/article"
	"jarida/corpus/flat"
)

// Most texts are the bytes of their files: plain valid UTF-8. The cache says of which files that is so, and as long as such a file is as it was its text
// is read in later runs without being looked at, into memory that it shares with others.

// utf8Encoding is what article.Decode calls plain UTF-8.
const utf8Encoding = "utf-8"

// isVerbatim reports whether the bytes of a file are its source text, and that is all there is to know of it.
func isVerbatim(src *article.Source, raw []byte) bool {
	return src.Encoding == utf8Encoding && src.Format == article.Text && len(src.Warnings) == 0 && src.Text == flat.String(raw)
}

// readVerbatim reads a file whose text is its bytes. It gives none where the file is not as it was listed, before the reading and behind it.
func (r *reader) readVerbatim(f *file) (text string, ok bool) {
	if f.content != nil || f.size > article.MaxBytes {
		return "", false
	}
	opened, err := openFile(f.path)
	if err != nil {
		return "", false
	}
	defer opened.close()
	if info, err := opened.stat(); err != nil || !info.is(f) {
		return "", false
	}
	b, err := readFull(opened, r.slab.take(int(f.size)))
	if err != nil || len(b) < int(f.size) {
		return "", false
	}
	if info, err := opened.stat(); err != nil || !info.is(f) {
		return "", false
	}
	return flat.String(b), true
}

// slab is memory into which texts are read one behind the other: the collector has a hundredth of the pieces to look for, and the memory of a text
// that goes is given back with that of those beside it.
type slab struct{ free []byte }

const slabBytes = 1 << 20

// take gives n bytes.
func (s *slab) take(n int) []byte {
	if n > slabBytes/8 {
		return make([]byte, n)
	}
	if n > len(s.free) {
		s.free = make([]byte, slabBytes)
	}
	b := s.free[:n:n]
	s.free = s.free[n:]
	return b
}
