"""An act that was read, written as the plan that a colleague would keep of it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from roadmapc.incoming.blocks import Incoming, Paragraph
from roadmapc.model.act import ActKind, Case
from roadmapc.recognition.account import Account, Question
from roadmapc.recognition.authors import Authors
from roadmapc.recognition.bodies import appendix_fields
from roadmapc.recognition.clauses import Clause, Mark, Unit, tree, units
from roadmapc.recognition.directory import Directory
from roadmapc.recognition.head import Head, read_head
from roadmapc.recognition.ids import Ids
from roadmapc.recognition.lines import Words
from roadmapc.recognition.outline import Outline, outline
from roadmapc.recognition.period import period_of
from roadmapc.syntax.to_yaml import mapping, sequence, text
from roadmapc.syntax.tree import MappingNode, Node
from roadmapc.text.dates import digits
from roadmapc.verify.meaning import meaning
