"""Pictures of strangers: which are printed as they are, and what is said of the others."""

from io import BytesIO
from struct import pack
from typing import Any
from zlib import compress, crc32

import pytest
from PIL import Image as Pillow

from roadmapc.source.image import Image, ImageKind, Unusable, image
from roadmapc.source.limits import PICTURE, PIXELS


def drawn(kind: str, size: tuple[int, int] = (60, 40), **options: Any) -> bytes:
    buffer = BytesIO()
    Pillow.linear_gradient("L").resize(size).save(buffer, kind, **options)
    return buffer.getvalue()


def tagged(tag: int, value: Any) -> Pillow.Exif:
    exif = Pillow.Exif()
    exif[tag] = value
    return exif


def located() -> Pillow.Exif:
    exif = Pillow.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    return exif


def chunk(name: bytes, content: bytes) -> bytes:
    return pack(">I", len(content)) + name + content + pack(">I", crc32(name + content))


def claimed(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is large."""
    head = pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


PRINTED = {
    "png": (drawn("png", dpi=(300, 150)), ImageKind.PNG, (300, 150)),
    "png that says no resolution": (drawn("png"), ImageKind.PNG, (0, 0)),
    "jpeg": (drawn("jpeg", dpi=(96, 96)), ImageKind.JPEG, (96, 96)),
    "upright by exif": (drawn("jpeg", dpi=(96, 96), exif=tagged(0x0112, 1)), ImageKind.JPEG, (96, 96)),
    "bytes after the end": (drawn("png") + b"PK\3\4", ImageKind.PNG, (0, 0)),
}
REFUSED = {
    "empty": (b"", "не рисунок"),
    "a text": ("Схема".encode(), "не рисунок"),
    "svg": (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "SVG"),
    "svg in utf-16": ("<svg/>".encode("utf-16"), "SVG"),
    "gif": (drawn("gif"), "GIF"),
    "webp": (drawn("webp"), "WebP"),
    "bmp": (drawn("bmp"), "BMP"),
    "tiff": (drawn("tiff"), "TIFF"),
    "pdf": (b"%PDF-1.7", "PDF"),
    "a signature alone": (b"\x89PNG\r\n\x1a\n", "повреждён"),
    "jpeg in name alone": (b"\xff\xd8\xff" + b"\0" * 99, "повреждён"),
    "png cut short": (drawn("png", (300, 300))[:-200], "повреждён"),
    "png with a torn chunk": (
        drawn("png").replace(b"IDAT", b"IDAT", 1)[:60] + b"\0" + drawn("png")[61:],
        "повреждён",
    ),
    "jpeg cut short": (drawn("jpeg", (300, 300))[:-200], "повреждён"),
    "too many bytes": (drawn("png") + b"\0" * PICTURE.most, "8 388 608"),
    "too many dots": (claimed(PIXELS.most, 2), "50 000 000"),
    "more dots than the library opens": (claimed(PIXELS.most, 8), "50 000 000"),
    "less than it claims": (claimed(5000, 5000), "повреждён"),
    "turned by exif": (drawn("jpeg", exif=tagged(0x0112, 6)), "повёрнут"),
    "with a place": (drawn("jpeg", exif=located()), "место"),
}


@pytest.mark.parametrize(("content", "kind", "resolution"), PRINTED.values(), ids=PRINTED)
def test_it_is_printed_as_it_is(content: bytes, kind: ImageKind, resolution: tuple[float, float]) -> None:
    found = image(content)
    assert isinstance(found, Image)
    assert found[:4] == (kind, content, 60, 40)
    assert (found.across, found.down) == pytest.approx(resolution, abs=0.02)


@pytest.mark.parametrize(("content", "words"), REFUSED.values(), ids=REFUSED)
def test_it_is_refused_with_advice(content: bytes, words: str) -> None:
    found = image(content)
    assert isinstance(found, Unusable)
    assert words in found.reason.replace("\u00a0", " ")
    assert found.advice


def test_it_is_as_large_as_it_was_saved_and_no_larger_than_its_place() -> None:
    picture = Image(ImageKind.PNG, b"", 600, 300, 300, 300)
    assert picture.printed(6, 9) == (2, 1)
    assert picture.printed(1, 9) == (1, 0.5)
    assert picture.printed(6, 0.5) == (1, 0.5)
    assert picture._replace(across=0, down=0).printed(9, 9) == (6.25, 3.125)
    assert picture._replace(down=100).printed(6, 9) == (2, 3)
