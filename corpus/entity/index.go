package entity

// Found is what one article says of entities, from the article alone. It keeps no reference to the article's text.
type Found struct {
	Doc      int32  // the number of the article in its corpus
	Date     string // the article's own day, "" where unknown
	Mentions []Mention
	Surfaces []string // the text of each mention as it is written, hard wraps as one space: see Tagger.Surfaces
	Roles    []Role   // role phrases, beside a name or alone: see Tagger.Roles
}

// Role is a role phrase: in an apposition with a name (الرئيس الروسي فلاديمير بوتين), which is the evidence by which one that stands
// alone is resolved.
type Role struct {
	Phrase  string // as written, without clitics
	Mention int    // index of the person's mention; -1 where the phrase stands alone
	Start   int    // source bytes of the phrase
	End     int
}

// Entity is one real thing of the folder: all mentions that name it, however they spell it.
type Entity struct {
	Name      string // for display: the most frequent of the longest forms, or what the reader called it
	Type      Type
	Articles  int // articles that mention it outside of repeats
	Mentions  int // mentions outside of repeats
	Spellings []Spelling
	First     string // the earliest and the latest day of an article that mentions it; "" where none is dated
	Last      string
	Sure      bool // enough evidence to be shown by itself: a confident mention, or several
}

// Spelling is one way in which an entity is written, clitics off.
type Spelling struct {
	Text     string
	Mentions int
}

// ID numbers an entity of one Index. Another Index numbers anew.
type ID int32

// Resolved is a mention and the entity it names.
type Resolved struct {
	Mention
	Entity ID
}

// Partner is an entity that occurs in the same articles as another.
type Partner struct {
	Entity   ID
	Articles int // that mention both
}

// Edits are the reader's corrections, in no order: what the reader did in some order is noted by Merge, TakeApart, Rename, Hide and Show. A
// spelling stands for the entity that has it, so that an edit outlives a changed folder; one that no longer occurs does nothing.
type Edits struct {
	Merged  []Merge
	Split   []Spelled          // the spelling is an entity of its own, but for what is merged with it
	Renamed map[Spelled]string // the entity that has the spelling is called so
	Hidden  map[Spelled]bool   // the entity that has the spelling is not shown
}

// Spelled is a spelling of a type.
type Spelled struct {
	Type Type
	Text string
}

// Merge says that two spellings name the same entity.
type Merge struct{ A, B Spelled }
