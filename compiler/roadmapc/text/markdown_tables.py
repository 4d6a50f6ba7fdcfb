"""Tables of bars, as GitHub reads them: what of one would be lost on the way to a table of the document."""

import re
from collections.abc import Iterator

from roadmapc.text.markdown_syntax import Refused, Stretch
from roadmapc.text.plural import counted
from roadmapc.text.regex import regex

_BAR = regex(r"(?<!\\)\|")
_ALIGNED = regex(r":-|-:")
_CELLS = ("ячейка", "ячейки", "ячеек")


def lost(markdown: str, table: Stretch) -> Iterator[Refused]:
    """What a table, which is a stretch of a text, would lose: cells without a column, signs of alignment."""
    heads, rule, *rows = _lines(markdown, table)
    width = len(_cells(markdown[slice(*heads)]))
    for cell in _cells(markdown[slice(*heads)]):
        if not cell.strip():
            yield Refused("графа без заголовка", heads, "впишите заголовок каждой графы")
            break
    if _ALIGNED.search(markdown, *rule):
        advice = "оставьте одни дефисы: |---|; числа в графе документ выровняет сам"
        yield Refused("выравнивание «:---:» в документе не повторится", rule, advice)
    if not rows:
        yield Refused("в таблице нет строк", heads, "впишите строки или уберите шапку")
    for row in rows:
        cells = _cells(markdown[slice(*row)])
        if _BAR.search(markdown, *row) is None:
            advice = "отделите её от таблицы пустой строкой"
            yield Refused("строка без черты слилась бы с таблицей над ней", row, advice)
        elif len(cells) != width:
            message = f"в строке {counted(len(cells), *_CELLS)}, а граф в таблице {width}"
            yield Refused(message, row, "пустую ячейку обозначьте чертами: | |; саму черту – «\\|»")


def _lines(markdown: str, table: Stretch) -> Iterator[Stretch]:
    """Where the lines of a table are written, indents and ends aside."""
    for found in re.finditer(r"[^\s\n][^\n]*", markdown[slice(*table)]):
        yield Stretch(table.start + found.start(), table.start + found.start() + len(found[0].rstrip()))


def _cells(line: str) -> list[str]:
    """The cells of a line; bars at its ends part nothing."""
    cells = _BAR.split(line)
    return cells[not cells[0].strip() : len(cells) - (len(cells) > 1 and not cells[-1].strip())]
