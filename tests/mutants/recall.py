"""How many defects of each kind the checks notice: `make mutants`.

    python tests/mutants/recall.py           recall by kind and by group; fails below the bounds
    python tests/mutants/recall.py WORDS…    only kinds with these words in group or name, each mutant shown

A defect of each kind is put into plans, one at a time, at places that a seed chooses. It is caught if, at its
place, there is one finding more of a code that speaks of such things than in the same plan without it.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from defects.registry import KINDS
from kind import GROUPS
from trial import Desk, Mutant, mutations

INSTANCES = 8
"""Mutants of a kind."""
ALL, GROUP = 85, 60
"""Per cent that have to be caught, of all mutants and of each group's."""


def report(tried: Iterable[Mutant]) -> tuple[str, bool]:
    """Recall by kind, the worst first, by group and in all; and whether it keeps the bounds."""
    every = list(tried)
    kinds = {each.kind: [one for one in every if one.kind is each.kind] for each in every}
    groups = {group: [one for one in every if one.kind.group == group] for group in GROUPS}
    groups = {group: those for group, those in groups.items() if those}
    rows = sorted(kinds.items(), key=lambda row: (_share(row[1]), row[0].group))
    lines = [f"{_figures(those)}  {kind.group:13} {kind.name}  {_codes(those)}" for kind, those in rows]
    lines += ["", *(f"{_figures(those)}  {group}" for group, those in groups.items())]
    lines += ["", f"{_figures(every)}  все; видов {len(kinds)}"]
    kept = _share(every) >= ALL and all(_share(those) >= GROUP for those in groups.values())
    return "\n".join(lines), kept


def _share(those: list[Mutant]) -> float:
    return 100 * sum(one.caught for one in those) / len(those)


def _figures(those: list[Mutant]) -> str:
    return f"{_share(those):4.0f} %  {sum(one.caught for one in those):4}/{len(those):<4}"


def _codes(those: list[Mutant]) -> str:
    """Which codes caught them."""
    codes = {said.code.id for one in those for said in one.new if one.kind.caught_by(said.code.id)}
    return " ".join(sorted(codes))


def story(one: Mutant) -> str:
    """The changed words of a mutant, and what is new at their place."""
    lines = [f"{'+' if one.caught else '–'} {one.kind.group}: {one.kind.name} ({one.plan.plan.name})"]
    words = [edit.text.strip() or "убрано: " + one.plan.source(edit.span) for edit in one.mutation.edits]
    lines += [f"      {each}" for each in words]
    lines += [f"    {said.code.id} {said.message}" for said in one.new]
    return "\n".join(lines)


def main(words: list[str]) -> int:
    """Print; 1 if a bound is not kept."""
    began = perf_counter()
    chosen = [kind for kind in KINDS if all(word in f"{kind.group} {kind.name}" for word in words)]
    with TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        tried = [desk.examine(kind, *each) for kind in chosen for each in mutations(kind, INSTANCES)]
    if not tried:
        print("таких видов нет")
        return 1
    if words:
        print("\n".join(map(story, tried)), end="\n\n")
    text, kept = report(tried)
    print(text)
    print(f"{perf_counter() - began:.0f} с")
    return 0 if kept or words else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
