#!/usr/bin/env bash
# Makes default.pgo anew, the profile by which `go build` inlines and lays out what is called most: `bash .ci/profile.sh FOLDER`, a large folder of
# articles. What is profiled are the benchmarks that read all of a folder, index it and find what is in it, without the code that an older profile made.
#
# A profile is right as long as functions keep their names: it is worth making again when much of the text-reading code has moved.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ $# = 1 ] && [ -d "$1" ] || {
	echo "usage: bash .ci/profile.sh FOLDER" >&2
	exit 2
}
folder=$(cd "$1" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
binary=$scratch/corpus.test
CGO_ENABLED=0 go test -trimpath -pgo=off -c -o "$binary" ./corpus
(cd "$scratch" && JARIDA_CORPUS=$folder "$binary" -test.run '^$' -test.bench '^Benchmark(Index|Findings)OfFolder$' -test.benchtime 1x \
	-test.timeout 0 -test.cpuprofile "$scratch/cpu.pprof")
# The path of the binary is all that it says of the machine that it was made on. Its length must stay.
gunzip -c <"$scratch/cpu.pprof" | LC_ALL=C sed "s|$binary|$(printf '%*s' ${#binary} '' | tr ' ' -)|g" | gzip -9n >default.pgo
go tool pprof -top -nodecount 20 default.pgo
