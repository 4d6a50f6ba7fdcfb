"""Hands that set an order otherwise than the book says, each seen on desks more than once."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from content import Appendix, Cells, Content, Heading, Line, Part, Section, Sheet
from typist import Hand, Typist, cell, cut, paragraph, row, run, table, typed_date


class Strange(NamedTuple):
    """A hand, and what of a content is expected back of it, if not all of it as it is."""

    hand: type[Typist]
    expected: Callable[[Content], Content] = lambda content: content
    added: tuple[str, ...] = ()
    """Words that it types beside the content."""


ADDRESS = (
    "ул. Школьная, д. 5, с. Заречное, 612000",
    "тел. (83300) 2-11-22, e-mail: uo@example.org",
    "ИНН 4300000000",
)


class CornerBlank(Typist):
    """A blank in the corner: names, address, date, number and title in the left cell of a table."""

    def head(self) -> Iterator[str]:
        day = typed_date(self.content.date, "digits")
        lines = [
            *self.content.head,
            *ADDRESS,
            "",
            self.content.kind.upper(),
            f"{day} № {self.content.number}",
        ]
        lines += ["На № ________ от __________", "", *cut(self.content.title, 30)]
        left = "".join(paragraph(line, "center") for line in lines)
        yield table([row(cell(left, 4800) + cell("", 4800))], 2, lines=False)
        yield from self.gap()

    def title(self) -> Iterator[str]:
        yield from ()


class TitleInACell(Typist):
    """The title in the left half of a borderless table, the right one empty."""

    def title(self) -> Iterator[str]:
        left = "".join(paragraph(line) for line in cut(self.content.title, 32))
        yield table([row(cell(left, 4800) + cell("", 4800))], 2, lines=False)


class Underscored(Typist):
    """Date and number written over the lines of a blank: «от _18.03.2021_ № _168_»."""

    def head(self) -> Iterator[str]:
        yield from (paragraph(line, "center") for line in self.content.head)
        yield paragraph(self.content.kind.upper(), "center", bold=True)
        yield paragraph(f"от _{typed_date(self.content.date, 'digits')}_\t\t\t№ _{self.content.number}_")
        if self.content.place:
            yield paragraph(self.content.place)


class InOneLine(Typist):
    """Kind, number and date on a line: «ПРИКАЗ № 15-од от 12.05.2023 г.»."""

    def head(self) -> Iterator[str]:
        yield from (paragraph(line, "center") for line in self.content.head)
        day = typed_date(self.content.date, "digits")
        yield paragraph(
            f"{self.content.kind.upper()} № {self.content.number} от {day} г.", "center", bold=True
        )
        if self.content.place:
            yield paragraph(self.content.place, "center")


class NumberBeforeDate(Typist):
    """Number first, then the date, in words; the place between them."""

    def head(self) -> Iterator[str]:
        yield from (paragraph(line, "center") for line in self.content.head)
        yield paragraph(self.content.kind.upper(), "center", bold=True)
        yield paragraph(
            f"№ {self.content.number}\t\t{self.content.place}\t\t{typed_date(self.content.date, 'year')}"
        )


class Bracketed(Typist):
    """Clauses under «1)», «2)»."""

    def clauses(self) -> Iterator[str]:
        yield from (paragraph(line.words, "both") for line in bracketed(self.content).clauses)


def bracketed(content: Content) -> Content:
    lines = (
        line._replace(label=re.sub(r"^(\d+)\.$", r"\1)", line.label)) if line.label else line
        for line in content.clauses
    )
    return replace(content, clauses=tuple(lines))


class Unnumbered(Typist):
    """Clauses without numbers."""

    def clauses(self) -> Iterator[str]:
        yield from (paragraph(line.text, "both", first=709) for line in self.content.clauses)


def unnumbered(content: Content) -> Content:
    return replace(content, clauses=tuple(line._replace(label="") for line in content.clauses))


class Agreed(Typist):
    """«СОГЛАСОВАНО» and who has read it, after the signature."""

    def signature(self, post: str, name: str) -> Iterator[str]:
        yield from super().signature(post, name)
        yield from (paragraph(line) for line in AGREED)
        yield from (paragraph(line) for line in READ)


AGREED = (
    "СОГЛАСОВАНО",
    "Начальник юридического отдела _____________ С. Т. Вязова",
    "«___» ____________ 20___ г.",
)
READ = ("С приказом ознакомлены:", "_____________ Опёнкин А. У.", "_____________ Лисичкина Т. Н.")


class Stamped(Typist):
    """A line for the hand and the place of a seal about the signature."""

    def signature(self, post: str, name: str) -> Iterator[str]:
        yield paragraph(f"{post}      ____________________ / {name} /")
        yield paragraph("М.П.")


class NumberInTheMeasure(Typist):
    """No number column: the number begins the measure."""

    def sheet(self, sheet: Sheet) -> str:
        return super().sheet(number_in_measure(sheet))


def number_in_measure(sheet: Sheet) -> Sheet:
    if not re.match("№|N", (*sheet.headings, "")[0]):
        return sheet
    rows = (
        each if isinstance(each, Section) else (f"{each[0].rstrip('.')}. {each[1]}".strip(), *each[2:])
        for each in sheet.rows
    )
    return sheet._replace(heads=sheet.heads[1:], rows=tuple(rows))


class ManyTables(Typist):
    """A table a section: its title is a line above, the headings stand in each."""

    def appendix(self, appendix: Appendix) -> Iterator[str]:
        yield from super().appendix(apart(appendix))


def apart(appendix: Appendix) -> Appendix:
    parts: list[Part] = []
    for part in appendix.parts:
        rows: list[Cells] = []
        for each in part.rows if isinstance(part, Sheet) and part.has_duties else ():
            if isinstance(each, Section):
                parts += [part._replace(rows=tuple(rows), notes=())] if rows else []
                parts.append(Heading(each.text))
                rows = []
            else:
                rows.append(each)
        parts.append(part._replace(rows=tuple(rows)) if isinstance(part, Sheet) and part.has_duties else part)
    return appendix._replace(parts=tuple(parts))


class HeadsOfEachSection(Typist):
    """The headings again after the title of each section, in one table."""

    def section(self, section: Section, columns: int) -> str:
        headings = self.content.sheets[-1].headings
        again = row("".join(cell(paragraph(each, "center", bold=True), 1900) for each in headings))
        return super().section(section, columns) + (again if len(headings) == columns else "")


class Headless(Typist):
    """A table without headings."""

    def sheet(self, sheet: Sheet) -> str:
        return super().sheet(sheet._replace(heads=()) if sheet.has_duties else sheet)


def headless(content: Content) -> Content:
    return _with_sheets(content, lambda sheet: sheet._replace(heads=()) if sheet.has_duties else sheet)


def _with_sheets(content: Content, change: Callable[[Sheet], Sheet]) -> Content:
    appendices = (
        each._replace(parts=tuple(change(part) if isinstance(part, Sheet) else part for part in each.parts))
        for each in content.appendices
    )
    return replace(content, appendices=tuple(appendices))


class SplitRows(Typist):
    """Executors of a measure in rows of their own: number, measure and deadline are merged over them."""

    def measure(self, cells: Cells, columns: int, automatic: Callable[[str], tuple[int, int] | None]) -> str:
        parts = cells[-1].split("\n")
        if len(parts) == 1:
            return super().measure(cells, columns, automatic)
        width, drawn = 9600 // columns, []
        for at, part in enumerate(parts):
            merged = (
                cell(paragraph(each) if at == 0 else "", width, merge="begin" if at == 0 else "go")
                for each in cells[:-1]
            )
            drawn.append(row("".join(merged) + cell(paragraph(part), width)))
        return "".join(drawn)


def split_rows(content: Content) -> Content:
    def change(sheet: Sheet) -> Sheet:
        rows: list[Section | Cells] = []
        for each in sheet.rows:
            is_split = not isinstance(each, Section) and sheet.has_duties
            rows += [(*each[:-1], part) for part in each[-1].split("\n")] if is_split else [each]  # type: ignore[union-attr]
        return sheet._replace(rows=tuple(rows))

    return _with_sheets(content, change)


class InTheOrder(Typist):
    """The plan in the order itself, after its clauses, before the signature: no appendix."""

    def clauses(self) -> Iterator[str]:
        yield from super().clauses()
        yield from (self.sheet(sheet) for sheet in self.content.sheets)

    def appendix(self, appendix: Appendix) -> Iterator[str]:
        yield from ()


class PlanAlone(Typist):
    """No order: a plan under «УТВЕРЖДАЮ»."""

    def blocks(self) -> Iterator[str]:
        lines = ("УТВЕРЖДАЮ", *self.content.signatures[0], "«___» ____________ 2023 г.")
        yield from (paragraph(line, "right") for line in lines)
        (appendix, *_) = self.content.appendices
        yield paragraph(appendix.title.upper(), "center", bold=True)
        yield from (self.sheet(part) for part in appendix.parts if isinstance(part, Sheet))


def plan_alone(content: Content) -> Content:
    first = _sheets_alone(content.appendices[0])
    alone = first._replace(title=first.title.upper())
    return replace(
        content, head=(), kind="", date=None, number="", place="", title="", preamble="", verb="", clauses=(),
        signatures=(), executor=(), distribution=(), appendices=(alone,),
    )  # fmt: skip


def _sheets_alone(appendix: Appendix) -> Appendix:
    sheets = tuple(each._replace(notes=()) for each in appendix.parts if isinstance(each, Sheet))
    return appendix._replace(mark=(), parts=sheets)


class InParagraphs(Typist):
    """No table: numbered paragraphs, who and when after each."""

    def appendix(self, appendix: Appendix) -> Iterator[str]:
        yield from super().appendix(in_paragraphs(appendix))


def in_paragraphs(appendix: Appendix) -> Appendix:
    parts: list[Part] = []
    for part in appendix.parts:
        if not (isinstance(part, Sheet) and part.has_duties):
            parts.append(part)
            continue
        for each in part.rows:
            if isinstance(each, Section):
                parts.append(Heading(each.text))
            else:
                number, measure, deadline, who, *_ = (*each, "", "")
                parts.append(Line(measure.replace("\n", " ") + ".", f"{number.rstrip('.')}."))
                parts.append(Line(f"Срок – {deadline}.".replace("\n", " ")))
                parts.append(Line(f"Отв.: {who}.".replace("\n", " ")))
        parts += [Line(note) for note in part.notes]
    return appendix._replace(parts=tuple(parts))


def _each(change: Callable[[Appendix], Appendix]) -> Callable[[Content], Content]:
    return lambda content: replace(content, appendices=tuple(change(each) for each in content.appendices))


class Doubled(Typist):
    """Each word of the head in a run of its own, letters spaced by the font; empty runs between."""

    def head(self) -> Iterator[str]:
        for block in super().head():
            yield re.sub(
                r"<w:r>(<w:rPr>.*?</w:rPr>)<w:t xml:space='preserve'>([^<]*)</w:t></w:r>",
                lambda found: "".join(run(f"{word} ") + "<w:r/>" for word in found[2].split(" ")),
                block,
            )


STRANGE: dict[str, Strange] = {
    "corner blank": Strange(CornerBlank, lambda content: replace(content, place=""), ADDRESS),
    "title in a cell": Strange(TitleInACell),
    "underscored": Strange(Underscored),
    "in one line": Strange(InOneLine),
    "number before date": Strange(NumberBeforeDate),
    "bracketed": Strange(Bracketed, bracketed),
    "unnumbered": Strange(Unnumbered, unnumbered),
    "agreed": Strange(Agreed, added=(*AGREED, *READ)),
    "stamped": Strange(Stamped, added=("М.П.",)),
    "number in the measure": Strange(
        NumberInTheMeasure,
        lambda content: _with_sheets(content, number_in_measure),
    ),
    "many tables": Strange(ManyTables, _each(apart)),
    "heads of each section": Strange(HeadsOfEachSection),
    "headless": Strange(Headless, headless),
    "split rows": Strange(SplitRows, split_rows),
    "in the order": Strange(
        InTheOrder,
        _each(lambda each: _sheets_alone(each)._replace(title="")),
    ),
    "plan alone": Strange(PlanAlone, plan_alone),
    "in paragraphs": Strange(InParagraphs, _each(in_paragraphs)),
    "doubled": Strange(Doubled),
}


def strange_document(content: Content, name: str) -> tuple[bytes, Content]:
    """The document, and what must come of it."""
    strange = STRANGE[name]
    return strange.hand(content, Hand()).package(), strange.expected(content)
