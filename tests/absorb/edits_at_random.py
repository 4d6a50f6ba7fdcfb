"""Changes that people make in the order's document in Word, by chance, with what the plan must say then.

An edit is done twice: on Word's XML, tracked or not, and on the content that the plan has. Both must agree
again once the document is absorbed: `content.from_compiled` of the changed plan is `Edited.expected`.

python tests/absorb/edits_at_random.py PLAN.yaml ORDER.docx SEED OUT.docx      makes one edit, and tells it
"""

import re
import sys
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import NamedTuple

from edited_in_word import (
    AUTHOR,
    Desk,
    Element,
    Package,
    W,
    add_properties,
    change,
    deleted,
    inserted,
    paragraphs,
    row_of,
    run,
    same,
    spoken,
    written,
)

from content import Appendix, Cells, Content, Line, Part, Section, Sheet, from_compiled  # isort: skip


from roadmapc.pipeline import compile_plan

NEW_WORDS = ("своевременно", "в установленном порядке", "при необходимости", "полностью", "(по графику)")
NEW_CLAUSE = "Ознакомить с настоящим документом всех исполнителей под подпись."
NEW_MEASURE = "Подготовка сводной справки по итогам года"


class Edited(NamedTuple):
    """A document that came back."""

    document: bytes
    kind: str
    """Name of the edit."""
    is_tracked: bool
    told: str
    """For people: where, what became what."""
    expected: Content
    """What the plan says once the edit is in it."""


Edit = Callable[[Desk], "tuple[str, Content] | None"]
"""What was done, and what the plan says then; nothing if the plan has no place for it."""


def edited(plan: Path, document: bytes, seed: int, kind: str = "", tracked: bool | None = None) -> Edited:
    """One edit: of a kind, or of any."""
    random = Random(seed)
    compiled = compile_plan(plan).value
    assert compiled is not None, plan
    content = from_compiled(plan.stem, compiled)
    text = re.sub(r"\s+", " ", plan.read_text("utf-8"))
    is_tracked = random.random() < 0.5 if tracked is None else tracked
    kinds = [kind] if kind else random.sample(list(EDITS), len(EDITS))
    for name in kinds:
        desk = Desk(text, content, Package(document), random, is_tracked)
        done = EDITS[name](desk)
        if done:
            return Edited(desk.package.saved(), name, is_tracked, done[0], done[1])
    raise LookupError(f"{plan.name}: no place for {kinds}")


# Places in the content


def measures(content: Content) -> Iterator[tuple[Sheet, int, Cells]]:
    """Measures with a number, with their table and place in it."""
    for sheet in content.sheets:
        for at, row in enumerate(sheet.rows) if sheet.has_duties else ():
            if not isinstance(row, Section) and re.fullmatch(r"(\d+\.)*\d+\.?", row[0]):
                yield sheet, at, row


def column(sheet: Sheet, words: str) -> int | None:
    """The first column whose heading has one of the beginnings of words."""
    found = [at for at, heading in enumerate(sheet.headings) if re.search(words, heading, re.IGNORECASE)]
    return found[0] if found else None


def with_sheet(content: Content, old: Sheet, rows: list[Section | Cells]) -> Content:
    """The content with other rows in a table."""

    def part(each: Part) -> Part:
        return old._replace(rows=tuple(rows)) if each is old else each

    def appendix(each: Appendix) -> Appendix:
        return each._replace(parts=tuple(part(one) for one in each.parts))

    return replace(content, appendices=tuple(appendix(each) for each in content.appendices))


def with_row(content: Content, sheet: Sheet, at: int, row: Section | Cells) -> Content:
    rows = list(sheet.rows)
    rows[at] = row
    return with_sheet(content, sheet, rows)


def word_of(desk: Desk, text: str) -> re.Match[str] | None:
    """A word between two others of the plan's own text: not one of a reference or of the directory."""
    found = [
        each
        for each in re.finditer(r"(?<=[а-яё] )[а-яё]{5,}(?= [а-яё]{3})", text)
        if text.count(each[0]) == 1 and same(_around(text, each)) in same(desk.plan)
    ]
    return desk.random.choice(found) if found else None


def _around(text: str, word: re.Match[str]) -> str:
    before = text[: word.start()].rsplit(" ", 2)[-2]
    after = text[word.end() + 1 :].split(" ", 1)[0]
    return f"{before} {word[0]} {after}"


def _rewritten(desk: Desk, text: str, paragraph: Element) -> str:
    """A text after a word of it was replaced, followed by others, or taken out; empty if none can be."""
    word = word_of(desk, text)
    if word is None:
        return ""
    how = desk.random.choice(("replace", "insert", "delete"))
    new = desk.random.choice(NEW_WORDS)
    match how:
        case "replace":
            old, put = word[0], new
        case "insert":
            old, put = word[0], f"{word[0]} {new}"
        case _:
            old, put = f"{word[0]} ", ""
    if not change(desk, paragraph, old, put):
        return ""
    return text[: word.start()] + text[word.start() :].replace(old, put, 1)


