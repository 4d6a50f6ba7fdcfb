"""Punctuation, spaces, letters and typography."""

import re
from random import Random

from kind import Kind, Make, Mutation
from manuscript import Manuscript
from ways import TEXTS, changed, rewritten, swapped

WORDS = (*TEXTS, "order title", "appendix title", "order preamble", "cell")
CELLS = ("measure measure", "measure result")
LOOK_ALIKES = str.maketrans("аеорсухАВЕКМНОРСТХ", "aeopcyxABEKMHOPCTX")


def _latin(text: str, random: Random) -> str | None:
    """One letter of a word."""
    places = [
        at for at, letter in enumerate(text) if letter in "аеорсх" and re.search(r"[а-я]{2}$", text[:at])
    ]
    at = random.choice(places) if places else None
    return None if at is None else text[:at] + text[at].translate(LOOK_ALIKES) + text[at + 1 :]


def _latin_abbreviation(text: str, random: Random) -> str | None:
    """A whole abbreviation, or all letters of it that can be."""
    found = re.finditer(r"\b[АВЕКМНОРСТХ]{2,}\b|\b[А-Я]{3,}\b", text)
    found = [match for match in found if match[0].translate(LOOK_ALIKES) != match[0]]
    if not found or text == text.upper():
        return None
    match = random.choice(found)
    return text[: match.start()] + match[0].translate(LOOK_ALIKES) + text[match.end() :]


def _without_yo(text: str, random: Random) -> str | None:
    """In a word of five letters or more: «все» and «чем» are words, too."""
    found = [match for match in re.finditer(r"\w+", text) if "ё" in match[0] and len(match[0]) >= 5]
    match = random.choice(found) if found else None
    return match and text[: match.start()] + match[0].replace("ё", "е") + text[match.end() :]


def _doubled(text: str, random: Random) -> str | None:
    found = list(re.finditer(r"\b[а-яё]{4,} ", text))
    match = random.choice(found) if found else None
    return match and text[: match.end()] + match[0] + text[match.end() :]


def _other_capital(text: str, random: Random) -> str | None:
    if not text[:2].isalpha() or text[1:2].isupper():
        return None
    return (text[0].lower() if text[0].isupper() else text[0].upper()) + text[1:]


def _stop(text: str, random: Random) -> str | None:
    return f"{text}." if text[-1].isalpha() and "\n" not in text else None


def _no_stop(text: str, random: Random) -> str | None:
    return None if text.endswith("}.") else text.removesuffix(".")


def _many(make: Make) -> Make:
    """Only in plans with rows enough to have a habit."""
    return lambda plan, random: make(plan, random) if len(plan.records_of("measures")) > 9 else None


def _list_ends(plan: Manuscript, random: Random) -> Mutation | None:
    """Lines of a list that end with different marks."""
    nodes = [node for node in plan.of(*CELLS) if node.text[-1:].isalpha() and "\n" not in node.text]
    if not nodes:
        return None
    node, (first, second, third) = random.choice(nodes), random.choice(ITEMS)
    ends = random.choice(((";", ".", ";"), (";", "", ";"), (",", ";", ","), (".", ";", ".")))
    wrong = f"{node.text}:\n\n- {first}{ends[0]}\n\n- {second}{ends[1]}\n\n- {third}"
    right = f"{node.text}:\n\n- {first}\n\n- {second}\n\n- {third}"
    return Mutation((rewritten(node, wrong),), (rewritten(node, right),))


ITEMS = (
    ("осмотр помещений", "проверка документов", "беседа с работниками"),
    ("сбор заявок", "отбор участников", "издание сборника"),
    ("выбор площадки", "монтаж сцены", "уборка территории"),
)


def _kind(name: str, make: Make, **about: str) -> Kind:
    return Kind("знаки", name, make, **({"unless": "T921"} | about))


KINDS = (
    _kind(
        "прямые или английские кавычки",
        swapped(WORDS, (r"«([^«»„“]+)»", r'"\1"'), (r"«([^«»„“]+)»", r"“\1”")),
    ),
    _kind("кавычка не закрыта", swapped(WORDS, (r"«([^«»]+)»", r"«\1"), (r"«([^«»]+)»", r"\1»"))),
    _kind("скобка не закрыта", swapped(WORDS, (r"\(([^()]+)\)", r"(\1"), (r"\(([^()]+)\)", r"\1)"))),
    _kind("дефис вместо тире", swapped(WORDS, (" – ", " - "), (r"(\d)–(\d)", r"\1-\2"))),
    _kind("длинное тире среди коротких", swapped(WORDS, (" – ", " — "), (r"(\d)–(\d)", r"\1—\2"))),
    _kind(
        "ячейка начата с другой буквы, чем соседние",
        _many(changed((*CELLS, "measure deadline", "measure document"), _other_capital)),
    ),
    _kind("строки перечня кончаются разными знаками", _list_ends),
    _kind("слово повторено", changed(WORDS, _doubled)),
    _kind("двойной пробел", swapped(WORDS, (r"([а-я,]) ([а-я])", r"\1  \2"))),
    _kind("нет пробела после запятой", swapped(WORDS, (r"([а-я]), ([а-я])", r"\1,\2"))),
    _kind(
        "пробел перед знаком", swapped(WORDS, (r"([а-я])([,;:])(?=\s)", r"\1 \2"), (r"([а-я])\.$", r"\1 ."))
    ),
    _kind(
        "нет пробела у скобки или кавычки",
        swapped(WORDS, (r"([а-я]) \(", r"\1("), (r"» ([а-я])", r"»\1"), (r" («[А-Я])", r"\1")),
    ),
    _kind("«№» без пробела", swapped((*WORDS, "clause paragraphs"), (r"№ (\d)", r"№\1"))),
    _kind("латинская буква в слове", changed(WORDS, _latin)),
    _kind("латинские буквы в сокращении", changed(WORDS, _latin_abbreviation)),
    _kind("«е» вместо «ё» там, где документ пишет «ё»", changed(WORDS, _without_yo)),
    _kind("точка в конце одной ячейки", _many(changed(CELLS, _stop))),
    _kind("пункт приказа без точки", changed(("clause text",), _no_stop)),
    _kind(
        "точка в конце заголовка",
        changed(
            ("order title", "section title", "appendix title", "heading", "part heading", "column"), _stop
        ),
    ),
    _kind(
        "две запятые или две точки подряд",
        swapped(WORDS, (r", ", ",, "), (r"([а-я])\.$", r"\1.."), (r"([а-я])\. ", r"\1.. ")),
    ),
)
