"""References to the directory in a text: `{deputy.accusative}`, `{school-11.head.dative}`.

Whatever has a brace and is no whole reference is a slip: it would be printed as it is typed.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from roadmapc.diagnostics.code import Code
from roadmapc.model.codes import BROKEN_REFERENCE, NAME_IN_WORDS, UNKNOWN_FIELD_OF_NAME
from roadmapc.model.from_tree.fields import text_of
from roadmapc.model.known_names import everyone, named
from roadmapc.model.organisation import Body, BodyId, Official, OfficialId, Organisation
from roadmapc.schema.registry import subschema_at
from roadmapc.source.limits import Comparisons
from roadmapc.source.span import Span
from roadmapc.syntax.tree import ScalarNode
from roadmapc.text.characters import clean
from roadmapc.text.regex import regex
from roadmapc.text.shorten import shortened
from roadmapc.text.similar import did_you_mean, latin, nearest_of

_RUSSIAN_CASE = r"(?:именит|родит|дат|винит|творит|предл)[а-яё]*"
SUSPECT = regex(rf"[{{}}｛｝A-Za-z.:_→](?:(?<=[^.:_→])|(?<=[а-яё].){_RUSSIAN_CASE})")
"""A text without a match has neither references nor slips of them; begins with what is quick to look for."""
_TOKEN = regex(
    r"(?<![{｛$%])\{(?P<path>[a-z0-9-]+(?:\.[a-z_]+)*)\}(?![}｝])(?P<stop>\.?)"
    r"|[$%]*[{｛]+[^{}｛｝\n]*[}｝]+"
    r"|[{｛]+[^\S\n]*[\w-]*(?:[.,:;_][\w-]+)*"
    r"|[\w-]*(?:[.,:;_][\w-]+)*[}｝]+"
    r"|(?<![\w@/.-])[<\[(]*(?P<bare>(?=[\w-]*[A-Za-z])[^\W\d][\w-]*(?:\s?(?:->|=>|[.,:;/_→·|>=~+*\\–—-])\s?|\s(?=[a-z]))"
    r"[^\W\d]+(?![\w@-]))[>\])]*(?:(?<=\])\([^()\s]*\))?"
    rf"|(?<![\w@/.-])[<\[(«]*(?P<russian>[а-яё-]+[.:_→]{_RUSSIAN_CASE})[>\])»]*"
    r"|<(?P<lone>[a-z][a-z0-9-]*)>"
    r"|(?<![\w/.-])[<\[(«@]*(?P<word>(?=[\w-]*[A-Za-z])[^\W\d_][\w-]*)(?![\w@/-]|\.\w)[>\])»]*"
)
"""A full stop after initials ends the sentence too: «возложить на Образцову А. Б.»."""
_WRAPPING = "$%{}｛｝<>[]()«»@ \t\u00a0"
_LATIN = regex(r"@?(?<![\w./-])(?=[\w-]*[A-Za-z])[^\W\d_][\w-]*(?![\w/@-]|\.\w|\s[a-z])")
"""A word that has a Latin letter, and none behind it."""
_SEPARATORS = regex(r"(?:->|=>|[.,:;/→·|>=~+*\\–—])+")

_CASES = {
    "именительн": "name",
    "родительн": "genitive",
    "дательн": "dative",
    "винительн": "accusative",
    "творительн": "instrumental",
    "предложн": "prepositional",
    "должност": "post",
    "кратк": "short",
    "чего": "genitive",
    "кому": "dative",
    "чему": "dative",
    "кем": "instrumental",
    "чем": "instrumental",
    "ком": "prepositional",
    "чём": "prepositional",
}
"""By how a Russian word for a field begins; it may be cut to its first letters."""
_SHORTEST = 2


class Slip(NamedTuple):
    """A stretch of a text that is no reference and was meant as one."""

    code: Code
    message: str
    span: Span
    hints: tuple[str, ...]
    replacement: str
    """What it can only have been meant as; empty where a person has to decide."""


class References:
    """The directory as references see it."""

    def __init__(self, organisation: Organisation) -> None:
        """Of an organisation."""
        self._organisation = organisation
        self._comparisons = Comparisons()
        self._sought: dict[str, _Near | None] = {}

    def resolved(self, text: str) -> tuple[str, tuple[Slip, ...]]:
        """The text with the words that its references stand for; what cannot be resolved stays."""
        slips: list[Slip] = []

        def words(found: re.Match[str]) -> str:
            said = None if found["path"] is None else self.at_path(found["path"])
            if isinstance(said, str):
                return said.removesuffix(found["stop"]) + found["stop"]
            slips.extend(self._slip(found) if said is None else [self._unknown(found, said)])
            return found[0]

        return _TOKEN.sub(words, text), tuple(slips)

    def _unknown(self, found: re.Match[str], advice: tuple[str, ...]) -> Slip:
        """A whole reference to what the directory has not."""
        near = None if self.record(found["path"].partition(".")[0]) else self._nearest(found["path"])
        hints = (f"возможно, вы имели в виду «{{{near.path}}}»",) if near and "." in near.path else advice
        message = f"по ссылке «{{{found['path']}}}» в справочнике ничего нет"
        return Slip(UNKNOWN_FIELD_OF_NAME, message, Span(found.start(), found.start("stop")), hints, "")

    def at_path(self, path: str) -> str | tuple[str, ...]:
        """The words at a path of the directory, or hints why there are none."""
        name, *steps = path.split(".")
        record = self.record(name)
        if record is None:
            alike = did_you_mean(name, self.names()) if self._may_seek() else ()
            return alike or (f"добавьте запись «{shortened(name)}» в справочник",)
        # «{school-11.head.dative}»: the person who heads the body, in the dative
        if steps[:1] == ["head"] and isinstance(record, Body) and record.head is not None:
            record, steps = self._organisation.officials[record.head], steps[1:]
        field_name = steps[0] if steps else "name"
        value = record.origin.get(field_name)
        if isinstance(value, ScalarNode) and len(steps) <= 1:
            return text_of(value)
        return _advice(record, field_name)

    def record(self, name: str) -> Body | Official | None:
        """The official or the body of that name."""
        official = self._organisation.officials.get(OfficialId(name))
        return official or self._organisation.bodies.get(BodyId(name))

    def names(self) -> tuple[str, ...]:
        """Every name of the directory."""
        return (*self._organisation.officials, *self._organisation.bodies)

    def _slip(self, found: re.Match[str]) -> Iterator[Slip]:
        """An error where a name and a field were meant; a name alone may be a word: a warning."""
        name = found["bare"] or found["lone"] or found["word"]
        inside = (name or found["russian"] or found[0]).strip(_WRAPPING)
        near = self._exact(inside) if name else self._nearest(inside)
        if name and (near is None or "." not in near.path):
            yield from self._names_in(found)
            return
        message = f"«{shortened(found[0])}» – не ссылка, и напечаталось бы как есть"
        words = () if near is None else self.at_path(near.path)
        is_sure = near is not None and near.is_sure and isinstance(words, str)
        replacement = f"{{{near.path}}}" if near and is_sure else ""
        hints = self._advice_on(near, words)
        yield Slip(BROKEN_REFERENCE, message, Span(*found.span()), hints, replacement)

    def _names_in(self, found: re.Match[str]) -> Iterator[Slip]:
        """Names of the directory that stand alone among Russian words."""
        for part in _LATIN.finditer(found.string, found.start(), found.end() + 2):
            if part.start() >= found.end():
                return
            before = found.string[max(part.start() - 30, 0) : part.start()].split()[-1:]
            is_foreign = any(word.isascii() and word.isalpha() for word in before)
            typed = latin(part[0].strip("@")).casefold()
            if self.record(typed) and not is_foreign:
                span = Span(*part.span())
                message = f"«{part[0]}» – имя из справочника, и напечаталось бы как есть"
                hints = (f"напишите ссылку: «{{{typed}}}» или с падежом, «{{{typed}.accusative}}»",)
                yield Slip(NAME_IN_WORDS, message, span, hints, "")

    def _advice_on(self, near: "_Near | None", words: str | tuple[str, ...]) -> tuple[str, ...]:
        if near is None:
            known = ", ".join(self.names()[:12])
            return (f"ссылка – имя из справочника и падеж в скобках: {{имя.dative}}; имена: {known}",)
        if isinstance(words, str):
            return (f"напишите «{{{near.path}}}»: «{words}»",)
        return (f"напишите «{{{near.path}}}»", *words)

    def _exact(self, inside: str) -> "_Near | None":
        """The reference that words amount to; nothing if a name or a field is only alike."""
        for name, fields in _readings(clean(inside)):
            typed, named = latin(name).casefold(), [_field_named(field) for field in fields]
            if self.record(typed) and all(named):
                return _Near(".".join((typed, *named)), is_sure=True)
        return None

    def _nearest(self, inside: str) -> "_Near | None":
        """The reference that words between braces were meant as; nothing if no name is like theirs.

        What is only alike is sought in the whole directory, and therefore not for ever.
        """
        if inside not in self._sought:
            near = self._exact(inside)
            if near is None and self._may_seek():
                readings = (self._read(*reading) for reading in _readings(clean(inside)))
                near = next((each for each in readings if each), None)
            self._sought[inside] = near
        return self._sought[inside]

    def _may_seek(self) -> bool:
        """Whether one more name may be compared with the whole directory."""
        return self._comparisons.allow(len(self._organisation.officials) + len(self._organisation.bodies))

    def _read(self, name: str, fields: tuple[str, ...]) -> "_Near | None":
        """A name and its fields, if each of them is like a known one."""
        parts = (self._name(name), *map(_field, fields))
        known = [part for part in parts if part is not None]
        if len(known) < len(parts):
            return None
        return _Near(".".join(part.path for part in known), all(part.is_sure for part in known))

    def _name(self, word: str) -> "_Near | None":
        """A name of the directory by its letters, its look-alikes, or what it is called in Russian."""
        typed, known = latin(word).casefold(), self.names()
        if typed in known:
            return _Near(typed, is_sure=True)
        ids = named(word, everyone(self._organisation)).ids
        if len(ids) == 1:
            return _Near(ids[0], is_sure=False)
        alike = nearest_of(typed, known)
        return _Near(alike, is_sure=False) if alike else None


class _Near(NamedTuple):
    """What a word was meant as."""

    path: str
    is_sure: bool


def _readings(inside: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A name and the fields after it, by what may stand between them; the surest first."""
    parts = [part.strip() for part in _SEPARATORS.split(inside) if part.strip()]
    if not parts:
        return
    yield parts[0], tuple(parts[1:])
    *words, last = (word.strip(".,:;/") for word in inside.split())
    if words:
        yield " ".join(words), (last,)
    cuts = (parts[0].partition("_"), parts[0].partition("-"), parts[0].rpartition("-"))
    yield from ((name.strip(), (field.strip(), *parts[1:])) for name, _, field in cuts if name and field)


