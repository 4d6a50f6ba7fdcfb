"""Builds while another thread holds frames of the one that builds, as profilers and debuggers do."""

import os
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from in_process import run

FULL = "ROADMAPC_FULL" in os.environ
"""Whether there is time for everything: `make full`."""
BUILDS = 300 if FULL else 5
PLANS = Path(__file__).parents[1] / "plans" / "good"
_HELD = 0.002
"""Seconds; longer than anything is between two steps of a template."""


@pytest.fixture
def holder() -> Iterator[list[int]]:
    """A thread that takes the frame of the main one and sits on it, again and again; how often it did."""
    main, is_over, taken = threading.main_thread().ident, threading.Event(), [0]

    def hold() -> None:
        while not is_over.is_set():
            frame = sys._current_frames().get(main)  # what samplers do
            taken[0] += frame is not None
            time.sleep(_HELD)

    thread = threading.Thread(target=hold)
    thread.start()
    yield taken
    is_over.set()
    thread.join()


def test_a_build_is_the_same_whoever_looks_on(
    tmp_path: Path, holder: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(PLANS / "organisations", tmp_path / "roadmaps" / "organisations")
    shutil.copy(PLANS / "minimal.yaml", tmp_path / "roadmaps")
    monkeypatch.chdir(tmp_path)
    documents = set()
    for _ in range(BUILDS):
        before = holder[0]
        result = run("build", "--force", "--format", "docx")
        assert (result.exit_code, result.stderr) == (0, "")
        assert holder[0] > before
        documents.add(Path("build/minimal/order.docx").read_bytes())
        shutil.rmtree("build")
    assert len(documents) == 1
