"""Run a command under hard limits and say what it took: a whole process, from start to exit.

    python -I -S tests/hostile/meter.py COMMAND…

A process of its own, because the kernel counts the memory of whoever starts a command as the command's peak.
"""

import os
import resource
import sys

SECONDS = 20
"""Of processor time, after which a command is killed."""
BYTES = 4 * 2**30
"""Of address space."""


def main(command: list[str]) -> None:
    """Print processor seconds, peak MiB and the exit code to standard error, as the last line."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    child = os.posix_spawn(command[0], command, os.environ)
    _, status, usage = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    seconds = usage.ru_utime + usage.ru_stime
    sys.stderr.write(f"\n{seconds} {usage.ru_maxrss / 1024} {code}\n")  # Linux counts kibibytes


if __name__ == "__main__":
    main(sys.argv[1:])
