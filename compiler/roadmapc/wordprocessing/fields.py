"""Fields: instructions whose result is printed (ECMA-376, part 1, 17.16)."""

import re
from typing import NamedTuple

PAGES = frozenset(("NUMPAGES", "PAGE", "SECTION", "SECTIONPAGES"))
"""Those that number pages: whatever number stands there, another is printed."""
_COMPUTED = frozenset(
    (
        *("=", "ASK", "COMPARE", "DATABASE", "DATE", "DDE", "DDEAUTO", "EDITTIME", "FILENAME", "FILESIZE"),
        *("FILLIN", "IF", "INCLUDEPICTURE", "INCLUDETEXT", "LASTSAVEDBY", "LINK", "MERGEFIELD", "NUMCHARS"),
        *("NUMWORDS", "PRINTDATE", "REVNUM", "SAVEDATE", "TIME", "USERADDRESS", "USERINITIALS", "USERNAME"),
    )
)
"""Those whose result the word processor makes anew, of what it finds on that day and that computer."""
_SILENT = frozenset(("ASK", "NEXT", "NEXTIF", "PRIVATE", "RD", "SET", "SKIPIF", "TA", "TC", "XE"))
"""Those that print nothing."""
_WORD = re.compile(r"\s*(=|\w+)")


class Field(NamedTuple):
    """What an instruction asks for."""

    code: str

    @property
    def name(self) -> str:
        """`DATE`, `HYPERLINK`."""
        found = _WORD.match(self.code)
        return found[1].upper() if found else ""

    @property
    def is_computed(self) -> bool:
        """Whether the result that stands in the document is not what will be printed."""
        return self.name in _COMPUTED

    @property
    def mark(self) -> str:
        """What stands for a result that is not there, or that is another one on each page."""
        if self.name in PAGES:
            return f"[{self.name}]"
        return "" if self.name in _SILENT else f"[{' '.join(self.code.split())}]"


class Fields:
    """The fields that are open while a story is read: they nest, and may run over paragraphs."""

    def __init__(self) -> None:
        """No field is open."""
        self._codes: list[list[str]] = []
        self._has_result: list[bool] = []

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
        return any(self._field(at).name in PAGES for at in range(len(self._codes)))

    @property
    def is_computed(self) -> bool:
        """Whether what is read now will be made anew."""
        return any(self._field(at).is_computed for at in range(len(self._codes)))

    def begin(self) -> None:
        """Open a field."""
        self._codes.append([])
        self._has_result.append(False)

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
        return field.mark if field.name in PAGES else ""

    def end(self) -> str:
        """Close the innermost field; what stands for a result that it has not got."""
        if not self._codes:
            return ""
        field, has_result = self._field(-1), self._has_result.pop()
        self._codes.pop()
        return "" if has_result else field.mark

    def _field(self, at: int) -> Field:
        return Field("".join(self._codes[at]))
