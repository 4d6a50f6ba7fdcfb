"""What plans rest on, in words: the rows of one plan, and the statement of all that were compared."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from roadmapc.diff.grounds import Ground, GroundChange
from roadmapc.diff.judgement import Review
from roadmapc.diff.plans import PlanPair
from roadmapc.render.changes.view import GroundRow
from roadmapc.text.listed import listed

_NAMES = {
    Ground.DIRECTORY: "справочник",
    Ground.PROFILE: "профиль",
    Ground.WORK_CALENDAR: "рабочий календарь",
    Ground.TEXT: "текст",
    Ground.TEMPLATE: "шаблон",
    Ground.ACT: "акт",
    Ground.SEASON: "название времени",
    Ground.TIME_ZONE: "часовой пояс",
    Ground.SILENCED: "скрыто замечание",
    Ground.ID: "обозначение (id)",
}
_STATED = {
    Ground.DIRECTORY: "справочники",
    Ground.PROFILE: "профили",
    Ground.WORK_CALENDAR: "рабочие календари",
    Ground.TEXT: "тексты приложений",
    Ground.TEMPLATE: "шаблоны",
    Ground.ACT: "прежние акты",
    Ground.SEASON: "названия времён",
    Ground.TIME_ZONE: "часовые пояса",
    Ground.SILENCED: "вновь скрытые замечания",
    Ground.ID: "обозначения (id)",
}
_SAME = {Ground.SILENCED: "нет"}
_SHOWN = 5
"""Names that a line of the statement lists before «и ещё …»."""


def ground_rows(changes: Iterable[GroundChange]) -> tuple[GroundRow, ...]:
    """One for each."""
    return tuple(
        GroundRow(f"{_NAMES[change.ground]} «{change.name}»", "; ".join(change.details) or "изменён")
        for change in changes
    )


def statement_rows(reviews: Iterable[Review | PlanPair]) -> Iterator[str]:
    """Every kind of ground, changed or not: what is not named was not looked at."""
    changed: dict[Ground, dict[str, None]] = defaultdict(dict)
    for review in reviews:
        for change in review.grounds if isinstance(review, Review) else ():
            changed[change.ground][change.name] = None
    for ground, name in _STATED.items():
        names = [f"«{each}»" for each in changed[ground]]
        told = f"изменены {listed(names, _SHOWN)}" if names else _SAME.get(ground, "те же")
        yield f"{name}: {told.removeprefix('изменены ') if ground is Ground.SILENCED else told}"
