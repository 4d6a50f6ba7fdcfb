"""What an import brings back of the trial documents, counted without the product's own account.

python tests/recognition/score.py [NAME…]     imports them, prints the table and what is missing;
                                              «roadmaps/a.yaml:3» is a plan, built and aged with a seed,
                                              «sets» are the orders of `column_sets.yaml`, «strange» those of
                                              `strange_hands.py`
"""

import json
import re
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, TypeVar

import yaml
from click.testing import CliRunner
from column_sets import column_sets
from content import Appendix, Cells, Content, Heading, Line, Section, Sheet, from_compiled
from papers import Paper, aged_plan, names, paper
from strange_hands import STRANGE

from roadmapc.cli.main import roadmapc
from roadmapc.model.plan import Measures, Plan
from roadmapc.pipeline import compile_plan

T = TypeVar("T")


class Count(NamedTuple):
    """So many of so many, and which are not."""

    right: int
    all: int
    wrong: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        return self.right / self.all if self.all else 1.0

    def __str__(self) -> str:
        return f"{self.right}/{self.all}" if self.all else "–"


@dataclass(frozen=True)
class Score:
    """One document."""

    name: str
    counts: dict[str, Count] = field(default_factory=dict)
    lost: Counter[str] = field(default_factory=Counter)
    """Words of the source that are in no plan, no directory, no residue."""
    unexplained: tuple[str, ...] = ()
    """Residue for which the product has no reason."""
    questions: int = 0
    exit_code: int = 0
    seconds: float = 0.0
    """Of the processor."""
    refused: str = ""
    """Why there is nothing to count."""


BASES = ("sadovsk", "vyshneozersk", "krutoyar")
"""Contents that strange hands type."""
KINDS = (
    "rows", "cells", "sections", "numbers", "heads", "clauses", "prose", "requisites",
    "deadlines", "executors",
)  # fmt: skip


# Texts that say the same

ALIKE = str.maketrans("aceopxyABCEHKMOPTXУ", "асеорхуАВСЕНКМОРТХУ")
SIGNS = str.maketrans(
    dict.fromkeys("«»„“”", '"')
    | dict.fromkeys("–—‑−", "-")
    | {"\u00ad": "", "\u00a0": " ", "\u202f": " ", "\u2009": " "}
)


def plain(text: str) -> str:
    """Without what typing decides: kinds of quotes, dashes and spaces, look-alikes, «N» for «№»."""
    text = text.translate(SIGNS)
    text = re.sub(r"\w*[А-яЁё]\w*", lambda word: word[0].translate(ALIKE), text)
    text = re.sub(r"(?<!\w)[N№](?!\w) ?|(?<!\w)[N№](?=\d)", "№", text)
    text = re.sub(r"(?<=\b[А-ЯЁ]\.) (?=[А-ЯЁ])", "", text)
    return re.sub(r"\s+", " ", re.sub(r"_{3,}", "____", text)).strip()


def lines(text: str) -> str:
    """A cell: marks before a line or an item of a list are not told apart."""
    return plain(re.sub(r"[;,.]?\s*(\n|$|(?<=\s)(?=[-–] |[а-я]\) ))", " ", text))


def named(text: str) -> str:
    """A cell of executors: who, in their order; how they are set apart does not matter."""
    text = re.sub(r"\((?=по соглас)", ", (", text)
    return "|".join(
        plain(part).strip(" .").casefold() for part in re.split(r"[;,\n]", text) if part.strip(" .")
    )


def words(text: str) -> Counter[str]:
    """Words in small letters; one typed with spaces between its letters is one."""
    text = text.translate(SIGNS).replace("ё", "е").replace("Ё", "Е")
    text = re.sub(r"\w*[А-я]\w*", lambda word: word[0].translate(ALIKE), joined_letters(text))
    text = re.sub(r"(?<!\w)N(?!\w)", "№", text)
    return Counter(re.findall(r"[^\W_]+", text.casefold()))


def joined_letters(text: str) -> str:
    """«п р и к а з» as a word."""
    return re.sub(r"(?<!\w)(?:[А-Яа-я]\s+){3,}[А-Яа-я](?!\w)", lambda found: "".join(found[0].split()), text)


# Aligning


