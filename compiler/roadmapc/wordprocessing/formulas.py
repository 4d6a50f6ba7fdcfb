"""Formulas (OMML) in one line, so that what they say can be compared."""

from collections.abc import Iterator

from roadmapc.wordprocessing.xml import Element, M

_SIGNS = {
    f"{M}den": "/",
    f"{M}sup": "^",
    f"{M}sub": "_",
    f"{M}deg": "√",
    f"{M}lim": "_",
    f"{M}mr": ";",
    f"{M}eqArr": "{",
    f"{M}rad": "√",
    f"{M}nary": "∫",
}
"""What is read before the content of an element; without it «1/6» and «16» would be one."""
_CHARACTERS = frozenset((f"{M}chr", f"{M}begChr", f"{M}endChr", f"{M}sepChr"))


def formula(element: Element) -> str:
    """The text of a formula."""
    return "".join(_pieces(element))


def _pieces(element: Element) -> Iterator[str]:
    for each in element.iter():
        if each.tag in _SIGNS:
            yield _SIGNS[each.tag]
        elif each.tag in _CHARACTERS:
            yield each.get(f"{M}val", "")
        elif each.tag == f"{M}t":
            yield each.text or ""
