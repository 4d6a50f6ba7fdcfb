"""What a review prints of a plan is text, in whatever field: it calls nobody, links nowhere, hides nothing.

The views are made by their types, so that no field is forgotten; the Markdown is read by another program.
"""

import dataclasses
import re
import typing
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from roadmapc.diff.plans import NotCompared
from roadmapc.diff.words import Segment
from roadmapc.render.changes.to_html import to_html
from roadmapc.render.changes.to_markdown import to_markdown
from roadmapc.render.changes.to_text import COLOURED, to_text
from roadmapc.render.changes.view import ChangeRow, ChangesView, DatesRow, GroundRow, NoticeRow, ReviewView

LIVE = (
    "@octocat", "@org/team", "кому@example.org", "#12", "GH-12", "GL-12", "org/repo#5", "group/project>",
    "https://example.org/pixel.png", "www.example.org", "ftp://example.org", "mailto:a@example.org",
    "!12", "&12", "%12", "$12", "~12", '~"ошибка"', "^alert#1", "[vulnerability:1]", "*iteration:1",
    "9ba12248b19a04f5", ":tada:", "$x$", "[+да+]", "{-нет-}",
)  # fmt: skip
"""Words that GitHub or GitLab make something of."""
MARKUP = (
    "<b>х</b>", "<img src=x>", "[х](https://example.org)", "![х](x.png)", "**х**", "_х_", "~~х~~", "`х`",
    "| х |", "&lt;b&gt;", "&#64;octocat", "</details>", "<!-- roadmapc -->",
    "\\@octocat", "`@octocat", "\\`#12",
)  # fmt: skip
"""Words that Markdown or HTML make something of."""
INVISIBLE = ("\u202e", "\u2066", "\u200b", "\u00ad", "\U000e0041", "\u3164", "\u034f", "\x1b", "\u2028")
OURS = re.compile(r"</?(?:details|summary|br)>")


def filled(kind: typing.Any, text: str, words: tuple[Segment, ...]) -> typing.Any:
    """A value of a type with the text wherever one goes."""
    if kind is str:
        return text
    if kind == tuple[Segment, ...]:
        return words
    if typing.get_origin(kind) is tuple:
        return (filled(typing.get_args(kind)[0], text, words),)
    hints = typing.get_type_hints(kind)
    fields = kind._fields if hasattr(kind, "_fields") else [each.name for each in dataclasses.fields(kind)]
    return kind(**{name: filled(hints[name], text, words) for name in fields})


def reviews(text: str) -> Iterator[ReviewView]:
    """A view of several plans and one of one, the text whole and parted by what the other side has."""
    wholes = [(Segment(text, text),), (Segment(text, ""),), (Segment("", text),), (Segment(text, "иное"),)]
    parted = [
        (Segment(text[:at], text[:at]), Segment("", "вставка "), Segment(text[at:], text[at:]))
        for at in range(1, len(text))
    ]
    for words in (*wholes, *parted):
        view: ReviewView = filled(ReviewView, text, words)
        yield view
        yield dataclasses.replace(view, summary="")


def tokens(markdown: str) -> Iterator[Token]:
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown):
        yield token
        yield from token.children or ()


def test_the_views_are_known() -> None:
    """Each kind of row has a field that is filled."""
    view = filled(ReviewView, "х", (Segment("х", "х"),))
    rows = [
        view.not_compared[0],
        view.plans[0],
        *(
            getattr(view.plans[0], name)[0]
            for name in ("substantive", "editorial", "notices", "dates", "grounds")
        ),
    ]
    assert {type(row) for row in rows} == {
        NotCompared,
        ChangesView,
        ChangeRow,
        NoticeRow,
        DatesRow,
        GroundRow,
    }


@pytest.mark.parametrize("text", LIVE)
def test_live_words_are_code(text: str) -> None:
    for view in reviews(text):
        found = list(tokens(to_markdown(view)))
        assert any(each.type == "code_inline" and text in each.content for each in found)
        assert [each.content for each in found if each.type == "text" and text in each.content] == []
        assert not {each.type for each in found} & {"link_open", "image"}


@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_text(text: str) -> None:
    for view in reviews(text):
        found = list(tokens(to_markdown(view)))
        raw = [each.content for each in found if each.type in {"html_inline", "html_block"}]
        assert all(not OURS.sub("", each).strip("\n ") or "<summary>" in each for each in raw), raw
        assert not {each.type for each in found} & {"link_open", "image"}
        assert not any(
            "@octocat" in each.content for each in found if each.type == "text" and "\\@" not in text
        )


class Elements(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)


@pytest.mark.parametrize("text", [*LIVE, *MARKUP])
def test_a_page_has_no_element_of_a_plan(text: str) -> None:
    for view, plain in zip(reviews(text), reviews("х" * len(text)), strict=True):
        assert Elements(to_html(view)).names == Elements(to_html(plain)).names


@pytest.mark.parametrize("letter", INVISIBLE)
def test_invisible_letters_are_named(letter: str) -> None:
    for view in reviews(f"а{letter}б"):
        for shown in (to_markdown(view), to_text(view), to_html(view)):
            assert letter not in shown
            assert f"⟨U+{ord(letter):04X}⟩" in shown


def test_no_field_gives_orders_to_a_server() -> None:
    for view in reviews("имя\n::error file=x::подделка"):
        for line in to_text(view).splitlines():
            assert not line.lstrip().startswith("::")


def test_a_terminal_is_given_colours() -> None:
    shown = to_text(filled(ReviewView, "х", (Segment("старое", "новое"),)), COLOURED)
    assert "\x1b[31mстарое\x1b[0m\x1b[32mновое\x1b[0m" in shown
