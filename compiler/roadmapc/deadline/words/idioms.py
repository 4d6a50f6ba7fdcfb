"""Sequences of words that mean something only together.

A table of facts. A row is a list of beginnings of words: «постоян» stands for any form of «постоянный»;
a beginning of up to three letters, or one with a full stop, is the whole word. The longest row that
fits wins.
"""

from collections.abc import Iterator
from enum import IntEnum, auto
from typing import NamedTuple

from roadmapc.deadline.ast import THIS_YEAR, NthOf, Stretch
from roadmapc.deadline.unit import Unit
from roadmapc.deadline.words.tokens import Token, TokenKind


class Meaning(IntEnum):
    """What a sequence of words says."""

    CONTINUOUS = auto()
    ON_DEMAND = auto()
    SCHEDULE = auto()
    URGENT = auto()
    """«срочно»: as soon as can be, a day nobody knows."""
    AFTER = auto()
    """After the event that follows."""
    DURING = auto()
    """While the event lasts that follows, or that the words themselves name."""
    RESULTS = auto()
    """«по итогам»: a report on the period that follows, or an event."""
    WITHIN = auto()
    NOT_LATER = auto()
    UNTIL = auto()
    SINCE = auto()
    AT_LEAST = auto()
    """«не реже»: what follows is how often."""
    WHOLE_PLAN = auto()
    ONCE = auto()
    """«однократно»: any day of the plan, unless a date says which."""
    EXCEPT = auto()
    """«кроме»: what follows is not meant."""
    BESIDES = auto()
    """«кроме того»: another rule begins."""
    ASIDE = auto()
    """Words about the content of the work, not about its day."""
    FEAST = auto()


class Stem(NamedTuple):
    """The beginning of a word."""

    text: str
    is_whole: bool
    """Whether the word ends with it."""


class Idiom(NamedTuple):
    """A sequence of words."""

    meaning: Meaning
    stems: tuple[Stem, ...]
    stretch: Stretch | None = None
    """The day of a feast."""


_ROWS = {
    Meaning.CONTINUOUS: """
        постоянн | на постоянн основ | на регулярн основ | на системн основ | на систематическ основ
        | на непрерывн основ | систематическ | регулярн | непрерывн | бессрочн | круглогодичн | круглый год |
        весь год постоянн | в постоянн режим | в текущ режим | в рабоч порядк | в непрерывн режим |
        в ежедневн режим | без ограничен | не ограничен | на постоянн
    """,
    Meaning.ON_DEMAND: """
        при | по мере | по необходимост | по запрос | по требован | по обращен | по заявк |
        по заявлен | по факт | по поступлен | по поручен | по желани | по ходатайств | по решени |
        в случа | в необходим случа | в экстренн случа | если
    """,
    Meaning.SCHEDULE: """
        в соответстви | соответстви | в соотв | согласн | график | план | расписани | циклограмм |
        в рамках | в сроки | в срок установлен | в срок определен | в срок указан |
        в срок предусмотр | в установлен | в указан | в определен | в назначен | в порядк |
        в предусмотр | срок устанавлива | срок определ | срок уточня | срок проведени | дата уточня
        | даты уточня | дата проведени | даты проведени | устанавлива | к срок | на основани |
        не установлен | не определен | уточня
    """,
    Meaning.URGENT: """
        срочно | незамедлительно | немедленно | оперативно | безотлагательно | в срочн порядк |
        в оперативн порядк | в кратчайш срок | в максимально коротк срок | в возможно коротк срок |
        как можно скорее | как можно быстрее
    """,
    Meaning.AFTER: """
        после. | по окончани | по завершени | по результат | по истечени | по достижени | по выход |
        по готовност | по исполнени | по прибыти
    """,
    Meaning.DURING: """
        во время | в ходе | в день | в дни | в момент | каникул | осенн каникул | зимн каникул |
        весенн каникул | летн каникул | осенн зимн | зимн весенн | весенн летн | летн осенн |
        весенн осенн | месячник | день город | день поселк | день район | день села | день выбор |
        день открыт | единый день | декадник | раз в четверт | раз в триместр | отопительн |
        призывн кампани | приемн кампани | избирательн кампани |
        пожароопасн | паводк | паводков | четверть. | четверти. | четвертей. | триместр | рождествен
        | предновогодн | новогодн | в преддвери | на протяжени каникул | в связи | купальн |
        в каникул
    """,
    Meaning.RESULTS: "по итог",
    Meaning.WITHIN: """
        в течени | в течен | втечени | в теч | в период | в периоды | на протяжени | в продолжени |
        за период | на период | период с
    """,
    Meaning.NOT_LATER: "не поздн | не позж | в срок не поздн | в срок по | срок не поздн | срок по",
    Meaning.UNTIL: "в срок до | срок до | со срок до | в срок к | в сроки до | на срок до",
    Meaning.SINCE: "начина с | начина со | начал с | не ранее | не раньше",
    Meaning.ASIDE: "по состоянию",
    Meaning.BESIDES: "кроме того. | помимо того. | кроме этого | помимо этого",
    Meaning.EXCEPT: "кроме | за исключени | исключая | помимо",
    Meaning.AT_LEAST: "не реже | не менее | не реже чем | как минимум | минимум | не чаще | не более",
    Meaning.WHOLE_PLAN: """
        весь период | всего период | весь срок | всего срок | срок реализаци | срок действи |
        период реализаци | период действи | период исполнени | период выполнени | срока реализаци |
        срока действи | всего времен | срок выполнени | срока исполнени | все годы | всех лет |
        весь планов период | весь время | на период реализаци | в период реализаци |
        в период действи | на период действи | за период реализаци | на срок действи |
        в период исполнени | в период выполнени
    """,
    Meaning.ONCE: "однократн | единовременн | одноразов | разов. | разово",
}
_FEASTS = {
    (2, 23): "день защитник отечеств",
    (3, 8): "международн женск день | международн женск | женск день",
    (4, 12): "день космонавт",
    (5, 1): "праздник весны и труд",
    (5, 9): "день побед",
    (5, 15): "день семьи",
    (6, 1): "день защиты детей",
    (6, 12): "день россии",
    (6, 22): "день памяти и скорб",
    (7, 8): "день семьи любви",
    (8, 22): "день государственн флаг | день флаг",
    (9, 1): "день знан",
    (9, 3): "день солидарност",
    (10, 1): "день пожил | день пожилых",
    (10, 5): "день учител",
    (11, 4): "день народн единств",
    (12, 3): "день инвалид | день неизвестн солдат",
    (12, 9): "день героев | день борьбы с коррупц | международн день борьбы с коррупц",
    (12, 12): "день конституци",
    (12, 31): "новый год | нового года | новому году | новым годом",
}
_CASES_OF_DAY = ("день", "дня", "дню", "днем", "дне")
_KEY = 4
"""Letters by which idioms are found; a shorter beginning is a whole word."""
_DASHES = frozenset({TokenKind.DASH})
"""Passed over: «осенне-зимний» is two words."""


