#!/usr/bin/env bash
# The program at the end of a line of 960 bytes a second that takes 300 ms each way: .ci/slow-line.sh BINARY
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. .ci/tmux.sh
patience=600 # polls of 50 ms: a frame takes seconds here

news=$scratch/news
mkdir "$news"
who=(الوزير المدرب الطبيب الشاعر القاضي المهندس التاجر الكاتب البحار)
what=(افتتح انتقد زار باع وصف درس أنقذ صوّر رسم)
where=(حديقة مستشفى ملعبا سفينة مدرسة جسرا مكتبة متحفا سوقا)
for ((i = 1; i <= 80; i++)); do # all of something else: none of them are one story
	a=${who[i % 9]} b=${what[i / 9]} c=${where[(i + i / 9) % 9]}
	printf '%s %d %s %s\n\nقال شاهد إن %s %s %s ثم عاد إلى بيته.\n' "$a" "$i" "$b" "$c" "$a" "$b" "$c" >"$news/$i.txt"
done
log=$scratch/log
: >"$log"

# behind LINE: after that line of the log, no two frames were on the way at once. Anything shorter than a move of the selection may be a
# question to the terminal, which goes behind a frame; what comes within 20 ms is of one frame, which a terminal takes in pieces.
behind() {
	awk -v first="$1" '
		NR > first && $2 > 40 && $3 > 40 && $1 - last > 0.02 { print "written at " $1 " s behind " $3 " bytes: " $2; bad = 1 }
		{ last = $1 }
		END { exit bad }' "$log"
}
# questioned: the first question behind a frame was sent, which comes when the terminal has said what it is.
questioned() { grep -q ' 4 ' "$log"; }
lines() { wc -l <"$log"; }

run "python3 '$PWD/.ci/slow-line.py' 960 0.3 '$log' jarida '$news'"
sees ' 1/80 '
sees 'Welcome'
retry 'the terminal is not asked whether a frame has arrived' questioned
sleep 1 # longer than the way there and back: the answer has come
from=$(lines)
began=$SECONDS
types "$(printf 'j%.0s' {1..50})"
sees ' 51/80 '
took=$((SECONDS - began))
[ "$took" -le 12 ] || fail "50 keys took $took s"
behind "$from" || fail 'two frames were on the way at once'
echo "ok: 50 keys in a burst, the last frame after $took s"

from=$(lines)
types f
for ((i = 0; i < 24; i++)); do # a reader who types on: four letters a second, each of them a new list
	case $((i % 6)) in 0) keys م ;; 1) keys و ;; 2) keys س ;; *) keys BSpace ;; esac
	sleep 0.25
done
types ' 77'
sees ' 77 '
behind "$from" || fail 'two frames were on the way at once'
keys Escape
sees ' 51/80 '
keys q
left 'quitting at the end of a slow line'
