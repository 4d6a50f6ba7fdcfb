"""The kinds of structural units: what an amendment can name, and what a reviewer asks about."""

from enum import StrEnum


class ProvisionKind(StrEnum):
    """What a unit is."""

    REQUISITE = "requisite"
    """A requisite of the order or a property of the plan: title, signatory, period."""
    CLAUSE = "clause"
    APPENDIX = "appendix"
    SECTION = "section"
    MEASURE = "measure"
