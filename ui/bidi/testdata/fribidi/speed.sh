#!/bin/sh
# Measures this package against FriBidi (the C library) on the same lines, one after the other in one run.
#
# Usage: ui/bidi/testdata/fribidi/speed.sh [FOLDER OF .txt FILES]
# Needs a C compiler and libfribidi (Debian libfribidi0; the headers are not needed). Best of several rounds each.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
articles=${1:-${JARIDA_SHARED:-../../../shared}/data/articles/dev}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for f in "$articles"/*.txt; do cat "$f"; echo; done >"$work/lines"
cc -O2 -o "$work/speed" "$here/speed.c" -lfribidi 2>/dev/null ||
	cc -O2 -o "$work/speed" "$here/speed.c" -l:libfribidi.so.0
go test -run '^$' -c -o "$work/bidi.test" .
best() {
	JARIDA_BENCH_LINES="$work/lines" "$work/bidi.test" -test.run '^$' -test.bench "^$1\$" -test.count 10 -test.benchtime 200ms |
		awk '{ for (i = 2; i <= NF; i++) if ($i == "Mchar/s" && $(i-1) > best) best = $(i-1) } END { printf "%6.1f Mchar/s\n", best }'
}
"$work/speed" "$work/lines"
printf 'this package, text to levels             '; best BenchmarkLevels
printf 'this package, text to shaped visual lines'; best BenchmarkLayoutUnbroken
printf 'this package, the same in lines of 60    '; best BenchmarkLayoutWrapped
