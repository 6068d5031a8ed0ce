// Train trains the model of the tagger and writes it.
//
//	go run ./corpus/entity/train [-o FILE] DIR
//
// DIR holds newsfane.txt.xz and wikifane.txt.xz (NewsFANE Gold and WikiFANE Gold of Alotaibi and Lee, COLING 2014), or the same
// unpacked. The command xz unpacks them.
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"

	"jarida/corpus/entity"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1) //nolint:gocritic // the process ends, and the signal with it
	}
}

// settings are those of the model that is built in.
func settings() entity.Training {
	return entity.Training{
		Epochs: 10, Rounds: 3, Seed: 1, Rate: 0.1, Decay: 1e-3, Dropout: 0.2, Unknown: 0.2, MinCount: 2, Features: 300_000,
	}
}

func run(ctx context.Context, args []string) error {
	flags := flag.NewFlagSet("train", flag.ContinueOnError)
	out := flags.String("o", "model.bin.gz", "where to write the model")
	training := settings()
	flags.IntVar(&training.Epochs, "epochs", training.Epochs, "how often to go over the text")
	flags.IntVar(&training.Rounds, "rounds", training.Rounds, "how often to begin anew; the mean is kept")
	flags.Uint64Var(&training.Seed, "seed", training.Seed, "of the chances")
	flags.Float64Var(&training.Rate, "rate", training.Rate, "how far to go in a step")
	flags.Float64Var(&training.Decay, "decay", training.Decay, "penalty of weights")
	flags.Float64Var(&training.Dropout, "dropout", training.Dropout, "share of the features to hide in each sentence")
	flags.Float64Var(&training.Unknown, "unknown", training.Unknown, "share of the words to hide")
	flags.IntVar(&training.MinCount, "min", training.MinCount, "how often a feature must be seen")
	flags.IntVar(&training.Features, "features", training.Features, "how many features to keep")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return errors.New("give the folder of the training text")
	}
	samples, err := readCorpus(ctx, flags.Arg(0))
	if err != nil {
		return err
	}
	var packed bytes.Buffer
	if err := entity.Train(&packed, samples, training); err != nil {
		return err
	}
	return os.WriteFile(*out, packed.Bytes(), 0o644) //nolint:gosec // a file of the source tree
}
