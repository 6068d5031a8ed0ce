package settings

import "strings"

// The languages of the interface.
const (
	English = "en"
	Arabic  = "ar"
)

// Language gives the language of the interface: of the flag --lang, of the config file, or of the environment, where
// the variables count as everywhere: LC_ALL before LC_MESSAGES before LANG.
func Language(flag string, c Config, env func(string) string) string {
	for _, lang := range []string{flag, c.Lang} {
		if lang == English || lang == Arabic {
			return lang
		}
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if locale := env(name); locale != "" {
			if lang, _, _ := strings.Cut(locale, "_"); lang == Arabic || strings.HasPrefix(lang, Arabic+".") {
				return Arabic
			}
			return English
		}
	}
	return English
}
