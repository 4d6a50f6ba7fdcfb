"""Each construct of Markdown is printed or refused, by the tables of CommonMark's own reader."""

import re
from html import unescape
from itertools import count
from pathlib import Path

import markdown_it
import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins import footnote

from roadmapc.render.document.prose import prose
from roadmapc.text.markdown import PARTS, PRINTED, REFUSED, refused
from roadmapc.text.markdown_parts import WrittenPicture, WrittenTable, parts
from roadmapc.text.markdown_syntax import parse

RULES = Path(markdown_it.__file__).parent
FOOTNOTES = Path(footnote.__file__).parent / "index.py"
OF_INLINE_FOOTNOTES = {
    "footnote_block_open",
    "footnote_block_close",
    "footnote_open",
    "footnote_close",
    "footnote_anchor",
}
"""Types of tokens that its plugin makes only where it is asked to."""
LITERAL = [
    "Смена с «___» __________ 20___ г. по «__» ____ 20__ г.",
    "имя_файла и a | b",
    "#МыВместе",
    "а) раз",
    "https://example.org/a_b",
    "R&D; и 5 < 6 > 4",
]
REFUSALS = {
    "Схема: ![схема](arms.png)": "рисунок среди слов",
    "- ![схема](arms.png)": "рисунок среди слов",
    "![раз](a.png) ![два](b.png)": "рисунок среди слов",
    "| Год | Сумма |": "без шапки",
    "| Год | Сумма |\n| 2027 | 100 |": "без шапки",
    "- раз\n\n  | Год |\n  |---|\n  | 2027 |": "таблица внутри списка",
    "| Год | Сумма |\n|---|---|": "нет строк",
    "| Год | |\n|---|---|\n| 2027 | 100 |": "без заголовка",
    "| Год | Сумма |\n|---|--:|\n| 2027 | 100 |": "выравнивание",
    "| Год | Сумма |\n|---|---|\n| 2027 |": "1 ячейка, а граф",
    "| Год | Сумма |\n|---|---|\n| 2027 | 1 | 2 |": "3 ячейки, а граф",
    "| Год | Сумма |\n|---|---|\n| 2027 | 1 |\nИтого": "слилась бы с таблицей",
    "| Год |\n|---|\n| **2027** |": "выделение в ячейке",
    "| Год |\n|---|\n| 2027[^1] |\n\n[^1]: Год": "сноска в ячейке",
    "| Год |\n|---|\n| ![год](a.png) |": "рисунок в ячейке",
    "| Год |\n|---|\n| один<br>два |": "HTML",
    "Примечание[^1].": "нет текста",
    "Раз[^1].\n\n[^1]:": "нет текста",
    "[^1]: Текст сноски": "не ссылается",
    "Раз[^1]: два[^1].\n\n[^1]: Текст": "дважды",
    "Раз[^1], два[^1].\n\n[^1]: Текст": "дважды",
    "Раз[^1].\n\n[^1]: Текст\n\n[^1]: Другой": "дважды",
    "Раз[^1].\n\n[^1]: Текст\n\n    - пункт": "одним абзацем",
    "Раз[^1].\n\n[^1]: Текст[^2]\n\n[^2]: Другой": "сноска к сноске",
    "- раз[^1]\n\n  [^1]: Текст": "внутри списка",
    "~~нет~~": "зачёркивание",
    "- [ ] задача": "клетка",
    "1. [x] задача": "клетка",
    "> цитата": "цитата",
    "```\nкод\n```": "блок кода",
    "~~~\nкод\n~~~": "блок кода",
    "    код": "отступом",
    "`код`": "обратных кавычках",
    "<div>\nслово\n</div>": "HTML",
    "слово <b>жирно</b>": "HTML",
    "<!-- нет -->": "HTML",
    "раз  \nдва": "перенос",
    "раз\\\nдва": "перенос",
    "[сайт](https://example.org)": "ссылка",
    "[сайт][1]\n\n[1]: https://example.org": "ссылка",
    "[1]: https://example.org": "определение",
    "---": "линия",
    "Заголовок\n===": "заголовком",
    "Заголовок\n---": "заголовком",
    "#### Глубоко": "как «###»",
    "##Слитно": "без пробела",
    "## Конец ##": "в конце",
    "#": "нет слов",
    "1) пункт": "как «1.»",
    "1. раз\n3. два": "под номером 2",
    "1. раз\n1. два": "под номером 2",
    "Текст:\n2. два": "слилась бы",
    "Текст:\n• раз": "слилась бы",
    "а) раз\nб) два": "слилась бы",
    "- раз\n–два": "слилась бы",
    "-": "пустой пункт",
    "\n".join("  " * level + "- слово" for level in range(10)): "глубже",
    "_курсив_": "подчёркиванием",
    "__жирный__": "подчёркиванием",
    "a &nbsp; б": "код знака",
    "a &#x202e; б": "код знака",
}
PRINTS = {
    "## Цели\n\nОдин\nабзац.": ["Цели", "Один абзац."],
    "- **раз**\n  - *два*\n\n1. три\n2. четыре": ["раз", "два", "три", "четыре"],
    "1\\) слово \\* и \\_": ["1) слово * и _"],
    "<https://example.org/a_b>": ["https://example.org/a_b"],
}


