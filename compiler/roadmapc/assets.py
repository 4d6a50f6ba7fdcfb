"""Where `schemas/` and `templates/` are: inside the wheel, or in the checkout."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

ORDER_TEMPLATE = "order.docx"
"""The template of orders in any folder of templates."""
FOLDERS = ("schemas", "templates")
"""All that is shipped beside the modules."""


def asset(folder: str, name: str) -> bytes:
    """The bytes of a shipped file; `FileNotFoundError` if there is none."""
    return _root().joinpath(folder, name).read_bytes()


def names(folder: str) -> tuple[str, ...]:
    """Names of the shipped files of a folder, sorted."""
    return tuple(sorted(entry.name for entry in _root().joinpath(folder).iterdir() if entry.is_file()))


def tree(folder: str) -> Iterator[tuple[str, bytes]]:
    """Every shipped file of a folder by its path, which begins with the folder's name."""
    return ((f"{folder}/{path}", entry.read_bytes()) for path, entry in below(_root().joinpath(folder)))


def below(folder: Traversable) -> Iterator[tuple[str, Traversable]]:
    """Every file below a folder by its path from there, sorted."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from ((f"{entry.name}/{path}", each) for path, each in below(entry))
        else:
            yield entry.name, entry


def _root() -> Traversable:
    packaged = files("roadmapc") / "_assets"
    return packaged if packaged.is_dir() else Path(__file__).parents[2]
