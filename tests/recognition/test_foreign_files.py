"""Whatever is handed over is answered clearly: no traceback, no bug, nothing half written."""

import re
import resource
import subprocess
import sys

import pytest
from foreign_files import FILES, HARMFUL

from in_process import run

MEMORY = 1_500_000_000
SECONDS = 120


def answer(name, arguments):
    """Exit code and what was said; files that may harm get a process of their own with limited memory."""
    if name not in HARMFUL:
        result = run(*arguments)
        return result.exit_code, result.output
    done = subprocess.run(
        [sys.executable, "-m", "roadmapc", *arguments],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("name", FILES)
def test_a_foreign_file_is_answered(name, tmp_path):
    foreign = FILES[name]
    source, plan, directory = (tmp_path / each for each in (foreign.file, "plan.yaml", "directory.yaml"))
    source.write_bytes(foreign.content())
    code, said = answer(name, ["import", str(source), "-o", str(plan), "--directory", str(directory)])
    assert code in (0, 1, 2), said
    assert re.search(r"[А-Яа-я]{3}", said), said
    assert re.search(foreign.answer, said), said
    if not foreign.is_read:
        assert code, said
        assert not plan.exists(), said
    assert {path.name for path in tmp_path.iterdir()} <= {source.name, plan.name, directory.name}


def test_files_of_all_kinds_are_tried():
    assert len(FILES) >= 40
    assert FILES.keys() >= HARMFUL
