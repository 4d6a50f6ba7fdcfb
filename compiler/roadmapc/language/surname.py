"""Surnames in their cases, by the ends that decline in one way only: «Образцова», «Примеров», «Дубовская».

Others («Мельник», «Шевченко», «Черных») decline or stay according to who bears them: these are left alone.
"""

from collections.abc import Iterator
from typing import NamedTuple

FORMS = ("genitive", "dative", "accusative", "instrumental")
"""The fields of the directory for which an official has a form."""


class _Ends(NamedTuple):
    nominative: str
    others: tuple[str, str, str, str]
    """In the order of `FORMS`."""


_ENDS = (
    *(
        _Ends(f"{stem}а", (f"{stem}ой", f"{stem}ой", f"{stem}у", f"{stem}ой"))
        for stem in ("ов", "ев", "ёв", "ин", "ын")
    ),
    *(
        _Ends(stem, (f"{stem}а", f"{stem}у", f"{stem}а", f"{stem}ым"))
        for stem in ("ов", "ев", "ёв", "ин", "ын")
    ),
    *(_Ends(f"{stem}ая", (f"{stem}ой", f"{stem}ой", f"{stem}ую", f"{stem}ой")) for stem in ("ск", "цк")),
    *(_Ends(f"{stem}ий", (f"{stem}ого", f"{stem}ому", f"{stem}ого", f"{stem}им")) for stem in ("ск", "цк")),
)


def surname_form(surname: str, form: str) -> str:
    """«Образцовой» for «Образцова» in the dative; empty if there is no one sure form."""
    if form not in FORMS:
        return ""
    for ends in _ENDS:
        if surname.endswith(ends.nominative):
            return surname[: -len(ends.nominative)] + ends.others[FORMS.index(form)]
    return ""


def surnames_of(declined: str, form: str) -> Iterator[str]:
    """The surnames that may have such a form: «Примеров» and «Примерова» for «Примерова» as a genitive."""
    for ends in _ENDS:
        end = ends.others[FORMS.index(form)]
        if declined.endswith(end):
            yield declined.removesuffix(end) + ends.nominative
