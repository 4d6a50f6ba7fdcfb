"""Long texts cut for one line."""

from __future__ import annotations


def shortened(text: str, width: int = 60) -> str:
    """The text in one line of at most `width` characters, an ellipsis for what is cut off."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"
