"""Long texts cut for one line."""

_LITTLE = 3
"""Letters of words that say nothing at the end of a line: «и», «по», «для»."""
_AROUND = 6
"""Characters on either side of an excerpt before it ends with the next word."""


def shortened(text: str, width: int = 60) -> str:
    """The text in one line of at most `width` characters, an ellipsis for what is cut off."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


def shortened_to_words(text: str, width: int) -> str:
    """The same, cut between words where one ends after the first third; no preposition is left at the end."""
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    whole = line[:width].rpartition(" ")[0]
    while (short := whole.rpartition(" "))[0] and len(short[2]) <= _LITTLE and short[2].islower():
        whole = short[0]
    cut = whole if len(whole) >= width // 3 else line[: width - 1]
    return cut.rstrip(" ,;:.–-(«„") + "…"


def excerpt(text: str, start: int, end: int) -> str:
    """A stretch of the text in one line, with as many words about it as make its place known."""
    first = text.rfind(" ", 0, max(0, start - _AROUND)) + 1
    last = text.find(" ", end + _AROUND)
    return " ".join(text[first : len(text) if last < 0 else last].split())


def around(text: str, start: int, end: int) -> str:
    """«…ие педагогов. руководител…»: a stretch with a dozen characters on either side, words cut."""
    return f"…{text[max(0, start - 12) : end + 12]}…"
