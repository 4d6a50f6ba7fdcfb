"""Two plans to the order that amends the one into the other: the only way into the room."""

from collections.abc import Iterator

from roadmapc.amend import codes
from roadmapc.amend.apply import applied
from roadmapc.amend.from_editions import draft
from roadmapc.amend.from_order import amendment
from roadmapc.amend.order import Requisites, order
from roadmapc.amend.revise import NotApplicableError
from roadmapc.amend.scheme import Scheme, scheme
from roadmapc.amend.skeleton import UnreadableError
from roadmapc.amend.to_yaml import to_yaml
from roadmapc.diagnostics.code import Code
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.model.from_tree.plan import read_plan
from roadmapc.model.plan import Plan
from roadmapc.schema.validate import validate
from roadmapc.source.file import SourceFile
from roadmapc.syntax.from_yaml import from_yaml
from roadmapc.text.listed import listed

NUMBERS_SHOWN = 8
"""Numbers that a note lists."""
_CLOSE_QUOTES = "закройте в плане кавычки «ёлочки»: по ним узнают, где кончается приведённый текст"


def amending_order(old: Plan, new: Plan, requisites: Requisites) -> Outcome[Plan]:
    """The order as a plan of its own, whose file is the YAML; no value if there is no faithful one."""
    found = scheme(old, new)
    if found.refusals:
        return Outcome(None, tuple(_said(codes.UNAMENDABLE, *refusal) for refusal in found.refusals))
    if found.base == found.target:
        return Outcome(None, (_said(codes.NOTHING_TO_AMEND, "печатный текст двух редакций одинаков"),))
    made = draft(found.known, found.target, found.renames, found.restated)
    read = _read(to_yaml(order(old, new, found.numbers, made, requisites)), new)
    if read.value is None:
        return read
    faults = tuple(_faults(found, read.value))
    return Outcome(None if faults else read.value, (*read.diagnostics, *faults, *_notes(found)))


def _read(content: str, new: Plan) -> Outcome[Plan]:
    """The drafted file, read as any other."""
    file = SourceFile("изменяющий приказ", content)
    tree = from_yaml(file)
    if tree.value is None:
        return Outcome(None, tree.diagnostics)
    valid = validate(file, tree.value, "plan")
    if valid.value is None:
        return Outcome(None, valid.diagnostics)
    return read_plan(file, valid.value, new.organisation, new.profile, {})


def _faults(found: Scheme, made: Plan) -> Iterator[Diagnostic]:
    """What an officer who carries out the drafted words would get wrong."""
    try:
        reached = applied(found.base, amendment(made), found.declensions)
    except UnreadableError as error:
        yield _said(codes.UNFAITHFUL, f"предложение проекта не читается: {error}", _CLOSE_QUOTES)
    except NotApplicableError as error:
        yield _said(codes.UNFAITHFUL, f"изменение не к чему применить: {error}")
    else:
        if reached != found.target:
            yield _said(codes.UNFAITHFUL, "прежний текст после изменений не совпадает с новым")


def _notes(found: Scheme) -> Iterator[Diagnostic]:
    """Numbers that the new plan does not print yet."""
    numbers = [f"{unit.number or '–'} → {number or '–'}" for unit, number in found.renumbered]
    if numbers:
        hint = "запишите их в план полем number, чтобы следующая сборка печатала те же"
        yield _said(codes.OTHER_NUMBER, f"номера после изменения: {listed(numbers, NUMBERS_SHOWN)}", hint)


def _said(code: Code, message: str, *hints: str) -> Diagnostic:
    return Diagnostic(code, message, None, hints=hints)
