"""Run a command and say how long it took and how much memory: a whole process, from start to exit.

    python -I -S tests/bench/stopwatch.py COMMAND…

A process of its own, because the kernel counts the memory of whoever starts a command as the command's peak,
so this one has to stay smaller than anything it measures.
"""

import os
import sys
from time import perf_counter


def main(command: list[str]) -> int:
    """Print seconds and peak MiB to standard error; the exit code is the command's."""
    start = perf_counter()
    child = os.posix_spawn(command[0], command, os.environ)
    _, status, usage = os.wait4(child, 0)
    seconds = perf_counter() - start
    sys.stderr.write(f"\n{seconds} {usage.ru_maxrss / 1024}\n")  # Linux counts kibibytes
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
