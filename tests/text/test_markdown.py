"""Each construct of Markdown is printed or refused, by the tables of CommonMark's own reader."""

import re
from html import unescape
from pathlib import Path

import markdown_it
import pytest
from markdown_it import MarkdownIt

from roadmapc.render.document.prose import prose
from roadmapc.text.markdown import PARTS, PRINTED, REFUSED, parse, refused

RULES = Path(markdown_it.__file__).parent
LITERAL = [
    "Смена с «___» __________ 20___ г. по «__» ____ 20__ г.",
    "имя_файла и a | b",
    "#МыВместе",
    "а) раз",
    "https://example.org/a_b",
    "R&D; и 5 < 6 > 4",
]
REFUSALS = {
    "![схема](arms.png)": "рисунок",
    "| Год | Сумма |\n|---|---|\n| 2027 | 100 |": "таблица",
    "Год | Сумма\n--- | ---\n2027 | 100": "таблица",
    "| Год | Сумма |": "таблица",
    "Примечание[^1].": "сноска",
    "[^1]: Текст сноски": "сноска",
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
    return ["".join(run.text for run in block.runs) for block in prose(markdown)]


def test_every_type_of_token_is_in_a_table() -> None:
    sources = "\n".join(path.read_text("utf-8") for path in RULES.rglob("rules_*/*.py"))
    pushed = set(re.findall(r'(?:push|Token)\(\s*"([a-z_]+)"', sources)) | {"fence", "s_open", "s_close"}
    assert {"image", "table_open", "html_inline", "hardbreak", "softbreak"} <= pushed
    assert pushed - PRINTED - PARTS - REFUSED.keys() == set()


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


def test_tokens_are_those_of_the_text() -> None:
    assert [token.type for token in parse("слово")] == ["paragraph_open", "inline", "paragraph_close"]
