package article

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"jarida/corpus/flat"
)

// MaxBytes is the size of the largest file that is read, before and after unpacking. The longest book-length pages are a
// hundredth of it; what is larger is a log or a trap.
const MaxBytes = 32 << 20

// ErrTooLarge says that a file unpacks to more than MaxBytes.
var ErrTooLarge = errors.New("larger than 32 MiB when unpacked")

// NotTextError says that a file is no text, and what it is.
type NotTextError struct{ What string }

func (e NotTextError) Error() string { return e.What + ", not text" }

// Decode turns the bytes of a file into its source text. The name decides between plain text, Markdown and a page where
// the bytes leave it open; it need not exist. The error is a NotTextError for what no charset makes text, ErrTooLarge, or says
// what is broken in a compressed file.
func Decode(raw []byte, name string) (Source, error) { return decode(raw, name, false) }

// DecodeShared is Decode, but a plain text may share the memory of raw: it is as long as that does not change.
func DecodeShared(raw []byte, name string) (Source, error) { return decode(raw, name, true) }

func decode(raw []byte, name string, shares bool) (Source, error) {
	var warnings []string
	if bytes.HasPrefix(raw, gzipMagic) {
		unpacked, warning, err := unpack(raw)
		if err != nil {
			return Source{}, err
		}
		raw = unpacked
		if ext := filepath.Ext(name); strings.EqualFold(ext, ".gz") {
			name = name[:len(name)-len(ext)]
		}
		if warning != "" {
			warnings = append(warnings, warning)
		}
	}
	if what := binaryFormat(raw); what != "" {
		return Source{}, NotTextError{what}
	}
	src, err := decodeFormat(raw, formatOf(raw, name), shares)
	if len(warnings) > 0 {
		src.Warnings = append(warnings, src.Warnings...)
	}
	return src, err
}

// fileFormat is what the bytes of a file hold: a Format, or a page in its mail envelope.
type fileFormat uint8

const (
	plainFile fileFormat = iota
	markdownFile
	htmlFile
	mhtmlFile
)

func decodeFormat(raw []byte, format fileFormat, shares bool) (Source, error) {
	switch format {
	case htmlFile:
		return decodePage(raw, ""), nil
	case mhtmlFile:
		return decodeArchive(raw)
	case plainFile, markdownFile:
	}
	text, encoding, warnings := decodeText(raw, "", shares && format == plainFile)
	src := Source{Text: text, Encoding: encoding, Warnings: warnings}
	if format == markdownFile {
		src.Format = Markdown
		readMarkdown(&src)
	}
	return src, nil
}

func formatOf(raw []byte, name string) fileFormat {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".html", ".htm", ".xhtml":
		return htmlFile
	case ".mhtml", ".mht":
		return mhtmlFile
	case ".md", ".markdown":
		return markdownFile
	}
	switch {
	case looksLikeMarkup(raw):
		return htmlFile
	case looksLikeArchive(raw):
		return mhtmlFile
	}
	return plainFile
}

// looksLikeMarkup reports whether a file that no name calls a page is one: it begins as one does, or with an element that stands around text
// and has the tags of more behind it. In UTF-16 the letters of tags have zeros between them.
func looksLikeMarkup(raw []byte) bool {
	const enough = 512
	head := raw[:min(len(raw), enough)]
	if bytes.IndexByte(head, '<') < 0 {
		return false
	}
	if utf16Order(raw) != notUTF16 {
		head = bytes.ReplaceAll(bytes.TrimLeft(raw[:min(len(raw), 2*sniffBytes)], "\xff\xfe"), []byte{0}, nil)
	} else {
		head = raw[:min(len(raw), sniffBytes)]
	}
	head = bytes.TrimLeft(bytes.TrimPrefix(head, utf8BOM), " \t\r\n")
	return len(head) > 0 && head[0] == '<' && (looksLikePage(head[:min(len(head), enough)]) || looksLikePiece(head))
}

