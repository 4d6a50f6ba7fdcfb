"""Orders in hands by chance: every way of typing with every other, and with damage.

python tests/recognition/hands_at_random.py FIRST LAST    imports orders of these seeds, says what is missing
"""

import sys
import tempfile
from pathlib import Path
from random import Random

from ageing import KINDS
from column_sets import column_sets
from content import from_yaml
from papers import HERE, Paper, typed_paper
from score import missing, score, table

WAYS: dict[str, tuple[object, ...]] = {
    "kind": ("plain", "spaced", "lower"),
    "requisites": ("tab", "lines", "table", "one", "spaces"),
    "date": ("digits", "verbal", "bare", "quoted", "year"),
    "number": ("№ {}", "№{}", "N {}"),
    "title": ("paragraph", "lines", "breaks"),
    "verb": ("inline", "line", "spaced", "spaced_line"),
    "labels": ("typed", "tight", "tab", "automatic"),
    "mark": ("right", "indent", "tabs", "spaces", "table", "box", "breaks"),
    "signature": ("tabs", "spaces", "table", "lines", "cut"),
    "section": ("merged", "beside", "first", "second"),
    "numbers": ("typed", "automatic"),
    "heads": ("plain", "repeat"),
    "breaks": (True, False),
    "empty_lines": (True, False),
    "format": ("docx", "docx", "docx", "docx", "html-cp1251", "html-utf-8", "txt-cp866", "txt-utf-8"),
}


def paper_at_random(seed: int) -> Paper:
    """An order of the folder or of the column sets, in a hand of this seed."""
    random = Random(seed)
    contents = sorted((HERE / "papers").glob("*.yaml"))
    own, sets = from_yaml(random.choice(contents)), random.choice(list(column_sets().values()))
    told = {way: random.choice(choices) for way, choices in WAYS.items()}
    if told["format"] == "docx":
        told["damages"] = [random.choice(kind).__name__ for kind in KINDS if random.random() < 0.35]
    return typed_paper(own if random.random() < 0.7 else sets, told)


if __name__ == "__main__":
    scores = []
    for number in range(int(sys.argv[1]), int(sys.argv[2])):
        with tempfile.TemporaryDirectory() as folder:
            scores.append(score(paper_at_random(number), Path(folder)))
    sys.stdout.write("\n".join((*map(missing, scores), "", table(scores), "")))
