"""The root of outputs while one build works in it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from roadmapc.diagnostics.outcome import Outcome
from roadmapc.workspace.codes import BUSY_FOLDER
from roadmapc.workspace.failures import failed, unwritable
from roadmapc.workspace.folder import held, saved_meanwhile
from roadmapc.workspace.lock import turn
from roadmapc.workspace.stage import HinderedError, finished


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
        return Outcome(root, tuple(map(saved_meanwhile, finished(root))))
    except HinderedError as error:
        return held(error.path, "")
    except OSError as error:
        return unwritable(root, error)
