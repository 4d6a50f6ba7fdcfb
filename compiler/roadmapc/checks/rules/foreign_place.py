"""Назван чужой город или чужая школа.

Почему    План составляли по образцу соседей, и их город или школа остались в тексте: исполнять некому.
Плохо     measure: Собрание учителей города Торжка
Хорошо    measure: Собрание учителей города Примерска
Основание в плане названы те, кто есть в справочнике или в приказе
"""

import re
from collections import Counter
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.words import stem
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.regex import regex

_TOWN = regex(
    r"(?P<before>(?:в|из|под)\s+)?(?<![а-яё])(?:город(?:а|у|ом|е)?|г\.|пос[её]лк(?:а|е|у)|сел(?:а|е|у)|деревн[еи]|станиц[еы])\s+"
    r"(?P<name>[А-ЯЁ][а-яё]{2,}(?:-[А-ЯЁа-яё]+)*)"
    r"|(?P<adjective>[А-ЯЁ][а-яё]+(?:ск|цк)(?:ого|ом|ий|ому|им))\s+(?:муниципальн[а-яё]+\s+|городск[а-яё]+\s+)?"
    r"(?:район|округ|поселени)[а-яё]*"
)
_BEFORE_NAME = regex(
    r"(?<![а-яё])(?:город(?:а|у|ом|е)?|г\.|пос[её]лк(?:а|е|у)|сел(?:а|е|у)|деревн[еи]|станиц[еы])$"
    r"|[А-ЯЁ][а-яё]+(?:ск|цк)(?:ого|ом|ий|ому|им)$"
)
_CAPITALS = frozenset(map(stem, ("Москва", "Москвы", "Санкт-Петербург", "Санкт")))
_SCHOOL = regex(
    r"(?P<kind>(?<![а-яё])(?:сош|оош|нош|сш|школ[а-яё]*|гимнази[а-яё]*|лице[йяюе][а-яё]*"
    r"|детск[а-яё]+\s+сад[а-яё]*|доу|м[бакд]+оу))\s*№\s*(?P<number>\d{1,4})(?!\d)",
    re.IGNORECASE,
)
_GARDEN = regex(r"сад|д[о]?у$|дошкол", re.IGNORECASE)
_FIELDS = frozenset(
    ("measure", "result", "participants", "text", "clauses", "items", "paragraphs", "document")
)
_FEW = 2
"""Strange places in a plan: one that names more of them speaks of its own district."""
_AWAY = regex(
    r"участи|поездк|выезд|конкурс|форум|соревнован|фестивал|экскурс|олимпиад|командир", re.IGNORECASE
)
"""What takes people to other towns."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Towns and numbered institutions that neither the directory nor the head of the order has, said once."""
    found = [
        (text, match)
        for text, match in subject.find(_TOWN, _BEFORE_NAME)
        if text.field in _FIELDS and not subject.facts.is_borrowed(text, match.start())
    ]
    times = Counter(_root(match["name"] or match["adjective"]) for _, match in found)
    once = {name for name, count in times.items() if count == 1}
    strange = once - _own_words(subject) if once else once
    for text, match in found if len(strange) <= _FEW else ():
        name = match["name"] or match["adjective"]
        goes = match["before"] and _AWAY.search(text.words)
        if _root(name) in strange and stem(name) not in _CAPITALS and not goes:
            place = "name" if match["name"] else "adjective"
            message = f"«{name}»: этого места нет ни в справочнике, ни в заголовке приказа"
            hint = "проверьте, не осталось ли оно от чужого плана"
            yield Finding(message, text.at(*match.span(place)), (hint,))
    yield from _schools(subject)


def _schools(subject: CheckInput) -> Iterator[Finding]:
    """Institutions with a number that the directory does not have.

    A plan that names several such ones knows more schools than its directory does: only a lone one, or one
    among others of the directory, is asked about.
    """
    known: dict[bool, set[str]] = {False: set(), True: set()}
    for match in _SCHOOL.finditer(subject.plan.organisation.file.text):
        known[_GARDEN.search(match["kind"]) is not None].add(match["number"])
    found = [(text, match) for text, match in subject.find(_SCHOOL, "№") if text.field in _FIELDS]
    times = Counter(match["number"] for _, match in found)
    for text, match in found:
        of_kind = known[_GARDEN.search(match["kind"]) is not None]
        is_lone = times[match["number"]] == 1 and (of_kind or len(times) == 1)
        if is_lone and match["number"] not in of_kind and not subject.facts.is_borrowed(text, match.start()):
            message = f"«{match[0]}»: в справочнике такого учреждения нет"
            hint = "проверьте номер или добавьте учреждение в справочник"
            yield Finding(message, text.at(*match.span()), (hint,))


def _own_words(subject: CheckInput) -> frozenset[str]:
    """Beginnings of the words of the directory, the head of the order and the titles."""
    plan = subject.plan
    titles = " ".join((plan.order.title, plan.order.place, *(appendix.title for appendix in plan.appendices)))
    words = re.findall(r"[А-ЯЁа-яё-]+", f"{plan.organisation.file.text} {titles} {plan.order.preamble}")
    return frozenset(map(_root, words))


def _root(name: str) -> str:
    """What a town and its adjective have in common: «Юрга», «Юргинский»."""
    plain = stem(name)
    return plain[: max(3, min(5, len(plain) - 1))]


RULE = Rule(Code("E624", "foreign-place", Severity.WARNING, __doc__), check)
