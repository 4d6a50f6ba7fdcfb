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
BYTES = Limit(32 * MIB, "байтов в одном файле", "проверьте, тот ли это файл")
"""A plan of 20,000 measures has 22 MiB."""
LEVELS = Limit(30, "уровней вложенности", "закройте лишние скобки или уберите лишние отступы")
"""An order with four levels of clauses needs ten."""
VALUES = Limit(400_000, "значений в одном файле", "разделите файл на несколько планов")
"""Texts, lists and mappings together; a plan of 20,000 measures has 220,000."""
ITEMS = Limit(30_000, "записей в одном списке или наборе полей", "разделите список на несколько")
"""The same plan has 20,000 measures; no list of it has more."""
TEXT = Limit(100_000, "знаков в одном поле", "вынесите длинный текст в отдельный файл: «file: имя.md»")
"""Fifty pages; the longest field of four signed orders has 1,700 characters."""
PROSE = Limit(500_000, "знаков в файле текста", "разделите текст на несколько файлов")
"""250 pages; the concept of a signed order has 24,000 characters."""
WORD = Limit(500, "знаков в слове без пробелов", "поставьте пробелы или проверьте, слово ли это")
"""The longest Russian word has 55 letters, an address of a page some hundreds."""
PHRASE = Limit(2_000, "знаков в одной фразе срока", "запишите срок списком фраз")
"""The longest deadline of four signed orders has 300."""
FINDINGS = Limit(1_000, "замечаний одного вида об одном файле", "исправьте первые и проверьте снова")
"""Of slips in a record or in references: a thousand of one kind are one ailment."""
ADVICE = Limit(
    200, "ненайденных имён, для которых ищется похожее", "исправьте первые, остальные найдутся сами"
)
"""A name that is not found is compared with the whole directory; beyond that it is only told."""

LIMITS = (BYTES, LEVELS, VALUES, ITEMS, TEXT, PROSE, WORD, PHRASE, FINDINGS, ADVICE)
"""In the order in which the guide lists them."""
