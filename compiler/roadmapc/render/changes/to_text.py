"""A review for the terminal."""

from collections.abc import Iterator
from typing import NamedTuple

from roadmapc.diff.words import Segment, framed
from roadmapc.render.changes.view import ChangeRow, ChangesView, ReviewView
from roadmapc.text.letters import ended
from roadmapc.text.unseen import shown


class WordMarks(NamedTuple):
    """What stands around words that are gone and words that have come."""

    removed: tuple[str, str]
    added: tuple[str, str]


PLAIN = WordMarks(("[-", "-]"), ("{+", "+}"))
"""As `git diff --word-diff` writes them."""
COLOURED = WordMarks(("\x1b[31m", "\x1b[0m"), ("\x1b[32m", "\x1b[0m"))


def to_text(review: ReviewView, marks: WordMarks = PLAIN) -> str:
    """The whole review, substantive changes first."""
    lines = [_line(f"Не сравнено: {plan} – {reason}.") for plan, reason in review.not_compared]
    lines += [_line(f"{review.summary}.")] if review.summary else []
    for view in review.plans:
        title = ["", _line(f"── {view.title}")] if review.summary else []
        lines += [*title, *_lines(view, marks)]
    if review.statement:
        lines += ["", "На чём основано", *(_line(f"  {line}") for line in review.statement)]
    return "".join(f"{line}\n" for line in lines)


def _lines(view: ChangesView, marks: WordMarks) -> Iterator[str]:
    """The summary first: what could not be compared stands in it, before all that could."""
    yield from (_line(ended(sentence)) for sentence in view.summary)
    for heading, rows in (("По существу", view.substantive), ("Редакционные", view.editorial)):
        if rows:
            yield from ("", heading)
        for row in rows:
            yield from _change(row, marks)
    if view.grounds:
        yield from ("", "Кроме слов плана", *(_line(f"  {what}: {text}") for what, text in view.grounds))
    if view.notices:
        yield from ("", "Кому сообщить", *(_line(f"  {who}: {what}") for who, what in view.notices))
    if view.dates:
        yield from ("", "Календарь", *(_line(f"  {where}: {dates}") for where, _, dates in view.dates))


def _change(row: ChangeRow, marks: WordMarks) -> Iterator[str]:
    note = f" – {row.note}" if row.note else ""
    yield _line(f"  {row.where} · {row.what}{note}")
    text = "".join(marked(Segment(*map(shown, word)), marks) for word in row.words)
    for line in text.splitlines():
        # servers that run jobs obey a line that begins so
        yield f"      {'· ' if line.lstrip().startswith('::') else ''}{line}"


def _line(text: str) -> str:
    """One line of it, with what nobody sees by its name."""
    return " ".join(shown(text).split("\n"))


def marked(word: Segment, marks: WordMarks) -> str:
    """A segment with what is gone and what has come between marks."""
    if word.is_same:
        return word.before
    return _framed(word.before, marks.removed) + _framed(word.after, marks.added)


def _framed(text: str, around: tuple[str, str]) -> str:
    leading, words, trailing = framed(text)
    return f"{leading}{around[0]}{words}{around[1]}{trailing}" if words else text
