"""The kinds of provisions: what an amendment can name, and what a reviewer asks about."""

from enum import StrEnum


class ProvisionKind(StrEnum):
    """What a structural unit of an order is."""

    REQUISITE = "requisite"
    """A requisite of the order or a property of the plan: title, signatory, period."""
    CLAUSE = "clause"
    APPENDIX = "appendix"
    SECTION = "section"
    MEASURE = "measure"
