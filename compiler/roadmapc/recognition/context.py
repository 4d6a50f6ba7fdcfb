"""What is known of a document when one of its appendices is read."""

from typing import NamedTuple

from roadmapc.recognition.directory import Directory
from roadmapc.recognition.ids import Ids


class Context(NamedTuple):
    """What is known of a document when one of its appendices is read."""

    appendix: str
    """Its id, for ids of questions: «plan.…»."""
    title: str
    """As printed; empty if it has none."""
    place: tuple[str | int, ...]
    """Of its fields in the plan: `("appendices", 0)`; a question's place goes on from it."""
    ids: Ids
    """For sections and measures: unique in the whole plan."""
    directory: Directory
    """Executors, members of compositions are looked up and recorded here."""
    is_form: bool = False
    """Whether its mark, title or the clause that approves it says that it is a form."""
