"""How much of a source is believed: every limit of the texts that people write, in one table.

Beyond one the answer is a finding that names it, so that no file of strangers takes the time or the memory
that is meant for plans. Each is many times what the largest plan in `tests/bench` needs. Documents that come
as archives have limits of their own, in `package.py`; expressions of templates in `render/docx/grammar.py`.
"""

from typing import NamedTuple


class Limit(NamedTuple):
    """The most of something."""

    most: int
    what: str
    """That is counted, in Russian, as the guide says it after the number."""
    advice: str
    """What its owner can do."""

    def __str__(self) -> str:
        """The number as Russian writes it, with no-break spaces."""
        return f"{self.most:,}".replace(",", "\u00a0")


MIB = 2**20
BYTES = Limit(32 * MIB, "байтов (32 МБ) в одном файле", "проверьте, тот ли это файл")
"""A plan of 20,000 measures has 22 MiB."""
LINES = Limit(700_000, "строк в одном файле", "уберите лишние пустые строки или разделите файл")
"""A plan of 20,000 measures has 290,000."""
LEVELS = Limit(30, "уровней вложенности", "закройте лишние скобки или уберите лишние отступы")
"""An order with four levels of clauses needs ten."""
VALUES = Limit(400_000, "значений в одном файле", "разделите файл на несколько планов")
"""Texts, lists and mappings together; a plan of 20,000 measures has 200,000."""
ITEMS = Limit(30_000, "записей в одном списке или наборе полей", "разделите список на несколько")
"""The same plan has 20,000 measures; no list of it has more."""
TEXT = Limit(100_000, "знаков в одном поле", "вынесите длинный текст в отдельный файл: «file: имя.md»")
"""Fifty pages; the longest field in `roadmaps` has 1,700 characters."""
PROSE = Limit(500_000, "знаков в файле текста", "разделите текст на несколько файлов")
"""250 pages; the concept in `roadmaps/texts` has 13,000 characters."""
WORD = Limit(500, "знаков в слове без пробелов", "поставьте пробелы или проверьте, слово ли это")
"""The longest in `roadmaps` has 80 signs, a line of blanks or an address may have more."""
PHRASE = Limit(2_000, "знаков в одной фразе срока", "запишите срок списком фраз")
"""The longest in `roadmaps` has 80."""
FINDINGS = Limit(1_000, "замечаний одного вида об одном файле", "исправьте первые и проверьте снова")
"""Of slips in a record or in references: a thousand of one kind are one ailment."""
_SMALLER = "уменьшите рисунок: для печати хватит 300 точек на дюйм"
PICTURE = Limit(8 * MIB, "байтов (8 МБ) в одном рисунке", _SMALLER)
"""A sheet of A4 at 300 dots an inch has 9,000,000 dots, which are 1 MiB of a scheme, 4 MiB of a snapshot."""
PIXELS = Limit(50_000_000, "точек в одном рисунке", _SMALLER)
"""They take 150 MB while a picture is looked through."""
PICTURES = Limit(64 * MIB, "байтов (64 МБ) во всех рисунках плана", "уменьшите рисунки или разделите план")
"""Half of what a document that comes back may have: `source/package.py`."""
COMPARISONS = Limit(
    100_000,
    "сравнений ненайденных имён с известными",
    "исправьте первые имена, для остальных похожее найдётся потом",
)
"""A name that nobody has is compared with all that are known: two hundred slips in a directory of 500."""

LIMITS = (
    *(BYTES, LINES, LEVELS, VALUES, ITEMS, TEXT, PROSE, WORD, PHRASE, FINDINGS),
    *(PICTURE, PIXELS, PICTURES, COMPARISONS),
)
"""In the order in which the guide lists them."""


class Comparisons:
    """What is left of them: likenesses are advice, and no file may make seeking them the whole work."""

    def __init__(self) -> None:
        """All of them."""
        self._left = COMPARISONS.most

    def allow(self, count: int) -> bool:
        """Take so many, if that many are left."""
        self._left -= count
        return self._left >= 0
