"""Pictures that a plan names: where they are looked for, and what is said of one that cannot be printed."""

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Pillow

from roadmapc import surroundings
from roadmapc.model.parts import Picture, Prose, Table
from roadmapc.model.plan import AppendixPart
from roadmapc.pipeline import compile_edition, compile_plan
from roadmapc.source.limits import PICTURES

GOOD = Path(__file__).parents[1] / "plans" / "good"
PLAN = """\
format: 1
id: pictured
organisation: organisations/town.yaml
period: 2021
order:
  author: department
  signatory: director
  title: О схеме
  clauses: [Утвердить схему (приложение).]
appendices:
  - id: scheme
    title: Схема
    parts:
"""
UNREAD = {
    "no such file": ("нет.png", "M406", "не найден"),
    "a path outside": ("../secret.png", "M406", "вне папки плана"),
    "an absolute path": ("/etc/hostname", "M406", "вне папки плана"),
    "a link outside": ("out.png", "M406", "вне папки плана"),
    "a hidden file": (".git/logo.png", "M406", "вне папки плана"),
    "an address": ("https://example.org/a.png", "M406", "вне папки плана"),
    "a folder": ("texts", "M406", "стоит папка"),
    "another format": ("scheme.svg", "M450", "SVG"),
    "a text": ("texts/concept.md", "M450", "не рисунок"),
    "a torn file": ("torn.png", "M450", "повреждён"),
}
"""By the name in the plan: the code and a part of what is said."""


def png(size: tuple[int, int] = (300, 200), **options: object) -> bytes:
    buffer = BytesIO()
    Pillow.new("L", size, 200).save(buffer, "png", dpi=(96, 96), **options)
    return buffer.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the plan lies; beside its folder lies what is not its."""
    folder = tmp_path / "roadmaps"
    shutil.copytree(GOOD, folder)
    (folder / "scheme.png").write_bytes(png())
    (folder / "texts" / "beside.png").write_bytes(png())
    (folder / "torn.png").write_bytes(png()[:60])
    (folder / "scheme.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (folder / ".git").mkdir()
    (folder / ".git" / "logo.png").write_bytes(png())
    (tmp_path / "secret.png").write_bytes(png())
    (folder / "out.png").symlink_to(tmp_path / "secret.png")
    return folder


def written(folder: Path, *parts: str) -> Path:
    path = folder / "pictured.yaml"
    path.write_text(PLAN + "".join(f"      - {part}\n" for part in parts), "utf-8")
    return path


def parts_of(path: Path) -> tuple[AppendixPart, ...]:
    compiled = compile_plan(path)
    assert compiled.value is not None
    return compiled.value.plan.appendices[0].parts


@pytest.mark.parametrize("form", ["picture: {{ file: '{}', description: Схема }}", "text: '![Схема](<{}>)'"])
@pytest.mark.parametrize(("name", "code", "words"), UNREAD.values(), ids=UNREAD)
def test_a_file_that_is_no_picture_of_the_plan_is_told_where_it_is_named(
    name: str, code: str, words: str, form: str, folder: Path
) -> None:
    path = written(folder, form.format(name))
    told = [each for each in compile_plan(path).diagnostics if each.code.id == code]
    assert [words in each.message for each in told] == [True]
    place = told[0].place
    assert place is not None
    assert name in place.file.text[slice(*place.span)]
    assert compile_edition(path).value is None


def test_a_file_of_prose_names_pictures_as_they_lie_beside_it(folder: Path) -> None:
    (folder / "texts" / "scheme.md").write_text("![Рядом](beside.png)\n\n![Выше](../scheme.png)\n", "utf-8")
    first, second = parts_of(written(folder, "file: texts/scheme.md"))
    assert isinstance(first, Picture)
    assert isinstance(second, Picture)
    assert (first.description, second.description) == ("Рядом", "Выше")


def test_prose_is_parted_at_pictures_and_tables(folder: Path) -> None:
    text = r'text: "Выше.\n\n![Схема](scheme.png \"Подпись\")\n\n| А |\n|---|\n| 1 |\n\nНиже."'
    above, picture, table, below = parts_of(written(folder, text))
    assert (above, below) == (Prose("Выше."), Prose("Ниже."))
    assert isinstance(table, Table)
    assert isinstance(picture, Picture)
    assert (picture.caption, picture.image.content) == ("Подпись", png())


def test_all_pictures_together_have_a_limit(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(surroundings, "PICTURES", PICTURES._replace(most=len(png()) + 1))
    path = written(
        folder,
        *(
            f"picture: {{ file: {name}, description: Схема }}"
            for name in ("scheme.png", "scheme.png", "texts/beside.png")
        ),
    )
    told = [each.message for each in compile_plan(path).diagnostics if each.code.id == "M450"]
    assert len(told) == 1
    assert "во всех рисунках плана" in told[0]


def test_a_picture_in_which_nothing_is_made_out_is_asked_about(folder: Path) -> None:
    (folder / "ribbon.png").write_bytes(png((3000, 60)))
    path = written(folder, "picture: { file: ribbon.png, description: Лента }")
    (told,) = (each for each in compile_plan(path).diagnostics if each.code.id == "M451")
    assert "3 мм" in told.message


def test_a_description_is_obligatory(folder: Path) -> None:
    path = written(folder, "picture: { file: scheme.png }")
    assert "description" in " ".join(each.message for each in compile_plan(path).diagnostics)
