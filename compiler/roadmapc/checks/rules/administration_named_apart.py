"""Администрация названа по-разному.

Почему    «Администрация города», «администрация городского округа», «администрация муниципального
          образования» – в одном документе это читается как три органа.
Плохо     measure: Отчёт администрации города
Хорошо    measure: Отчёт администрации городского округа
Основание наименование органа берётся из устава и пишется одинаково
"""

import re
from collections import Counter
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.regex import regex

_OF = "города|городского округа|муниципальн[а-яё]+ (?:образования|округа|района)|района"
_NAMED = regex(rf"\bадминистраци[а-яё]+ (?P<of>{_OF})\b", re.IGNORECASE)
_QUOTED_TITLE = regex(r"«О[^«»]*»")
"""The name of another act is quoted as it is."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Mentions that differ from the commonest."""
    mentions = [mention for mention in subject.find(_NAMED, "администраци") if not _is_quoted(mention[1])]
    often = Counter(match["of"].casefold() for _, match in mentions).most_common()
    for text, match in mentions if len(often) > 1 else ():
        if match["of"].casefold() != often[0][0]:
            message = f"«{match[0]}», а в других местах – «администрация {often[0][0]}»"
            yield Finding(message, text.at(*match.span()), ("называйте орган одинаково",))


def _is_quoted(mention: re.Match[str]) -> bool:
    titles = _QUOTED_TITLE.finditer(mention.string)
    return any(title.start() < mention.start() < title.end() for title in titles)


RULE = Rule(Code("E610", "administration-named-apart", Severity.WARNING, __doc__), check)
