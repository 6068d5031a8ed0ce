package article_test

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"jarida/corpus/article"

	"golang.org/x/text/encoding/charmap"
)

const sample = "أعلنت الوزارة، اليوم، أن المشروع الجديد قيد التنفيذ؛ فهل يكتمل؟ وقال المدير إن العمل يسير وفق الخطة.\n"

func TestDecodeText(t *testing.T) {
	tests := []struct {
		name, raw, text, encoding string
		warnings                  int
	}{
		{"utf-8", sample, sample, "utf-8", 0},
		{"crlf stays", "أ\r\nب\r\n", "أ\r\nب\r\n", "utf-8", 0},
		{"bom", "\ufeff" + sample, sample, "utf-8 with BOM", 0},
		{"trailing NUL stays", sample + "\x00", sample + "\x00", "utf-8", 0},
		{"damaged utf-8", sample + "\xff" + sample, sample + "\ufffd" + sample, "utf-8", 1},
		{"windows-1256", in(charmap.Windows1256, sample) + "\r\n\x00", sample + "\r\n\x00", "windows-1256", 0},
		{"iso-8859-6", in(charmap.ISO8859_6, sample), sample, "iso-8859-6", 0},
		{"windows-1252", "Le caf\xe9 est ferm\xe9 aujourd'hui, revenez demain.", "Le café est fermé aujourd'hui, revenez demain.", "windows-1252", 1},
		{
			"cp720", "\xed\xe7\x9f\xe9 \xa9\x9e\xef\xab \x9f\xe9\xa0\xe9\xa7\xef\xa1 \x9d\xeb \x9f\xe9\xe3\xea\xe9 \xef\xac\xea\xe9 \x9f\xe9\x9a\xe3\xea\xa7\xa1",
			"وقال رئيس البلدية إن العمل يشمل الأعمدة", "cp720", 0,
		},
		{
			"Mac Arabic with its own spaces and digits", "\xe8\xe2\xc7\xe4\xa0\xd1\xc6\xea\xd3\xa0\xc7\xe4\xc8\xe4\xcf\xea\xc9\xa0\xc5\xe6\xa0\xc7\xe4\xd9\xe5\xe4\xa0\xea\xd4\xe5\xe4\xa0\xc7\xe4\xc3\xd9\xe5\xcf\xc9\xa0\xb1\xb2",
			"وقال رئيس البلدية إن العمل يشمل الأعمدة ١٢", "x-mac-arabic", 0,
		},
		{"windows-1256, one word", "\xc7\xe1\xe3\xcf\xed\xe4\xc9", "المدينة", "windows-1256", 0},
		{"utf-16le, one word", utf16le("قال"), "قال", "utf-16le", 0},
		{"utf-16be, one word", utf16be("قال"), "قال", "utf-16be", 0},
		{"utf-16le, Latin", utf16le("ok\n"), "ok\n", "utf-16le", 0},
		{"letters with spaces between", "a b c d e f ", "a b c d e f ", "utf-8", 0},
		{"letter and NUL", "a\x00", "a\x00", "utf-8", 0},
		{"cut within a letter", sample + "\xd8", sample + "\ufffd", "utf-8", 1},
		{"one letter says little", "ok \xd8", "ok ط", "windows-1256", 1},
		{"damaged, and cut", sample + "\xff" + sample + "\xe2\x80", sample + "\ufffd" + sample + "\ufffd", "utf-8", 2},
		{"utf-16le with BOM", utf16le("\ufeff" + sample), sample, "utf-16le", 0},
		{"utf-16le", utf16le(sample), sample, "utf-16le", 0},
		{"utf-16be with BOM", utf16be("\ufeff" + sample), sample, "utf-16be", 0},
		{"utf-16be", utf16be(sample), sample, "utf-16be", 0},
		{"half a character", utf16le("\ufeff"+sample) + "x", sample + "\ufffd", "utf-16le", 1},
		{"letters lost", strings.Repeat("???? ??? ", 20), strings.Repeat("???? ??? ", 20), "utf-8", 1},
		{"empty", "", "", "utf-8", 0},
		{"gzip", packed(sample), sample, "utf-8", 0},
		{"gzip cut short", packed(strings.Repeat(sample, 9000))[:900], "", "utf-8", 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			src, err := article.Decode([]byte(test.raw), "a.txt")
			if err != nil {
				t.Fatal(err)
			}
			if test.text != "" && src.Text != test.text {
				t.Errorf("text %q, want %q", src.Text, test.text)
			}
			if src.Encoding != test.encoding || len(src.Warnings) != test.warnings {
				t.Errorf("encoding %q, warnings %q; want %q, %d", src.Encoding, src.Warnings, test.encoding, test.warnings)
			}
		})
	}
}

