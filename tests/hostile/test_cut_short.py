"""A change of a folder of outputs that is cut short at each of its steps: files are old or new, none is lost.

Each step that changes the disk is counted; the change is made anew and killed, or finds the disk full, at the
first, the second, and so on to the last.
"""

import errno
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

import pytest

from roadmapc.workspace import disk, folder
from roadmapc.workspace.folder import Files, put
from roadmapc.workspace.stage import finished

STEPS = ("rename", "unlink", "mkdir", "rmdir", "replace")
"""What changes the disk, besides writing."""
NOTE, LETTER = "записка.txt", "письма/ответ.txt"
OLD = {"order.docx": b"old order", "officers/a.ics": b"old a", "officers/b.ics": b"old b"}
NEW = {"order.docx": b"new order", "officers/a.ics": b"new a", "calendar.ics": b"new"}


class KilledError(BaseException):
    """No handler of the compiler sees it, as none sees a kill."""


MISHAPS = (KilledError(), OSError(errno.ENOSPC, ""), PermissionError(errno.EACCES, ""))


def outputs(contents: dict[str, bytes]) -> Files:
    digests = {name: sha256(content).hexdigest() for name, content in contents.items()}
    manifest = json.dumps({"roadmapc": "0", "outputs": digests}).encode()
    return {**{name: (content,) for name, content in contents.items()}, "manifest.json": (manifest,)}


def plain(place: Path) -> dict[str, bytes]:
    files = (path for path in place.rglob("*") if path.is_file() and ".roadmapc" not in path.parts)
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in files}


@contextmanager
def cut(at: int, error: BaseException) -> Iterator[list[str]]:
    """Steps so far; the one with that number is not taken, and raises."""
    taken: list[str] = []

    def counted(name: str, step: Callable[..., object]) -> Callable[..., object]:
        def take(*arguments: object, **named: object) -> object:
            if name != "open" or "xb" in arguments:
                taken.append(name)
                if len(taken) == at:
                    raise error
            return step(*arguments, **named)

        return take

    with pytest.MonkeyPatch.context() as patched:
        for name in (*STEPS, "open"):
            patched.setattr(Path, name, counted(name, getattr(Path, name)))
        patched.setattr(disk, "_is_swapped", counted("swap", disk._is_swapped))
        yield taken


def alone(root: Path) -> str:
    """A folder with nothing but outputs: it changes places with the new one."""
    return "plan"


def with_others(root: Path) -> str:
    """A folder with a note and letters of others: outputs change one by one."""
    for name in (NOTE, LETTER):
        (root / "plan" / name).parent.mkdir(exist_ok=True)
        (root / "plan" / name).write_bytes(b"others")
    return "plan"


def edited(root: Path) -> str:
    """A folder in which the order was corrected by hand, and a calendar that is built no more."""
    (root / "plan" / "order.docx").write_bytes(b"edited order")
    (root / "plan" / "officers" / "b.ics").write_bytes(b"edited b")
    return "plan"


def joint(root: Path) -> str:
    """The root itself."""
    assert put(root, "", outputs(OLD), {}).value
    return ""


