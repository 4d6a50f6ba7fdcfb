"""The tables of all municipalities as views, which can be read and nothing else."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from roadmapc.diagnostics.outcome import Outcome, failed
from roadmapc.portfolio.answer import Column
from roadmapc.portfolio.codes import BAD_QUERY, LONG_ANSWER
from roadmapc.portfolio.literals import as_pattern, files, literals
from roadmapc.portfolio.region import Labelled
from roadmapc.portfolio.views import VIEWS, View

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MOST_ROWS = 1_000_000
"""Nobody reads more of them."""
_SETTINGS: Mapping[str, Any] = {
    "allow_persistent_secrets": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "python_enable_replacements": False,
    "temp_directory": "",
}
"""No password is known, no extension fetched, no variable of this program a table, nothing left on a disk."""

Rows = tuple[tuple[Column, ...], Sequence[tuple[Any, ...]]]


class Database:
    """A connection to the views; whatever a query tries, it can only read them."""

    def __init__(self, municipalities: Sequence[Labelled]) -> None:
        """There has to be at least one."""
        import duckdb  # noqa: PLC0415 - few have it

        self._duckdb = duckdb
        self._connection: DuckDBPyConnection = duckdb.connect(config=dict(_SETTINGS))
        self._connection.execute("CREATE SCHEMA inner_tables")  # SHOW TABLES shows the views alone
        self._insert(
            "municipalities",
            ("file", "municipality", "directory", "repository"),
            [
                (str(path), each.municipality, each.directory, each.repository)
                for each in municipalities
                for path in each.tables.values()
            ],
        )
        for view in VIEWS:
            self._connection.execute(_view(view, municipalities))
        paths = [path for each in municipalities for path in each.tables.values()]
        # a file is looked for by its pattern, and then opened by its name
        allowed = literals({*map(str, paths), *map(as_pattern, paths)})
        self._connection.execute(f"SET allowed_paths = {allowed}")
        self._connection.execute("SET enable_external_access = false")
        self._connection.execute("SET lock_configuration = true")

    def choose(self, executors: Iterable[tuple[str, str]]) -> None:
        """Whom a question is about, by their directories and ids: the table `inner_tables.asked`."""
        self._insert("asked", ("directory", "executor"), [*executors])

    def rows(self, query: str, parameters: Mapping[str, Any] | None = None) -> Outcome[Rows]:
        """What a query of ours is answered."""
        try:
            done = self._connection.execute(query, parameters or None)
            columns = tuple(Column(each[0], str(each[1]), each[0]) for each in done.description or ())
            rows = done.fetchmany(MOST_ROWS + 1)
        except (self._duckdb.Error, ValueError, OverflowError, RuntimeError, MemoryError) as error:
            first = next(iter(str(error).splitlines()), type(error).__name__)
            return failed(BAD_QUERY, f"запрос не выполнен: {first}", _hint(error))
        if len(rows) > MOST_ROWS:
            message = f"в ответе больше {MOST_ROWS} строк"
            return failed(LONG_ANSWER, message, "сузьте вопрос: --executor, --from, --to; в SQL – LIMIT")
        return Outcome((columns, rows))

    def sql(self, query: str) -> Outcome[Rows]:
        """The same for a query of the user, which has to be one SELECT."""
        try:
            statements = self._connection.extract_statements(query)
        except (self._duckdb.Error, RuntimeError) as error:
            first = next(iter(str(error).splitlines()), "")
            return failed(BAD_QUERY, f"запрос не прочитан: {first}", _hint(error))
        if [each.type for each in statements] != [self._duckdb.StatementType.SELECT]:
            return failed(BAD_QUERY, "разрешён один запрос на чтение: SELECT", _hint(None))
        return self.rows(query)

    def _insert(self, table: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """A table of texts, filled in one step: a row a time takes a second for a thousand."""
        named = ", ".join(f"unnest($c{at}::VARCHAR[]) AS {name}" for at, name in enumerate(columns))
        values = {f"c{at}": [row[at] for row in rows] for at, _ in enumerate(columns)}
        self._connection.execute(f"CREATE TABLE inner_tables.{table} AS SELECT {named}", values)


def _view(view: View, municipalities: Sequence[Labelled]) -> str:
    """Plans of several repositories are named after these, too."""
    paths = files(each.tables[view.table] for each in municipalities)
    are_several = any(each.repository for each in municipalities)
    written = {"plan": "repository || '/' || plan AS plan"} if are_several else {}
    selected = [written.get(column.name, column.name) for column in view.columns]
    selected += [f"unnest({view.unnested}, recursive := true)"] if view.unnested else []
    return (
        f"CREATE VIEW {view.name} AS SELECT municipality, directory, {', '.join(selected)}"
        f" FROM read_parquet({paths}, filename = true) JOIN inner_tables.municipalities ON file = filename"
        f" WHERE {view.where}"
    )


def _hint(error: Exception | None) -> str:
    if type(error).__name__ == "IOException":
        return "таблицы убрали, пока шёл запрос: повторите его"
    return "что и как спросить: roadmapc portfolio --schema"
