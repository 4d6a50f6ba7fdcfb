"""Diagnostics for terminals, for other programs and for pull requests."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Diagnostic, Label, Place, in_order
from roadmapc.diagnostics.outcome import has_errors
from roadmapc.diagnostics.to_github import SHOWN, to_github, to_summary
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
        "group": "errors",
        "cause": f"D305: {SAID.message}",
        "fixable": False,
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


def many(code: Code, count: int, name: str = "roadmaps/school.yaml") -> list[Diagnostic]:
    """Findings of a code, one on each line of a file."""
    file = SourceFile(name, "строка\n" * count)
    return [Diagnostic(code, "так", Place(file, Span(7 * at, 7 * at + 6))) for at in range(count)]


def test_errors_come_first_whatever_was_found_first() -> None:
    shown = to_github([*many(NOTE, 1), *many(WARNING, 1), *many(ERROR, 2)]).splitlines()
    assert [line.partition(" ")[0] for line in shown] == ["::error", "::error", "::warning", "::notice"]


def test_what_github_shows_is_told_one_by_one() -> None:
    assert to_github(many(WARNING, SHOWN)).count("::warning ") == SHOWN


def test_alike_findings_that_github_would_drop_are_told_at_the_first() -> None:
    (shown,) = to_github(many(WARNING, 25)).splitlines()
    assert ",line=1,endLine=1," in shown
    assert shown.endswith("::так%0Aтаких же ещё 24: строки 2, 3, 4, 5 и ещё 20")


def test_kinds_that_github_would_drop_are_counted() -> None:
    kinds = [Code(f"N7{at}", "alike", Severity.WARNING, "Похоже.") for at in range(10, 24)]
    shown = to_github([one for kind in kinds for one in many(kind, 2)]).splitlines()
    assert len(shown) == SHOWN
    assert shown[-1] == "::warning title=roadmapc::и ещё 5 видов замечаний – в сводке шага"
    assert [shown[at].split()[1].removeprefix("title=") for at in (0, -2)] == ["N710", "N718"]


def test_the_summary_of_a_step_has_every_finding_and_is_not_read_as_markdown() -> None:
    file = SourceFile("roadmaps/<b>@team\n::error::да.yaml", "а\n")
    text = to_summary([*many(WARNING, 25), Diagnostic(ERROR, "**плохо** </pre>", Place(file, Span(0, 1)))])
    head, _, opening, first, *others, closing = text.splitlines()
    assert head == "**roadmapc check: 1 ошибка, 25 замечаний**"
    assert (opening, closing) == ("<pre>", "</pre>")
    assert first == ("roadmaps/&lt;b&gt;@team\ufffd::error::да.yaml:1:1: ошибка D305: **плохо** &lt;/pre&gt;")
    assert len(others) == 25


def test_a_summary_that_github_would_refuse_is_cut_and_says_so() -> None:
    text = to_summary(many(WARNING, 30_000))
    assert len(text.encode()) < 2**20
    *_, last, _ = text.splitlines()
    assert int(last.removeprefix("… и ещё ").removesuffix(": roadmapc check")) > 0


def test_nothing_to_say_is_no_summary() -> None:
    assert to_summary([]) == ""


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


def test_a_name_of_two_lines_gives_a_server_no_orders() -> None:
    file = SourceFile("roadmaps/a\n::error::да.yaml", "а\n")
    found = Diagnostic(
        ERROR, "так", Place(file, Span(0, 1)), related=(Label(Place(file, Span(0, 1)), "тут"),)
    )
    assert not [line for line in to_text([found]).splitlines() if line.startswith("::")]
