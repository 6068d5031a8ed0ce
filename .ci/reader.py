#!/usr/bin/env python3
"""Runs the reader in a terminal until it rests: reader.py SCREEN COMMAND...

Writes a line: the seconds to the first frame that has a title, to when all is read and found (its processor then rests), the processor time it took
until then, and the KB of memory that it had at most. SCREEN gets the last of what the reader wrote. The terminal answers what it is asked, as xterm.
"""
import fcntl
import os
import pty
import re
import select
import struct
import sys
import termios
import time

RESTS = 3.0  # seconds without work, after which nothing more is to come
SAMPLE, IDLE = 0.5, 0.03  # in so many seconds a reader that rests works so long at most: it looks whether anything has changed
ANSWERS = [(rb"\x1b\[5n", b"\x1b[0n"), (rb"\x1b\[0?c", b"\x1b[?64;22c"), (rb"\x1b\[>0?c", b"\x1b[>41;379;0c")]
ticks = os.sysconf("SC_CLK_TCK")

screen, command = open(sys.argv[1], "wb"), sys.argv[2:]
started = time.monotonic()
child, master = pty.fork()
if child == 0:
    os.environ.update(TERM="xterm-256color", COLUMNS="", LINES="")
    os.execvp(command[0], command)
fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))


def worked():
    """The processor time of the reader so far, in seconds."""
    with open(f"/proc/{child}/stat") as f:
        fields = f.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / ticks


def peak():
    with open(f"/proc/{child}/status") as f:
        return int(re.search(r"VmHWM:\s*(\d+)", f.read()).group(1))


first, ended, work, memory, begun = None, started, 0.0, 0, b""
sampled, before = started, 0.0
while time.monotonic() - ended < RESTS:
    if select.select([master], [], [], 0.05)[0]:
        try:
            data = os.read(master, 65536)
        except OSError:
            break
        screen.write(data)
        for query, answer in ANSWERS:
            for _ in re.findall(query, data):
                os.write(master, answer)
        if first is None:
            begun += data
            # Half a dozen Arabic letters are a title, or the beginning of one: their forms in visual order, or themselves.
            if len(re.findall("[\u0620-\u064a\ufb50-\ufdff\ufe70-\ufefc]", begun.decode("utf-8", "ignore"))) > 6:
                first = time.monotonic() - started
    if time.monotonic() - sampled > SAMPLE:
        sampled, now, memory = time.monotonic(), worked(), peak()
        if now - before > IDLE:
            ended, work = sampled, now
        before = now
if first is None:
    sys.exit(f"reader.py: no title was shown: {begun[-300:]!r}")
print(f"{first:.3f} {ended - started:.2f} {work:.2f} {memory}")
os.write(master, b"q")
deadline = time.monotonic() + 5
while time.monotonic() < deadline:
    if select.select([master], [], [], 0.2)[0]:
        try:
            if not os.read(master, 65536):
                break
        except OSError:
            break
code = os.waitpid(child, 0)[1]
sys.exit(os.waitstatus_to_exitcode(code))
