"""Damage to what stands around the text: marks of appendices, requisites, labels of lists."""

import re
from random import Random

from places_of_damage import (
    SPACE,
    Element,
    Package,
    W,
    duty_tables,
    is_right,
    lines_of,
    marks_of,
    measure_rows,
    said,
    spoken,
    typed_line,
    xml,
)
from typist import spaced, text_box
from typist import table as drawn_table

from roadmapc.text.blocks import letter

Formats = dict[tuple[str, str], tuple[str, str, int]]
"""Format, text and first number by a list and its level."""


def marks_in_boxes(package: Package, random: Random) -> tuple[str, ...]:
    """Marks of appendices in text boxes: said where the box is anchored, once, not twice."""
    for mark in marks_of(package):
        lines = "\n".join(spoken(line) for line in mark).split("\n")
        mark[0].addprevious(xml(text_box("".join(typed_line(line, "right") for line in lines))))
        _without(mark)
    return ()


def marks_in_tables(package: Package, random: Random) -> tuple[str, ...]:
    """Marks of appendices in the right cell of a borderless table: no table of the plan."""
    for mark in marks_of(package):
        lines = "\n".join(spoken(line) for line in mark).split("\n")
        right = "".join(typed_line(line) for line in lines)
        cells = f"<w:tr><w:tc><w:tcPr/><w:p/></w:tc><w:tc><w:tcPr/>{right}</w:tc></w:tr>"
        mark[0].addprevious(xml(drawn_table([cells], 2, lines=False)))
        _without(mark)
    return ()


def marks_behind_tabs(package: Package, random: Random) -> tuple[str, ...]:
    """Marks of appendices typed on the left behind tabs, a paragraph a line."""
    for mark in marks_of(package):
        for line in "\n".join(spoken(line) for line in mark).split("\n"):
            mark[0].addprevious(xml(typed_line("\t" * 7 + line.strip())))
        _without(mark)
    return ()


def _without(paragraphs: list[Element]) -> None:
    """Gone, but for the end of a section, which stays on an empty line."""
    for each in paragraphs:
        if each.find(f"{W}pPr/{W}sectPr") is None:
            each.getparent().remove(each)


def requisites_in_a_table(package: Package, random: Random) -> tuple[str, ...]:
    """Date and number in the cells of a borderless table: they are requisites all the same."""
    for line in lines_of(package)[:25]:
        if spoken(line).startswith(("О ", "Об ")):
            break
        found = re.fullmatch(
            r"\s*(?:от )?(\d\d\.\d\d\.\d{4}|\d+ \w+ \d{4}( г\.)?)\s+((?:№|N)\s?\S+)\s*", spoken(line)
        )
        if found:
            cells = "".join(f"<w:tc><w:tcPr/>{typed_line(each)}</w:tc>" for each in (found[1], found[3]))
            line.addprevious(xml(drawn_table([f"<w:tr>{cells}</w:tr>"], 2, lines=False)))
            line.getparent().remove(line)
            break
    return ()


def requisites_as_they_are(package: Package, random: Random) -> tuple[str, ...]:
    """Nothing: so that not every aged document has them in a table."""
    return ()


def operative_word_spaced(package: Package, random: Random) -> tuple[str, ...]:
    """«п р и к а з ы в а ю», typed with spaces: one word."""
    word = re.compile(r"приказываю|постановляю|постановляет|приказываем|решило?а?(?=:)", re.IGNORECASE)
    for text in package.tree().iter(f"{W}t"):
        if found := word.search(text.text or ""):
            text.text = text.text.replace(found[0], spaced(found[0]), 1)
            text.set(SPACE, "preserve")
            break
    return ()


def labels_typed(package: Package, random: Random) -> tuple[str, ...]:
    """Labels of automatic lists as text before the words: the same list."""
    formats, counted = _lists(package), {}
    for properties in list(package.tree().iter(f"{W}pPr")):
        number = properties.find(f"{W}numPr")
        if number is None:
            continue
        key, at = number.find(f"{W}numId").get(f"{W}val"), number.find(f"{W}ilvl")
        level = 0 if at is None else int(at.get(f"{W}val"))
        label = _label(formats, counted.setdefault(key, {}), key, level)
        properties.remove(number)
        if label:
            said = "" if not spoken(properties.getparent()).strip() else " "
            properties.addnext(xml(f"<w:r><w:t xml:space='preserve'>{label}{said}</w:t></w:r>"))
    return ()


