"""Damage to tables: what pages, scans and patient people do to rows and cells."""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from random import Random

from places_of_damage import (
    Element,
    Package,
    W,
    columns_of,
    duty_tables,
    escaped,
    head_rows,
    measure_rows,
    plan_tables,
    section_rows,
    some,
    spoken,
    typed_line,
    xml,
)


def rows_torn(package: Package, random: Random) -> tuple[str, ...]:
    """Rows that a page once cut in two: the rest stands in a row without a number. One row."""
    for table in duty_tables(package):
        torn = [(row, words) for row in measure_rows(table) if (words := _tearable(row))]
        for row, (at, head, tail) in random.sample(torn, min(len(torn), max(1, len(torn) // 8))):
            rest = deepcopy(row)
            for other, cell in enumerate(rest.findall(f"{W}tc")):
                _say(cell, tail if other == at else "")
            _say(row.findall(f"{W}tc")[at], head)
            row.addnext(rest)
    return ()


def _tearable(row: Element) -> tuple[int, str, str] | None:
    """A cell of one paragraph with a place between small words; what stands before and after it."""
    for at, cell in enumerate(row.findall(f"{W}tc")):
        words = spoken(cell).split(" ") if at and len(cell.findall(f"{W}p")) == 1 else []
        for place in range(len(words) // 2, len(words) - 1):
            if place > 2 and words[place][:1].islower() and words[place - 1][-1:].islower():
                return at, " ".join(words[:place]), " ".join(words[place:])
    return None


def _say(cell: Element, text: str) -> None:
    """One paragraph with other words."""
    first, *others = cell.findall(f"{W}p")
    for each in (*others, *first.findall(f"{W}r")):
        each.getparent().remove(each)
    number = first.find(f"{W}pPr/{W}numPr")
    if number is not None:
        number.getparent().remove(number)
    if text:
        first.append(xml(f"<w:r><w:t xml:space='preserve'>{escaped(text)}</w:t></w:r>"))


def heads_repeated(package: Package, random: Random) -> tuple[str, ...]:
    """The headings once more among the rows, as on each page of a scan: no row, but residue."""
    added = []
    for table in plan_tables(package):
        heads = head_rows(table)
        for row in some(random, measure_rows(table)[2:], 0.1):
            for head in heads:
                again = deepcopy(head)
                for each in [*again.iter(f"{W}tblHeader")]:
                    each.getparent().remove(each)
                row.addprevious(again)
                added.append(" ".join(spoken(cell) for cell in head.iter(f"{W}p")))
    return tuple(added)


def tables_split(package: Package, random: Random) -> tuple[str, ...]:
    """The rest of a table as a table of its own under «Продолжение таблицы», its headings again."""
    added = []
    for table, rest, following in _halves(package, random):
        for head in head_rows(table):
            rest.append(deepcopy(head))
            added.append(" ".join(spoken(cell) for cell in head.iter(f"{W}p")))
        rest.extend(following)
        table.addnext(rest)
        table.addnext(xml(typed_line("Продолжение таблицы", "right")))
        added.append("Продолжение таблицы")
    return tuple(added)


def tables_split_bare(package: Package, random: Random) -> tuple[str, ...]:
    """The rest of a table as a table without headings after an empty line: it goes on."""
    for table, rest, following in _halves(package, random):
        rest.extend(following)
        table.addnext(rest)
        table.addnext(xml("<w:p/>"))
    return ()


def _halves(package: Package, random: Random) -> Iterator[tuple[Element, Element, list[Element]]]:
    """Each table of some rows, another like it without any, and the rows that are to go there."""
    for table in plan_tables(package):
        rows = measure_rows(table)
        if len(rows) < 4:
            continue
        place = random.choice(rows[2:])
        rest = deepcopy(table)
        for row in rest.findall(f"{W}tr"):
            rest.remove(row)
        yield table, rest, [place, *place.itersiblings(f"{W}tr")]


def tables_whole(package: Package, random: Random) -> tuple[str, ...]:
    """Nothing: so that torn rows are met alone, too."""
    return ()


def cells_merged_down(package: Package, random: Random) -> tuple[str, ...]:
    """Equal cells one above another as one: it says the same of each row."""
    for table in duty_tables(package):
        for above, below in zip(measure_rows(table), measure_rows(table)[1:], strict=False):
            if above.getnext() is not below:
                continue
            for at in range(2, columns_of(table)):
                first, second = above.findall(f"{W}tc")[at], below.findall(f"{W}tc")[at]
                is_same = spoken(first) == spoken(second) and spoken(first).strip()
                if is_same and first.find(f"{W}tcPr/{W}vMerge") is None and random.random() < 0.7:
                    first.find(f"{W}tcPr").append(xml('<w:vMerge w:val="restart"/>'))
                    second.find(f"{W}tcPr").append(xml("<w:vMerge/>"))
                    _say(second, "")
    return ()


def sections_in_first_cells(package: Package, random: Random) -> tuple[str, ...]:
    """Section rows with their words in the first cell, the others empty: sections all the same."""
    _sections_apart(package, lambda text: (text, ""))
    return ()


def sections_in_second_cells(package: Package, random: Random) -> tuple[str, ...]:
    """Section rows with the number in its column, the words in the next, the others empty."""
    _sections_apart(package, _apart)
    return ()


def sections_beside_numbers(package: Package, random: Random) -> tuple[str, ...]:
    """Section rows with the number in its column and the words in all the others, merged."""
    for table in duty_tables(package):
        for row in section_rows(table):
            number, words = _apart(spoken(row))
            if number:
                looks = f'<w:tcPr><w:gridSpan w:val="{columns_of(table) - 1}"/></w:tcPr>'
                row.find(f"{W}tc").addnext(xml(f"<w:tc>{looks}{typed_line(words)}</w:tc>"))
                row.find(f"{W}tc").addnext(xml(f"<w:tc><w:tcPr/>{typed_line(number)}</w:tc>"))
                row.remove(row.find(f"{W}tc"))
    return ()


def _apart(text: str) -> tuple[str, str]:
    found = re.fullmatch(r"\s*((?:\d+\.)*\d+\.?|[IVX]+\.)\s+(.+)", text, re.DOTALL)
    return (found[1], found[2]) if found else ("", text)


def _sections_apart(package: Package, parts: Callable[[str], tuple[str, str]]) -> None:
    for table in duty_tables(package):
        for row in section_rows(table):
            first, second = parts(spoken(row))
            texts = [first, second, *[""] * (columns_of(table) - 2)]
            row.remove(row.find(f"{W}tc"))
            for text in texts:
                row.append(xml(f"<w:tc><w:tcPr/>{typed_line(text) if text else '<w:p/>'}</w:tc>"))


def column_numbers_added(package: Package, random: Random) -> tuple[str, ...]:
    """A row «1 2 3» under the headings: no measure; kept as such or residue."""
    added = []
    for table in duty_tables(package):
        heads = head_rows(table)
        if any(
            re.fullmatch(r"1\s*2.*", " ".join(map(spoken, row.iter(f"{W}p")))) for row in table.iter(f"{W}tr")
        ):
            continue
        numbers = [str(at + 1) for at in range(columns_of(table))]
        cells = "".join(f"<w:tc><w:tcPr/>{typed_line(each, 'center')}</w:tc>" for each in numbers)
        heads[-1].addnext(xml(f"<w:tr>{cells}</w:tr>"))
        added.append(" ".join(numbers))
    return tuple(added)


def breaks_in_cells(package: Package, random: Random) -> tuple[str, ...]:
    """Paragraphs of a cell as lines of one: the same lines."""
    for table in plan_tables(package):
        for cell in table.iter(f"{W}tc"):
            first, *others = cell.findall(f"{W}p")
            if any(each.find(f"{W}pPr/{W}numPr") is not None for each in (first, *others)):
                continue
            for other in others:
                first.append(xml("<w:r><w:br/></w:r>"))
                for run in other.findall(f"{W}r"):
                    first.append(run)
                cell.remove(other)
    return ()
