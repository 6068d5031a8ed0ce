package article

import "testing"

// Scripts tell blocks apart by these names.
func TestKindNames(t *testing.T) {
	seen := map[string]Kind{"": Notice + 1}
	for k := Paragraph; k <= Notice; k++ {
		if other, again := seen[k.String()]; again {
			t.Errorf("kinds %d and %d have one name: %q", k, other, k)
		}
		seen[k.String()] = k
	}
}
