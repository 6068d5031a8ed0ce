package settings

import (
	"strings"

	"jarida/keymap"
)

// keySettings collects what a config file says of keys: in [keys] for all places, in [keys.list] and its like for one.
type keySettings []keymap.Setting

// set takes over an entry below keys, or says what is wrong with it.
func (k *keySettings) set(e entry) string {
	s := keymap.Setting{Line: e.line, Action: e.path[len(e.path)-1], Keys: e.values}
	switch {
	case len(e.path) == 3:
		s.Place = e.path[1]
	case len(e.path) != 2:
		return e.name() + ": there is no such setting"
	}
	if !e.isList && !e.isString {
		return e.name() + `: give a key ("x"), several (["x", "g x"]), or none ([])`
	}
	*k = append(*k, s)
	return ""
}

// keyboards are the values of the setting keyboard.
var keyboards = []string{"auto", "persian"}

// bind makes the keys of the settings, and says what is wrong with them.
func (k *keySettings) bind(keyboard string) (keymap.Map, []Warning) {
	m := keymap.Default()
	if keyboard == keyboards[1] {
		m = m.On(keymap.Persian)
	}
	m, problems := m.Remap(*k)
	warnings := make([]Warning, 0, len(problems))
	for _, p := range problems {
		warnings = append(warnings, Warning{p.Line, strings.ToValidUTF8(p.Message, "\uFFFD")})
	}
	return m, warnings
}
