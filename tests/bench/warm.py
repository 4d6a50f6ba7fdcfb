"""How long a compiler that stays takes for a plan after an edit of one deadline, and one that has just begun.

python tests/bench/warm.py FOLDER

prints a JSON list of both: seconds of the processor, the median over a number of edits.
"""

import gc
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median
from time import process_time

from roadmapc.memo import Memo
from roadmapc.pipeline import compile_plan
from roadmapc.surroundings import Sources

EDITS = 9
SEED = 1


def main(folder: Path) -> None:
    """Edit a copy of the plan beside it, and compile it both ways."""
    gc.disable()  # as the command does
    text = (folder / "plan.yaml").read_text("utf-8")
    plan, memo, random = folder / "edited.yaml", Memo(), Random(SEED)
    warm, cold = [], []
    for edit in range(EDITS + 1):
        start, end = random.choice(list(re.finditer("(?<=deadline: ).*", text))).span()
        term = f'"до {random.randint(1, 28)}.{random.randint(1, 12):02}.2024"'
        text = text[:start] + term + text[end:]
        plan.write_text(text, encoding="utf-8")
        seconds = [
            _seconds(lambda: compile_plan(plan, sources=Sources(memo=memo))),
            _seconds(lambda: compile_plan(plan)),
        ]
        if edit:
            warm.append(seconds[0])
            cold.append(seconds[1])
    plan.unlink()
    print(json.dumps([median(warm), median(cold)]))


def _seconds(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


if __name__ == "__main__":
    main(Path(sys.argv[1]))
