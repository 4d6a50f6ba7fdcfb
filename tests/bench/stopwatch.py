"""Run a command and say how much processor time and memory it took: a whole process, from start to exit.

    python -I -S tests/bench/stopwatch.py COMMAND…

A process of its own, because the kernel counts the memory of whoever starts a command as the command's peak,
so this one has to stay smaller than anything it measures.
"""

import os
import sys


def main(command: list[str]) -> int:
    """Print seconds of the processor and peak MiB to standard error; the exit code is the command's."""
    child = os.posix_spawn(command[0], command, os.environ)
    _, status, usage = os.wait4(child, 0)
    seconds = usage.ru_utime + usage.ru_stime  # not of the wall: other programs may be at work
    sys.stderr.write(f"\n{seconds} {usage.ru_maxrss / 1024}\n")  # Linux counts kibibytes
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
