"""What is remembered, and told, of outputs that were just written."""

import gc
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from pathlib import Path

from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.render.formats import REGISTER
from roadmapc.render.register.codes import NOT_WHOLE
from roadmapc.render.register.filled import FilledRegister
from roadmapc.state.findings import to_json
from roadmapc.state.index import Inputs
from roadmapc.state.record import Built
from roadmapc.text.plural import counted
from roadmapc.workspace.manifest import MANIFEST

_BUILDS = count()
"""Of this process; to count what the collector has laid aside takes as long as to look through it."""


def built_of(
    inputs: Inputs, digests: Mapping[str, str], found: Iterable[Diagnostic], told: tuple[str, ...]
) -> Built:
    """What is remembered of outputs that were just written, and of what was found while they were made."""
    kept = {name: digests[name] for name in (MANIFEST, REGISTER) if name in digests}
    return Built(inputs.wanted, kept, to_json(lasting(found)), told)


def lasting(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """What would be found again: what a register had no place for lies beside it after the first time."""
    return tuple(diagnostic for diagnostic in found if diagnostic.code is not NOT_WHOLE)


def forget_last() -> None:
    """Give back what libraries have left of what was built here before: cycles, half a dozen MiB a plan."""
    if next(_BUILDS) > 1:  # after one plan, whose municipality may follow, there is little to look for
        gc.collect()
    gc.freeze()  # what is there stays, and need not be looked through again


def marks_told(register: Path, marks: FilledRegister) -> Iterator[str]:
    """What was carried over of what people have written."""
    marked = sum(map(len, (marks.rows or {}).values()))
    told = [f"отметки {counted(marked, 'строки', 'строк', 'строк')}"] if marked else []
    if marks.keyless:
        told.append(counted(len(marks.keyless), "своя строка", "своих строки", "своих строк"))
    if marks.sheets:
        told.append(counted(len(marks.sheets), "свой лист", "своих листа", "своих листов"))
    if told:
        yield f"{register}: перенесены {', '.join(told)}"
