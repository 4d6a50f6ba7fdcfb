"""У акта нет даты или номера.

Почему    Акт находят по виду, органу, дате, номеру и названию. Без номера находят не тот.
Плохо     text: Признать утратившим силу приказ управления от 15.11.2018 «О плане».
Хорошо    text: Признать утратившим силу приказ управления от 15.11.2018 № 886 «О плане».
Основание ГОСТ Р 7.0.97: при ссылке на акт указывают вид, автора, дату, номер, заголовок
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.act import ANY_CASE, STEMS
from roadmapc.text.regex import regex

_ACT = regex(
    rf"\b{ANY_CASE}\b[^.;()«»]{{0,200}}?(?P<from>\bот\s+\d{{2}}\.\d{{2}}\.\d{{4}})(?!\s*(?:г\.|года)?\s*№)"
)

_DATED = frozenset(("приказ", "распоряжени", "постановлени"))
"""Kinds whose number says nothing without its date; a law is found by its number and title."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Dates of acts that no number follows, and numbers of acts that have no date anywhere in the plan."""
    for text, match in subject.find(_ACT, *STEMS):
        message = f"после «{match['from']}» нет номера акта"
        yield Finding(message, text.at(*match.span("from")), ("добавьте «№ …»",))
    dated = {(said.value.kind, said.value.number) for said in subject.facts.acts if said.value.has_date}
    for said in subject.facts.acts:
        act = said.value
        if act.kind in _DATED and act.number and not act.has_date and (act.kind, act.number) not in dated:
            yield Finding(
                f"у акта «{said.words}» нет даты", said.place, ("добавьте «от ДД.ММ.ГГГГ» перед номером",)
            )


RULE = Rule(Code("L806", "act-without-requisites", Severity.WARNING, __doc__), check)
