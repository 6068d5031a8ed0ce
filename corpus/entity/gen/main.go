// Command gen writes the name lists of package entity: from open sources the lists that are generated, and from all the
// lists, those written by hand too, the packed form that is built in.
//
//	go run ./corpus/entity/gen [-data FOLDER] [SOURCES]
//
// SOURCES is the folder that holds lists/ and train/ (its README names their origin and licences). Without it the lists
// are packed as they are, which is all that a change to a list written by hand needs. Reading the training text takes the
// command xz.
package main

import (
	"flag"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

func main() {
	log.SetFlags(0)
	data := flag.String("data", "corpus/entity/data", "the folder of the lists")
	flag.Parse()
	if flag.NArg() > 1 {
		log.Fatal("usage: gen [-data FOLDER] [SOURCES]")
	}
	if err := run(*data, flag.Arg(0)); err != nil {
		log.Fatal(err)
	}
}

// run writes the files of the folder that are made from others.
func run(data, sources string) error {
	if sources != "" {
		files, err := generate(data, sources)
		if err != nil {
			return err
		}
		for _, name := range slices.Sorted(maps.Keys(files)) {
			if err := os.WriteFile(filepath.Join(data, name), files[name], 0o644); err != nil {
				return err
			}
		}
	}
	text, err := packText(data)
	if err != nil {
		return err
	}
	packed, err := compress(text)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(data, "lists.gz"), packed, 0o644)
}

// generate makes the lists that come from the sources, by file name.
func generate(data, sources string) (map[string][]byte, error) {
	w, err := readWorld(data, sources)
	if err != nil {
		return nil, err
	}
	countries := w.countries()
	places := w.places(countries)
	return map[string][]byte{
		"countries.tsv":     tsv(countriesHeader, countries),
		"places.tsv":        tsv(placesHeader, places),
		"nationalities.tsv": tsv(nationalitiesHeader, w.nationalities(countries)),
		"clubs.tsv":         tsv(clubsHeader, w.clubs(places)),
		"people.tsv":        tsv(peopleHeader, w.people()),
		"persons.tsv":       w.persons(),
	}, nil
}