@pytest.fixture(params=[True, False], ids=["exchange", "renames"])
def exchanged(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that exchanges two things in one step, and one that cannot."""
    if not request.param:
        monkeypatch.setattr(disk, "_is_swapped", lambda one, other: False)
    monkeypatch.setattr(disk, "_PAUSE", 0)


@pytest.mark.usefixtures("exchanged")
@pytest.mark.parametrize("error", MISHAPS)
@pytest.mark.parametrize("arrange", [alone, with_others, edited, joint])
def test_each_step(arrange: Callable[[Path], str], error: BaseException, tmp_path: Path) -> None:
    at, steps = 0, [""]
    while at <= len(steps):
        at += 1
        root = tmp_path / str(at)
        root.mkdir()
        assert put(root, "plan", outputs(OLD), {}).value
        name = arrange(root)
        before = plain(root)
        with cut(at, error) as steps:
            try:
                said = put(root, name, outputs(NEW), {})
            except KilledError:
                said = None
        _old_or_new(root, name, before, whole=said is not None and said.value is None)
        finished(root)
        assert put(root, name, outputs(NEW), {}).value
        _new(root, name, before)
    assert at > 5


def _old_or_new(root: Path, name: str, before: dict[str, bytes], *, whole: bool) -> None:
    """Nothing is lost; no manifest is untrue; what has failed and could say so has changed nothing."""
    now = plain(root)
    assert {content for content in before.values() if content not in OLD.values()} <= {*now.values()} or name
    for path in (root / name).rglob("manifest.json"):
        if path.parent == root / name and path.parent.exists():
            listed = json.loads(path.read_bytes())["outputs"]
            for output, digest in listed.items():
                content = (path.parent / output).read_bytes()
                assert sha256(content).hexdigest() == digest or content.startswith(b"edited")
    for output in OLD.keys() & NEW.keys():
        place = root / name / output
        if place.exists():
            assert place.read_bytes() in {OLD[output], NEW[output], b"edited order"}
    if whole:
        assert now == before


def _new(root: Path, name: str, before: dict[str, bytes]) -> None:
    """Everything is as it was built, what others had is there, and nothing else is."""
    now = plain(root / name)
    others = {path: content for path, content in before.items() if content not in OLD.values()}
    assert {path: now[path] for path in NEW} == NEW
    assert {content for path, content in others.items() if not path.endswith("manifest.json")} <= {
        *plain(root).values()
    }
    assert not [path for path in os.listdir(root) if path.startswith(".roadmapc")]


@pytest.mark.parametrize("arrange", [alone, with_others, joint])
def test_a_file_that_a_program_holds_is_named(
    arrange: Callable[[Path], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Windows has it: what is open is not renamed, and nothing changes places in one step."""
    assert put(tmp_path, "plan", outputs(OLD), {}).value
    name = arrange(tmp_path)
    before = plain(tmp_path)
    rename = Path.rename

    def refuse(path: Path, target: Path) -> object:
        if path == tmp_path / name / "order.docx":
            raise PermissionError(errno.EACCES, "")
        return rename(path, target)

    for module in (disk, folder):
        monkeypatch.setattr(module, "HAS_EXCHANGE", False)
    monkeypatch.setattr(disk, "_PAUSE", 0)
    monkeypatch.setattr(Path, "rename", refuse)
    [said] = put(tmp_path, name, outputs(NEW), {}).diagnostics
    assert said.code.id == "W523"
    assert "закройте order.docx" in said.hints[0]
    assert plain(tmp_path) == before
    assert not [path for path in os.listdir(tmp_path) if path.startswith(".roadmapc")]


def test_a_killed_change_that_cannot_be_finished_yet_is_finished_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed halfway, then a program holds a file, then it lets go."""
    assert put(tmp_path, "plan", outputs(OLD), {}).value
    with_others(tmp_path)
    monkeypatch.setattr(disk, "_PAUSE", 0)
    with cut(0, KilledError()) as steps:
        assert put(tmp_path, "plan", outputs(NEW), {}).value
    for at in range(1, len(steps) + 1):
        root = tmp_path / str(at)
        root.mkdir()
        assert put(root, "plan", outputs(OLD), {}).value
        with_others(root)
        with pytest.raises(KilledError), cut(at, KilledError()):
            put(root, "plan", outputs(NEW), {})
        for hindered in range(1, 12):
            with cut(hindered, OSError(errno.EBUSY, "")), suppress(OSError):
                finished(root)
        finished(root)
        assert put(root, "plan", outputs(NEW), {}).value
        now = plain(root / "plan")
        assert {name: now[name] for name in (*NEW, NOTE, LETTER)} == {
            **NEW,
            NOTE: b"others",
            LETTER: b"others",
        }
        assert not [path for path in os.listdir(root) if path.startswith(".roadmapc")]
