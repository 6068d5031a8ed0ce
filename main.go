// Jarida is a terminal reader for a folder of Arabic news articles.
package main

import (
	"os"

	"jarida/ui/cli"
)

func main() {
	os.Exit(cli.Run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
