"""The files that appendices of a plan are made of."""

from collections.abc import Mapping
from posixpath import dirname, join, normpath
from typing import NamedTuple

from roadmapc.source.file import SourceFile
from roadmapc.source.image import Image


class Files(NamedTuple):
    """What was read of them; one that cannot be read is left out."""

    texts: Mapping[str, SourceFile]
    """Prose, by the plan's reference."""
    pictures: Mapping[str, Image]
    """By their paths from the plan's folder."""


def path_of(picture: str, text: str) -> str:
    """The path of a picture from the plan's folder; `text` is the file that names it, empty for the plan.

    A file of prose names pictures as they lie beside it, so that any reader of Markdown shows them.
    """
    return normpath(join(dirname(text), picture.replace("\\", "/")))
