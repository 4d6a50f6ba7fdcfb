"""The root of outputs while one build works in it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome, failed
from roadmapc.workspace.codes import BUSY_FOLDER, LEADS_OUTSIDE, UNWRITABLE
from roadmapc.workspace.disk import is_real_folder
from roadmapc.workspace.failures import unwritable
from roadmapc.workspace.folder import held, saved_meanwhile
from roadmapc.workspace.lock import turn
from roadmapc.workspace.memory import STATE
from roadmapc.workspace.root import MUNICIPALITIES
from roadmapc.workspace.stage import HinderedError, finished, obstacle


@contextmanager
def opened(root: Path, on_wait: Callable[[], None]) -> Iterator[Outcome[Path]]:
    """The root, made if it is missing, once it is one's turn and what killed builds have left is finished.

    It goes again if nothing was put into it.
    """
    with ExitStack() as stack:
        yield _entered(root, stack, on_wait)
    with suppress(OSError):
        root.rmdir()


def _entered(root: Path, stack: ExitStack, on_wait: Callable[[], None]) -> Outcome[Path]:
    try:
        root.mkdir(parents=True, exist_ok=True)
        if not stack.enter_context(turn(root, on_wait)):
            return failed(BUSY_FOLDER, f"папку «{root}» всё ещё занимает другая сборка", "дождитесь её конца")
        if (way := obstacle(root, STATE)) is not None:
            message = f"на месте папки «{way}», в которой сборка помнит сделанное, стоит другое"
            return failed(LEADS_OUTSIDE if way.is_symlink() else UNWRITABLE, message, "уберите это")
        return Outcome(root, tuple(mended(root)))
    except HinderedError as error:
        return held(error.path, "")
    except OSError as error:
        return unwritable(root, error)


def mended_meanwhile(root: Path) -> tuple[Diagnostic, ...]:
    """Finish what a process of this very build has left; what cannot be now waits for the next one."""
    try:
        return tuple(mended(root))
    except HinderedError as error:
        return held(error.path, "").diagnostics
    except OSError as error:
        return unwritable(root, error).diagnostics


def mended(root: Path) -> Iterator[Diagnostic]:
    """Finish what killed builds have left."""
    below = root / MUNICIPALITIES
    for folder in (root, below) if is_real_folder(below) else (root,):
        yield from map(saved_meanwhile, finished(folder))
