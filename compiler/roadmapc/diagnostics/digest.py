"""A report that is read to its end: two screens, errors first, each cause once, the rest counted."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain
from typing import Any

from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.diagnostics.diagnostic import Diagnostic, Place
from roadmapc.diagnostics.to_text import address, first_line, harmless, picture, summary, to_text
from roadmapc.text.listed import listed
from roadmapc.text.plural import counted

WIDTH = 80
"""Characters of a terminal's line; a longer one takes two."""
LINES = 100
"""Two screens: what is longer is not read, and the error in it is not seen."""
ENTRIES = 20
"""Causes with a line of their own; errors have one even beyond them."""
_PICTURE = WIDTH - len("  130 | ……")
"""Characters of the line that a finding stands in."""
_ROOM = LINES - 16
"""Lines for causes; the others are for headings, for what is only counted and for the sum."""
_QUOTED = 24
"""Characters of a place that are quoted beside its number."""
_RELATED = 2
"""Other places of an error that are shown."""
_SUBJECTS = "DENLFPM"
"""Letters of codes: dates, bodies, numbers, references, facts, people, names; wording and others after."""
_BLOCK = re.compile(r"[>|][-+]?\s*$")
_RUSSIAN = re.compile(r"[А-Яа-яЁё\d]")


@dataclass(slots=True)
class _Entry:
    """Findings of one cause in one file; of those after the first only the places are kept."""

    code: Code
    head: str
    """Where the first stands, and what it says."""
    body: tuple[str, ...]
    """Its picture, other places and advice."""
    places: dict[str, None] = field(default_factory=dict)
    """Of all findings; a set in order."""
    count: int = 0
    """Of all findings."""

    @property
    def brief(self) -> tuple[str, ...]:
        """The first finding and where all of them stand."""
        return (f"{self.head} ({self._where(2)})" if self.count > 1 else self.head,)

    @property
    def whole(self) -> tuple[str, ...]:
        """The first finding as it is printed alone, then where all of them stand."""
        return (self.head, *self.body, *((f"   = {self._where(4)}",) if self.count > 1 else ()))

    def _where(self, shown: int) -> str:
        return f"{counted(len(self.places), 'место', 'места', 'мест')}: {listed(list(self.places), shown)}"


@dataclass(slots=True)
class Digest:
    """Takes findings as they come; keeps words, not the files they were found in."""

    opened: frozenset[Group] = frozenset()
    """Groups told finding by finding, among those that are only counted."""
    _entries: dict[tuple[str, str], _Entry] = field(default_factory=dict)
    """By file and cause."""
    _counts: Counter[Code] = field(default_factory=Counter)
    _fixable: int = 0
    """Among layout."""
    _undated: dict[tuple[str, str], None] = field(default_factory=dict)
    """Files and their rows and clauses without a control date; a set in order."""
    _in_full: list[str] = field(default_factory=list)
    """Findings of the opened groups."""
    _codes: dict[str, Code] = field(default_factory=dict)
    """By id and severity, which in a signed act is another: one that comes from a record is the same."""

    def add(self, one: Diagnostic) -> None:
        """Join a finding to those of its cause."""
        group, file = one.code.group, one.place.file.name if one.place else ""
        self._counts[self._codes.setdefault(_key(one.code), one.code)] += 1
        if group in (Group.ERRORS, Group.MEANING):
            key = (file, one.cause)
            if key not in self._entries:
                self._entries[key] = _Entry(one.code, harmless(first_line(one)), tuple(_body(one)))
            self._entries[key].places |= dict.fromkeys(map(harmless, _places(one)))
            self._entries[key].count += 1
        elif group is Group.UNDATED:
            self._undated |= dict.fromkeys((file, harmless(unit)) for unit in one.units or _places(one))
        elif group is Group.LAYOUT:
            self._fixable += one.edit is not None
        if group in self.opened:
            self._in_full.append(to_text((one,)))

    def record(self) -> dict[str, Any]:
        """All that was taken, for another digest that goes on from it; without what was opened."""
        codes = [
            [code.id, code.name, code.severity, code.title, code.concerns] for code in self._codes.values()
        ]
        entries = [
            [file, cause, _key(each.code), each.head, each.body, list(each.places), each.count]
            for (file, cause), each in self._entries.items()
        ]
        return {
            "codes": codes,
            "counts": {_key(code): count for code, count in self._counts.items()},
            "entries": entries,
            "fixable": self._fixable,
            "undated": list(self._undated),
        }

    def merge(self, record: Mapping[str, Any]) -> None:
        """Take everything that another digest has taken, as if it came now."""
        for name, word, severity, title, concerns in record["codes"]:
            code = Code(name, word, Severity(severity), title, Group(concerns))
            self._codes.setdefault(_key(code), code)
        for key, count in record["counts"].items():
            self._counts[self._codes[key]] += count
        for file, cause, key, head, body, places, count in record["entries"]:
            if (file, cause) not in self._entries:
                self._entries[file, cause] = _Entry(self._codes[key], head, tuple(body))
            self._entries[file, cause].places |= dict.fromkeys(places)
            self._entries[file, cause].count += count
        self._fixable += record["fixable"]
        self._undated |= dict.fromkeys((file, unit) for file, unit in record["undated"])

    @property
    def has_errors(self) -> bool:
        """Whether anything taken forbids signing."""
        return any(code.severity is Severity.ERROR for code in self._counts)

    def text(self) -> str:
        """The report; empty if there is nothing to say."""
        if not self._counts:
            return ""
        entries = sorted(self._entries.values(), key=lambda entry: _rank(entry.code))
        of_errors = sum(entry.code.group is Group.ERRORS for entry in entries)
        shown = _fitted(entries, of_errors)
        blocks = [
            _titled(Group.ERRORS, shown[:of_errors]),
            [*_titled(Group.MEANING, shown[of_errors:]), *self._rest(entries[len(shown) :])],
            [*self._counted()],
            ["\n".join(self._in_full).rstrip("\n")] if self._in_full else [],
            [
                "Всё подробно: roadmapc check --all; о правиле: roadmapc explain КОД",
                summary(self._counts.elements()),
            ],
        ]
        return "\n".join("".join(f"{line}\n" for line in lines) for lines in blocks if lines)

    def _rest(self, entries: Sequence[_Entry]) -> Iterator[str]:
        """Causes for which there was no room."""
        codes = Counter(entry.code for entry in entries for _ in range(entry.count))
        if codes:
            yield f"и ещё {summary(codes.elements())}: {_by_code(codes)}"

    def _counted(self) -> Iterator[str]:
        """A line for each group that is only counted."""
        of = {
            group: Counter({code: n for code, n in self._counts.items() if code.group is group})
            for group in Group
        }
        if layout := of[Group.LAYOUT]:
            places = counted(layout.total(), "место", "места", "мест")
            rules = counted(len(layout), "правиле", "правилах", "правилах")
            fixes = f"; {self._fixable} исправит --fix" if self._fixable else ""
            yield f"{Group.LAYOUT.heading}: {places} в {rules}: {_by_code(layout)}{fixes}"
        if readings := of[Group.READINGS]:
            notes = counted(readings.total(), *Severity.NOTE.forms)
            how = "" if Group.READINGS in self.opened else "; показать: --readings"
            yield f"{Group.READINGS.heading}: {notes}: {_by_code(readings)}{how}"
        if of[Group.UNDATED]:
            duties = counted(len(self._undated), "поручение", "поручения", "поручений")
            is_one_plan = len({file for file, _ in self._undated}) == 1
            where = f": {listed([unit for _, unit in self._undated])}" if is_one_plan else ""
            yield f"{Group.UNDATED.heading}: {duties}{where}"


