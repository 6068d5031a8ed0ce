package entity

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// tinySamples are sentences in which some words are always names of one type.
func tinySamples() []Sample {
	var samples []Sample
	add := func(text string, names ...Name) { samples = append(samples, Sample{Text: text, Names: names}) }
	for _, verb := range []string{"قال", "أعلن", "أكد", "زعم"} {
		for _, person := range []string{"سمير", "كريم", "وليد", "زيدان"} {
			for _, place := range []string{"دمياط", "بنزرت", "طبرق"} {
				text := verb + " " + person + " في " + place + " أمس"
				at := len(verb) + 1
				in := at + len(person) + len(" في ")
				add(text, Name{at, at + len(person), Person}, Name{in, in + len(place), Place})
			}
		}
	}
	return samples
}

func tinyTraining() Training {
	return Training{Epochs: 5, Rounds: 2, Seed: 7, Rate: 0.1, Decay: 1e-3, Dropout: 0.2, Unknown: 0.1, MinCount: 1, Features: 2000}
}

// The same samples make the same model, byte for byte, and it finds what it was shown.
func TestTrainIsReproducible(t *testing.T) {
	var first, second bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &second} {
		if err := Train(b, tinySamples(), tinyTraining()); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Fatalf("two models of %d and %d bytes from the same samples", first.Len(), second.Len())
	}
	m, err := decodeModel(first.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	l, err := loadLists()
	if err != nil {
		t.Fatal(err)
	}
	const text = "قال كريم في طبرق أمس"
	tagger := newTagger(m, l, newTypeStore(nil))
	got := fmt.Sprint(texts(text, tagger.Find(text, paragraph(text))))
	if want := "[person كريم place طبرق]"; got != want {
		t.Errorf("found %s, want %s", got, want)
	}
}

// A model that is cut short or changed is refused, never read past its end.
func TestDamagedModel(t *testing.T) {
	var packed bytes.Buffer
	if err := Train(&packed, tinySamples(), tinyTraining()); err != nil {
		t.Fatal(err)
	}
	whole := packed.Bytes()
	for n := 0; n < len(whole); n += 37 {
		if _, err := decodeModel(whole[:n]); !errors.Is(err, errModel) {
			t.Fatalf("the first %d bytes: %v", n, err)
		}
	}
	for i := 0; i < len(whole); i += 53 {
		changed := bytes.Clone(whole)
		changed[i] ^= 0x55
		_, _ = decodeModel(changed) // gzip has a checksum, but for its header
	}
}

// TestModelIsCurrent trains the model that is built in once more. It takes half a minute, so it runs when it is asked for.
func TestModelIsCurrent(t *testing.T) {
	if os.Getenv("JARIDA_TRAIN") != "1" {
		t.Skip("JARIDA_TRAIN=1 trains the model again and compares it with the one built in")
	}
	out := filepath.Join(t.TempDir(), "model.bin.gz")
	command := exec.CommandContext(t.Context(), "go", "run", "./train", "-o", out, sharedData(t, "entities", "train"))
	if message, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, message)
	}
	model, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := sha256.Sum256(model), sha256.Sum256(packedModel); got != want {
		t.Errorf("trained %x, built in is %x", got, want)
	}
}
