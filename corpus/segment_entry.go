package corpus

// Of an entry that was read in an earlier run only the number is noted that it has in the list that was kept, and it is made of that each time
// somebody looks at it: most commands look at few of them, and writing all of 100,000 takes longer than all else that there is to know.

// entry gives an entry by its number in the corpus.
func (s *segment) entry(d Doc) Entry {
	i := d % segmentSize
	switch f := s.files[i]; {
	case s.made[i] != nil:
		return *s.made[i]
	case f == nil:
		return Entry{}
	default:
		e := mainEntry(d, f)
		if k := s.recalled(i); k != nil {
			s.list.fill(&e, k)
		}
		return e
	}
}

// recalled gives what is kept of an entry that was not read in this run, nil where that is nothing.
func (s *segment) recalled(i Doc) *keptEntry {
	if s.made[i] != nil || s.kept[i] == 0 {
		return nil
	}
	return &s.list.entries[s.kept[i]-1]
}

// enter enters an entry, in the place of what was known of it. Its traits stay as they are.
func (s *segment) enter(i Doc, e Entry) {
	s.keys[i] = s.key(i)
	s.made[i] = &e
}

// part gives the part of its file that an entry is.
func (s *segment) part(i Doc) int {
	if e := s.made[i]; e != nil {
		return e.Part
	}
	return 1
}

// isMain reports whether an entry is the main article of a file.
func (s *segment) isMain(i Doc) bool { return s.part(i) == 1 }

// id gives the id of an entry.
func (s *segment) id(i Doc) string {
	switch {
	case s.made[i] != nil:
		return s.made[i].ID
	case s.files[i] != nil:
		return PartID(s.files[i].name, 1)
	}
	return ""
}

// iso gives the ISO form of the date of an entry, "" for none.
func (s *segment) iso(i Doc) string {
	if k := s.recalled(i); k != nil {
		return s.list.texts.text(k.ISO)
	}
	if e := s.made[i]; e != nil {
		return e.Date.ISO
	}
	return ""
}

// publishers gives who published an entry, where it was first, and its byline.
func (s *segment) publishers(i Doc) (source, origin, byline string) {
	if k := s.recalled(i); k != nil {
		t := &s.list.texts
		return t.text(k.Source), t.text(k.Origin), t.text(k.Byline)
	}
	if e := s.made[i]; e != nil {
		return e.Source, e.Origin, e.Byline
	}
	return "", "", ""
}

// title gives the title of an entry, "" for none.
func (s *segment) title(i Doc) string {
	if k := s.recalled(i); k != nil {
		return s.list.texts.text(k.Title)
	}
	if e := s.made[i]; e != nil {
		return e.Title
	}
	return ""
}

// section gives the section that an entry stood in.
func (s *segment) section(i Doc) string {
	if k := s.recalled(i); k != nil {
		return s.list.texts.text(k.Section)
	}
	if e := s.made[i]; e != nil {
		return e.Section
	}
	return ""
}

// key gives the hash of the content of an entry, zero where that is not known.
func (s *segment) key(i Doc) [keyBytes]byte {
	if k := s.recalled(i); k != nil {
		return k.Key
	}
	return s.keys[i]
}
