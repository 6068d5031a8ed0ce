package corpus

import (
	"jarida/corpus/entity"
	"jarida/corpus/triage"
)

// EntityEdits gives the corrections of entities that a journal holds, in the order in which they were made (see triage.Journal.Entities).
// What this program does not understand changes nothing.
func EntityEdits(events []triage.Event) entity.Edits {
	var e entity.Edits
	for i := range events {
		about := events[i].Entity
		if about == nil || len(about.Names) == 0 {
			continue
		}
		typ, ok := entityType(about.Type)
		if !ok {
			continue
		}
		spelled := entity.Spelled{Type: typ, Text: about.Names[0]}
		switch events[i].Act {
		case triage.MergeEntities:
			if len(about.Names) > 1 {
				e.Merge(spelled, entity.Spelled{Type: typ, Text: about.Names[1]})
			}
		case triage.SplitEntity:
			e.TakeApart(spelled)
		case triage.RenameEntity:
			e.Rename(spelled, about.Name)
		case triage.HideEntity:
			e.Hide(spelled)
		case triage.ShowEntity:
			e.Show(spelled)
		default:
		}
	}
	return e
}

// entityType gives the type with a name.
func entityType(name string) (entity.Type, bool) {
	for t := entity.Person; t <= entity.Quantity; t++ {
		if t.String() == name {
			return t, true
		}
	}
	return 0, false
}
