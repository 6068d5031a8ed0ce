package cli

import "strings"

// commandWords divides the value of PAGER or EDITOR into the program and its arguments, as a shell would that knows nothing but blanks,
// quotation marks and backslashes: no shell reads it. An unclosed quotation ends with the value.
func commandWords(value string) []string {
	var words []string
	var word strings.Builder
	var quote rune
	open, escaped := false, false // a word has begun; the next character is itself
	for _, r := range value {
		switch {
		case escaped:
			word.WriteRune(r)
			escaped = false
		case r == '\\' && quote != '\'':
			open, escaped = true, true
		case quote != 0 && r == quote:
			quote = 0
		case quote == 0 && (r == '"' || r == '\''):
			open, quote = true, r
		case quote == 0 && strings.ContainsRune(" \t\n", r):
			if open {
				words = append(words, word.String())
				word.Reset()
			}
			open = false
		default:
			open = true
			word.WriteRune(r)
		}
	}
	if open {
		words = append(words, word.String())
	}
	return words
}
