package term

import (
	"strconv"

	"jarida/ui/bidi"
)

// SampleName names a sample line.
type SampleName uint8

// The sample lines, in the order of the page.
const (
	SamplePlain SampleName = iota
	SamplePanes
	SampleBrackets
	SampleNumbers
	SampleLamAlef
	SampleTashkeel
)

// Sample is a line that shows whether a mode is right for a terminal. It stands in two panes: what fails in a terminal that
// reorders rows is first of all their order.
type Sample struct {
	Name        SampleName
	Left, Right string
}

// Samples gives the lines of the page to choose a mode by eye.
func Samples() []Sample {
	return []Sample{
		{SamplePlain, "plain text", "جريدة الصباح تصل كل يوم"},
		{SamplePanes, "البحر هادئ اليوم", "الصحراء واسعة وبعيدة"},
		{SampleBrackets, "(one) [two]", "قال (أمس): «وصلنا» [صورة]."},
		{SampleNumbers, "12-03-2024", "باع 1,250 من iPhone 15 عام ٢٠٢٦"},
		{SampleLamAlef, "لا سلام بلا سلاح", "الأولاد لا يلعبون الآن"},
		{SampleTashkeel, "100%", "مُحَمَّدٌ مُعَلِّمٌ"},
	}
}

// Section is the sample lines in one mode.
type Section struct {
	Mode        Mode
	Recommended bool     // it is the mode of the choice
	Enter       string   // to be sent before the rows, at the beginning of a line: VTE keeps its mode per row
	Rows        []string // one for each of Samples
	Hold        bool     // Leave changes what is on the screen: it has to wait until the page has been looked at
	Leave       string   // to be sent after the rows
}

// SamplePage writes the page for choosing a mode by eye, each row numbered and width columns wide (12 at least); the
// mode that was chosen comes first. A switch that holds for the whole screen at once, as mlterm's does, is set for the
// first section and undone after the last.
func SamplePage(c Choice, width int) []Section {
	t, _ := find(func(t *Terminal) bool { return t.Name == c.Terminal })
	if c.Inside {
		t.Enter, t.Leave = "", ""
	}
	var page []Section
	for _, m := range append([]Mode{c.Mode}, Modes()...) {
		if m == c.Mode && len(page) > 0 {
			continue
		}
		e := Encoder{Mode: m, OneFont: c.OneFont}
		page = append(page, Section{
			Mode: m, Recommended: m == c.Mode, Enter: enter(m, Terminal{}), Rows: sampleRows(e, width), Leave: bdsmOn,
		})
	}
	first, last := &page[0], &page[len(page)-1]
	first.Enter = t.Enter + first.Enter
	last.Leave = leave(t)
	last.Hold = t.Leave != ""
	return page
}

// sampleRows writes each sample between borders: a number, the left pane, the right pane.
func sampleRows(e Encoder, width int) []string {
	const around = len(" 1 | ") + len(" | ") + len(" |") // columns of number and borders
	panes := max(width-around, 2)
	left := panes * 2 / 5
	right := panes - left
	rows := make([]string, 0, len(Samples()))
	var lay bidi.Layouter
	pane := func(dst []byte, text string, w int) []byte {
		o := bidi.Options{Width: w, MaxLines: 1, KeepTashkeel: true}
		return e.Append(dst, &lay.Layout(text, 0, o)[0], Field{Width: w})
	}
	for i, s := range Samples() {
		row := e.AppendBlank(nil, 1, Paint{})
		row = e.AppendRowStart(row)
		row = strconv.AppendInt(row, int64(i+1), 10)
		row = append(row, " │ "...)
		row = pane(row, s.Left, left)
		row = append(row, " │ "...)
		row = pane(row, s.Right, right)
		row = append(row, " │"...)
		rows = append(rows, string(row))
	}
	return rows
}
