"""Every kind of problem the compiler can speak of, by its code."""

from types import ModuleType

from roadmapc import audit, office
from roadmapc.absorb import codes as absorb
from roadmapc.amend import codes as amend
from roadmapc.calendar import codes as calendar
from roadmapc.checks import codes as checks
from roadmapc.checks.registry import RULES
from roadmapc.deadline import codes as deadline
from roadmapc.deadline.clauses import codes as clauses
from roadmapc.diagnostics.code import Code
from roadmapc.edition import codes as edition
from roadmapc.incoming import codes as incoming
from roadmapc.model import codes as model
from roadmapc.model import part_codes as parts
from roadmapc.model import table_codes as tables
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
    *(docx, register, amend, verify, absorb, workspace, revision, incoming),
    recognition,
)
"""The codes of each room that speaks, which has them in its `codes.py`, or those of parts beside it."""
_FILES = (office, audit)
"""Rooms of one file, which holds their codes."""


def codes_of(module: ModuleType) -> tuple[Code, ...]:
    """The codes that a module declares, in the order of declaration."""
    return tuple(value for value in vars(module).values() if isinstance(value, Code))


_DECLARED = {code for module in (*_FOLDERS, *_FILES) for code in codes_of(module)}
CODES = tuple(sorted(_DECLARED | {rule.code for rule in RULES}, key=lambda code: code.id))
"""Sorted by id."""


def find(name: str) -> Code | None:
    """A code by its id, in any case of letters, or by its name; `None` if there is none."""
    return next((code for code in CODES if name.upper() == code.id or name == code.name), None)