func TestDecodeStopsBombs(t *testing.T) {
	bomb := packed(strings.Repeat("\n", article.MaxBytes+1))
	if len(bomb) > 1<<20 {
		t.Fatalf("the bomb has %d bytes", len(bomb))
	}
	if _, err := article.Decode([]byte(bomb), "a.txt.gz"); !errors.Is(err, article.ErrTooLarge) {
		t.Errorf("%v, want ErrTooLarge", err)
	}
}

const page = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>السد العالي | موقع</title>
<meta property="og:title" content="السد العالي في عامه الخمسين">
<meta property="article:published_time" content="2021-01-15T10:00:00+02:00"><style>p{}</style></head><body>
<nav><ul><li>الرئيسية</li><li>سياسة</li></ul></nav>
<article><h1>السد العالي في <b>عامه</b> الخمسين</h1>
<figure><img src="x.jpg"><figcaption>السد من الجو (أرشيفية)</figcaption></figure>
<p>افتُتح السد&nbsp;العالي <a href="#">جنوب أسوان</a>.<script>alert("x")</script></p>
<h2>بحيرة ناصر</h2><blockquote><p>بحيرة من صنع الإنسان.</p></blockquote>
<ul><li>الطول</li><li>العرض</li></ul><button>شارك</button></article>
<footer>جميع الحقوق محفوظة</footer></body></html>`

func TestDecodePage(t *testing.T) {
	const text = "الرئيسية\nسياسة\nالسد العالي في عامه الخمسين\nالسد من الجو (أرشيفية)\n\n" +
		"افتُتح السد\u00a0العالي جنوب أسوان.\n\nبحيرة ناصر\n\nبحيرة من صنع الإنسان.\n\nالطول\nالعرض\nشارك\nجميع الحقوق محفوظة\n"
	kinds := []article.Kind{
		article.Furniture, article.Furniture, article.Title, article.Caption, article.Paragraph, article.Heading, article.Quote,
		article.List, article.List, article.Furniture, article.Furniture,
	}
	for name, raw := range map[string]string{"a.html": page, "page": page, "a.mhtml": archive("quoted-printable", quoted(page)), "b.mhtml": archive("base64", base64.StdEncoding.EncodeToString([]byte(page)))} {
		src, err := article.Decode([]byte(raw), name)
		if err != nil {
			t.Fatal(name, err)
		}
		if src.Text != text || src.Format != article.HTML {
			t.Errorf("%s: text %q, want %q", name, src.Text, text)
		}
		if src.Title != "السد العالي في عامه الخمسين" || src.Date.ISO != "2021-01-15" || src.Date.From != "metadata" {
			t.Errorf("%s: title %q, date %+v", name, src.Title, src.Date)
		}
		a := article.Parse(src, name)[0]
		if a.Title.Text != src.Title || src.Text[a.Title.Start:a.Title.End] != src.Title {
			t.Errorf("%s: headline %+v", name, a.Title)
		}
		for i, b := range a.Blocks {
			if i >= len(kinds) || b.Kind != kinds[i] {
				t.Errorf("%s: block %d is %d: %q", name, i, b.Kind, src.Text[b.Start:b.End])
			}
		}
	}
}

func TestDecodePageCharset(t *testing.T) {
	raw := `<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256"></head><body><p>` + in(charmap.Windows1256, "أهلا وسهلا") + `</p></body></html>`
	src, err := article.Decode([]byte(raw), "a.htm")
	if err != nil || src.Text != "أهلا وسهلا\n" || src.Encoding != "windows-1256" {
		t.Errorf("%q %s %v", src.Text, src.Encoding, err)
	}
}

// What a page says of its charset counts as far as its bytes bear it out.
func TestDecodePageWrongCharset(t *testing.T) {
	for declared, want := range map[string]string{
		"utf-8":        "The file says that it is utf-8, but reads as windows-1256 and is decoded from that.",
		"iso-8859-6":   "The file says that it is iso-8859-6, but reads as windows-1256 and is decoded from that.",
		"windows-1256": "",
		"iso-8859-1":   "",
		"nonsense":     "",
	} {
		raw := `<meta charset="` + declared + `"><p>` + in(charmap.Windows1256, sample)
		src, err := article.Decode([]byte(raw), "a.html")
		if err != nil || src.Text != sample || src.Encoding != "windows-1256" || strings.Join(src.Warnings, "") != want {
			t.Errorf("%s: %q %s %q %v", declared, src.Text, src.Encoding, src.Warnings, err)
		}
	}
}

