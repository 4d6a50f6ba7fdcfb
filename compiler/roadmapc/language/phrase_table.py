"""The table of set phrases, `data/set_phrases.tsv`.

A line is what is written wrongly, a tab, what is right, and after another tab under what conditions. Lines
after `# …` share that reason. A word that ends with `~` stands for all words that begin so, and `~` on the
right for the end of the last of them; `!` on the right begins advice where no one correction is left.

Conditions, joined by `;`, look at the words around, and `!=` is their opposite. After one of several words
(`after=как|что`), before or later in the sentence (`before!=привед|привод`, `later!=как`); by kind:
`before=noun`, `after=gent` (a genitive may follow), `after=time`, `after=verb`, `after=infinitive`,
`after=action`, `after=nominal`, `after=number`.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, TypeVar

from roadmapc.assets import table

Key = TypeVar("Key", str, tuple[str, str])
Line = TypeVar("Line")
ANY_END = "~"
HYPHENATED = "пишется через дефис"
"""The reason of the lines whose words are not written together either."""
MISSPELT = "слово написано с ошибкой"
"""The reason of the lines that speak of words which the dictionary must not have."""
HEAD = 3
"""Letters by which lines with any end are found."""


class Phrase(NamedTuple):
    """A line of the table."""

    words: tuple[str, ...]
    """In small letters, «е» for «ё»; the last may end with `ANY_END`, as may others."""
    right: str
    """The correction; advice if it begins with `!`."""
    conditions: tuple[str, ...]
    reason: str


class PhraseTable(NamedTuple):
    """The lines by the words that they begin with."""

    single: dict[str, tuple[Phrase, ...]]
    """Lines of one word, by the word."""
    begun: dict[str, tuple[Phrase, ...]]
    """Lines of one word with any end, by its first letters: no such word is in the dictionary."""
    several: dict[tuple[str, str], tuple[Phrase, ...]]
    """Lines of more words, by the first letters of the first two."""
    begun_by: dict[str, tuple[str, ...]]
    """The first words of these, by their first letters."""


def is_meant(pattern: str, spelling: str) -> bool:
    """Whether a word of a line stands for this one."""
    return spelling.startswith(pattern[:-1]) if pattern.endswith(ANY_END) else spelling == pattern


@cache
def phrase_table() -> PhraseTable:
    """The shipped table."""
    single, begun = defaultdict[str, list[Phrase]](list), defaultdict[str, list[Phrase]](list)
    several = defaultdict[tuple[str, str], list[Phrase]](list)
    for phrase in _phrases():
        first = phrase.words[0]
        if len(phrase.words) > 1:
            several[first[:HEAD], phrase.words[1][:HEAD]].append(phrase)
            if phrase.reason == HYPHENATED:  # «учебнометодический» is no better
                begun["".join(phrase.words)[:HEAD]].append(phrase._replace(words=("".join(phrase.words),)))
        elif first.endswith(ANY_END):
            begun[first[:HEAD]].append(phrase)
        else:
            single[first].append(phrase)
    for lines in several.values():
        lines.sort(key=lambda phrase: -len(phrase.words))
    first_words = defaultdict[str, list[str]](list)
    for (head, _), lines in several.items():
        first_words[head] += dict.fromkeys(line.words[0] for line in lines)
    return PhraseTable(_frozen(single), _frozen(begun), _frozen(several), _frozen(first_words))


def _frozen(table: dict[Key, list[Line]]) -> dict[Key, tuple[Line, ...]]:
    return {key: tuple(lines) for key, lines in table.items()}


def _phrases() -> Iterator[Phrase]:
    text = table("roadmapc.language", "data/set_phrases.tsv")
    reason = ""
    for line in text.splitlines():
        if line.startswith("# "):
            reason = line[2:]
            continue
        wrong, right, *conditions = line.split("\t")
        words = tuple(wrong.replace("ё", "е").split())
        yield Phrase(words, right, tuple(conditions[0].split(";")) if conditions else (), reason)
