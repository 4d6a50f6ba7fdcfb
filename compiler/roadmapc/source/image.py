"""A picture from a stranger: decoded once, to know that it is whole, and printed as its own bytes.

PNG and JPEG are what every word processor shows alike. An SVG is drawn by each program with the typefaces
that its computer has, so two people would sign two documents: it is refused, as is all else.
"""

import warnings
from enum import StrEnum
from io import BytesIO
from typing import NamedTuple

from roadmapc.source.limits import PICTURE, PIXELS

_SCREEN = 96
"""Pixels in an inch of a picture that does not say, as word processors take it."""


class ImageKind(StrEnum):
    """How a picture is written down; the value is the ending of its file."""

    PNG = "png"
    JPEG = "jpeg"

    @property
    def media_type(self) -> str:
        """As packages and pages name it."""
        return f"image/{self.value}"


class Image(NamedTuple):
    """A picture that can be printed."""

    kind: ImageKind
    content: bytes
    """The file as it is."""
    width: int
    """In pixels, as is the height."""
    height: int
    across: float
    """Pixels in an inch by which its author saved it; 0 if the file does not say."""
    down: float

    def printed(self, width: float, height: float) -> tuple[float, float]:
        """Its width and height in inches: as its author saved it, no larger than a place of this size."""
        across = self.width / (self.across or _SCREEN)
        down = self.height / (self.down or _SCREEN)
        scale = min(1, width / across, height / down)
        return across * scale, down * scale


class Unusable(NamedTuple):
    """Why a file is not printed as a picture."""

    reason: str
    advice: str


_SIGNATURES = {b"\x89PNG\r\n\x1a\n": ImageKind.PNG, b"\xff\xd8\xff": ImageKind.JPEG}
_OTHERS = {
    b"GIF8": "GIF",
    b"BM": "BMP",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"RIFF": "WebP",
    b"%PDF": "PDF",
    b"\x01\0\0\0": "EMF",
    b"\xd7\xcd\xc6\x9a": "WMF",
}
_HEAD = 1000
"""Bytes in which an SVG says that it is one."""
_SAVE = "сохраните рисунок как PNG (схему) или JPEG (снимок)"
_ORIENTATION, _UPRIGHT = 0x0112, (None, 0, 1)
"""The tag of Exif that says how a camera was held; word processors do not turn pictures by it."""
_LOCATION = 0x8825
"""The block of Exif with the place where a snapshot was taken."""


def image(content: bytes) -> Image | Unusable:
    """The picture that a file holds, or why it is none that can be printed."""
    kind = next((kind for sign, kind in _SIGNATURES.items() if content.startswith(sign)), None)
    if kind is None:
        return Unusable(f"это {_other(content)}, а печатаются PNG и JPEG", _SAVE)
    if len(content) > PICTURE.most:
        return Unusable(f"больше {PICTURE} {PICTURE.what}", PICTURE.advice)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what is odd and can be read all the same
        try:
            return _decoded(content, kind)
        except Exception:  # the library raises whatever it meets in a stranger's file
            return Unusable(
                "файл повреждён или обрезан", "откройте его в программе рисунков и сохраните заново"
            )


def _decoded(content: bytes, kind: ImageKind) -> Image | Unusable:
    """Sizes are read before anything is unpacked, and all of it is unpacked before it is believed."""
    from PIL import Image as Pillow  # noqa: PLC0415 - only plans with pictures need it

    too_many = Unusable(f"больше {PIXELS} {PIXELS.what}", PIXELS.advice)
    try:
        opened = Pillow.open(BytesIO(content), formats=(kind.upper(),))
    except Pillow.DecompressionBombError:  # the library's own bound is above ours
        return too_many
    with opened:
        width, height = opened.size
        if width * height > PIXELS.most:
            return too_many
        opened.load()
        exif = opened.getexif()
        if exif.get(_ORIENTATION) not in _UPRIGHT:
            advice = "откройте снимок, поверните и сохраните: Word напечатал бы его боком"
            return Unusable("снимок повёрнут пометкой Exif, а не сам", advice)
        if exif.get_ifd(_LOCATION):
            advice = "сохраните снимок без сведений о месте: вместе с документом они разойдутся ко всем"
            return Unusable("снимок хранит место, где он сделан", advice)
        across, down = opened.info.get("dpi", (0, 0))
        return Image(kind, content, width, height, float(across), float(down))


def _other(content: bytes) -> str:
    """What a file is by its first bytes."""
    name = next((name for sign, name in _OTHERS.items() if content.startswith(sign)), "")
    is_svg = b"<svg" in content[:_HEAD].replace(b"\0", b"")
    return "SVG" if is_svg else name or "не рисунок"
