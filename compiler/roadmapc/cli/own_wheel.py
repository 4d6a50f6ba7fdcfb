"""The wheel of the program that runs, so that servers install the very one that began a repository."""

import io
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.resources import files
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from roadmapc.assets import FOLDERS, below, tree

NAME = "roadmapc"
_INFORMATION = ("METADATA", "WHEEL", "entry_points.txt", "licenses/LICENSE")
"""Of the distribution; what else an installation has there is about itself."""


class Wheel(NamedTuple):
    """A wheel as a file."""

    name: str
    content: bytes


def own_wheel() -> Wheel | None:
    """The wheel, the same bytes each time; `None` if this program was not installed from one.

    It is put together from what is installed: wherever that came from, these are the files that run.
    """
    try:
        installed = distribution(NAME)
    except PackageNotFoundError:
        return None
    members = dict((*_modules(), *_assets(), *_information(installed)))
    if f"{NAME}/__init__.py" not in members or f"{_folder(installed)}/WHEEL" not in members:
        return None
    record = f"{_folder(installed)}/RECORD"
    members[record] = _record(members, record)
    return Wheel(f"{NAME}-{installed.version}-py3-none-any.whl", _zipped(members))


def _modules() -> Iterator[tuple[str, bytes]]:
    for path, entry in below(files(NAME)):
        if "__pycache__" not in path and not path.startswith("_assets/"):
            yield f"{NAME}/{path}", entry.read_bytes()


def _assets() -> Iterator[tuple[str, bytes]]:
    return ((f"{NAME}/_assets/{path}", content) for folder in FOLDERS for path, content in tree(folder))


def _information(installed: Distribution) -> Iterator[tuple[str, bytes]]:
    for name in _INFORMATION:
        if text := installed.read_text(name):
            yield f"{_folder(installed)}/{name}", text.encode()


def _folder(installed: Distribution) -> str:
    return f"{NAME}-{installed.version}.dist-info"


def _record(members: dict[str, bytes], record: str) -> bytes:
    """The list of the wheel's files that an installer holds them against (PEP 376)."""
    lines = [f"{name},sha256={_digest(content)},{len(content)}\n" for name, content in members.items()]
    return "".join((*lines, f"{record},,\n")).encode()


def _digest(content: bytes) -> str:
    return urlsafe_b64encode(sha256(content).digest()).decode().rstrip("=")


def _zipped(members: dict[str, bytes]) -> bytes:
    """With the first day that a ZIP can name on every file."""
    result = io.BytesIO()
    with ZipFile(result, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            entry = ZipInfo(name)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, content)
    return result.getvalue()
