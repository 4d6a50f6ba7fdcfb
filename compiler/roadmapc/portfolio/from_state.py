"""Which plans of a repository can be asked about: those whose records hold for the sources of today."""

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from roadmapc.portfolio.region import Absence, LeftOut, Repository
from roadmapc.state.compiler import text_digest
from roadmapc.state.index import PlanEntry, Sources, load_index


def repository(root: Path, paths: Sequence[Path], label: str) -> Repository:
    """Its plans, by what the last builds have left."""
    index = load_index(root / "build")
    sources = Sources(root, index, 0)
    texts = {text_digest()}
    if any(entry.text not in texts for entry in index.plans.values()):
        texts.add(text_digest(has_reminders=True))
    entries: dict[str, PlanEntry] = {}
    left_out: list[LeftOut] = []
    of_plans = {PurePosixPath(name).parent for name in index.plans}
    of_directories = {PurePosixPath(entry.directory).parent for entry in index.plans.values()} - of_plans
    names = {sources.named(path): path for path in paths}
    given = {name: path for name, path in names.items() if PurePosixPath(name).parent not in of_directories}
    for name, path in given.items():
        entry = index.plans.get(name)
        if entry is None:
            left_out.append(LeftOut(str(path), Absence.UNBUILT))
        elif entry.text not in texts:
            left_out.append(LeftOut(str(path), Absence.OTHERWISE))
        elif next(iter(entry.sources)) != name or not sources.are(entry):
            left_out.append(LeftOut(str(path), Absence.CHANGED))
        else:
            entries[name] = entry
    return Repository(root, label, entries, given, tuple(left_out))
