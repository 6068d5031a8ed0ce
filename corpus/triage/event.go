package triage

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// version is the newest form of an event that this program writes and understands. It is raised when an old program must not
// guess at what a new event means.
const version = 1

// Event is one line of the journal. The order of the fields is the order in the line.
type Event struct {
	Version  int       `json:"v"`
	Time     time.Time `json:"time"` // UTC; later than that of every event the writer had seen
	Host     string    `json:"host"`
	Seq      uint64    `json:"seq"` // one more than the highest that the writer had seen
	ID       string    `json:"id"`  // random, unique
	Act      Act       `json:"act"`
	Articles []Article `json:"articles,omitempty"`
	Position int       `json:"position,omitempty"` // of At
	From     string    `json:"from,omitempty"`     // of Changed: the hash that the content had
	Entity   *Entity   `json:"entity,omitempty"`
	Search   *Search   `json:"search,omitempty"`  // of SaveSearch and ForgetSearch
	Target   string    `json:"target,omitempty"`  // of undo and redo: the id of the decision
	Settled  bool      `json:"settled,omitempty"` // a decision too old to be taken back: compaction left out what it superseded
}

// Entity is what an act about entities is about. Names are spellings, which stand for the entity that has them.
type Entity struct {
	Type  string   `json:"type"`
	Names []string `json:"names"`          // the spelling; of a merge the two of them
	Name  string   `json:"name,omitempty"` // of a renaming
}

// Search is a query that is kept under a name. Forgetting it needs the name alone.
type Search struct {
	Name  string `json:"name"`
	Query string `json:"query,omitempty"` // as it is typed
}

// encode writes the event as a line, with its newline.
func (e *Event) encode() ([]byte, error) {
	b, err := json.Marshal(e)
	if err != nil {
		return nil, fmt.Errorf("write an event: %w", err)
	}
	return append(b, '\n'), nil
}

// errNotEvent says that a line is no event: torn by a crash, or not ours.
var errNotEvent = errors.New("no event")

// decode reads any line of JSON; scan must find the same in it wherever it finds anything. Of an event of a newer version at least what orders it
// is known.
func decode(line []byte) (Event, error) {
	var e Event
	if err := json.Unmarshal(line, &e); err != nil || e.Version < 1 || e.ID == "" {
		// A newer version may have changed the type of a field: what names the event is enough to keep the line.
		var head struct {
			Version int       `json:"v"`
			Time    time.Time `json:"time"`
			ID      string    `json:"id"`
		}
		if json.Unmarshal(line, &head) != nil || head.Version <= version || head.ID == "" {
			return Event{}, errNotEvent
		}
		return Event{Version: head.Version, Time: head.Time, ID: head.ID}, nil
	}
	return e, nil
}

// kind gives the kind of the event, isForeign for one that this version cannot carry out.
func (e *Event) kind() kind {
	if e.Version > version {
		return isForeign
	}
	return kindOf(e.Act)
}
