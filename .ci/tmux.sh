# A shell in a real terminal, driven through tmux: sourced by the end-to-end scripts, with the program's binary as the first argument.
#
# What a step expects is written as the screen shows it, and waited for until it is there; nothing sleeps for a guessed
# time. The shell that starts the program is interactive, so what it finds afterwards is what a person would find.

binary=$(realpath "${1:?usage: $0 BINARY}")
shared=$(realpath "${JARIDA_SHARED:-../shared}")
patience=200 # polls of 50 ms: ten seconds, far more than any step needs on a machine that is busy

scratch=$(mktemp -d)
socket=jarida-e2e-$$
trap 'tmux -L "$socket" kill-server 2>/dev/null || true; rm -rf "$scratch"' EXIT

# --- the terminal

cat >"$scratch/tmux.conf" <<'CONF'
set -g default-terminal tmux-256color
set -g status off
set -sg escape-time 0
CONF

tm() { tmux -L "$socket" -f "$scratch/tmux.conf" -u "$@"; }
# screen writes the rows without the U+200E that keep them in order, and with a blank at each side, so that a word stands
# between blanks at the edges too.
screen() { tm capture-pane -p -t main | sed 's/\xe2\x80\x8e//g; s/.*/ & /'; }
state() { tm display-message -p -t main "$1"; }
keys() { tm send-keys -t main "$@"; }
types() { tm send-keys -t main -l "$1"; }

fail() {
	printf 'FAILED: %s\nThe screen (%s):\n' "$1" "$(state '#{pane_width}x#{pane_height}')"
	screen | sed 's/^/    |/; s/$/|/'
	exit 1
} >&2

# retry DESCRIPTION COMMAND…: waits until the command succeeds.
retry() {
	local description=$1 i
	shift
	for ((i = 0; i < patience; i++)); do
		! "$@" || return 0
		sleep 0.05
	done
	fail "$description"
}

contains() { [[ $(screen) == *"$1"* ]]; }
lacks() { ! contains "$1"; }
is_screen() { [[ $(screen) == "$1" ]]; }
is_not_screen() { ! is_screen "$1"; }
is_state() { [[ $(state "$1") == "$2" ]]; }
sees() { retry "the screen does not show: $1" contains "$1"; }
# reads TEXT: what it says in Arabic stands on the screen in visual order and joined, as FriBidi has it.
reads() { sees "$(fribidi --nopad --nobreak <<<"$1")"; }
misses() { retry "the screen still shows: $1" lacks "$1"; }

# resize COLUMNS ROWS: waits until the program can know of it, since tmux passes on the last of several sizes only.
resize() {
	tm resize-window -t main -x "$1" -y "$2"
	retry "the terminal does not take the size $1x$2" has_size "$2 $1"
}
has_size() { [[ $(stty -F "$(state '#{pane_tty}')" size) == "$1" ]]; }

# --- the shell

# run COMMAND: types it at the prompt.
run() {
	types "$1"
	keys Enter
}

# What a program may leave behind beside the modes of the line, which stty tells.
modes='screen #{alternate_on} cursor #{cursor_flag} keypad #{keypad_cursor_flag}#{keypad_flag} mouse #{mouse_any_flag} wrap #{wrap_flag} insert #{insert_flag} origin #{origin_flag}'
asked=0

# modes_to FILE: writes the modes of the terminal as the shell at its prompt finds them.
modes_to() {
	asked=$((asked + 1))
	run "clear; stty -a >'$1'; echo settled-\$((n += 1))"
	sees "settled-$asked"
	state "$modes" >>"$1"
}

# restored HOW: the shell is at its prompt again, and the terminal is as it was before the program was first started.
restored() {
	retry "$1: the alternate screen is still on" is_state '#{alternate_on}' 0
	modes_to "$scratch/after"
	diff "$scratch/before" "$scratch/after" >&2 || fail "$1: the terminal is not as it was"
	echo "ok: $1"
}

# left HOW: the same when the program has ended: it gives the terminal back before it has written where reading stopped.
left() {
	retry "$1: the process is still there" ended
	restored "$1"
}

# started COMMAND POSITION: types it, and waits until the list has the position in its status line.
started() {
	run "$1"
	sees "$2"
	is_state '#{alternate_on}' 1 || fail "$1: not on the alternate screen"
}

ended() { ! kill -0 "$(cat "$scratch/pid")" 2>/dev/null; }

# jarida, as the shell finds it, leaves its process id behind before it becomes the program.
cat >"$scratch/jarida" <<SCRIPT
#!/bin/sh
echo \$\$ >"$scratch/pid"
exec "$binary" "\$@"
SCRIPT
chmod +x "$scratch/jarida"

echo "PS1='ready> ' HISTFILE=" >"$scratch/.bashrc"
env -i PATH="$scratch:$PATH" HOME="$scratch" LANG=C.UTF-8 \
	tmux -L "$socket" -f "$scratch/tmux.conf" -u new-session -d -s main -x 120 -y 30 'exec bash --noprofile -i'
sees ' ready> '
modes_to "$scratch/before"
