"""Runs of the program by somebody whom the rights of files stop."""

import os
import subprocess
import sys

_ORDINARY = (
    ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
    if hasattr(os, "geteuid") and os.geteuid() == 0
    else ()
)
"""Makes the superuser of a container obey the rights of files, as everybody else does."""


def ordinary(*arguments: str) -> subprocess.CompletedProcess[str]:
    """A run by an ordinary user."""
    command = [*_ORDINARY, sys.executable, "-m", "roadmapc", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)
