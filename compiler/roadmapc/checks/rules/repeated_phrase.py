"""Одна фраза дважды в предложении.

Почему    Так выглядит вставка, у которой забыли удалить прежние слова.
Плохо     measure: Вклад школ в развитие образования города, определение вклада в развитие образования города
Хорошо    measure: Определение вклада школ в развитие образования города
Основание редакторская практика
"""

from collections.abc import Iterator

from roadmapc.checks.abbreviations import INTRODUCED
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.words import StemmedWord, stems, words
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.regex import regex

_SENTENCE = regex(r"[^.;:\n]+")
_LENGTH = 4
"""Words in a row."""
_NEAR = 10
"""Words from one to the other: two long names of a list may begin alike."""
_FIELDS = ("measure", "result", "title", "text", "clauses", "items", "document")


def check(subject: CheckInput) -> Iterator[Finding]:
    """Phrases that come again within one sentence."""
    for text, (start, end) in subject.ask(_repeated):
        if text.field in _FIELDS:
            phrase = text.words[start:end]
            message = f"фраза «{phrase}» уже была в этом предложении"
            yield Finding(message, text.at(start, end), ("уберите одну из двух",))


def _repeated(text: str) -> Iterator[tuple[int, int]]:
    """The stretch of the first repeated phrase of each sentence; names of acts may repeat their words."""
    found = stems(text)
    # a quick look: a phrase that comes again brings each of its words again
    if "«О" in text or len(found) - len(set(found)) < _LENGTH:
        return
    for sentence in _SENTENCE.finditer(text):
        # «(далее – ОО)» is no part of the sentence; as many spaces, so that places stay
        bare = INTRODUCED.sub(lambda introduction: " " * len(introduction[0]), sentence[0])
        again = _again(words(bare))
        if again is not None:
            yield sentence.start() + again[0].start, sentence.start() + again[1].end


def _again(found: list[StemmedWord]) -> tuple[StemmedWord, StemmedWord] | None:
    """The first and the last word of the first phrase that was there before."""
    seen: dict[tuple[str, ...], int] = {}
    for at in range(len(found) - _LENGTH + 1):
        phrase = tuple(word.stem for word in found[at : at + _LENGTH])
        first = seen.setdefault(phrase, at)
        if _LENGTH <= at - first <= _NEAR and not any(stem[0].isdigit() for stem in phrase):
            return found[at], found[at + _LENGTH - 1]
    return None


RULE = Rule(Code("T905", "repeated-phrase", Severity.WARNING, __doc__), check)
