"""What others have put into a folder of outputs or around it: nothing is lost, written or waited for."""

import os
import shutil
import signal
import socket
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import Result
from test_interrupted import manifests

from in_process import run

GOOD = Path(__file__).parents[1] / "plans" / "good"
PLAN, ROOT = Path("build/minimal"), Path("build")
WAITED = 60
"""Seconds after which a build is taken for one that waits for ever."""

Arrange = Callable[[], object]


class Case(NamedTuple):
    """Something of others, and how the build of two plans answers."""

    arrange: Arrange
    code: str = ""
    """Of the finding; empty if the build does not mind."""
    exit_code: int = 0
    arguments: tuple[str, ...] = ()


def file(path: Path, text: str = "чужое") -> Arrange:
    def put() -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    return put


def folder(path: Path) -> Arrange:
    return lambda: path.mkdir(parents=True)


def link(path: Path, target: str) -> Arrange:
    return lambda: (_gone(path), path.parent.mkdir(parents=True, exist_ok=True), path.symlink_to(target))


def fifo(path: Path) -> Arrange:
    return lambda: (_gone(path), os.mkfifo(path))


def listener(path: Path) -> Arrange:
    """A socket; its name is bound from its folder, for it may not be long."""

    def put() -> None:
        _gone(path)
        here = Path.cwd()
        os.chdir(path.parent)
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
        os.chdir(here)

    return put


def mode(path: Path, bits: int) -> Arrange:
    return lambda: path.chmod(bits)


def instead(path: Path) -> Arrange:
    """A folder with a letter in the place of a file."""
    return lambda: (_gone(path), path.mkdir(), (path / "письмо.txt").write_text("чужое", "utf-8"))


def without_manifest() -> None:
    (PLAN / "manifest.json").unlink()


def renamed(name: str) -> Arrange:
    plan = Path("roadmaps/minimal.yaml")
    return lambda: plan.write_text(plan.read_text("utf-8").replace("id: minimal", f"id: {name}"), "utf-8")


def both(*arranged: Arrange) -> Arrange:
    return lambda: [each() for each in arranged]


def moved_out(path: Path) -> Arrange:
    """A folder that lies outside of the repository, with a link in its place."""
    return lambda: (path.rename("../outside/moved"), path.symlink_to(os.path.abspath("../outside/moved")))


