"""A review as Markdown for a comment on a pull request (GitHub, GitLab)."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from roadmapc.diff.words import framed
from roadmapc.render.changes.view import ChangeRow, ChangesView, ReviewView
from roadmapc.text.letters import ended
from roadmapc.text.shorten import shortened
from roadmapc.text.unseen import shown

_SPECIAL = re.compile(r"([\\`*_~\[\]<>|#&])")

_WORDS = re.compile(r"([^\s|`\\]+)")
"""What can be code in a cell of a table: no mark of one's own, no mark of the table's."""
_LIVE = re.compile(
    r"""
    @\w                                    # people and teams, addresses of e-mail
    | :/ | \bwww\. | \bmailto: | \bxmpp:   # addresses
    | \#\w | \bG[HL]-\d | [!&^%~]["\w]   # requests, epics, alerts, milestones, labels
    | \w>                                # projects
    | \b[0-9a-f]{7,64}\b                  # revisions
    | :[-+\w]+: | \$                      # pictures, formulas and snippets
    | \[\w+: | \*iteration:               # objects of GitLab
    | [\[{][-+] | [-+][\]}]               # its marks of what is gone and what has come
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Words that GitHub or GitLab make something of, however they are escaped."""

TITLE = 100
"""Characters of a plan's title in the list of plans."""
UNFOLDED = 10
"""Rows of the calendar that a comment shows at once."""


def to_markdown(review: ReviewView) -> str:
    """The whole comment; editorial changes are folded."""
    lines = [
        f"**Не сравнено: {_escaped(plan)} – {_escaped(reason)}.**\n" for plan, reason in review.not_compared
    ]
    if review.summary:
        lines += _plans(review)
    else:
        lines += (line for view in review.plans for line in _only(view))
    if review.statement:
        lines += ["", f"_На чём основано:_ {'; '.join(map(_escaped, review.statement))}."]
    return "\n".join(lines).rstrip("\n") + "\n"


def _only(view: ChangesView) -> Iterator[str]:
    yield from (_summary(view), "", f"_{_escaped(view.title)}_", *_tables(view))


def _plans(review: ReviewView) -> Iterator[str]:
    yield f"**{_escaped(review.summary)}.**"
    if review.plans:
        yield ""
    for view in review.plans:
        yield f"- _{_escaped(shortened(view.title, TITLE))}_ – {_escaped(view.summary[0])}"
    for view in review.plans:
        yield from ("", f"### {_escaped(view.title)}", "", _summary(view), *_tables(view))


def _summary(view: ChangesView) -> str:
    first, *others = map(_escaped, view.summary)
    return " ".join((f"**{ended(first)}**", *map(ended, others)))


def _tables(view: ChangesView) -> Iterator[str]:
    yield from _table(("Где", "Что", "Было", "Стало", "Что это значит"), map(_change, view.substantive))
    yield from _table(("Кроме слов плана", "Что изменилось"), (map(_escaped, row) for row in view.grounds))
    notices = ((f"**{_escaped(who)}**", _escaped(what)) for who, what in view.notices)
    yield from _table(("Кому сообщить", "О чём"), notices)
    dates = _table(("Календарь", "Мероприятие", "Даты"), (map(_escaped, row) for row in view.dates))
    yield from dates if len(view.dates) <= UNFOLDED else _folded(f"Календарь: строк {len(view.dates)}", dates)
    if view.editorial:
        editorial = _table(("Где", "Что", "Было", "Стало", "Почему"), map(_change, view.editorial))
        yield from _folded("Редакционные изменения", editorial)


def _folded(summary: str, lines: Iterable[str]) -> Iterator[str]:
    yield from ("", "<details>", f"<summary>{summary}</summary>", *lines, "", "</details>")


def _table(head: tuple[str, ...], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """A table with an empty line before it; nothing without rows."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    if lines:
        yield from ("", f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *lines)


def _change(row: ChangeRow) -> tuple[str, ...]:
    before = _side(((word.is_same, word.before) for word in row.words), "~~")
    after = _side(((word.is_same, word.after) for word in row.words), "**")
    return (_escaped(row.where), _escaped(row.what), before or "–", after or "–", _escaped(row.note))


def _side(stretches: Iterable[tuple[bool, str]], mark: str) -> str:
    """One side of a text: what the other side has not is marked.

    Stretches between which only the other side has words are one text here, or `@` and a name would be two
    harmless words that make a call.
    """
    filled = ((is_same, text) for is_same, text in stretches if text)
    joined = groupby(filled, itemgetter(0))
    sides = ((is_same, "".join(text for _, text in texts)) for is_same, texts in joined)
    return "".join(_escaped(text) if is_same else _marked(text, mark) for is_same, text in sides)


def _marked(text: str, mark: str) -> str:
    leading, words, trailing = framed(text)
    marked = "<br>".join(f"{mark}{_escaped(line)}{mark}" for line in words.splitlines())
    return f"{_escaped(leading)}{marked}{_escaped(trailing)}"


def _escaped(text: str) -> str:
    """The text and nothing else: words that would call or link somebody stand as code."""
    return "".join(_word(word) for word in _WORDS.split(shown(text)))


def _word(word: str) -> str:
    if _LIVE.search(word):
        return f"`{word}`"
    return _SPECIAL.sub(r"\\\1", word).replace("\n", "<br>")