def _label(formats: Formats, counted: dict[int, int], key: str, level: int) -> str:
    """The next label of a list on a level; those below it begin anew."""
    form, text, start = formats.get((key, str(level)), ("", "", 1))
    counted[level] = counted.get(level, start - 1) + 1
    for deeper in [each for each in counted if each > level]:
        del counted[deeper]
    for each, count in counted.items():
        text = text.replace(f"%{each + 1}", letter(count) if form == "russianLower" else str(count))
    return text


def _lists(package: Package) -> Formats:
    """Format, text and first number of a level of a list."""
    if "word/numbering.xml" not in package.parts:
        return {}
    tree, found = package.tree("word/numbering.xml"), {}
    drawn = {each.get(f"{W}abstractNumId"): each for each in tree.findall(f"{W}abstractNum")}
    for used in tree.findall(f"{W}num"):
        abstract = drawn[used.find(f"{W}abstractNumId").get(f"{W}val")]
        for level in abstract.findall(f"{W}lvl"):
            text, start = level.find(f"{W}lvlText"), level.find(f"{W}start")
            found[used.get(f"{W}numId"), level.get(f"{W}ilvl")] = (
                level.find(f"{W}numFmt").get(f"{W}val"),
                "" if text is None else text.get(f"{W}val"),
                1 if start is None else int(start.get(f"{W}val")),
            )
    return found


def clauses_automatic(package: Package, random: Random) -> tuple[str, ...]:
    """Numbers of clauses by Word: they are computed, not lost."""
    counted: list[int] = []
    numbers = None
    for line in lines_of(package):
        if is_right(line):
            break
        found = re.match(r"(\d+(?:\.\d+)*)\.\s", spoken(line))
        first = next(line.iter(f"{W}t"), None)
        if not found or first is None or not (first.text or "").startswith(found[0].rstrip()):
            continue
        told = [int(part) for part in found[1].split(".")]
        above = (counted + [0] * len(told))[: len(told)]
        if [*above[:-1], above[-1] + 1] != told or len(told) > len(counted) + 1:
            continue
        counted = told
        numbers = numbers or _new_list(package, ("%1.", "%1.%2.", "%1.%2.%3."))
        first.text = first.text[len(found[0]) :].lstrip()
        first.set(SPACE, "preserve")
        _number(line, numbers, len(told) - 1)
    return ()


def numbers_automatic(package: Package, random: Random) -> tuple[str, ...]:
    """Numbers of measures by Word, a list a section: they are computed, not lost."""
    for table in duty_tables(package):
        last, numbers = ("", 0), ""
        for row in measure_rows(table):
            cell = row.find(f"{W}tc")
            found = re.fullmatch(r"((?:\d+\.)*)(\d+)(\.?)", said(cell).strip())
            if not found:
                continue
            if (found[1], int(found[2])) != last:
                numbers = _new_list(package, (f"{found[1]}%1{found[3]}",), int(found[2]))
            last = (found[1], int(found[2]) + 1)
            for text in cell.iter(f"{W}t"):
                text.text = ""
            _number(cell.find(f"{W}p"), numbers, 0)
    return ()


def numbers_as_typed(package: Package, random: Random) -> tuple[str, ...]:
    """Nothing: so that some documents keep what was typed."""
    return ()


def _new_list(package: Package, texts: tuple[str, ...], start: int = 1) -> str:
    tree = package.tree("word/numbering.xml")
    used = [int(each.get(f"{W}numId")) for each in tree.findall(f"{W}num")]
    drawn = [int(each.get(f"{W}abstractNumId")) for each in tree.findall(f"{W}abstractNum")]
    number, abstract = max(used, default=0) + 1, max(drawn, default=0) + 1
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, text in enumerate(texts)
    )
    made = xml(f'<w:abstractNum w:abstractNumId="{abstract}">{levels}</w:abstractNum>')
    first = tree.find(f"{W}num")
    if first is None:
        tree.append(made)
    else:
        first.addprevious(made)
    tree.append(xml(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/></w:num>'))
    return str(number)


def _number(paragraph: Element, number: str, level: int) -> None:
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = xml("<w:pPr/>")
        paragraph.insert(0, properties)
    properties.append(xml(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'))
