package article_test

import (
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"jarida/corpus/article"
)

// hostile are files of about a size that were made to cost much.
func hostile(size int) map[string]string {
	fill := func(s string) string { return strings.Repeat(s, size/len(s)) }
	return map[string]string{
		"open.html":       fill("<div>"),
		"text.html":       fill("<p>x"),
		"deep.html":       fill("<div>x"),
		"inline.html":     fill("<span class=author>x"),
		"links.html":      fill("<a href=1>x"),
		"less.html":       fill("<"),
		"ends.html":       strings.Repeat("<div>", 120) + fill("</li>"),
		"cells.html":      "<ul><li><table><tr><td>" + strings.Repeat("<div>", 100) + fill("</li>"),
		"entities.html":   fill("&amp;"),
		"unknown.html":    fill("&lt"),
		"rows.html":       fill("<tr><td>x<td>y"),
		"tables.html":     fill("<table><tr><td>x"),
		"attributes.html": "<p " + fill("a=b ") + ">",
		"classes.html":    fill("<div class='nav menu related title author date'>x</div>"),
		"titles.html":     "<title>x</title>" + fill("<h1>xxxxxxxxxxxxxxxxxxxxxxxxx</h1>"),
		"comments.html":   fill("<!--"),
		"scripts.html":    fill("<script>"),
		"data.html":       strings.Repeat("<script type=application/ld+json>["+strings.Repeat("[", 9000)+"</script>", size/9000),
		"times.html":      fill("<time datetime=2020-01-01>"),
		"pre.html":        "<pre>" + fill("\n"),
		"breaks.html":     fill("<br>"),
		"prose.html":      fill("<div><p>" + sentence1 + "</p>"),
		"western.txt":     fill("Ø§ "),
		"western2.txt":    fill("Ã©"),
		"arabic.txt":      fill("ظ„ط§"),
		"arabic2.txt":     fill("ظ†"),
		"bad.txt":         fill("\xd9"),
		"marks.md":        fill("# x\n"),
		"quotes.md":       fill(">"),
		"fences.md":       fill("```\n"),
		"rules.md":        fill("x\n---\n"),
		"matter.md":       "---\n" + fill("a: [b,b]\n"),
		"parts.mhtml":     "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + fill("--b\r\n\r\n"),
		"header.mhtml":    fill("A: b\r\n"),
		"quoted.mhtml":    "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + fill("="),
		"blank.mhtml":     "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + fill("=  "),
	}
}

// A hostile file must be read whole, into memory that is a small multiple of it.
func TestHostileFiles(t *testing.T) {
	for name, raw := range hostile(2 << 20) {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		src, err := article.Decode([]byte(raw), name)
		runtime.ReadMemStats(&after)
		if err != nil {
			t.Logf("%s: %v", name, err)
			continue
		}
		if !utf8.ValidString(src.Text) {
			t.Errorf("%s: the text is not UTF-8", name)
		}
		const most = 80 // times the size of the file, all that was ever allocated
		if used := after.TotalAlloc - before.TotalAlloc; used > most*uint64(len(raw)) {
			t.Errorf("%s: %d MB for %d MB", name, used>>20, len(raw)>>20)
		}
	}
}

// BenchmarkHostile guards against work that grows with the square of a file.
func BenchmarkHostile(b *testing.B) {
	for name, raw := range hostile(article.MaxBytes) {
		b.Run(name, func(b *testing.B) {
			file := []byte(raw)
			b.SetBytes(int64(len(file)))
			b.ReportAllocs()
			for b.Loop() {
				_, _ = article.Decode(file, name)
			}
		})
	}
}
