package corpus

import "jarida/corpus/article"

// An article is parsed once, when its file is read. Where its blocks are is kept beside its text, in some twenty bytes: whoever looks at all
// articles after that would spend more time on parsing them than many a look takes.

// outline gives the outline of the file that was read last; "" where that is not all there is to know beside the facts of its entry, or not of one
// article alone: such a text is parsed again.
func (r *reader) outline() string {
	if len(r.parts) != 1 || len(r.parts[0].Blocks) == 0 || r.parts[0].Origin != (article.Origin{}) {
		return ""
	}
	r.outlined = r.parts[0].AppendOutline(r.outlined[:0])
	return r.slab.copy(r.outlined)
}

// lay sets an article to what is known of an entry without parsing its text, of so many bytes. It reports false where that is not enough.
func (s *Snapshot) lay(a *article.Article, d Doc, size int) bool {
	segment, i := s.segments[d/segmentSize], d%segmentSize
	outline := segment.sources[i].outline
	if outline == "" {
		return false
	}
	e := segment.entry(d)
	*a = article.Article{
		Part: 1, End: size, Title: article.Headline{Text: e.Title}, Date: e.Date, Byline: e.Byline, Source: e.Source, Section: e.Section,
		Words: e.Words, Blocks: a.Blocks, Related: a.Related,
	}
	a.Lay(outline)
	return true
}
