"""What of an order its template is filled with: all but the contents of appendices, and what they bring."""

from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple

from roadmapc.model.profile import Layout
from roadmapc.render.document.view import FootnoteView, OrderView, QuoteView
from roadmapc.render.docx.attachments import Picture, footnotes, pictures


class Front(NamedTuple):
    """All that decides how a template is filled: who fills it is given nothing else."""

    view: OrderView
    """Without contents of appendices and rows in quotes, of which only the places are there."""
    template: bytes
    look: Layout
    pictures: tuple[Picture, ...]
    footnotes: tuple[FootnoteView, ...]

    @classmethod
    def of(cls, view: OrderView, template: bytes, look: Layout) -> "Front":
        """That of an order."""
        clauses = (QuoteView((), ()) if isinstance(each, QuoteView) else each for each in view.clauses)
        bare = replace(
            view,
            clauses=tuple(clauses),
            appendices=tuple(replace(each, parts=()) for each in view.appendices),
            author="",
            created="",
            digest="",
            acts=(),
        )
        return cls(bare, template, look, tuple(pictures(view)), tuple(footnotes(view)))

    @property
    def digest(self) -> str:
        """Equal for fronts that fill a template alike."""
        told = self._replace(template=sha256(self.template).digest())
        return sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()