def _key(code: Code) -> str:
    return f"{code.id} {code.severity}"


def _rank(code: Code) -> tuple[int, int]:
    """Errors, then what is asked, then notes; of each first what a duty is made of."""
    subject = _SUBJECTS.find(code.id[0])
    return list(Severity).index(code.severity), subject if subject >= 0 else len(_SUBJECTS)


def _by_code(codes: Counter[Code]) -> str:
    """«T901 – 45, T907 – 3 и ещё 2», the commonest first."""
    return listed([f"{code.id} – {count}" for code, count in codes.most_common()], shown=6)


def _titled(group: Group, shown: Sequence[Sequence[str]]) -> list[str]:
    """A group under its name; nothing of an empty one."""
    return [f"{group.heading}:", *chain.from_iterable(shown)] if shown else []


def _fitted(entries: Sequence[_Entry], of_errors: int) -> list[Sequence[str]]:
    """Errors with a line at least, others as far as two screens hold them; the first ones whole."""
    heights = accumulate(_height(entry.brief) for entry in entries)
    chosen = [
        entry
        for at, (entry, height) in enumerate(zip(entries, heights, strict=True))
        if at < of_errors or (at < ENTRIES and height <= _ROOM)
    ]
    room = _ROOM - sum(_height(entry.brief) for entry in chosen)
    fitted: list[Sequence[str]] = []
    for entry in chosen:
        more = _height(entry.whole) - _height(entry.brief)
        fitted.append(entry.whole if more <= room else entry.brief)
        room -= more if more <= room else 0
    return fitted


def _height(lines: Sequence[str]) -> int:
    """Lines of a terminal that they take."""
    return sum(max(1, -(-len(line) // WIDTH)) for line in lines)


def _body(one: Diagnostic) -> Iterator[str]:
    """What stands under the head of a finding, without what `explain` and `--all` say."""
    if one.place is not None:
        yield from _picture(one.place)
    if one.code.group is Group.ERRORS:
        for label in one.related[:_RELATED]:
            yield harmless(f"   = {address(label.place)}: {label.text}")
    for hint in one.hints:
        yield harmless(f"   = совет: {hint}")
    if one.edit is not None:
        yield "   = исправит: roadmapc check --fix"


def _picture(place: Place) -> Iterator[str]:
    """The words underlined; under the name of a field whose text begins below it, the text's first line."""
    line, carets = (*picture(place, _PICTURE), "", "")[:2]
    if _BLOCK.search(line):
        number, _ = place.file.position(place.span.start)
        below = place.file.line_span(number + 1)
        carets = next(picture(Place(place.file, below), _PICTURE), carets)
    yield from map(harmless, filter(None, (line, carets)))


def _places(one: Diagnostic) -> tuple[str, ...]:
    """«1.3 «ТПМПК»», «строка 12»: the row with the words, if they are few and not the name of a field."""
    if len(one.units) > 1:
        return one.units
    if one.place is None:
        return ("без места",)
    file, span = one.place
    where = one.units[0] if one.units else f"строка {file.position(span.start).line}"
    words = file.text[span.start : span.end]
    is_telling = len(words) <= _QUOTED and "\n" not in words and _RUSSIAN.search(words)
    return (f"{where} «{words.strip('«»')}»" if is_telling else where,)
