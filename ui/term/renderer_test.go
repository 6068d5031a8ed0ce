package term

import (
	"strings"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"jarida/ui/bidi"
)

// What is written reaches the terminal whole: the renderer takes rows apart into cells, and every mark and isolate has to
// stay with one, also where a style begins or ends beside it.
func TestRendererKeepsMarks(t *testing.T) {
	t.Parallel()
	l := line("قال (iPhone 15) مُحَمَّد ٢٠٢٦ می\u200cخواهم لا.", bidi.RTL)
	field := Field{
		Width: l.Width + 3, Paint: Paint{On: "\x1b[2m", Off: "\x1b[m"},
		Runs: []Run{{Range: bidi.Range{Start: 4, End: 15}, Paint: Paint{On: "\x1b[7m", Off: "\x1b[m"}}},
	}
	for _, method := range []ansi.Method{ansi.WcWidth, ansi.GraphemeWidth} {
		for _, m := range Modes() {
			e := Encoder{Mode: m}
			row := e.AppendRowStart(e.AppendBlank(nil, 1, Paint{}))
			row = append(e.Append(row, &l, field), "│"...)
			row = append(e.Append(row, &l, field), "│"...)
			width := 3 + 2*field.Width
			if got := method.StringWidth(string(row)); got != width {
				t.Errorf("%s: %d columns, want %d", m, got, width)
			}
			screen := uv.NewScreenBuffer(width, 1)
			screen.Method = method
			uv.NewStyledString(string(row)).Draw(screen, screen.Bounds())
			var cells strings.Builder
			for x := range width {
				if c := screen.CellAt(x, 0); c != nil {
					cells.WriteString(c.Content)
				}
			}
			if got, want := cells.String(), ansi.Strip(string(row)); got != want {
				t.Errorf("%s:\ngot  %q\nwant %q", m, got, want)
			}
		}
	}
}
