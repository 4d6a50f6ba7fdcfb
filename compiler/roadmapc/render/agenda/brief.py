"""Duties and plans in a few words, for a screen of the width of a hand."""

import re
from collections.abc import Sequence
from typing import Final

from roadmapc.model.organisation import Body, Organisation
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
_LEGAL_FORM = re.compile(r"[МГФК][АБКУОДПС]{1,5}У?|У[ОО]|ООО|П?АО|[МГ]УП")
"""Of a body: «МБУ», «ГКУ», «УО»."""
_STEM = 5
"""Letters by which a word is known in another case."""


def brief_text(duty: Duty, organisation: Organisation) -> str:
    """What is to be done, without abbreviations that it introduces; of a clause, without its addressee.

    «Руководителям школ представить отчёт» begins with the same words in each calendar of a school; what is
    left out stands among the executors. A clause stays as it is if its first word names none of them.
    """
    text = _ABBREVIATED.sub("", duty.text)
    if duty.section is not None:
        return text
    text = text.rstrip(".;")
    # what a name in quotation marks says is no verb of the clause
    verb = _INFINITIVE.search(_QUOTED.sub(lambda name: "·" * len(name[0]), text))
    first = re.match(r"\w+", text)
    if verb is None or first is None or first.end() > verb.start():
        return text
    named = _stems(duty.bodies, organisation)
    is_addressed = first[0].casefold()[:_STEM] in named or _LEGAL_FORM.fullmatch(first[0])
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


def _stems(bodies: Sequence[Body], organisation: Organisation) -> frozenset[str]:
    """How the words begin by which a clause may address bodies: their names, their heads' posts and names."""
    names = [name for body in bodies for name in (body.name, body.short)]
    for body in bodies:
        if body.head:
            names += [organisation.officials[body.head].post, organisation.officials[body.head].name]
    return frozenset(word.casefold()[:_STEM] for name in names for word in re.findall(r"\w+", name))
