"""Questions over a region: processor seconds of the questions, and of what comes before them.

    python tests/bench/portfolio.py [DIRECTORIES]      500 directories of 40 plans of 330 dates and 20 bodies
    python tests/bench/portfolio.py --record           the same, and its figure is written to `ratios.json`

So many plans take half an hour to build: their records are written as a build would leave them, which takes
some minutes, and the tables of municipalities are made from these by the product itself.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

import ratios
import report

from roadmapc.cli.portfolio_run import opened
from roadmapc.model.act import ActKind
from roadmapc.portfolio.asking import ask
from roadmapc.portfolio.database import Database
from roadmapc.portfolio.from_state import repository
from roadmapc.render.agenda.view import AgendaView, Assignee, DutyView, OccurrenceView, PlanView
from roadmapc.state.compiler import text_digest
from roadmapc.state.index import Index, PlanEntry, save_index
from roadmapc.state.record import PlanRecord
from roadmapc.state.store import dates_written, save
from roadmapc.workspace.stamps import stamp_of

PLANS, DUTIES, DATES, BODIES = 40, 110, 3, 20
"""Of a directory; of a plan; of a duty; of a directory."""
DIRECTORIES = 500
ASKED = 0.5
"""Seconds of the processor for the load of a body by week."""
_BODIES = tuple(Assignee(f"unit-{at}", f"Отдел № {at}", is_official=False) for at in range(BODIES))
_NAMES = {each.key: (each.name,) for each in _BODIES}
_LAST = date(2028, 12, 31)
_FIRST = date(2024, 1, 1)
_TIMES = 5
_LOAD = "load of a body by week"


def write(root: Path, directories: int) -> int:
    """The sources and the records of so many directories; how many dates they have."""
    index, text, count = Index(), text_digest(), 0
    (root / "roadmaps" / "organisations").mkdir(parents=True)
    for at in range(directories):
        directory = f"roadmaps/organisations/town-{at}.yaml"
        (root / directory).write_text(f"name: {at}\n", encoding="utf-8")
        for number in range(PLANS):
            record = _record(root, directory, at, number, text)
            index.plans[record.path] = PlanEntry(
                id=record.id,
                named=record.named,
                text=text,
                wanted="",
                record=save(root / "build", record),
                dates="",
                directory=directory,
                sources=record.sources,
                acts="",
                imprint="",
            )
            index.stamps |= {each: (digest, stamp_of(root / each)) for each, digest in record.sources.items()}
            count += record.dated
    save_index(root / "build", index)
    return count


def _record(root: Path, directory: str, at: int, number: int, text: str) -> PlanRecord:
    """The record of a plan, whose dates are written."""
    name = f"plan-{at}-{number}"
    path = f"roadmaps/{name}.yaml"
    (root / path).write_text(f"id: {name}\n", encoding="utf-8")
    plan = PlanView(name, ActKind.ORDER, f"Приказ от 28.12.2023 № {number}", "О плане", "План", _FIRST, "")
    agenda = AgendaView(plan.title, (plan,), tuple(_occurrences(plan, Random(name))), (), _BODIES)
    sources = {each: sha256((root / each).read_bytes()).hexdigest() for each in (path, directory)}
    return PlanRecord(
        *(name, path, path, text, sources, "", directory, f"Администрация города № {at}", _NAMES, plan),
        *(
            _FIRST,
            _FIRST,
            _LAST,
            False,
            False,
            b"",
            dates_written(root / "build", name, agenda),
            len(agenda.occurrences),
        ),
    )


def _occurrences(plan: PlanView, random: Random) -> Iterator[OccurrenceView]:
    for at in range(DUTIES):
        bodies = tuple(random.sample(_BODIES, random.choice((1, 1, 2))))
        text = f"Мероприятие № {at}: подготовить отчёт о повышении качества общего образования"
        duty = DutyView(
            *(plan, str(at), text, text, False, "1. Раздел", "teal", bodies[0].name, "", "отчёт", bodies),
            id=f"measure-{at}",
            holders=tuple(each.key for each in bodies),
        )
        for time_ in range(DATES):
            due = _FIRST + timedelta(days=random.randrange(1826))
            words = ("до 01.09 ежегодно", "ежегодно, до 1 сентября", "", due, due, due, "", None, "", ())
            yield OccurrenceView(f"{plan.id}-{at}-{time_}", duty, *words)


def _used(step: Callable[[], object]) -> float:
    before = time.process_time()
    step()
    return time.process_time() - before


def main(directories: int, *, is_recorded: bool) -> None:
    """Measure and print."""
    with TemporaryDirectory() as folder, ExitStack() as stack:
        root = Path(folder).resolve()
        count = write(root, directories)
        plans = sorted((root / "roadmaps").glob("*.yaml"))
        known = repository(root, plans, "")
        tables = _used(lambda: opened([known], stack))
        opening = median(_used(lambda: opened([repository(root, plans, "")], stack)) for _ in range(_TIMES))
        database, coverage = opened([known], stack)
        assert database is not None
        database.choose((f"roadmaps/organisations/town-{at}.yaml", "unit-7") for at in range(directories))
        found = {name: median(_used(each) for _ in range(_TIMES)) for name, each in _questions(database)}
        size = sum(path.stat().st_size for path in root.glob("build/.roadmapc/portfolio/*")) / 2**20
    print(f"{count:,} dates of {coverage.plans:,} plans of {coverage.municipalities} municipalities.")
    print(f"Their tables take {size:.0f} MiB.\n\n| | processor, s |\n| --- | --- |")
    before = {"tables of all, made once": tables, "records looked at, database opened": opening}
    for name, seconds in {**before, **found}.items():
        print(f"| {name} | {seconds:.2f} |")
    million = count / 1_000_000
    load = ratios.Figure(f"load of a body by week over {million:.1f} million dates, s", found[_LOAD], ASKED)
    print("\n" + report.figures([load], ratios.recorded()))
    if is_recorded:
        ratios.record([load])


def _questions(database: Database) -> Iterator[tuple[str, Callable[[], object]]]:
    everybody = {"days": (date.min, date.max), "least": 2, "measure": "", "same": "text", "executor": ()}
    week = everybody | {"days": (date(2025, 3, 3), date(2025, 3, 9))}
    month = everybody | {"days": (date(2025, 3, 1), date(2025, 3, 31))}
    yield _LOAD, lambda: ask(database, "load", everybody | {"executor": ("unit-7",)})
    yield "what falls due in a week", lambda: ask(database, "due", week)
    yield "clashes of a month", lambda: ask(database, "clashes", month)
    yield "terms that differ", lambda: ask(database, "terms", everybody)
    yield "plans without a measure", lambda: ask(database, "lacking", everybody | {"measure": "собрание"})
    yield "shares without a date", lambda: ask(database, "undated", everybody)


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    main(numbers[0] if numbers else DIRECTORIES, is_recorded="--record" in sys.argv[1:])