# Edits of rows


def measure_reworded(desk: Desk) -> tuple[str, Content] | None:
    """A word of a measure."""
    return _cell_reworded(desk, r"мероприят|наименован|содержан|направлен")


def result_reworded(desk: Desk) -> tuple[str, Content] | None:
    """A word of a column that is neither who nor when."""
    return _cell_reworded(desk, r"результат|участник|вид документ|показател")


def _cell_reworded(desk: Desk, heading: str) -> tuple[str, Content] | None:
    for sheet, at, row in _shuffled(desk, measures(desk.content)):
        place = column(sheet, heading)
        element = row_of(desk, row)
        if place is None or element is None or "\n" in row[place]:
            continue
        cell = element.findall(f"{W}tc")[place]
        text = _rewritten(desk, row[place], cell.find(f"{W}p"))
        if text:
            new = (*row[:place], text, *row[place + 1 :])
            told = f"строка {row[0]}, «{sheet.headings[place]}»: {row[place]!r} → {text!r}"
            return told, with_row(desk.content, sheet, at, new)
    return None


def deadline_changed(desk: Desk) -> tuple[str, Content] | None:
    """The deadline of another measure."""
    return _cell_copied(desk, r"срок|дата|время")


def executors_changed(desk: Desk) -> tuple[str, Content] | None:
    """The executors of another measure."""
    return _cell_copied(desk, r"исполнител|ответственн")


def _cell_copied(desk: Desk, heading: str) -> tuple[str, Content] | None:
    for sheet, at, row in _shuffled(desk, measures(desk.content)):
        place, element = column(sheet, heading), row_of(desk, row)
        if place is None or element is None:
            continue
        others = {other[place] for one, _, other in measures(desk.content) if one is sheet}
        others = {each for each in others if each and "– " not in each} - {row[place]}
        if not others:
            continue
        text = desk.random.choice(sorted(others))
        written(desk, element.findall(f"{W}tc")[place], text)
        new = (*row[:place], text, *row[place + 1 :])
        told = f"строка {row[0]}, «{sheet.headings[place]}»: {row[place]!r} → {text!r}"
        return told, with_row(desk.content, sheet, at, new)
    return None


def row_removed(desk: Desk) -> tuple[str, Content] | None:
    """The last measure of a section."""
    for sheet, at, row in _shuffled(desk, _last_measures(desk.content)):
        element = row_of(desk, row)
        if element is None:
            continue
        if desk.is_tracked:
            add_properties(element, f"<w:del {AUTHOR}/>")
            for each in list(element.iter(f"{W}r")):
                deleted(desk, each)
        else:
            element.getparent().remove(element)
        rows = [*sheet.rows[:at], *sheet.rows[at + 1 :]]
        return f"нет строки {row[0]}: {row[1]!r}", with_sheet(desk.content, sheet, rows)
    return None


