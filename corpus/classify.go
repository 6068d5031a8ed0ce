package corpus

import (
	"path/filepath"
	"strings"
)

// class is what the name of a file says about it.
type class uint8

const (
	isOther   class = iota // some other type
	isArticle              // a type that is read
	mayBeText              // no extension: its bytes decide
	isHidden               // not for the eyes of a reader
)

// classify tells by its name whether a file may be an article.
func classify(name string) class {
	if strings.HasPrefix(name, ".") {
		return isHidden
	}
	ext := extension(name)
	if ext == ".gz" {
		ext = extension(name[:len(name)-len(ext)])
		if ext == "" {
			return isOther // an archive of anything
		}
	}
	switch ext {
	case ".txt", ".text", ".md", ".html", ".htm", ".mhtml":
		return isArticle
	case "":
		return mayBeText
	}
	return isOther
}

// extension gives the extension of a file name in lower case. What stands behind a full stop within a sentence is none.
func extension(name string) string {
	const longest = 6 // with the full stop
	ext := filepath.Ext(name)
	if len(ext) > longest {
		return ""
	}
	for _, c := range []byte(ext) {
		if c != '.' && (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'z') {
			return ""
		}
	}
	return strings.ToLower(ext)
}

// savedBeside reports whether a folder is one that browsers write the images and scripts of a saved page to.
func savedBeside(name string) bool {
	return strings.HasSuffix(name, "_files") || strings.HasSuffix(name, "_ملفات")
}
