"""What a finding is known by when its line has moved, for hosts that remember findings between runs."""

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from roadmapc.diagnostics.diagnostic import Diagnostic


def fingerprints(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """One for each finding, no two alike: a finding that repeats on a like line is told by its turn."""
    turns: Counter[str] = Counter()
    found = []
    for one in diagnostics:
        words = _words(one)
        turns[words] += 1
        found.append(sha256(f"{words}\n{turns[words]}".encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return found


def _words(one: Diagnostic) -> str:
    """The code, the file, the message and the text of the line, without the line's number and indent."""
    if one.place is None:
        return f"{one.code.id}\n{one.message}"
    file = one.place.file
    line = file.line(file.position(one.place.span.start).line).strip()
    return "\n".join((one.code.id, file.name, one.message, line))