def aligned(expected: Sequence[T], got: Sequence[T], like: "Like[T]") -> list[tuple[int, int]]:
    """Which belong together, in order: pairs with the greatest likeness."""
    best = [[0.0] * (len(got) + 1) for _ in range(len(expected) + 1)]
    for at in range(len(expected) - 1, -1, -1):
        for other in range(len(got) - 1, -1, -1):
            likeness = like(expected[at], got[other])
            together = likeness + best[at + 1][other + 1] if likeness >= 0.5 else 0.0
            best[at][other] = max(together, best[at + 1][other], best[at][other + 1])
    pairs, at, other = [], 0, 0
    while at < len(expected) and other < len(got):
        likeness = like(expected[at], got[other])
        if likeness >= 0.5 and best[at][other] == likeness + best[at + 1][other + 1]:
            pairs.append((at, other))
            at, other = at + 1, other + 1
        elif best[at][other] == best[at + 1][other]:
            at += 1
        else:
            other += 1
    return pairs


class Like(NamedTuple):
    """How like two texts are, by shared words; counted once each."""

    known: dict[tuple[str, ...] | str, Counter[str]]

    def __call__(self, one: object, other: object) -> float:
        first, second = self._words(one), self._words(other)
        shared = sum((first & second).values())
        size = max(sum(first.values()), sum(second.values()))
        bonus = 0.001 if one == other else 0.0
        return shared / size + bonus if size else float(one == other)

    def _words(self, one: object) -> Counter[str]:
        key = one.text if isinstance(one, Section | Line | Heading) else one
        if key not in self.known:
            self.known[key] = words(key if isinstance(key, str) else " ".join(key))  # type: ignore[index, arg-type]
        return self.known[key]  # type: ignore[index]


# Counting


def compared(expected: Content, got: Content) -> dict[str, Count]:
    """Each kind of thing: how many came out as they must."""
    return {
        **_of_tables(expected, got),
        **_of_clauses(expected, got),
        "prose": _prose(expected, got),
        "requisites": _requisites(expected, got),
    }


def _of_tables(expected: Content, got: Content) -> dict[str, Count]:
    told = [(row, sheet) for sheet in expected.sheets for row in sheet.rows]
    found = [row for sheet in got.sheets for row in sheet.rows]
    pairs = dict(aligned([row for row, _ in told], found, Like({})))
    rows, cells, sections, numbers = [], [], [], []
    for at, (row, sheet) in enumerate(told):
        other = found[pairs[at]] if at in pairs else None
        if isinstance(row, Section):
            is_same = other is not None and plain(_joined(other)) == plain(row.text)
            sections.append((is_same, f"раздел «{row.text}»: {_joined(other)!r}"))
            continue
        got_cells = other if isinstance(other, tuple) and not isinstance(other, Section) else ()
        rows.append((bool(got_cells), f"нет строки {row}"))
        for column, (is_same, cell) in enumerate(_cells(row, got_cells, sheet)):
            heading = sheet.headings[column] if sheet.heads else ""
            told_of = f"{row[0]}, «{heading}»: {cell!r}, а не {row[column]!r}"
            cells.append((is_same, told_of))
            if column == 0 and re.match(r"№|N", heading):
                numbers.append((is_same, told_of))
    heads = [(head, sheet) for sheet in expected.sheets for head in _all_heads(sheet)]
    printed = Counter(plain(head) for sheet in got.sheets for head in _all_heads(sheet))
    wrong_heads = Counter(plain(head) for head, _ in heads) - printed
    return {
        "rows": _counted(rows),
        "cells": _counted(cells),
        "sections": _counted(sections),
        "numbers": _counted(numbers),
        "heads": Count(
            len(heads) - sum(wrong_heads.values()), len(heads), tuple(f"графа «{h}»" for h in wrong_heads)
        ),
    }


def duties(expected: Content, plan: Plan) -> dict[str, Count]:
    """In how many rows a deadline and executors are known as such, not only printed."""
    known = [
        measure
        for appendix in plan.appendices
        for part in appendix.parts
        if isinstance(part, Measures)
        for section in part.walk()
        for measure in section.measures
    ]
    terms, executors = "срок|дата|время|период", "исполнител|ответствен|докладчик"
    return {
        "deadlines": _known(expected, terms, sum(bool(measure.terms) for measure in known)),
        "executors": _known(expected, executors, sum(bool(measure.executors) for measure in known)),
    }


def _known(expected: Content, heading: str, found: int) -> Count:
    """Of the rows whose column of such a heading says something."""
    told = 0
    for sheet in expected.sheets:
        places = [at for at, each in enumerate(sheet.headings) if re.search(heading, each, re.IGNORECASE)]
        rows = [row for row in sheet.rows if isinstance(row, tuple) and not isinstance(row, Section)]
        if sheet.has_duties:
            told += sum(any(row[at].strip(" –-") for at in places) for row in rows)
    return Count(min(found, told), told)


def _all_heads(sheet: Sheet) -> list[str]:
    def of(heads: tuple) -> Iterator[str]:  # type: ignore[type-arg]
        for head in heads:
            yield head.text
            yield from of(head.columns)

    return [text for text in of(sheet.heads) if text]


