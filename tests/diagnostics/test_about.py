"""Every error is about the words of an act or about its record: no signed act is stopped by its words."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from roadmapc.catalogue import every_code
from roadmapc.diagnostics.code import About, Code, Group, Severity
from roadmapc.diagnostics.diagnostic import Diagnostic, Edit
from roadmapc.diagnostics.of_signed import of_signed
from roadmapc.source.span import Span

CLASSED = yaml.safe_load((Path(__file__).parent / "errors-of-the-act.yaml").read_text("utf-8"))
ERRORS = [code for code in every_code() if code.severity is Severity.ERROR]


def flat(part: Any) -> Iterator[str]:
    """The codes of a list of lists."""
    if isinstance(part, str):
        yield part
    else:
        for each in part.values() if isinstance(part, dict) else part:
            yield from flat(each)


ACT, RECORD = list(CLASSED["act"]), list(flat(CLASSED["record"]))


def test_every_error_is_classed_once() -> None:
    assert sorted([*ACT, *RECORD]) == [code.id for code in ERRORS]


def test_a_code_says_what_it_is_about() -> None:
    assert [code.id for code in ERRORS if code.about is About.ACT] == sorted(ACT)


def told(code: Code) -> Diagnostic:
    return Diagnostic(code, "так нельзя", None, ("исправьте",), edit=Edit(Span(0, 0), "иначе"))


def test_an_error_of_the_act_is_a_question_with_the_answer_that_it_wants() -> None:
    for code in ERRORS:
        (said,) = of_signed([told(code)])
        if code.about is About.ACT:
            assert (said.severity, said.code.id, said.edit) == (Severity.WARNING, code.id, None)
            assert f"# roadmapc: allow {code.id} – так в подписанном акте" in said.hints[-1]
        else:
            assert said == told(code)


def test_what_would_be_printed_better_is_a_note_without_a_correction() -> None:
    for code in (each for each in every_code() if each.severity is not Severity.ERROR):
        (said,) = of_signed([told(code)])
        is_layout = code.concerns is Group.LAYOUT
        assert said.severity is (Severity.NOTE if is_layout else code.severity)
        assert said.edit is None
