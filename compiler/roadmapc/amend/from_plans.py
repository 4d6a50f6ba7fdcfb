"""Two plans to the order that amends the one into the other: the only way into the room."""

from collections.abc import Iterator

from roadmapc.amend import codes
from roadmapc.amend.apply import applied
from roadmapc.amend.from_editions import Draft, draft
from roadmapc.amend.from_order import amendment
from roadmapc.amend.instructions import Enter, NotApplicableError, RestatePost, Withdraw
from roadmapc.amend.order import Requisites, order
from roadmapc.amend.preparation import Preparation, prepare
from roadmapc.amend.reread import reread
from roadmapc.amend.skeleton import UnreadableError
from roadmapc.diagnostics.code import Code
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.diff.from_plans import value_changes
from roadmapc.model.plan import Plan
from roadmapc.source.file import SourceFile
from roadmapc.syntax.to_yaml import to_yaml
from roadmapc.text.listed import listed

SHOWN = 8
"""Numbers or names that a note lists."""
_CLOSE_QUOTES = "закройте в плане кавычки «ёлочки»: по ним узнают, где кончается приведённый текст"


def amending_order(old: Plan, new: Plan, requisites: Requisites) -> Outcome[Plan]:
    """The order as a plan of its own, whose file is the YAML; no value if there is no faithful one."""
    prepared = prepare(old, new)
    if prepared.refusals:
        return Outcome(None, prepared.refusals)
    if prepared.base == prepared.target:
        return Outcome(None, (_nothing_to_amend(prepared),))
    drafted = draft(prepared.renamed, prepared.target, prepared.renames, prepared.restated, prepared.seats)
    text = to_yaml(order(old, new, prepared.numbers, drafted, requisites))
    read = reread(SourceFile("изменяющий акт", text), new)
    if read.value is None:
        return read
    faults = tuple(_faults(prepared, read.value))
    return Outcome(
        None if faults else read.value, (*read.diagnostics, *faults, *_notes(prepared), *_declined(drafted))
    )


def _nothing_to_amend(prepared: Preparation) -> Diagnostic:
    """With what differs all the same, which no act changes."""
    differing = (value.heading for pair in prepared.pairs for value in value_changes(*pair))
    names = listed([f"«{heading}»" for heading in dict.fromkeys(differing)], SHOWN)
    hints = (f"различаются, но изменяющим актом не правятся: {names}",) if names else ()
    return _diagnostic(codes.NOTHING_TO_AMEND, "печатный текст двух редакций одинаков", *hints)


def _faults(prepared: Preparation, order: Plan) -> Iterator[Diagnostic]:
    """What an officer who carries out the drafted words would get wrong."""
    try:
        reached = applied(prepared.base, amendment(order), prepared.declensions, prepared.seats)
    except UnreadableError as error:
        message = f"предложение проекта не читается: {error}"
        yield _diagnostic(codes.UNFAITHFUL, message, _CLOSE_QUOTES)
    except NotApplicableError as error:
        yield _diagnostic(codes.UNFAITHFUL, f"изменение не к чему применить: {error}")
    else:
        if reached != prepared.target:
            yield _diagnostic(codes.UNFAITHFUL, "прежний текст после изменений не совпадает с новым")


def _notes(prepared: Preparation) -> Iterator[Diagnostic]:
    """Numbers that the new plan does not print yet."""
    numbers = [f"{provision.number or '–'} → {number or '–'}" for provision, number in prepared.renumbered]
    if numbers:
        hint = "запишите их в план полем number, чтобы следующая сборка печатала те же"
        message = f"номера после изменения: {listed(numbers, SHOWN)}"
        yield _diagnostic(codes.OTHER_NUMBER, message, hint)


def _declined(drafted: Draft) -> Iterator[Diagnostic]:
    """Names that the draft has in cases: a bearer may decline a surname otherwise."""
    changes = (each for each in drafted.instructions if isinstance(each, Enter | Withdraw | RestatePost))
    called = list(dict.fromkeys(change.member for change in changes))
    if called:
        names = listed([f"«{name}»" for name in called], SHOWN)
        hint = "падежи фамилий спрашивают у тех, кто их носит; неверный исправьте в проекте"
        yield _diagnostic(codes.NAMES_DECLINED, f"имена и должности склонены: {names}", hint)


def _diagnostic(code: Code, message: str, *hints: str) -> Diagnostic:
    return Diagnostic(code, message, None, hints=hints)