def _field(word: str) -> _Near | None:
    """A field of a record by its letters or its Russian name, or one whose letters are like these."""
    if exact := _field_named(word):
        return _Near(exact, is_sure=True)
    alike = nearest_of(latin(word).casefold().replace(" ", "_"), _fields())
    return _Near(alike, is_sure=False) if alike else None


def _field_named(word: str) -> str:
    """A field of a record by its letters or its Russian name; empty if there is none."""
    typed = latin(word).casefold().replace(" ", "_")
    if typed in _fields():
        return typed
    small = word.casefold().translate(_CYRILLIC)
    russian = [
        field
        for beginning, field in _CASES.items()
        if small.startswith(beginning) or (len(small) >= _SHORTEST and beginning.startswith(small))
    ]
    return russian[0] if len(set(russian)) == 1 else ""


_CYRILLIC = str.maketrans("aceopxyk", "асеорхук")


@cache
def _fields() -> tuple[str, ...]:
    """The fields that a record of the directory may have."""
    properties = (subschema_at("organisation", (kind, ""))["properties"] for kind in ("officials", "bodies"))
    return tuple(dict.fromkeys(field for each in properties for field in each))


def line_to_add(record: Body | Official, name: str) -> str:
    """What to add to a record: a case as it should be, for the author of the directory to confirm."""
    # here, because the dictionary of the language is read only where a case is missing
    from roadmapc.language.forms import proposed  # noqa: PLC0415
    from roadmapc.language.inflection import CASES  # noqa: PLC0415

    form = proposed(record.name, name, is_person=isinstance(record, Official)) if name in CASES else ""
    if not form:
        return f"в справочнике к записи «{record.id}» добавьте строку «{name}: …»"
    return f"в справочнике к записи «{record.id}» добавьте строку, если падеж верен: «{name}: {form}»"


def _advice(record: Body | Official, name: str) -> tuple[str, ...]:
    """What to do about a field that a record has not."""
    kind = "bodies" if isinstance(record, Body) else "officials"
    if name in record.origin.fields:
        return (f"после «{record.id}.{name}» в ссылке ничего не бывает: назовите саму запись и падеж",)
    if name in subschema_at("organisation", (kind, record.id))["properties"]:
        return (line_to_add(record, name),)
    written = f"у «{record.id}» записано: {', '.join(record.origin.fields)}"
    return did_you_mean(name, record.origin.fields) or (written,)