def _joined(row: Section | Cells | None) -> str:
    """A section as it stands in the row, its number in whatever cell."""
    if row is None:
        return ""
    return row.text if isinstance(row, Section) else ""


def _cells(told: Cells, found: Cells, sheet: Sheet) -> Iterator[tuple[bool, str]]:
    """Each cell with whether it is right; where columns do not agree they are found by their texts."""
    for column, cell in enumerate(told):
        heading = sheet.headings[column] if sheet.heads else ""
        same = named if re.search(r"исполнител|ответственн", heading, re.IGNORECASE) else lines
        if len(found) == len(told):
            yield same(found[column]) == same(cell), found[column]
        else:
            yield bool(found) and same(cell) in {same(other) for other in found}, " | ".join(found)


def _of_clauses(expected: Content, got: Content) -> dict[str, Count]:
    pairs = dict(aligned(expected.clauses, got.clauses, Like({})))
    found = []
    for at, line in enumerate(expected.clauses):
        other = got.clauses[pairs[at]] if at in pairs else Line("")
        is_same = plain(other.words) == plain(line.words) or _listed(other) == _listed(line)
        found.append((is_same, f"пункт «{line.words}»: {other.words!r}"))
    return {"clauses": _counted(found)}


def _listed(line: Line) -> tuple[str, str]:
    """Items of lists with any dash are the same."""
    return ("-" if line.label in ("-", "–", "•") else line.label, plain(line.text))


def _prose(expected: Content, got: Content) -> Count:
    """Headings and paragraphs of appendices."""
    told, found = list(_texts(expected)), list(_texts(got))
    pairs = dict(aligned(told, found, Like({})))
    return _counted(
        (
            at in pairs and plain(found[pairs[at]]) == plain(text),
            f"абзац «{text}»: {found[pairs[at]] if at in pairs else ''!r}",
        )
        for at, text in enumerate(told)
    )


def _texts(content: Content) -> Iterator[str]:
    for appendix in content.appendices:
        for part in appendix.parts:
            match part:
                case Heading(text):
                    yield text
                case Line():
                    yield part.words
                case Sheet():
                    yield from part.notes


def _requisites(expected: Content, got: Content) -> Count:
    pairs = {
        "вид": (expected.kind, got.kind),
        "дата": (expected.date, got.date),
        "номер": (expected.number, got.number),
        "место": (expected.place, got.place),
        "заголовок": (expected.title, got.title),
        "преамбула": (_command(expected), _command(got)),
        "бланк": (" ".join(expected.head).casefold(), " ".join(got.head).casefold()),
        "подписи": (_signed(expected), _signed(got)),
        "отметка": (" ".join(expected.executor), " ".join(got.executor)),
        "рассылка": (" ".join(expected.distribution), " ".join(got.distribution)),
    }
    for at, appendix in enumerate(expected.appendices):
        other = got.appendices[at] if at < len(got.appendices) else Appendix((), "", ())
        pairs[f"название приложения {at + 1}"] = (appendix.title, other.title)
        pairs[f"гриф приложения {at + 1}"] = (" ".join(appendix.mark), " ".join(other.mark))
    return _counted(
        (plain(str(told)) == plain(str(found)), f"{name}: {found!r}, а не {told!r}")
        for name, (told, found) in pairs.items()
        if told
    )


def _signed(content: Content) -> str:
    return "; ".join(f"{post} {name}".strip() for post, name in content.signatures)


def _command(content: Content) -> str:
    """The preamble with its operative word, which may stand in it and may be typed with spaces."""
    return joined_letters(f"{content.preamble} {content.verb}").strip(" :").casefold()


def _counted(results: Iterable[tuple[bool, str]]) -> Count:
    known = list(results)
    return Count(
        sum(right for right, _ in known), len(known), tuple(told for right, told in known if not right)
    )


# Running


