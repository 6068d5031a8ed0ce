package search

import (
	"bytes"
	"slices"

	"jarida/corpus/arabic"
)

// Field is something that a query can ask of an article beside its words.
type Field struct {
	Name    string   // as it is printed: "title"
	Also    []string // other names that are understood, also with the Arabic article before them
	Values  []Value  // what can stand behind it, nil where that is free
	Example string   // a clause that shows it
}

// Value is one of the values that a field can have.
type Value struct {
	Name string   // as it is printed: "unread"
	Also []string // other names that are understood, also with the Arabic article before them
}

// The names of the fields, as they are printed.
const (
	titleField   = "title"
	personField  = "person"
	placeField   = "place"
	orgField     = "org"
	sourceField  = "source"
	sectionField = "section"
	dateField    = "date"
	mentionField = "mentions"
	isField      = "is"
	hasField     = "has"
)

// fields are the fields of the language. The order is that of help.
var fields = [...]Field{
	{Name: titleField, Also: []string{"headline", "عنوان"}, Example: `title:"القمة العربية"`},
	{Name: personField, Also: []string{"people", "شخص", "شخصية"}, Example: `person:"فلاديمير بوتين"`},
	{Name: placeField, Also: []string{"location", "مكان", "موقع"}, Example: "place:موسكو"},
	{Name: orgField, Also: []string{"organisation", "organization", "هيئة", "منظمة", "جهة"}, Example: `org:"الأمم المتحدة"`},
	{Name: sourceField, Also: []string{"from", "مصدر", "ناشر", "كاتب"}, Example: "source:رويترز"},
	{Name: sectionField, Also: []string{"قسم", "باب"}, Example: "section:رياضة"},
	{Name: dateField, Also: []string{"تاريخ"}, Example: "date:2026-01..2026-03"},
	{Name: mentionField, Also: []string{"mention", "يذكر", "ذكر"}, Example: "mentions:2026-06-11"},
	{Name: isField, Also: []string{"حالة"}, Example: "is:unread", Values: []Value{
		{"unread", []string{"new", "غير مقروء", "غير مقروءة", "جديد"}},
		{"read", []string{"مقروء", "مقروءة"}},
		{"starred", []string{"star", "مميز", "مميزة", "بنجمة"}},
		{"later", []string{"postponed", "مؤجل", "مؤجلة", "لاحقا"}},
		{"archived", []string{"archive", "مؤرشف", "مؤرشفة", "أرشيف"}},
		{"inbox", []string{"وارد"}},
	}},
	{Name: hasField, Also: []string{"فيه", "به"}, Example: "has:quote", Values: []Value{
		{"quote", []string{"quotes", "quotation", "اقتباس", "تصريح", "قول"}},
	}},
}

// Fields gives the fields that a query can ask for, in the order of help.
func Fields() []Field { return slices.Clone(fields[:]) }

// findField gives the field of a name in any spelling, nil for none.
func findField(name string) *Field {
	var key nameKey
	key.of(name)
	for i := range fields {
		if f := &fields[i]; key.named(f.Name, f.Also) {
			return f
		}
	}
	return nil
}

// value gives the name of a value of the field in any spelling, "" for none.
func (f *Field) value(name string) string {
	var key nameKey
	key.of(name)
	for _, v := range f.Values {
		if key.named(v.Name, v.Also) {
			return v.Name
		}
	}
	return ""
}

// nameKey is a name as names are compared: folded, and without the Arabic article. It keeps memory to fold others into.
type nameKey struct{ key, other []byte }

// of takes a name.
func (k *nameKey) of(name string) { k.key = appendNameKey(k.key[:0], name) }

// named reports whether the key is that of one of some names.
func (k *nameKey) named(name string, also []string) bool {
	return k.is(name) || slices.ContainsFunc(also, k.is)
}

// is reports whether the key is that of a name.
func (k *nameKey) is(name string) bool {
	k.other = appendNameKey(k.other[:0], name)
	return bytes.Equal(k.key, k.other)
}

// appendNameKey appends a name as names are compared.
func appendNameKey(dst []byte, name string) []byte {
	start := len(dst)
	dst = arabic.AppendFold(dst, name)
	end := len(dst)
	dst = arabic.AppendFold(dst, "ال")
	if definite := dst[end:]; bytes.HasPrefix(dst[start:end], definite) {
		return append(dst[:start], dst[start+len(definite):end]...)
	}
	return dst[:end]
}

// nearestField gives the name of a field that differs least from one that is none, "" where none is near.
func nearestField(name string) string {
	var names []string
	for i := range fields {
		names = append(append(names, fields[i].Name), fields[i].Also...)
	}
	return nearest(name, names)
}

// nearestValue gives the value of the field that differs least from one that it does not have, "" where none is near.
func (f *Field) nearestValue(name string) string {
	var names []string
	for _, v := range f.Values {
		names = append(append(names, v.Name), v.Also...)
	}
	return nearest(name, names)
}

// maxSlips is how many letters may be wrong in a name that is taken for another.
const maxSlips = 2

// nearest gives the first of the names that differ least from a name: by two letters at most, and by less than half of them.
func nearest(name string, names []string) string {
	key, best, slips := string(appendNameKey(nil, name)), "", maxSlips+1
	for _, n := range names {
		k := string(appendNameKey(nil, n))
		if d := arabic.Distance(key, k); d < slips && 2*d < len(k) {
			best, slips = n, d
		}
	}
	return best
}
