"""How wide text is in Times New Roman.

Advance widths of the upright faces, plain and bold, which Liberation Serif shares. Facts, so that a column
can be made as wide as its longest word without a font at hand.
"""

from math import ceil

_EM = 2048
"""Units of the table below in one size of type."""

_ADVANCES = (
    (369, "'"),
    (410, "|"),
    (512, " ,.\u00a0"),
    (569, "/:;\\ijlt"),
    (682, "!()-I[]`fr’\u2011"),
    (797, "Js"),
    (809, "з"),
    (819, "°"),
    (836, '"'),
    (840, "г"),
    (879, "э"),
    (895, "т"),
    (909, "?acezаесё“”„"),
    (934, "ь"),
    (942, "я"),
    (961, "^"),
    (967, "в"),
    (983, "{}"),
    (995, "к"),
    (1022, "л"),
    (1024, "#$*0123456789_bdghknopquvxyорух«»–§"),
    (1026, "З"),
    (1030, "ч"),
    (1042, "бд"),
    (1059, "ъ"),
    (1096, "ийнпц"),
    (1108, "~"),
    (1124, "±"),
    (1139, "FPSР"),
    (1155, "+<=>×"),
    (1176, "БЬ"),
    (1184, "Г"),
    (1251, "ELTZЕТЁ"),
    (1296, "м"),
    (1327, "ф"),
    (1331, "Ч"),
    (1352, "Э"),
    (1366, "BCRВКСЯ"),
    (1376, "ы"),
    (1389, "Л"),
    (1397, "Д"),
    (1415, "ж"),
    (1446, "Ъ"),
    (1450, "У"),
    (1479, "ADGHKNOQUVXYwАИЙНОПХЦ"),
    (1530, "ю"),
    (1577, "шщ"),
    (1593, "&m"),
    (1618, "Ф"),
    (1706, "%"),
    (1786, "Ы"),
    (1821, "MМ"),
    (1835, "Ж"),
    (1886, "@"),
    (1933, "W"),
    (1954, "№"),
    (2048, "—…"),
    (2066, "ШЩ"),
    (2105, "Ю"),
)
_BOLD_ADVANCES = (
    (451, "|"),
    (512, " ,.\u00a0"),
    (569, "'/\\il"),
    (682, ":;jt!()-[]`f’\u2011"),
    (797, "Is"),
    (807, "{}"),
    (819, "°"),
    (823, "з"),
    (885, "э"),
    (909, "rcezесё"),
    (930, "г"),
    (1006, "т"),
    (1024, "J?aа“”„#$*0123456789_govxyоух«»–§б"),
    (1036, "д"),
    (1065, "~"),
    (1081, "З"),
    (1083, "ь"),
    (1106, "в"),
    (1108, "я"),
    (1124, "±"),
    (1137, '"'),
    (1139, "bdhknpquрS"),
    (1149, "л"),
    (1155, "ч"),
    (1167, "+<=>×"),
    (1180, "кийнпц"),
    (1190, "^"),
    (1194, "ъ"),
    (1251, "FPР"),
    (1303, "Г"),
    (1354, "БЬ"),
    (1366, "ELTZЕТЁBВ"),
    (1389, "Э"),
    (1395, "м"),
    (1409, "Д"),
    (1417, "ф"),
    (1479, "CRСЯADNUVXYwАХ"),
    (1485, "Кж"),
    (1503, "ЧУ"),
    (1526, "Л"),
    (1565, "ю"),
    (1567, "Ъ"),
    (1593, "GHKOQИЙНОПЦ"),
    (1599, "ы"),
    (1706, "&m"),
    (1729, "шщ"),
    (1759, "Ф"),
    (1905, "@"),
    (1933, "MМ"),
    (2011, "Ы"),
    (2025, "Ж"),
    (2048, "%W—…"),
    (2058, "№"),
    (2249, "ШЩ"),
    (2306, "Ю"),
)
_ADVANCE, _BOLD_ADVANCE = (
    {character: advance for advance, characters in table for character in characters}
    for table in (_ADVANCES, _BOLD_ADVANCES)
)

_MEAN_ADVANCE = 955
"""Of running Russian text, spaces included."""

_LINE_SPACING = 2355
"""From one baseline to the next: ascent, descent and gap of the face."""

_PARTED = 0.2
"""Share of the limit by which lines may be less alike rather than part what belongs together."""
_SHORT = 2
"""Letters of a word that ends no line of a title: «на», «по», «и»."""

SEPARATOR = "\u2029"
"""Stands between texts while they are handled as one; in a text it would mean nothing."""
_BREAKS = {"\n": " ", "\t": " ", SEPARATOR: " ", "-": "- "}
"""Where a line may end besides a space: after a hyphen; a range such as «2021–2025» is better left whole."""


def width(text: str, size: float, *, is_bold: bool = False) -> int:
    """Twips that a text takes on one line at a size in points; a strange character counts as an em."""
    advances = _BOLD_ADVANCE if is_bold else _ADVANCE
    units = sum(advances.get(character, _EM) for character in text)
    return ceil(units * size * 20 / _EM)


def longest_word(text: str, size: float) -> int:
    """Twips that the longest unbreakable word of a bound text takes at a size in points."""
    for mark, opened in _BREAKS.items():
        text = text.replace(mark, opened)
    words = set(text.split(" "))
    # No letter is three times as wide as another, so much shorter words need not be measured.
    limit = max(map(len, words)) // 3
    return max(width(word, size) for word in words if len(word) >= limit)


def mean_advance(size: float) -> int:
    """Twips that a character of running text takes at a size in points."""
    return int(_MEAN_ADVANCE * size * 20 / _EM)


def line_height(size: float) -> int:
    """Twips from line to line at a size in points."""
    return int(_LINE_SPACING * size * 20 / _EM)


def lines(text: str, limit: float, size: float, *, is_bold: bool = False) -> list[str]:
    """The text broken at ordinary spaces into lines not wider than `limit` twips, words left whole."""
    broken: list[str] = []
    for word in text.split(" "):
        longer = f"{broken[-1]} {word}" if broken else word
        if broken and width(longer, size, is_bold=is_bold) <= limit:
            broken[-1] = longer
        else:
            broken.append(word)
    return broken


def balanced(text: str, limit: int, size: float, *, is_bold: bool = False) -> list[str]:
    """The text in as few lines as fit `limit` twips, of lengths as like as may be.

    A little more likeness is not worth a short word at the end of a line, or words in brackets parted.
    """
    few = len(lines(text, limit, size, is_bold=is_bold))
    best, least = lines(text, limit, size, is_bold=is_bold), float("inf")
    for share in range(100, 100 // (few + 1), -1):
        found = lines(text, limit * share / 100, size, is_bold=is_bold)
        if len(found) > few:
            break
        widths = [width(line, size, is_bold=is_bold) for line in found]
        cost = (max(widths) - min(widths)) / limit + _PARTED * sum(map(_parts, found[:-1]))
        if cost <= least:
            best, least = found, cost
    return best


def _parts(line: str) -> bool:
    """Whether what goes on behind a line belongs to its end."""
    return len(line.rpartition(" ")[2]) <= _SHORT or line.count("(") > line.count(")")
