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
	"mime/quotedprintable"
	"net/textproto"
	"strings"
)

// decodeArchive gives the page in a web archive (RFC 2557): the first part that is HTML, else the first that is text.
func decodeArchive(raw []byte) (Source, error) {
	reader := textproto.NewReader(bufio.NewReader(bytes.NewReader(raw)))
	header, err := reader.ReadMIMEHeader()
	if err != nil && len(header) == 0 {
		return Source{}, fmt.Errorf("reading the web archive: %w", err)
	}
	page, plain, err := archivedPage(header, reader.R, 0)
	switch {
	case page != nil:
		return decodePage(page.bytes, page.charset), nil
	case plain != nil:
		text, encoding, warnings := decodeText(plain.bytes, plain.charset)
		return Source{Text: text, Encoding: encoding, Warnings: warnings}, nil
	case err != nil:
		return Source{}, fmt.Errorf("reading the web archive: %w", err)
	}
	return Source{}, errors.New("the web archive holds no page")
}

// archivePart is the decoded content of one part.
type archivePart struct {
	bytes   []byte
	charset string
}

// maxArchiveDepth bounds how deep multiparts may nest: browsers write one level, mail programs two.
const maxArchiveDepth = 4

func archivedPage(header textproto.MIMEHeader, body io.Reader, depth int) (page, plain *archivePart, err error) {
	media, params, err := mime.ParseMediaType(header.Get("Content-Type"))
	if err != nil {
		return nil, nil, err
	}
	if strings.HasPrefix(media, "multipart/") && depth < maxArchiveDepth {
		parts := multipart.NewReader(body, params["boundary"])
		for {
			part, err := parts.NextRawPart()
			if err != nil {
				return nil, plain, ignoreEOF(err)
			}
			found, text, _ := archivedPage(part.Header, part, depth+1)
			if found != nil {
				return found, plain, nil
			}
			if plain == nil {
				plain = text
			}
		}
	}
	if media != "text/html" && media != "application/xhtml+xml" && media != "text/plain" {
		return nil, nil, nil
	}
	content, err := io.ReadAll(io.LimitReader(transferDecoder(header.Get("Content-Transfer-Encoding"), body), MaxBytes))
	if err != nil && len(content) == 0 {
		return nil, nil, err
	}
	part := &archivePart{bytes: content, charset: params["charset"]}
	if media == "text/plain" {
		return nil, part, nil
	}
	return part, nil, nil
}

func ignoreEOF(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

func transferDecoder(encoding string, body io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, body)
	}
	return body
}