func TestDecodeMarkdown(t *testing.T) {
	text := "# عنوان المقال\n\nفقرة أولى من النص.\n\n## قسم\n\n- بند\n- بند آخر\n\n> اقتباس\n\n```\n# ليس عنوانا\n```\n"
	src, err := article.Decode([]byte(text), "a.md")
	if err != nil || src.Text != text || src.Format != article.Markdown {
		t.Fatalf("%q %v", src.Text, err)
	}
	a := article.Parse(src, "a.md")[0]
	if a.Title.Text != "عنوان المقال" {
		t.Errorf("title %q", a.Title.Text)
	}
	var got []string
	for _, b := range a.Blocks {
		if b.Kind == article.Heading || b.Kind == article.List || b.Kind == article.Quote {
			got = append(got, src.Text[b.Start:b.End])
		}
	}
	if want := "قسم|- بند|- بند آخر|اقتباس"; strings.Join(got, "|") != want {
		t.Errorf("%q, want %q", got, want)
	}
	covers(t, src.Text, a.Blocks)
}

func FuzzDecode(f *testing.F) {
	seeds := []string{
		sample, in(charmap.Windows1256, sample), in(charmap.ISO8859_6, sample), utf16le(sample), utf16be("\ufeff" + sample), packed(sample), page,
		archive("base64", "aaaa"), archive("quoted-printable", quoted(page)), "# x\n> y\n![a](b)\n*c*\n", "---\ntitle: x\n---\nx\n===\n", "\x00\x01",
	}
	for _, e := range encoders {
		if raw, err := e.write(sample); err == nil {
			seeds = append(seeds, raw, sample+raw)
		}
	}
	for _, p := range newsPages {
		seeds = append(seeds, p.page)
	}
	for _, seed := range seeds {
		for _, name := range []string{"a.txt", "a.html", "a.md", "a.mhtml", "a"} {
			f.Add([]byte(seed), name)
		}
	}
	f.Fuzz(func(t *testing.T, raw []byte, name string) {
		src, err := article.Decode(raw, name)
		if err != nil {
			return
		}
		if !utf8.ValidString(src.Text) {
			t.Fatal("the text is not UTF-8")
		}
		end := 0
		for _, s := range src.Spans {
			if s.Start < end || s.End < s.Start || s.End > len(src.Text) {
				t.Fatalf("span %+v behind %d in %d bytes", s, end, len(src.Text))
			}
			end = s.End
		}
		sound(t, src.Text, article.Parse(src, name))
	})
}

func BenchmarkDecode(b *testing.B) {
	raw := []byte(strings.Repeat(sample, 40))
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := article.Decode(raw, "a.txt"); err != nil {
			b.Fatal(err)
		}
	}
}

func in(page *charmap.Charmap, s string) string {
	out, err := page.NewEncoder().String(s)
	if err != nil {
		panic(err)
	}
	return out
}

func utf16le(s string) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return string(b)
}

func utf16be(s string) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.BigEndian.AppendUint16(b, u)
	}
	return string(b)
}

func packed(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(s)); err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.String()
}

func archive(encoding, content string) string {
	return "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"----b\"\r\n\r\n" +
		"------b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n" +
		"------b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: " + encoding + "\r\n\r\n" + content + "\r\n------b--\r\n"
}

func quoted(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c < ' ' || c >= 0x7f || c == '=' {
			b.WriteString("=" + strings.ToUpper(string("0123456789abcdef"[c>>4])+string("0123456789abcdef"[c&15])))
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// A page is known by its tags whatever the name of the file says, and a text that speaks of tags is none.
func TestDecodePagesWithoutTheName(t *testing.T) {
	const page = "<p>سطر أول</p>\n<p>سطر ثان</p>\n"
	const text = "سطر أول\n\nسطر ثان\n"
	units := []byte("\xff\xfe")
	for _, unit := range utf16.Encode([]rune("<html><body>" + page)) {
		units = append(units, byte(unit), byte(unit>>8))
	}
	wide := string(units)
	for raw, want := range map[string]string{
		page:                       text,
		"\ufeff\r\n" + page:        text,
		"<!DOCTYPE html>\n" + page: text,
		"<DIV class=x>" + page:     text,
		wide:                       text,
		wide[2:]:                   text,
		"<p> وسم من وسوم الصفحات":     "<p> وسم من وسوم الصفحات",
		"قال <b>نعم</b> و<b>لا</b>":   "قال <b>نعم</b> و<b>لا</b>",
		"<عاجل> سطر </أول></ثان></p>": "<عاجل> سطر </أول></ثان></p>",
	} {
		for _, name := range []string{"a.txt", "a"} {
			if src, err := article.Decode([]byte(raw), name); err != nil || src.Text != want {
				t.Errorf("%q: %q %v, want %q", raw, src.Text, err, want)
			}
		}
	}
}
