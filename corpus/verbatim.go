package corpus

import (
	"jarida/corpus/article"
	"jarida/corpus/flat"
)

// Most texts are the bytes of their files: plain valid UTF-8. The cache says of which files that is so, and as long as such a file is as it was its text
// is read in later runs without being looked at.

// utf8Encoding is what article.Decode calls plain UTF-8.
const utf8Encoding = "utf-8"

// isVerbatim reports whether the bytes of a file are its source text, and that is all there is to know of it.
func isVerbatim(src *article.Source, raw []byte) bool {
	return src.Encoding == utf8Encoding && src.Format == article.Text && len(src.Warnings) == 0 && src.Text == flat.String(raw)
}

// readVerbatim reads a file whose text is its bytes. It gives none where the file is not as it was listed, before the reading and behind it.
func (r *reader) readVerbatim(f *file) (text source, ok bool) {
	if f.content != nil || f.size > article.MaxBytes {
		return text, false
	}
	opened, err := openFile(f.path)
	if err != nil {
		return text, false
	}
	defer opened.close()
	if info, err := opened.stat(); err != nil || !info.is(f) {
		return text, false
	}
	b, err := readFull(opened, r.room(int(f.size)))
	if err != nil || len(b) < int(f.size) {
		return text, false
	}
	if info, err := opened.stat(); err != nil || !info.is(f) {
		return text, false
	}
	return keep(article.Source{Text: flat.String(b), Encoding: utf8Encoding}, &r.slab), true
}
