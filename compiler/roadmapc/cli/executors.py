"""Who is meant by the name of an executor."""

from collections.abc import Mapping, Sequence
from itertools import chain

import click

from roadmapc.schedule.asked import named_as
from roadmapc.text.similar import did_you_mean


def ids_of(executor: str, directories: Sequence[Mapping[str, tuple[str, ...]]]) -> list[frozenset[str]]:
    """The ids of an executor in each directory; wrong use if none has the name, or if it names several."""
    named = [named_as(directory, executor) for directory in directories]
    if not any(named):
        known = {each: names for directory in directories for each, names in directory.items()}
        hints = did_you_mean(executor, [*known, *chain.from_iterable(known.values())])
        hints = hints or (f"есть: {'; '.join(sorted({names[0] for names in known.values()}))}",)
        raise click.BadParameter(f"исполнителя «{executor}» нет; {hints[0]}", param_hint="--executor")
    ambiguous = next((each for each in named if len(each) > 1), None)
    if ambiguous:
        message = f"так названы несколько, выберите имя из справочника: {', '.join(sorted(ambiguous))}"
        raise click.BadParameter(f"«{executor}» – {message}", param_hint="--executor")
    return named
