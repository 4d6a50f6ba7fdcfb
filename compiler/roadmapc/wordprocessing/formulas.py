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
    **{f"{M}strike{way}": "⊘" for way in ("H", "V", "BLTR", "TLBR")},
}
"""What is read before the content of an element; without it «1/6» and «16» would be one."""
_CHARACTERS = frozenset((f"{M}chr", f"{M}begChr", f"{M}endChr", f"{M}sepChr"))


def formula(element: Element) -> str:
    """The text of a formula."""
    return "".join(_pieces(element))


def _pieces(element: Element) -> Iterator[str]:
    if element.tag in _SIGNS:
        yield _SIGNS[element.tag]
    elif element.tag in _CHARACTERS:
        yield element.get(f"{M}val", "")
    elif element.tag == f"{M}t":
        yield element.text or ""
    for each in () if _is_unseen(element) else element:
        yield from _pieces(each)


def _is_unseen(element: Element) -> bool:
    """Whether it only takes the place of what stands in it (22.1.2.81)."""
    show = element.find(f"{M}phantPr/{M}show")
    return show is not None and show.get(f"{M}val", "1") in ("0", "off", "false")
