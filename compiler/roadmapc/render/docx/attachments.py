"""What the contents of appendices bring into the package: pictures, footnotes.

Their names and ids come from what they hold, so that one picture is one part, however often it is printed.
"""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from posixpath import join
from typing import NamedTuple

from roadmapc.render.document.view import FootnoteView, OrderView, PictureView, ProseView
from roadmapc.render.docx.formatting import Styles
from roadmapc.source.image import Image, ImageKind

NUMBERED_FROM = 100
"""The ids of our footnotes are their numbers from here: beyond those that a template has of its own."""


class Attachment(NamedTuple):
    """A part that the main one refers to."""

    relationship: str
    """By which it does."""
    kind: str
    """The last word of the relationship's type."""
    name: str
    """Of the part in the archive."""
    media_type: str
    content: tuple[bytes, ...]
    """Empty for a picture, which is the order's own."""


class Picture(NamedTuple):
    """A picture as the main part knows it."""

    id: str
    kind: ImageKind

    def attachment(self, folder: str) -> Attachment:
        """Its part, in a folder of the package."""
        name = join(folder, "media", f"{self.id}.{self.kind}")
        return Attachment(self.id, "image", name, self.kind.media_type, ())


def pictures(view: OrderView) -> Mapping[Picture, bytes]:
    """Each picture once, with the file that it is."""
    parts = (part for appendix in view.appendices for part in appendix.parts)
    images = (part.image for part in parts if isinstance(part, PictureView))
    return {Picture(picture_id(image), image.kind): image.content for image in images}


def footnotes(view: OrderView) -> Iterator[FootnoteView]:
    """All footnotes, in the order of the text."""
    parts = (part for appendix in view.appendices for part in appendix.parts)
    return (note for part in parts if isinstance(part, ProseView) for note in part.footnotes)


def picture_id(image: Image) -> str:
    """By which the main part refers to a picture."""
    return f"picture-{sha256(image.content).hexdigest()[:16]}"


def reference(note: FootnoteView, styles: Styles) -> str:
    """`w:r` that refers to a footnote."""
    look = f'<w:rPr><w:rStyle w:val="{styles.footnote_mark}"/></w:rPr>'
    return f'<w:r>{look}<w:footnoteReference w:id="{NUMBERED_FROM + note.number}"/></w:r>'