_WORD = re.compile(r"[^\W_]+")


def words(markdown: str) -> list[str]:
    return ["".join(run.text for run in block.runs) for block in prose(markdown, count(1))]


def test_every_type_of_token_is_in_a_table() -> None:
    sources = "\n".join(path.read_text("utf-8") for path in RULES.rglob("rules_*/*.py"))
    sources += FOOTNOTES.read_text("utf-8")
    pushed = set(re.findall(r'(?:push|Token)\(\s*"([a-z_]+)"', sources)) | {"fence", "s_open", "s_close"}
    assert {"image", "table_open", "html_inline", "hardbreak", "softbreak", "footnote_ref"} <= pushed
    assert pushed - OF_INLINE_FOOTNOTES - PRINTED - PARTS - REFUSED.keys() == set()


def test_a_type_that_is_in_no_table_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("roadmapc.text.markdown.PRINTED", PRINTED - {"strong_open"})
    assert [each.message for each in refused("**слово**")] == ["разметка в приложении не печатается"]


@pytest.mark.parametrize(("markdown", "words"), REFUSALS.items())
def test_what_is_not_printed_is_refused(markdown: str, words: str) -> None:
    found = refused(markdown)
    assert [each for each in found if words in each.message]
    assert all(each.advice and markdown[each.span.start : each.span.end] for each in found)


@pytest.mark.parametrize("text", LITERAL)
def test_signs_that_are_no_markup_are_printed(text: str) -> None:
    assert refused(text) == ()
    assert words(text) == [text]


@pytest.mark.parametrize(("markdown", "printed"), PRINTS.items())
def test_what_is_printed_is_not_refused(markdown: str, printed: list[str]) -> None:
    assert refused(markdown) == ()
    assert words(markdown) == printed


def test_the_examples_of_commonmark_lose_no_word_in_silence() -> None:
    """Letters that another reader prints are printed, or something is refused."""
    for markdown in (*REFUSALS, *PRINTS, *LITERAL):
        plain = unescape(re.sub(r"<[^>]*>", "", MarkdownIt("commonmark").render(markdown)))
        lost = set(_WORD.findall(plain)) - set(_WORD.findall(" ".join(words(markdown))))
        assert not lost or refused(markdown)


APART = {
    "![Схема: *кто* кому](файл_1.png)": WrittenPicture("файл_1.png", "Схема: кто кому", ""),
    '![Схема](<а б.png> "Рост, %")': WrittenPicture("а б.png", "Схема", "Рост, %"),
    "Год | Сумма\n--- | ---\n2027 | 100": WrittenTable(("Год", "Сумма"), (("2027", "100"),)),
    "| Имя_1 | А\\|Б |\n|---|---|\n| | «___» |": WrittenTable(("Имя_1", "А|Б"), (("", "«___»"),)),
}


@pytest.mark.parametrize(("markdown", "apart"), APART.items())
def test_pictures_and_tables_stand_between_paragraphs(
    markdown: str, apart: WrittenPicture | WrittenTable
) -> None:
    text = f"Выше[^1].\n\n{markdown}\n\nНиже[^2].\n\n[^1]: Раз.\n[^2]: Два."
    assert refused(text) == ()
    above, found, below = parts(text)
    assert (above, below) == ("Выше[^1].\n\n[^1]: Раз.", "Ниже[^2].\n\n[^2]: Два.")
    assert not isinstance(found, str)
    assert found._replace(span=apart.span) == apart


def test_prose_alone_stays_as_it_is_written() -> None:
    text = "Смена | отряд\n\n\n- раз[^1]\n\n[^1]: Два."
    assert parts(text) == (text,)


@pytest.mark.parametrize("reference", ["[^1]: два", "[^a_b]."])
def test_a_footnote_is_known_by_its_whole_label(reference: str) -> None:
    label = reference.partition("]")[0]
    text = f"Раз{reference}\n\n{label}]: Текст"
    assert refused(text) == ()
    (paragraph,) = prose(text, count(1))
    assert [run.footnote.number for run in paragraph.runs if run.footnote] == [1]


def test_footnotes_are_numbered_in_the_order_of_reading() -> None:
    numbers = count(3)
    blocks = prose("Раз[^b], **два**[^a].\n\n[^a]: Второе *слово*.\n\n[^b]: Первое\n    слово.", numbers)
    (paragraph,) = blocks
    notes = [run.footnote for run in paragraph.runs if run.footnote is not None]
    assert [(note.number, "".join(run.text for run in note.runs)) for note in notes] == [
        (3, "Первое слово."),
        (4, "Второе слово."),
    ]
    assert next(numbers) == 5


def test_tokens_are_those_of_the_text() -> None:
    assert [token.type for token in parse("слово")] == ["paragraph_open", "inline", "paragraph_close"]
