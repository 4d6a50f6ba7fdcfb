"""What plans of municipalities are about, by words that belong to one field alone."""

from collections.abc import Iterable
from functools import lru_cache

from roadmapc.checks.words import stems

_TOPICS: dict[str, tuple[str, ...]] = {
    "школы": (
        "школ",
        "ученик",
        "учащ",
        "педагог",
        "учител",
        "обучающ",
        "егэ",
        "огэ",
        "гиа",
        "впр",
        "образоват",
    ),
    "культура": ("библиот", "музе", "читател", "концерт", "краевед", "клубн", "фольклор"),
    "паводок": ("паводк", "половод", "ледоход", "подтоп", "затоп", "дамб", "плотин"),
    "отопление": ("котельн", "теплотрас", "теплосет", "теплов", "отопит", "теплоснаб", "кочегар"),
    "дороги и уборка": ("снег", "гололед", "тротуар", "асфальт", "ямочн", "снегоубор", "мусор", "свалк"),
    "сельское хозяйство": ("посев", "урож", "корм", "поголов", "олен", "удо", "скот", "пахот", "комбайн"),
    "животные": ("безнадзорн", "отлов", "бродяч", "бешенств"),
    "лес": ("лесн", "минерализован", "лесничеств", "противопожарн"),
    "выборы": ("избират", "голосован", "бюллетен"),
    "закупки и коррупция": ("коррупц", "антикоррупц", "закупк", "конфликт"),
    "транспорт": ("аэродром", "взлетн", "пассажир", "автобус", "перевоз", "причал"),
    "здоровье": ("вакцин", "диспансер", "прививк", "поликлин", "амбулатор"),
    "спорт": ("спартакиад", "спортивн", "физкультур", "стадион"),
}
"""Beginnings of stems; a word of two fields stands in neither."""


def topics(text: str) -> frozenset[str]:
    """The fields that a text names."""
    return frozenset().union(*filter(None, map(_fields_of, stems(text))))


@lru_cache(maxsize=65_536)
def _fields_of(word: str) -> frozenset[str]:
    return frozenset(topic for topic, names in _TOPICS.items() if word.startswith(names))


def topics_of(texts: Iterable[str]) -> frozenset[str]:
    """Those that any of several texts names."""
    return frozenset().union(*map(topics, texts))
