"""What a reader of sentences is: it is asked at the words that it speaks of, and at no others."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from roadmapc.language.sentence import Sentence, Token
from roadmapc.language.slip import Slip


class Reader(NamedTuple):
    """One kind of look at a word among its neighbours."""

    speaks_of: Callable[[Token], bool]
    """Whether it may have anything to say of a word; asked once of each spelling."""
    read: Callable[[str, Sentence, int], Iterator[Slip]]
    """What it says of the word at a place of a sentence of a text."""
