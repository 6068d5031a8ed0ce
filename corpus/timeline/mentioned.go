package timeline

import (
	"slices"
	"strings"

	"jarida/corpus/article"
	"jarida/corpus/calendar"
)

const (
	// sure is the least confidence of a mention that counts; by the contract of calendar.Mention what is under it is vague, or may be no
	// date at all.
	sure = 0.5
	// eachDay is how long, in days, a range may be of which each day is meant: a visit, a conference. Of a longer one the texts mean the
	// days on which it begins and ends.
	eachDay = 7
)

// Mentioned gives the days that an article of a source text mentions, in order, each once. Relative ones count from the article's own day,
// which is none of them: it says when the article was published. Nothing counts that says so too, repeats, or belongs to another article:
// lines of date and byline, notices, repeated blocks, furniture and related stories. Months, seasons and the like are no days.
func Mentioned(src string, a *article.Article) []Day {
	own, dated := ParseDay(a.Date.ISO)
	var days []Day
	for i := range a.Blocks {
		b := &a.Blocks[i]
		if !tells(b) || a.TeaserOf(i) >= 0 {
			continue
		}
		for _, m := range calendar.Mentions(src[b.Start:b.End], b.Start, a.Date) {
			if m.Confidence >= sure {
				days = appendDays(days, m.ISO, m.Hijri)
			}
		}
	}
	slices.Sort(days)
	days = slices.Compact(days)
	return slices.DeleteFunc(days, func(d Day) bool { return dated && d == own })
}

// tells reports whether a block is text of the article that may mention days.
func tells(b *article.Block) bool {
	if b.RepeatOf >= 0 {
		return false
	}
	switch b.Kind {
	case article.Byline, article.Dateline, article.Section, article.Furniture, article.Related, article.Notice, article.Tag:
		return false
	default:
		return true
	}
}

// appendDays appends the days that an expression means. A long range in the Hijri calendar is a month or a year.
func appendDays(days []Day, iso string, hijri bool) []Day {
	from, to, isRange := strings.Cut(iso, "/")
	first, ok := ParseDay(from)
	if !ok {
		return days
	}
	if !isRange {
		return append(days, first)
	}
	last, ok := ParseDay(to)
	switch {
	case !ok || last < first:
	case last-first < eachDay:
		for d := first; d <= last; d++ {
			days = append(days, d)
		}
	case !hijri:
		days = append(days, first, last)
	}
	return days
}
