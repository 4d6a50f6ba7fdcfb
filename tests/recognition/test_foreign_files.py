"""Whatever is handed over is answered clearly: no traceback, no bug, nothing half written."""

import re
import resource
import subprocess
import sys

import pytest
from foreign_files import FILES

MEMORY = 1_500_000_000
SECONDS = 60


@pytest.mark.parametrize("name", FILES)
def test_a_foreign_file_is_answered(name, tmp_path):
    foreign = FILES[name]
    source, plan = tmp_path / foreign.file, tmp_path / "plan.yaml"
    source.write_bytes(foreign.content())
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "roadmapc",
            "import",
            source,
            "-o",
            plan,
            "--directory",
            tmp_path / "directory.yaml",
        ],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
    )
    said = done.stdout + done.stderr
    assert done.returncode in (0, 1, 2), said[-2000:]
    assert "Traceback" not in said
    assert re.search(r"[А-Яа-я]{3}", said), said
    assert re.search(foreign.answer, said), said
    if not foreign.is_read:
        assert done.returncode, said
        assert not plan.exists(), said
    assert {path.name for path in tmp_path.iterdir()} <= {source.name, "plan.yaml", "directory.yaml"}


def test_files_of_all_kinds_are_tried():
    assert len(FILES) >= 40
