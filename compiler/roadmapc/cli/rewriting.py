"""Files of the author's own that a command changes."""

from codecs import BOM_UTF8
from pathlib import Path

from roadmapc.cli.report import leave
from roadmapc.workspace import read, rewrite


def rewrite_text(path: Path, text: str) -> None:
    """Replace the text of a source; the mark that an editor of Windows has put before it stays."""
    content = read(path).value or b""
    mark = BOM_UTF8 if content.startswith(BOM_UTF8) else b""
    rewrite_file(path, mark + text.encode())


def rewrite_file(path: Path, content: bytes) -> None:
    """Replace a file as a whole, or say why not and leave the program."""
    outcome = rewrite(path, content)
    if outcome.value is None:
        leave(outcome.diagnostics)
