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
	"encoding/binary"
	"encoding/hex"
	"strings"
	"unsafe"
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
	sum := sha256.Sum256(unsafe.Slice(unsafe.StringData(text), len(text))) //nolint:gosec // it is only read, and a copy of each text is a lot of memory
	return [16]byte(sum[:16])
}

// digest is what a state is kept under: the hash of the content.
type digest [16]byte

// digest gives that of an article: of its path where it has no content.
func (a Article) digest() digest {
	if a.Hash == "" {
		return digestOf("path:" + a.Path)
	}
	return digestOf(a.Hash)
}

// digestOf reads a hash. A text that is none, which this program does not write, is hashed.
func digestOf[T string | []byte](text T) (d digest) {
	var digits [2 * len(d)]byte
	if len(text) == len(digits) {
		copy(digits[:], text)
		if _, err := hex.Decode(d[:], digits[:]); err == nil {
			return d
		}
	}
	sum := sha256.Sum256([]byte(text))
	return digest(sum[:len(d)])
}

// idOf gives an event's id as a number, by which it is known in memory: its 16 digits. A text of another kind, which this program does not write, is
// hashed.
func idOf[T string | []byte](text T) uint64 {
	var digits [16]byte
	var number [8]byte
	if len(text) == len(digits) {
		copy(digits[:], text)
		if _, err := hex.Decode(number[:], digits[:]); err == nil {
			return binary.BigEndian.Uint64(number[:])
		}
	}
	sum := sha256.Sum256([]byte(text))
	return binary.BigEndian.Uint64(sum[:])
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

// Words names what was decided, in words that scripts may rely on: the place, read or unread, starred; nil where nothing was.
func (s State) Words() []string {
	s.Position = 0 // where reading stopped is no decision
	if s == (State{}) {
		return nil
	}
	words := []string{[...]string{Inbox: "inbox", Later: "later", Archive: "archive"}[s.Place], "unread"}
	if s.Read {
		words[1] = "read"
	}
	if s.Starred {
		words = append(words, "starred")
	}
	return words
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
	Seen    Act = "seen"     // an article was at a path; compaction leaves it of decisions that were undone

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

// kind is an act in memory.
type kind uint8

// The kinds, in the order of acts: those that can be taken back first, of these the acts on articles, on entities, on searches.
const (
	isForeign kind = iota
	isRead
	isArchive
	isLater
	isStar
	isUnread
	isUnstar
	isInbox
	isMerge
	isSplit
	isRename
	isHide
	isShow
	isSave
	isForget
	isAt
	isUndo
	isRedo
	isChanged
	isSeen
)

// acts gives the acts by their kinds.
func acts() [isSeen + 1]Act {
	return [...]Act{
		"", MarkRead, ToArchive, ToLater, Star, Unread, Unstar, ToInbox, MergeEntities, SplitEntity, RenameEntity, HideEntity, ShowEntity,
		SaveSearch, ForgetSearch, At, undo, redo, Changed, Seen,
	}
}

// kindOf gives the kind of an act, isForeign for one that this version does not know.
func kindOf[T Act | []byte](name T) kind {
	for i, a := range acts() {
		if i > 0 && string(name) == string(a) {
			return kind(i)
		}
	}
	return isForeign
}

// undoable reports whether the act is a decision that can be taken back.
func (k kind) undoable() bool { return k >= isRead && k <= isForget }

// entity reports whether the act corrects entities, and search whether it is about saved searches.
func (k kind) entity() bool { return k >= isMerge && k <= isShow }
func (k kind) search() bool { return k == isSave || k == isForget }

// turn reports whether the act takes a decision back or does it again.
func (k kind) turn() bool { return k == isUndo || k == isRedo }

// apply gives the state after an act; position is that of At.
func (s State) apply(k kind, position int) State {
	switch k {
	case isInbox:
		s.Place = Inbox
	case isLater:
		s.Place = Later
	case isArchive:
		s.Place = Archive
	case isRead:
		s.Read = true
	case isUnread:
		s.Read = false
	case isStar:
		s.Starred = true
	case isUnstar:
		s.Starred = false
	case isAt:
		s.Position = position
	default: // an act that is not about the state of an article
	}
	return s
}
