"""A DOCX to what is compared of it. Tracked insertions count as text, tracked deletions do not."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from roadmapc.diagnostics.outcome import Outcome, failed
from roadmapc.source.package import Refusal
from roadmapc.text.shorten import shortened
from roadmapc.text.typography import NO_BREAK_HYPHEN, RANGE
from roadmapc.verify.codes import NOT_A_DOCUMENT
from roadmapc.verify.passage import Defect, Document, Edge, Passage, Shown, Unit
from roadmapc.wordprocessing.from_package import from_package
from roadmapc.wordprocessing.reading import ABSENT, Cell, Effect, Pages, Paragraph, Reading, Story, Thing

SIGNATURE = "electronic-signature"
"""The tag of the content control for the mark of an electronic signature."""
DIGEST = "roadmapc.content"
"""The custom property with the digest of the plan."""
_CONVERTER = "LibreOffice/"
_APPENDIX = re.compile(r"(?:Приложение|УТВЕРЖД\w+)(?: № (\d+))?", re.IGNORECASE)
_CAPTION = re.compile(r"Рис(?:унок|\.) \d+")
_SHEET = re.compile(r"Лист (?:согласования|ознакомления)\b", re.IGNORECASE)
_FEW = 3
"""Cells that make no table yet."""
_UNTOLD = ABSENT | {Effect.INSERTED}
"""Effects that are told of the document as a whole."""
_EDGES = {Story.HEADER: "верхний колонтитул", Story.FOOTER: "нижний колонтитул"}
_PAGES = {Pages.ALL: "", Pages.FIRST: " первой страницы", Pages.EVEN: " чётных страниц"}
_NOTES = {Story.FOOTNOTE: "сноска", Story.ENDNOTE: "концевая сноска"}


def from_docx(content: bytes) -> Outcome[Document]:
    """The text of a document; no value if the file is none."""
    reading = from_package(content)
    if isinstance(reading, Refusal):
        message = f"файл не читается как документ Word: {reading.reason}"
        return failed(NOT_A_DOCUMENT, message, "сохраните его как .docx")
    return Outcome(from_reading(reading))


def from_reading(reading: Reading) -> Document:
    """What is compared of a reading."""
    paragraphs = [_signed(each) for each in reading.paragraphs]
    edges = [each for each in paragraphs if each.place.story in _EDGES | _NOTES]
    comments = [each for each in paragraphs if each.place.story is Story.COMMENT]
    aside = {id(each) for each in (*edges, *comments)}
    main = [each for each in paragraphs if id(each) not in aside]
    reader = _Reader(reading.cells)
    return Document(
        units=tuple(reader.units(main)),
        edges=tuple(filter(None, map(_edge, edges))),
        comments=tuple(filter(None, (_text([each]) for each in comments))),
        things=tuple(reader.shown(each, paragraphs) for each in reading.things),
        revisions=reading.revisions,
        is_converted=reading.properties.get("Application", "").startswith(_CONVERTER),
        digest=reading.properties.get(DIGEST, ""),
    )


def _edge(paragraph: Paragraph) -> Edge | None:
    place, text = paragraph.place, _text([paragraph])
    if not text:
        return None
    if place.story in _NOTES:
        number = f" {place.number}" if place.number else ""
        zone, name = f"{_NOTES[place.story]}{number}", f"{_NOTES[place.story]}{number}"
    else:
        zone = f"{_EDGES[place.story]}{_PAGES[place.pages]}"
        name = f"{zone}, раздел {place.number}" if place.number > 1 else zone
    return Edge(zone, place.number, _passage(name, [paragraph], text), place.story in _NOTES)


def _signed(paragraph: Paragraph) -> Paragraph:
    """Without places of signatures where there are none: in headers, notes and text boxes."""
    if paragraph.place.story is Story.MAIN or all(run.control != SIGNATURE for run in paragraph.runs):
        return paragraph
    return paragraph._replace(runs=tuple(run._replace(control="") for run in paragraph.runs))


class _Reader:
    """Goes through the main text, remembering in which appendix it is."""

    def __init__(self, cells: Iterable[Cell]) -> None:
        self._appendix = ""
        self._rows: defaultdict[tuple[int, int], list[Cell]] = defaultdict(list)
        for cell in cells:
            self._rows[cell.table, cell.row].append(cell)
        sizes = Counter(table for (table, _), row in self._rows.items() for _ in row)
        self._layout = {table for table, size in sizes.items() if size <= _FEW}
        """Tables that only place words: a name beside a post, a mark at the right."""
        self._heads: defaultdict[int, dict[int, str]] = defaultdict(dict)
        """Headings of the columns of each table."""
        self._appendices: dict[int, str] = {}
        """In which appendix each paragraph stands, by its identity."""

    def units(self, paragraphs: list[Paragraph]) -> Iterator[Unit]:
        contents: defaultdict[Cell, list[Paragraph]] = defaultdict(list)
        for paragraph in paragraphs:
            if paragraph.place.cell is not None:
                contents[paragraph.place.cell].append(paragraph)
        met: set[tuple[int, int]] = set()
        for paragraph in paragraphs:
            cell = paragraph.place.cell
            self._appendices[id(paragraph)] = self._appendix
            if cell is None:
                yield from self._paragraph(paragraph)
            elif (row := (cell.table, cell.row)) not in met:
                met.add(row)
                if cell.table in self._layout:
                    yield from self._placed(self._rows[row], contents)
                else:
                    yield from self._row(self._rows[row], contents)

    def _paragraph(self, paragraph: Paragraph) -> Iterator[Unit]:
        text = _text([paragraph])
        found = _APPENDIX.match(text)
        if sheet := _SHEET.match(text):
            self._appendix = f"{sheet[0].lower()}, "
        # a mark has several lines, or a paragraph a line; «УТВЕРЖДЁН» may stand under «Приложение № 1»
        if found is not None and ("\n" in text or found[0] == text) and (found[1] or not self._appendix):
            self._appendix = f"приложение № {found[1]}, " if found[1] else "приложение, "
        passage = _passage(f"{self._appendix}абзац «{shortened(text, 40)}»", [paragraph], text)
        if text or passage.signature is not None:
            yield Unit((passage,))

    def _placed(self, cells: list[Cell], contents: dict[Cell, list[Paragraph]]) -> Iterator[Unit]:
        """Words that stand beside each other; paragraphs of one cell stand under each other."""
        found = [contents[cell] for cell in cells if _text(contents[cell])]
        if all(len(paragraphs) == 1 for paragraphs in found):
            whole = [paragraph for paragraphs in found for paragraph in paragraphs]
            found = [whole] if whole else []
            text = " ".join(filter(None, (_text([each]) for each in whole)))
            yield from (
                Unit((_passage(f"{self._appendix}абзац «{shortened(text, 40)}»", whole, text),))
                for _ in found
            )
            return
        for paragraphs in found:
            for paragraph in paragraphs:
                yield from self._paragraph(paragraph)

    def shown(self, thing: Thing, paragraphs: Sequence[Paragraph]) -> Shown:
        """A thing where it stands among all paragraphs: by its caption, else by the words before it."""
        at = thing.paragraph
        if at is None or at >= len(paragraphs):
            return Shown(thing, "")
        before = _first_words(reversed(paragraphs[: at + 1]))
        after = _first_words(paragraphs[at + 1 :])
        named = f"«{shortened(after, 60)}»" if _CAPTION.match(after) else f"после «{shortened(before, 60)}»"
        return Shown(thing, f"{self._appendices.get(id(paragraphs[at]), '')}{named}", before, after)

    def _row(self, cells: list[Cell], contents: dict[Cell, list[Paragraph]]) -> Iterator[Unit]:
        texts = [_text(contents[cell]) for cell in cells]
        if not any(texts):
            return
        heads = self._heads[cells[0].table]
        counts = [text == str(at) for at, text in enumerate(texts, start=1)]
        for cell, text in zip(cells, texts, strict=True):
            if cell.is_head and text and not all(counts):  # a row «1 2 3» names no column
                heads |= dict.fromkeys(range(cell.column, cell.column + cell.columns), text)
        # in quotes the first one begins with the mark; under a merged cell it is empty
        number = next(filter(None, texts)).removeprefix("«")
        row = f"{self._appendix}строка «{shortened(number, 30)}»"
        passages = []
        for cell, text in zip(cells, texts, strict=True):
            heading = heads.get(cell.column, "")
            # rows in quotes have no headings
            column = f"графа «{shortened(heading, 30)}»" if heading else f"{cell.column + 1}-я графа"
            passages.append(_passage(f"{row}, {column}", contents[cell], text)._replace(column=column))
        yield Unit(tuple(passages), row, tuple(cells), cells[0].is_head)


def _passage(place: str, paragraphs: list[Paragraph], text: str) -> Passage:
    """Words with what is wrong with them; in the place of the electronic signature any words may stand."""
    runs = [run for each in paragraphs for run in each.runs]
    marks = [run.text for run in runs if run.control == SIGNATURE and not run.effects & ABSENT]
    defects = (
        Defect(effect, told)
        for run in runs
        if run.control != SIGNATURE and not run.effects & ABSENT and (told := _plain(run.text))
        for effect in run.effects - _UNTOLD
    )
    marks_of_lists = (Defect(effect, each.label) for each in paragraphs for effect in each.label_effects)
    return Passage(
        place,
        text,
        defects=tuple(dict.fromkeys((*marks_of_lists, *defects))),
        unlabelled=_joined(map(_words, paragraphs)),
        labels=sum(bool(each.label) and not each.is_bullet for each in paragraphs),
        signature=_plain("".join(marks)) if marks else None,
    )


def _text(paragraphs: list[Paragraph]) -> str:
    """As it is read: kinds of spaces and hyphens and breaks between runs are nothing that anybody reads."""
    return _joined(map(_labelled, paragraphs))


def _joined(texts: Iterable[str]) -> str:
    return "\n".join(filter(None, map(_plain, texts)))


def _first_words(paragraphs: Iterable[Paragraph]) -> str:
    """Of the first paragraph of the main text that has any."""
    texts = (_text([each]) for each in paragraphs if each.place.story is Story.MAIN)
    return next(filter(None, texts), "")


def _labelled(paragraph: Paragraph) -> str:
    text = _words(paragraph)
    if not text.strip():  # a cell may have a number and nothing else
        return paragraph.label if paragraph.place.cell is not None and not paragraph.is_bullet else text
    return f"{paragraph.label} {text}" if paragraph.label else text


def _words(paragraph: Paragraph) -> str:
    return "".join(
        run.text for run in paragraph.runs if run.control != SIGNATURE and not run.effects & ABSENT
    )


def _plain(text: str) -> str:
    lines = re.split("[\n\f]", RANGE.sub("-", text.replace(NO_BREAK_HYPHEN, "-")))
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))
