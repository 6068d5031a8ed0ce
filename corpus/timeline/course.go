package timeline

import "jarida/corpus/entity"

// Course is how many articles of each day are about something, from the first day to the last.
type Course struct {
	days []dayCount
}

type dayCount struct {
	day      Day
	articles int
}

// CourseOf gives the course of an entity, by its Index.Days. Articles of which only the month or year is known are left out.
func CourseOf(days []entity.DayCount) Course {
	c := Course{make([]dayCount, 0, len(days))}
	for _, d := range days {
		if day, ok := ParseDay(d.Day); ok {
			c.days = append(c.days, dayCount{day, d.Articles})
		}
	}
	return c
}

// Ends gives the first and the last day; false where there is none.
func (c Course) Ends() (first, last Day, ok bool) {
	if len(c.days) == 0 {
		return 0, 0, false
	}
	return c.days[0].day, c.days[len(c.days)-1].day, true
}

// Spans divides the days from the first to the last into n spans of one length, or into days where there are fewer, and counts the articles of
// each.
func (c Course) Spans(n int) []int {
	first, last, ok := c.Ends()
	if !ok || n < 1 {
		return nil
	}
	length := int64(last-first) + 1
	counts := make([]int, min(int64(n), length))
	for _, d := range c.days {
		counts[int64(d.day-first)*int64(len(counts))/length] += d.articles
	}
	return counts
}
