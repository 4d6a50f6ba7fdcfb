"""A few of the shapes and texts that `make shapes` measures: each is answered, none ends as a bug."""

import re
import subprocess
from pathlib import Path
from random import Random

import pytest
from cases import Case, begin, of_shapes, of_texts
from limits import HANG, command, environment
from shapes import MIB

SEED = 11
SHAPES = Random(SEED).sample([case for case in of_shapes() if case.size == MIB], 16)
TEXTS = Random(SEED).sample(list(of_texts()), 16)
_CODE = re.compile(r"\b[A-Z]\d{3}\b")


@pytest.mark.parametrize("case", [*SHAPES, *TEXTS], ids=str)
def test_it_is_answered(case: Case, tmp_path: Path) -> None:
    begin(tmp_path)
    case.write(tmp_path)
    stdin = (tmp_path / case.stdin).read_bytes() if case.stdin else b""
    words = command(*case.arguments)
    done = subprocess.run(
        words, cwd=tmp_path, env=environment(), input=stdin, capture_output=True, timeout=HANG, check=False
    )
    said = (done.stdout + done.stderr).decode()
    assert "Traceback" not in said
    assert done.returncode in ((0, 1, 2) if "--baseline" in case.arguments else (0, 1)), said[-600:]
    if done.returncode == 1:
        assert _CODE.search(said)
