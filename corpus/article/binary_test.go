package article_test

import (
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"jarida/corpus/article"
)

// What is no text is named, and never shown as noise.
func TestDecodeRefuses(t *testing.T) {
	pad := strings.Repeat("x", 300)
	for raw, what := range map[string]string{
		"%PDF-1.7\n":                                   "a PDF document",
		"PK\x03\x04rest":                               "a ZIP archive",
		"PK\x05\x06" + pad:                             "a ZIP archive",
		"PK\x03\x04.. word/document.xml":               "a Word document",
		"PK\x03\x04 mimetypeapplication/epub+zip":      "an EPUB book",
		"PK\x03\x04 [Content_Types].xml xl/workbook":   "an Excel workbook",
		"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + pad:       "an old office document",
		`{\rtf1\ansi\ansicpg1256 text}`:                "an RTF document",
		"\x89PNG\r\n\x1a\nrest":                        "a PNG image",
		"\xff\xd8\xff\xe0\x00\x10JFIF":                 "a JPEG image",
		"GIF89a" + pad:                                 "a GIF image",
		"RIFF\x00\x00\x00\x00WEBPVP8 ":                 "a WebP image",
		"\x00\x00\x00\x20ftypavif....":                 "an AVIF or HEIC image",
		"\x00\x00\x00\x20ftypisom....":                 "a sound or video file",
		"BZh91AY&SY" + pad:                             "a bzip2 file",
		"\xfd7zXZ\x00" + pad:                           "an xz file",
		"\x28\xb5\x2f\xfd" + pad:                       "a zstd file",
		"\x04\x22\x4d\x18" + pad:                       "an lz4 file",
		"7z\xbc\xaf\x27\x1c" + pad:                     "a 7-Zip archive",
		"Rar!\x1a\x07\x01\x00":                         "a RAR archive",
		packed(packed(sample)):                         "a gzip file within a gzip file",
		packed("%PDF-1.4"):                             "a PDF document",
		strings.Repeat("\x00", 257) + "ustar\x0000":    "a tar archive",
		"SQLite format 3\x00" + pad:                    "an SQLite database",
		"\x7fELF\x02\x01\x01":                          "a program",
		"\xff\xfe\x00\x00\x27\x06\x00\x00":             "a UTF-32 text",
		strings.Repeat("\x00\x01\x02\x03abcdefg", 100): "a binary file",
		noise(4096):                                    "a binary file",
		numbers(1000):                                  "a binary file",
		strings.Repeat("\x00", 100000):                 "a file of zeros",
		"\xfe\xff" + strings.Repeat("\x00", 100000):    "a file of zeros",
		"عنوان" + strings.Repeat("\x00", 1<<20):        "a file of zeros",
		strings.Repeat("\x01", 1000):                   "a binary file",
		strings.Repeat("\x1b", 1000):                   "a binary file",
		strings.Repeat("\x7f", 1000):                   "a binary file",
	} {
		_, err := article.Decode([]byte(raw), "a.txt")
		var binary article.NotTextError
		if !errors.As(err, &binary) || binary.What != what {
			t.Errorf("%q…: %v, want %s", raw[:min(len(raw), 20)], err, what)
		}
	}
	if _, err := article.Decode([]byte("\x1f\x8bnot gzip"), "a.gz"); err == nil {
		t.Error("a broken gzip header is no error")
	}
}

// Text that begins as a format does, or has controls in it, is still text.
func TestDecodeIsNotFooled(t *testing.T) {
	for _, text := range []string{
		"PK هو رمز باكستان", "BZh: ملف مضغوط", "ID3 tags", "MZ", "RIFF", "Rar! قال", "\x1b[31mأحمر\x1b[0m " + sample, "\x0c" + sample, "x\x01" + sample,
		sample + strings.Repeat("\x00", 50),
	} {
		src, err := article.Decode([]byte(text), "a.txt")
		if err != nil || src.Text != text || src.Encoding != "utf-8" {
			t.Errorf("%q: %v, %s", text, err, src.Encoding)
		}
	}
}

// noise is what a ciphered or packed file looks like.
func noise(n int) string {
	random := rand.New(rand.NewPCG(1, 2))
	raw := make([]byte, n)
	for i := range raw {
		raw[i] = byte(random.Uint32())
	}
	return string(raw)
}

// numbers is a table of small numbers of 16 bits, which has the zeros of UTF-16.
func numbers(n int) string {
	var raw []byte
	for i := range n {
		raw = binary.LittleEndian.AppendUint16(raw, uint16(i%300))
	}
	return string(raw)
}
