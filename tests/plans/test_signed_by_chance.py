"""Acts put together by chance of what signed acts print: every word stands in the document, in its order."""

import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from built_shapes import built
from docx.document import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

ACTS = 30
WORDS = (
    "обход",
    "школ,",
    "отчёт",
    "№5",
    "«план»",
    "1250.5",
    "2026-2027",
    "5–9",
    "(далее",
    "ОО)",
    "и/или",
    "г.Тверь",
)
MARKS = (
    "а) ",
    "б) ",
    "- ",
    "– ",
    "• ",
    "* ",
    "1. ",
    "1) ",
    "# ",
    "> ",
    "| ",
    "",
    "",
    "",
    "_",
    "__",
    "`",
    "+ ",
    "№ ",
)
ENDS = (";", ".", ",", "", "", ":", "…", "!", " *", "**", "_")
NUMBERS = (
    "",
    "1",
    "1.",
    "1.1",
    "1.1.",
    "2.4.",
    "II",
    "II.",
    "а)",
    "1)",
    "№ 1",
    "Раздел 1.",
    "1-1",
    "1. 1.",
    "3.10",
)
DEADLINES = (
    *(
        "до 31 ноября",
        "2026-2027 до 31 ноября",
        "весь период половодья",
        "с 10 мая по 1 мая 2026 года",
        "постоянно",
    ),
    *(
        "понедельник, 16 мая 2026 года",
        "по мере поступления",
        "до 15.05.2026",
        "май",
        "в течение года",
        "1 раз в 0 дней",
    ),
    *(
        "сентябрь-май",
        "IV кв. 2026",
        "30.02.2026",
        "до 1 мaя",
        "ежемесячно до 25 числа по июнь, по август",
        "25",
        "–",
    ),
)
MARK = "Приложение 1\nк приказу от 12.01.2026г. №12-О"


class Chance:
    """What one act says, and how a plan says it; `said` is all that its reader finds, in its order."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self.said: list[str] = []

    def line(self) -> str:
        """A line of a text with its marks."""
        mark, end = self._random.choice(MARKS), self._random.choice(ENDS)
        words = self._random.choices(WORDS, k=self._random.randint(1, 6))
        return f"{mark}{' '.join(words)}{end}"

    def lines(self, most: int) -> str:
        """One line or several."""
        return "\n".join(self.line() for _ in range(self._random.randint(1, most)))

    def number(self) -> str:
        """As printed; empty for none."""
        return self._random.choice(NUMBERS)

    def clause(self, at: int) -> dict[str, Any]:
        """A clause with what hangs on it."""
        number, text, paragraphs = (
            self.number(),
            self.line(),
            [self.line() for _ in range(self._random.randint(0, 2))],
        )
        items = [self.line() for _ in range(self._random.randint(0, 3))]
        self.said += [number, text, *paragraphs, *items]
        return {
            "id": f"clause-{at}",
            "number": number,
            "text": text,
            "paragraphs": paragraphs,
            "items": items,
        }

    def measure(self, name: str) -> dict[str, Any]:
        """A row of the plan."""
        number, text, deadline = self.number(), self.lines(4), self._random.choice(DEADLINES)
        row: dict[str, Any] = {"id": name, "number": number, "measure": text, "executors": ["schools"]}
        cells = {"executors": self.lines(2), "place": self.lines(2)}
        is_apart = self._random.random() < 0.3
        if deadline == "–" or is_apart:
            cells["deadline"] = self.line() if is_apart else deadline
        if deadline != "–":
            row["deadline"] = deadline
        self.said += [
            number,
            *text.split("\n"),
            cells.get("deadline", deadline),
            *cells["executors"].split("\n"),
        ]
        self.said += cells["place"].split("\n")
        return row | {"cells": cells}

    def section(self, name: str) -> dict[str, Any]:
        """A section with its rows."""
        section: dict[str, Any] = {"id": name}
        if self._random.random() < 0.7:
            section |= {"number": self.number(), "title": self.line()}
            self.said += [section["number"], section["title"]]
        return section | {
            "measures": [self.measure(f"{name}-{at}") for at in range(self._random.randint(1, 4))]
        }

    def plan(self) -> dict[str, Any]:
        """The whole act."""
        title, preamble = self.line(), self.lines(3)
        self.said += [title, *preamble.split("\n")]
        clauses = [self.clause(at) for at in range(self._random.randint(1, 5))]
        self.said += ["Начальник управления образования", "А. Б. Образцова", *MARK.split("\n")]
        heads = [self.line() for _ in range(5)]
        own = self.line()
        self.said += [own, *heads]
        columns = dict(zip(("number", "measure", "deadline", "executors", "place"), heads, strict=True))
        sections = [self.section(name) for name in ("one", "two", "three")[: self._random.randint(1, 3)]]
        prose = self.lines(8)
        self.said += prose.split("\n")
        order = {"wording": "as_signed", "date": "12.01.2026", "number": "12-О", "author": "department"}
        order |= {"signatory": "director", "title": title, "operative": "", "preamble": preamble}
        appendix: dict[str, Any] = {
            "id": "plan",
            "mark": MARK,
            "title": own,
            "columns": columns,
            "sections": sections,
        }
        form: dict[str, Any] = {"id": "prose", "mark": "", "kind": "form", "parts": [{"text": prose}]}
        return {
            "format": 1,
            "id": "shapes",
            "organisation": "organisations/town.yaml",
            "period": "2026-2027",
            "order": order | {"clauses": clauses},
            "appendices": [appendix, form],
        }


def words(text: str) -> list[str]:
    """Its words and signs, spaces aside."""
    return text.replace("\u00a0", " ").replace("\u2011", "-").split()


def printed(document: Document) -> list[str]:
    """All words of a document in the order of reading; a merged cell once."""
    found: list[str] = []
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            found += words(block.text)
        else:
            assert isinstance(block, Table)
            for row in block.rows:
                cells = {id(cell._tc): cell for cell in row.cells}
                found += [word for cell in cells.values() for word in words(cell.text)]
    return found


@pytest.mark.parametrize("seed", range(ACTS))
def test_every_word_of_a_signed_act_is_printed_in_its_order(seed: int, tmp_path: Path) -> None:
    chance = Chance(seed)
    found = built(tmp_path, yaml.safe_dump(chance.plan(), allow_unicode=True, sort_keys=False, width=10_000))
    assert found.exit_code == 0, found.said
    assert found.document is not None, found.said
    said = words(" ".join(chance.said))
    assert is_within(said, printed(found.document))


def is_within(said: list[str], there: list[str]) -> bool:
    """Whether all is said in that order, with nothing of another in between."""
    return any(there[at : at + len(said)] == said for at in range(len(there)))
