"""Organisation directories, by what their plans are put together."""

from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath


def directory_names(paths: Iterable[PurePath]) -> dict[PurePath, str]:
    """A name for each organisation directory: that of its file, after as many folders as it takes."""
    ways = {path: path.with_suffix("").parts for path in paths}
    names = {path: way[-1] for path, way in ways.items()}
    for length in range(2, 1 + max(map(len, ways.values()), default=0)):
        times = Counter(names.values())
        names |= {path: "-".join(way[-length:]) for path, way in ways.items() if times[names[path]] > 1}
    return names
