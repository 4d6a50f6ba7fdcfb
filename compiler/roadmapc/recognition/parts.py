"""What stands in an appendix: measures, a passport, tables, prose, a composition, a form, an estimate."""

from collections.abc import Sequence
from typing import NamedTuple

from roadmapc.incoming.blocks import Block
from roadmapc.recognition.account import Account
from roadmapc.recognition.context import Context
from roadmapc.recognition.directory import Directory
from roadmapc.recognition.ids import Ids
from roadmapc.syntax.tree import Node


def recognise_parts(blocks: Sequence[Block], context: Context, account: Account) -> dict[str, Node]:
    """Fields of the appendix that hold its body, in the order in which a plan writes them.

    `blocks` are what stands between the mark and title of the appendix and its end, in order, title and
    mark left out (the caller has claimed them). A single table of measures gives `columns`, `sections`,
    `notes` and the like; anything else gives `parts`, each with its `heading`; a form gives `kind` first.
    Values are made by `syntax/to_yaml.py`: `mapping`, `sequence`, `text`, words as typed. Every character of
    the blocks, labels apart, is claimed with `account.take` or left with a reason with `account.leave`;
    what is neither is residue. Doubts go through `account.decide`, `place` going on from `context.place`:
    the caller writes them as comments at their places. Headings of parts are part of the blocks.
    """
    raise NotImplementedError
