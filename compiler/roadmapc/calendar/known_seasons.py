"""Seasons by their everyday names: what law fixes, what custom makes of the rest, how to name them.

A table of facts. Only what a law dates by itself is known without a word of the plan. Custom dates a season
if the plan asks for it («по обычаю»); else its days are an example in the advice, and nobody's dates.
"""

from typing import NamedTuple

from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import tokenize

_LONGEST_ENDING = 4
_ABOUT = ("подготовк", "готовност")
"""What is done before a season is not that season."""
BY_CUSTOM = "по обычаю"
"""What a plan writes instead of days to take those of this table."""


class KnownSeason(NamedTuple):
    """What is known of a season."""

    name: str
    stems: tuple[str, ...]
    """Beginnings of words by which phrases call it, all of which must be there."""
    days: tuple[str, ...]
    """In the words of deadlines; of custom, or an example of what somebody fixes each year."""
    source: str
    """The norm, or who fixes the days."""
    is_law: bool = False
    """Whether the norm dates it by itself."""
    is_custom: bool = False
    """Whether a plan may take the days by the words «по обычаю»."""


KNOWN = (
    KnownSeason(
        "единый день голосования",
        ("един", "дн", "голосован"),
        ("второе воскресенье сентября", "18.09.2016", "19.09.2021", "20.09.2026"),
        "Федеральный закон от 12.06.2002 № 67-ФЗ, ст. 10: в год выборов в Думу – третье воскресенье",
        is_law=True,
    ),
    KnownSeason(
        "день голосования",
        ("голосован",),
        ("второе воскресенье сентября",),
        "избирательная комиссия или дума",
    ),
    KnownSeason(
        "отопительный сезон",
        ("отопительн",),
        ("1 октября – 30 апреля",),
        "постановление администрации по погоде (п. 5 Правил № 354)",
        is_custom=True,
    ),
    KnownSeason(
        "отопительный период",
        ("отопительн", "период"),
        ("1 октября – 30 апреля",),
        "постановление администрации по погоде (п. 5 Правил № 354)",
        is_custom=True,
    ),
    KnownSeason(
        "весенний призыв",
        ("весенн", "призыв"),
        ("1 апреля – 15 июля",),
        "Федеральный закон от 28.03.1998 № 53-ФЗ",
        is_custom=True,
    ),
    KnownSeason(
        "осенний призыв",
        ("осенн", "призыв"),
        ("1 октября – 31 декабря",),
        "Федеральный закон от 28.03.1998 № 53-ФЗ",
        is_custom=True,
    ),
    KnownSeason("осенние каникулы", ("осенн", "каникул"), ("26 октября – 3 ноября {} года",), "приказ школы"),
    KnownSeason("зимние каникулы", ("зимн", "каникул"), ("31 декабря – 11 января {} года",), "приказ школы"),
    KnownSeason("весенние каникулы", ("весенн", "каникул"), ("28 марта – 5 апреля {} года",), "приказ школы"),
    KnownSeason("летние каникулы", ("летн", "каникул"), ("27 мая – 31 августа {} года",), "приказ школы"),
    KnownSeason("каникулы", ("каникул",), ("26 октября – 3 ноября {} года",), "приказ школы"),
    KnownSeason("четверть", ("четверт",), ("1 сентября – 25 октября {} года",), "приказ школы"),
    KnownSeason("триместр", ("триместр",), ("1 сентября – 30 ноября {} года",), "приказ школы"),
    KnownSeason("смена", ("смен",), ("2 июня – 22 июня {} года",), "приказ лагеря"),
    KnownSeason("месячник", ("месячник",), ("1–30 апреля {} года",), "акт о его проведении"),
    KnownSeason("декадник", ("декадник",), ("1–10 апреля {} года",), "акт о его проведении"),
    KnownSeason("половодье", ("половод",), ("1 апреля – 15 мая {} года",), "план мероприятий администрации"),
    KnownSeason("паводок", ("павод",), ("1 апреля – 15 мая {} года",), "план мероприятий администрации"),
    KnownSeason("пожароопасный сезон", ("пожароопасн",), ("15 апреля – 15 октября {} года",), "акт региона"),
    KnownSeason("купальный сезон", ("купальн",), ("1 июня – 31 августа {} года",), "акт администрации"),
    KnownSeason("призыв", ("призыв",), ("1 апреля – 15 июля {} года",), "указ Президента"),
    KnownSeason(
        "приёмная кампания", ("прием", "кампан"), ("20 июня – 15 августа {} года",), "правила приёма"
    ),
    KnownSeason(
        "избирательная кампания", ("избирательн",), ("20 июня – 13 сентября {} года",), "календарь выборов"
    ),
    KnownSeason("день города", ("дн", "город"), ("последняя суббота августа",), "устав"),
    KnownSeason("день села", ("дн", "сел"), ("первая суббота июля",), "устав"),
    KnownSeason("день посёлка", ("дн", "поселк"), ("первая суббота июля",), "устав"),
)
_BY_NARROWNESS = tuple(sorted(KNOWN, key=lambda season: -len(season.stems)))
"""«отопительный период» before «отопительный сезон», by which any words about heating go."""

_STEMS = tuple({stem for season in KNOWN for stem in season.stems})


def known_season(words: str) -> KnownSeason | None:
    """The season that words are about; `None` if they name none of the table."""
    texts = [token.text for token in tokenize(words) if token.sense is not Sense.ORDINAL]
    if any(text.startswith(_ABOUT) for text in texts):
        return None
    texts += ["дн" for text in texts if text in ("день", "днем")]
    texts = [text for text in texts if text.startswith(_STEMS)]
    for season in _BY_NARROWNESS if texts else ():
        if all(any(_is_form(text, stem) for text in texts) for stem in season.stems):
            return season
    return None


def _is_form(text: str, stem: str) -> bool:
    """Whether a word has this beginning and no more than an ending behind it."""
    return text.startswith(stem) and len(text) <= len(stem) + _LONGEST_ENDING
