"""Slips in the plan's own words: typing errors, lost commas."""

import re
from random import Random

from defects.slips import with_slip
from kind import Kind
from ways import changed, swapped

SENTENCES = ("measure measure", "measure result", "clause text")
TEXTS = (*SENTENCES, "prose", "section title", "cell")
ROOTS = {
    "повышени": "повышнеи",
    "качеств": "качевств",
    "подготовк": "потготовк",
    "ответственн": "ответсвенн",
    "муниципальн": "муницыпальн",
    "организаци": "оргонизаци",
    "мероприяти": "меропреяти",
    "результат": "резултат",
    "образовани": "образавани",
    "проведени": "проведнени",
    "представлени": "предствалени",
    "информаци": "инфармаци",
    "деятельност": "деятельнсот",
    "методическ": "методичиск",
    "обучени": "обученни",
    "контрол": "кантрол",
    "анализ": "анализз",
    "документ": "докумет",
    "руководител": "руковадител",
    "управлени": "управлнеи",
    "специалист": "спецыалист",
    "совещани": "совищани",
    "комисси": "комиси",
    "проверк": "проверрк",
    "осмотр": "осморт",
    "предложени": "предлажени",
    "разработк": "разроботк",
    "библиотек": "библеотек",
    "памятник": "памтяник",
    "сведени": "сведнеи",
    "жител": "жиетл",
    "процедур": "процидур",
    "участи": "учасити",
}
"""Beginnings of frequent words, and how they are misspelt."""
PARTICIPLE = r"[а-яё]+(?:[уюая]щ|вш|енн|анн)(?:[аыио]й|ая|[ое]е|[иы]ед?|[иы][хм]|[иы]ми|ую|[ое]го|[ое]му)"
BEFORE_CLAUSE = re.compile(rf"[а-я](,) (?:(?:в|на|по) )?(?:котор[а-я]+|{PARTICIPLE})\b")


def _no_comma(text: str, random: Random) -> str | None:
    """A comma before a participle or «который» is lost."""
    found = list(BEFORE_CLAUSE.finditer(text))
    match = random.choice(found) if found else None
    return match and text[: match.start(1)] + text[match.end(1) :]


MISSPELT = swapped(
    (*SENTENCES, "prose", "section title", "cell"),
    *((rf"\b{right}", wrong) for right, wrong in ROOTS.items()),
)

KINDS = (
    Kind("согласование", "потеряна запятая при обороте или перед «который»", changed(SENTENCES, _no_comma)),
    Kind("орфография", "опечатка в частом слове", MISSPELT),
    Kind("орфография", "случайная опечатка", changed(TEXTS, with_slip)),
)
