#!/usr/bin/env bash
# The program in a real terminal, driven through tmux: .ci/e2e.sh BINARY
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. .ci/tmux.sh

# --- the built-in edition: move, resize, help, read, quit

started jarida ' 1/16 '
reads 'سبعة قرون على خروج ابن بطوطة من طنجة' # in the list, and whole in the text beside it
sees ' 2015-01-20 '                         # the oldest: everything has been read and sorted
sees 'Welcome. ? shows every key.'          # nothing was ever decided
keys k && sees '? help'
first=$(screen)
keys j && sees ' 2/16 '
reads 'نصف قرن على رحيل أم كلثوم.. صوت كان له موعد' # the text follows when the cursor has rested
types ت && sees ' 3/16 '
types ن && sees ' 2/16 '
keys k && sees ' 1/16 '
types ge && sees ' 16/16 '
types لل && sees ' 1/16 '
retry 'the first screen is not back' is_screen "$first"
echo 'ok: moving, on a Latin and on an Arabic keyboard'

resize 60 20 && sees ' 1/16 '
resize 200 50 && sees ' 1/16 '
resize 20 5
resize 1 1
resize 120 30
retry 'the screen after resizing is not the one before' is_screen "$first"
echo 'ok: resizing'

keys '?' && sees 'Ctrl+F'
keys Escape
retry 'the screen after the help is not the one before' is_screen "$first"
types ؟ && sees 'Ctrl+F'
keys Escape
retry 'the screen after the help is not the one before' is_screen "$first"
echo 'ok: help'

keys Enter && misses ' 1/16 '
rows() { screen | head -n -1; } # without the status: what was read to its end is not unread any more
is_rows() { [[ $(rows) == "$1" ]]; }
is_not_rows() { ! is_rows "$1"; }
top=$(rows)
keys Space && retry 'Space does not page' is_not_rows "$top"
keys Home && retry 'Home is not the way back' is_rows "$top"
keys End && sees ' 100% '
keys w && sees ' 100% '
keys w Escape && sees ' 1/16 '
echo 'ok: reading'

keys q
left 'quitting'

# --- other ways out

for signal in TERM HUP TERM INT TERM; do # more than once, for what only a race would show
	started 'jarida; echo left-$?' ' 1/16 '
	keys Enter && misses ' 1/16 '
	kill "-$signal" "$(cat "$scratch/pid")"
	sees 'left-0'
	left "SIG$signal"
done

started jarida ' 1/16 '
keys j && sees ' 2/16 '
keys C-z
restored 'suspending'
run fg
sees ' 2/16 '
is_state '#{alternate_on}' 1 || fail 'fg: not on the alternate screen'
keys q
left 'quitting after fg'

# --- a folder

# Five files, nine articles: what follows in the same file is an article of its own.
started "jarida '$shared/data/articles/seeds'" ' 1/9 '
for i in 2 3 4 5 6 7 8 9; do
	keys j && sees " $i/9 "
done
keys g g && sees ' 1/9 '
keys e && reads 'بنيامين نتنياهو'
keys q
left 'quitting with the entities open'

cp -r "$shared/data/articles/seeds" "$scratch/folder"
started "jarida '$scratch/folder'" ' 1/9 '
cp "$scratch/folder/000_1995960e99414431.txt" "$scratch/folder/new.txt"
sees '/10 '
rm "$scratch/folder/new.txt"
sees '/9 '
echo 'ok: a folder that changes'
keys C-c
left 'quitting a folder with Ctrl+C'
