package article

import (
	"bytes"
	"unicode/utf8"
)

// magics are the first bytes of formats that people keep beside articles.
var magics = []struct{ start, what string }{
	{"%PDF-", "a PDF document"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"},
	{`{\rtf`, "an RTF document"},
	{"AT&TFORM", "a DjVu document"},
	{"\x89PNG\r\n\x1a\n", "a PNG image"},
	{"\xff\xd8\xff", "a JPEG image"},
	{"GIF87a", "a GIF image"},
	{"GIF89a", "a GIF image"},
	{"II*\x00", "a TIFF image"},
	{"MM\x00*", "a TIFF image"},
	{"8BPS\x00", "a Photoshop image"},
	{"BZh11AY&SY", "a bzip2 file"},
	{"BZh91AY&SY", "a bzip2 file"},
	{"\xfd7zXZ\x00", "an xz file"},
	{"\x28\xb5\x2f\xfd", "a zstd file"},
	{"\x04\x22\x4d\x18", "an lz4 file"},
	{"LZIP\x01", "an lzip file"},
	{"\x5d\x00\x00", "an lzma file"},
	{"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"},
	{"Rar!\x1a\x07", "a RAR archive"},
	{"MSCF\x00\x00\x00\x00", "a cabinet archive"},
	{"!<arch>\n", "an ar archive or Debian package"},
	{"\x1f\x8b", "a gzip file within a gzip file"},
	{"\x1f\x9d", "a file packed by compress"},
	{"SQLite format 3\x00", "an SQLite database"},
	{"PAR1", "a Parquet table"},
	{"\x7fELF", "a program"},
	{"MZ\x90\x00", "a program"},
	{"\xca\xfe\xba\xbe", "a program"},
	{"\xcf\xfa\xed\xfe", "a program"},
	{"\x00asm", "a program"},
	{"OggS\x00", "a sound or video file"},
	{"fLaC\x00", "a sound file"},
	{"\xff\xfb", "an MP3 file"},
	{"ID3\x02", "an MP3 file"},
	{"ID3\x03", "an MP3 file"},
	{"ID3\x04", "an MP3 file"},
	{"\x1a\x45\xdf\xa3", "a Matroska or WebM video"},
	{"wOFF", "a font"},
	{"wOF2", "a font"},
	{"OTTO\x00", "a font"},
	{"\x00\x01\x00\x00\x00", "a font"},
	{"bplist0", "a property list"},
	{"\xff\xfe\x00\x00", "a UTF-32 text"},
	{"\x00\x00\xfe\xff", "a UTF-32 text"},
}

// binaryFormat names what a file is that cannot be text, "" for one that can.
func binaryFormat(raw []byte) string {
	for _, magic := range magics {
		// Text differs in the first byte: a call for each format would cost as much as decoding a short article.
		if len(raw) >= len(magic.start) && raw[0] == magic.start[0] && string(raw[:len(magic.start)]) == magic.start {
			return magic.what
		}
	}
	if what := containerFormat(raw); what != "" {
		return what
	}
	// Editors and exports leave NULs at the end of a text, never many inside. A disk that failed leaves them instead of one.
	head := bytes.TrimRight(raw, "\x00")
	if zeros := len(raw) - len(head); zeros > 0 && (len(head) == 0 || string(head) == "\xfe\xff") || zeros > mostZeros && zeros > len(raw)/10*9 {
		return "a file of zeros"
	}
	if utf16Order(raw) != notUTF16 {
		return ""
	}
	head = head[:min(len(head), sniffBytes)]
	if nul := bytes.Count(head, []byte{0}); nul > 0 && nul*100 > len(head) {
		return "a binary file"
	}
	head = head[:min(len(head), controlBytes)]
	// One byte in ten is a control character where all bytes are alike, as in what is packed or ciphered; text of an old charset has none,
	// UTF-8 may have been garnished with a few, and colours of a terminal need words between them.
	if bytes.Count(head, []byte{0x1b})*4 > len(head) {
		return "a binary file"
	}
	if n := controls(head); n*10 > len(head) || n*25 > len(head) && !utf8.Valid(head) && !mostlyUTF8(head) {
		return "a binary file"
	}
	return ""
}

// containerFormat names a file by what stands behind its first bytes.
func containerFormat(raw []byte) string {
	if len(raw) > 12 {
		switch {
		case string(raw[4:8]) == "ftyp" && (string(raw[8:12]) == "avif" || string(raw[8:11]) == "hei" || string(raw[8:12]) == "mif1"):
			return "an AVIF or HEIC image"
		case string(raw[4:8]) == "ftyp":
			return "a sound or video file"
		case string(raw[:4]) == "RIFF" && string(raw[8:12]) == "WEBP":
			return "a WebP image"
		case string(raw[:4]) == "RIFF":
			return "a sound, image or video file"
		}
	}
	const tarMark = 257
	if len(raw) > tarMark+5 && string(raw[tarMark:tarMark+5]) == "ustar" {
		return "a tar archive"
	}
	if len(raw) >= 4 && string(raw[:2]) == "PK" && (string(raw[2:4]) == "\x03\x04" || string(raw[2:4]) == "\x05\x06") {
		return zipFormat(raw)
	}
	return ""
}

// zipFormat tells office documents and books from other ZIP archives by the names of the first files in them.
func zipFormat(raw []byte) string {
	head := raw[:min(len(raw), sniffBytes)]
	for _, mark := range []struct{ name, what string }{
		{"application/epub+zip", "an EPUB book"},
		{"application/vnd.oasis.opendocument", "an OpenDocument file"},
		{"word/", "a Word document"},
		{"xl/", "an Excel workbook"},
		{"ppt/", "a PowerPoint presentation"},
		{"[Content_Types].xml", "an office document"},
	} {
		if bytes.Contains(head, []byte(mark.name)) {
			return mark.what
		}
	}
	return "a ZIP archive"
}

const (
	// sniffBytes is how much of a file is looked at to tell what it is.
	sniffBytes = 8 << 10
	// mostZeros is how many zeros may follow a text, however short: a block of the largest disks.
	mostZeros = 64 << 10
	// controlBytes is how much of it is searched for control characters: formats without a magic number have them at once.
	controlBytes = 512
)

// controls counts the control characters that no text format uses.
func controls(head []byte) int {
	n := 0
	for _, c := range head {
		if c < 0x20 && (c < '\t' || c > '\r') && c != 0x1b || c == 0x7f {
			n++
		}
	}
	return n
}
