"""A template tried with orders that use every field; what each of them says goes to its owner.

Imports docxtpl, which takes a tenth of a second: import this module where a template is really tried.
"""

import re
from collections.abc import Hashable

from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.render.docx.specimen import specimens
from roadmapc.render.proof.constants import TAG
from roadmapc.render.proof.document import proved
from roadmapc.source.package import Refusal
from roadmapc.wordprocessing.from_package import from_package

_WORD = re.compile(r"\w+")
_OWN = re.compile(r"\bfields\.([a-z][a-z0-9_]*)")


def trial(template: bytes, name: str) -> Outcome[tuple[bytes, ...]]:
    """The trial orders of a template, or what is wrong with it; `name` is for messages.

    Its own fields have the names that it gives them.
    """
    tags = _tags(template)
    names = {word for tag in tags for word in _WORD.findall(tag)}
    own = dict.fromkeys(word for tag in tags for word in _OWN.findall(tag))
    made = [proved(order, template, template_name=name) for order in specimens(names, own)]
    said = {_told(each): each for one in made for each in one.diagnostics}
    orders = tuple(one.value for one in made if one.value is not None)
    return Outcome(orders if len(orders) == len(made) else None, tuple(said.values()))


def _told(said: Diagnostic) -> Hashable:
    """By what a problem is the same one in each order, which reads the template anew."""
    return said.message, said.place and (said.place.file.text, said.place.span)


def _tags(template: bytes) -> tuple[str, ...]:
    reading = from_package(template)
    if isinstance(reading, Refusal):  # told by who fills it
        return ()
    return tuple(tag for each in reading.paragraphs for tag in TAG.findall(each.text) if tag[1] != "#")
