// Package triage keeps what the reader decides: read, starred, later, archived, and corrections of entities, in a journal with undo.
//
// The journal is one file of JSON lines in the state folder. Each decision is one line, appended by one write and synced before it
// is acknowledged; a decision about many articles is one line, too. Nothing in it is ever changed: undo is a further line. Lines carry
// time, host, sequence and id, and are read in that order, so journals of several machines may be concatenated. Several processes may
// have one journal open: each takes a lock to append, and sees what the others wrote when it refreshes.
//
// An article is known by the hash of its content, so that a moved file keeps its state; the path is the second key, by which a file
// without content is known, and by which a changed file finds the state that it had.
package triage

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
)

// Article names an article in the journal.
type Article struct {
	Hash string `json:"hash,omitempty"` // of its content, "" for an empty one
	Path string `json:"path,omitempty"` // its id below the folder
}

// Hash gives the hash of an article's content: the first 16 bytes of SHA-256 of the text without the white space around it, in
// hexadecimal digits; "" where nothing is left. 128 bits keep a collision out of reach for any number of articles.
func Hash(text string) string {
	sum := Sum(text)
	if sum == ([16]byte{}) {
		return ""
	}
	return hex.EncodeToString(sum[:])
}

// Sum is Hash in bytes, all of them zero where that is "".
func Sum(text string) [16]byte {
	text = strings.TrimSpace(text)
	if text == "" {
		return [16]byte{}
	}
	sum := sha256.Sum256([]byte(text))
	return [16]byte(sum[:16])
}

// key is what a state is kept under: the hash, or the path of an article without content.
func (a Article) key() string {
	if a.Hash != "" {
		return a.Hash
	}
	return "path:" + a.Path
}

// Place is where an article lies: in exactly one of the three.
type Place uint8

const (
	Inbox Place = iota
	Later
	Archive
)

// State is what was decided about one article.
type State struct {
	Place    Place
	Read     bool
	Starred  bool
	Position int // source bytes: where reading stopped
}

// Act is a kind of decision.
type Act string

const (
	ToInbox   Act = "inbox"
	ToLater   Act = "later"
	ToArchive Act = "archive"
	MarkRead  Act = "read"
	Unread    Act = "unread"
	Star      Act = "star"
	Unstar    Act = "unstar"

	At      Act = "position" // reading stopped at a place of the article; it cannot be undone, for it decides nothing
	Changed Act = "changed"  // the article at a path has new content and inherits the state of the old: From; nor can this

	MergeEntities Act = "merge" // the first two names are one entity
	SplitEntity   Act = "split" // the name is an entity of its own
	RenameEntity  Act = "rename"
	HideEntity    Act = "hide"
	ShowEntity    Act = "show" // a hidden entity is shown again

	SaveSearch   Act = "search" // a query is kept under a name, in place of what had the name
	ForgetSearch Act = "forget" // the query with a name is kept no longer

	undo Act = "undo"
	redo Act = "redo"
)

// known reports whether this version knows what the act means.
func (a Act) known() bool {
	return a.undoable() || slices.Contains([]Act{At, Changed, undo, redo}, a)
}

// entity reports whether the act corrects entities.
func (a Act) entity() bool {
	return slices.Contains([]Act{MergeEntities, SplitEntity, RenameEntity, HideEntity, ShowEntity}, a)
}

// search reports whether the act is about saved searches.
func (a Act) search() bool { return a == SaveSearch || a == ForgetSearch }

// undoable reports whether the act is a decision that can be taken back.
func (a Act) undoable() bool {
	return a.entity() || a.search() || slices.Contains([]Act{ToInbox, ToLater, ToArchive, MarkRead, Unread, Star, Unstar}, a)
}

// apply gives the state after an act.
func (s State) apply(e *Event) State {
	switch e.Act {
	case ToInbox:
		s.Place = Inbox
	case ToLater:
		s.Place = Later
	case ToArchive:
		s.Place = Archive
	case MarkRead:
		s.Read = true
	case Unread:
		s.Read = false
	case Star:
		s.Starred = true
	case Unstar:
		s.Starred = false
	case At:
		s.Position = e.Position
	default: // an act that is not about the state of an article
	}
	return s
}
