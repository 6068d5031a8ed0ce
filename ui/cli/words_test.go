package cli

import (
	"slices"
	"testing"
)

func TestCommandWords(t *testing.T) {
	t.Parallel()
	tests := map[string][]string{
		"":                              nil,
		" \t":                           nil,
		"less":                          {"less"},
		" less  -R\t+G ":                {"less", "-R", "+G"},
		`emacs -nw --eval '(x "y" $z)'`: {"emacs", "-nw", "--eval", `(x "y" $z)`},
		`"/Program Files/vi" a\ b ""`:   {"/Program Files/vi", "a b", ""},
		"vi; rm -rf $HOME `x`":          {"vi;", "rm", "-rf", "$HOME", "`x`"},
		`a"b c"d 'e`:                    {"ab cd", "e"},
	}
	for value, want := range tests {
		if got := commandWords(value); !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", value, got, want)
		}
	}
}
