"""Преамбула кончается тем, что документ напечатает сам.

Почему    «приказываю:» ставит сам документ: набранное в преамбуле печатается дважды, а точка перед ним
          обрывает предложение.
Плохо     preamble: "В целях развития школ приказываю:"
Хорошо    preamble: В целях развития школ
Основание ГОСТ Р 7.0.97, реквизит «текст документа»: преамбула и распорядительное слово – одно предложение
"""

import re
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.act import COMMANDS
from roadmapc.text.regex import regex

_WORDS = (*sorted(COMMANDS, key=len, reverse=True), "обязываю")
_SPACED = "|".join(r"\s*".join(word) for word in _WORDS)
_OPERATIVE = regex(rf"(?:(?<![\s,.])[\s,.]+)?(?<![а-яё])(?:{_SPACED})\s*[:.]?\s*$", re.IGNORECASE)
"""Letters of «п р и к а з ы в а ю» may stand apart."""
_SIGN = regex(r"(?<!\s)\s*[.;:,]\s*$")
_ABBREVIATION = regex(r"(?<![а-яё])(?:г|гг|др|т|п|им|обл|руб|в)\.\s*$", re.IGNORECASE)
_TURN = regex(r"(?:нн|вш|ющ|ущ|ащ|ящ|ем|им|ом)(?:ым|ой|ого|ей|их|ыми?|ую|ая|ий|ый|ие|ые|ому)\b|котор[а-яё]+")
"""After a turn with a participle the comma is right: «…, утверждённым приказом, приказываю»."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """The operative word, or a sign before or behind it; a directive has no such word."""
    order = subject.plan.order
    word = order.command.word
    if order.is_as_signed and not word:  # its preamble says the word itself
        return
    if _SIGN.search(word):
        message = f"за словом «{word}» документ сам поставит двоеточие"
        yield Finding(message, order.origin.key_span("operative"), ("кончайте его без знака",))
    for text in subject.fields("preamble"):
        words = text.words
        found = _OPERATIVE.search(words)
        if found is not None:
            message = f"«{found[0].strip(' ,.')}» напечатается второй раз: это слово документ ставит сам"
            yield Finding(message, text.at(*found.span()), ("уберите его из преамбулы",))
            continue
        sign = _SIGN.search(words)
        if sign is None or not word or _ABBREVIATION.search(words):
            continue
        if "," in sign[0] and _TURN.search(words[: sign.start()].rpartition(",")[2]):
            continue
        message = f"перед «{word}» напечатается «{sign[0].strip()}»: предложение оборвано"
        edit = text.edit(*sign.span(), "")
        yield Finding(message, text.at(*sign.span()), ("кончайте преамбулу словом",), edit=edit)


RULE = Rule(Code("N731", "preamble-end", Severity.ERROR, __doc__), check)
