package ui

import (
	"cmp"
	"slices"

	"jarida/corpus/entity"
)

// rowKind tells the rows of the pane apart.
type rowKind uint8

const (
	itemRow  rowKind = iota
	typeRow          // the heading of a type
	everyRow         // the first: all of them
)

// entityRow is a row of the pane.
type entityRow struct {
	kind  rowKind
	typ   entity.Type
	quiet bool      // doubtful or hidden
	id    entity.ID // in the index, below 0 for none
	group int       // in the notes, below 0 for the folder's
	count int       // of a heading: entities below it
}

// findRow gives the row that stands for the same as a row of older ones, -1 for none.
func findRow(rows []entityRow, old entityRow, before, now *entity.Index) int {
	id := old.id
	if old.kind == itemRow && id >= 0 && before != now {
		var known bool
		if id, known = equivalent(before, id, now); !known {
			return -1
		}
	}
	return slices.IndexFunc(rows, func(r entityRow) bool {
		return r.kind == old.kind && (r.kind == everyRow || r.typ == old.typ) && (r.kind != itemRow || r.id == id && (id >= 0 || r.group == old.group))
	})
}

// equivalent finds an entity of one index in another.
func equivalent(x *entity.Index, id entity.ID, y *entity.Index) (entity.ID, bool) {
	switch {
	case x == y:
		return id, true
	case x == nil || y == nil || id < 0:
		return 0, false
	}
	s, ok := spelled(x, id)
	if !ok {
		return 0, false
	}
	return y.Spelled(s)
}

// spelled gives a spelling by which an entity is found again in every index: its most frequent one that leads back to it.
func spelled(x *entity.Index, id entity.ID) (entity.Spelled, bool) {
	e := x.Entity(id)
	for _, t := range [...]entity.Type{e.Type, entity.Person, entity.Place, entity.Organisation, entity.Date, entity.Quantity} {
		for _, s := range e.Spellings {
			key := entity.Spelled{Type: t, Text: s.Text}
			if found, ok := x.Spelled(key); ok && found == id {
				return key, true
			}
		}
	}
	return entity.Spelled{}, false
}

// articleRows gives the rows of an article: by type, the most often mentioned first.
func articleRows(n *notes, all bool) []entityRow {
	var rows []entityRow
	total := 0
	for t := range entity.Type(types) {
		head := len(rows)
		rows = append(rows, entityRow{kind: typeRow, typ: t, id: -1, group: -1})
		for i := range n.groups {
			if g := &n.groups[i]; g.typ == t && (g.mentions > 0 || all) && (all || g.sure && !g.hidden) {
				rows = append(rows, entityRow{typ: t, quiet: !g.sure || g.hidden, id: g.id, group: i})
			}
		}
		items := rows[head+1:]
		slices.SortStableFunc(items, func(a, b entityRow) int {
			return cmp.Compare(n.groups[b.group].mentions, n.groups[a.group].mentions)
		})
		if rows[head].count = len(items); len(items) == 0 {
			rows = rows[:head]
		} else if t <= entity.Organisation {
			total += len(items)
		}
	}
	return headed(rows, total)
}

// folderRows gives the rows of a folder: by type, in the order of their ranks; those with a name that has words beginning as the query's.
func folderRows(x *entity.Index, all bool, query string, hidden []entity.Spelled) []entityRow {
	if x == nil {
		return nil
	}
	var byType [types][]entityRow
	enter := func(id entity.ID, quiet bool) {
		if t := x.Type(id); !quiet || all {
			byType[t] = append(byType[t], entityRow{typ: t, quiet: quiet, id: id, group: -1})
		}
	}
	if query != "" {
		for _, id := range x.Prefix(query, 0) {
			enter(id, !x.Sure(id))
		}
	} else {
		for id := range entity.ID(x.Len()) {
			enter(id, !x.Sure(id))
		}
		for _, s := range hidden {
			if id, ok := x.Spelled(s); ok && x.Hidden(id) {
				enter(id, true)
			}
		}
	}
	var rows []entityRow
	total := 0
	for t := range byType {
		if len(byType[t]) == 0 {
			continue
		}
		rows = append(rows, entityRow{kind: typeRow, typ: entity.Type(t), id: -1, group: -1, count: len(byType[t])})
		rows = append(rows, byType[t]...)
		if t <= int(entity.Organisation) {
			total += len(byType[t])
		}
	}
	return headed(rows, total)
}

// headed puts the row of all names above the others.
func headed(rows []entityRow, total int) []entityRow {
	if len(rows) == 0 {
		return nil
	}
	return slices.Insert(rows, 0, entityRow{kind: everyRow, id: -1, group: -1, count: total})
}
