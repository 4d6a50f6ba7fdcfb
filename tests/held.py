"""The files of a build, held instead of written: what is made matters, not where it lies."""

from collections.abc import Iterable
from hashlib import sha256


class Held:
    """Takes files as a draft of a folder does."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    @property
    def digests(self) -> dict[str, str]:
        return {name: sha256(content).hexdigest() for name, content in self.files.items()}

    def add(self, name: str, pieces: Iterable[bytes]) -> str:
        self.files[name] = b"".join(pieces)
        return self.digests[name]

    def keep(self, name: str, digest: str) -> str:
        raise AssertionError(f"{name} of an earlier build: there was none")
