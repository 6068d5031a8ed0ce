// Package entity finds people, places and organisations, and which mentions are the same one.
//
// What depends on one file alone (Find) is kept apart from what depends on the folder (grouping, roles): a changed file costs
// itself and a cheap second pass.
package entity

// Type is the type of an entity.
type Type uint8

const (
	Person Type = iota
	Place
	Organisation
	Date
	Quantity
)

// String gives the name of the type in the output of the commands.
func (t Type) String() string {
	switch t {
	case Person:
		return "person"
	case Place:
		return "place"
	case Organisation:
		return "organisation"
	case Date:
		return "date"
	case Quantity:
		return "quantity"
	}
	return ""
}

// Mention is one place in a text where an entity is named. Clitics (و ف ب ل ك, the ل of لل) are outside the range.
type Mention struct {
	Start, End int // source bytes
	Type       Type
	Confidence float32 // 0 to 1: the marginal probability of the model, or how sure a rule is
	Repeat     bool    // it stands in a block that repeats another: it does not count
	ISO        string  // of a date, where it is fixed
}
