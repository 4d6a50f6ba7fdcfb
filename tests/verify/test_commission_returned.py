"""A commission and a form that came back: what was changed in them is told at its place."""

from pathlib import Path

import pytest
from editing import Edit, Package, W, said, xml
from returned import Build, read

from roadmapc.cli.verified import diagnostic
from roadmapc.verify.comparison import findings

MEMBER = "приложение № 3, строка «Закладкина Нина Фёдоровна»"
FORM = "приложение № 4, абзац"


@pytest.fixture(scope="module")
def built(build: Build) -> bytes:
    return build("full")


def replaced(words: str, others: str) -> Edit:
    """Words of a paragraph given way to others."""

    def edit(package: Package) -> None:
        paragraph = package.paragraph(words)
        for text in paragraph.iter(f"{W}t"):
            text.text = (text.text or "").replace(words, others)

    return edit


def without(words: str) -> Edit:
    """A paragraph taken out."""

    def edit(package: Package) -> None:
        paragraph = package.paragraph(words)
        paragraph.getparent().remove(paragraph)

    return edit


def without_row(words: str) -> Edit:
    """A row of a table taken out."""

    def edit(package: Package) -> None:
        row = package.paragraph(words).getparent().getparent()
        row.getparent().remove(row)

    return edit


def moved_up(words: str) -> Edit:
    """A row of a table put before the one above it."""

    def edit(package: Package) -> None:
        row = package.paragraph(words).getparent().getparent()
        row.getprevious().addprevious(row)

    return edit


def filled_in(package: Package) -> None:
    """A row of a form's table that somebody has begun to fill in."""
    row = package.table("Стаж").findall(f"{W}tr")[2]
    paragraph = row.findall(f"{W}tc")[1].find(f"{W}p")
    paragraph.append(xml("<w:r><w:t>Образцова А. Б.</w:t></w:r>"))


EDITS: dict[str, tuple[Edit, str, str]] = {
    "a blank is gone": (
        replaced("«__» __________ 20__ г. по", "«__» 20__ г. по"),
        "V902",
        f"{FORM} «Период: с «__» __________ 20__ г. по «_…»: Период: с «__» [-__________-]",
    ),
    "a blank is longer": (
        replaced("за ____ полугодие", "за ______ полугодие"),
        "V902",
        f"{FORM} «за ____ полугодие 20__ года»: за [-____-]{{+______+}}",
    ),
    "a blank is filled in": (
        replaced("за ____ полугодие", "за I полугодие"),
        "V902",
        f"{FORM} «за ____ полугодие 20__ года»: за [-____-]{{+I+}}",
    ),
    "a caption is gone": (without("(наименование"), "V902", f"{FORM} «(наименование организации)»"),
    "a row is filled in": (filled_in, "V902", "приложение № 4"),
    "a post": (replaced("директор школы", "учитель школы"), "V902", f"{MEMBER}, 3-я графа: [-директор-]"),
    "a note": (replaced(" (по\u00a0согласованию)", ""), "V902", f"{MEMBER}, 3-я графа"),
    "a name": (replaced("Закладкина", "Закладина"), "V902", f"{MEMBER}, 1-я графа: [-Закладкина-]"),
    "a head": (replaced("Члены", "Секретари"), "V902", "приложение № 3, строка «Члены комиссии:»"),
    "a member is gone": (without_row("Закладкина"), "V902", f"{MEMBER}: в документе такой строки нет"),
    "a seat without a name is gone": (
        without_row("начальник отдела кадров"),
        "V902",
        "приложение № 3, строка «начальник отдела кадров»: в документе такой строки нет",
    ),
    "a member becomes the chairman": (moved_up("Члены комиссии:"), "V907", "приложение № 3, строка"),
}


def test_it_comes_back_as_it_went(built: bytes) -> None:
    assert findings(read(built), read(Package(built).saved())) == ()


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_told_at_its_place(name: str, built: bytes) -> None:
    edit, code, place = EDITS[name]
    package = Package(built)
    edit(package)
    told = [diagnostic(each) for each in findings(read(built), read(package.saved()))]
    assert [each.code.id for each in told] == [code], told
    assert place in told[0].message
    assert told[0].hints == (), "a blank of a form is no missing number"


def test_blanks_survive_libreoffice(built: bytes, tool, tmp_path: Path) -> None:
    (tmp_path / "order.docx").write_bytes(built)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    out = tmp_path / "out"
    tool("soffice")(profile, "--headless", "--convert-to", "docx", "--outdir", out, tmp_path / "order.docx")
    saved = (out / "order.docx").read_bytes()
    assert "____" in "".join(map(said, Package(saved).tree().iter(f"{W}p")))
    assert [diagnostic(each).message for each in findings(read(built), read(saved))] == []
