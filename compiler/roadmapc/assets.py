"""What is shipped: `schemas/` and `templates/`, in the wheel or in the checkout, and tables beside modules.

One file is read by `pkgutil`, for `importlib.resources` takes as long to import as a phrase to read.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from pkgutil import get_data
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

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
_CHECKOUT = Path(__file__).parents[2]


def template_file(name: str) -> str:
    """The file of a blank that is called with its ending or without; empty if none is shipped under it."""
    stem = name.removesuffix(_SUFFIX)
    is_shipped = stem in BLANKS or stem + _SUFFIX == ORDER_TEMPLATE
    return stem + _SUFFIX if is_shipped else ""


def asset(folder: str, name: str) -> bytes:
    """The bytes of a shipped file; `FileNotFoundError` if there is none."""
    with suppress(FileNotFoundError):
        return get_data("roadmapc", f"_assets/{folder}/{name}") or b""
    return (_CHECKOUT / folder / name).read_bytes()


def table(package: str, name: str) -> str:
    """The text of a table that a room has beside its modules."""
    return (get_data(package, name) or b"").decode()


def names(folder: str) -> tuple[str, ...]:
    """Names of the shipped files of a folder, sorted."""
    return tuple(sorted(entry.name for entry in _root().joinpath(folder).iterdir() if entry.is_file()))


def tree(folder: str) -> Iterator[tuple[str, bytes]]:
    """Every shipped file of a folder by its path, which begins with the folder's name."""
    return ((f"{folder}/{path}", entry.read_bytes()) for path, entry in below(_root().joinpath(folder)))


def folders_of_checkout() -> tuple[Path, ...]:
    """Where both lie in a checkout; in the wheel they lie in the package itself."""
    return tuple(_CHECKOUT / folder for folder in FOLDERS)


def below(folder: "Traversable") -> Iterator[tuple[str, "Traversable"]]:
    """Every file below a folder by its path from there, sorted."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from ((f"{entry.name}/{path}", each) for path, each in below(entry))
        else:
            yield entry.name, entry


def _root() -> "Traversable":
    from importlib.resources import files  # noqa: PLC0415 - the reason stands above

    packaged = files("roadmapc") / "_assets"
    return packaged if packaged.is_dir() else _CHECKOUT
