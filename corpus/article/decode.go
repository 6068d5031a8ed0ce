package article

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"unicode/utf8"
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
func Decode(raw []byte, name string) (Source, error) {
	var warnings []string
	if bytes.HasPrefix(raw, gzipMagic) {
		unpacked, warning, err := unpack(raw)
		if err != nil {
			return Source{}, err
		}
		raw, name = unpacked, strings.TrimSuffix(name, filepath.Ext(name))
		if warning != "" {
			warnings = append(warnings, warning)
		}
	}
	if what := binaryFormat(raw); what != "" {
		return Source{}, NotTextError{what}
	}
	src, err := decodeFormat(raw, formatOf(raw, name))
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

func decodeFormat(raw []byte, format fileFormat) (Source, error) {
	switch format {
	case htmlFile:
		return decodePage(raw, ""), nil
	case mhtmlFile:
		return decodeArchive(raw)
	case plainFile, markdownFile:
	}
	text, encoding, warnings := decodeText(raw, "")
	src := Source{Text: text, Encoding: encoding, Warnings: warnings}
	if format == markdownFile {
		src.Format = Markdown
		src.Spans = markdownSpans(text)
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
	case ".txt", ".text":
		return plainFile
	}
	if looksLikePage(raw) {
		return htmlFile
	}
	return plainFile
}

// looksLikePage reports whether a file without a telling name begins as an HTML page does.
func looksLikePage(raw []byte) bool {
	head := bytes.TrimLeft(raw[:min(len(raw), 512)], "\ufeff \t\r\n")
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
	return text, "The compressed file is damaged; what follows could not be unpacked.", nil
}

// magics are the first bytes of formats that people keep beside articles.
var magics = []struct{ start, what string }{
	{"%PDF-", "a PDF document"},
	{"PK\x03\x04", "a ZIP archive or office document"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"},
	{`{\rtf`, "an RTF document"},
	{"\x89PNG\r\n\x1a\n", "a PNG image"},
	{"\xff\xd8\xff", "a JPEG image"},
	{"GIF87a", "a GIF image"},
	{"GIF89a", "a GIF image"},
	{"BZh", "a bzip2 file"},
	{"\xfd7zXZ\x00", "an xz file"},
	{"\x28\xb5\x2f\xfd", "a zstd file"},
	{"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"},
	{"Rar!\x1a\x07", "a RAR archive"},
	{"\x1f\x8b", "a gzip file within a gzip file"},
	{"\x1f\x9d", "a file packed by compress"},
	{"SQLite format 3\x00", "an SQLite database"},
	{"\x7fELF", "a program"},
	{"MZ\x90\x00", "a program"},
	{"OggS", "a sound or video file"},
	{"ID3", "an MP3 file"},
	{"wOF", "a font"},
	{"bplist", "a property list"},
}

// binaryFormat names what a file is that cannot be text, "" for one that can.
func binaryFormat(raw []byte) string {
	for _, magic := range magics {
		if len(raw) >= len(magic.start) && string(raw[:len(magic.start)]) == magic.start {
			return magic.what
		}
	}
	if len(raw) > 12 && (string(raw[4:8]) == "ftyp" || string(raw[:4]) == "RIFF") {
		return "a sound, image or video file"
	}
	if utf16Order(raw) != notUTF16 {
		return ""
	}
	// Editors and exports leave NULs at the end of a text, never many inside.
	head := bytes.TrimRight(raw, "\x00")
	head = head[:min(len(head), sniffBytes)]
	if nul := bytes.Count(head, []byte{0}); nul > 0 && nul*100 > len(head) {
		return "a binary file"
	}
	if head = head[:min(len(head), controlBytes)]; controls(head)*10 > len(head) {
		return "a binary file"
	}
	return ""
}

const (
	// sniffBytes is how much of a file is looked at to tell what it is.
	sniffBytes = 8 << 10
	// controlBytes is how much of it is searched for control characters: formats without a magic number have them at once.
	controlBytes = 512
)

// controls counts the control characters that no text format uses.
func controls(head []byte) int {
	n := 0
	for _, c := range head {
		if c < 0x20 && (c < '\t' || c > '\r') && c != 0x1b {
			n++
		}
	}
	return n
}

// decodeText turns bytes of an unknown charset, or of the named one where the name is known, into UTF-8.
func decodeText(raw []byte, charset string) (text, encoding string, warnings []string) {
	if order := utf16Order(raw); order != notUTF16 {
		return decodeUTF16(raw, order)
	}
	if bytes.HasPrefix(raw, utf8BOM) {
		raw = raw[len(utf8BOM):]
		charset = "utf-8"
		encoding = "utf-8 with BOM"
	}
	if utf8.Valid(raw) {
		if encoding == "" {
			encoding = "utf-8"
		}
		text = string(raw)
		return text, encoding, lostLetters(text)
	}
	if charset = knownCharset(charset); charset == "" {
		charset = guessCharset(raw)
	}
	if charset == "utf-8" {
		if encoding == "" {
			encoding = "utf-8"
		}
		text, bad := repairUTF8(raw)
		return text, encoding, []string{count(bad, "byte is", "bytes are") + " not UTF-8, shown as \ufffd."}
	}
	text, bad := decodeSingleByte(raw, charset)
	if charset != "windows-1256" { // which nearly all such files are
		warnings = append(warnings, "The text seems to be "+charset+" and is decoded from it.")
	}
	if bad > 0 {
		warnings = append(warnings, count(bad, "byte has", "bytes have")+" no meaning in "+charset+", shown as \ufffd.")
	}
	return text, charset, append(warnings, lostLetters(text)...)
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