def _feasts() -> Iterator[Idiom]:
    for (month, day), rows in _FEASTS.items():
        stretch = NthOf(Unit.DAY, day, NthOf(Unit.MONTH, month, THIS_YEAR))
        for first, *others in _stems(rows):
            forms = map(_stem, _CASES_OF_DAY) if first.text == "день" else (first,)
            yield from (Idiom(Meaning.FEAST, (form, *others), stretch) for form in forms)
    mothers_day = NthOf(Unit.SUNDAY, -1, NthOf(Unit.MONTH, 11, THIS_YEAR))
    for form in map(_stem, _CASES_OF_DAY):
        yield Idiom(Meaning.FEAST, (form, _stem("матер")), mothers_day)


def _stem(word: str) -> Stem:
    return Stem(word.rstrip("."), len(word) < _KEY or word.endswith("."))


def _stems(rows: str) -> Iterator[tuple[Stem, ...]]:
    for row in filter(str.strip, rows.replace("\n", "|").split("|")):
        yield tuple(map(_stem, row.split()))


def _index() -> dict[tuple[str, str], tuple[Idiom, ...]]:
    """Idioms by the keys of their first two words, the longest first; the second of one word is empty."""
    idioms = [Idiom(meaning, stems) for meaning, rows in _ROWS.items() for stems in _stems(rows)]
    index: dict[tuple[str, str], list[Idiom]] = {}
    for idiom in sorted([*idioms, *_feasts()], key=lambda idiom: -len(idiom.stems)):
        first, second = (*(stem.text for stem in idiom.stems), "")[:2]
        index.setdefault((first[:_KEY], second[:_KEY]), []).append(idiom)
    return {key: tuple(idioms) for key, idioms in index.items()}


_IDIOMS = _index()
_FIRST = frozenset(first for first, _ in _IDIOMS)


def idiom_at(tokens: list[Token], at: int) -> tuple[Idiom, int] | None:
    """The longest idiom that begins at a token, and the index behind it."""
    first = tokens[at].text[:_KEY]
    if first not in _FIRST:
        return None
    second = at + 1
    while tokens[second].kind in _DASHES:
        second += 1
    for key in ((first, tokens[second].text[:_KEY]), (first, "")):
        for idiom in _IDIOMS.get(key, ()):
            end = _end(idiom.stems, tokens, at)
            if end is not None:
                return idiom, end
    return None


def meaning_at(tokens: list[Token], at: int) -> Meaning | None:
    """What the words say together that begin at a token; `None` if they are no idiom."""
    idiom = idiom_at(tokens, at)
    return idiom[0].meaning if idiom is not None else None


def _end(stems: tuple[Stem, ...], tokens: list[Token], at: int) -> int | None:
    """The index behind the words if they stand here one after another."""
    for stem, is_whole in stems:
        while tokens[at].kind in _DASHES:
            at += 1
        text = tokens[at].text
        if text != stem and (is_whole or not text.startswith(stem)):
            return None
        at += 1
    return at
