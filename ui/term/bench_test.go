package term

import (
	"strings"
	"testing"
	"unicode/utf8"

	"jarida/ui/bidi"
)

// paragraphs are made up, of the words, numbers and punctuation of news.
func paragraphs() []string {
	sentences := []string{
		"أعلنت الهيئة صباح الأحد افتتاح خط جديد للقطارات بين المدينتين، ويبلغ طوله 124 كيلومترا.",
		"وقال مدير المشروع إن العمل استغرق ثلاثة أعوام (من 2021 إلى 2024) وشارك فيه أكثر من ألفي عامل.",
		"«لا يتجاوز زمن الرحلة أربعين دقيقة»، وفق بيان نشر على موقع Railways News يوم 12-03-2024.",
		"وتراجعت كلفة النقل بنسبة 7.5% خلال الأشهر الأولى، بينما ارتفع عدد الركاب إلى ١٢٬٥٠٠ راكب يوميا.",
		"ويأمل سكان القرى الواقعة على جانبي الطريق أن تصل إليهم الخدمة قبل نهاية الصيف المقبل.",
	}
	all := make([]string, 0, 200)
	for i := range 200 {
		var b strings.Builder
		for k := range 3 {
			b.WriteString(sentences[(i+k*2)%len(sentences)])
			b.WriteByte(' ')
		}
		all = append(all, strings.TrimSpace(b.String()))
	}
	return all
}

// speed reports characters of source text per second.
func speed(b *testing.B, texts []string) {
	b.Helper()
	n := 0
	for _, p := range texts {
		n += utf8.RuneCountInString(p)
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mchar/s")
}

// The way of every line of the reader: laid out at the width of the pane, and written for the terminal.
func BenchmarkLayoutAndEncode(b *testing.B) {
	texts := paragraphs()
	var lay bidi.Layouter
	var dst []byte
	e := Encoder{Mode: Marked}
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range texts {
			lines := lay.Layout(p, 0, bidi.Options{Width: 60, Base: bidi.RTL})
			for i := range lines {
				dst = e.Append(dst[:0], &lines[i], Field{Width: 60})
			}
		}
	}
	speed(b, texts)
}

func benchmarkEncode(b *testing.B, e Encoder, runs bool) {
	b.Helper()
	texts := paragraphs()
	var lines []bidi.Line
	for _, p := range texts {
		lines = append(lines, bidi.Layout(p, 0, bidi.Options{Width: 60, Base: bidi.RTL})...)
	}
	field := Field{Width: 60}
	if runs {
		hit := Paint{On: "\x1b[7m", Off: "\x1b[m"}
		field.Runs = []Run{{bidi.Range{Start: 20, End: 31}, hit}, {bidi.Range{Start: 120, End: 140}, hit}}
	}
	var dst []byte
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		for i := range lines {
			dst = e.Append(dst[:0], &lines[i], field)
		}
	}
	speed(b, texts)
}

func BenchmarkEncodeMarked(b *testing.B)        { benchmarkEncode(b, Encoder{Mode: Marked}, false) }
func BenchmarkEncodeMarkedPainted(b *testing.B) { benchmarkEncode(b, Encoder{Mode: Marked}, true) }
func BenchmarkEncodeVisual(b *testing.B)        { benchmarkEncode(b, Encoder{Mode: Visual}, false) }
func BenchmarkEncodeIsolate(b *testing.B)       { benchmarkEncode(b, Encoder{Mode: Isolate}, false) }
func BenchmarkEncodeWords(b *testing.B)         { benchmarkEncode(b, Encoder{Mode: Words}, false) }

// Writing a line allocates nothing once there is room for it.
func TestAppendAllocatesNothing(t *testing.T) {
	l := line(paragraphs()[0][:400], bidi.RTL)
	field := Field{Width: l.Width + 4, Runs: []Run{{bidi.Range{Start: 2, End: 20}, Paint{"\x1b[1m", "\x1b[m"}}}}
	dst := make([]byte, 0, 1<<14)
	for _, m := range Modes() {
		e := Encoder{Mode: m}
		if n := testing.AllocsPerRun(20, func() { dst = e.Append(dst[:0], &l, field) }); n > 0 {
			t.Errorf("%s: %v allocations", m, n)
		}
	}
}
