"""The wheel, as users get it: built from the sdist, installed apart from the repository, put to work."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from roadmapc.cli.own_wheel import own_wheel

ROOT = Path(__file__).parents[2]
LEFT_BEHIND = shutil.ignore_patterns(".*", "build", "__pycache__")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the working tree, made in a copy so that nothing is left in the tree."""
    folder = tmp_path_factory.mktemp("wheel")
    tree = shutil.copytree(ROOT, folder / "tree", ignore=LEFT_BEHIND)
    _run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, tree)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`roadmapc` in an environment of its own; the libraries it needs are lent by ours."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home)
    packages = sysconfig.get_path("purelib", "venv", {"base": str(home), "platbase": str(home)})
    _run(sys.executable, "-m", "pip", "--python", home, "install", "--quiet", "--no-deps", wheel)
    (Path(packages) / "lent.pth").write_text(sysconfig.get_path("purelib"))
    return home / "bin" / "roadmapc"


def _run(*words: object, cwd: Path | None = None) -> str:
    """What a command printed that must succeed, in a shell that knows nothing of the tree."""
    shell = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [str(word) for word in words]
    done = subprocess.run(command, cwd=cwd, env=shell, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_holds_schemas_and_templates(wheel: Path) -> None:
    with ZipFile(wheel) as file:
        names = set(file.namelist())
    shipped = [path for folder in ("schemas", "templates") for path in (ROOT / folder).rglob("*.*")]
    assert {f"roadmapc/_assets/{path.relative_to(ROOT).as_posix()}" for path in shipped} <= names


def test_the_wheel_holds_every_module_and_its_data(wheel: Path) -> None:
    with ZipFile(wheel) as file:
        names = set(file.namelist())
    package = ROOT / "compiler" / "roadmapc"
    ours = [path for suffix in ("py", "yaml") for path in package.rglob(f"*.{suffix}")]
    assert {path.relative_to(package.parent).as_posix() for path in ours} <= names


def test_the_wheel_that_init_lays_into_a_repository_is_this_one(wheel: Path) -> None:
    own = own_wheel()
    assert own is not None
    assert own.name == wheel.name
    with ZipFile(wheel) as built, ZipFile(BytesIO(own.content)) as laid:
        assert laid.testzip() is None
        assert set(laid.namelist()) == set(built.namelist())
        changing = {name for name in built.namelist() if name.endswith(("/METADATA", "/RECORD"))}
        assert len(changing) == 2
        for name in set(built.namelist()) - changing:
            assert laid.read(name) == built.read(name), name


def test_it_comes_from_the_environment_and_not_from_the_tree(command: Path, tmp_path: Path) -> None:
    code = "import roadmapc; print(roadmapc.__file__)"
    where = _run(command.with_name("python"), "-c", code, cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(command.parents[1])


def test_it_compiles_a_plan_of_another_folder(command: Path, tmp_path: Path) -> None:
    plans = shutil.copytree(ROOT / "roadmaps", tmp_path / "elsewhere" / "roadmaps")
    _run(command, "build", plans / "arkhangelsk-2021.yaml", "-o", tmp_path / "out", cwd=tmp_path)
    made = {path.name for path in (tmp_path / "out" / "arkhangelsk-2021").iterdir()}
    assert {"order.docx", "calendar.ics", "manifest.json"} <= made
