"""Приложение названо не так, как его утверждают.

Почему    Приказ утверждает один план, а приложен другой: в заголовке лишние или потерянные слова. Спор
          о том, утверждён ли документ, начинается отсюда.
Плохо     title: План работы школ города на 2021–2025 годы
Хорошо    title: План работы на 2021–2025 годы
Основание наименование в утверждающем пункте и заголовок приложения совпадают
"""

import re
from collections.abc import Iterator, Sequence

from roadmapc.checks.clauses import place_of
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.words import StemmedWord, is_form_of, words
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Label, Place
from roadmapc.model.plan import Appendix, Order
from roadmapc.text.regex import regex
from roadmapc.text.shorten import shortened

_HINT = "назовите документ одинаково в заголовке к тексту, в пункте и в приложении"
_QUOTED = 40
"""Characters of the words that are lacking."""
_NAMING = "Об утверждении"
"""How the title of an order begins if it goes on with the name of what is approved."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Approved appendices against their clause and, if there is only one, the title of the order.

    The title of an order that approves several may sum them up, and one that begins «О проведении» or
    «О мерах» names what is to be done, not the document.
    """
    plan = subject.plan
    appendices = {appendix.id: appendix for appendix in plan.appendices}
    approved = [(clause, appendices[clause.approves]) for clause in plan.order.walk() if clause.approves]
    names_title = len(approved) == 1 and plan.order.title.startswith(_NAMING)
    is_of_several = len(approved) > 1 and plan.order.title.startswith(_NAMING)
    for clause, appendix in approved:
        span = appendix.origin.key_span("title")
        label = Label(Place(plan.file, place_of(clause)), f"пункт {clause.reference}")
        if difference := _difference(appendix.title, clause.text):
            message = f"приложение названо не так, как в пункте {clause.reference}: {difference}"
            yield Finding(message, span, (_HINT,), (label,))
        elif names_title and (difference := _difference(appendix.title, plan.order.title)):
            order_span = plan.order.origin.key_span("title")
            message = f"приложение названо не так, как в заголовке к тексту: {difference}"
            yield Finding(message, order_span, (_HINT,))
        elif is_of_several and (lost := _lost(appendix, plan.order)):
            order_span = plan.order.origin.key_span("title")
            message = f"в заголовке приказа нет слова «{lost}» из названия приложения"
            yield Finding(message, order_span, (_HINT,))


_FEW = 0.2
"""Of the words of a long name: if more are missing, the title of the order sums up."""


def _lost(appendix: Appendix, order: Order) -> str:
    """The first of the few words of a name that the title of the order has lost; empty if there is none."""
    there = {word.stem for word in words(order.title)}
    named = words(appendix.title)
    missing = [word for word in named if word.stem not in there]
    is_few = 0 < len(missing) <= _FEW * len(named)
    return appendix.title[missing[0].start : missing[0].end] if is_few else ""


_OF_IT = regex(
    r"\b(?:её|ее|его|их)\s+(?P<noun>(?:состав|положени|регламент|порядок)[а-яё]*)\b", re.IGNORECASE
)


def _unfolded(text: str) -> str:
    """«Создать комиссию по делам и утвердить её состав» as «состав комиссии по делам» would begin."""
    found = _OF_IT.search(text)
    return f"{found['noun']} {text[: found.start()].partition(' ')[2]}" if found else text


def _place_of(stem: str, word: str, text: str, written: Sequence[StemmedWord], since: int) -> int | None:
    """Where the words of a text have a word, in any form; endings alone tell «схему» from «схема»."""
    there = range(since, len(written))
    found = next((at for at in there if written[at].stem == stem), None)
    if found is None:
        found = next(
            (at for at in there if is_form_of(word, text[written[at].start : written[at].end])), None
        )
    return found


def _difference(title: str, text: str) -> str:
    """The first word of the title that the text has not in its place; empty if it names the title whole."""
    place = 0
    text = _unfolded(text)
    written, named = words(text), words(title)
    for ordinal, word in enumerate(named):
        exact = title[word.start : word.end]
        found = _place_of(word.stem, exact, text, written, place)
        if found is None:
            stems = {each.stem for each in written[place:]}
            last = next((at for at in range(ordinal, len(named)) if named[at].stem in stems), len(named)) - 1
            noun = "слов" if last > ordinal else "слова"
            return f"{noun} «{shortened(title[word.start : named[last].end], _QUOTED)}» там нет"
        if place and found > place:
            between = text[written[place - 1].end : written[found].start].strip(" «»„“,")
            # «План мероприятий (дорожная карта) на 2021 год»: a remark in brackets is no difference
            if not (between.startswith("(") and between.endswith(")")):
                extra = text[written[place].start : written[found - 1].end]
                return f"там ещё «{extra}»"
        if place and exact[0].isupper() != text[written[found].start].isupper():
            return f"«{exact}» там {'со строчной' if exact[0].isupper() else 'с прописной'} буквы"
        place = found + 1
    return ""


RULE = Rule(Code("L805", "title-mismatch", Severity.WARNING, __doc__), check)
