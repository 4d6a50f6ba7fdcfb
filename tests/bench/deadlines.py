"""How many distinct deadline phrases a second go through the parser and the expansion over five years.

    python tests/bench/deadlines.py COUNT

prints a JSON object: seconds of one core for one pass over all phrases, the best of several. What other
programs do on the machine meanwhile is not counted.
"""

import gc
import json
import sys
from collections.abc import Callable, Iterable
from datetime import date
from random import Random
from time import process_time

from phrases import FIRST_YEAR, distinct_phrases

from roadmapc.calendar.from_deadline import expand
from roadmapc.calendar.horizon import Horizon
from roadmapc.calendar.workdays import official
from roadmapc.deadline.from_text import read

PASSES = 4
SEED = 2021


def main(count: int) -> None:
    """Time the two stages, and a JSON parser on the same lines."""
    gc.disable()  # as the command does
    phrases = distinct_phrases(Random(SEED), count)
    horizon = Horizon(date(FIRST_YEAR, 1, 1), date(FIRST_YEAR + 4, 12, 31), date(FIRST_YEAR, 1, 11))
    calendar = official()
    deadlines = [deadline for phrase in phrases if (deadline := read(phrase).value)]
    seconds = {
        "read": _seconds(read, phrases),
        "expand": _seconds(lambda deadline: expand(deadline, horizon, calendar), deadlines),
        "json.loads": _seconds(json.loads, [json.dumps(phrase) for phrase in phrases]),
    }
    print(json.dumps(seconds))


def _seconds(work: Callable[..., object], subjects: Iterable[object]) -> float:
    return min(_pass(work, subjects) for _ in range(PASSES))


def _pass(work: Callable[..., object], subjects: Iterable[object]) -> float:
    start = process_time()
    for subject in subjects:
        work(subject)
    return process_time() - start


if __name__ == "__main__":
    main(int(sys.argv[1]))
