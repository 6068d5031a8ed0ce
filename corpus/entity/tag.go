package entity

// tag is a label of one token: outside of every name, or at the beginning of or inside one of some type.
type tag uint8

const (
	outside tag = iota
	beginPerson
	insidePerson
	beginPlace
	insidePlace
	beginOrganisation
	insideOrganisation
	tagCount
)

// begin and inside give the tags of a type, which is Person, Place or Organisation.
func begin(t Type) tag  { return beginPerson + 2*tag(t) }
func inside(t Type) tag { return insidePerson + 2*tag(t) }

// named gives the type of a tag other than outside.
func (t tag) named() Type { return Type((t - beginPerson) / 2) }

// begins tells the tags at the beginning of a name, continues those inside one.
func (t tag) begins() bool    { return t&1 == 1 }
func (t tag) continues() bool { return t != outside && t&1 == 0 }

// within gives the inside of the type of a tag, outside for itself.
func (t tag) within() tag { return t + t&1 }

// mayFollow reports whether a tag can stand behind another: inside a name only what began stays.
func (t tag) mayFollow(before tag) bool {
	return !t.continues() || before == t || before == t-1
}
