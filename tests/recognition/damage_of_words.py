"""Damage to letters and runs, and words beside the text."""

import re
from collections.abc import Callable
from copy import deepcopy
from random import Random

from lxml import etree
from places_of_damage import (
    SPACE,
    Package,
    W,
    lines_of,
    marks_of,
    measure_rows,
    pieces,
    plan_tables,
    some,
    typed_line,
    xml,
)


def _rewritten(package: Package, random: Random, change: Callable[[str], str], share: float) -> None:
    for text in some(random, pieces(package), share):
        text.text = change(text.text or "")
        text.set(SPACE, "preserve")


def quotes_straight(package: Package, random: Random) -> tuple[str, ...]:
    """ "Straight" quotes and «N 19» for «№ 19»: read as what they stand for."""
    for text in package.tree().iter(f"{W}t"):
        text.text = (text.text or "").replace("«", '"').replace("»", '"').replace("№ ", "N ")
    return ()


def soft_hyphens(package: Package, random: Random) -> tuple[str, ...]:
    """Soft hyphens inside of words: gone, and told."""
    _rewritten(package, random, lambda text: re.sub(r"(\w{5})(?=[а-я]{4})", "\\1\u00ad", text, count=3), 0.3)
    return ()


def latin_letters(package: Package, random: Random) -> tuple[str, ...]:
    """Latin letters that look Russian inside of Russian words: mended, and told."""
    alike = {"а": "a", "о": "o", "е": "e", "с": "c", "р": "p", "х": "x"}

    def change(text: str) -> str:
        return re.sub(
            r"(?<=[а-яё])([аоесрх])(?=[а-яё])",
            lambda found: alike[found[1]] if random.random() < 0.2 else found[1],
            text,
        )

    _rewritten(package, random, change, 0.3)
    return ()


def spaces_doubled(package: Package, random: Random) -> tuple[str, ...]:
    """Double spaces between words: one."""
    _rewritten(
        package,
        random,
        lambda text: re.sub(r"(?<=\w) (?=\w)", lambda _: "  " if random.random() < 0.3 else " ", text),
        0.4,
    )
    return ()


def spaces_no_break(package: Package, random: Random) -> tuple[str, ...]:
    """No-break spaces between words: spaces."""
    _rewritten(
        package,
        random,
        lambda text: re.sub(
            r"(?<=\w) (?=\w)",
            lambda _: random.choice("\u00a0\u202f ") if random.random() < 0.4 else " ",
            text,
        ),
        0.5,
    )
    return ()


def dashes_short(package: Package, random: Random) -> tuple[str, ...]:
    """Hyphens for dashes between words and figures: the same."""
    for text in package.tree().iter(f"{W}t"):
        text.text = (text.text or "").replace(" – ", " - ")
    return ()


def runs_broken(package: Package, random: Random) -> tuple[str, ...]:
    """Runs cut in the middle of words, as Word leaves them after edits: one word."""
    for text in some(random, pieces(package), 0.5):
        run, words = text.getparent(), text.text or ""
        place = random.randrange(2, len(words) - 2)
        rest = deepcopy(run)
        if len(run.findall(f"{W}t")) > 1:
            continue
        text.text = words[:place]
        text.set(SPACE, "preserve")
        rest.find(f"{W}t").text = words[place:]
        rest.find(f"{W}t").set(SPACE, "preserve")
        for each in [each for each in rest if each.tag not in (f"{W}rPr", f"{W}t")]:
            rest.remove(each)
        after = list(text.itersiblings())
        run.addnext(rest)
        for each in after:
            rest.append(each)
    return ()


def smart_tags(package: Package, random: Random) -> tuple[str, ...]:
    """Words inside of the tags of older Words: words all the same."""
    for text in some(random, pieces(package), 0.2):
        run = text.getparent()
        if run.getparent().tag != f"{W}p":
            continue
        tag = xml(
            '<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="metricconverter"/>'
        )
        run.addprevious(tag)
        tag.append(run)
    return ()


def insertions_tracked(package: Package, random: Random) -> tuple[str, ...]:
    """Runs that wait as tracked insertions: read as accepted, and told."""
    for text in some(random, pieces(package), 0.1):
        run = text.getparent()
        if run.getparent().tag != f"{W}p":
            continue
        mark = xml('<w:ins w:id="901" w:author="Образцова" w:date="2023-04-05T10:00:00Z"/>')
        run.addprevious(mark)
        mark.append(run)
    return ()


def deletions_tracked(package: Package, random: Random) -> tuple[str, ...]:
    """Words that wait as tracked deletions: not in the plan, but residue."""
    added = []
    for text in some(random, pieces(package), 0.05):
        words = f"прежние слова {len(added) + 1}"
        text.getparent().addnext(
            xml(
                '<w:del w:id="902" w:author="Образцова" w:date="2023-04-05T10:00:00Z"><w:r>'
                f"<w:delText xml:space='preserve'> {words} </w:delText></w:r></w:del>"
            )
        )
        added.append(words)
    return tuple(added)


def page_numbers_typed(package: Package, random: Random) -> tuple[str, ...]:
    """Numbers of pages on lines of their own: residue."""
    added = []
    for mark in marks_of(package):
        mark[0].addprevious(xml(typed_line(f"- {len(added) + 2} -", "center")))
        added.append(str(len(added) + 2))
    return tuple(added)


def footnotes_added(package: Package, random: Random) -> tuple[str, ...]:
    """A footnote to a word: its words are in the plan as a note, or residue."""
    words = "Сноска: уточняется ежегодно"
    part = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:footnote w:id="2">'
        f"<w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space='preserve'> {words}</w:t></w:r></w:p>"
        "</w:footnote></w:footnotes>"
    )
    if "word/footnotes.xml" in package.parts:
        return ()
    package.relate("footnotes", "footnotes.xml", part.encode())
    types = package.tree("[Content_Types].xml")
    types.append(
        etree.fromstring(
            '<Override xmlns="http://schemas.openxmlformats.org/package/2006/content-types"'
            ' PartName="/word/footnotes.xml" ContentType='
            '"application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>'
        )
    )
    texts = [
        text
        for table in plan_tables(package)
        for row in measure_rows(table)[1:]
        for text in row.iter(f"{W}t")
    ]
    texts = [text for text in texts if len(text.text or "") > 20] or pieces(package)
    random.choice(texts).getparent().addnext(xml('<w:r><w:footnoteReference w:id="2"/></w:r>'))
    return (words,)


def stamp_added(package: Package, random: Random) -> tuple[str, ...]:
    """A line of a registering hand at the end: residue."""
    words = "Копия верна"
    lines_of(package)[-1].addnext(xml(typed_line(words)))
    return (words,)
