"""The page of a review: whole, safe, and legible side by side."""

import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from in_process import run

HERE = Path(__file__).parent


class Page(HTMLParser):
    """What stands between the tags, by tag; and the tags that are open."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: dict[str, list[str]] = {}
        self.tags: list[str] = []
        self._open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag != "meta":
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open:
            self.texts.setdefault(self._open[-1], []).append(data.strip())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(HERE / "organisations", tmp_path / "organisations")
    shutil.copytree(HERE / "cases" / "row-rewritten", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def page() -> Page:
    command = ["diff", "before.yaml", "after.yaml", "--format", "html"]
    return Page(run(*command).stdout)


@pytest.mark.usefixtures("folder")
def test_words_that_are_gone_stand_on_one_side_and_those_that_have_come_on_the_other() -> None:
    shown = page()
    assert shown.texts["del"] == ["комиссии", "01.10.2021", "Методический отдел"]
    assert shown.texts["ins"] == ["рабочей группы", "01.12.2021"]


def test_markup_in_a_plan_is_text(folder: Path) -> None:
    plan = folder / "after.yaml"
    plan.write_text(plan.read_text("utf-8").replace("рабочей группы", "<script>группы</script>"), "utf-8")
    shown = page()
    assert "script" not in shown.tags
    assert "<script>группы</script>" in shown.texts["ins"]
