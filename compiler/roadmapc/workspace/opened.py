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
    except OSError as error:
        return unwritable(root, error)
    return mended(root)


def mended(root: Path) -> Outcome[Path]:
    """The root once what killed builds, or processes of this one, have left there is finished.

    No value if something hinders that: it waits for the next build.
    """
    below = root / MUNICIPALITIES
    saved: list[Diagnostic] = []
    try:
        for folder in (root, below) if is_real_folder(below) else (root,):
            saved.extend(map(saved_meanwhile, finished(folder)))
    except HinderedError as error:
        return Outcome(None, (*saved, *held(error.path, "").diagnostics))
    except OSError as error:
        return Outcome(None, (*saved, *unwritable(root, error).diagnostics))
    return Outcome(root, tuple(saved))
