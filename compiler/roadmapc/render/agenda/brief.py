"""Duties and plans in a few words, for a screen of the width of a hand."""

import re
from collections.abc import Sequence
from typing import Final

from roadmapc.model.organisation import Actor, Body, Official, Organisation
from roadmapc.model.plan import Plan
from roadmapc.schedule.plan_calendar import Duty
from roadmapc.text.letters import capital
from roadmapc.text.shorten import shortened_to_words

NAME_LENGTH: Final = 48
"""Characters of a plan's short name; lists of calendars show hardly more."""

_SAYS_NOTHING = re.compile(r"(?<=[Пп]лан) мероприятий(?= п)")
"""In the names of most plans: «План мероприятий по …»."""
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_ABBREVIATED = re.compile(r"\s*\(далее\s*[–-][^()]*\)")
_QUOTED = re.compile(r"«[^«»]*(?:«[^«»]*»[^«»]*)*»")
_INFINITIVE = re.compile(
    r"(?<![а-яё-])[а-яё]+(?:[аяиуыо]ть|(?<!с)еть|(?:[внмл]е[сз]|рас|й)ти|(?:вле|мо|бере)чь)(?:ся)?(?![а-яё])",
    re.IGNORECASE,
)
"""As an order orders; an addressee stands in the dative, in which no noun ends so but «сети»."""
_LEGAL_FORM = re.compile(r"[мгф][абк][доу]{1,3}|ооо|п?ао|[мг]уп")
"""Of a body, in small letters: «мбу», «мбоу», «гуп»."""
_DATIVE = re.compile(r"(?:[ую]|[аяыи]м|[ое]й|(?<![ыи])е|и)$")
"""How words in the dative end: «отделу», «школам», «комиссии», «городской»; no «отдельные»."""
_HEADS = ("руковод", "директ", "заведу", "началь", "председ")
"""How posts of those begin who head bodies of any name: «Руководителям учреждений»."""
_STEM = 5
"""Letters by which a word is known in another case."""


def brief_text(duty: Duty, organisation: Organisation) -> str:
    """What is to be done, without abbreviations that it introduces; of a clause, without its addressee.

    «Руководителям школ представить отчёт» begins with the same words in each calendar of a school; what is
    left out stands among the executors. A clause stays as it is if its first word names none of them, nor a
    head of some.
    """
    text = _ABBREVIATED.sub("", duty.text)
    if duty.section is not None:
        return text
    text = capital(text.rstrip(".;"))
    # what a name in quotation marks says is no verb of the clause
    verb = _INFINITIVE.search(_QUOTED.sub(lambda name: "·" * len(name[0]), text))
    first = re.match(r"\w+", text)
    if verb is None or first is None or first.end() > verb.start():
        return text
    is_addressed = _names(first[0].casefold(), _words(duty.actors, organisation))
    return capital(text[verb.start() :]) if is_addressed else text


def plan_name(plan: Plan) -> str:
    """The title of what has the measures, up to its first comma and without brackets, with the years.

    The order's title where no appendix has any: «Об утверждении» would begin the names of all calendars.
    """
    titles = [appendix.title for appendix in plan.appendices if appendix.tables]
    title = _BRACKETS.sub("", titles[0] if titles else plan.order.title).partition(", ")[0]
    title = _SAYS_NOTHING.sub("", title)
    first, last = plan.period.first_day.year, plan.period.last_day.year
    years = f"{first}–{last}" if first < last else f"{first}"
    name = shortened_to_words(title, NAME_LENGTH - len(years) - 1)
    return name if str(last) in name else f"{name} {years}"


def _names(word: str, names: frozenset[str]) -> bool:
    """Whether a word is of the names as they stand, or in the dative; «Отчёт» is no «отдел отчётов»."""
    if word in names or _LEGAL_FORM.fullmatch(word):
        return True
    is_named = word.startswith(_HEADS) or any(name.startswith(word[:_STEM]) for name in names)
    return is_named and _DATIVE.search(word) is not None


def _words(actors: Sequence[Actor], organisation: Organisation) -> frozenset[str]:
    """Those by which a clause may address them: of their names, of posts and names of people and heads."""
    names = [name for actor in actors for name in (actor.name, actor.short)]
    for actor in actors:
        head = organisation.officials[actor.head] if isinstance(actor, Body) and actor.head else actor
        if isinstance(head, Official):
            names += [head.post, head.name]
    return frozenset(word.casefold() for name in names for word in re.findall(r"\w+", name))
