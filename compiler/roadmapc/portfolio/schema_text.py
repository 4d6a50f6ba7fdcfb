"""What can be asked, for a terminal."""

from collections.abc import Iterator

from roadmapc.portfolio.views import VIEWS, columns_of

_EXAMPLE = "SELECT municipality, count(*) AS dates FROM dates WHERE due >= '2026-09-01' GROUP BY ALL"


def schema_text() -> str:
    """The views with their columns."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "Представления для --sql; соединяются по plan, kind, duty и по directory, executor."
    for view in VIEWS:
        columns = columns_of(view)
        names, types = (max(len(each[at]) for each in columns) for at in (0, 1))
        yield from ("", f"{view.name} – {view.about}")
        for name, kind, about in columns:
            yield f"  {name:<{names}}  {kind:<{types}}  {about}"
    yield from ("", "Пример:", f'  roadmapc portfolio --sql "{_EXAMPLE}"')
