"""The head of a table: its rows, what stands over each column, the row of column numbers."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from roadmapc.recognition.grid import TableLine, alike, in_one_line
from roadmapc.recognition.number_forms import whole_number
from roadmapc.text.numbers import read_figure

MOST_ROWS = 4
_HEADING = re.compile(
    r"№|\b(?:N|NN|п\s?[/\\]\s?п|пп)\b|мероприят|\bсрок|\bдат[аы]\b|\bвремя|исполнител|ответствен|результат|участник|показател"
    r"|наименовани|\bместо\b|источник|объ[её]м|сумма|стоимость|расход|затрат|единиц|количеств|кол-во|отметк"
    r"|примечани|документ|содержани|направлени|\bтема\b|\bформ[аы]\b|\bвид\b|должность|\bф\.?\s?и\.?\s?о\b|\bгод[аы]?\b|квартал|всего|итого",
    re.IGNORECASE,
)
_LONG, _SHORT = 140, 40
"""No heading has so many letters; most have no more than the second."""
_YEAR = re.compile(r"(?:19|20)\d\d")


class TableHead(NamedTuple):
    """What stands over the rows of a table."""

    titles: tuple[TableLine, ...]
    """Rows of one cell above the headings: the name of the table."""
    rows: tuple[TableLine, ...]
    """Rows of headings."""
    paths: tuple[tuple[str, ...], ...]
    """By columns, the headings over it, the joint one first; empty where nothing is."""
    counted: TableLine | None
    """The row «1 2 3 4»."""
    body: tuple[TableLine, ...]
    """All rows below."""

    def is_repeated(self, line: TableLine) -> bool:
        """Whether a row says the same as one of the headings' rows."""
        said = _said(line)
        return any(said == _said(row) for row in self.rows)


def read_head(lines: Sequence[TableLine], declared: int = 0) -> TableHead:
    """The head of a table; without rows if it has none. `declared` rows repeat on every page."""
    start = 0
    while start < len(lines) - 1 and len(lines[start].own) == 1 and len(lines[start].cells) > 1:
        start += 1
    if start == len(lines) or not _is_head(lines, start, declared):
        width = len(lines[0].cells) if lines else 0
        return TableHead((), (), ((),) * width, None, tuple(lines))
    end = start + _height(lines[start:], declared - start)
    rows = tuple(lines[start:end])
    counted = lines[end] if end < len(lines) and is_count(lines[end]) else None
    body = lines[end + 1 :] if counted else lines[end:]
    paths = tuple(_path(rows, column) for column in range(len(lines[start].cells)))
    return TableHead(tuple(lines[:start]), rows, paths, counted, tuple(body))


def is_count(line: TableLine) -> bool:
    """Whether a row only counts the columns: 1, 2, 3 …; a sum may say of what: «6 = 4 + 5»."""
    texts = [text for text in line.texts if text]
    is_counted = all(
        re.fullmatch(rf"{at}\.?(?:\s?=[\d\s+\-*/×:()]+)?", text) for at, text in enumerate(texts, start=1)
    )
    return is_counted and len(texts) >= min(3, len(line.own)) and len(texts) > 1


def _is_head(lines: Sequence[TableLine], at: int, declared: int) -> bool:
    """Whether a row holds headings: it is said to, its words do, or only it is bold and short.

    A row that is mostly empty or begins small is the rest of one that a page tore, whatever its words.
    """
    line = lines[at]
    texts = [in_one_line(text) for text in line.texts if text]
    if not texts or max(map(len, texts)) > _LONG or read_figure(texts[0]):
        return False
    is_rest = texts[0][0].islower() or len(texts) * 2 <= len(line.own)
    if is_rest or (whole_number(line.text(0)).parts and line.begins(0)):
        return False
    is_counted = at + 1 < len(lines) and is_count(lines[at + 1])
    if is_counted or (declared > at and len(texts) > 1) or _is_worded(texts):
        return True
    below = lines[at + 1 : at + 4]
    is_whole = len(texts) == len(line.own) > 1 and max(map(len, texts)) <= _LONG // 2
    return is_whole and _is_bold(line) and bool(below) and not all(map(_is_bold, below))


def _is_worded(texts: Sequence[str]) -> bool:
    """Whether several texts, half of them, speak as headings do, or one among others as short as it."""
    matched = sum(1 for text in texts if _HEADING.search(text))
    numbers = sum(1 for text in texts if read_figure(text) and not _YEAR.fullmatch(text))
    if numbers * 2 > len(texts) or not matched:
        return False
    is_short = len(texts) > 2 and sum(map(len, texts)) <= _SHORT * len(texts)
    return is_short or (matched > 1 and matched * 2 >= len(texts))


def _is_bold(line: TableLine) -> bool:
    return all(
        paragraph.is_bold for cell in line.filled for paragraph in cell.paragraphs if paragraph.text.strip()
    )


def _height(lines: Sequence[TableLine], declared: int) -> int:
    """How many rows of headings there are: as many as the cells of the first reach down, or go on below."""
    height = max((cell.rows for cell in lines[0].own), default=1)
    if height > MOST_ROWS:
        height = 1
    height = max(height, min(declared, MOST_ROWS)) if declared < len(lines) else height
    while height < min(MOST_ROWS, len(lines) - 1) and _goes_on(lines[height - 1], lines[height]):
        height += 1
    while height > 1 and (is_count(lines[height - 1]) or whole_number(lines[height - 1].text(0)).parts):
        height -= 1
    return height


def _goes_on(above: TableLine, line: TableLine) -> bool:
    """Whether a row parts headings of the one above: a joint one, or one with empty cells after it."""
    if is_count(line) or not line.filled or (line.begins(0) and line.text(0)):
        return False
    parted = [
        at
        for at in range(len(line.cells))
        if line.begins(at) and line.text(at) and not above.is_from_above(at)
    ]
    if not parted or len(parted) == len(line.cells):
        return False
    joint = [cell for cell in above.own if cell.columns > 1 and len(cell.paragraphs)]
    under_joint = all(any(cell.column <= at < cell.column + cell.columns for cell in joint) for at in parted)
    if joint and under_joint and len(joint) < len(line.cells):
        return True
    # typed without merging: «Срок», an empty heading; under them «начало», «окончание»
    gaps = [at for at in parted if not above.text(at)]
    return bool(gaps) and all(at in gaps or at + 1 in gaps for at in parted)


def _path(rows: Sequence[TableLine], column: int) -> tuple[str, ...]:
    """The headings over a column, from the top."""
    path: list[str] = []
    seen: set[int] = set()
    for at, row in enumerate(rows):
        cell = row.cells[column]
        text = in_one_line(row.text(column))
        if cell is not None and id(cell) not in seen and text:
            path.append(text)
        elif not text and at == 0 and len(rows) > 1 and rows[1].text(column) and column:
            path += _path(rows[:1], column - 1)  # the joint heading was typed into its first cell only
        seen.add(id(cell))
    return tuple(path)


def _said(line: TableLine) -> tuple[str, ...]:
    return tuple(alike(text) for text in line.texts if text)
