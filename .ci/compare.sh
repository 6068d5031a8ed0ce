#!/usr/bin/env bash
# Measures searching beside other tools, in one run on the same machine: `bash .ci/compare.sh FOLDER`, a folder of articles. All times are
# milliseconds of processor time, the files being in the system's cache. What is not installed is skipped with a message.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ $# = 1 ] && [ -d "$1" ] || {
	echo "usage: bash .ci/compare.sh FOLDER" >&2
	exit 2
}
folder=$(cd "$1" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export XDG_CACHE_HOME=$scratch/cache GOFLAGS="${GOFLAGS:-} -buildvcs=false"

# The finder, one query over all titles, beside fzf --filter over the same titles.
compare_fzf() {
	command -v fzf >/dev/null || {
		echo "fzf: not installed, skipped"
		return
	}
	JARIDA_CORPUS=$folder go test -run '^$' -bench '^BenchmarkFinderBesideFzf$' -benchtime 5x ./corpus/search |
		awk '/^BenchmarkFinderBesideFzf/ {
			for (i = 3; i < NF; i += 2) m[$(i + 1)] = $i
			printf "finder, %d titles: %.1f ms of processor time a query, fzf --filter %.1f ms: %.0f times less\n",
				m["titles"], m["cpu-ms/query"], m["fzf-cpu-ms/query"], m["times-less"]
		}'
}

row() { printf '| %-34s | %10s | %12s |\n' "$@"; }

timed() { # timed NAME MILLISECONDS: a row, and how many times the first one it is
	: "${once:=$2}"
	row "$1" "$2" "$(awk -v a="$2" -v b="$once" 'BEGIN { printf "%.0f", a / b }')"
}

processor_ms() { # processor_ms RUNS COMMAND…: of its runs the median, without what it prints
	local n=$1 i times
	shift
	for ((i = 0; i < n; i++)); do
		times=$({ TIMEFORMAT='%U %S' && time "$@" >"$scratch/out" 2>"$scratch/err" || true; } 2>&1)
		awk '{ printf "%.1f\n", 1000 * ($1 + $2) }' <<<"$times"
	done | sort -n | awk '{ t[NR] = $1 } END { print t[int((NR + 1) / 2)] }'
}

# Full text: a query in an open folder, the command, and tools that read the files.
compare_text() {
	local word=بوتين jarida=$scratch/jarida name tool
	go build -o "$jarida" .
	row "full text, $(find "$folder" -type f | wc -l) files" ms "× the first"
	row --- ---: ---:
	JARIDA_CORPUS=$folder go test -run '^$' -bench '^BenchmarkQueryOfFolder$' -benchtime 200x ./corpus >"$scratch/bench"
	for name in word two_words frequent_words phrase frequent_phrase prefix near_spelling; do
		timed "${name//_/ }, folder open" "$(awk -v name="BenchmarkQueryOfFolder/$name-" 'index($1, name) == 1 {
			for (i = 3; i < NF; i += 2) if ($(i + 1) == "cpu-ms/op") printf "%.3f", $i }' "$scratch/bench")"
	done
	"$jarida" search -C "$folder" "$word" >"$scratch/out"
	timed "jarida search, cache there" "$(processor_ms 5 "$jarida" search -C "$folder" "$word")"
	for tool in rg grep; do
		if ! command -v "$tool" >/dev/null; then
			echo "$tool: not installed, skipped"
		elif [ "$tool" = rg ]; then
			timed "rg -lF" "$(processor_ms 5 rg -lF "$word" "$folder")"
		else
			timed "grep -rlF" "$(processor_ms 5 grep -rlF "$word" "$folder")"
		fi
	done
	rm -rf "$XDG_CACHE_HOME"
	timed "jarida search, no cache" "$(processor_ms 1 "$jarida" search -C "$folder" "$word")"
}

compare_text
echo
compare_fzf
