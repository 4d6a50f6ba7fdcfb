"""Documents with pieces of their XML removed, doubled, moved, rewritten by chance: what programs do to files.

python tests/recognition/broken_at_random.py SEED OUT.docx      writes one of them
"""

import sys
from copy import deepcopy
from pathlib import Path
from random import Random

from papers import paper
from places_of_damage import Element, Package, W

NAMES = ("kamenka", "sadovsk", "belorechye", "lesogorsk", "yurga-2020 typed", "megion-2022 automatic")
WORDS = (
    "",
    "1.",
    "Приложение № 9",
    "приказываю:",
    "ПРИКАЗ",
    "№",
    "от 31.02.2020 № 1",
    "УТВЕРЖДАЮ",
    "– ",
    "а) ",
)
VALUES = ("", "-1", "999999", "abc", "0")


def broken_document(seed: int) -> bytes:
    """One of the documents after some accidents."""
    random = Random(seed)
    package = Package(paper(random.choice(NAMES)).content)
    for _ in range(random.randint(1, 25)):
        pieces = [each for each in package.body.iter() if each is not package.body]
        random.choice((_removed, _removed, _doubled, _moved, _reworded, _misvalued))(random, pieces)
    return package.saved()


def _removed(random: Random, pieces: list[Element]) -> None:
    piece = random.choice(pieces)
    piece.getparent().remove(piece)


def _doubled(random: Random, pieces: list[Element]) -> None:
    piece = random.choice(pieces)
    piece.addnext(deepcopy(piece))


def _moved(random: Random, pieces: list[Element]) -> None:
    piece, place = random.choice(pieces), random.choice(pieces)
    if piece is not place and piece not in place.iterancestors():
        place.addnext(piece)


def _reworded(random: Random, pieces: list[Element]) -> None:
    texts = [each for each in pieces if each.tag == f"{W}t"]
    if texts:
        random.choice(texts).text = random.choice(WORDS)


def _misvalued(random: Random, pieces: list[Element]) -> None:
    piece = random.choice([each for each in pieces if each.attrib])
    piece.set(random.choice(piece.keys()), random.choice(VALUES))


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(broken_document(int(sys.argv[1])))
