"""A compiler that may not use more than it should, and a repository to feed it."""

import ctypes
import resource
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from limits import BUILD, HANG, MEMORY, SECONDS, command, environment

GOOD = Path(__file__).parents[1] / "plans" / "good"

_LIBRARY = ctypes.CDLL(None)
_FORGET_CAPABILITY, _READ_AND_WRITE_ANYTHING, _READ_ANYTHING = 24, 1, 2
"""`PR_CAPBSET_DROP`, `CAP_DAC_OVERRIDE`, `CAP_DAC_READ_SEARCH`: rights count for the administrator too."""

Compile = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one small plan."""
    _begin(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is built of the small plan."""
    folder = tmp_path_factory.mktemp("repository")
    _begin(folder)
    subprocess.run(command(*BUILD), cwd=folder, env=environment(), capture_output=True, check=True)
    return folder / "out"


@pytest.fixture
def built(repository: Path, outputs: Path) -> Path:
    """The repository with what was built earlier."""
    shutil.copytree(outputs, repository / "out")
    return repository


def _begin(folder: Path) -> None:
    shutil.copytree(GOOD / "organisations", folder / "roadmaps" / "organisations")
    shutil.copy(GOOD / "minimal.yaml", folder / "roadmaps" / "plan.yaml")


@pytest.fixture
def run(repository: Path) -> Compile:
    """The command in the repository under its limits."""

    def limited(*arguments: str, largest_file: int | None = None, **changes: str) -> object:
        def limits() -> None:
            for capability in (_READ_AND_WRITE_ANYTHING, _READ_ANYTHING):
                _LIBRARY.prctl(_FORGET_CAPABILITY, capability, 0, 0, 0)
            resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            if largest_file is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))

        return subprocess.run(
            command(*arguments),
            cwd=repository,
            env=environment(**changes),
            capture_output=True,
            text=True,
            preexec_fn=limits,
            timeout=HANG,
            check=False,
        )

    return limited  # type: ignore[return-value]
