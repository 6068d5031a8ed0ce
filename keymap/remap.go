package keymap

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"jarida/corpus/arabic"
)

// Setting is what a config file says of the keys of an action: these it has, and no others.
type Setting struct {
	Line   int
	Place  string // "" for every place that has the action
	Action string
	Keys   []string // strokes with blanks between them, as in Bindings; none: the action has no key
}

// Problem is something in a setting that is not as its writer will want it.
type Problem struct {
	Line    int
	Message string
}

// Remap gives the bindings with the keys of a config file. A key that another action has by default is taken from it. What makes no sense,
// or contradicts an earlier line, is left out and told; so is an action that loses its last key, though that holds. Settings of one place
// go before those of all.
func (m Map) Remap(settings []Setting) (Map, []Problem) {
	r := remapper{places: m.places}
	for _, general := range []bool{true, false} {
		for _, s := range settings {
			if (s.Place == "") == general {
				r.set(s)
			}
		}
	}
	slices.SortStableFunc(r.problems, func(a, b Problem) int { return a.Line - b.Line })
	m.places = r.places
	return m, slices.Compact(r.problems)
}

// wayOut quits wherever one is, whatever a config file says.
const wayOut = "ctrl+c"

// remapper applies settings one by one.
type remapper struct {
	places   [places]Bindings
	lines    [places]map[string]int // by key: the line that has given it away
	problems []Problem
}

func (r *remapper) problemf(line int, format string, args ...any) {
	r.problems = append(r.problems, Problem{line, fmt.Sprintf(format, args...)})
}

// set applies a setting in each place that it is about.
func (r *remapper) set(s Setting) {
	only, named := ParsePlace(s.Place)
	if s.Place != "" && !named {
		r.problemf(s.Line, "there is no place %q%s", s.Place, suggestion(s.Place, placeNames[:]))
		return
	}
	action, ok := ParseAction(s.Action)
	if !ok {
		r.problemf(s.Line, "there is no action %q%s", s.Action, suggestion(s.Action, names[1:]))
		return
	}
	keys := make([]string, 0, len(s.Keys))
	for _, k := range s.Keys {
		if why := badKey(k); why != "" {
			r.problemf(s.Line, "%s: %s", s.Action, why)
			continue
		}
		keys = append(keys, strings.Join(strings.Fields(k), " "))
	}
	if len(keys) == 0 && len(s.Keys) > 0 {
		return
	}
	found := false
	for at := range Place(places) {
		if s.Place != "" && at != only || r.places[at][action].Help().Desc == "" {
			continue
		}
		found = true
		r.bind(at, action, keys, s)
	}
	if !found {
		r.problemf(s.Line, "%s is no action of the place %q", s.Action, s.Place)
	}
}

// bind gives an action its keys in one place.
func (r *remapper) bind(at Place, action Action, keys []string, s Setting) {
	if r.lines[at] == nil {
		r.lines[at] = map[string]int{}
	}
	b := &r.places[at]
	kept := make([]string, 0, len(keys))
	for i, k := range keys {
		if slices.Contains(keys[:i], k) {
			continue
		}
		line, taken := r.lines[at][k]
		if owner := b.action(k); taken && owner != action && owner != None {
			r.problemf(s.Line, "%s: line %d gives %q to %s already", s.Action, line, k, owner)
			continue
		}
		if other := cmp.Or(b.clash(k, action), clashing(kept, k)); other != "" {
			r.problemf(s.Line, "%s: %q cannot be a key beside %q, for one begins the other", s.Action, k, other)
			continue
		}
		r.take(at, action, k, s)
		r.lines[at][k] = s.Line
		kept = append(kept, k)
	}
	if action == Quit {
		kept = append(kept, wayOut)
	}
	if len(kept) > 0 || len(keys) == 0 {
		b[action].SetKeys(kept...)
	}
}

// take takes a key from the action that has it by default.
func (r *remapper) take(at Place, action Action, k string, s Setting) {
	b := &r.places[at]
	owner := b.action(k)
	if owner == None || owner == action {
		return
	}
	rest := slices.DeleteFunc(slices.Clone(b[owner].Keys()), func(o string) bool { return o == k })
	b[owner].SetKeys(rest...)
	if len(rest) == 0 {
		r.problemf(s.Line, "%s: %q was the only key of %s, which has none now", s.Action, k, owner)
	}
}

// clash gives a key of another action that begins with k, or that k begins with, "" for none.
func (b *Bindings) clash(k string, action Action) string {
	for a, binding := range b {
		if other := clashing(binding.Keys(), k); Action(a) != action && other != "" {
			return other
		}
	}
	return ""
}

// clashing gives one of some keys that begins with k, or that k begins with, "" for none.
func clashing(keys []string, k string) string {
	for _, other := range keys {
		if strings.HasPrefix(other, k+" ") || strings.HasPrefix(k, other+" ") {
			return other
		}
	}
	return ""
}

// badKey says why a sequence of strokes cannot be typed everywhere, "" where it can.
func badKey(seq string) string {
	strokes := strings.Fields(seq)
	if len(strokes) == 0 || len(strokes) > 2 {
		return fmt.Sprintf("%q: give a key, or two with a blank between them", seq)
	}
	for _, s := range strokes {
		r, one := single(s)
		letter, ctrl := strings.CutPrefix(s, "ctrl+")
		switch {
		case s == wayOut:
			return wayOut + " always quits"
		case ctrl && len(letter) == 1 && letter >= "a" && letter <= "z":
		case one && r > unicode.MaxASCII:
			return fmt.Sprintf("%q: name the key as it is on a US keyboard%s", s, onUS(s))
		case one && r > ' ' && r < utf8.RuneSelf:
		case !one && (legends[s] != "" || functionKey(s)):
		default:
			return fmt.Sprintf("there is no key %q", s)
		}
	}
	return ""
}

// onUS says how a letter's key is called, where it is known.
func onUS(letter string) string {
	if names := AnyArabic.typing(letter); len(names) > 0 {
		return ": " + names[0]
	}
	return ""
}

func functionKey(s string) bool {
	number, ok := strings.CutPrefix(s, "f")
	return ok && slices.Contains([]string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"}, number)
}

// suggestion names the word that is most like the one given, "" where none is.
func suggestion(word string, known []string) string {
	best, least := "", 3 // as many letters wrong as a typist's slip makes
	for _, k := range known {
		if d := arabic.Distance(word, k); d < least {
			best, least = k, d
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf("; did you mean %q?", best)
}

// Config writes the default bindings as a config file would set them, a line for each, all of them comments.
func (m Map) Config() string {
	var b strings.Builder
	for at := range Place(places) {
		fmt.Fprintf(&b, "\n#[keys.%s]\n", at)
		for _, binding := range m.Help(at) {
			quoted := make([]string, 0, 3)
			for _, k := range m.places[at][binding.Action].Keys() {
				if k != wayOut {
					quoted = append(quoted, fmt.Sprintf("%q", k))
				}
			}
			fmt.Fprintf(&b, "#%s = [%s] # %s\n", binding.Action, strings.Join(quoted, ", "), binding.Label)
		}
	}
	return b.String()
}
