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
    names = {path: sources.named(path) for path in paths}
    return {
        path: entry
        for path, name in names.items()
        if (entry := index.plans.get(name)) is not None
        and entry.text == wanted
        and next(iter(entry.sources)) == name
        and sources.are(entry)
    }