def _gone(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


UNDISTURBED = {
    f"{place.name}: {name}": Case(arrange)
    for place in (PLAN, ROOT)
    for name, arrange in {
        "a file": file(place / "подписанный-скан.pdf"),
        "a folder": file(place / "переписка" / "2027" / "письмо.docx"),
        "an empty folder": folder(place / "к отправке"),
        "a hidden file": file(place / ".DS_Store"),
        "a repository": file(place / ".git" / "objects" / "aa" / "bb"),
        "a link to a file": link(place / "устав.docx", "../../../outside/home"),
        "a link to a folder": link(place / "архив", "../../../outside"),
        "a link to nothing": link(place / "нет", "нигде"),
        "a channel": fifo(place / "канал"),
        "a socket": listener(place / "гнездо"),
        "a read-only file": both(file(place / "заверено.pdf"), mode(place / "заверено.pdf", 0o444)),
        "a read-only folder": both(file(place / "дело" / "1.pdf"), mode(place / "дело", 0o555)),
        "a name of two lines": file(place / "a\n::error::b"),
        "a name that is turned round": file(place / "a\u202efdp.exe"),
        "a long name": file(place / ("й" * 120)),
        "a name of no letters": file(Path(os.fsdecode(os.fsencode(place) + b"/\xff\xfe"))),
        "a file beside those of officers": file(place / "officers" / "памятка.txt"),
        "a calendar beside those of officers": file(place / "officers" / "отпуск.ics"),
        "a calendar among those of a town": file(place / "officers" / "town" / "отпуск.ics"),
        "a calendar": file(place / "отпуск.ics"),
        "a folder beside those of officers": file(place / "officers" / "отпуска" / "лето.txt"),
        "what looks like our litter": file(place / ".roadmapc-0123456789abcdef"),
        "what looks like a stage of ours": file(place / ".roadmapc-fedcba9876543210" / "new" / "письмо.txt"),
        "what looks like a backup": file(place / "manifest.json.bak"),
        "the litter of an older release": link(place / "calendar.ics.fresh", "../../../outside/home"),
        "an order printed by hand": file(place / "order.pdf"),
        "a mark of another document": file(place / "~$записка.docx"),
    }.items()
} | {
    "read-only outputs": Case(both(mode(PLAN / "order.docx", 0o444), mode(ROOT / "calendar.ics", 0o444))),
    "an output with another name outside": Case(lambda: os.link(PLAN / "order.docx", "../outside/twin")),
    "a branch of its own": Case(
        both(file(Path("new/.git"), "gitdir: ../.git"), file(Path("new/.gitignore"))), "", 0, ("-o", "new")
    ),
    "a lock of a dead build": Case(file(ROOT / ".roadmapc.lock", "")),
}
IN_THE_WAY = {
    f"{path}: {name}": Case(arrange(path), "W503", 1)
    for path in (PLAN / "order.docx", PLAN / "register.xlsx", ROOT / "calendar.ics", ROOT / "officers/t.ics")
    for name, arrange in {
        "a channel": fifo,
        "a socket": listener,
        "a folder": instead,
        "a link": lambda path: link(path, "/etc/hostname"),
        "a link to nothing": lambda path: link(path, "/нигде"),
    }.items()
    if path.name != "t.ics"
}
REFUSED = {
    "officers of a plan over a link": Case(moved_out(PLAN / "officers"), "W522", 1),
    "joint officers over a link": Case(moved_out(ROOT / "officers"), "W522", 1),
    "the folder of a plan over a link": Case(moved_out(PLAN), "W522", 1),
    "the root over a link": Case(moved_out(ROOT), "W522", 1),
    "a file in the place of a plan": Case(both(lambda: _gone(PLAN), file(PLAN)), "W503", 1),
    "a channel in the place of a plan": Case(fifo(PLAN), "W503", 1),
    "a folder without a manifest": Case(without_manifest, "W520", 1),
    "somebody's folder of a plan's name": Case(
        both(lambda: _gone(PLAN), file(PLAN / "диссертация.docx")), "W520", 1
    ),
    "somebody's folder": Case(file(Path("docs/minimal/диссертация.docx")), "W520", 1, ("-o", "docs")),
    "a folder of pictures": Case(file(Path("docs/снимок.png")), "W520", 1, ("-o", "docs")),
    "somebody's order where none was built": Case(
        both(lambda: None, file(PLAN / "order.pdf")), "W532", 0, ("--format", "ics")
    ),
    "somebody's calendar": Case(both(lambda: [_gone(ROOT / name) for name in ("manifest.json",)]), "W520", 1),
    "sources as outputs": Case(lambda: None, "W521", 1, ("-o", "roadmaps")),
    "outputs among sources": Case(lambda: None, "W521", 1, ("-o", "roadmaps/organisations/out")),
    "outputs above sources": Case(lambda: None, "W521", 1, ("-o", ".")),
    "outputs above everything": Case(lambda: None, "W521", 1, ("-o", "..")),
    "sources over a link": Case(lambda: Path("alias").symlink_to("roadmaps"), "W521", 1, ("-o", "alias")),
    "the repository of git": Case(file(Path(".git/HEAD")), "W520", 1, ("-o", ".git")),
    "a folder of git that is not yet there": Case(lambda: None, "W520", 1, ("-o", ".git")),
    "a hidden folder": Case(lambda: None, "W520", 1, ("-o", "docs/.hidden")),
    "somebody's settings": Case(
        both(file(Path("docs/.profile")), file(Path("docs/.config/x/y"))), "W520", 1, ("-o", "docs")
    ),
    "somebody's program": Case(
        both(file(Path("docs/диссертация.docx")), file(Path("docs/app/manifest.json"), '{"name": "app"}')),
        "W520",
        1,
        ("-o", "docs"),
    ),
    "a plan called as its sources": Case(renamed("roadmaps"), "M420", 1),
    "a plan called as its officers": Case(renamed("officers"), "M420", 1),
    "a plan called as a device": Case(renamed("con"), "M420", 1),
    "another plan called as a device": Case(renamed("lpt1"), "M420", 1),
    "an order that is open in Word": Case(file(PLAN / "~$order.docx"), "W523", 1),
    "an order that is open in LibreOffice": Case(file(PLAN / ".~lock.order.docx#"), "W523", 1),
    "a register that is open in Excel": Case(file(PLAN / "~$register.xlsx"), "W523", 1),
    "a joint register that is open in Excel": Case(file(ROOT / "~$register.xlsx"), "W523", 1),
    "a lock that is a channel": Case(fifo(ROOT / ".roadmapc.lock"), "W503", 1),
    "a lock that is a folder": Case(folder(ROOT / ".roadmapc.lock"), "W503", 1),
    "a lock that is a link": Case(link(ROOT / ".roadmapc.lock", "../../outside/home"), "W503", 1),
}
DAMAGED = {
    f"a manifest: {name}": Case(file(PLAN / "manifest.json", text), "W524", 1)
    for name, text in {
        "of brackets": "[" * 100_000,
        "cut": '{"roadmapc": "0.1", "outputs": {"order.do',
        "of a list": "[]",
        "of another program": '{"outputs": {"order.docx": ""}}',
        "merged": "<<<<<<< HEAD\n{}\n",
        "that leads out": '{"roadmapc": "0", "outputs": {"../../roadmaps/minimal.yaml": "0"}}',
        "that leads to the root": '{"roadmapc": "0", "outputs": {"/etc/passwd": "0"}}',
        "that leads to a disk": '{"roadmapc": "0", "outputs": {"c:/boot.ini": "0"}}',
    }.items()
} | {"a manifest: a channel": Case(fifo(PLAN / "manifest.json"), "W524", 1)}
EDITED = {
    f"{path} was edited": Case(file(path, "правка человека"), "W525", 0)
    for path in (PLAN / "order.docx", PLAN / "calendar.html", ROOT / "calendar.ics", ROOT / "register.csv")
} | {"an edited file of another format": Case(file(PLAN / "register.csv"), "W525", 0, ("--format", "docx"))}
CASES = UNDISTURBED | IN_THE_WAY | REFUSED | DAMAGED | EDITED


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of two plans with its outputs, and a folder outside of it."""
    place = tmp_path_factory.mktemp("once")
    shutil.copytree(GOOD / "organisations", place / "here" / "roadmaps" / "organisations")
    text = (GOOD / "minimal.yaml").read_text("utf-8")
    for name in ("minimal", "second"):
        plan = place / "here" / "roadmaps" / f"{name}.yaml"
        plan.write_text(text.replace("id: minimal", f"id: {name}"), "utf-8")
    (place / "outside").mkdir()
    (place / "outside" / "home").write_text("дом", "utf-8")
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(place / "here")
        assert build().exit_code == 0
    return place


@pytest.fixture
def place(once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of it, the current folder in the repository, one word of both plans another than built."""
    shutil.copytree(once, tmp_path / "place", symlinks=True)
    monkeypatch.chdir(tmp_path / "place" / "here")
    for plan in Path("roadmaps").glob("*.yaml"):
        plan.write_text(plan.read_text("utf-8").replace("measure: ", "measure: Вновь ", 1), "utf-8")
    yield tmp_path / "place"
    for path in (tmp_path / "place").rglob("*"):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)


