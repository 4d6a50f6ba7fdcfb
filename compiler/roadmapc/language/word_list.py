"""Lists of words that rules ask for, `data/word_lists.txt`: facts of language that no dictionary marks."""

from functools import cache

from roadmapc.assets import table


def word_list(name: str) -> frozenset[str]:
    """The words of a list."""
    return _lists()[name]


@cache
def _lists() -> dict[str, frozenset[str]]:
    text = table("roadmapc.language", "data/word_lists.txt")
    lists: dict[str, set[str]] = {}
    name = ""
    for line in text.splitlines():
        if line.startswith("["):
            name = line.strip("[]")
            lists[name] = set()
        elif not line.startswith("#"):
            lists.setdefault(name, set()).update(line.split())
    return {name: frozenset(words) for name, words in lists.items()}
