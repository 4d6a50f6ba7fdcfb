"""A plan that holds one shape of an appendix, checked and built as an author would."""

from pathlib import Path
from typing import Any, NamedTuple

import docx

from in_process import run

DIRECTORY = Path(__file__).parent / "good" / "organisations" / "town.yaml"


class Built(NamedTuple):
    """What the commands say of a plan, and the document if there is one."""

    exit_code: int
    said: str
    document: Any
    plan: Path


def built(folder: Path, text: str) -> Built:
    """A plan with the id `shapes`, written into an empty folder beside the directory that it names."""
    (folder / "organisations").mkdir()
    (folder / "organisations" / DIRECTORY.name).write_bytes(DIRECTORY.read_bytes())
    plan, out = folder / "shapes.yaml", folder / "out"
    plan.write_text(text, encoding="utf-8")
    checked = run("check", "--all", plan)
    run("build", plan, "--format", "docx", "-o", out)
    path = out / "shapes" / "order.docx"
    return Built(checked.exit_code, checked.stderr, docx.Document(str(path)) if path.exists() else None, plan)
