#!/usr/bin/env bash
# A sitting over fifty articles by keyboard alone, in an English and in an Arabic layout: open, read, decide, undo, filter, decide about many.
# The journal that it leaves must be the expected one, and what was decided the same in both: .ci/sitting.sh BINARY
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. .ci/tmux.sh

articles=$scratch/fifty
mkdir "$articles"
for file in "$shared"/data/articles/dev/*; do
	[ ! -f "$file" ] || cp -p "$file" "$articles/"
	[ "$(find "$articles" -type f | wc -l)" -lt 50 ] || break
done

# The letters that the keys of an Arabic PC keyboard type, by what they type on a US one; all other keys type the same.
declare -A arabic=(
	[j]=ت [k]=ن [s]=س [p]=ح [x]=ء [u]=ع [r]=ق [t]=ف [g]=ل [a]=ش [e]=ث [/]=ظ [q]=ض
)
layout=english

# strokes TEXT: presses the keys that type it on a US keyboard, in the layout of the sitting.
strokes() {
	local i key
	for ((i = 0; i < ${#1}; i++)); do
		key=${1:i:1}
		[ $layout = english ] || key=${arabic[$key]:-$key}
		types "$key"
	done
}

# acts: the decisions in the journal, one to a line, with how many articles each is about. Where reading stopped is none.
acts() {
	[ ! -f "$journal" ] || sed -n '/"act":"position"/d; s/.*"act":"\([a-z]*\)"\(.*\)/\1 \2/p' "$journal" |
		awk '{ n = gsub(/"path":/, ""); print $1, n }'
}
has_acts() { [ "$(acts)" = "$1" ]; }

# decides KEYS ACT…: after the keys the journal has these decisions more.
expected=
decides() {
	local keys=$1 act
	shift
	for act; do
		expected+=${expected:+$'\n'}$act
	done
	strokes "$keys"
	retry "$layout, $keys: the journal has [$(acts)], not [$expected]" has_acts "$expected"
}

# found QUERY: how many articles it finds.
found() { "$binary" search -C "$articles" --state "$journal" --limit 0 --json "$1" | wc -l; }

sitting() {
	local query=الحكومه matching
	journal=$scratch/$layout.jsonl
	expected=
	started "jarida --state '$journal' '$articles'" ' 1/50 '
	strokes j && sees ' 2/50 '
	strokes k && sees ' 1/50 '
	keys Enter && sees '% '
	decides ge 'read 1' # its end is on the screen
	keys Escape && sees ' 1/50 '
	strokes j && sees ' 2/50 '
	decides s 'star 1' && sees ' 2/50 '
	strokes j && sees ' 3/50 '
	decides p 'later 1' && sees ' 3/49 '
	decides x 'archive 1' && sees ' 3/48 '
	decides u 'undo 0' && sees ' 3/49 '
	decides gu 'redo 0' && sees ' 3/48 '
	decides tttr 'read 3' && sees ' 6/48 '
	decides u 'undo 0' && sees ' 6/48 '

	matching=$(found "is:inbox $query")
	[ "$matching" -gt 1 ] || fail "too few articles to decide about many: $matching"
	strokes /
	types "$query"
	keys Enter && sees " $matching/48 "
	decides gax "archive $matching" && sees ' 0/0 '
	keys Escape && misses " 0/$((48 - matching)) "
	strokes 4 && sees ' 1/1 '
	strokes 5 && sees "/$((matching + 1)) "
	decides u 'undo 0' && sees ' 1/1 '
	strokes 1 && sees '/48 '
	decides gu 'redo 0' && sees "/$((48 - matching)) "
	strokes 6 && sees '/50 '
	strokes q
	left "a sitting, $layout: $(wc -l <<<"$expected") decisions"
}

sitting
layout=arabic
sitting

# states JOURNAL: the articles about which something was decided, and what.
states() { "$binary" list -C "$articles" --state "$1" --json | sed -n 's/.*"id":"\([^"]*\)".*"state":\[\([^]]*\)\].*/\1 \2/p'; }
diff <(states "$scratch/english.jsonl") <(states "$scratch/arabic.jsonl") || fail 'the two sittings have decided different things'
[ "$(states "$scratch/english.jsonl" | wc -l)" -gt 3 ] || fail 'nothing was decided'
echo 'ok: both sittings have decided the same'