def row_added(desk: Desk) -> tuple[str, Content] | None:
    """A measure after the last of a section, under the next number."""
    for sheet, at, row in _shuffled(desk, _last_measures(desk.content)):
        element, place = row_of(desk, row), column(sheet, r"мероприят|наименован|содержан|направлен")
        if element is None or place is None or any("– " in cell or ") " in cell[:3] for cell in row):
            continue
        number = re.sub(r"(\d+)(\.?)$", lambda found: f"{int(found[1]) + 1}{found[2]}", row[0])
        new = tuple(
            number if other == 0 else NEW_MEASURE if other == place else cell
            for other, cell in enumerate(row)
        )
        made = deepcopy(element)
        for other, cell in enumerate(made.findall(f"{W}tc")):
            first, *rest = cell.findall(f"{W}p")
            for each in [*rest, *first.iter(f"{W}r")]:
                each.getparent().remove(each)
            written(desk, cell, new[other])
        for each in list(made.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            each.getparent().remove(each)
        if desk.is_tracked:
            add_properties(made, f"<w:ins {AUTHOR}/>")
        element.addnext(made)
        rows = [*sheet.rows[: at + 1], new, *sheet.rows[at + 1 :]]
        return f"новая строка {number}: {new!r}", with_sheet(desk.content, sheet, rows)
    return None


def _last_measures(content: Content) -> Iterator[tuple[Sheet, int, Cells]]:
    """Those that a measure stands before, and a section or nothing after."""
    for sheet, at, row in measures(content):
        following = sheet.rows[at + 1 : at + 2]
        before = sheet.rows[at - 1] if at else Section("")
        if not isinstance(before, Section) and (not following or isinstance(following[0], Section)):
            yield sheet, at, row


def section_reworded(desk: Desk) -> tuple[str, Content] | None:
    """A word of the title of a section."""
    places = [
        (sheet, at, row)
        for sheet in desk.content.sheets
        for at, row in enumerate(sheet.rows)
        if isinstance(row, Section)
    ]
    for sheet, at, row in _shuffled(desk, iter(places)):
        for paragraph in paragraphs(desk, row.text):
            if text := _rewritten(desk, row.text, paragraph):
                told = f"раздел {row.text!r} → {text!r}"
                return told, with_row(desk.content, sheet, at, row._replace(text=text))
    return None


# Edits of the order


def clause_reworded(desk: Desk) -> tuple[str, Content] | None:
    """A word of a clause, of its continuation, of an item."""
    for at, line in _shuffled(desk, enumerate(desk.content.clauses)):
        found = paragraphs(desk, line.text)
        text = _rewritten(desk, line.text, found[0]) if len(found) == 1 else ""
        if text:
            clauses = list(desk.content.clauses)
            clauses[at] = line._replace(text=text)
            told = f"пункт {line.label} {line.text!r} → {text!r}"
            return told, replace(desk.content, clauses=tuple(clauses))
    return None


def clause_added(desk: Desk) -> tuple[str, Content] | None:
    """A clause after the last."""
    tops = [line for line in desk.content.clauses if re.fullmatch(r"\d+\.", line.label)]
    last = desk.content.clauses[-1]
    found = paragraphs(desk, last.text)
    if not tops or last is not tops[-1] or len(found) != 1:
        return None
    label = f"{len(tops) + 1}."
    made = deepcopy(found[0])
    for each in [each for each in made if each.tag != f"{W}pPr"]:
        made.remove(each)
    made.append(inserted(desk, run(f"{label} {NEW_CLAUSE}")))
    if desk.is_tracked:
        add_properties(made, f"<w:rPr><w:ins {AUTHOR}/></w:rPr>")
    found[0].addnext(made)
    clauses = (*desk.content.clauses, Line(NEW_CLAUSE, label))
    return f"новый пункт {label}", replace(desk.content, clauses=clauses)


def clause_removed(desk: Desk) -> tuple[str, Content] | None:
    """The last clause."""
    *clauses, last = desk.content.clauses
    found = paragraphs(desk, last.text)
    if len(found) != 1 or not re.fullmatch(r"\d+\.", last.label):
        return None
    if desk.is_tracked:
        for each in list(found[0].iter(f"{W}r")):
            deleted(desk, each)
        add_properties(found[0], f"<w:rPr><w:del {AUTHOR}/></w:rPr>")
    else:
        found[0].getparent().remove(found[0])
    return f"нет пункта {last.label}", replace(desk.content, clauses=tuple(clauses))


def title_reworded(desk: Desk) -> tuple[str, Content] | None:
    """A word of the order's title."""
    found = [
        each for each in paragraphs(desk, desk.content.title) if spoken(each) == same(desk.content.title)
    ]
    text = _rewritten(desk, desk.content.title, found[0]) if found else ""
    return (f"заголовок → {text!r}", replace(desk.content, title=text)) if text else None


def preamble_reworded(desk: Desk) -> tuple[str, Content] | None:
    """A word of the preamble."""
    preamble = desk.content.preamble
    found = [
        each
        for each in desk.package.body.iter(f"{W}p")
        if preamble and spoken(each).startswith(same(preamble))
    ]
    text = _rewritten(desk, preamble, found[0]) if found else ""
    return (f"преамбула → {text!r}", replace(desk.content, preamble=text)) if text else None


def prose_reworded(desk: Desk) -> tuple[str, Content] | None:
    """A word of a paragraph or heading of an appendix."""
    places = [
        (appendix, part)
        for appendix in desk.content.appendices
        for part in appendix.parts
        if isinstance(part, Line)
    ]
    for appendix, part in _shuffled(desk, iter(places)):
        found = paragraphs(desk, part.text)
        text = _rewritten(desk, part.text, found[0]) if len(found) == 1 else ""
        if not text:
            continue
        parts = tuple(each._replace(text=text) if each is part else each for each in appendix.parts)
        appendices = tuple(
            each._replace(parts=parts) if each is appendix else each for each in desk.content.appendices
        )
        return f"абзац {part.text!r} → {text!r}", replace(desk.content, appendices=appendices)
    return None


def _shuffled(desk: Desk, places: Iterator) -> list:  # type: ignore[type-arg]
    known = list(places)
    desk.random.shuffle(known)
    return known


EDITS: dict[str, Edit] = {
    edit.__name__: edit
    for edit in (
        measure_reworded, result_reworded, deadline_changed, executors_changed, row_removed, row_added,
        section_reworded, clause_reworded, clause_added, clause_removed, title_reworded, preamble_reworded,
        prose_reworded,
    )
}  # fmt: skip


if __name__ == "__main__":
    plan, document, seed, out = sys.argv[1:5]
    made = edited(Path(plan), Path(document).read_bytes(), int(seed))
    Path(out).write_bytes(made.document)
    sys.stdout.write(f"{made.kind}, {'с исправлениями' if made.is_tracked else 'без них'}: {made.told}\n")
