"""Names of bodies that are called otherwise now, in all cases: what «в соответствующем падеже» asks for."""

from collections.abc import Iterator, Mapping

from roadmapc.model.from_tree.fields import text_of
from roadmapc.model.organisation import Body, Organisation

CASES = ("name", "genitive", "dative", "accusative", "instrumental", "prepositional")
"""Fields of the directory; a name is declined only if it has them all in both editions."""

Forms = Mapping[str, str]
"""By each form of the old name the form of the new one in the same case."""
Declensions = Mapping[tuple[str, str], Forms]
"""By the old and the new nominative."""


def declensions(old: Organisation, new: Organisation) -> Declensions:
    """Every body with another name.

    A name is left out if one of its forms stands for two cases in which the new names differ: whoever
    reads «комитет» cannot tell whether «комиссия» or «комиссию» is meant.
    """
    common = old.bodies.keys() & new.bodies.keys()
    found = (_forms(old.bodies[name], new.bodies[name]) for name in sorted(common))
    return {next(iter(forms.items())): forms for forms in found if forms}


def _forms(old: Body, new: Body) -> Forms:
    """The forms, the nominative first; none if the name is the same or cannot be declined."""
    pairs = list(_pairs(old, new))
    forms = dict(pairs)
    is_complete = len(pairs) == len(CASES)
    is_unambiguous = all(forms[before] == after for before, after in pairs)
    return forms if is_complete and is_unambiguous and old.name != new.name else {}


def _pairs(old: Body, new: Body) -> Iterator[tuple[str, str]]:
    for case in CASES:
        before, after = text_of(old.origin.get(case)), text_of(new.origin.get(case))
        if before and after:
            yield before, after
