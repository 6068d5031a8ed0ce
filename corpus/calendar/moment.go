package calendar

// moment is what a calendar expression says, before the day of the article is brought to bear on it.
type moment struct {
	unit         unit
	first, last  date // last is the other end of a range, the zero date where there is none
	weekday      int  // 1 Sunday to 7 Saturday, 0 where none is named
	lastWeekday  int  // of a range
	part         int  // which quarter or half of the year
	relative     bool // it is shift units from the day of the article
	shift        int
	side         side // where a day, a month or a weekday without a year lies
	hour, minute int  // of a clock time
	open         bool // neither the text nor the day of the article fixes it
	alone        bool // a half or quarter without a year
	sure         float32
}

// date is what is stated of a day, a month or a year: 0 for what is not.
type date struct {
	year, month, day int
	years, months    shift // a year or month that is counted from the day of the article
	elsewhere        bool  // the year is one that stands elsewhere in the text: "العام التالي"
	hijri            bool
}

// shift is a count from the unit that the day of the article lies in.
type shift struct {
	by int
	on bool
}

// full reports whether day, month and year are stated.
func (d date) full() bool { return d.year != 0 && d.month != 0 && d.day != 0 }

// side says on which side of the day of the article something lies that comes again and again.
type side int8

const (
	anySide side = iota
	past         // الماضي
	current      // الجاري
	future       // المقبل
)

// sideOf is the side that a word of direction asks for.
func sideOf(value int) side { return side(value + 2) }

// phrase is a moment and where it stands in the text.
type phrase struct {
	moment
	start, end int
}

// Degrees of certainty. What is under a half is vague, or may be no date.
const (
	certain  = 1.0  // a day, month and year
	stated   = 0.95 // words that mean nothing but a date
	likely   = 0.85 // words that seldom mean something else
	doubtful = 0.6  // words that often do
	weak     = 0.4  // part of a name, or not meant for a day
	vague    = 0.3  // a time that no calendar has
)
