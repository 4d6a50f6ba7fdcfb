"""What is said of an act that is signed already: its words stay, so nobody is asked to mend them."""

from collections.abc import Iterable
from dataclasses import replace

from roadmapc.diagnostics.code import Severity
from roadmapc.diagnostics.diagnostic import Diagnostic


def of_signed(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The same findings: errors of the act as questions, no corrections of its words."""
    return tuple(map(_of_signed, diagnostics))


def _of_signed(told: Diagnostic) -> Diagnostic:
    code = told.code.of_signed
    if code.severity is Severity.ERROR:  # of the record, which is corrected as in a draft
        return told
    if told.code.severity is Severity.ERROR:
        answer = f"ответьте один раз: # roadmapc: allow {code.id} – так в подписанном акте"
        return replace(told, code=code, hints=(*told.hints, answer), edit=None)
    return replace(told, code=code, edit=None)
