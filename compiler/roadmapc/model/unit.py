"""The kinds of structural units: what an amendment can name, and what a reviewer asks about."""

from __future__ import annotations

from enum import StrEnum


class UnitKind(StrEnum):
    """What a unit is."""

    REQUISITE = "requisite"
    """A requisite of the order or a property of the plan: title, signatory, period."""
    CLAUSE = "clause"
    APPENDIX = "appendix"
    SECTION = "section"
    MEASURE = "measure"
