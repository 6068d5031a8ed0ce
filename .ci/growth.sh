#!/usr/bin/env bash
# Measures how time and memory grow with the number of articles: `bash .ci/growth.sh FOLDER [COUNT…]`, a folder of at least as many articles as
# the largest count (100000; smaller ones are copied out of it evenly). Writes the tables of the README, in Markdown.
#
# Each command runs without a cache, and again with the one that it has left; of RUNS runs (3) the one counts that took least. What one more article costs is reckoned from the two largest counts,
# and a million from that. Where it rises by more than a fifth from one step to the next, that is told as worse than linear.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ $# -ge 1 ] && [ -d "$1" ] || {
	echo "usage: bash .ci/growth.sh FOLDER [COUNT…]" >&2
	exit 2
}
folder=$(cd "$1" && pwd)
shift
counts=("$@")
[ ${#counts[@]} -gt 0 ] || counts=(1000 10000 100000)
runs=${RUNS:-3}
[ -x /usr/bin/time ] || {
	echo "growth.sh: /usr/bin/time is not installed" >&2
	exit 2
}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export XDG_STATE_HOME=$scratch/state XDG_CONFIG_HOME=$scratch/config XDG_CACHE_HOME=$scratch/cache
jarida=$scratch/jarida
go build -buildvcs=false -o "$jarida" .
results=$scratch/results # lines of: number, what, count, seconds, processor seconds, KB at most

# subset COUNT: a folder of that many articles; copies, for a link would change the file that it is a link to.
subset() {
	local all to=$scratch/$1
	all=$(find "$folder" -type f -not -path '*/.*' | wc -l)
	if [ "$all" -lt "$1" ]; then
		echo "growth.sh: $folder has $all files, not $1" >&2
		return 1
	elif [ "$all" -eq "$1" ]; then
		printf '%s' "$folder"
		return
	fi
	mkdir "$to"
	(cd "$folder" && find . -type f -not -path '*/.*' | LC_ALL=C sort |
		awk -v all="$all" -v n="$1" 'int(NR * n / all) > int((NR - 1) * n / all)' | tr '\n' '\0' |
		xargs -0 cp --parents --preserve=timestamps -t "$to")
	printf '%s' "$to"
}

# note NUMBER WHAT COUNT COMMAND…: runs the command, without what it prints, and gives its line.
note() {
	local number=$1 what=$2 count=$3
	shift 3
	/usr/bin/time -f '%e %U %S %M' -o "$scratch/time" "$@" >"$scratch/out" 2>"$scratch/err" || [ $? = 1 ] || { # 1: nothing was found
		cat "$scratch/err" >&2
		return 1
	}
	awk -v OFS='\t' -v number="$number" -v what="$what" -v count="$count" 'END { print number, what, count, $1, $2 + $3, $4 }' "$scratch/time"
}

# least: of several lines that with the least processor time, for what else the machine does only adds to it.
least() { sort -t $'\t' -k5,5n | head -n 1 | tee -a "$results" >&2; }

# command NUMBER WHAT COUNT FOLDER ARGUMENT…: a command without a cache and with one.
command() {
	local number=$1 what=$2 count=$3 folder=$4 i
	shift 4
	for ((i = 0; i < runs; i++)); do
		rm -rf "$XDG_CACHE_HOME"
		note "${number}0" "$what" "$count" "$jarida" -C "$folder" "$@"
	done | least
	for ((i = 0; i < runs; i++)); do
		note "${number}1" "$what, by the cache" "$count" "$jarida" -C "$folder" "$@"
	done | least
}

# reader COUNT FOLDER: the reader, until all is read and found, then with the cache that it has left. Its first frame is in the last two rows.
reader() {
	local n
	rm -rf "$XDG_CACHE_HOME"
	for n in 0 1; do
		python3 .ci/reader.py "$scratch/frame" "$jarida" "$2" >>"$scratch/reader"
		awk -v OFS='\t' -v n=$n -v count="$1" 'BEGIN { split("the reader, all found|the reader, all found, by the cache", what, "|") }
			END { print "8" n, what[n + 1], count, $2, $3, $4 }' "$scratch/reader" >>"$results"
		awk -v OFS='\t' -v n=$n -v count="$1" 'BEGIN { split("the reader, first frame|the reader, first frame, by the cache", what, "|") }
			END { print "9" n, what[n + 1], count, $1, "-", "-" }' "$scratch/reader" >>"$results"
		tail -n 2 "$results" >&2
	done
}

for count in "${counts[@]}"; do
	articles=$(subset "$count")
	sleep 3 # a file that has just changed is not taken from a cache
	find "$articles" -type f -exec cat {} + >/dev/null
	command 1 'jarida list' "$count" "$articles" list
	command 2 'jarida search' "$count" "$articles" search بوتين
	command 3 'jarida entities' "$count" "$articles" entities
	command 4 'jarida stories' "$count" "$articles" stories
	command 5 'jarida timeline' "$count" "$articles" timeline
	command 6 'jarida digest' "$count" "$articles" digest --days 7
	reader "$count" "$articles"
done

# table COLUMN DIVISOR UNIT HEADING: what is in a column of the results, by count, with what a further article costs and a million would.
table() {
	sort -t $'\t' -k1,1n -k3,3n "$results" | awk -F '\t' -v column="$1" -v divisor="$2" -v unit="$3" -v heading="$4" -v counts="${counts[*]}" '
		function close_row(  i, slope, cell) {
			if (what == "") return
			row = "| " what " |"
			for (i = 1; i <= n; i++) row = row sprintf(" %.*f |", value[i] < 10 ? 2 : value[i] < 100 ? 1 : 0, value[i])
			if (n > 1) {
				slope = (value[n] - value[n - 1]) / (size[n] - size[n - 1])
				if (slope < 0) slope = 0
				print row sprintf(" %.2f | %.0f |", slope * each, value[n] + slope * (1e6 - size[n]))
				for (i = 3; i <= n && told; i++) {
					last = (value[i] - value[i - 1]) / (size[i] - size[i - 1])
					before = (value[i - 1] - value[i - 2]) / (size[i - 1] - size[i - 2])
					if (before > 0 && value[i] - value[i - 1] > least && last > 1.2 * before)
						worse = worse sprintf("worse than linear: %s, %s: the cost of an article rises %.2f times from %d to %d articles\n", what, heading, last / before, size[i - 1], size[i])
				}
			} else print row " | |"
		}
		BEGIN {
			least = unit == "ms" ? 0.5 : 20 # seconds, MB: less is noise
			each = unit == "ms" ? 1000 : 1024
			told = heading !~ /elapsed/ # which depends on what else the machine does
			m = split(counts, c, " ")
			printf "\n| %s |", heading
			for (i = 1; i <= m; i++) printf " %d |", c[i]
			printf " one more, %s | a million, extrapolated |\n|---|", unit
			for (i = 1; i <= m + 2; i++) printf "---:|"
			print ""
		}
		$column == "-" { next }
		$2 != what { close_row(); what = $2; n = 0 }
		{ size[++n] = $3; value[n] = $column / divisor }
		END { close_row(); printf "%s", worse ? "\n" worse : "" }'
}
table 5 1 ms 'processor time, s'
table 4 1 ms 'elapsed time, s'
table 6 1024 KB 'memory at most, MB'
