package cli

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// module is the path that every import of ours begins with.
const module = "jarida"

// mayImport is the direction of the imports: the folders of ours that each folder may import, "" being the main package.
// A package that is not here is a package without a place in the design.
func mayImport() map[string][]string {
	below := []string{
		"corpus/arabic", "corpus/calendar", "corpus/article", "corpus/entity", "corpus/quote", "corpus/search", "corpus/story",
		"corpus/timeline",
	}
	lists, threads := "corpus/flat", "corpus/thread"
	beside := []string{"corpus/digest", "corpus/triage", "corpus/cache", "corpus/export", "corpus/edition", lists, threads}
	articles := slices.Concat([]string{"corpus"}, below, beside)
	screen := slices.Concat([]string{"keymap", "ui/bidi", "ui/term", "ui/settings"}, articles)
	return map[string][]string{
		"":                {"ui/cli"},
		"ui/cli":          append([]string{"ui"}, screen...),
		"ui":              screen,
		"ui/settings":     {"keymap", "ui/bidi", "ui/term"},
		"ui/term":         {"ui/bidi"},
		"ui/bidi":         {},
		"keymap":          {"corpus/arabic"},
		"corpus":          slices.Concat(below, beside),
		"corpus/export":   below,
		"corpus/cache":    {},
		"corpus/timeline": below[:7],
		"corpus/digest":   below,
		"corpus/story":    append([]string{lists}, below[:5]...),
		"corpus/search":   append([]string{lists, threads}, below[:5]...),
		"corpus/quote":    below[:4],
		"corpus/entity":   append([]string{lists}, below[:3]...),
		"corpus/flat":     {},
		"corpus/article":  append([]string{lists}, below[:2]...),
		"corpus/calendar": below[:1],
		"corpus/arabic":   {},
		"corpus/edition":  {},
		"corpus/thread":   {},
		"corpus/triage":   {},
	}
}

// TestImportsRunOneWay holds the walls between the packages, in tests and generators too: .golangci.yml says the same to
// an editor, and this to whoever has Go alone.
func TestImportsRunOneWay(t *testing.T) {
	t.Parallel()
	allowed := mayImport()
	for file, imports := range goFiles(t) {
		// The generator of a package's tables, and the trainer of its model, are of that package.
		dir := strings.TrimSuffix(strings.TrimSuffix(path.Dir(file), "/gen"), "/train")
		if dir == "." {
			dir = ""
		}
		may, known := allowed[dir]
		if !known {
			t.Errorf("%s: package %s has no place in the direction of the imports", file, dir)
			continue
		}
		for _, imported := range imports {
			ours, found := strings.CutPrefix(imported, module+"/")
			if found && ours != dir && !slices.Contains(may, ours) {
				t.Errorf("%s imports %s, which runs against the direction of the imports", file, imported)
			}
		}
	}
}

// TestTextKnowsNoScreen holds that what reads articles, and what lays them out, can be used without a terminal.
func TestTextKnowsNoScreen(t *testing.T) {
	t.Parallel()
	for file, imports := range goFiles(t) {
		if !strings.HasPrefix(file, "corpus/") && !strings.HasPrefix(file, "ui/bidi/") {
			continue
		}
		if strings.HasSuffix(file, "_test.go") { // a test may compare with what the renderer does
			continue
		}
		for _, imported := range imports {
			if strings.HasPrefix(imported, "charm.land/") || strings.HasPrefix(imported, "github.com/charmbracelet/") {
				t.Errorf("%s imports %s", file, imported)
			}
		}
	}
}

// goFiles gives the imports of every Go file of the module, by its path from the root.
func goFiles(t *testing.T) map[string][]string {
	t.Helper()
	root := os.DirFS("../..") // the top of the tree
	files := map[string][]string{}
	err := fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != "." && (strings.HasPrefix(entry.Name(), ".") || entry.Name() == "testdata"):
			return fs.SkipDir
		case entry.IsDir() || path.Ext(name) != ".go":
			return nil
		}
		src, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), name, src, parser.ImportsOnly)
		if err != nil {
			return err
		}
		files[name] = nil
		for _, spec := range parsed.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			files[name] = append(files[name], imported)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Fatal("no Go files found")
	}
	return files
}
