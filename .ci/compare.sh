#!/usr/bin/env bash
# Measures searching beside other tools, in one run on the same machine: `bash .ci/compare.sh FOLDER`, a folder of articles. What is not
# installed is skipped with a message.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ $# = 1 ] && [ -d "$1" ] || {
	echo "usage: bash .ci/compare.sh FOLDER" >&2
	exit 2
}
folder=$(cd "$1" && pwd)

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

compare_fzf
