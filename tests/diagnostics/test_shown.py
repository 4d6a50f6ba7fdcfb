"""Diagnostics for terminals, for other programs and for pull requests."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Diagnostic, Label, Place, in_order
from roadmapc.diagnostics.outcome import has_errors
from roadmapc.diagnostics.to_github import to_github
from roadmapc.diagnostics.to_json import to_json
from roadmapc.diagnostics.to_text import MAX_WIDTH, summary, to_text
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span

ERROR = Code("D305", "impossible-date", Severity.ERROR, "Такого дня нет.\n\nПочему    …")
WARNING = Code("D301", "deadline-missing", Severity.WARNING, "Нет срока.")
NOTE = Code("D316", "inclusive", Severity.NOTE, "Прочитано включительно.")
FILE = SourceFile("roadmaps/school.yaml", "id: report\ndeadline: до 31 ноября ежегодно\n")


def at(words: str, file: SourceFile = FILE) -> Place:
    start = file.text.index(words)
    return Place(file, Span(start, start + len(words)))


SAID = Diagnostic(
    ERROR,
    "срок «31 ноября» не существует: в ноябре 30 дней",
    at("31 ноября"),
    hints=("последний день месяца – 30 ноября",),
    related=(Label(at("report"), "это мероприятие"),),
)


def test_the_picture_underlines_the_words() -> None:
    assert to_text([SAID]) == (
        "roadmaps/school.yaml:2:14: ошибка D305: срок «31 ноября» не существует: в ноябре 30 дней\n"
        "    2 | deadline: до 31 ноября ежегодно\n"
        "      |              ^^^^^^^^^\n"
        "   = roadmaps/school.yaml:1:5: это мероприятие\n"
        "   = совет: последний день месяца – 30 ноября\n"
        "   = подробнее: roadmapc explain D305\n"
    )


def test_a_finding_without_a_place_has_no_picture() -> None:
    assert to_text([Diagnostic(WARNING, "нет срока", None)]) == (
        "замечание D301: нет срока\n   = подробнее: roadmapc explain D301\n"
    )


@given(before=st.integers(0, 400), after=st.integers(0, 400), size=st.integers(1, 300))
def test_a_long_line_is_cut_round_the_place(before: int, after: int, size: int) -> None:
    file = SourceFile("plan.yaml", "а" * before + "Ж" * size + "я" * after)
    shown, carets = to_text([Diagnostic(ERROR, "здесь", Place(file, Span(before, before + size)))]).split(
        "\n"
    )[1:3]
    assert len(shown) <= MAX_WIDTH + len("    1 | ……")
    underlined = shown[carets.index("^") : carets.rindex("^") + 1]
    assert set(underlined.removesuffix("…")) == {"Ж"}


def test_what_a_terminal_would_obey_is_not_shown() -> None:
    file = SourceFile("plan.yaml", "a:\tb\x1b[31m\u202eред\n")
    assert "    1 | a: b\ufffd[31m\ufffdред\n" in to_text([Diagnostic(ERROR, "знак", at("b", file))])


def test_json_has_places_from_one_in_characters() -> None:
    place = {"path": "roadmaps/school.yaml", "line": 2, "column": 14, "end_line": 2, "end_column": 23}
    report = json.loads(to_json([SAID, Diagnostic(WARNING, "нет срока", None)]))
    assert report["version"] == 1
    assert report["summary"] == {"errors": 1, "warnings": 1, "notes": 0}
    first, second = report["diagnostics"]
    assert first == {
        "code": "D305",
        "name": "impossible-date",
        "severity": "error",
        "message": SAID.message,
        "span": place,
        "hints": list(SAID.hints),
        "related": [
            {
                "span": place | {"line": 1, "column": 5, "end_line": 1, "end_column": 11},
                "text": "это мероприятие",
            }
        ],
    }
    assert second["span"] is None


def test_an_annotation_escapes_what_github_would_read_as_its_own() -> None:
    said = Diagnostic(WARNING, "100 % срока:\nнет", at("до 31"), hints=("a, b",))
    assert to_github([said]) == (
        "::warning title=D301 Нет срока.,file=roadmaps/school.yaml,line=2,endLine=2,col=11,endColumn=16"
        "::100 %25 срока:%0Aнет%0Aa, b\n"
    )


@pytest.mark.parametrize(("severity", "command"), [(ERROR, "error"), (WARNING, "warning"), (NOTE, "notice")])
def test_each_severity_has_its_annotation(severity: Code, command: str) -> None:
    assert to_github([Diagnostic(severity, "так", None)]).startswith(f"::{command} ")


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        ([], ""),
        ([ERROR], "1 ошибка"),
        ([ERROR] * 2 + [WARNING] * 5, "2 ошибки, 5 замечаний"),
        ([WARNING] * 21 + [NOTE] * 11, "21 замечание, 11 справок"),
    ],
)
def test_the_summary_agrees_with_its_numbers(codes: list[Code], words: str) -> None:
    assert summary(codes) == words


def test_findings_are_shown_by_file_and_place_and_each_once() -> None:
    other = SourceFile("organisations/town.yaml", "bodies:\n")
    late, early = Diagnostic(ERROR, "поздно", at("ежегодно")), Diagnostic(ERROR, "рано", at("до"))
    elsewhere, nowhere = Diagnostic(ERROR, "там", at("bodies", other)), Diagnostic(ERROR, "нигде", None)
    assert in_order((late, early, elsewhere, nowhere, late)) == (nowhere, elsewhere, early, late)


def test_only_errors_forbid_signing() -> None:
    assert has_errors((SAID,))
    assert not has_errors((Diagnostic(WARNING, "так", None), Diagnostic(NOTE, "так", None)))


def test_a_terminal_is_given_no_orders() -> None:
    found = Diagnostic(ERROR, "часть «\x1b[2J\u202e№\u00a05» лишняя", None, hints=("уберите «\x07»",))
    assert to_text([found]).splitlines()[:2] == [
        "ошибка " + ERROR.id + ": часть «\ufffd[2J\ufffd№\u00a05» лишняя",
        "   = совет: уберите «\ufffd»",
    ]
