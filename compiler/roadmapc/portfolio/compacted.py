"""The records of each municipality put together in Parquet, which is made anew where they have changed.

It lies beside the records and is as safe to lose: `portfolio.json` says of which records it was made, and
what stamps its files had. Files of other stamps are made again; where none can be written, they are made for
one answer elsewhere.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from roadmapc.portfolio.region import Absence, LeftOut, Municipality, Repository
from roadmapc.portfolio.tables import TABLES
from roadmapc.state.index import PlanEntry
from roadmapc.workspace.memory import FOLDER, forget, keep, kept
from roadmapc.workspace.stamps import Stamp, stamp_of

VERSION = 2
"""Of the tables; those of another are made again."""
_STATE = "portfolio.json"

Entries = Mapping[str, PlanEntry]


class Made(NamedTuple):
    """A municipality whose tables were made."""

    records: str
    """A digest of the records that they are made of; empty if some of these were lost."""
    organisation: str
    plans: int
    stamps: Mapping[str, Stamp | None]
    """Of their files, by table."""


class Compacted(NamedTuple):
    """What a repository has to be asked."""

    municipalities: tuple[Municipality, ...]
    lost: tuple[LeftOut, ...]
    """Plans whose records turned out to be damaged."""
    failure: OSError | None
    """Why tables were made that are not kept; `None` if all are."""


def compacted(repository: Repository, spare: Callable[[], Path]) -> Compacted:
    """The tables of all municipalities; those that cannot be kept are made in a `spare` folder.

    An `OSError` if there is none that can be written, either.
    """
    state, failure = repository.outputs / FOLDER, None
    before, now = _made(state / _STATE), dict[str, Made]()
    found, lost = list[Municipality](), list[LeftOut]()
    for directory, entries in _by_directory(repository.entries):
        digest = _digest(directory, entries)
        tables = _tables(state / "portfolio", digest)
        known = before.get(directory)
        if known is None or known.records != digest or known.stamps != _stamps(tables):
            from roadmapc.portfolio.making import make_tables  # noqa: PLC0415 - records seldom change

            try:
                made = make_tables(repository.outputs, entries, tables)
            except OSError as error:
                failure, tables = error, _tables(spare(), digest)
                made = make_tables(repository.outputs, entries, tables)
            names = entries.keys() - {each.path for each in made}
            lost += (LeftOut(str(repository.given[name]), Absence.LOST) for name in sorted(names))
            if not made:
                continue
            # tables without a lost plan are made again the next time, and the plan is named again
            known = Made("" if names else digest, made[0].organisation, len(made), _stamps(tables))
        now[directory] = known
        found.append(Municipality(known.organisation, directory, known.plans, tables))
    if now != before:
        _keep(state, now, found)
    return Compacted(tuple(found), tuple(lost), failure)


def _tables(folder: Path, digest: str) -> dict[str, Path]:
    return {table: folder / f"{digest[:32]}.{table}.parquet" for table in TABLES}


def _by_directory(entries: Entries) -> Iterator[tuple[str, Entries]]:
    groups: dict[str, dict[str, PlanEntry]] = {}
    for name, entry in entries.items():
        groups.setdefault(entry.directory, {})[name] = entry
    yield from groups.items()


def _digest(directory: str, entries: Entries) -> str:
    records = [(name, each.id, each.record) for name, each in entries.items()]
    return sha256(repr((VERSION, directory, sorted(records))).encode("utf-8", "surrogatepass")).hexdigest()


def _stamps(tables: Mapping[str, Path]) -> dict[str, Stamp | None]:
    return {table: stamp_of(path) for table, path in tables.items()}


def _made(path: Path) -> dict[str, Made]:
    """What is known of tables; empty if that was lost."""
    try:
        found = json.loads(kept(path) or b"{}")
        return {
            directory: Made(
                records, organisation, plans, {table: Stamp(*each) for table, each in stamps.items()}
            )
            for directory, (records, organisation, plans, stamps) in found.items()
        }
    except (ValueError, TypeError, AttributeError, RecursionError):
        return {}


def _keep(state: Path, made: Mapping[str, Made], found: Iterable[Municipality]) -> None:
    """Remember it all, and take away what was made of other records."""
    with suppress(OSError):  # then all is made again the next time
        keep(state / _STATE, json.dumps(made, ensure_ascii=False).encode())
    forget(state / "portfolio", [path.name for each in found for path in each.tables.values()])
