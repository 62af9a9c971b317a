"""Runs a command and notes its peak of memory. Meant for `python -I -S`: it weighs next to nothing.

Usage: peak.py NOTE COMMAND [ARGUMENT...]
"""

# Not `os`: this process must be smaller than what it starts, which is counted its memory.
import posix
import sys

note, *words = sys.argv[1:]
process = posix.posix_spawn(words[0], words, posix.environ)
_, status, usage = posix.wait4(process, 0)
with open(note, "w", encoding="ascii") as file:
    file.write(str(usage.ru_maxrss))
sys.exit(posix.waitstatus_to_exitcode(status))
