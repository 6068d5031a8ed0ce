#!/usr/bin/env python3
"""Runs a command at the end of a slow line: slow-line.py RATE DELAY LOG COMMAND...

What the command writes to its terminal arrives at standard output at RATE bytes a second, DELAY seconds late; what is typed
reaches it as late. As an SSH server does, it takes all that the command writes at once. LOG gets a line for everything that the command
writes: the time, how many bytes came, and how many lay on the way before them.
"""
import fcntl
import os
import pty
import select
import sys
import termios
import time
import tty

rate, delay, log = float(sys.argv[1]), float(sys.argv[2]), open(sys.argv[3], "w", buffering=1)
child, master = pty.fork()
if child == 0:
    os.execvp(sys.argv[4], sys.argv[4:])
fcntl.ioctl(master, termios.TIOCSWINSZ, fcntl.ioctl(0, termios.TIOCGWINSZ, b"\0" * 8))
old = termios.tcgetattr(0)
tty.setraw(0)

down, up = [], []  # what is on the way: [when it may arrive, bytes]
free = time.monotonic()  # when the line has room for the next byte
started, alive = free, True
try:
    while alive or down:
        now = time.monotonic()
        while up and up[0][0] <= now:
            os.write(master, up.pop(0)[1])
        while down and down[0][0] <= now:
            os.write(1, down.pop(0)[1])
        waits = [q[0][0] - now for q in (down, up) if q]
        ready = select.select(([master] if alive else []) + [0], [], [], max(0, min(waits)) if waits else 1)[0]
        now = time.monotonic()
        if 0 in ready:
            up.append([now + delay, os.read(0, 1024)])
        if master in ready:
            try:
                data = os.read(master, 65536)
            except OSError:  # the command has ended
                data = b""
            alive = bool(data)
            waiting = sum(len(piece) for at, piece in down if at - delay > now)
            log.write(f"{now - started:.3f} {len(data)} {waiting}\n")
            for at in range(0, len(data), 16):
                piece = data[at : at + 16]
                free = max(free, now) + len(piece) / rate
                down.append([free + delay, piece])
finally:
    termios.tcsetattr(0, termios.TCSADRAIN, old)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
