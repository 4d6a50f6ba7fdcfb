"""Records that hold, for commands that build nothing: what they say is not compiled again."""

from collections.abc import Callable, Sequence
from pathlib import Path

from roadmapc.state.index import PlanEntry, Sources, load_index
from roadmapc.workspace.sources import root_of


def held(paths: Sequence[Path], text: Callable[[], str]) -> dict[Path, PlanEntry]:
    """Of plans those whose records hold, in the state of the repository's usual outputs.

    `text` tells what their meaning has to depend on besides their sources: it looks at all files of ours.
    """
    repository = root_of(paths[0])
    index = load_index(repository / "build")
    if not index.plans:
        return {}
    sources, wanted = Sources(repository, index, 0), text()
    found = {path: index.plans.get(sources.named(path)) for path in paths}
    return {
        path: entry
        for path, entry in found.items()
        if entry is not None
        and entry.text == wanted
        and next(iter(entry.sources)) == sources.named(path)
        and sources.are(entry)
    }
