"""What renderers remember from one run to the next: bytes by name, any of which may be gone at any time."""

from typing import Protocol


class Store(Protocol):
    """Gives back what was put into it under a name, or nothing."""

    def get(self, name: str) -> bytes | None:
        """What was put there last; `None` if it is gone."""

    def put(self, name: str, content: bytes) -> None:
        """Remember it, if that can be done."""


class NothingStored:
    """Of who remembers nothing."""

    def get(self, name: str) -> bytes | None:
        """Nothing."""
        return None

    def put(self, name: str, content: bytes) -> None:
        """Forget it."""


NOTHING_STORED: Store = NothingStored()
