"""What is found wrong while a phrase is read."""

from roadmapc.diagnostics.code import Code
from roadmapc.diagnostics.diagnostic import Diagnostic, Place
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span


class Problems:
    """Diagnostics of one phrase, in the order of finding."""

    __slots__ = ("file", "found")

    def __init__(self, file: SourceFile) -> None:
        """Nothing found yet."""
        self.file = file
        self.found: list[Diagnostic] = []

    def add(self, code: Code, span: Span, message: str, *hints: str) -> None:
        """Remember a problem at a place of the phrase."""
        self.found.append(Diagnostic(code, message, Place(self.file, span), hints))

    def words(self, span: Span) -> str:
        """The words of the phrase at a place."""
        return self.file.text[span.start : span.end]
