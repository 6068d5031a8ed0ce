package quote

import "testing"

// TestMaySpeak says that no block that may hold a quotation is passed over.
func TestMaySpeak(t *testing.T) {
	for _, opener := range openers {
		text := "قال " + string(opener) + "نعم"
		if !maySpeak(text) {
			t.Errorf("%s is passed over", text)
		}
	}
	for text, want := range map[string]bool{"قال: نعم": true, "قال // نعم //": true, "قال نعم، ولا.": false, "": false} {
		if got := maySpeak(text); got != want {
			t.Errorf("%s: got %v", text, got)
		}
	}
}
