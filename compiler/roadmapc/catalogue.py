"""Every kind of problem the compiler can speak of, by its code."""

from roadmapc import office, revision, workspace
from roadmapc.amend import codes as amend
from roadmapc.calendar import codes as calendar
from roadmapc.checks import final, silence
from roadmapc.checks.registry import RULES
from roadmapc.deadline import codes as deadline
from roadmapc.diagnostics.code import Code
from roadmapc.model import codes as model
from roadmapc.model import registration
from roadmapc.render.docx import codes as docx
from roadmapc.render.register import codes as register
from roadmapc.schema import codes as schema
from roadmapc.syntax import codes as syntax
from roadmapc.verify import codes as verify

CODES: tuple[Code, ...] = tuple(
    sorted(
        (
            *syntax.CODES,
            *schema.CODES,
            *model.CODES,
            *deadline.CODES,
            *calendar.CODES,
            *docx.CODES,
            *register.CODES,
            *amend.CODES,
            *verify.CODES,
            *workspace.CODES,
            office.NO_OFFICE,
            *revision.CODES,
            *silence.CODES,
            *final.CODES,
            *registration.CODES,
            *(rule.code for rule in RULES),
        ),
        key=lambda code: code.id,
    )
)
"""Sorted by id."""


def find(name: str) -> Code | None:
    """A code by its id, in any case of letters, or by its name; `None` if there is none."""
    return next((code for code in CODES if name.upper() == code.id or name == code.name), None)
