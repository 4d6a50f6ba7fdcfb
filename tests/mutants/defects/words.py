"""Defects that are wholly a matter of words: `words.yaml` has them beside the right ones."""

from collections.abc import Iterator
from pathlib import Path

import yaml
from kind import Kind, Make
from ways import TEXTS, added, new_clause

WORDS = Path(__file__).parents[1] / "words.yaml"


def _ending(*pairs: tuple[str, str]) -> Make:
    return added(TEXTS, *((f" {wrong}", right and f" {right}") for wrong, right in pairs))


def _preamble(*pairs: tuple[str, str]) -> Make:
    frame = ", руководствуясь {}"
    return added(("order preamble",), *((frame.format(wrong), frame.format(right)) for wrong, right in pairs))


WAYS = {"ending": _ending, "preamble": _preamble, "clause": new_clause}


def _pair(words: str) -> tuple[str, str]:
    wrong, _, right = words.partition("|")
    return wrong.strip(), right.strip()


def _kinds() -> Iterator[Kind]:
    for group, rows in yaml.safe_load(WORDS.read_text("utf-8")).items():
        for row in rows:
            make = WAYS[row["as"]](*map(_pair, row["words"]))
            yield Kind(group, row["kind"], make, row.get("codes", ""), row.get("unless", ""))


KINDS = tuple(_kinds())
