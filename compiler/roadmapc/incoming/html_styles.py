"""The few declarations of CSS that say how a text stands."""

import re
from collections.abc import Mapping
from typing import Any, TypeAlias

Element: TypeAlias = Any
"""`lxml` has no types of its own."""
Declarations: TypeAlias = Mapping[str, str]
"""Values by the names of properties, both in small letters."""

_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?(?:\.([\w-]+))?", re.IGNORECASE)
"""Of elements of a name, of a class, or of both: others are those of pages on the screen."""
_LENGTH = re.compile(r"(-?\d*\.?\d+)(pt|mm|cm|in|px|em|pc)?")
_MILLIMETRES = {"pt": 25.4 / 72, "mm": 1, "cm": 10, "in": 25.4, "px": 25.4 / 96, "em": 4.2, "pc": 25.4 / 6}
_MOST = 20_000
"""Rules that are read of a sheet; word processors write a hundred."""


class StyleSheet:
    """The rules of a page."""

    def __init__(self, text: str) -> None:
        """`text` is that of all its sheets."""
        self._rules: dict[tuple[str, str], dict[str, str]] = {}
        first, *others = text.replace("<!--", "").replace("-->", "").split("/*")
        without_comments = first + "".join(each.partition("*/")[2] for each in others)
        for rule in without_comments.split("}")[:_MOST]:
            selectors, _, declarations = rule.rpartition("{")
            for selector in selectors.split(","):
                if found := _SELECTOR.fullmatch(selector.strip()):
                    key = ((found[1] or "").lower(), (found[2] or "").lower())
                    self._rules.setdefault(key, {}).update(_declarations(declarations))

    def of(self, element: Element) -> Declarations:
        """What is declared of an element: by its name, by its classes, by itself."""
        style = element.get("style")
        if not self._rules:
            return _declarations(style) if style else {}
        found: dict[str, str] = {**self._rules.get((element.tag, ""), {})}
        for name in element.get("class", "").lower().split():
            found |= self._rules.get(("", name), {})
            found |= self._rules.get((element.tag, name), {})
        return found | _declarations(style) if style else found


def _declarations(text: str) -> dict[str, str]:
    parts = (each.partition(":") for each in text.split(";"))
    return {
        name.strip().lower(): value.replace("!important", "").strip().lower()
        for name, _, value in parts
        if value
    }


def millimetres(length: str) -> float:
    """A length; 0 for one that is none or depends on the page."""
    found = _LENGTH.fullmatch(length.strip())
    return 0.0 if found is None else float(found[1]) * _MILLIMETRES.get(found[2] or "px", 0)
