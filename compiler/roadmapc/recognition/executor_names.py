"""Who is named in a cell of executors, told apart by signs, by grammar and by known names."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from roadmapc.language.morphology import analyser, word
from roadmapc.language.nominal import group
from roadmapc.language.sentence import sentences
from roadmapc.language.word import IN_CASE, NOTHING, Part
from roadmapc.recognition.continuation import goes_on
from roadmapc.recognition.named_people import Person, people_of

_QUALIFIER = re.compile(r"\w+(?:ющ|ящ|ущ|ащ|вш|нн|ем|им)(?:ие|ий|ая|ее|ый|ые|ое|их|ых)(?:ся)?$|котор")
_LONGEST = 2_000
"""Letters of a cell; one that is longer names nobody, and is not looked through."""
_PROVISO = re.compile(
    r"(?:по согласованию|в установленном порядке|при необходимости|с согласия)", re.IGNORECASE
)
_SLASH = re.compile(r"\s+/\s+|(?<=[а-яА-ЯёЁ»\"])/(?=[А-ЯЁ]{2})")
_FOOTNOTE = re.compile(r"\s*(?:<?\*+>?|<\d>|\[\d\]|[¹²³])$")
_ON_TERMS = re.compile(rf"[\s,]*\(?\s*(?P<said>{_PROVISO.pattern})\s*\)?$", re.IGNORECASE)
_FURTHER = re.compile(r"\s*\(далее\s*(?:по тексту\s*)?[-–—]\s*(?P<said>[^()]+)\)$", re.IGNORECASE)
"""«(далее – УО)»: how the document calls it further."""
_TOGETHER = re.compile(
    r",?\s+(?:(?:совместно|вместе|(?:во|при) взаимодействии)\s+со?|(?:при|с) участи(?:и|ем)|а также)\s+",
    re.IGNORECASE,
)
# fmt: off
_BODIES = frozenset((
    "управление", "отдел", "департамент", "комитет", "администрация", "министерство", "служба", "сектор",
    "центр", "учреждение", "организация", "школа", "лицей", "гимназия", "колледж", "техникум", "сад",
    "детсад", "предприятие", "совет", "комиссия", "группа", "штаб", "дума", "собрание", "комиссариат",
    "инспекция", "агентство", "фонд", "музей", "библиотека", "клуб", "дом", "дворец", "театр", "больница",
    "поликлиника", "общество", "союз", "объединение", "редакция", "газета", "подразделение", "орган",
    "секретариат", "аппарат", "полиция", "прокуратура", "суд", "институт", "университет", "академия",
    "филиал", "отделение", "пункт", "поселение", "округ", "район", "оргкомитет", "кабинет", "бюро",
    "ассоциация", "товарищество", "компания", "застройщик", "оператор", "филармония",
))
# fmt: on
"""Nouns that begin the name of a body."""


class Named(NamedTuple):
    """One of those whom a cell names."""

    text: str
    """The name as typed, without what is said of it."""
    person: Person | None = None
    """If it is, or bears, the name of a person."""
    post: str = ""
    """Of the person."""
    units: tuple[str, ...] = ()
    """Named in brackets."""
    qualifier: str = ""
    """«имеющие низкие результаты»."""
    proviso: str = ""
    """«по согласованию»."""
    short: str = ""
    """How the document calls it further: «(далее – УО)»."""


class Reading(NamedTuple):
    """What a cell says."""

    named: tuple[Named, ...]
    doubtful: tuple[str, ...] = ()
    """Names that may be several: as they would be parted, if they were."""


def read_names(lines: Sequence[str], is_known: Callable[[str], bool]) -> Reading:
    """Those whom the lines of a cell name; a name that may be two stays one and is told."""
    if sum(map(len, lines)) > _LONGEST:
        return Reading((Named(" ".join(lines)),))
    found: list[Named] = []
    doubtful: list[str] = []
    for text in _things(lines, is_known):
        if is_known(text) and not people_of(text):
            found.append(Named(text))
            continue
        parts, others = _parted(text, is_known)
        if others != parts:
            doubtful.append("; ".join(others))
        for part in parts:
            found += _named(part, is_known)
    return Reading(tuple(_with_provisos(found)), tuple(doubtful))


def _things(lines: Sequence[str], is_known: Callable[[str], bool]) -> Iterator[str]:
    """What stands between lines, semicolons and «совместно с»: a line may go on with the name before it."""
    joined: list[str] = []
    for line in lines:
        words = re.sub(r"^(?:[-–—•*]|\d{1,2}[.)])\s+", "", line.strip())
        if joined and not is_known(words) and _continues(joined[-1], words):
            joined[-1] = f"{joined[-1]} {words}"
        elif words:
            joined.append(words)
    for line in joined:
        for piece in (piece for half in _outside(line, ";") for piece in _SLASH.split(half)):
            yield from (
                stripped for part in _apart(piece) if (stripped := _FOOTNOTE.sub("", part).strip(" ,;"))
            )


def _continues(above: str, line: str) -> bool:
    """Whether a line of a cell goes on with a name: it begins small and as no name would, or in brackets.

    «Директор» and «школы», «глава сельского» and «поселения» are one name: the first wants the second.
    """
    if line.startswith("(") or _depth(above) > 0:
        return True
    if above.endswith((";", ",")):
        return above.endswith(",") and not begins_name(line) and not people_of(line)
    if line[0].islower() and _wants_more(above):
        row = next(iter(sentences(line[:80])), ())
        found = group(row, 0) if row else None
        return found is not None and bool(found.shared & IN_CASE["gent"])
    return goes_on(above, line) and not begins_name(line)


def _wants_more(text: str) -> bool:
    """Whether a name cannot end so: a bare «директор», an adjective without its noun."""
    *before, last = text.split()
    if not before:
        return begins_name(text) and not _is_abbreviated(text)
    return word(last).is_adjective


def _apart(text: str) -> Iterator[str]:
    """A text at its «совместно с»."""
    start = 0
    for found in _TOGETHER.finditer(text):
        if _depth(text[: found.start()]) == 0:
            yield text[start : found.start()]
            start = found.end()
    yield text[start:]


def _outside(text: str, sign: str) -> list[str]:
    """A text at a sign that stands outside brackets and quotes."""
    parts, start = [], 0
    for at, letter in enumerate(text):
        if letter == sign and _depth(text[:at]) == 0:
            parts.append(text[start:at])
            start = at + 1
    return [*parts, text[start:]]


def _depth(text: str) -> int:
    """How many brackets and quotes are open at the end of a text."""
    straight = text.count('"') % 2
    return max(0, text.count("(") - text.count(")")) + max(0, text.count("«") - text.count("»")) + straight


def _parted(text: str, is_known: Callable[[str], bool]) -> tuple[list[str], list[str]]:
    """A text at the commas and «и» between names; and at those, too, that may stand between names.

    A comma inside a name («отдел культуры, спорта и туризма») is followed by no nominative.
    """
    pieces = [piece.strip() for piece in _outside(text, ",") if piece.strip()]
    sure, all_parts = pieces[:1], pieces[:1]
    for words in pieces[1:]:
        is_sure = _is_another(sure[-1], words, is_known)
        for parts, is_parted in (
            (sure, is_sure),
            (all_parts, is_sure or _may_be_another(all_parts[-1], words)),
        ):
            if is_parted:
                parts.append(words)
            else:
                parts[-1] = f"{parts[-1]}, {words}"
    sure = [half for part in sure for name in _at_and(part, is_known) for half in _at_capital(name, is_known)]
    all_parts = [
        half
        for part in all_parts
        for name in _at_and(part, is_known)
        for half in _at_capital(name, lambda after: is_known(after) or _is_nominative(after))
    ]
    return sure, all_parts


def _is_another(before: str, words: str, is_known: Callable[[str], bool]) -> bool:
    """Whether what follows a comma is another name for certain."""
    if is_known(words):
        return True
    if _goes_on_before(before, words):
        return False
    return bool(people_of(words[:60])) or begins_name(words)


def _may_be_another(before: str, words: str) -> bool:
    """Whether it may be one: a nominative that is no genitive, or words of which nothing is known."""
    if _goes_on_before(before, words):
        return False
    first, found = words.split(None, 1)[0].strip("«»\"'()"), _head(words)
    if found is None:
        return not word(first).parts
    return not word(found[1]).nouns & IN_CASE["gent"]


def _goes_on_before(before: str, words: str) -> bool:
    """Whether what follows a comma is said of the name before it: a proviso, a participle, a post."""
    first = words.split(None, 1)[0]
    return bool(_PROVISO.match(words) or _QUALIFIER.match(first)) or _is_post_beside(before, words)


def _is_post_beside(before: str, words: str) -> bool:
    """Whether a post follows the name of its bearer: «Образцова А. Б., начальник отдела»."""
    people, found = people_of(before), _head(words)
    is_bare = len(people) == 1 and people[0].end - people[0].start == len(before)
    return is_bare and not people_of(words) and found is not None and _is_living(found[1])


def _at_and(text: str, is_known: Callable[[str], bool]) -> list[str]:
    """A text at its last «и», if names stand on both sides: «УО и МКУ «Центр»»."""
    for found in reversed(list(re.finditer(r"\s+и\s+", text))):
        left, right = text[: found.start()], text[found.end() :]
        if _depth(left) != 0:
            continue
        is_named = is_known(right) or bool(people_of(right[:40])) or _is_abbreviated(right)
        if (
            is_named
            and (is_known(left) or begins_name(left) or people_of(left))
            and not _is_abbreviated_tail(left)
        ):
            return [*_at_and(left, is_known), right]
    return [text]


def _at_capital(text: str, is_name: Callable[[str], bool]) -> list[str]:
    """Two names with nothing between them, if the second has a capital letter and is one for certain."""
    for found in re.finditer(r"(?<=[\w»\")]) (?=[А-ЯЁ])", text):
        before, after = text[: found.start()], text[found.end() :]
        # «МБУ» of «МБУ Центр «Леда»», the post of a person
        is_part = before.isupper() or any(person.start == 0 for person in people_of(after))
        if not is_part and _depth(before) == 0 and begins_name(before) and is_name(after.partition(",")[0]):
            return [before, after]
    return [text]


def _is_nominative(text: str) -> bool:
    """Whether a text begins a name in a nominative that is no genitive: «Методист», not «Администрации»."""
    found = _head(text)
    return begins_name(text) and found is not None and not word(found[1]).nouns & IN_CASE["gent"]


def begins_name(text: str) -> bool:
    """Whether a text begins as the name of a body or of a post does: in the nominative, or abbreviated."""
    if _is_abbreviated(text):
        return True
    found = _head(text)
    if found is None:
        return False
    return bool(word(found[1]).lemmas & _BODIES) or _is_living(found[1])


def _head(text: str) -> tuple[int, str] | None:
    """The noun that a name begins with, if it and the adjectives before it are a nominative."""
    row = next(iter(sentences(text[:120])), ())
    shared = IN_CASE["nomn"]
    for at, token in enumerate(row[:5]):
        if token.word.parts & Part.NOUN and shared & token.word.nouns:
            following = row[at + 1].word if at + 1 < len(row) else NOTHING
            joint = shared & token.word.adjectives
            if not joint or not joint & (following.nouns | following.adjectives):
                return at, token.text
        if not shared & token.word.adjectives:
            return None
        shared &= token.word.adjectives
    return None


def _is_living(spelling: str) -> bool:
    """Whether a noun is somebody: «директора», «педагоги», «заместитель»."""
    return any({"NOUN", "anim", "nomn"} <= each.tag.grammemes for each in analyser().parse(spelling.lower()))


def _is_abbreviated(text: str) -> bool:
    """Whether a text begins with «МБУ», «УО», «ОО», «КДНиЗП»."""
    first = re.match(r"[А-ЯЁA-Z][А-ЯЁA-Zа-яё]*[А-ЯЁA-Z]+(?![а-яё])", text.lstrip('«"'))
    return (
        first is not None
        and len(first.group()) > 1
        and sum(map(str.isupper, first.group())) * 2 >= len(first.group())
    )


def _is_abbreviated_tail(text: str) -> bool:
    """Whether a text ends with an abbreviation that wants another: «отдел ГО» of «отдел ГО и ЧС»."""
    words = text.split()
    return (
        len(words) > 1
        and words[-1].isupper()
        and not words[-2].isupper()
        and not words[-1].endswith(("»", '"'))
    )


def _named(text: str, is_known: Callable[[str], bool]) -> Iterator[Named]:
    """The people of a text, or its body with what brackets and commas say of it."""
    words, proviso = _without(_ON_TERMS, _FOOTNOTE.sub("", text.strip()))
    people = people_of(words)
    if people:
        yield from _people(words, people, proviso)
        return
    words, short = _without(_FURTHER, words.rstrip("."))
    words, units = _without_units(words)
    body, _, qualifier = words.partition(", ")
    if not qualifier or is_known(words) or not _QUALIFIER.match(qualifier.split()[0]):
        body, qualifier = words, ""
    if body:
        yield Named(body, units=units, qualifier=qualifier, proviso=proviso, short=short)


def _without(remark: re.Pattern[str], text: str) -> tuple[str, str]:
    """A name without a remark at its end, and what that says."""
    found = remark.search(text)
    return (text[: found.start()].strip(), found["said"].strip()) if found else (text, "")


def _without_units(text: str) -> tuple[str, tuple[str, ...]]:
    """A name without the units that brackets at its end name, and they."""
    found = re.search(r"\s*\((?P<units>[^()]*)\)$", text)
    if not found:
        return text, ()
    units = tuple(unit.strip() for unit in re.split(r"[;,]", found["units"]))
    if all(unit and begins_name(unit) and not unit.isupper() for unit in units):
        return text[: found.start()], units
    return text, ()


def _people(text: str, people: Sequence[Person], proviso: str) -> Iterator[Named]:
    """People with their posts: before a name, or after it behind a dash or a comma."""
    start = 0
    for at, person in enumerate(people):
        before = text[start : person.start].strip(" ,–—-()")
        after = text[person.end :].strip(" ,–—-().") if at + 1 == len(people) else ""
        yield Named(text[person.start : person.end], person, before or after, proviso=proviso)
        start = person.end


def _with_provisos(found: Sequence[Named]) -> Iterator[Named]:
    """The same, a proviso that stands alone said of the one before it."""
    kept: list[Named] = []
    for each in found:
        if not each.text.strip("() ") and each.proviso and kept:
            kept[-1] = kept[-1]._replace(proviso=each.proviso)
        else:
            kept.append(each)
    yield from kept
