"""A template that was filled before gives the same bytes, and nothing that is kept is believed blindly."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from roadmapc.assets import asset
from roadmapc.model.profile import Layout
from roadmapc.outputs import document
from roadmapc.pipeline import compile_unchecked
from roadmapc.render.document.view import OrderView
from roadmapc.render.docx.order import DEFAULT_LAYOUT
from roadmapc.render.docx.pieces import from_bytes
from roadmapc.render.docx.specimen import SPECIMEN
from roadmapc.render.formats import DOCX
from roadmapc.render.proof.document import proved
from roadmapc.state.wanted import OutputOptions
from roadmapc.workspace.cache import Cache

ROOT = Path(__file__).parents[3]
PLANS = sorted((ROOT / "roadmaps").glob("*.yaml")) + sorted(
    (ROOT / "tests" / "plans" / "good").glob("*.yaml")
)
TEMPLATE = asset("templates", "order.docx")
LIBRARIES = ("docx", "docxtpl", "lxml", "jinja2")


class Shelf(dict[str, bytes]):
    """A store that says what was found in it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def get(self, name: str) -> bytes | None:  # type: ignore[override]
        if name in self:
            self.found.append(name)
        return super().get(name)

    def put(self, name: str, content: bytes) -> None:
        self[name] = content


def made(view: OrderView, shelf: Shelf, template: bytes = TEMPLATE, layout: Layout = DEFAULT_LAYOUT) -> bytes:
    content = proved(view, template, layout=layout, store=shelf).value
    assert content is not None
    return content


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_a_kept_template_gives_the_same_bytes(path: Path) -> None:
    compiled, shelf = compile_unchecked(path).value, Shelf()
    assert compiled is not None
    fresh = document(compiled, OutputOptions((DOCX,)))
    first, second = (document(compiled, OutputOptions((DOCX,), store=shelf)).value for _ in range(2))
    assert first == second == fresh.value
    assert bool(shelf.found) == (not fresh.diagnostics)


