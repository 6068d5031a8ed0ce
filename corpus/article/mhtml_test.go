package article_test

import (
	"encoding/base64"
	"strings"
	"testing"

	"jarida/corpus/article"

	"golang.org/x/text/encoding/charmap"
)

func TestDecodeArchive(t *testing.T) {
	body := "<html><body><p>أهلا وسهلا</p></body></html>"
	part := func(header, content string) string { return "--b\r\n" + header + "\r\n\r\n" + content + "\r\n" }
	head := "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b"
	html := "Content-Type: text/html; charset=utf-8"
	legacy := "Content-Type: text/html; charset=\"windows-1256\"\r\nContent-Transfer-Encoding: "
	raw1256 := in(charmap.Windows1256, body)
	for _, test := range []struct{ name, raw, text, encoding, warning string }{
		{"eight bits", head + "\r\n\r\n" + part(html, body) + "--b--\r\n", "أهلا وسهلا\n", "utf-8", ""},
		{"unix lines", strings.ReplaceAll(head+"\r\n\r\n"+part(html, body)+"--b--\r\n", "\r\n", "\n"), "أهلا وسهلا\n", "utf-8", ""},
		{
			"windows-1256, quoted-printable", head + "\r\n\r\n" + part(legacy+"quoted-printable", quoted(raw1256)) + "--b--\r\n",
			"أهلا وسهلا\n", "windows-1256", "",
		},
		{
			"windows-1256, base64", head + "\r\n\r\n" + part(legacy+"base64", base64.StdEncoding.EncodeToString([]byte(raw1256))) + "--b--\r\n",
			"أهلا وسهلا\n", "windows-1256", "",
		},
		{
			"named start", head + "; start=\"<two>\"\r\n\r\n" + part(html, "<p>إطار</p>") + part(html+"\r\nContent-ID: <two>", body) + "--b--\r\n",
			"أهلا وسهلا\n", "utf-8", "",
		},
		{
			"named start is missing", head + "; start=\"<nine>\"\r\n\r\n" + part(html, body) + part(html, "<p>إطار</p>") + "--b--\r\n",
			"أهلا وسهلا\n", "utf-8", "",
		},
		{
			"alternatives", head + "\r\n\r\n" + part("Content-Type: multipart/alternative; boundary=c",
				"--c\r\nContent-Type: text/plain\r\n\r\nنص\r\n--c\r\n"+html+"\r\n\r\n"+body+"\r\n--c--") + "--b--\r\n",
			"أهلا وسهلا\n", "utf-8", "",
		},
		{"text alone", head + "\r\n\r\n" + part("Content-Type: text/plain; charset=utf-8", "أهلا وسهلا") + "--b--\r\n", "أهلا وسهلا", "utf-8", ""},
		{"one part", "MIME-Version: 1.0\r\n" + html + "\r\n\r\n" + body, "أهلا وسهلا\n", "utf-8", ""},
		{
			"cut short", head + "\r\n\r\n" + part(html, "<p>أهلا وسهلا</p><p>وبعد"), "أهلا وسهلا\n\nوبعد\n", "utf-8",
			"The web archive is damaged or cut short: what follows is missing.",
		},
		{"soft lines and stray signs", head + "\r\n\r\n" + part(html+"\r\nContent-Transfer-Encoding: quoted-printable", "<p class=3D'x'>a =\r\nb =XY 1=2</p>=") + "--b--\r\n", "a b =XY 1=2\n", "utf-8", ""},
		{"base64 cut", head + "\r\n\r\n" + part(html+"\r\nContent-Transfer-Encoding: base64", "PHA+YWJj\r\nZGVm*Z") + "--b--\r\n", "abcdef\n", "utf-8", ""},
	} {
		src, err := article.Decode([]byte(test.raw), "a.mht")
		if err != nil || src.Text != test.text || src.Encoding != test.encoding || strings.Join(src.Warnings, "|") != test.warning {
			t.Errorf("%s: %q %s %q %v", test.name, src.Text, src.Encoding, src.Warnings, err)
		}
	}
	if src, err := article.Decode([]byte(head+"\r\n\r\n"+part(html, body)+"--b--\r\n"), "saved page"); err != nil || src.Format != article.HTML {
		t.Errorf("without a name: %v %v", src.Format, err)
	}
	for _, raw := range []string{"", "Content-Type: multipart/related\r\n\r\n", head + "\r\n\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n", "\x00"} {
		if src, err := article.Decode([]byte(raw), "a.mht"); err == nil && src.Text != "" {
			t.Errorf("%q gives %q", raw, src.Text)
		}
	}
}

// Parts within parts end somewhere.
func TestDecodeArchiveNesting(t *testing.T) {
	var b strings.Builder
	b.WriteString("MIME-Version: 1.0\r\n")
	for i := range 1000 {
		name := "b" + strings.Repeat("x", i%60)
		b.WriteString("Content-Type: multipart/mixed; boundary=" + name + "\r\n\r\n--" + name + "\r\n")
	}
	if _, err := article.Decode([]byte(b.String()), "a.mht"); err == nil {
		t.Error("no error")
	}
}
