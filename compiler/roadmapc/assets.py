"""Where `schemas/` and `templates/` are: inside the wheel, or in the checkout."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

ORDER_TEMPLATE = "order.docx"
"""The template of orders in any folder of templates."""
BLANKS = {
    "longitudinal": "продольный, с реквизитами организации",
    "corner": "угловой, с реквизитами организации",
    "official": "должностного лица: организация, под ней должность",
    "bilingual": "двуязычный, в две колонки",
    "collegial": "коллегиального органа: созыв и заседание, председатель и секретарь",
}
"""The other templates of orders, by the names that plans call them; each is a `.docx` of that name."""
_SUFFIX = ORDER_TEMPLATE[ORDER_TEMPLATE.index(".") :]
FOLDERS = ("schemas", "templates")
"""All that is shipped beside the modules."""


def template_file(name: str) -> str:
    """The file of a blank that is called with its ending or without; empty if none is shipped under it."""
    stem = name.removesuffix(_SUFFIX)
    is_shipped = stem in BLANKS or stem + _SUFFIX == ORDER_TEMPLATE
    return stem + _SUFFIX if is_shipped else ""


def asset(folder: str, name: str) -> bytes:
    """The bytes of a shipped file; `FileNotFoundError` if there is none."""
    return _root().joinpath(folder, name).read_bytes()


def names(folder: str) -> tuple[str, ...]:
    """Names of the shipped files of a folder, sorted."""
    return tuple(sorted(entry.name for entry in _root().joinpath(folder).iterdir() if entry.is_file()))


def tree(folder: str) -> Iterator[tuple[str, bytes]]:
    """Every shipped file of a folder by its path, which begins with the folder's name."""
    return ((f"{folder}/{path}", entry.read_bytes()) for path, entry in below(_root().joinpath(folder)))


def shipped_folders() -> tuple[Path, ...]:
    """The folders on the disk; none where the package is an archive."""
    root = _root()
    return tuple(root / folder for folder in FOLDERS) if isinstance(root, Path) else ()


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