CHANGES: dict[str, Callable[[OrderView], OrderView]] = {
    "the title": lambda view: replace(view, title="О плане"),
    "the number": lambda view: replace(view, number="5"),
    "a clause": lambda view: replace(view, clauses=view.clauses[1:]),
    "a name": lambda view: replace(view, signatures=(replace(view.signatures[0], name="В. Г. Примеров"),)),
    "the mark of an appendix": lambda view: replace(
        view, appendices=(replace(view.appendices[0], mark=("Приложение 7",)), *view.appendices[1:])
    ),
    "an appendix less": lambda view: replace(view, appendices=view.appendices[:1]),
    "a digest": lambda view: replace(view, digest="0" * 64),
    "an author": lambda view: replace(view, author="Отдел образования"),
    "a day": lambda view: replace(view, created="2025-09-02T00:00:00Z"),
    "a content": lambda view: replace(
        view, appendices=(replace(view.appendices[0], parts=()), *view.appendices[1:])
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_an_order_says_else_is_printed(name: str) -> None:
    shelf = Shelf()
    made(SPECIMEN, shelf)
    other = CHANGES[name](SPECIMEN)
    assert made(other, shelf) == made(other, Shelf())


def test_another_look_is_printed() -> None:
    shelf, look = Shelf(), Layout(size=12, indent=10)
    made(SPECIMEN, shelf)
    assert made(SPECIMEN, shelf, layout=look) == made(SPECIMEN, Shelf(), layout=look)


def test_contents_that_want_other_pages_are_not_put_on_the_kept_ones() -> None:
    first = SPECIMEN.appendices[0]
    table = first.parts[0]
    lying = replace(
        SPECIMEN,
        appendices=(
            replace(first, parts=(replace(table, orientation="landscape"),)),  # type: ignore[type-var]
            *SPECIMEN.appendices[1:],
        ),
    )
    shelf = Shelf()
    made(SPECIMEN, shelf)
    assert made(lying, shelf) == made(lying, Shelf())


@pytest.mark.parametrize("damage", [lambda kept: kept[:-9], lambda kept: b"", lambda kept: kept[::-1]])
def test_damaged_pieces_are_made_anew(damage: Callable[[bytes], bytes]) -> None:
    shelf = Shelf()
    whole = made(SPECIMEN, shelf)
    kept = next(name for name, content in shelf.items() if from_bytes(content))
    before = shelf[kept]
    shelf[kept] = damage(before)
    assert made(SPECIMEN, shelf) == whole
    assert shelf[kept] == before


def test_pieces_with_other_words_are_refused() -> None:
    shelf = Shelf()
    made(SPECIMEN, shelf)
    other = Shelf()
    made(replace(SPECIMEN, title="О другом"), other)
    kept = next(name for name, content in shelf.items() if from_bytes(content))
    shelf[kept] = next(content for content in other.values() if from_bytes(content))
    refused = proved(SPECIMEN, TEMPLATE, store=shelf)
    assert refused.value is None
    assert any("не печатает: заголовок" in each.message for each in refused.diagnostics)


def test_a_cache_is_read_by_its_compiler_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    Cache("one").put("name", b"content")
    assert Cache("one").get("name") == b"content"
    assert Cache("other").get("name") is None
    assert Cache("one", is_fresh=True).get("name") is None
    (file,) = (tmp_path / "roadmapc").iterdir()
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    assert Cache("one").get("name") is None


def test_a_cache_that_cannot_be_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    Cache("one").put("name", b"content")
    assert Cache("one").get("name") is None


def test_a_cache_is_thinned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("roadmapc.workspace.cache._MOST", 4)
    for number in range(5):
        Cache("one").put(str(number), b"content")
    assert len(list((tmp_path / "roadmapc").iterdir())) == 3
    assert Cache("one").get("4") == b"content"


def test_what_lies_under_another_name_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    Cache("one").put("name", b"content")
    (file,) = (tmp_path / "roadmapc").iterdir()
    Cache("one").put("other", b"words")
    (other,) = {*(tmp_path / "roadmapc").iterdir()} - {file}
    file.replace(other)
    assert Cache("one").get("other") is None


def test_files_of_others_stay_in_the_cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("roadmapc.workspace.cache._MOST", 4)
    folder = tmp_path / "roadmapc"
    folder.mkdir()
    letters = {folder / f"letter{number}.txt" for number in range(6)}
    for letter in letters:
        letter.write_bytes(b"")
    (folder / "nowhere").symlink_to("missing")
    for number in range(9):
        Cache("one").put(str(number), b"content")
    kept = {*folder.iterdir()}
    assert letters < kept
    assert len(kept - letters) < 9


def test_a_user_without_a_home_has_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless(*_: object, **__: object) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr("platformdirs.user_cache_path", homeless)
    Cache("one").put("name", b"content")
    assert Cache("one").get("name") is None


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_what_is_kept_is_read_by_its_user_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    (tmp_path / "roadmapc").mkdir(mode=0o755)
    Cache("one").put("name", b"content")
    (file,) = (tmp_path / "roadmapc").iterdir()
    assert file.stat().st_mode & 0o777 == 0o600


_PROGRAM = """
import sys
from roadmapc.render.docx.specimen import SPECIMEN
from roadmapc.assets import asset
from roadmapc.render.proof.document import proved
from roadmapc.workspace.cache import Cache
assert proved(SPECIMEN, asset("templates", "order.docx"), store=Cache("test")).value
print(*(name for name in sys.argv[1:] if name in sys.modules))
"""


def test_a_kept_template_asks_no_library() -> None:
    command = (sys.executable, "-c", _PROGRAM, *LIBRARIES)
    first, second = (subprocess.run(command, check=True, capture_output=True, text=True) for _ in range(2))
    assert first.stdout.split() == list(LIBRARIES)
    assert second.stdout.split() == []
