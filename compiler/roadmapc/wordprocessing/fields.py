"""Fields: instructions whose result is printed (ECMA-376, part 1, 17.16)."""

import re
from typing import NamedTuple

PAGES = frozenset(("NUMPAGES", "PAGE", "SECTION", "SECTIONPAGES"))
"""Those that number pages: whatever number stands there, another is printed."""
_KEPT = "HYPERLINK"
"""The one whose result stays as it is typed; the word processor makes any other anew, or shows another."""
_PLAIN_PAGE = re.compile(r"\s*\w+(?:\s+\\\*\s*\w+)*\s*")
"""A number of pages with nothing but forms of figures asked for: a picture of it (`\\#`) may bear words."""
_ADDRESS = re.compile(
    r'\s*HYPERLINK\s+(?P<own>\\l\s+)?"?(?P<address>[^"\s]+)"?(?:\s+\\l\s+"?(?P<part>[^"\s]+))?', re.I
)
_SILENT = frozenset(("ASK", "NEXT", "NEXTIF", "PRIVATE", "RD", "SET", "SKIPIF", "TA", "TC", "XE"))
"""Those that print nothing."""
_WORD = re.compile(r"\s*(=|\w+)")


class Field(NamedTuple):
    """What an instruction asks for."""

    code: str
    is_locked: bool = False
    """Whether its result is never made anew."""

    @property
    def name(self) -> str:
        """`DATE`, `HYPERLINK`."""
        found = _WORD.match(self.code)
        return found[1].upper() if found else ""

    @property
    def is_computed(self) -> bool:
        """Whether the result that stands in the document may not be what will be printed."""
        return self.name != _KEPT

    @property
    def is_page(self) -> bool:
        """Whether a number of pages is printed, whatever stands there."""
        return self.name in PAGES and not self.is_locked and _PLAIN_PAGE.fullmatch(self.code) is not None

    @property
    def address(self) -> str:
        """Where it leads, if it is a link."""
        found = _ADDRESS.match(self.code)
        if found is None:
            return ""
        part = found["part"] or ""
        return f"{'#' if found['own'] else ''}{found['address']}{'#' if part else ''}{part}"

    @property
    def mark(self) -> str:
        """What stands for a result that is not there, or that is another one on each page."""
        if self.is_page:
            return f"[{self.name}]"
        return "" if self.name in _SILENT or self.name == _KEPT else f"[{' '.join(self.code.split())}]"


class Fields:
    """The fields that are open while a story is read: they nest, and may run over paragraphs."""

    def __init__(self) -> None:
        """No field is open."""
        self._codes: list[list[str]] = []
        self._has_result: list[bool] = []
        self._locked: list[bool] = []
        self._has_words: list[bool] = []

    @property
    def is_open(self) -> bool:
        """Whether what is read now belongs to a field."""
        return bool(self._codes)

    @property
    def is_code(self) -> bool:
        """Whether what is read now is an instruction and no result."""
        return not all(self._has_result)

    @property
    def is_page(self) -> bool:
        """Whether what is read now numbers a page."""
        return any(self._field(at).is_page for at in range(len(self._codes)))

    @property
    def is_computed(self) -> bool:
        """Whether what is read now will be made anew."""
        return any(self._field(at).is_computed for at in range(len(self._codes)))

    @property
    def address(self) -> str:
        """Where the innermost of them leads."""
        return self._field(-1).address if self._codes else ""

    def begin(self, *, is_locked: bool = False) -> None:
        """Open a field."""
        self._codes.append([])
        self._has_result.append(False)
        self._locked.append(is_locked)
        self._has_words.append(False)

    def say(self, text: str) -> None:
        """Note that the open fields have words for a result."""
        if text:
            self._has_words = [True] * len(self._codes)

    def instruct(self, text: str) -> None:
        """Add to the instruction of the innermost field."""
        if self._codes and not self._has_result[-1]:
            self._codes[-1].append(text)

    def separate(self) -> str:
        """End the instruction; what stands for the result of a field that numbers pages."""
        if not self._codes or self._has_result[-1]:
            return ""
        self._has_result[-1] = True
        field = self._field(-1)
        self._has_words[-1] = field.is_page
        return field.mark if field.is_page else ""

    def end(self) -> str:
        """Close the innermost field; what stands for a result that it has not got."""
        if not self._codes:
            return ""
        field, has_words = self._field(-1), self._has_words.pop()
        for each in (self._codes, self._has_result, self._locked):
            each.pop()
        return "" if has_words else field.mark

    def _field(self, at: int) -> Field:
        return Field("".join(self._codes[at]), self._locked[at])