def waits(*_: object) -> None:
    raise TimeoutError


def build(*arguments: str) -> Result:
    signal.signal(signal.SIGALRM, waits)
    signal.alarm(WAITED)
    result = run("build", *arguments)
    signal.alarm(0)
    return result


def seen(place: Path) -> dict[str, tuple[int, int, bytes]]:
    """Everything below a folder: what kind of thing, with which rights, with what in it."""
    return {
        os.fsdecode(os.fsencode(Path(at, name).relative_to(place))): _thing(Path(at, name))
        for at, folders, names in os.walk(place)
        for name in (*folders, *names)
    }


def _thing(path: Path) -> tuple[int, int, bytes]:
    found = path.lstat()
    is_link, is_file = stat.S_ISLNK(found.st_mode), stat.S_ISREG(found.st_mode)
    content = os.fsencode(os.readlink(path)) if is_link else path.read_bytes() if is_file else b""
    return stat.S_IFMT(found.st_mode), stat.S_IMODE(found.st_mode), content


@pytest.mark.parametrize("name", CASES)
def test_nothing_of_others_is_touched(name: str, place: Path) -> None:
    case = CASES[name]
    ours = {(path, kind, content) for path, (kind, _, content) in seen(place).items() if "/build/" in path}
    case.arrange()
    before = {path: thing for path, thing in seen(place).items() if (path, thing[0], thing[2]) not in ours}
    result = build(*case.arguments)
    after = seen(place)
    assert result.exit_code == case.exit_code, result.stderr
    assert case.code in result.stderr
    assert bool(result.stderr) == bool(case.code), result.stderr
    if name in EDITED:
        [path] = (path for path in before if "/build/" in path)
        folder, stem = os.path.dirname(path), Path(path).stem
        kept = [thing for path, thing in after.items() if path.startswith(f"{folder}/{stem}")]
        assert before[path] in kept
    else:
        lost = {path for path, thing in before.items() if after.get(path) != thing}
        assert lost <= {"here/build/.roadmapc.lock"}
    litter = {Path(path).name for path in after if Path(path).name.startswith(".roadmapc")} - {".roadmapc"}
    assert litter <= {Path(path).name for path in before}
    is_left = case.code in {"W524", "W503", "W522"} or name == "an edited file of another format"
    manifests(place / "here" / "build", but=PLAN.name if is_left else "")


def test_a_register_is_laid_into_a_new_folder(place: Path) -> None:
    """As people do who build elsewhere and go on with their marks."""
    Path("new/minimal").mkdir(parents=True)
    shutil.copy(PLAN / "register.xlsx", "new/minimal")
    shutil.copy(ROOT / "register.xlsx", "new")
    assert build("-o", "new").exit_code == 0
    assert Path("new/minimal/order.docx").is_file()


@pytest.mark.parametrize("name", ["roadmaps", "officers"])
def test_the_sources_outlive_a_plan_that_bears_their_name(name: str, place: Path) -> None:
    renamed(name)()
    before = seen(place / "here" / "roadmaps")
    assert build("-o", ".").exit_code == 1
    assert build().exit_code == 1
    assert seen(place / "here" / "roadmaps") == before
