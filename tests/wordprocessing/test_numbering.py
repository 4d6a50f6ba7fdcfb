"""Marks of lists as they are printed: by hand, and as LibreOffice prints them."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from written import parts, read

from roadmapc.source.package import stored

CONTENTS = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>'
)


def level(at: int, form: str, text: str, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:suff w:val="space"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, overrides: str = "") -> str:
    """One definition with two instances; the overrides are those of the second."""
    return (
        f'<w:numbering><w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{overrides}</w:num></w:numbering>'
    )


def items(*places: tuple[int, int]) -> str:
    """Paragraphs by their list and level."""
    return "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
        "<w:r><w:t>текст</w:t></w:r></w:p>"
        for number, at in places
    )


class Case(NamedTuple):
    body: str
    numbering: str
    labels: list[str]


RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'
DEEP = (level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."), level(2, "lowerLetter", "%3)"))
CASES = {
    "figures": Case(items((1, 0), (1, 0)), numbering(level(0, "decimal", "%1.")), ["1.", "2."]),
    "from the fifth": Case(items((1, 0), (1, 0)), numbering(level(0, "decimal", "%1)", 5)), ["5)", "6)"]),
    "Russian letters": Case(
        items((1, 0), (1, 0), (1, 0)), numbering(level(0, "russianLower", "%1)")), ["а)", "б)", "в)"]
    ),
    "capital letters": Case(
        items((1, 0), (1, 0)), numbering(level(0, "russianUpper", "%1.", 8)), ["З.", "И."]
    ),
    "without ё and й": Case(
        items(*[(1, 0)] * 10), numbering(level(0, "russianLower", "%1")), list("абвгдежзик")
    ),
    "Roman figures": Case(items((1, 0), (1, 0)), numbering(level(0, "upperRoman", "%1.", 9)), ["IX.", "X."]),
    "Latin letters": Case(
        items((1, 0), (1, 0)), numbering(level(0, "lowerLetter", "%1)", 26)), ["z)", "aa)"]
    ),
    "two figures": Case(items((1, 0)), numbering(level(0, "decimalZero", "%1")), ["01"]),
    "levels": Case(
        items((1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1)),
        numbering(*DEEP),
        ["1.", "1.1.", "1.2.", "a)", "2.", "2.1."],
    ),
    "a level without those above it": Case(items((1, 1), (1, 1)), numbering(*DEEP), ["1.1.", "1.2."]),
    "an instance goes on": Case(
        items((1, 0), (2, 0), (1, 0)), numbering(level(0, "decimal", "%1.")), ["1.", "2.", "3."]
    ),
    "an instance begins anew": Case(
        items((1, 0), (1, 0), (2, 0), (2, 0)),
        numbering(level(0, "decimal", "%1."), overrides=RESTART.format(1)),
        ["1.", "2.", "1.", "2."],
    ),
    "an instance begins with the fourth": Case(
        items((1, 0), (2, 0)),
        numbering(level(0, "decimal", "%1."), overrides=RESTART.format(4)),
        ["1.", "4."],
    ),
    "a level that never begins anew": Case(
        items((1, 0), (1, 1), (1, 0), (1, 1)),
        numbering(level(0, "decimal", "%1."), level(1, "decimal", "%2)", more='<w:lvlRestart w:val="0"/>')),
        ["1.", "1)", "2.", "2)"],
    ),
    "legal figures": Case(
        items((1, 0), (1, 1)),
        numbering(level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", more="<w:isLgl/>")),
        ["I.", "1.1"],
    ),
    "bullets": Case(items((1, 0)), numbering(level(0, "bullet", "–")), ["–"]),
    "bullets of a typeface of symbols": Case(items((1, 0)), numbering(level(0, "bullet", "\uf0b7")), ["•"]),
    "no mark": Case(items((1, 0)), numbering(level(0, "none", "")), [""]),
    "a list that is not there": Case(items((7, 0)), numbering(level(0, "decimal", "%1.")), [""]),
    "no list": Case(items((0, 0)), numbering(level(0, "decimal", "%1.")), [""]),
}


@pytest.mark.parametrize("name", CASES)
def test_labels(name: str) -> None:
    case = CASES[name]
    reading = read(case.body, {"numbering": case.numbering})
    assert [each.label for each in reading.paragraphs] == case.labels


UNKNOWN = ("a level that never begins anew", "bullets", "legal figures")
"""What LibreOffice prints in its own way: bullets are round in plain text, the others it does not know."""


def test_labels_are_those_of_libreoffice(tool: Callable[..., Callable[..., object]], tmp_path: Path) -> None:
    names = [name for name in CASES if name not in UNKNOWN]
    documents = []
    for at, name in enumerate(names):
        case = CASES[name]
        written = parts(case.body, {"numbering": case.numbering}) | {"[Content_Types].xml": CONTENTS.encode()}
        documents.append(tmp_path / f"{at}.docx")
        documents[-1].write_bytes(stored(written))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    form = "txt:Text (encoded):UTF8"
    tool("soffice")(profile, "--headless", "--convert-to", form, "--outdir", tmp_path, *documents)
    for at, name in enumerate(names):
        lines = (tmp_path / f"{at}.txt").read_text("utf-8-sig").splitlines()
        printed = [line.strip().removesuffix("текст").strip() for line in lines]
        assert printed == CASES[name].labels, name