// looksLikePiece reports whether a file holds the elements of an article without the page around them.
func looksLikePiece(head []byte) bool {
	const fewest = 2 // ends of elements: "<p>" alone may be what a text is about
	head = bytes.ToLower(head)
	for _, start := range [...]string{"<p>", "<p ", "<div", "<article", "<h1", "<h2", "<section", "<span", "<main", "<table"} {
		if bytes.HasPrefix(head, []byte(start)) {
			return bytes.Count(head, []byte("</")) >= fewest
		}
	}
	return false
}

// looksLikePage reports whether a file begins as an HTML page does.
func looksLikePage(head []byte) bool {
	head = bytes.ToLower(head)
	for _, start := range []string{"<!doctype html", "<html", "<head", "<body", "<?xml version"} {
		if bytes.HasPrefix(head, []byte(start)) {
			return start != "<?xml version" || bytes.Contains(head, []byte("<html"))
		}
	}
	return false
}

var gzipMagic = []byte{0x1f, 0x8b}

// unpack gives what a gzip file holds, up to MaxBytes. A file that breaks off gives what could be read, and a warning.
func unpack(raw []byte) (text []byte, warning string, err error) {
	reader, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, "", fmt.Errorf("unpacking: %w", err)
	}
	text, err = io.ReadAll(io.LimitReader(reader, MaxBytes+1))
	switch {
	case len(text) > MaxBytes:
		return nil, "", ErrTooLarge
	case err == nil:
		return text, "", nil
	case len(text) == 0:
		return nil, "", fmt.Errorf("unpacking: %w", err)
	}
	return text, "The compressed file is damaged or cut short: what follows could not be unpacked.", nil
}

// decodeText turns bytes of an unknown charset into UTF-8. declared is the charset that the file names, "" for none. What shares is in the memory of
// the bytes where it is the same.
func decodeText(raw []byte, declared string, shares bool) (text, encoding string, warnings []string) {
	if order := utf16Order(raw); order != notUTF16 {
		text, encoding, warnings = decodeUTF16(raw, order)
		return text, encoding, append(warnings, lostLetters(text)...)
	}
	declared, encoding = knownCharset(declared), charsetUTF8
	if bytes.HasPrefix(raw, utf8BOM) {
		raw = raw[len(utf8BOM):]
		declared, encoding = charsetUTF8, "utf-8 with BOM"
	}
	if valid := validUTF8(raw); valid && shares {
		text = flat.String(raw)
	} else if valid {
		text = string(raw)
	} else {
		var charset string
		if text, charset, warnings = decodeUnknown(raw, declared); charset != charsetUTF8 {
			encoding = charset
		}
	}
	if strings.HasPrefix(encoding, charsetUTF8) {
		var doubled doubling
		text, doubled = undouble(text)
		encoding, warnings = doubled.encoding(encoding), append(warnings, doubled.warnings()...)
	}
	return text, encoding, append(warnings, lostLetters(text)...)
}

// validUTF8 is utf8.Valid, eight bytes at a time where they are ASCII and characters of two bytes: nearly all of an Arabic text.
func validUTF8(raw []byte) bool {
	i, begun := 0, uint64(0) // 0x80 where the last byte before i begins a character
	for i+8 <= len(raw) {
		x := binary.LittleEndian.Uint64(raw[i:])
		beyond := x & high
		first := beyond & (x << 1)                                        // 11……
		long := first & (x << 2)                                          // 111…
		overlong := first &^ (x << 3) &^ (x << 4) &^ (x << 5) &^ (x << 6) // C0, C1
		if beyond&^first == first<<8|begun && long|overlong == 0 {
			i, begun = i+8, first>>56
			continue
		}
		i -= int(begun >> 7)
		r, n := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && n == 1 {
			return false
		}
		i, begun = i+n, 0
	}
	return utf8.Valid(raw[i-int(begun>>7):])
}

var utf8BOM = []byte("\ufeff")

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// lostLetters warns of a text whose letters were replaced by question marks before it was saved: nothing brings them back.
func lostLetters(text string) []string {
	head := text[:min(len(text), sniffBytes)]
	marks := strings.Count(head, "?")
	// A fifth of all characters: no text asks that often.
	if marks*5 < len(head) || len(head) < 20 {
		return nil
	}
	return []string{"Most letters are question marks: they were lost before the file was saved."}
}
