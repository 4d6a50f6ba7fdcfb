"""Short names by which a plan knows its units: Latin letters of the words that matter, each name once."""

import re

_LETTERS = str.maketrans("абвгдеёзийклмнопрстуфыэ", "abvgdeeziiklmnoprstufye", "ъь") | str.maketrans(
    {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "iu", "я": "ia"}
)
"""The table of passports (ICAO Doc 9303); signs that are not heard have no letter."""
_WORD = re.compile(r"[A-Za-zА-Яа-яЁё]+|\d+")
_EMPTY_WORDS = re.compile(
    "а|без|в|во|для|до|и|из|или|их|к|ко|на|над|не|о|об|от|по|под|при|с|со|у|через|за|же|то|что|чтобы"
    "|его|её|том|числе|также|которы[ей]"
)
"""Words that say nothing of what a unit is about."""
_WORDS, _LENGTH = 3, 40
"""How much of a name is enough for a person to know the unit again."""


def latin(word: str) -> str:
    """«shchit» for «Щит»; what is Latin or a figure stays, in small letters."""
    return word.casefold().translate(_LETTERS)


class Ids:
    """Names that are given within one file."""

    def __init__(self, taken: frozenset[str] = frozenset()) -> None:
        """`taken` are names that the file has already."""
        self._taken = set(taken)

    def name(self, words: str, otherwise: str = "unit") -> str:
        """A new name for what these words describe; `otherwise` begins it where they say nothing.

        Of two units with the same words the second has a number.
        """
        short = [latin(word) for word in _WORD.findall(words) if not _EMPTY_WORDS.fullmatch(word.casefold())]
        short = [word for word in short if word.isascii() and word][:_WORDS]
        while len(short) > 1 and len("-".join(short)) > _LENGTH:
            short.pop()
        name = "-".join(short)[: _LENGTH + 20].strip("-") or otherwise
        number, numbered = 1, name
        while numbered in self._taken:
            number += 1
            numbered = f"{name}-{number}"
        self._taken.add(numbered)
        return numbered
