package article

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/textproto"
	"strings"
)

// fieldName is what the names of header fields are made of (RFC 5322, 2.2), as mail programs use it.
const fieldName = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-"

// looksLikeArchive reports whether a file without a telling name begins with the header of a web archive or mail.
func looksLikeArchive(raw []byte) bool {
	head := bytes.TrimLeft(raw[:min(len(raw), 2048)], " \t\r\n")
	if !bytes.HasPrefix(bytes.TrimLeft(head[:min(len(head), 64)], fieldName), []byte{':'}) { // few articles begin as a field of a header does
		return false
	}
	head = bytes.ToLower(head)
	if end := bytes.Index(head, []byte("\n\r\n")); end >= 0 {
		head = head[:end]
	} else if end := bytes.Index(head, []byte("\n\n")); end >= 0 {
		head = head[:end]
	}
	return bytes.Contains(head, []byte("mime-version:")) && bytes.Contains(head, []byte("content-type: multipart/"))
}

// decodeArchive gives the page in a web archive (RFC 2557): the part that its header names as the start (RFC 2387), else the first that
// is HTML, else the first that is text.
func decodeArchive(raw []byte) (Source, error) {
	raw = bytes.TrimLeft(bytes.TrimPrefix(raw, utf8BOM), "\r\n")
	reader := textproto.NewReader(bufio.NewReader(bytes.NewReader(raw)))
	header, err := reader.ReadMIMEHeader()
	if err != nil && len(header) == 0 {
		return Source{}, fmt.Errorf("reading the web archive: %w", err)
	}
	var a archive
	err = a.read(header, reader.R, 0)
	var src Source
	switch {
	case a.page != nil:
		src = decodePage(a.page.bytes, a.page.charset)
	case a.plain != nil:
		src.Text, src.Encoding, src.Warnings = decodeText(a.plain.bytes, a.plain.charset, false)
	case err != nil:
		return Source{}, fmt.Errorf("reading the web archive: %w", err)
	default:
		return Source{}, errors.New("the web archive holds no page")
	}
	if a.broken {
		src.Warnings = append([]string{"The web archive is damaged or cut short: what follows is missing."}, src.Warnings...)
	}
	return src, nil
}

// archive is what was found in a web archive.
type archive struct {
	page, plain *archivePart
	broken      bool // the part that is shown, or what stands before it, does not end as it should
}

// archivePart is the decoded content of one part.
type archivePart struct {
	bytes   []byte
	charset string
}

// maxArchiveDepth bounds how deep multiparts may nest: browsers write one level, mail programs two.
const maxArchiveDepth = 4

// read takes the page from a part of the archive, or the parts in it.
func (a *archive) read(header textproto.MIMEHeader, body io.Reader, depth int) error {
	media, params, err := mime.ParseMediaType(header.Get("Content-Type"))
	if media == "" {
		return err
	}
	if strings.HasPrefix(media, "multipart/") {
		if depth == maxArchiveDepth || params["boundary"] == "" {
			return errors.New("parts within parts, or without a boundary")
		}
		return a.readParts(multipart.NewReader(body, params["boundary"]), params["start"], depth)
	}
	plain := media == "text/plain"
	if media != "text/html" && media != "application/xhtml+xml" && (!plain || a.plain != nil) {
		return nil
	}
	content, err := io.ReadAll(io.LimitReader(body, MaxBytes))
	a.broken = a.broken || err != nil
	part := &archivePart{bytes: transferDecoded(content, header.Get("Content-Transfer-Encoding")), charset: params["charset"]}
	if plain {
		a.plain = part
	} else {
		a.page = part
	}
	return nil
}

// readParts reads parts until the page is found. start is the Content-ID of the one that holds it, "" where the archive does not say.
func (a *archive) readParts(parts *multipart.Reader, start string, depth int) error {
	var first *archivePart
	for {
		part, err := parts.NextRawPart()
		if err != nil {
			a.broken = a.broken || !errors.Is(err, io.EOF)
			a.page = first
			if first == nil && a.plain == nil && !errors.Is(err, io.EOF) {
				return err
			}
			return nil
		}
		// A part that cannot be read is one of many pictures and styles, or leads to no page at all.
		if a.read(part.Header, part, depth+1) != nil || a.page == nil {
			continue
		}
		if start == "" || part.Header.Get("Content-ID") == start {
			return nil
		}
		if first == nil {
			first = a.page
		}
		a.page = nil
	}
}

// transferDecoded undoes the transfer encoding of a part as far as it goes: what is not in the encoding stays as it is.
func transferDecoded(content []byte, encoding string) []byte {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		return unquote(content)
	case "base64":
		return unbase64(content)
	}
	return content
}

// unquote decodes quoted-printable (RFC 2045, 6.7): "=D8" is a byte, "=" at the end of a line joins the next one to it.
func unquote(content []byte) []byte {
	out := make([]byte, 0, len(content))
	for i := 0; i < len(content); i++ {
		c := content[i]
		if c != '=' {
			out = append(out, c)
			continue
		}
		rest := content[i+1:]
		if len(rest) >= 2 && hexDigit(rest[0]) >= 0 && hexDigit(rest[1]) >= 0 {
			out = append(out, byte(hexDigit(rest[0])<<4|hexDigit(rest[1])))
			i += 2
			continue
		}
		blank := 0
		for blank < len(rest) && blank < 80 && (rest[blank] == ' ' || rest[blank] == '\t' || rest[blank] == '\r') {
			blank++
		}
		switch {
		case blank < len(rest) && rest[blank] == '\n':
			i += blank + 1
		case blank == len(rest): // the last line
			i += blank
		default:
			out = append(out, c)
		}
	}
	return out
}

func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	}
	return -1
}

// unbase64 decodes base64 whatever stands between its letters, up to where it breaks off.
func unbase64(content []byte) []byte {
	letters := make([]byte, 0, len(content))
	for _, c := range content {
		if latinLetter(c) || c >= '0' && c <= '9' || c == '+' || c == '/' {
			letters = append(letters, c)
		}
	}
	if len(letters)%4 == 1 {
		letters = letters[:len(letters)-1] // less than a byte
	}
	out := make([]byte, base64.RawStdEncoding.DecodedLen(len(letters)))
	n, err := base64.RawStdEncoding.Decode(out, letters)
	if err != nil {
		return out[:n]
	}
	return out
}
