"""Every kind of problem the compiler can speak of, by its code."""

from functools import cache
from types import ModuleType

from roadmapc.absorb import codes as absorb
from roadmapc.amend import codes as amend
from roadmapc.calendar import codes as calendar
from roadmapc.checks import codes as checks
from roadmapc.checks.pages import code_of_rule
from roadmapc.deadline import codes as deadline
from roadmapc.deadline.clauses import codes as clauses
from roadmapc.diagnostics.code import Code
from roadmapc.edition import codes as edition
from roadmapc.incoming import codes as incoming
from roadmapc.model import codes as model
from roadmapc.model import part_codes as parts
from roadmapc.model import table_codes as tables
from roadmapc.portfolio import codes as portfolio
from roadmapc.recognition import codes as recognition
from roadmapc.render.docx import codes as docx
from roadmapc.render.register import codes as register
from roadmapc.revision import codes as revision
from roadmapc.schema import codes as schema
from roadmapc.syntax import codes as syntax
from roadmapc.verify import codes as verify
from roadmapc.workspace import codes as workspace

_FOLDERS = (
    *(syntax, schema, model, tables, parts, edition, deadline, clauses, calendar, checks),
    *(docx, register, amend, verify, workspace, revision, incoming),
    *(recognition, absorb, portfolio),
)
"""The codes of each room that speaks, which has them in its `codes.py`, or those of parts beside it."""


def codes_of(module: ModuleType) -> tuple[Code, ...]:
    """The codes that a module declares, in the order of declaration."""
    return tuple(value for value in vars(module).values() if isinstance(value, Code))


@cache
def every_code() -> tuple[Code, ...]:
    """All of them, sorted by id; this loads every rule."""
    from roadmapc import audit, office  # noqa: PLC0415 - rooms of one file, which holds their codes
    from roadmapc.checks.registry import RULES  # noqa: PLC0415

    declared = {code for module in (*_FOLDERS, office, audit) for code in codes_of(module)}
    return tuple(sorted(declared | {rule.code for rule in RULES}, key=lambda code: code.id))


def find(name: str) -> Code | None:
    """A code by its id, in any case of letters, or by its name; `None` if there is none.

    One page is looked for where it stands, for to load all rules takes ten times as long.
    """
    of_rooms = (code for module in _FOLDERS for code in codes_of(module) if _is_called(code, name))
    found = next(of_rooms, None) or code_of_rule(name)
    return found or next((code for code in every_code() if _is_called(code, name)), None)


def _is_called(code: Code, name: str) -> bool:
    return name.upper() == code.id or name == code.name
