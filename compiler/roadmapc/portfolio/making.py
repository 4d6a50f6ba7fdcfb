"""The tables of a municipality from the records of its plans."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roadmapc.portfolio.literals import files, literal
from roadmapc.portfolio.tables import EXECUTORS, LINES, PLANS, STEPS, TABLES
from roadmapc.schedule.asked import compared
from roadmapc.state.index import PlanEntry
from roadmapc.state.record import PlanRecord
from roadmapc.state.store import dates_file, load
from roadmapc.workspace.disk import fresh_name

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_LONGEST = 1 << 28
"""Bytes of a line of JSON, which is a duty with all its dates."""


def make_tables(
    outputs: Path, entries: Mapping[str, PlanEntry], tables: Mapping[str, Path]
) -> Sequence[PlanRecord]:
    """Write them, and say of which records they are made; an `OSError` if that cannot be done."""
    loaded = [load(outputs, each.id, each.record) for each in entries.values()]
    found = [(record, dates_file(outputs, record)) for record in loaded if record is not None]
    whole = [(record, path) for record, path in found if path is not None]
    if not whole:
        return ()
    import duckdb  # noqa: PLC0415 - few have it

    with duckdb.connect(config={"temp_directory": ""}) as connection:
        _read(connection, whole)
        for path in tables.values():
            path.parent.mkdir(exist_ok=True)
        for table, path in tables.items():
            fresh = fresh_name(path.parent)
            try:
                target = f"{literal(str(fresh))} (FORMAT parquet, COMPRESSION zstd)"
                connection.execute(f"COPY ({TABLES[table]}) TO {target}")
                fresh.replace(path)
            except duckdb.IOException as error:
                with suppress(OSError):
                    fresh.unlink()
                raise OSError(str(error)) from None
    return [record for record, _ in whole]


def _read(connection: "DuckDBPyConnection", records: Sequence[tuple[PlanRecord, Path]]) -> None:
    """The tables and the steps that those which are kept are made of."""
    columns = ", ".join(f"{name}: {literal(kind)}" for name, kind in LINES.items())
    form = f"format='newline_delimited', columns={{{columns}}}, maximum_object_size={_LONGEST}"
    connection.execute(f"CREATE TABLE lines AS FROM read_json({files(path for _, path in records)}, {form})")
    _insert(connection, "of_plans", PLANS, [_plan(record) for record, _ in records])
    _insert(connection, "of_directory", EXECUTORS, _executors(records))
    for step, select in STEPS.items():
        connection.execute(f"CREATE TABLE {step} AS {select}")


def _insert(
    connection: "DuckDBPyConnection", table: str, columns: Mapping[str, str], rows: Sequence[dict[str, Any]]
) -> None:
    shape = json.dumps([columns])
    connection.execute(
        f"CREATE TABLE {table} AS SELECT unnest(from_json($rows, {literal(shape)}), recursive := true)",
        {"rows": json.dumps(rows, ensure_ascii=False)},
    )


def _plan(record: PlanRecord) -> dict[str, Any]:
    plan = record.plan
    return {
        "plan": plan.id,
        "path": record.path,
        "kind": str(plan.kind),
        "act": plan.order,
        "title": plan.title,
        "name": plan.name,
        "signed": plan.ordered and plan.ordered.isoformat(),
        "controller": plan.controller,
        "begins": record.first_day.isoformat(),
        "ends": record.last_day.isoformat(),
        "amending": record.is_amending,
    }


def _executors(records: Sequence[tuple[PlanRecord, Path]]) -> list[dict[str, Any]]:
    """All of the directory, as the last of its plans knows it."""
    names = {executor: called for record, _ in records for executor, called in record.names.items()}
    return [
        {"executor": executor, "name": called[0], "names": called, "called": [*map(compared, called)]}
        for executor, called in names.items()
    ]
