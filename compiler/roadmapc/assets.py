"""Where `schemas/` and `templates/` are: inside the wheel, or in the checkout."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

ORDER_TEMPLATE = "order.docx"
"""The template of orders in any folder of templates."""


def asset(folder: str, name: str) -> bytes:
    """The bytes of a shipped file; `FileNotFoundError` if there is none."""
    return _root().joinpath(folder, name).read_bytes()


def names(folder: str) -> tuple[str, ...]:
    """Names of the shipped files of a folder, sorted."""
    return tuple(sorted(entry.name for entry in _root().joinpath(folder).iterdir() if entry.is_file()))


def _root() -> Traversable:
    packaged = files("roadmapc") / "_assets"
    return packaged if packaged.is_dir() else Path(__file__).parents[2]