def score(made: Paper, folder: Path) -> Score:
    """Import a document, read the plan back, hold it against what it says."""
    source, plan, directory = folder / made.file, folder / "plan.yaml", folder / "directory.yaml"
    source.write_bytes(made.content)
    arguments = ["import", source, "-o", plan, "--directory", directory, "--format", "json"]
    began = time.process_time()
    result = CliRunner().invoke(roadmapc, list(map(str, arguments)))
    seconds = time.process_time() - began
    failed = result.exception if not isinstance(result.exception, SystemExit) else None
    if failed is not None:
        told = "".join(traceback.format_exception(failed)[-2:])
        return Score(made.name, refused=told, exit_code=70, seconds=seconds)
    if not plan.exists():
        return Score(made.name, refused=result.output[-600:], exit_code=result.exit_code, seconds=seconds)
    answer = json.loads(result.stdout)
    residue = answer["residue"]
    compiled = compile_plan(plan)
    told = [plan.read_text("utf-8"), directory.read_text("utf-8") if directory.exists() else ""]
    held = words("\n".join(_scalars(told)))
    counts = {}
    if compiled.value is not None:
        got = from_compiled(made.name, compiled.value)
        counts = compared(made.expected, got) | duties(made.expected, compiled.value.plan)
        printed = everything(got)
        unprinted = (each for each in _scalars(told[1:]) if plain(each) not in plain(printed))
        held = (words("\n".join(_scalars(told[:1]))) | words(printed)) + words("\n".join(unprinted))
    lost = words(made.words) - held - words("\n".join(each["text"] for each in residue))
    refused = (
        "" if counts else "\n".join(f"{each.code.id} {each.message}" for each in compiled.diagnostics)[:1500]
    )
    unexplained = tuple(each["text"] for each in residue if not each["why"])
    return Score(
        made.name, counts, lost, unexplained, len(answer["questions"]), result.exit_code, seconds, refused
    )


def _scalars(texts: Iterable[str]) -> Iterator[str]:
    """All texts of YAML files, and their keys."""

    def inside(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            for name, each in value.items():
                yield str(name)
                yield from inside(each)
        elif isinstance(value, list):
            for each in value:
                yield from inside(each)
        elif value is not None:
            yield str(value)

    for text in texts:
        yield from inside(yaml.safe_load(text))


def everything(content: Content) -> str:
    """All words that a document prints."""
    parts = [
        *content.head, content.kind, str(content.date), content.number, content.place, content.title,
        content.preamble, content.verb, *(line.words for line in content.clauses),
        *(text for each in content.signatures for text in each), *content.executor, *content.distribution,
    ]  # fmt: skip
    for appendix in content.appendices:
        parts += [*appendix.mark, appendix.title]
        for part in appendix.parts:
            match part:
                case Heading(text):
                    parts.append(text)
                case Line():
                    parts.append(part.words)
                case Sheet():
                    parts += [*_all_heads(part), *part.notes]
                    parts += [str(at + 1) for at in range(part.width)] if part.column_numbers else []
                    parts += [row.text if isinstance(row, Section) else " ".join(row) for row in part.rows]
    if content.date:
        parts.append(f"{content.date:%d.%m.%Y}")
    return "\n".join(parts)


def table(scores: Iterable[Score]) -> str:
    """A line a document, then all together."""
    head = f"{'':32}" + "".join(
        f"{kind:>12}" for kind in (*KINDS, "lost", "no reason", "questions", "exit", "sec")
    )
    printed, sums = [head], {kind: [0, 0] for kind in KINDS}
    for each in scores:
        for kind, count in each.counts.items():
            sums[kind] = [sums[kind][0] + count.right, sums[kind][1] + count.all]
        counts = "".join(f"{each.counts.get(kind, '—')!s:>12}" for kind in KINDS)
        rest = (
            sum(each.lost.values()),
            len(each.unexplained),
            each.questions,
            each.exit_code,
            f"{each.seconds:.2f}",
        )
        printed.append(f"{each.name:32}{counts}" + "".join(f"{one!s:>12}" for one in rest))
    shares = (f"{100 * right / all_of:.1f} %" if all_of else "–" for right, all_of in sums.values())
    return "\n".join((*printed, f"{'':32}" + "".join(f"{share:>12}" for share in shares)))


def missing(each: Score, most: int = 12) -> str:
    """What of a document did not come out."""
    told = [f"── {each.name}", *([each.refused] if each.refused else [])]
    for count in each.counts.values():
        told += [f"   {wrong}" for wrong in count.wrong[:most]]
    if each.lost:
        told.append(f"   потеряно: {' '.join(each.lost.elements())[:600]}")
    if each.unexplained:
        told.append(f"   без причины: {' | '.join(each.unexplained)[:600]}")
    return "\n".join(told)


def main(chosen: Sequence[str]) -> None:
    scores = []
    many = {"sets": [*column_sets()], "strange": [f"{base}+{hand}" for hand in STRANGE for base in BASES]}
    for name in (
        many.get("".join(chosen), chosen) or names()
    ):  # «plan.yaml:3» is a plan of the repository, aged with that seed
        with tempfile.TemporaryDirectory() as folder:
            path, _, seed = name.partition(":")
            made = aged_plan(Path(path), int(seed)) if seed else paper(name)
            scores.append(score(made, Path(folder)))
    sys.stdout.write("\n".join((*map(missing, scores), "", table(scores), "")))


if __name__ == "__main__":
    main(sys.argv[1:])
