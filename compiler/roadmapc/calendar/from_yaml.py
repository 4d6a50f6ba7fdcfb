"""A file of the schema `work-calendar` to acts by year."""

from collections.abc import Iterator
from datetime import date

from roadmapc.assets import table
from roadmapc.calendar.acts import DayOff, DecreePeriod, Move, YearActs
from roadmapc.calendar.codes import (
    IMPOSSIBLE_CALENDAR_DAY,
    MOVE_OF_NO_DAY_OFF,
    REPEATED_CALENDAR_ENTRY,
    REVERSED_PERIOD,
)
from roadmapc.calendar.labour_code import holiday, is_weekend
from roadmapc.diagnostics.code import Code
from roadmapc.diagnostics.diagnostic import Diagnostic, Place
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.schema.validate import validate
from roadmapc.source.file import SourceFile
from roadmapc.syntax.from_yaml import from_yaml
from roadmapc.syntax.tree import MappingNode, ScalarNode, SequenceNode

Acts = dict[int, YearActs]


def shipped_acts() -> Acts:
    """The acts that come with the compiler; a test, not each start, holds them against the schema."""
    text = table("roadmapc.calendar", "data/russia.yaml")
    file = SourceFile("russia.yaml", text)
    root = from_yaml(file).value
    assert isinstance(root, MappingNode)
    return _Reader(file).acts(root)


def acts_from_yaml(file: SourceFile) -> Outcome[Acts]:
    """The acts of the file's years."""
    tree = from_yaml(file)
    if tree.value is None:
        return Outcome(None, tree.diagnostics)
    shaped = validate(file, tree.value, "work-calendar")
    if shaped.value is None:
        return Outcome(None, shaped.diagnostics)
    reader = _Reader(file)
    acts = reader.acts(shaped.value)
    return Outcome(None if reader.problems else acts, tuple(reader.problems))


class _Reader:
    """Nodes of the right shape in, acts out; what they get wrong is kept in `problems`."""

    def __init__(self, file: SourceFile) -> None:
        self.problems: list[Diagnostic] = []
        self._file = file

    def acts(self, root: MappingNode) -> Acts:
        acts: Acts = {}
        for node in _items(root, "years"):
            year = self._year(node)
            if year.year in acts:
                self._report(REPEATED_CALENDAR_ENTRY, f"{year.year} год записан второй раз", node, "year")
            acts[year.year] = year
        return acts

    def _year(self, node: MappingNode) -> YearActs:
        year = int(_text(node, "year"))
        return YearActs(
            year,
            _text(node, "act") if node.get("act") else None,
            tuple(self._moves(node, year)),
            tuple(
                DayOff(day, _text(item, "name"), _text(item, "act"))
                for item in _items(node, "days_off")
                if (day := self._day(item, "day", year))
            ),
            tuple(self._decree_periods(node, year)),
        )

    def _moves(self, node: MappingNode, year: int) -> Iterator[Move]:
        seen: set[date] = set()
        for item in _items(node, "moves"):
            from_day, to_day = self._day(item, "from", year), self._day(item, "to", year)
            if from_day and to_day:
                move = Move(from_day, to_day)
                self._check_move(item, move, seen)
                seen |= {from_day, to_day}
                yield move

    def _check_move(self, node: MappingNode, move: Move, seen: set[date]) -> None:
        if not is_weekend(move.from_day):
            self._report(MOVE_OF_NO_DAY_OFF, f"день {move.from_day:%d.%m.%Y} – не выходной", node, "from")
        if is_weekend(move.to_day) or holiday(move.to_day):
            self._report(MOVE_OF_NO_DAY_OFF, f"день {move.to_day:%d.%m.%Y} – не рабочий", node, "to")
        for field, day in (("from", move.from_day), ("to", move.to_day)):
            if day in seen:
                self._report(REPEATED_CALENDAR_ENTRY, f"день {day:%d.%m.%Y} уже перенесён", node, field)

    def _decree_periods(self, node: MappingNode, year: int) -> Iterator[DecreePeriod]:
        for item in _items(node, "decree_periods"):
            first_day, last_day = self._day(item, "first_day", year), self._day(item, "last_day", year)
            if first_day and last_day:
                if last_day < first_day:
                    self._report(REVERSED_PERIOD, "последний день раньше первого", item, "last_day")
                yield DecreePeriod(first_day, last_day, _text(item, "act"))

    def _day(self, node: MappingNode, field: str, year: int) -> date | None:
        """The day written in the field; `None` if there is no such day."""
        text = _text(node, field)
        number, month, written_year = map(int, text.split("."))
        try:
            day = date(written_year, month, number)
        except ValueError:
            self._report(IMPOSSIBLE_CALENDAR_DAY, f"дня «{text}» не бывает", node, field)
            return None
        if day.year != year:
            self._report(IMPOSSIBLE_CALENDAR_DAY, f"день «{text}» не из {year} года", node, field)
        return day

    def _report(self, code: Code, message: str, node: MappingNode, field: str) -> None:
        place = Place(self._file, _scalar(node, field).span)
        self.problems.append(Diagnostic(code, message, place, ("проверьте по акту о переносе выходных",)))


def _scalar(node: MappingNode, field: str) -> ScalarNode:
    value = node.get(field)
    assert isinstance(value, ScalarNode)
    return value


def _text(node: MappingNode, field: str) -> str:
    return _scalar(node, field).text


def _items(node: MappingNode, field: str) -> list[MappingNode]:
    """The records of a list; empty if the field is not there."""
    value = node.get(field)
    items = value.items if isinstance(value, SequenceNode) else ()
    return [item for item in items if isinstance(item, MappingNode)]
